"""All readability measures of a text from one pass over its words."""

from analysis.text.readability.counts import Counts
from analysis.text.readability.formulas import Formula, formulas, symbols, written
from analysis.text.readability.parts import divide
from analysis.text.readability.score import Readability, SentenceScore, by_sentence, score

__all__ = [
    "Counts",
    "Formula",
    "Readability",
    "SentenceScore",
    "by_sentence",
    "divide",
    "formulas",
    "score",
    "symbols",
    "written",
]
