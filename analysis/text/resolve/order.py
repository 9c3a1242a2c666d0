"""Things in the order of the text: those that begin before a place, after it, in a stretch."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from analysis.text.mentions import Mention
from analysis.text.words import Span

START = attrgetter("start")

Placed = TypeVar("Placed")
"""What has a `start`, its code point."""


def preceding(ordered: Sequence[Placed], at: int, number: int = 1) -> Sequence[Placed]:
    """The last ones, in order, that begin before a code point.

    >>> preceding([Span(0, 3), Span(4, 9)], 4)
    [Span(start=0, end=3)]
    """
    last = bisect_left(ordered, at, key=START)
    return ordered[max(0, last - number) : last]


def following(ordered: Sequence[Placed], at: int, number: int = 1) -> Sequence[Placed]:
    """The first ones, in order, that begin at a code point or after it.

    >>> following([Span(0, 3), Span(4, 9)], 4)
    [Span(start=4, end=9)]
    """
    first = bisect_left(ordered, at, key=START)
    return ordered[first : first + number]


def beside(ordered: Sequence[Placed], stretch: Span | Mention) -> list[Placed]:
    """The last that begins before a stretch, and the first that begins after it.

    >>> beside([Span(0, 3), Span(4, 9), Span(9, 12)], Span(4, 9))
    [Span(start=0, end=3), Span(start=9, end=12)]
    """
    return [*preceding(ordered, stretch.start), *following(ordered, stretch.end)]


def inside(at: int, stretches: Sequence[Span]) -> bool:
    """Whether a code point lies in one of some stretches that are in order and do not overlap.

    >>> inside(4, [Span(0, 3), Span(4, 9)]), inside(3, [Span(0, 3), Span(4, 9)])
    (True, False)
    """
    number = bisect_right(stretches, at, key=START)
    return number > 0 and at < stretches[number - 1].end


def within(ordered: Sequence[Placed], stretch: Span) -> Sequence[Placed]:
    """Those that begin in a stretch.

    >>> within([Span(0, 3), Span(4, 9), Span(9, 12)], Span(3, 9))
    [Span(start=4, end=9)]
    """
    first, last = (bisect_left(ordered, at, key=START) for at in stretch)
    return ordered[first:last]
