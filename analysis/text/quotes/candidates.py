"""What a rule proposes, and how proposals are compared."""

from typing import NamedTuple

from analysis.text.grammar.tokens import Stretch
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

WEIGHTS = {
    "inside": 10.0,
    "tail": 9.0,
    "head": 8.0,
    "that": 7.0,
    "question": 7.0,
    "zero": 7.0,
    "label": 5.5,
    "according": 6.2,
    "clause_tail": 5.0,
    "infinitive": 4.5,
    "passive": 4.0,
    "after_colon": 3.5,
    "turn": 7.5,
    "as_clause": 6.0,
    "looking_back": 2.0,
    "colon": 3.0,
    "floating": 1.0,
}
"""How far a rule is believed where two claim the same words."""

OUTER = frozenset({"that", "zero", "question", "according", "as_clause", "clause_tail", "turn"})
"""Rules whose words may hold a verb of reporting that is itself reported."""

SHORTEST = 3
"""Tokens in the shortest reported clause."""


class Candidate(NamedTuple):
    """One quotation as a rule proposes it.

    Args:
        start: code point where the content begins.
        end: code point after it.
        kind: direct, mixed or indirect.
        rule: the rule that proposes it.
        cue: the reporting verb or phrase.
        source: tokens of who speaks.
    """

    start: int
    end: int
    kind: str
    rule: str
    cue: Cue | None = None
    source: Stretch | None = None


def clause(reading: Reading, where: Stretch, rule: str, cue: Cue, source: Stretch | None) -> Candidate:
    """The candidate for a reported clause: mixed where some of it stands between marks, else indirect.

    A clause that is nothing but one marked stretch is direct. Signs at its edges are left out.

    Args:
        reading: the article.
        where: first and last (exclusive) token of the clause.
        rule: the rule that proposes it, one of `WEIGHTS`.
        cue: the reporting verb or phrase.
        source: tokens of who speaks; None where nobody is named.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> read = reading.read("The captain said the ferry was “hopelessly late”.", lexicon.load("en"))
    >>> made = clause(read, (3, 11), "zero", verbs.find(read)[1][0], (0, 2))
    >>> made.kind, read.text[made.start : made.end]
    ('mixed', 'the ferry was “hopelessly late”')
    """
    first, last = where
    while first < last and reading.line[first] in ",:;-":
        first += 1
    while (
        last > first
        and reading.line[last - 1] in ",:;-.¶("
        and not (rule == "turn" and _asks(reading, last - 1))
    ):
        last -= 1
    held = {number for number in reading.inside[first:last] if number >= 0}
    start, end = reading.starts[first], reading.ends[max(first, last - 1)]
    if len(held) == 1 and (only := reading.marked[min(held)]).open <= start and end <= only.close:
        return Candidate(only.start, only.end, "direct", rule, cue, source)
    return Candidate(start, end, "mixed" if held else "indirect", rule, cue, source)


def _asks(reading: Reading, at: int) -> bool:
    """Whether a token is a mark that belongs to a turn's own words."""
    return reading.lows[at] in "?!…"


def weight(candidate: Candidate) -> float:
    """How much a candidate is believed: its rule, and whether it knows who speaks.

    Args:
        candidate: of any rule in `WEIGHTS`.

    >>> weight(Candidate(0, 9, "direct", "tail"))
    9.0
    """
    return WEIGHTS[candidate.rule] + 0.4 * (candidate.source is not None)


def select(candidates: list[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates that stand, in the order of the text: no two share a character, the heavier one wins.

    A verb inside the clause of another verb belongs to what is reported: its own words give way.

    Args:
        candidates: of one article, in any order.
        reading: the article.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> rivals = [Candidate(0, 16, "indirect", "clause_tail"), Candidate(0, 14, "direct", "tail")]
    >>> [c.rule for c in select(rivals, read("The ferry is late, Lee said.", lexicon.load("en")))]
    ['tail']
    """
    taken, kept = bytearray(len(reading.text)), []
    reported = _reported(candidates, reading)
    ordered = sorted(candidates, key=lambda c: (_nested(c, reported), -weight(c), c.start, c.end))
    for candidate in ordered:
        start, end = candidate.start, candidate.end
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _reported(candidates: list[Candidate], reading: Reading) -> bytearray:
    """For each token, whether it stands in a clause that some verb reports."""
    held = bytearray(len(reading.line))
    for candidate in candidates:
        if candidate.rule in OUTER and candidate.source is not None:
            first, last = reading.at(candidate.start), reading.at(candidate.end)
            held[first:last] = b"\x01" * (last - first)
    return held


def _nested(candidate: Candidate, reported: bytearray) -> bool:
    return candidate.cue is not None and bool(reported[candidate.cue.head]) and candidate.rule != "inside"
