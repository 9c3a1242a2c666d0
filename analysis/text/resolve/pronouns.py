"""Pronouns: the last one before them that agrees in gender and number."""

from bisect import bisect_left
from collections.abc import Sequence

from analysis.text.grammar.word_lists import words
from analysis.text.resolve.asked import Answer, Asked, agrees
from analysis.text.resolve.heard import START, Article, Spoken, before, full_name

WITHOUT = Answer(None, "pronoun without antecedent")


def pronoun(article: Article, asked: Asked, said: Sequence[Spoken]) -> Answer:
    """Who a pronoun means.

    Args:
        article: of article.read().
        asked: the pronoun.
        said: who has spoken before it, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard as article, asked
    >>> read = article.read("Ada Roy est élue. Elle rit.", [], lexicon.load("fr"))
    >>> pronoun(read, asked.ask(read, "Elle", 18, "pronoun"), [])
    Answer(speaker='Ada Roy', speaker_rule='pronoun')
    """
    low = asked.phrase.lower().replace("’", "'")
    if low in words(article.lexicon, "resolution.impersonal"):
        return Answer(None, "impersonal pronoun")
    if low in words(article.lexicon, "resolution.narrator"):
        return Answer(None, "narrator")
    if low in words(article.lexicon, "words.relatives"):
        return _relative(article, asked)
    heard = before(article, asked.mention.start, said)
    meant = next((one.speaker for one in heard if agrees(article, one, asked.mention)), None)
    return Answer(meant, "pronoun") if meant else WITHOUT


def _relative(article: Article, asked: Asked) -> Answer:
    """A relative pronoun means the name right before it."""
    start = asked.mention.start
    last = bisect_left(article.namings, start, key=START)
    near = [one for one in article.namings[max(0, last - 1) : last] if 0 <= start - one.end < 3]
    return Answer(full_name(article, near[0]), "pronoun") if near else WITHOUT
