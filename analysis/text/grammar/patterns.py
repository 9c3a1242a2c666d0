"""Patterns over word classes: what a stretch of tokens looks like, written once and asked in both directions.

A pattern is written in the names of `classes`, as a chunk grammar is (compare nltk's `RegexpParser`):

    PREPOSITION (DETERMINER | NUMBER)* NOUN{1,3}

Names beside each other follow each other, `|` parts choices, `NOT` before a name or a choice means any other
class, `ANY` any; `? * + {2,5}` say how often. It is compiled to a regular expression over the line of a text,
in which one letter stands for each token.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text.grammar.classes import any_of

CLASSES = r"(?:NOT )?(?:[A-Z_]+|\([A-Z_]+(?: \| [A-Z_]+)*\))"
"""One token: a class, or a choice of classes in brackets."""

PIECE = re.compile(rf"{CLASSES}|[()|?*+]|\{{\d*,?\d*\}}")
NO_CHOICE = str.maketrans("(|)", "   ")


class Pattern(NamedTuple):
    """A pattern ready to be asked; `line` is always the line of a whole text, the other numbers are tokens.

    Fields:
        written: as it stands in the rule
        forth: the regular expression
        back: the one of the same pattern for a line read backwards
        opens: the classes that its first token may have: most places have another, without asking `forth`
        closes: the classes that its last token may have
    """

    written: str
    forth: re.Pattern[str]
    back: re.Pattern[str]
    opens: frozenset[str]
    closes: frozenset[str]

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
        if line[at : at + 1] not in self.opens:
            return at
        found = self.forth.match(line, at, stop)
        return found.end() if found else at

    def skip_back(self, line: str, at: int, floor: int) -> int:
        """The first token of the stretch of this pattern that ends before `at`; `at` where none does.

        >>> pattern("DETERMINER NOUN+").skip_back("dwAf", 3, 0), pattern("COMMA").skip_back("dwAf", 3, 0)
        (0, 3)
        """
        if at <= floor or line[at - 1 : at] not in self.closes:
            return at
        found = self.back.match(_turned(line), len(line) - at, len(line) - floor)
        return at - len(found[0]) if found else at

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
        found = self.back.search(_turned(line), len(line) - last, len(line) - first) if last > first else None
        return len(line) - found.end() if found else None

    def places(self, line: str) -> Iterator[int]:
        """The tokens where stretches of this pattern begin in a whole line, none inside another.

        >>> list(pattern("NOUN+").places("dwA,w"))
        [1, 4]
        """
        return (found.start() for found in self.forth.finditer(line))

    def within(self, line: str, first: int, last: int) -> bool:
        """Whether some of a stretch is of this pattern.

        >>> pattern("COMMA").within("d,wA", 0, 4), pattern("COMMA").within("d,wA", 2, 4)
        (True, False)
        """
        return self.forth.search(line, first, last) is not None


@lru_cache(maxsize=16)
def _turned(line: str) -> str:
    """A line read backwards, once for all that is asked of it: in a long text each asking would copy it."""
    return line[::-1]


class Part(NamedTuple):
    """A part of a pattern: as a regular expression, its first and last classes, whether it may be missing."""

    forth: str
    back: str
    opens: frozenset[str]
    closes: frozenset[str]
    optional: bool


EMPTY = Part("", "", frozenset(), frozenset(), optional=True)
MAY_LACK = ("?", "*", "{0", "{,")
"""How often a part is written that may be missing."""


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
    known = "".join(pieces).replace(" ", "") == written.replace(" ", "")
    part = _choice(pieces) if known else EMPTY
    if pieces or not known:
        raise ValueError(f"pattern={written!r} must hold names of word classes and ( ) | ? * + {{1,2}} only")
    return Pattern(written, re.compile(part.forth), re.compile(part.back), part.opens, part.closes)


def _choice(pieces: list[str]) -> Part:
    """What stands up to the end or a closing bracket; takes it off the pieces."""
    choices: list[Part] = []
    part = EMPTY
    while pieces and pieces[0] != ")":
        piece = pieces.pop(0)
        if piece == "|":
            choices, part = [*choices, part], EMPTY
            continue
        one = _bracket(pieces) if piece == "(" else _one(piece)
        times = pieces.pop(0) if pieces and pieces[0][0] in "?*+{" else ""
        part = _after(part, _repeated(one, times))
    for other in reversed(choices):
        part = _either(other, part)
    return part


def _after(one: Part, other: Part) -> Part:
    """One part and another after it."""
    opens = one.opens | other.opens if one.optional else one.opens
    closes = one.closes | other.closes if other.optional else other.closes
    optional = one.optional and other.optional
    return Part(one.forth + other.forth, other.back + one.back, opens, closes, optional)


def _either(one: Part, other: Part) -> Part:
    """One part or another."""
    classes = one.opens | other.opens, one.closes | other.closes
    return Part(
        f"{one.forth}|{other.forth}", f"{one.back}|{other.back}", *classes, one.optional or other.optional
    )


def _repeated(one: Part, times: str) -> Part:
    """A part as often as is written after it."""
    optional = one.optional or times.startswith(MAY_LACK)
    return one._replace(forth=one.forth + times, back=one.back + times, optional=optional)


def _bracket(pieces: list[str]) -> Part:
    """What stands up to a closing bracket, that bracket taken off as well."""
    part = _choice(pieces)
    if not pieces:
        raise ValueError("a pattern does not close a bracket")
    pieces.pop(0)
    return part._replace(forth=f"(?:{part.forth})", back=f"(?:{part.back})")


def _one(piece: str) -> Part:
    """One token of a class, of a choice of classes, or of any other class than those."""
    if piece == "NOT":
        raise ValueError("NOT in a pattern stands before one class or a choice of classes")
    negated, named = piece.startswith("NOT "), any_of(piece.removeprefix("NOT").translate(NO_CHOICE))
    written = f"[{'^' * negated}{re.escape(''.join(sorted(named)))}]"
    letters = any_of("ANY") - named if negated else named
    return Part(written, written, letters, letters, optional=False)
