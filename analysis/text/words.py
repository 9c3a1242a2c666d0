"""Normalised text, and the spans everything else is measured in."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from sys import intern
from typing import NamedTuple

from analysis.text.lexicon import Lexicon

NUMBER = r"\d+(?:[.,:\u00a0\u202f]\d+)*(?!\w)"  # 1,5   14:30   20 000
ACRONYM = r"[^\W\d_]\.(?:[^\W\d_]\.)+"  # U.S.
AROUND = '«“„"([.,;:!?…)]”»'  # stands around a word and is never in one that has letters alone
GROUPED = re.compile(r"[\u00a0\u202f](?<=\d.)(?=\d)")  # the space of 20 000, which does not break


class Span(NamedTuple):
    """A stretch of text: code points, half-open, so that `text[start:end]` is the stretch."""

    start: int
    end: int


def normalise(text: str) -> str:
    r"""The text as every offset counts it: NFC, `\n` line ends, no NUL and no byte-order mark.

    Args:
        text: as a file or a page gave it.

    >>> normalise("\ufeffe\u0301te\u0301\r\nfini")
    'été\nfini'
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return unicodedata.normalize("NFC", unix.replace("\x00", "").replace("\ufeff", ""))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many code points two spans share.

    Args:
        one: start and end, half-open.
        other: likewise.

    >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
    (2, 0)
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def holds(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text as words of its own.

    Args:
        text: any text.
        phrase: a word or several, in the case of the text.

    >>> holds("en off, hier", "en off"), holds("en offrant", "en off"), holds("lemaire", "maire")
    (True, False, False)
    """
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def written_lines(text: str) -> Iterator[Span]:
    r"""The lines that are not blank, without the white space around them.

    Args:
        text: any text.

    >>> list(written_lines("One.\n \n  Two.\n"))
    [Span(start=0, end=4), Span(start=9, end=13)]
    """
    return (Span(*match.span()) for match in re.finditer(r"\S(?:[^\n]*\S)?", text))


def find(text: str, lexicon: Lexicon) -> list[Span]:
    """The words of a text: an elided word is a word, a number is one, punctuation is none.

    Args:
        text: any text.
        lexicon: of its language, for its elided words and whether a hyphen parts words.

    >>> from analysis.text.lexicon import load
    >>> text = "Aujourd'hui, l'opération coûte 1,5 % : qu'en dit-elle ?"
    >>> " ".join(text[start:end] for start, end in find(text, load("fr")))
    "Aujourd'hui l' opération coûte 1,5 qu' en dit elle"
    """
    return [Span(*found.span()) for found in _pattern(lexicon).finditer(text)]


def chunks(text: str) -> list[str]:
    """What stands between two spaces, in lower case; the space inside a number, 20 000, parts nothing.

    Args:
        text: any text.

    >>> chunks("Aujourd'hui, 20\u202f000 mineurs")
    ["aujourd'hui,", '20000', 'mineurs']
    """
    small = text.lower()
    grouped = "\u00a0" in small or "\u202f" in small
    return (GROUPED.sub("", small) if grouped else small).split()


def cut(chunk: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of one of chunks(): those of all chunks are what find() finds, in lower case, interned.

    Args:
        chunk: what stands between two spaces, in lower case.
        lexicon: of its language.

    Returns:
        None, one or several words: punctuation is none, "l'eau" is two in French.

    >>> from analysis.text.lexicon import load
    >>> [cut(chunk, load("en")) for chunk in chunks("Don't touch “well-known” U.S. …")]
    [("don't",), ('touch',), ('well-known',), ('u.s.',), ()]
    """
    bare = chunk.strip(AROUND)
    return (intern(bare),) if bare.isalpha() else tuple(map(intern, _pattern(lexicon).findall(chunk)))


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    table = lexicon.section("spelling")
    elided = "|".join(sorted(table.get("elided", ()), key=len, reverse=True))
    elision = rf"(?<!\w)(?i:{elided})['’](?=\w)|" if elided else ""
    inner = "['’]" if table.get("hyphen_parts") else "['’-]"
    return re.compile(rf"{elision}{ACRONYM}|{NUMBER}|[^\W_]+(?:{inner}[^\W_]+)*")
