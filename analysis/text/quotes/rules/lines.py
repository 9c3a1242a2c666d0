"""Rules for whole lines: headlines that name who claims, and turns of an interview."""

from collections import Counter
from collections.abc import Iterator

from analysis.text.grammar.classes import COLON
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.word_lists import switch
from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.extent import has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

LINE = pattern("(NOT BREAK)+")

TURN = pattern("(ANY | (NAME | WORD | POSSESSIVE | STOP | DASH){2,5}) COLON (NOT BREAK){3,}")
"""A line that opens with who speaks."""


def turns(reading: Reading) -> Iterator[Candidate]:
    r"""Lines that open with who speaks and a colon: a headline, or an interview, where names come back.

    en: Opposition: The budget is a fraud.
    en, a line each: Q: What now? / A: We wait. / Q: For whom? / A: For Lee.

    A headline counts only as the first line, with a whole claim after its colon.

    >>> from analysis.text import lexicon, quotes
    >>> text = "Q: Will it sail?\nRoy: Not in May.\nQ: Why not?\nRoy: The sea is too rough."
    >>> [(q.source, q.quote, q.rule) for q in quotes.find(text, lexicon.load("en"))][:2]
    [('Q', 'Will it sail?', 'turn'), ('Roy', 'Not in May', 'turn')]
    """
    lines = [line.span() for line in LINE.forth.finditer(reading.line)]
    opened = [(first, last, colon) for first, last in lines if (colon := _colon(reading, first, last))]
    names = Counter(tuple(reading.lows[first:colon]) for first, _, colon in opened)
    for first, last, colon in opened:
        repeated = names[tuple(reading.lows[first:colon])] > 1
        claims = switch(reading.lexicon, "colon_headlines") and has_verb(reading, colon, last)
        if repeated or (first == 0 and claims):
            cue = Cue(colon, colon, colon + 1, ":", form="sign")
            stop = last if repeated else reading.sentences[0][1]
            yield clause(reading, (colon + 1, stop), "turn", cue, (first, colon))


def _colon(reading: Reading, first: int, last: int) -> int | None:
    """The colon after a name that opens a line, capitalised: not `Photo: …`, `The ferry is late: …`."""
    if not TURN.fits(reading.line, first, last) or not reading.is_capital(first):
        return None
    colon = reading.line.index(COLON, first)
    named = not reading.listed(first, "line_labels") and not has_verb(reading, first, colon)
    return colon if named else None
