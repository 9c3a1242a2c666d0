"""Marked words that no verb of their own reports: they belong to whoever spoke last."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import bounds

NEAR = 2
"""Paragraphs back within which a speaker may still hold the floor."""


def floating(reading: Reading, chosen: list[Candidate]) -> Iterator[Candidate]:
    """Marked sentences without a verb, after the words of somebody.

    fr: « Nous partons », a dit Anne Roy. « Tout est prêt. » en: “We leave,” Lee said. “All is ready.”

    Args:
        reading: the article.
        chosen: the candidates that stand, in order.
    """
    starts = [candidate.start for candidate in chosen]
    breaks = [at for at, char in enumerate(reading.text) if char == "\n"]
    firsts = [first for first, _ in reading.sentences]
    last: Candidate | None = None
    for number, mark in enumerate(reading.marked):
        before = bisect_left(starts, mark.start)
        covered = (before < len(chosen) and chosen[before].start < mark.end) or (
            before > 0 and chosen[before - 1].end > mark.start
        )
        if covered:
            continue
        following = chosen[before] if before < len(chosen) else None
        if mark.state == "continued" and following and following.kind == "direct":
            yield Candidate(mark.start, mark.end, "direct", "floating", following.cue, following.source)
            continue
        previous = chosen[before - 1] if before else None
        if last is not None and (previous is None or last.start > previous.start):
            previous = last
        if previous is None or not _alone(reading, number, firsts):
            continue
        paragraphs = bisect_left(breaks, mark.start) - bisect_right(breaks, previous.end)
        if paragraphs <= NEAR * 2:
            last = Candidate(mark.start, mark.end, "direct", "floating", previous.cue, previous.source)
            yield last


def _alone(reading: Reading, number: int, firsts: list[int]) -> bool:
    """Whether the marked stretch is a sentence by itself, or several."""
    first, last = bounds(reading, number)
    held = bisect_right(firsts, first) - 1
    begin, end = reading.sentences[held]
    return first - begin <= 1 and all(tag in '.,")(-¶' for tag in reading.tags[last:end]) and last - first > 4
