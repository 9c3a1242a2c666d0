"""Hard-wrapped text, as wires, old archives and mail print it: the line breaks that only the width made."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 40, 120
"""Code points in the longest line of wrapped text."""

SLACK = 4
"""Code points by which a line may fall short of the width although the next word would have had room."""

MOST, FEW = 0.6, 0.3
"""Share of the breaks that the width explains; share of these that come after the end of a sentence."""

FEWEST = 2
"""Breaks by which a block shows its width by itself."""

ENDED = tuple(f"{sign}{mark}" for sign in ".?!…:" for mark in ("", *"»”“\"’')]", " »"))
"""How a line ends that ends with a sentence."""


class Break(NamedTuple):
    """A single line break: where, how wide its line is, and how wide with the first word of the next."""

    at: int
    width: int
    needed: int
    ended: bool
    indented: bool


def unwrapped(text: str) -> str:
    r"""A text as long as before, in which a space stands for each line break that only the width made.

    A block of lines is wrapped where most of its lines had no room for the first word of the next, and few
    end with a sentence; its width then tells for all blocks of the text. A line that had room, or an indent,
    begins a paragraph. A text with one paragraph a line comes back as it is.

    >>> line = "The council met on Monday and spoke of nothing but the old"
    >>> unwrapped(f"Ferry late\n\n{line}\n{line}\nferry.\nIt rained.").count("\n")
    3
    """
    blocks = _blocks(text) if "\n" in text else []
    width = _width(blocks)
    if not width:
        return text
    pieces, done = [], 0
    for one in (one for block in blocks for one in block if _is_soft(one, width)):
        pieces += [text[done : one.at], " "]
        done = one.at + 1
    return "".join([*pieces, text[done:]])


def _blocks(text: str) -> list[list[Break]]:
    """The single line breaks of a text, those of lines without an empty one between together."""
    blocks: list[list[Break]] = [[]]
    at = -1
    for line, after in pairwise(text.split("\n")):
        at += len(line) + 1
        if line.strip() and after.strip():
            blocks[-1].append(_break(at, line.rstrip(), after))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _break(at: int, line: str, after: str) -> Break:
    word = after.split(None, 1)[0]
    indented = _indent(after) > _indent(line)
    return Break(at, len(line), len(line) + 1 + len(word), line.endswith(ENDED), indented)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(blocks: list[list[Break]]) -> int:
    """The width at which most of a text is wrapped; 0 where it is not."""
    wrapped: Counter[int] = Counter()
    for block in blocks:
        width = max(one.width for one in block)
        if len(block) >= FEWEST and NARROWEST <= width <= WIDEST and _is_wrapped(block, width):
            wrapped[width] += len(block)
    if 2 * wrapped.total() < sum(map(len, blocks)):
        return 0
    return max(wrapped, default=0)


def _is_wrapped(block: list[Break], width: int) -> bool:
    soft = [one for one in block if _is_soft(one, width)]
    return len(soft) >= MOST * len(block) and sum(one.ended for one in soft) <= FEW * len(soft)


def _is_soft(one: Break, width: int) -> bool:
    """Whether a line ended because the next word had no room."""
    return one.width <= width and one.needed > width - SLACK and not one.indented
