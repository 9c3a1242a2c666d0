"""Sentences: where they end, by the abbreviations of the language, by what follows, and by the quotations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from analysis.text import marks
from analysis.text.lexicon import Lexicon
from analysis.text.words import Span
from analysis.text.wrapping import unwrapped

SIGN = "[.!?…。！？؟]"
# A run of signs is tried from its first sign only, and the sign comes first: an expression that begins with a
# repetition, or looks behind, is searched for at half the speed.
MARK = rf"{SIGN}(?<!{SIGN}{SIGN})(?<!{SIGN}[ ]{SIGN}){SIGN}*+(?:[ ]{SIGN}+)*+"  # .   ?!   ...   ! !
OPENING = r"""[\s«»“„‚"'‘’(\[—–\-¿¡‹›•*`]*+"""
CLOSING = (
    r"""[\u00a0\u202f ]?[»›](?!\w)|[”“"'’)\]]|[ ]?\[\d{1,3}\]|[ ][:;]-?[()DP](?!\w)"""  # »  ”)  [12]  :-)
)
WORD_BEGINS = "[A-ZÀ-ÞА-Я](?:[a-zà-ÿа-я]|['’ ][A-ZÀ-ÞА-Яa-zà-ÿа-я])"  # Il   L'Élysée   À Lor
BREAK = re.compile(r"\n\s*")
WRAPPED = re.compile(r"[^\W_]|[,;–—-]")
ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,4}|[^\W\d_])")  # 12   (a
NUMERAL = re.compile(r"[IVX]{1,5}")  # IV, alone
INNER = re.compile(r"(?:[«“„\"]|»(?=\w))(?<=\w .)")  # a plan « sans lendemain », nothing after a colon
CLOSERS = {"«": "»", "“": "”", "„": "“”", "»": "«", '"': '"'}
LONG = 1000
"""Code points: a sentence that opened a mark farther back is judged by the marks of the whole text."""

PREFIX = re.compile(r".*[’'(\[«“„»‚]")  # d'   («
NEXT_WORD = re.compile(r"(\w++)(?!\.)")  # La, but not the initial of "L. Martin"
INITIALS = re.compile(r"[A-ZÀ-ÞА-Я]|(?:[^\W\d_]\.-?)+[^\W\d_]")  # J   J.-P   U.S


class Rules(NamedTuple):
    """The `[sentences]` table of one language: words in lower case, without their last point."""

    never: frozenset[str]
    may_end: frozenset[str]
    end_before_starter: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    pointed: frozenset[str]  # the first four together
    ordinals: bool


@cache
def rules(lexicon: Lexicon) -> Rules:
    """The `[sentences]` table of a language, ready to be asked.

    Args:
        lexicon: a language; one without the table has no abbreviations.

    >>> from analysis.text.lexicon import load
    >>> "etc" in rules(load("fr")).may_end, rules(load("de")).ordinals
    (True, True)
    """
    table = lexicon.section("sentences")
    sets = [frozenset[str](table.get(name, ())) for name in Rules._fields[:5]]
    never, may_end, end_before_starter, before_number, starters = sets
    pointed = never | may_end | end_before_starter | before_number
    ordinals = table.get("ordinals", False)
    return Rules(never, may_end, end_before_starter, before_number, starters, pointed, ordinals)


