"""What a rule proposes, and how proposals are compared."""

from typing import NamedTuple

from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue
from analysis.text.words import Span

RULES = {
    "inside": "verb and speaker stand inside the marks and cut the words in two",
    "tail": "a verb follows the marked words",
    "head": "a verb leads to the marked words",
    "turn": "a line opens with who speaks and a colon",
    "zero": "the reported clause follows its verb without a word between",
    "that": "a word such as that opens the reported clause",
    "question": "a question word opens the reported clause",
    "according": "a phrase such as according to attributes the words",
    "as_clause": "the sentence opens with as and a verb",
    "infinitive": "the verb takes an infinitive",
    "label": "a verb of naming or blaming applies marked words to somebody",
    "clause_tail": "a verb follows or interrupts an unmarked clause",
    "passive": "a passive verb reports and nobody says who speaks",
    "after_colon": "an unmarked clause follows a verb and a colon",
    "colon": "a colon without a reporting verb leads to marked words",
    "looking_back": "the sentence after it says who said it",
    "floating": "it goes on with what was said before",
}
"""The rules, each in words, in the order in which they are believed where two claim the same words."""

RANK = {rule: number for number, rule in enumerate(RULES)}

OUTER = frozenset({"that", "zero", "question", "according", "as_clause", "clause_tail", "turn"})
"""Rules whose words may hold a verb of reporting that is itself reported."""

SHORTEST = 3
"""Tokens in the shortest reported clause."""

ASKING = frozenset("?!…")
BEFORE_WORDS = pattern("(COMMA | COLON | SEMICOLON | DASH)*")
AFTER_WORDS = pattern("(COMMA | COLON | SEMICOLON | DASH | STOP | BREAK | BRACKET)*")


class Candidate(NamedTuple):
    """One quotation as a rule proposes it.

    Args:
        start: code point where the content begins.
        end: code point after it.
        kind: direct, mixed or indirect.
        rule: the rule that proposes it.
        cue: the reporting verb or phrase.
        source: tokens of who speaks.
        via: tokens of who passes it on.
    """

    start: int
    end: int
    kind: str
    rule: str
    cue: Cue | None = None
    source: Stretch | None = None
    via: Stretch | None = None


def clause(reading: Reading, where: Stretch, rule: str, cue: Cue, source: Stretch | None) -> Candidate:
    """The candidate for a reported clause: mixed where some of it stands between marks, else indirect.

    A clause that is nothing but one marked stretch is direct. Signs at its edges are left out.

    Args:
        where: first and last (exclusive) token of the clause.
        rule: the rule that proposes it, one of `RULES`.
        source: None where nobody is named.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> read = reading.read("The captain said the ferry was “hopelessly late”.", lexicon.load("en"))
    >>> made = clause(read, (3, 11), "zero", verbs.find(read)[1][0], (0, 2))
    >>> made.kind, read.text[made.start : made.end]
    ('mixed', 'the ferry was “hopelessly late”')
    """
    line, (first, last) = reading.line, where
    first = BEFORE_WORDS.skip(line, first, last)
    end = AFTER_WORDS.skip_back(line, last, first)
    if rule == "turn":  # whose own words may be a question
        end = max((at + 1 for at in range(end, last) if reading.lows[at] in ASKING), default=end)
    held = {number for number in reading.inside[first:end] if number >= 0}
    span = Span(reading.starts[first], reading.ends[max(first, end - 1)])
    if len(held) == 1 and (only := reading.marked[min(held)]).open <= span.start and span.end <= only.close:
        return Candidate(only.start, only.end, "direct", rule, cue, source)
    return Candidate(*span, "mixed" if held else "indirect", rule, cue, source)


def select(candidates: list[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates that stand, in the order of the text: no two share a character.

    Of two that do, the one whose rule stands first in `RULES` wins, then the one that knows who speaks. A
    verb inside the clause of another verb belongs to what is reported: its own words give way.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> rivals = [Candidate(0, 16, "indirect", "clause_tail"), Candidate(0, 14, "direct", "tail")]
    >>> [c.rule for c in select(rivals, read("The ferry is late, Lee said.", lexicon.load("en")))]
    ['tail']
    """
    taken, kept = bytearray(len(reading.text)), []
    reported = _reported(candidates, reading)

    def belief(c: Candidate) -> tuple[bool, int, bool, int, int]:
        nested = c.cue is not None and bool(reported[c.cue.head]) and c.rule != "inside"
        return nested, RANK[c.rule], c.source is None, c.start, c.end

    for candidate in sorted(candidates, key=belief):
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
