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
        tied: whether a preposition ties the name to a noun: "un proche de Pierre Roy"
    """

    start: int
    end: int
    name: str
    gender: str
    roles: tuple[Role, ...] = ()
    tied: bool = False


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
    called = [_name(text, mention, lexicon) for mention in found]
    known = [mention._replace(name=name) for mention, (name, _) in zip(found, called, strict=True)]
    made: list[Naming] = []
    for at, (mention, (name, tied)) in enumerate(zip(known, called, strict=True)):
        beside = [known[place] for place in (at - 1, at + 1) if 0 <= place < len(known)]
        if name and not _is_country(name, lexicon):
            made.append(_naming(text, mention, beside, lexicon)._replace(tied=tied))
    return made


def _name(text: str, mention: Mention, lexicon: Lexicon) -> tuple[str, bool]:
    """The name in a mention, and whether it is only the complement of a noun.

    "le ministre de la Santé Ann Lee" names Ann Lee, "un proche de Pierre Roy" says nothing of Pierre Roy.
    """
    if mention.form not in ("name", "metonym", "role"):
        return "", False
    printed = text[mention.start : mention.end].partition(",")[0]
    if mention.name and not _ends_tied(printed.partition(mention.name)[0], lexicon):
        return mention.name, False
    trailing = _trailing(printed, lexicon)
    return (trailing, False) if trailing else (mention.name, bool(mention.name))


def _ends_tied(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a name ends in a preposition that ties it to a noun, with or without article."""
    low = [word for word in re.split(r"(?<=['’])|\s+", before.lower().replace("’", "'")) if word]
    while low and low[-1] in words(lexicon, "words", "determiners") - words(lexicon, "grammar", "ties"):
        low.pop()
    return len(low) > 1 and low[-1] in words(lexicon, "grammar", "ties") | words(lexicon, "words", "prepositions")


def _trailing(printed: str, lexicon: Lexicon) -> str:
    """The last words of a mention where they are a name of their own; of a complement's name only what is left."""
    run: list[str] = []
    rest = printed.split()
    while rest and rest[-1][:1].isupper():
        run.insert(0, rest.pop())
    if rest and _ends_tied(" ".join(rest), lexicon):
        run = run[1:] if len(run) == 3 else run[2:]
    return " ".join(run) if len(run) > 1 else ""


def _naming(text: str, mention: Mention, beside: Sequence[Mention], lexicon: Lexicon) -> Naming:
    apposed = [other for other in beside if _apposed(text, mention, other, lexicon)]
    title = text[mention.start : mention.end].partition(mention.name)[0].strip(" ,")
    told = [title, *(text[other.start : other.end] for other in apposed)]
    offices = tuple(role for phrase in told if phrase and (role := read(phrase, lexicon)))
    genders = filter(None, [mention.gender if title else "", *(other.gender for other in apposed)])
    return Naming(mention.start, mention.end, mention.name, next(genders, ""), offices)


def _is_country(name: str, lexicon: Lexicon) -> bool:
    parts = WORD.findall(name)
    return any(hit.last - hit.first == len(parts) for hit in countries.find(parts, lexicon))


def _apposed(text: str, mention: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether an office is parted from the name by a comma only: "Ada Roy, maire de Lor", "le maire, Ada Roy"."""
    first, second = sorted([mention, other])
    joined = COMMA.fullmatch(text, first.end, second.start) is not None
    new = text[other.start : other.end].lower().split()[0] in words(lexicon, "resolution", "indefinite")
    told = other.form in ("role", "group") and not other.name and not (new and other is first)
    return joined and told


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


def is_person(naming: Naming, text: str, lexicon: Lexicon) -> bool:
    """Whether a name is likely a person's: it has an office, two words that are names, or is a lone subject.

    Args:
        naming: of namings().
        text: the article; a capital at the beginning of a sentence makes no name, a preposition makes a place.
        lexicon: its language.
    """
    if is_acronym(naming.name):
        return False
    first, *others = naming.name.split()
    before = text[: naming.start].rstrip(" «“\"")
    opens = not before or before.endswith((".", "!", "?", "\n", ":"))
    if others:
        return others[0][:1].isupper() or not opens
    placed = before.lower().split()[-1:] and before.lower().split()[-1] in words(lexicon, "words", "prepositions")
    return bool(naming.roles) or text.count(first) > 1 or not (opens or placed)


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
