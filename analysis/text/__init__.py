"""The text floor: strings in, tuples out. All linguistics is here; no pandas, no files but package data."""
