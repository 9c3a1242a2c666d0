"""Agency credits: whose dispatch an article prints, by its dateline, byline, tail or in passing."""

from analysis.text.credits.places import Credit, find

__all__ = ["Credit", "find"]
