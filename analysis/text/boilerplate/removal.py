"""A raw text without some of its lines, and the way back from the cleaned text to the raw one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from analysis.text.boilerplate.lines import Line
from analysis.text.words import Span, written_lines


def kept(text: str, lines: Iterable[Line]) -> list[Span]:
    r"""The stretches of a raw text that stay when lines are removed and blank lines collapse to one.

    Args:
        text: the raw text.
        lines: of find() in the same text, in any order; only where they begin is looked at.

    Returns:
        Spans of the raw text, in order; joined, they are what remove() gives.

    >>> raw = "He left.\n \n\n\nLeave a Reply\n\nShe stayed.\n"
    >>> [raw[start:end] for start, end in kept(raw, [Line(13, 26, "Leave a Reply", "comments", "exact")])]
    ['He left.', '\n', '\n', 'She stayed.']
    """
    gone = sorted(line.start for line in lines)
    stay = [span for span in written_lines(text) if not _among(gone, span.start, span.start + 1)]
    pieces = [(one, *_breaks(text, one.end, other.start, gone)) for one, other in pairwise(stay)]
    return [piece for group in pieces for piece in group] + stay[-1:]


def _breaks(text: str, start: int, end: int, gone: list[int]) -> list[Span]:
    """The line ends to keep between two lines: one, or two where a blank line stood."""
    first, last = text.index("\n", start), text.rindex("\n", start, end)
    blank = text.count("\n", start, end) - _among(gone, start, end) > 1
    return [Span(first, first + 1), Span(last, last + 1)] if blank else [Span(first, first + 1)]


def _among(numbers: list[int], start: int, end: int) -> int:
    """How many of the ordered numbers lie from start to before end."""
    return bisect_left(numbers, end) - bisect_left(numbers, start)


def remove(text: str, lines: Iterable[Line]) -> str:
    r"""The raw text without these lines; blank lines collapse to one, the ends are stripped.

    Args:
        text: the raw text.
        lines: of find() in the same text, in any order.

    >>> remove("He left.\n\n\n\nLeave a Reply\n", [Line(12, 25, "Leave a Reply", "comments", "exact")])
    'He left.'
    """
    return "".join(text[start:end] for start, end in kept(text, lines))


def to_raw(span: tuple[int, int], pieces: Sequence[Span]) -> Span:
    r"""Where a span of a cleaned text lies in its raw text.

    Args:
        span: start and end in the cleaned text, not empty.
        pieces: what `kept` gave for the raw text.

    Raises:
        ValueError: when the span is empty or does not lie in the cleaned text.

    >>> to_raw((3, 7), [Span(12, 20)])
    Span(start=15, end=19)
    """
    ends = list(accumulate(end - start for start, end in pieces))
    length = ends[-1] if ends else 0
    if not 0 <= span[0] < span[1] <= length:
        raise ValueError(f"span={tuple(span)} must lie in the cleaned text, which has {length} code points")
    first, last = bisect_right(ends, span[0]), bisect_left(ends, span[1])
    return Span(pieces[first].end - ends[first] + span[0], pieces[last].end - ends[last] + span[1])
