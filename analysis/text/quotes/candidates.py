"""What a rule proposes, and how proposals are compared."""

from typing import NamedTuple

from analysis.text.quotes.cues import Cue
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.subjects import Stretch

WEIGHTS = {
    "head": 9.0,
    "tail": 9.0,
    "that": 6.0,
}
"""Which rule is believed where two claim the same words."""


class Candidate(NamedTuple):
    """One quotation as a rule proposes it.

    Args:
        start: code point where the content begins.
        end: code point after it.
        kind: direct, mixed or indirect.
        rule: the rule that proposes it.
        cue: the reporting verb.
        source: tokens of who speaks.
        part: candidates of one cue with the same part number are one utterance.
    """

    start: int
    end: int
    kind: str
    rule: str
    cue: Cue | None = None
    source: Stretch | None = None


def select(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that stand, in the order of the text: no two share a word, the heavier rule wins."""
    kept: list[Candidate] = []
    ordered = sorted(candidates, key=lambda c: (-WEIGHTS[c.rule] - (c.source is not None), c.start, c.end))
    taken: list[tuple[int, int]] = []
    for candidate in ordered:
        if all(candidate.end <= start or end <= candidate.start for start, end in taken):
            kept.append(candidate)
            taken.append((candidate.start, candidate.end))
    return sorted(kept, key=lambda c: c.start)
