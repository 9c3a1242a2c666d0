"""The rule for a sentence that says who said the one before."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from analysis.text.grammar.classes import COLON
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.extent import has_verb
from analysis.text.quotes.sentence import Sentence, after_dateline
from analysis.text.quotes.speaker import inverted, reaches, speaker
from analysis.text.quotes.speaker.after import after
from analysis.text.quotes.verbs.cues import Cue

SET_OFF = pattern("COMMA (NOT (COMMA | STOP))+ COMMA")
REFUSED = "challenge"
"""Stance of verbs that do not say what they look back at: `Das bestritt die Reederei`."""

Attribution = tuple[Cue, Stretch]
"""A verb, or the phrase that stands for one, and who speaks."""


def looking_back(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence that says who said the one before.

    fr: Le pont fermera lundi. C'est ce qu'a annoncé le maire. it: «Il ponte chiude». A parlare è la sindaca.

    Args:
        sentence: the one that looks back, not the one that is reported.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Le bac sera vendu. C'est ce qu'a annoncé la capitaine.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('Le bac sera vendu', 'a annoncé', 'la capitaine', 'looking_back')
    """
    reading, first = sentence.reading, sentence.first
    if reading.lows[first] not in _first_words(reading.lexicon):
        return
    number = bisect_left(reading.sentences, (first, 0)) - 1
    if number < 0 or COLON in reading.line[first : sentence.last]:
        return
    if found := _by_verb(sentence) or _by_phrase(sentence):
        begins, ends = reading.sentences[number]
        yield clause(reading, (after_dateline(reading, begins, ends), ends), "looking_back", *found)


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all phrases that look back: few sentences open with one."""
    return frozenset().union(*(phrases(lexicon, name) for name in ("looking_back", "looking_back_to")))


def _by_verb(sentence: Sentence) -> Attribution | None:
    """A pronoun for the sentence before, then a verb: `Lo ha detto il sindaco`, `That is what Roy said`."""
    reading, first = sentence.reading, sentence.first
    opened = first + length_at(phrases(reading.lexicon, "looking_back"), reading.lows, first)
    if opened == first or not sentence.cues:
        return None
    after_relay = _after_relay(sentence, opened)
    opened, cue = after_relay, sentence.cues[0] if after_relay == opened else sentence.following(after_relay)
    if cue is None:
        return None
    source = inverted(sentence, cue, sentence.last) or speaker(sentence, cue)
    near = source and (source[0] == opened or cue.first < opened or reaches(sentence, opened, cue))
    refused = sentence.switch("verb_second") and cue.stance == REFUSED
    return (cue, source) if source and near and not (cue.negated or refused) else None


def _after_relay(sentence: Sentence, at: int) -> int:
    """The token after a clause between commas that says who passes on: `Об этом, как пишет ТАСС, |`."""
    stop = SET_OFF.skip(sentence.reading.line, at, sentence.last)
    return stop if stop > at and sentence.reading.listed(at + 1, "as_words") else at


def _by_phrase(sentence: Sentence) -> Attribution | None:
    """A phrase that leads straight to who speaks: `A parlare è | il sindaco`; one without a verb ends so."""
    reading, first, last = sentence.reading, sentence.first, sentence.last
    opened = first + length_at(phrases(reading.lexicon, "looking_back_to"), reading.lows, first)
    source = after(reading, opened, last) if opened > first else None
    if source is None or not speaks(reading, source):
        return None
    verbless = not has_verb(reading, first, opened)
    if verbless and has_verb(reading, opened, last):
        return None
    return Cue(first, first, opened, reading.lows[first]), source
