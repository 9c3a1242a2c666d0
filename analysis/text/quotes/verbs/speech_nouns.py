"""Nouns that stand for a verb of reporting: `«…», è il commento del sindaco`, `– è il ragionamento –`."""

from analysis.text.grammar.classes import BE, CLOSING, COMMA, DASH
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

OPENS = pattern("(COMMA | COLON | DASH)* ADVERB* BE* ADVERB* DETERMINER? WORD?")
"""What may stand between marked words and the noun: `, è stato anche | il commento`, `, le dure | parole`."""

PAUSE = pattern("(COMMA | COLON | DASH)*")
QUALIFIED = pattern("WORD?")
"""What may stand between the noun and whose it is: `il commento | amaro di`, `l'appello | lanciato dal`."""

FARTHEST = 6
"""Tokens from the marked words to the noun: bounds cost."""

TRIGGERS = {CLOSING: "", DASH: BE, COMMA: BE}
"""Sign → class of the token that must follow it, any where it is empty."""


def find(reading: Reading) -> list[Cue]:
    """The nouns of an article that report what stands before them, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> [cue.lemma for cue in find(read("«Siamo soli», è il commento del sindaco.", lexicon.load("it")))]
    ['commento']
    """
    if not phrases(reading.lexicon, "speech_nouns"):
        return []
    places = (at for at, letter in enumerate(reading.line) if letter in TRIGGERS and _follows(reading, at))
    return [cue for at in places if (cue := _noun(reading, at + 1))]


def _follows(reading: Reading, at: int) -> bool:
    """Whether the sign at a token may stand before such a noun."""
    wanted = TRIGGERS[reading.line[at]]
    return not wanted or (reading.line[at + 1 : at + 2] == wanted and reading.line[at - 1 : at] != CLOSING)


def _noun(reading: Reading, start: int) -> Cue | None:
    """The noun after what opens at a token, with whatever says whose it is."""
    nouns, line = phrases(reading.lexicon, "speech_nouns"), reading.line
    first = PAUSE.skip(line, start, len(line))
    for head in range(first, min(start + FARTHEST, len(line))):
        if (length := length_at(nouns, reading.lows, head)) and OPENS.fits(line, start, head):
            last = _owned(reading, head + length)
            alone = BE in line[first:head] and line[head + length : head + length + 1] == DASH
            named = last > head + length or alone
            return Cue(first, head, last, reading.lows[head], tier=2, form="finite") if named else None
    return None


def _owned(reading: Reading, at: int) -> int:
    """The token after what leads to whose the noun is: `del | sindaco`; the same token where nothing does."""
    lists, last = ("genitives", "agent_markers"), len(reading.line)
    places = (at, QUALIFIED.skip(reading.line, at, last))
    return next((i + 1 for i in places if i < last and any(reading.listed(i, name) for name in lists)), at)
