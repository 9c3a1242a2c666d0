"""The text floor: strings in, tuples out. All linguistics lives here; no pandas, no files but package data."""
