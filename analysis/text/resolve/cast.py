"""Who is named in an article, by which names, in which office."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.text import countries, mentions
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import Mention
from analysis.text.resolve.roles import Role, read
from analysis.text.tokens import words

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ABBREVIATED = re.compile(r"\(([A-ZÀ-ÞА-Я][\w.&-]{1,9})\)")  # (OTSC)   (Codeca)
BROKEN = re.compile(r"[.!?;:()\n]")
COMMA = re.compile(r"\s*[,(–—]\s*")


class Naming(NamedTuple):
    """One place where somebody is named.

    Fields:
        start: code point where the mention begins
        end: code point after it
        name: the name as it stands there
        gender: "f", "m", "n" or "", by the words of the mention
        roles: what the mention and its apposition say of an office
    """

    start: int
    end: int
    name: str
    gender: str
    roles: tuple[Role, ...] = ()


def namings(text: str, found: Sequence[Mention], lexicon: Lexicon) -> list[Naming]:
    """The names of an article with the offices told beside them, places and countries left out.

    Args:
        text: the article.
        found: its mentions, in order.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> text = "Ada Roy, maire de Lor, est là."
    >>> [(n.name, n.roles[0].head) for n in namings(text, mentions.find(text, load("fr")), load("fr"))]
    [('Ada Roy', 'mair')]
    """
    made: list[Naming] = []
    for at, mention in enumerate(found):
        if mention.form in ("name", "metonym") and not _is_country(mention.name, lexicon):
            beside = [found[place] for place in (at - 1, at + 1) if 0 <= place < len(found)]
            told = [_title(text, mention), *(_apposed(text, mention, other) for other in beside)]
            roles = tuple(role for phrase in told if phrase and (role := read(phrase, lexicon)))
            genders = [mention.gender, *(other.gender for other in beside if _apposed(text, mention, other))]
            made.append(Naming(mention.start, mention.end, mention.name, next(filter(None, genders), ""), roles))
    return made


def _is_country(name: str, lexicon: Lexicon) -> bool:
    parts = WORD.findall(name)
    return any(hit.last - hit.first == len(parts) for hit in countries.find(parts, lexicon))


def _title(text: str, mention: Mention) -> str:
    """What stands in the mention before the name, and after it."""
    printed = text[mention.start : mention.end]
    before, _, after = printed.partition(mention.name)
    return before.strip(" ,") or after.strip(" ,")


def _apposed(text: str, mention: Mention, other: Mention) -> str:
    """A mention of an office that only a comma parts from the name: "Ada Roy, maire de Lor"."""
    first, second = sorted([mention, other])
    joined = COMMA.fullmatch(text, first.end, second.start) is not None
    return text[other.start : other.end] if joined and not other.name and other.form in ("role", "group") else ""


def fuller(naming: Naming, everyone: Sequence[Naming]) -> Naming:
    """Where the longest form of a name stands that this one may be short for.

    Of several people with the surname, the one named last before it is meant.

    Args:
        naming: "Tokaïev".
        everyone: all the article's namings, in order.
    """
    longer = [other for other in everyone if _extends(other, naming)]
    before = [other for other in longer if other.start <= naming.start]
    if not longer:
        return naming
    nearest = before[-1] if before else longer[0]
    return fuller(nearest, everyone)


def _extends(other: Naming, naming: Naming) -> bool:
    """Whether another name holds all the words of this one, and more; titles must not contradict."""
    mine, theirs = parts(naming.name), parts(other.name)
    agree = not naming.gender or not other.gender or naming.gender == other.gender
    return agree and len(mine) < len(theirs) and set(mine) <= set(theirs)


def parts(name: str) -> list[str]:
    """The words of a name, in lower case."""
    return [word.lower() for word in WORD.findall(name)]


def expansions(text: str) -> dict[str, str]:
    """Abbreviation → the full name that stands before it in brackets.

    Each letter begins a word, or else stands in one and the first letter begins one (the second way after
    Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text").

    >>> expansions("L’Organisation mondiale de la santé (OMS) a alerté.")
    {'OMS': 'Organisation mondiale de la santé'}
    """
    found = {}
    for short in ABBREVIATED.finditer(text):
        before = text[max(0, short.start() - 120) : short.start()].rstrip()
        full = _spelt_out(short[1], before, starts_only=True) or _spelt_out(short[1], before, starts_only=False)
        if full:
            found[short[1]] = full
    return found


def _spelt_out(short: str, before: str, starts_only: bool) -> str | None:
    """The end of `before` that gives the letters of an abbreviation, in order."""
    low, at = before.lower(), len(before)
    letters = [letter for letter in short.lower() if letter.isalnum()]
    for place, letter in reversed(list(enumerate(letters))):
        at = low.rfind(letter, 0, at)
        while at > 0 and (starts_only or place == 0) and low[at - 1].isalnum():
            at = low.rfind(letter, 0, at)
        if at < 0:
            return None
    longest = min(len(letters) + 5, len(letters) * 2)
    full = before[at:]
    return full if 1 < len(full.split()) <= longest and not BROKEN.search(full) else None


def is_person(naming: Naming, spoken: Iterable[tuple[int, int]]) -> bool:
    """Whether a name is likely a person's: it has a title or an office, or two words, or it speaks.

    Args:
        naming: of namings().
        spoken: spans of the mentions that speak.
    """
    titled = bool(naming.gender or naming.roles)
    speaks = any(start <= naming.start < end for start, end in spoken)
    return not is_acronym(naming.name) and (titled or speaks or len(parts(naming.name)) > 1)


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only.

    >>> is_acronym("OTSC"), is_acronym("Ada")
    (True, False)
    """
    return len(name) > 1 and name.isupper() and " " not in name


def bare(mention: str, lexicon: Lexicon) -> str:
    """A mention as a speaker is called: without article, and with a small letter where only its place gave a capital.

    >>> from analysis.text.lexicon import load
    >>> bare("Les autorités kazakhes", load("fr"))
    'autorités kazakhes'
    """
    rest, articles = mention, words(lexicon, "resolution", "articles")
    while (found := re.match(r"[^\W\d_]+['’]?\s*", rest)) and found[0].strip().lower().replace("’", "'") in articles:
        if found.end() == len(rest):
            return mention
        rest = rest[found.end() :]
    return _lowered(rest, lexicon)


def _lowered(phrase: str, lexicon: Lexicon) -> str:
    first = phrase.partition(" ")[0]
    common = any(first.lower() in words(lexicon, "mentions", name) for name in ("roles", "groups", "documents"))
    capital = lexicon.section("resolution").get("noun_capitals", False) or not common
    return phrase if capital or first.isupper() else phrase[:1].lower() + phrase[1:]
