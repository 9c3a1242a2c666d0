"""Numbers and abbreviations as they are read aloud: how many syllables."""

import re
from collections.abc import Mapping
from typing import Any

from analysis.text.lexicon import Lexicon

GROUP = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d{3}(?!\d))")  # the sign between thousands: 20 000   20,000

LONGEST = 12
"""Digits that are read: a longer number is no number of a text but a code."""


def syllables(token: str, lexicon: Lexicon) -> int | None:
    """The syllables of a number or an abbreviation read aloud; None for any other word.

    Args:
        token: a word in lower case.
        lexicon: of its language; without a `[numbers]` table every word is another word.

    >>> from analysis.text.lexicon import load
    >>> [syllables(token, load("fr")) for token in ("10", "1,5", "2022", "mme", "pain")]
    [1, 4, 4, 2, None]
    >>> [syllables(token, load("es")) for token in ("21", "25", "31")]
    [3, 4, 5]
    """
    table = lexicon.section("numbers")
    if not table:
        return None
    if token in table["abbreviations"]:
        return int(table["abbreviations"][token])
    if not token[:1].isdecimal():
        return None
    parts = re.findall(r"\d+", GROUP.sub("", token))
    spoken = sum(_read(int(part[:LONGEST]), table) for part in parts)
    return spoken + int(table["point"]) * (len(parts) - 1)


def _read(number: int, table: Mapping[str, Any]) -> int:
    """Syllables of a cardinal; millions and more are read in thousands, which is near enough."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        spoken = _read(thousands, table) if thousands > 1 else 0
        return spoken + int(table["thousand"]) + (_read(rest, table) if rest else 0)
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        spoken = int(table["units"][hundreds]) if hundreds > 1 else 0
        return spoken + int(table["hundred"]) + (_read(rest, table) if rest else 0)
    return _below_hundred(number, table)


def _below_hundred(number: int, table: Mapping[str, Any]) -> int:
    if number < 20:
        return int(table["units"][number])
    if fused := table.get("fused", {}).get(str(number)):
        return int(fused)
    tens, rest = divmod(number, 10)
    if tens in table["over_teens"]:
        tens, rest = tens - 1, rest + 10
    tail = table["and"] + table["units"][rest] if rest else 0
    return int(table["tens"][tens - 2] + tail)
