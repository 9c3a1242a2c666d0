"""Rules for whole lines: headlines that name who claims, and turns of an interview."""

from collections import Counter
from collections.abc import Iterator

from analysis.text.grammar.word_lists import words
from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.extent import has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

NAME = 6
"""Tokens before the colon of a line."""


def turns(reading: Reading) -> Iterator[Candidate]:
    r"""Lines that open with who speaks and a colon: a headline, or an interview, where names come back.

    en: Opposition: The budget is a fraud.
    en, a line each: Q: What now? / A: We wait. / Q: For whom? / A: For Lee.

    Args:
        reading: the article; a headline counts only as its first line.

    >>> from analysis.text import lexicon, quotes
    >>> text = "Q: Will it sail?\nRoy: Not in May.\nQ: Why not?\nRoy: The sea is too rough."
    >>> [(q.source, q.quote, q.rule) for q in quotes.find(text, lexicon.load("en"))][:2]
    [('Q', 'Will it sail?', 'turn'), ('Roy', 'Not in May', 'turn')]
    """
    lines = [
        (first, last, colon) for first, last in _lines(reading) if (colon := _colon(reading, first, last))
    ]
    names = Counter(" ".join(reading.lows[first:colon]) for first, _, colon in lines)
    for first, last, colon in lines:
        repeated = names[" ".join(reading.lows[first:colon])] > 1
        if repeated or (first == 0 and _headline(reading, last, colon)):
            cue = Cue(colon, colon, colon + 1, ":", "neutral", 1, "sign", False, False, -1)
            stop = last if repeated else _sentence_end(reading, first, last)
            yield clause(reading, (colon + 1, stop), "turn", cue, (first, colon))


def _lines(reading: Reading) -> Iterator[tuple[int, int]]:
    first = 0
    for at, tag in enumerate([*reading.line, "¶"]):
        if tag == "¶":
            if at > first:
                yield first, at
            first = at + 1


def _colon(reading: Reading, first: int, last: int) -> int | None:
    """The colon after a name that opens a line: capitalised, and nothing but words before it."""
    colon = next((at for at in range(first, min(first + NAME, last)) if reading.line[at] == ":"), None)
    if (
        colon is None
        or colon == first
        or last - colon < 4
        or not reading.text[reading.starts[first]].isupper()
    ):
        return None
    labels = words(reading.lexicon, "line_labels")
    plain = (colon - first == 1 or all(tag in "Awg.-" for tag in reading.line[first:colon])) and not has_verb(
        reading, first, colon
    )
    return colon if plain and reading.lows[first] not in labels else None


def _headline(reading: Reading, last: int, colon: int) -> bool:
    return bool(reading.lexicon.section("grammar").get("colon_headlines")) and has_verb(reading, colon, last)


def _sentence_end(reading: Reading, first: int, last: int) -> int:
    return next((end for begin, end in reading.sentences if begin <= first < end), last)
