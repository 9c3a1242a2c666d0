"""How hard each sentence of an article is, as marks."""

from bisect import bisect_right
from typing import Any

from analysis.display.marking import LEVELS, Mark, given
from analysis.text import lexicon, readability
from analysis.wording import say

BOUNDS = (30, 40, 50, 60)
"""Classes of LIX after Björnsson 1968, as later literature gives them; not seen in the primary source."""


def marks_of_sentences(article: Any, locale: str) -> list[Mark]:
    """The sentences of an article, each in the tint of its LIX.

    Args:
        article: a row of the articles table.

    >>> import pandas as pd
    >>> text = "It rains. Municipal engineers recommended immediate closure."
    >>> article = pd.Series({"text": text, "lang": "en"})
    >>> [(mark.start, mark.end, mark.role, mark.number) for mark in marks_of_sentences(article, "en")]
    [(0, 9, 'very_easy', 2), (10, 60, 'very_hard', 105)]
    """
    lang = article.get("lang")
    own = lexicon.of_language(lang) if given(lang) else lexicon.UNDETERMINED
    found = readability.by_sentence(article.text, own)
    return [
        Mark(one.start, one.end, _level(one.lix), round(one.lix), _title(one.lix, one.n_words, locale))
        for one in found
        if one.lix == one.lix  # a sentence without a LIX has none to show
    ]


def _level(lix: float) -> str:
    return list(LEVELS)[bisect_right(BOUNDS, lix)]


def _title(lix: float, n_words: int, locale: str) -> str:
    return say("show.sentence", locale, lix=round(lix), n=n_words)
