"""An article with its quotations, their cues and their sources marked, as safe HTML."""

from analysis.display.article import show
from analysis.display.fragment import Marked, answer

__all__ = ["Marked", "answer", "show"]
