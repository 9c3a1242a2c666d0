"""Quote marks, paired and repaired paragraph by paragraph."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from analysis.text.grammar.tokens import reports
from analysis.text.grammar.word_lists import alternatives
from analysis.text.lexicon import Lexicon
from analysis.text.marks.apostrophes import left_out
from analysis.text.marks.glyphs import SINGLE, Glyph, closer, find, turns

PARAGRAPH = re.compile(r"[^\n]+")
TURN = re.compile(r"\s*[—–―]\s*(?=[^\W\d_])")
"""`— Où étiez-vous ?`: a line that opens with a dash is a turn of dialogue."""

LOOSE_TURN = re.compile(r"\s*(?:[—–―]\s*|-\s+)(?=[^\W\d_])")
"""The same where hyphens stand for dashes: `- Não vou - disse Roy.`"""

DASH_APART = re.compile(r"\s[-—–―]\s")
SENTENCE_END = re.compile(r"[.?!…](?=\s+[^\W\d_a-z]|\s*\Z)")
DEEPEST = 4
"""Marks nested deeper than this are damage, not style."""


class Marked(NamedTuple):
    """A stretch between quote marks.

    Fields:
        start: code point where the content begins, marks and inner spaces excluded
        end: code point after the content
        open: code point where the opening mark begins
        close: code point after the closing mark
        depth: 0 for outer marks, 1 for marks inside them
        state: "paired"; "continued" in a following paragraph; "unclosed", then it ends with its paragraph;
            "unopened", then it begins with it; "turn", a line of dialogue after a dash
        family: the opening glyph
    """

    start: int
    end: int
    open: int
    close: int
    depth: int
    state: str
    family: str


def pair(text: str, lexicon: Lexicon) -> list[Marked]:
    """The marked stretches of a text, in order of their opening marks.

    Args:
        text: an article.
        lexicon: its language; `[marks]` lists the pairs, and whether dashes open turns of dialogue.

    >>> from analysis.text import lexicon
    >>> [(m.start, m.end, m.state) for m in pair("« Oui », dit-il. “Non", lexicon.load("fr"))]
    [(2, 5, 'paired'), (18, 21, 'unclosed')]
    """
    paragraphs = [(m.start(), m.end()) for m in PARAGRAPH.finditer(text)]
    glyphs = [_glyphs(text, start, end, lexicon) for start, end in paragraphs]
    turn = _turn(text, paragraphs, lexicon)
    found: list[Marked] = []
    open_family = ""
    for number, (start, end) in enumerate(paragraphs):
        stretches, unclosed = _pair(text, start, end, glyphs[number], open_family, lexicon)
        following = zip(paragraphs[number + 1 : number + 9], glyphs[number + 1 : number + 9], strict=True)
        open_family = unclosed if unclosed and _goes_on(text, list(following), unclosed, lexicon) else ""
        found += _raised([_settled(text, mark, end, open_family, lexicon) for mark in stretches])
        if turn and not stretches and (dash := turn.match(text, start, end)):
            stop = _turn_end(text, dash.end(), end, lexicon)
            found.append(_trimmed(text, Marked(dash.end(), stop, dash.end() - 1, stop, 0, "turn", "—")))
    return sorted(mark for mark in found if mark.start < mark.end)


def _turn(text: str, paragraphs: list[tuple[int, int]], lexicon: Lexicon) -> re.Pattern[str] | None:
    """What opens a turn of dialogue, if anything does; hyphens do where one of their lines is said so."""
    if not lexicon.section("marks").get("dash_turns"):
        return None
    hyphens = ((start, end) for start, end in paragraphs if text.startswith("- ", start))
    said = any(_said(lexicon).search(text, start, end) for start, end in hyphens)
    return LOOSE_TURN if said else TURN


@cache
def _said(lexicon: Lexicon) -> re.Pattern[str]:
    """A dash, and after a word at most a verb of reporting: `- Não vou | - disse Roy`."""
    verbs = alternatives(reports(lexicon))
    return re.compile(rf"\s[-—–―]\s+(?:[^\W\d_]+\s+)?{verbs}(?!\w)" if verbs else r"(?!)")


def _turn_end(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a turn of dialogue ends: with the sentence that says who speaks, if no dash takes it up again."""
    said = _said(lexicon).search(text, start, end)
    closed = SENTENCE_END.search(text, said.end(), end) if said else None
    if said is None or closed is None or DASH_APART.search(text, said.end(), closed.end()):
        return end
    return end if TURN.match(text, closed.end(), end) else closed.end()


def _glyphs(text: str, start: int, end: int, lexicon: Lexicon) -> list[Glyph]:
    """The quote marks of a paragraph."""
    glyphs = list(find(text, start, end, lexicon))
    singles = any(one.glyph in SINGLE for one in glyphs)
    return left_out(text, start, end, glyphs, lexicon) if singles else glyphs


def _pair(
    text: str, start: int, end: int, glyphs: list[Glyph], family: str, lexicon: Lexicon
) -> tuple[list[Marked], str]:
    """The stretches of one paragraph, and the family still open at its end."""
    found: list[Marked] = []
    stack = _going_on(text, start, end, glyphs, family, lexicon)
    repeated = bool(stack and stack[0].glyph)
    for mark in glyphs[repeated:]:
        after = mark.at + len(mark.glyph)
        if _opens(mark, stack, lexicon):
            stack += [mark] if len(stack) < DEEPEST else []
        elif stack and (level := _level(mark, stack)) is not None:
            opener = stack[level]
            del stack[level:]
            inside, kind = opener.at + len(opener.glyph), opener.glyph or family
            found.append(Marked(inside, mark.at, opener.at, after, level, "paired", kind))
        elif not found and not stack and mark.glyph not in SINGLE:
            found.append(Marked(start, mark.at, start, after, 0, "unopened", mark.glyph))
    found = [_trimmed(text, mark) for mark in found]
    return _with_strays(text, end, [mark for mark in stack if mark.glyph not in SINGLE], found, family)


