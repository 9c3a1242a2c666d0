"""Rules for whole lines: headlines that name who claims, and turns of an interview."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.text.grammar.classes import COLON, DETERMINER, NAME, SUBJECT
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import is_office
from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.extent import has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

LINE = pattern("(NOT BREAK)+")

TURN = pattern("(ANY | (NAME | WORD | DETERMINER | POSSESSIVE | STOP | DASH){2,5}) COLON (NOT BREAK){3,}")
"""A line that opens with who speaks."""

BREAKS = pattern("BREAK*")


class Turn(NamedTuple):
    """A line that opens with a name and a colon: its first token, the colon, the token after it."""

    first: int
    colon: int
    last: int


def turns(reading: Reading) -> Iterator[Candidate]:
    r"""Lines that open with who speaks and a colon: a headline, or an interview.

    en: Opposition: The budget is a fraud.
    en, a line each: Q: What now? / A: We wait. / Q: For whom? / A: For Lee.

    In an interview a name comes back, or a question has its answer on the next line. A headline counts only
    as the first line, with a whole claim after its colon, and somebody before it rather than a topic.

    >>> from analysis.text import lexicon, quotes
    >>> text = "Q: Will it sail?\nRoy: Not in May.\nQ: Why not?\nRoy: The sea is too rough."
    >>> [(q.source, q.quote, q.rule) for q in quotes.find(text, lexicon.load("en"))][:2]
    [('Q', 'Will it sail?', 'turn'), ('Roy', 'Not in May', 'turn')]
    """
    lines = [line.span() for line in LINE.forth.finditer(reading.line)]
    opened = [
        Turn(first, colon, last)
        for first, last in lines
        if (colon := _colon(reading, first, last)) is not None
    ]
    talk = _talk(reading, opened)
    for turn in opened:
        if turn in talk or (turn.first == 0 and _claims(reading, turn)):
            cue = Cue(turn.colon, turn.colon, turn.colon + 1, ":", form="sign")
            stop = turn.last if turn in talk else reading.sentences[0][1]
            yield clause(reading, (turn.colon + 1, stop), "turn", cue, (turn.first, turn.colon))


def _talk(reading: Reading, opened: list[Turn]) -> set[Turn]:
    """The turns of an interview: their name comes back, or one answers what another has asked."""
    names = Counter(tuple(reading.lows[one.first : one.colon]) for one in opened)
    found = {one for one in opened if names[tuple(reading.lows[one.first : one.colon])] > 1}
    for one, after in pairwise(opened):
        if reading.lows[one.last - 1] == "?" and BREAKS.fits(reading.line, one.last, after.first):
            found |= {one, after}
    return found


def _claims(reading: Reading, turn: Turn) -> bool:
    """Whether the colon of a headline parts who claims from a whole claim."""
    claims = switch(reading.lexicon, "colon_headlines") and has_verb(reading, turn.colon, turn.last)
    whole = _is_whole(reading, turn.colon + 1) or _is_acronym(reading, turn)
    return claims and (whole or is_somebody(reading, turn.first, turn.colon))


def _is_whole(reading: Reading, at: int) -> bool:
    """Whether a claim opens as a sentence does: `The budget is a fraud`, `мы не уйдём`."""
    line = reading.line
    return line[at] == SUBJECT or (line[at] == DETERMINER and reading.is_capital(at))


def _is_acronym(reading: Reading, turn: Turn) -> bool:
    """Whether a headline that is not all in capitals opens with a word that is: `AP: …`, not `FLOODS: …`."""
    opening, claim = reading.printed(turn.first, turn.colon), reading.printed(turn.colon, turn.last)
    return opening.isupper() and len(opening) > 1 and not claim.isupper()


def is_somebody(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch that opens a line is who speaks, not a topic: an office, a full name, or part of one.

    The capital of its first word says nothing, so a single name must be printed after another name somewhere.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Floods: Roy is calm. Ada Roy spoke.", lexicon.load("en"))
    >>> [is_somebody(told, at, at + 1) for at in (0, 2)]
    [False, True]
    """
    offices = any(is_office(reading, at) for at in range(first, last))
    named = NAME in reading.line[first + 1 : last] or _is_surname(reading, first)
    return offices or named


def _is_surname(reading: Reading, at: int) -> bool:
    """Whether a word stands after another name somewhere in the article."""
    low, known = reading.lows[at], zip(reading.lows[1:], reading.line, reading.line[1:], strict=False)
    return any(word == low and before == here == NAME for word, before, here in known)


def _colon(reading: Reading, first: int, last: int) -> int | None:
    """The colon after a name that opens a line, capitalised: not `Photo: …`, `The ferry is late: …`."""
    if not TURN.fits(reading.line, first, last) or not reading.is_capital(first):
        return None
    colon = reading.line.index(COLON, first)
    named = not reading.listed(first, "line_labels") and not has_verb(reading, first, colon)
    return colon if named else None
