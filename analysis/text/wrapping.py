"""Hard-wrapped text, as wires, old archives and mail print it: the line breaks that only the width made."""

import re
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 40, 120
"""Code points in the longest line of wrapped text; a shorter line tells nothing."""

SLACK = 4
"""Code points by which a line may fall short of the width although the next word would have had room."""

MOST, SMALL = 0.6, 0.2
"""Share of the breaks that the width explains; share of these that a small letter follows."""

FEWEST = 3
"""Breaks that show a width."""

RUNS_ON = re.compile(r"[^\W_]\Z|[,;–—][”“\"»’']?\Z")
"""How a line ends that a small letter goes on from, whatever its width."""


class Break(NamedTuple):
    """A single line break: where, how wide its line is, and how wide with the first word of the next."""

    at: int
    width: int
    needed: int
    indented: bool
    small: bool
    runs_on: bool


def unwrapped(text: str) -> str:
    r"""A text as long as before, in which a space stands for each line break that only the width made.

    A text is wrapped where most of its lines that another follows had no room for the first word of that,
    and some of these words begin with a small letter. After a line that had room, or before an indent, a
    paragraph begins. A text with one paragraph a line comes back as it is.

    >>> lines = "The council met on Monday and spoke of nothing but the old\nferry, which nobody wants."
    >>> unwrapped(f"Ferry late\n\n{lines}\nIt rained.").count("\n")
    3
    """
    breaks = _breaks(text) if "\n" in text else []
    width = _width(breaks)
    pieces, done = [], 0
    for one in breaks:
        if one.runs_on or (width and _is_soft(one, width)):
            pieces += [text[done : one.at], " "]
            done = one.at + 1
    return "".join([*pieces, text[done:]]) if pieces else text


def _breaks(text: str) -> list[Break]:
    """The line breaks of a text with no empty line beside them."""
    breaks, at = [], -1
    for line, after in pairwise(text.split("\n")):
        at += len(line) + 1
        if line.strip() and after.strip():
            breaks.append(_break(at, line.rstrip(), after))
    return breaks


def _break(at: int, line: str, after: str) -> Break:
    word = after.strip().split(" ", 1)[0]  # a no-break space does not end a word
    indented = _indent(after) > _indent(line)
    small = word[0].islower()
    runs_on = len(line) >= NARROWEST and small and bool(RUNS_ON.search(line[-2:]))
    return Break(at, len(line), len(line) + 1 + len(word), indented, small, runs_on)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(breaks: list[Break]) -> int:
    """The width that explains most of the line breaks of a text; 0 where none does."""
    wide = [one for one in breaks if one.width >= NARROWEST]
    widths = {one.width for one in wide if one.width <= WIDEST}
    width = max(widths, key=lambda width: sum(_is_soft(one, width) for one in wide), default=0)
    soft = [one for one in wide if _is_soft(one, width)]
    enough = len(soft) >= max(FEWEST, MOST * len(wide))
    return width if enough and sum(one.small for one in soft) >= SMALL * len(soft) else 0


def _is_soft(one: Break, width: int) -> bool:
    """Whether a line ended because the next word had no room."""
    return one.width <= width and one.needed > width - SLACK and not one.indented
