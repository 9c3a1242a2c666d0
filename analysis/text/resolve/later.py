"""Offices whose holder is named only after them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from analysis.text.grammar.word_lists import words
from analysis.text.quotes import Quote
from analysis.text.resolve.asked import Answer
from analysis.text.resolve.heard import Article, place


def gone_on(article: Article, quotes: Sequence[Quote], answers: Mapping[int, Answer]) -> dict[str, str]:
    """Offices whose holder is named by the next who "goes on": "a dit le ministre. … a ajouté Ada Roy".

    Only where the name has not stood before the office, and genders do not contradict.

    Args:
        article: of article.read().
        quotes: in the order of their mentions.
        answers: utterance → who speaks it.

    Returns:
        Speaker as resolved so far → the name.

    >>> from analysis.text import lexicon, quotes
    >>> from analysis.text.resolve import heard as article
    >>> text, french = "« Oui », a dit le ministre. « Demain », a ajouté Luc Arnel.", lexicon.load("fr")
    >>> told = quotes.find(text, french)
    >>> answers = {0: Answer("ministre", "own words"), 1: Answer("Luc Arnel", "name")}
    >>> gone_on(article.read(text, told, french), told, answers)
    {'ministre': 'Luc Arnel'}
    """
    found: dict[str, str] = {}
    spoken: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        spoken.setdefault(answers[quote.utterance].speaker, []).append(quote)
    for quote, following in pairwise(quote for quote in quotes if quote.source):
        office, name = answers[quote.utterance], answers[following.utterance]
        cue = (following.cue or "").lower().split()
        goes_on = any(word in words(article.lexicon, "resolution.continuing") for word in cue)
        named = goes_on and office.speaker and name.speaker and name.speaker_rule in ("name", "fuller name")
        if named and _may_be(
            article, str(office.speaker), str(name.speaker), spoken[office.speaker], answers
        ):
            found[str(office.speaker)] = str(name.speaker)
    return found


def _may_be(
    article: Article, office: str, name: str, spoken: Sequence[Quote], answers: Mapping[int, Answer]
) -> bool:
    """Whether an office without a name may be the one of a person named after it for the first time."""
    bare_office = any(
        quote.source_form in ("role", "name") and answers[quote.utterance].speaker_rule == "own words"
        for quote in spoken
    )
    first = article.people[name][0].start if name in article.people else 0
    genders = {article.genders.get(office, ""), article.genders.get(name, "")} - {""}
    return bare_office and first > min(map(place, spoken)) and len(genders) < 2
