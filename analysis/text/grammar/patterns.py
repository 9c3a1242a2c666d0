"""Patterns over word classes: what a stretch of tokens looks like, written once and asked in both directions.

A pattern is written in the names of `classes`, as a chunk grammar is (compare nltk's `RegexpParser`):

    PREPOSITION (DETERMINER | NUMBER)* NOUN{1,3}

Names beside each other follow each other, `|` parts choices, `NOT` before a name or a choice means any other
class, `ANY` any; `? * + {2,5}` say how often. It is compiled to a regular expression over the line of a text,
in which one letter stands for each token.
"""

import re
from functools import cache
from typing import NamedTuple

from analysis.text.grammar.classes import LETTERS, any_of

PIECE = re.compile(r"[A-Z_]+|[()|?*+]|\{\d*,?\d*\}")
ANY = frozenset("".join(LETTERS.values()))
"""The letters of all classes."""


class Pattern(NamedTuple):
    """A pattern ready to be asked; `line` is always the line of a whole text, the other numbers are tokens.

    Fields:
        written: as it stands in the rule
        forth: the regular expression
        back: the one of the same pattern for a line read backwards
    """

    written: str
    forth: re.Pattern[str]
    back: re.Pattern[str]

    def fits(self, line: str, first: int, last: int) -> bool:
        """Whether a whole stretch, `last` excluded, is of this pattern.

        >>> pattern("DETERMINER NOUN+").fits("dwAf", 0, 3), pattern("DETERMINER").fits("dwAf", 0, 3)
        (True, False)
        """
        return self.forth.fullmatch(line, first, last) is not None

    def skip(self, line: str, at: int, stop: int) -> int:
        """The token after the stretch of this pattern that begins at `at`; `at` where none does.

        >>> pattern("DETERMINER NOUN+").skip("dwAf", 0, 4), pattern("DETERMINER").skip("dwAf", 1, 4)
        (3, 1)
        """
        found = self.forth.match(line, at, stop)
        return found.end() if found else at

    def skip_back(self, line: str, at: int, floor: int) -> int:
        """The first token of the stretch of this pattern that ends before `at`; `at` where none does.

        >>> pattern("DETERMINER NOUN+").skip_back("dwAf", 3, 0), pattern("COMMA").skip_back("dwAf", 3, 0)
        (0, 3)
        """
        found = self.back.match(line[floor:at][::-1]) if at > floor else None
        return at - found.end() if found else at

    def find(self, line: str, first: int, last: int) -> int | None:
        """The token where the first stretch of this pattern begins, None where there is none.

        >>> pattern("NOUN").find("d,wA", 0, 4), pattern("DASH").find("d,wA", 0, 4)
        (2, None)
        """
        found = self.forth.search(line, first, last)
        return found.start() if found else None

    def find_back(self, line: str, first: int, last: int) -> int | None:
        """The token where the last stretch of this pattern begins, None where there is none.

        >>> pattern("NOUN").find_back("d,wA,", 0, 5), pattern("NOUN NOUN").find_back("d,wA,", 0, 5)
        (3, 2)
        """
        found = self.back.search(line[first:last][::-1]) if last > first else None
        return last - found.end() if found else None

    def within(self, line: str, first: int, last: int) -> bool:
        """Whether some of a stretch is of this pattern.

        >>> pattern("COMMA").within("d,wA", 0, 4), pattern("COMMA").within("d,wA", 2, 4)
        (True, False)
        """
        return self.forth.search(line, first, last) is not None


@cache
def pattern(written: str) -> Pattern:
    r"""A pattern, compiled.

    Args:
        written: in names of word classes, as above.

    Raises:
        ValueError: where a name is no word class, or the pattern is not well formed.

    >>> pattern("(COMMA | DASH){1,2} NOT (VERB | STOP)").forth.pattern
    '[,\\-]{1,2}[^\\.bfhmv]'
    """
    pieces = PIECE.findall(written)
    parsed = _choice(pieces) if "".join(pieces) == "".join(written.split()) else None
    if parsed is None or pieces:
        raise ValueError(f"pattern={written!r} must hold names of word classes and ( ) | ? * + {{1,2}} only")
    return Pattern(written, re.compile(parsed.forth), re.compile(parsed.back))


class _Parsed(NamedTuple):
    """A piece of a pattern: its expression forwards and backwards, its letters where it is one token."""

    forth: str
    back: str
    letters: frozenset[str] | None = None


def _one(letters: frozenset[str], other: bool = False) -> _Parsed:
    """One token of some classes, or of any other."""
    chosen = "".join(sorted(letters))
    written = f"[{'^' * other}{re.escape(chosen)}]"
    return _Parsed(written, written, ANY - letters if other else letters)


def _choice(pieces: list[str]) -> _Parsed:
    """What stands up to the end or a closing bracket; takes it off the pieces."""
    found = [_sequence(pieces)]
    while pieces[:1] == ["|"]:
        pieces.pop(0)
        found.append(_sequence(pieces))
    if len(found) == 1:
        return found[0]
    sets = [one.letters for one in found if one.letters is not None]
    if len(sets) == len(found):
        return _one(frozenset().union(*sets))
    forth, back = ("|".join(sides) for sides in zip(*(one[:2] for one in found), strict=True))
    return _Parsed(f"(?:{forth})", f"(?:{back})")


def _sequence(pieces: list[str]) -> _Parsed:
    """Pieces that follow each other."""
    found = []
    while pieces and pieces[0] not in ("|", ")"):
        found.append(_repeated(pieces))
    if len(found) == 1:
        return found[0]
    return _Parsed("".join(one.forth for one in found), "".join(one.back for one in reversed(found)))


def _repeated(pieces: list[str]) -> _Parsed:
    """One piece with how often it stands."""
    one = _piece(pieces)
    if not pieces or pieces[0][0] not in "?*+{":
        return one
    times = pieces.pop(0)
    whole = one if one.letters is not None else _Parsed(f"(?:{one.forth})", f"(?:{one.back})")
    return _Parsed(whole.forth + times, whole.back + times)


def _piece(pieces: list[str]) -> _Parsed:
    """A class, a choice in brackets, or any other class than those."""
    piece = pieces.pop(0)
    if piece == "(":
        one = _choice(pieces)
        if pieces[:1] != [")"]:
            raise ValueError("a pattern does not close a bracket")
        pieces.pop(0)
        return one
    if piece == "NOT":
        letters = _piece(pieces).letters
        if letters is None:
            raise ValueError("NOT in a pattern stands before one class or a choice of classes")
        return _one(letters, other=True)
    return _one(ANY if piece == "ANY" else any_of(piece))
