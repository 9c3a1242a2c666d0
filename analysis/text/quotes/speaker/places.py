"""A place that speaks beside a verb without a subject: `сообщили в мэрии`, `explican desde la alcaldía`."""

from analysis.text.grammar.classes import any_of
from analysis.text.grammar.noun_phrases import phrase_after, phrase_before
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.speaker.after import DATES
from analysis.text.quotes.verbs.cues import Cue

OPENS = pattern("(ADVERB | COORDINATOR | SUBORDINATOR | COMMA | DASH)*")
"""What may stand before a place that opens its sentence: `Как | на сайте`."""

PLACE = any_of("NAME WORD DETERMINER")
WITH_TIMES = pattern("(ADVERB | TIME | OBJECT | NEGATION | NUMBER)*")


def place(reading: Reading, cue: Cue, floor: int, ceiling: int) -> Stretch | None:
    """The body or the text that a place beside a verb names, after the verb or before it.

    Args:
        floor: the first token of the sentence.
        ceiling: the token after the last that may belong to who speaks.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> told, [cue] = verbs.find(reading.read("«Нет», — сообщили в мэрии.", lexicon.load("ru")))
    >>> told.printed(*place(told, cue, 0, len(told.lows)))
    'мэрии'
    """
    speaks = cue.form == "finite" and switch(reading.lexicon, "source_places")
    if not speaks or not _has_no_subject(reading, cue):
        return None
    found = _named(reading, DATES.skip(reading.line, cue.last, ceiling), ceiling)
    return found or _before(reading, cue.first, floor)


def _has_no_subject(reading: Reading, cue: Cue) -> bool:
    """Whether a verb has the form of one whose subject may be left out: plural, or impersonal."""
    return any(reading.ends_as(at, "subjectless_endings") for at in (cue.first, cue.head))


def _named(reading: Reading, at: int, ceiling: int) -> Stretch | None:
    """The place that a preposition opens at a token; no occasion, which says nothing: `на встрече`."""
    if at + 1 >= ceiling or not reading.listed(at, "source_places") or reading.line[at + 1] not in PLACE:
        return None
    stop = phrase_after(reading, at + 1, ceiling)
    return (at + 1, stop) if stop > at + 1 and not reading.any_listed(at + 1, stop, "occasions") else None


def _before(reading: Reading, end: int, floor: int) -> Stretch | None:
    """The place that opens a sentence and ends before a verb: `На сайте мэрии | говорится`."""
    last = WITH_TIMES.skip_back(reading.line, end, floor)
    found = phrase_before(reading, last, floor)
    if found is None or found[0] == floor or OPENS.skip(reading.line, floor, found[0]) != found[0] - 1:
        return None
    return _named(reading, found[0] - 1, last)
