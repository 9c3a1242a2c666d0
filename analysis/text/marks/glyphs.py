"""Quote marks: where they stand, and whether each opens or closes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.text.lexicon import Lexicon

DEFAULT_PAIRS = (
    ("“", "”"),
    ("«", "»"),
    ('"', '"'),
    ("„", "“"),
    ("‘", "’"),
    ("'", "'"),
    ("‹", "›"),
    ("''", "''"),
)
SINGLE = frozenset("‘’'‚")
OPENS_BEFORE = frozenset("([{—–-―/¿¡«“„\"'’‘…:")
CLOSES_AFTER = frozenset(".,;:!?)]}…—–-»”\"'’/")
SIGNS_BEFORE, SIGNS_AFTER = re.compile(r"[^\w\s]*\Z"), re.compile(r"[^\w\s]*")
ENDS = frozenset(".?!…")
LAST = "\n"
"""What stands after the last sign of a paragraph."""

DAMAGE = 9
"""So many signs on end are in no sentence, a ruled line for instance: they hold no marks."""


class Glyph(NamedTuple):
    """One quote mark: where, what, and whether it opens (1), closes (-1) or either (0)."""

    at: int
    glyph: str
    turn: int


def find(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Glyph]:
    """The quote marks of a paragraph, each with its direction; a single one may be an apostrophe.

    Args:
        text: an article.
        start: code point where the paragraph begins.
        end: code point after it.
        lexicon: its language, whose `[marks]` say what opens and what closes.

    >>> from analysis.text import lexicon
    >>> [(one.glyph, one.turn) for one in find("L'un dit « oui ».", 0, 17, lexicon.load("fr"))]
    [('«', 1), ('»', -1)]
    """
    pattern, opens, closes = _grammar(lexicon)
    for found in pattern.finditer(text, start, end):
        at, glyph = found.start(), found.group()
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else LAST
        if glyph in SINGLE and before.isalnum() and after.isalnum():
            continue  # l'été   don’t
        if not _is_damage(text, at):
            yield Glyph(at, glyph, _direction(before, after, (glyph in opens) - (glyph in closes)))


def _is_damage(text: str, at: int) -> bool:
    """Whether a mark is one of a long run of signs; asked of the marks, for looking for runs costs more."""
    before = SIGNS_BEFORE.search(text, max(0, at - DAMAGE + 1), at)
    after = SIGNS_AFTER.match(text, at, at + DAMAGE)
    return before is not None and after is not None and after.end() - before.start() >= DAMAGE


def _direction(before: str, after: str, by_glyph: int) -> int:
    """Whether a mark opens (1) or closes (-1): by the spaces around it, else by what it is.

    Where sentences are glued together neither tells, and it is either (0): `hier.”Je pars”`, `oui »Lui non`.
    """
    loose_before = before.isspace() or before in OPENS_BEFORE
    loose_after = after.isspace() or after in CLOSES_AFTER
    if by_glyph == 1 and before in ENDS and after.isspace() and after != LAST:
        return 0
    if by_glyph == -1 and ((before in ENDS and after.isalpha()) or (before.isspace() and after.isupper())):
        return 0
    if loose_before == loose_after:
        return by_glyph
    return 1 if loose_before else -1


@cache
def _grammar(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """The glyphs as one pattern, those that open, and those that close; a glyph in both does either."""
    pairs = (*_pairs(lexicon), *(() if _pairs(lexicon) == DEFAULT_PAIRS else DEFAULT_PAIRS))
    glyphs = sorted({glyph for both in pairs for glyph in both}, key=len, reverse=True)
    taken: dict[str, set[int]] = {}
    for open_, close in pairs:
        if open_ not in taken or close not in taken:
            taken.setdefault(open_, {1})
            taken.setdefault(close, {-1})
        if open_ == close:
            taken[open_] = {1, -1}
    opens = frozenset(glyph for glyph, turns in taken.items() if 1 in turns)
    closes = frozenset(glyph for glyph, turns in taken.items() if -1 in turns)
    return re.compile("|".join(map(re.escape, glyphs))), opens, closes


def turns(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The marks that open in a language, and those that close; a mark in both does either.

    >>> from analysis.text import lexicon
    >>> ["«" in some for code in ("fr", "de") for some in turns(lexicon.load(code))]
    [True, False, False, True]
    """
    return _grammar(lexicon)[1:]


def closer(opener: str, lexicon: Lexicon) -> str:
    """The mark that closes an opening one.

    Args:
        opener: a quote mark.
        lexicon: the language; where its `[marks]` do not pair it, it closes itself.

    >>> from analysis.text import lexicon
    >>> closer("«", lexicon.load("fr"))
    '»'
    """
    return next((close for open_, close in _pairs(lexicon) if open_ == opener), opener)


@cache
def _pairs(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    own = tuple((open_, close) for open_, close in lexicon.section("marks").get("pairs", ()))
    return own or DEFAULT_PAIRS