def _going_on(
    text: str, start: int, end: int, glyphs: list[Glyph], family: str, lexicon: Lexicon
) -> list[Glyph]:
    """What is open where a paragraph begins, the mark that says so again or none; nothing where one opens."""
    if family and glyphs and _repeats(text, start, end, glyphs[0], closer(family, lexicon)):
        return [Glyph(glyphs[0].at, family, 1)]
    opens = glyphs and glyphs[0].turn == 1 and not text[start : glyphs[0].at].strip()
    return [Glyph(start, "", 1)] if family and not opens else []


def _repeats(text: str, start: int, end: int, first: Glyph, closing: str) -> bool:
    """Whether a paragraph says with a closing mark that the quotation goes on: `» Je demande à chacun`."""
    after = text[first.at + len(first.glyph) : end].lstrip()[:1]
    return (
        first.glyph == closing and not text[start : first.at].strip() and after.isalpha() and after.isupper()
    )


def _with_strays(
    text: str, end: int, strays: list[Glyph], found: list[Marked], family: str
) -> tuple[list[Marked], str]:
    """The stretches with those that nothing closes, and the family still open at the end of the paragraph.

    One that nothing closes ends with its paragraph, or where the next of its family or of its like opens.
    """
    unclosed, open_family = [], ""
    for number, stray in enumerate(strays):
        glyph = stray.glyph or family
        after = [mark.open for mark in found if mark.open > stray.at and mark.family == glyph]
        after += [other.at for other in strays[number + 1 : number + 2]]
        stop = min([*after, end])
        begins = stray.at + len(stray.glyph)
        unclosed.append(_trimmed(text, Marked(begins, stop, stray.at, stop, 0, "unclosed", glyph)))
        open_family = "" if after else glyph
    return [*found, *unclosed], open_family


def _raised(stretches: list[Marked]) -> list[Marked]:
    """The stretches of a paragraph without the depth owed to marks that nothing closes."""
    open_ended = [one for one in stretches if one.state in ("unclosed", "continued")]
    return [
        mark._replace(depth=max(0, mark.depth - sum(one.open < one.close <= mark.open for one in open_ended)))
        for mark in stretches
    ]


def _cut(text: str, mark: Marked, lexicon: Lexicon) -> Marked:
    """A stretch that nothing closes, up to the verb that reports it; after a word, to the sentence's end."""
    before = text[max(0, mark.open - 2) : mark.open].rstrip()[-1:]
    found = _report(lexicon).search(text, mark.start, mark.end)
    if found is None and before.isalnum():
        found = SENTENCE_END.search(text, mark.start, mark.end)
    return mark if found is None else mark._replace(end=found.start() + 1, close=found.start() + 1)


@cache
def _report(lexicon: Lexicon) -> re.Pattern[str]:
    """A comma or a stop, and after two words at most a verb of reporting: `“We leave, she said`."""
    verbs = alternatives(reports(lexicon))
    return re.compile(rf"[,?!…]\s+(?:[^\W\d_]+\s+){{0,2}}{verbs}(?!\w)" if verbs else r"(?!)", re.IGNORECASE)


def _opens(mark: Glyph, stack: list[Glyph], lexicon: Lexicon) -> bool:
    """Whether a mark opens: one that may do either closes its like, or, turned by damage, what is open."""
    if mark.turn:
        return mark.turn == 1
    straight = all(mark.glyph in some for some in turns(lexicon))
    return not any(mark.glyph == other.glyph or not straight for other in stack)


def _level(mark: Glyph, stack: list[Glyph]) -> int | None:
    """The innermost open mark this one may close; a single mark never closes a double one."""
    single = mark.glyph in SINGLE
    for level in range(len(stack) - 1, -1, -1):
        if (stack[level].glyph in SINGLE) == single:
            return level
    return None


def _goes_on(
    text: str, following: list[tuple[tuple[int, int], list[Glyph]]], family: str, lexicon: Lexicon
) -> bool:
    """Whether an open mark is taken up again: re-opened by the next paragraph, or closed in a later one."""
    number, ((start, _), glyphs) = next(
        ((number, one) for number, one in enumerate(following) if one[1]), (0, ((0, 0), []))
    )
    if not glyphs:
        return False
    first = glyphs[0]
    if first.turn == 1:
        return number == 0 and not text[start : first.at].strip() and first.glyph == family
    return first.glyph == closer(family, lexicon) and first.turn == -1


def _settled(text: str, mark: Marked, end: int, family: str, lexicon: Lexicon) -> Marked:
    """A stretch that nothing closes goes on in the next paragraph, or is cut where it may have ended."""
    if mark.state != "unclosed":
        return mark
    return mark._replace(state="continued") if family and mark.close == end else _cut(text, mark, lexicon)


def _trimmed(text: str, mark: Marked) -> Marked:
    """A stretch without the spaces inside its marks."""
    start, end = mark.start, mark.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return mark._replace(start=start, end=end)


def outer(marked: list[Marked]) -> list[Marked]:
    """The stretches not inside another one.

    Args:
        marked: of one text, in order.

    >>> from analysis.text import lexicon
    >>> [one.family for one in outer(pair("« Il a dit “non” », puis « oui ».", lexicon.load("fr")))]
    ['«', '«']
    """
    kept = [mark for mark in marked if not mark.depth]
    return [
        one for one, after in pairwise([*kept, None]) if one and (after is None or one.end <= after.start)
    ]
