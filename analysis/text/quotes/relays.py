"""Relays: who is told what somebody says, or passes it on, and does not speak."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from analysis.text.grammar.classes import OPENING
from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import media
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import inverted, speaker
from analysis.text.quotes.speaker.after import DATES, is_told

ATTRIBUTING = ("before", "around")
"""Lists of `[according]` that stand before a source."""

TO_NAME = pattern("(PREPOSITION | DETERMINER | WORD | NAME){0,3}")
"""What may stand between a phrase that attributes and a medium: `nach | Angaben der | dpa`."""

REST = pattern("(TIME | NUMBER | ADVERB | PREPOSITION)* (STOP | BREAK | CLOSING)*")
"""What a relay leaves of its sentence: `selon l'AFP | mardi.`"""

BEFORE_RELAY = pattern("(COMMA | DASH | COORDINATOR | RELATIVE | ADVERB)*")


def told(reading: Reading, candidate: Candidate) -> Stretch | None:
    """The medium that who speaks told it: after the verb, or after who speaks.

    >>> from analysis.text import lexicon, quotes
    >>> [quote.via for quote in quotes.find("“No,” Ann Roy told Reuters on Monday.", lexicon.load("en"))]
    ['Reuters']
    """
    cue, source = candidate.cue, candidate.source
    if cue is None or source is None or cue.form in ("phrase", "sign"):
        return None
    named = cue.lemma in words(reading.lexicon, "recipient_verbs")
    for place in (cue.last, source[1] if source[0] >= cue.first else cue.last):
        at = DATES.skip(reading.line, place, len(reading.line))
        if at < len(reading.line) and (named or is_told(reading, at)):
            found = media.addressed(reading, at, len(reading.line))
            if found and not (found[0] < source[1] and source[0] < found[1]):
                return found
    return None


def set_aside(sentence: Sentence) -> tuple[Sentence, Stretch] | None:
    """A sentence without the relay that ends it, and who passes on: `a dit Roy, | selon l'AFP`.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("« Non », a dit Ada Roy, rapporte l'AFP.", lexicon.load("fr"))
    >>> [(quote.quote, quote.source, quote.via) for quote in found]
    [('Non', 'Ada Roy', 'AFP')]
    """
    found = next(_relays(sentence), None) if sentence.cues and _may_hold_one(sentence) else None
    if found is None:
        return None
    first, via = found
    first = BEFORE_RELAY.skip_back(sentence.reading.line, first, sentence.first)
    kept = [cue for cue in sentence.cues if cue.last <= first]
    opens = bisect_left(sentence.reading.edges, (first, 0))
    rest = sentence._replace(
        last=first,
        cues=kept,
        by_first={cue.first: cue for cue in kept},
        marked=range(sentence.marked.start, min(sentence.marked.stop, opens)),
        speakers={},
    )
    return (rest, via) if kept else None


def _may_hold_one(sentence: Sentence) -> bool:
    """Whether a sentence holds a medium, or what begins as a phrase of who cites does: most hold neither."""
    reading, (first, last) = sentence.reading, (sentence.first, sentence.last)
    cites = phrases(reading.lexicon, "according.relays").keys()
    return media.any_between(reading, first, last) or not cites.isdisjoint(reading.lows[first:last])


def _relays(sentence: Sentence) -> Iterator[tuple[int, Stretch]]:
    """Where the relays that end a sentence begin, each with who passes on."""
    reading, last = sentence.reading, sentence.last
    opens = _first_words(reading.lexicon)
    for at in range(sentence.cues[0].last, last):
        attributes = reading.lows[at] in opens and reading.inside[at] < 0
        via = _attributed(reading, at, last) if attributes else None
        if via and REST.fits(reading.line, via[1], last):
            yield at, via
    for cue in sentence.cues[-1:]:
        via = (
            media.medium(reading, cue.last, last)
            if reading.line[cue.last : cue.last + 1] == OPENING
            else None
        )
        via = via or inverted(sentence, cue, last) or speaker(sentence, cue)
        if via and _is_medium(reading, via):
            first, end = min(via[0], cue.first), max(via[1], cue.last)
            parted = BEFORE_RELAY.skip_back(reading.line, first, sentence.first) < first
            if parted and REST.fits(reading.line, end, last):
                yield first, via


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all phrases that attribute before who is named."""
    return frozenset().union(*(phrases(lexicon, f"according.{place}") for place in (*ATTRIBUTING, "relays")))


def _attributed(reading: Reading, at: int, last: int) -> Stretch | None:
    """Who passes on by a phrase that stands at a token: `selon | l'AFP`, `nach Angaben der | dpa`."""
    for place in ATTRIBUTING:
        if length := length_at(phrases(reading.lexicon, f"according.{place}"), reading.lows, at):
            after = at + length
            stop = min(TO_NAME.skip(reading.line, after, last) + 1, last)
            return next(
                (it for i in range(after, stop) if (it := media.medium(reading, i, last, i > after))), None
            )
    return cited(reading, at, last)


def cited(reading: Reading, at: int, last: int) -> Stretch | None:
    """Who cites, by a phrase that stands at a token: `cité par | Le Fanal`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Roy, cité par l'agence.", lexicon.load("fr"))
    >>> told.printed(*cited(told, 2, len(told.lows)))
    "l'agence"
    """
    length = length_at(phrases(reading.lexicon, "according.relays"), reading.lows, at) if at < last else 0
    if not length or at + length >= last:
        return None
    stop = phrase_after(reading, at + length, last)
    return media.medium(reading, at + length, last) or ((at + length, stop) if stop > at + length else None)


def _is_medium(reading: Reading, stretch: Stretch) -> bool:
    """Whether who speaks is a medium, nothing else in it: not `le directeur de l'AFP`."""
    found = media.addressed(reading, *stretch)
    return found is not None and found[1] == stretch[1]
