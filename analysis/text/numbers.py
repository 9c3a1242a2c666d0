"""Numbers and abbreviations as they are read aloud: how many syllables."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis.text.lexicon import Lexicon

GROUP = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d{3}(?!\d))")  # the sign between thousands: 20 000   20,000

ROMAN = re.compile(r"[ivx]+")

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


def spelt(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a text that are read letter by letter, by their capitals: CGT, EDF, the EU.

    Capitals beside capitals are a line in capitals and no such word, nor is a Roman numeral.

    Args:
        text: as it was written.
        lexicon: of its language, for its `[initialisms]`; without them none is found.

    Returns:
        These words in lower case, in order, each as often as it stands there.

    >>> from analysis.text.lexicon import load
    >>> spelt("La CGT et l'EDF, l'ONU, MM. Roy, Pie XII. LE PONT DE VAL", load("fr"))
    ['cgt', 'edf']
    """
    found = _capitals(lexicon).findall(text) if lexicon.section("initialisms") else ()
    return [word for capitals in found if letters(word := capitals.lower(), lexicon)]


@cache
def _capitals(lexicon: Lexicon) -> re.Pattern[str]:
    table = lexicon.section("initialisms")
    some = f"[{table['alphabet'].upper()}]"
    before, after = rf"(?<![\w-].)(?<!{some}{{2}}[\s'’].)", rf"(?![\w-])(?![\s'’]{some}{{2}})"
    # A capital first: what opens with a class of letters is searched five times faster than with what is not.
    return re.compile(rf"{some}{before}{some}{{1,{table['most'] - 1}}}{after}")


def letters(word: str, lexicon: Lexicon) -> int:
    """The syllables of a word read letter by letter, 0 for one that is never read so.

    Args:
        word: in lower case.
        lexicon: of its language, for its `[initialisms]`.

    >>> from analysis.text.lexicon import load
    >>> [letters(word, load("en")) for word in ("itv", "wto", "xiv", "nasa", "sim")]
    [3, 5, 0, 0, 0]
    """
    table = lexicon.section("initialisms")
    known = table and 1 < len(word) <= table["most"] and not set(word).difference(table["alphabet"])
    if not known or word in table["words"] or ROMAN.fullmatch(word):
        return 0
    if word in lexicon.section("numbers").get("abbreviations", ()):
        return 0
    return sum(table.get("letters", {}).get(letter, 1) for letter in word)
