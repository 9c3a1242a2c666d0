"""Who is named in an article, by which names, in which office."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from analysis.text import mentions
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import Mention
from analysis.text.resolve.names import Called, called, is_acronym, is_country
from analysis.text.resolve.roles import Role, read
from analysis.text.tokens import words
from analysis.text.words import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
COMMA = re.compile(r"\s*[,(–—]\s*")
ENDED = (".", "!", "?", "…", ":", "»", "”", '"', "'", "’", ")")
"""What a sentence ends with; a line that ends otherwise is a headline, where any word may have a capital."""


class Naming(NamedTuple):
    """One place where somebody is named.

    Fields:
        start: code point where the mention begins
        end: code point after it
        name: the name as it stands there
        gender: "f", "m", "n" or "", by the words of the mention
        roles: what the mention and its apposition say of an office
        tied: whether the name only belongs to a noun: "un proche de Pierre Roy"
        body: whether it has an article but no title, and common words after it: "l'Organisation mondiale"
    """

    start: int
    end: int
    name: str
    gender: str
    roles: tuple[Role, ...] = ()
    tied: bool = False
    body: bool = False


def namings(text: str, found: Sequence[Mention], sentences: Sequence[Span], lexicon: Lexicon) -> list[Naming]:
    """The names of an article with the offices told beside them; no countries, nothing from headlines alone.

    Args:
        text: the article.
        found: its mentions, in order.
        sentences: its sentences, in order.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> text = "Ada Roy, maire de Lor, est là."
    >>> found = namings(text, mentions.find(text, load("fr")), [Span(0, len(text))], load("fr"))
    >>> [(one.name, one.roles[0].head) for one in found]
    [('Ada Roy', 'mair')]
    """
    made = [
        naming(text, mention, found[max(0, at - 1) : at] + found[at + 1 : at + 2], lexicon)
        for at, mention in enumerate(found)
        if mention.form in ("name", "metonym", "role")
    ]
    known = [one for one in made if one and not is_country(one.name, lexicon)]
    headlines = [sentence for sentence in sentences if not text[: sentence.end].endswith(ENDED)]
    said = Counter(one.name for one in known if not _inside(one.start, headlines))
    return [_without_opening(one, said, sentences) for one in known if said[one.name]]


def _inside(at: int, stretches: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in stretches)


def _without_opening(one: Naming, said: Counter[str], sentences: Sequence[Span]) -> Naming:
    """A name without the word that has its capital from opening the sentence: "Using Ada Roy"."""
    rest = one.name.partition(" ")[2]
    opens = any(one.start == sentence.start for sentence in sentences)
    return one._replace(name=rest) if opens and said[rest] else one


def naming(text: str, mention: Mention, beside: Sequence[Mention], lexicon: Lexicon) -> Naming | None:
    """A mention as somebody's naming, None where it has no name.

    Args:
        text: the article.
        mention: one of it.
        beside: the mentions before and after it, which may be appositions.
        lexicon: its language.
    """
    found = called(text[mention.start : mention.end], lexicon)
    if not found.name:
        return None
    apposed = [] if found.tied else [other for other in beside if _apposed(text, mention, other, lexicon)]
    told = ["" if found.tied else found.title, *(text[other.start : other.end] for other in apposed)]
    offices = tuple(role for phrase in told if phrase.strip() and (role := read(phrase, lexicon)))
    title = mention.gender if found.title.strip() and not found.tied else ""
    gender = next(filter(None, [title, *(other.gender for other in apposed)]), "")
    return Naming(
        mention.start, mention.end, found.name, gender, offices, found.tied, body=_is_body(found, lexicon)
    )


def _is_body(found: Called, lexicon: Lexicon) -> bool:
    title = found.title.strip().lower().replace("’", "'")
    return title in words(lexicon, "resolution", "articles") and bool(found.after) and found.after[0].isalpha()


def _apposed(text: str, mention: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether an office is parted from the name by a comma only: "Ada Roy, maire de Lor", "le maire, Ada Roy"."""
    first, second = sorted([mention, other])
    if not COMMA.fullmatch(text, first.end, second.start) or other.form not in ("role", "group"):
        return False
    phrase = text[other.start : other.end]
    new = phrase.lower().split()[0] in words(lexicon, "resolution", "indefinite")
    own = called(phrase, lexicon)
    return not (own.name and not own.tied) and not (new and other is first)


def fuller(one: Naming, everyone: Sequence[Naming]) -> Naming:
    """Where a fuller form of a name stands that this one is short for: "Tokaïev" for "Ada Tokaïev".

    Of several people with the surname, the one named last before it is meant.

    Args:
        one: a naming.
        everyone: all the article's namings, in order.
    """
    longer = [other for other in everyone if _extends(other, one)]
    before = [other for other in longer if other.start <= one.start]
    nearest = (before[-1:] or longer[:1] or [None])[0]
    return fuller(nearest, everyone) if nearest else one


def _extends(other: Naming, one: Naming) -> bool:
    """Whether another name ends or begins with this one, and goes on; titles must not contradict."""
    mine, theirs = parts(one.name), parts(other.name)
    agree = not one.gender or not other.gender or one.gender == other.gender
    edge = theirs[-len(mine) :] == mine or theirs[: len(mine)] == mine
    return agree and len(mine) < len(theirs) and (edge or (theirs[0], theirs[-1]) == (mine[0], mine[-1]))


def parts(name: str) -> list[str]:
    """The words of a name, in lower case."""
    return [word.lower() for word in WORD.findall(name)]


def is_person(one: Naming, text: str, lexicon: Lexicon) -> bool:
    """Whether a name is likely a person's: it has an office, two words that are names, or is a lone subject.

    Args:
        one: of namings().
        text: the article; a capital at the beginning of a sentence makes no name, a preposition makes a place.
        lexicon: its language.
    """
    if is_acronym(one.name) or one.body:
        return False
    first, *others = one.name.split()
    before = text[: one.start].rstrip(" «“\"")
    opens = not before or before.endswith((".", "!", "?", "\n", ":"))
    if others:
        return others[0][:1].isupper() or not opens
    placed = before.lower().split()[-1:] and before.lower().split()[-1] in words(lexicon, "words", "prepositions")
    return bool(one.roles) or text.count(first) > 1 or not (opens or placed)


def bare(mention: str, lexicon: Lexicon) -> str:
    """A mention as a speaker is called: no article, a small letter where only its place gave a capital.

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
