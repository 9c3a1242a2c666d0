"""Single quote marks told from apostrophes: `'em`, `the nurses' wages`, `l 'été`, `Nature 's`."""

import re
from collections.abc import Sequence
from functools import cache

from analysis.text.grammar.word_lists import alternatives, words
from analysis.text.lexicon import Lexicon
from analysis.text.marks.glyphs import SINGLE, Glyph

LONGEST = 12
"""Code points of the longest word that ends with its apostrophe, `lorsqu'`, and a space: bounds cost."""

BEGINS = re.compile(r"(?:\A|[.?!…:,—–(\[«“„\"])\Z")
"""What stands before a mark that opens a sentence."""


def left_out(text: str, start: int, end: int, glyphs: Sequence[Glyph], lexicon: Lexicon) -> list[Glyph]:
    """The marks of a paragraph without its apostrophes: a single mark stays where it has its other half.

    Args:
        text: an article.
        start: code point where the paragraph begins.
        end: code point after it.
        glyphs: its marks, in order.
        lexicon: its language; `[marks] apostrophes` lists words that begin or end with one.

    >>> from analysis.text import lexicon
    >>> from analysis.text.marks.glyphs import find
    >>> text, english = "Get 'em out. 'The nurses' room is shut,' said Ann.", lexicon.load("en")
    >>> [one.at for one in left_out(text, 0, 50, list(find(text, 0, 50, english)), english)]
    [13, 39]
    """
    singles = [
        one for one in glyphs if one.glyph in SINGLE and not _is_of_a_word(text, start, end, one, lexicon)
    ]
    kept = _paired(text, start, end, singles, bool(words(lexicon, "tokens.possessives")))
    return [one for one in glyphs if one.glyph not in SINGLE or one.at in kept]


def _paired(text: str, start: int, end: int, singles: list[Glyph], possessive: bool) -> set[int]:
    """Where the single marks stand that open and close a stretch."""
    plural = [possessive and _is_plural(text, end, one) for one in singles]
    closes_later = _closes_later(singles, plural)
    kept: set[int] = set()
    opened: Glyph | None = None
    for one, doubtful, later in zip(singles, plural, closes_later, strict=True):
        if one.turn == 1:
            opened = one if opened is None or _begins(text, start, one.at) else opened
        elif opened is not None and not (doubtful and later):
            kept |= {opened.at, one.at}
            opened = None
    return kept


def _begins(text: str, start: int, at: int) -> bool:
    """Whether a mark stands where a sentence or a quotation begins."""
    return BEGINS.search(text[max(start, at - 2) : at].strip()) is not None


def _is_plural(text: str, end: int, one: Glyph) -> bool:
    """Whether a mark may be that of a possessive, `the nurses’ wages`: after an s, and a word follows."""
    return text[one.at - 1] in "sS" and text[one.at + 1 : min(end, one.at + 3)].strip().isalnum()


def _closes_later(singles: list[Glyph], plural: list[bool]) -> list[bool]:
    """For each mark, whether one that closes for certain comes before the next that opens."""
    told = []
    closes = False
    for one, doubtful in zip(reversed(singles), reversed(plural), strict=True):
        told.append(closes)
        closes = closes if doubtful and one.turn != 1 else one.turn != 1
    return told[::-1]


def _is_of_a_word(text: str, start: int, end: int, one: Glyph, lexicon: Lexicon) -> bool:
    """Whether a mark is an apostrophe by the word it stands at, or by its look: `’90s`."""
    leading, trailing = _listed(lexicon)
    at, after = one.at, text[one.at + 1 : one.at + 2] if one.at + 1 < end else " "
    if one.turn == 1 and (one.glyph == "’" or not after.isalpha()):
        return True
    if trailing is not None and trailing.search(text[max(start, at - LONGEST) : at]):
        return True
    return leading is not None and leading.match(text, at + 1, end) is not None


@cache
def _listed(lexicon: Lexicon) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The words of a language that begin with an apostrophe, and those that end with one, both without it."""
    listed = words(lexicon, "marks.apostrophes") | words(lexicon, "tokens.enclitics")
    leading = alternatives(word[1:] for word in listed if word[:1] == "'" and len(word) > 1)
    listed = words(lexicon, "marks.apostrophes") | words(lexicon, "tokens.proclitics")
    trailing = alternatives(word[:-1] for word in listed if word[-1:] == "'")
    return (
        re.compile(rf"{leading}(?!['’]?\w)", re.IGNORECASE) if leading else None,
        re.compile(rf"(?<!\w){trailing}\s?\Z", re.IGNORECASE) if trailing else None,
    )
