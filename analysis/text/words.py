"""Normalised text, and the spans everything else is measured in."""

import unicodedata
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: code points, half-open, so that `text[start:end]` is the stretch."""

    start: int
    end: int


def normalise(text: str) -> str:
    r"""The text as every offset counts it: NFC, `\n` line ends, no NUL and no byte-order mark.

    >>> normalise("\ufeffe\u0301te\u0301\r\nfini")
    'été\nfini'
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", unix.replace("\x00", "").replace("\ufeff", ""))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many code points two spans share.

    >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
    (2, 0)
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