@cache
def candidates(lexicon: Lexicon) -> re.Pattern[str]:
    """The places where a sentence of a language may end: a sign, and the marks that close right after it.

    Args:
        lexicon: a language; whether « opens or closes, its `[marks]` say.

    >>> from analysis.text.lexicon import load
    >>> [candidates(load(code)).search("Ja.« Er ging.").group() for code in ("de", "fr")]
    ['.«', '.']
    """
    opens, closes = marks.turns(lexicon)
    own = "".join(sorted((closes - opens) & set("«‹‘")))
    opening = "".join(sorted((opens - closes) & set("«“„»")))
    closing = rf"{CLOSING}|[{own}](?!\w)" if own else CLOSING
    return re.compile(
        rf"""
        (?P<mark>{MARK}) (?P<closing>(?:{closing})*+)
        (?: (?=(?P<space>\s+){OPENING}(?P<next>\w?))           # … la région. « Il a …
          | (?=(?P<glued>(?:[{opening}]\s?)?{WORD_BEGINS})) )  # … la région.Il a …
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=2)
def split(text: str, lexicon: Lexicon) -> list[Span]:
    """The sentences of a text, in order, without the white space between them; kept for the next to ask.

    Args:
        text: any text; a line break ends a sentence unless the line is only wrapped.
        lexicon: of its language; one that knows nothing still splits, without abbreviations.

    Returns:
        Spans that do not overlap and leave out nothing but white space.

    >>> from analysis.text.lexicon import load
    >>> text = "M. Dupont s'en va. « Qui paiera ? » demande-t-il. Son « Non. Jamais. » a plu."
    >>> [text[start:end] for start, end in split(text, load("fr"))]
    ["M. Dupont s'en va.", '« Qui paiera ? » demande-t-il.', 'Son « Non. Jamais. » a plu.']
    """
    text = unwrapped(text)
    opened = [found.start() for found in INNER.finditer(text)]
    return [span for line in _lines(text) for span in _within(text, line, opened, lexicon)]


def _lines(text: str) -> Iterator[Span]:
    """Stretches that no sentence crosses: lines, a wrapped line joined to the next."""
    start = len(text) - len(text.lstrip())
    for broken in BREAK.finditer(text, start):
        if not _is_wrapped(text, broken):
            yield Span(start, broken.start())
            start = broken.end()
    yield Span(start, len(text))


def _is_wrapped(text: str, broken: re.Match[str]) -> bool:
    following = text[broken.end() : broken.end() + 1]
    one_break = broken.group().count("\n") == 1
    return one_break and following.islower() and bool(WRAPPED.match(text, broken.start() - 1))


def _within(text: str, line: Span, opened: Sequence[int], lexicon: Lexicon) -> Iterator[Span]:
    start, end = line
    known = rules(lexicon)
    for found in candidates(lexicon).finditer(text, start, end):
        if _ends(text, start, found, known) and not (
            opened and _quoted(text, start, found.start(), opened, lexicon)
        ):
            stop = found.end()
            yield Span(start, stop)
            start = max(stop, found.end("space"))  # -1 where the next is glued
    if stretch := text[start:end].rstrip():
        yield Span(start, start + len(stretch))


def _ends(text: str, start: int, found: re.Match[str], known: Rules) -> bool:
    mark, closing, _, following, glued = found.groups()
    small = following.islower() if following else False
    if mark != "." or closing:
        return not (small or (glued and not closing))
    word = _word_before(text, start, found.start())
    if _is_plain(word) and word not in known.pointed:
        return True
    if glued:
        return not word or (_is_whole(word, known) and _begins(word, text, found, known))
    return not (small or _goes_on(word, text, start, found, known))


def _quoted(text: str, start: int, at: int, opened: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a mark stands in a quotation its sentence opened and goes on after: his « Non ! » was heard."""
    first, last = bisect_left(opened, start), bisect_left(opened, at)
    if first == last:
        return False
    if at - opened[first] < LONG and all(_is_closed(text[place:at]) for place in opened[first:last]):
        return False
    kept = _kept_whole(text, lexicon)
    nearest = bisect_left(kept, at, key=itemgetter(0)) - 1
    return nearest >= 0 and kept[nearest].start >= start and at < kept[nearest].end


def _is_closed(stretch: str) -> bool:
    """Whether the mark a stretch opens with is closed in it: what need not be paired with the whole text."""
    mark = stretch[0]
    closed = sum(map(stretch.count, CLOSERS[mark]))
    return closed % 2 == 0 if mark in CLOSERS[mark] else closed >= stretch.count(mark)


@lru_cache(maxsize=2)
def _kept_whole(text: str, lexicon: Lexicon) -> list[Span]:
    """The outer quotations that a sentence opens and goes on after: no sentence ends within these."""
    opened = {found.start() for found in INNER.finditer(text)}
    kept = [Span(0, 0)]
    for one in marks.pair(text, lexicon):
        if one.open in opened and one.start >= kept[-1].end and _goes_on_after(text, one.close):
            kept.append(Span(one.start, one.end))
    return kept[1:]


def _goes_on_after(text: str, close: int) -> bool:
    rest = text[close : close + 2].lstrip()
    return rest[:1].islower() or rest[:1] in {",", ";"}


def _is_plain(word: str) -> bool:
    """Whether a point after this word ends a sentence whatever follows: it is no name, no abbreviation."""
    return len(word) > 3 and word.isalpha() and word.islower()


def _is_whole(word: str, known: Rules) -> bool:
    """Whether a word, be it a name, is printed without a point of its own."""
    return len(word) > 1 and word.isalpha() and word.lower() not in known.pointed


def _begins(word: str, text: str, found: re.Match[str], known: Rules) -> bool:
    """Whether what is glued to a point begins a sentence: est.Dans, Roy.Dans, Roy.« Non, but not Roy.Lee."""
    return word.islower() or not found["glued"][0].isalpha() or _starter(text, found, known)


def _word_before(text: str, start: int, end: int) -> str:
    pieces = text[max(start, end - 24) : end].rsplit(None, 1)
    word = pieces[-1] if pieces else ""
    return word if word.isalpha() else PREFIX.sub("", word)


def _goes_on(word: str, text: str, start: int, found: re.Match[str], known: Rules) -> bool:
    """Whether the point is the word's own: of an abbreviation, an initial, an ordinal, a list's "12."."""
    small = word.lower()
    if _is_whole(word, known):
        return word.isupper() and bool(NUMERAL.fullmatch(text, start, found.start()))
    if small in known.before_number and found["next"].isdigit():
        return True
    if small in known.never:  # M. Le Roy
        return True
    if small in known.end_before_starter or INITIALS.fullmatch(word):
        return not _starter(text, found, known)
    if small in known.may_end:
        return False
    ordinal = known.ordinals and word.isdigit() and len(word) < 3
    dateline = word.endswith("/")  # TASS/.
    return ordinal or dateline or bool(ENUMERATOR.fullmatch(text, start, found.start()))


def _starter(text: str, found: re.Match[str], known: Rules) -> bool:
    following = NEXT_WORD.match(text, max(found.start("next"), found.start("glued")))
    return following is not None and following[1].lower() in known.starters
