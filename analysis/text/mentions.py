"""Mentions: names with their titles and roles, roles alone, groups, documents, pronouns."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, Protocol

from analysis.text.lexicon import Lexicon
from analysis.text.tokens import Tokens, tokenise, words

NOMINAL = frozenset("Awng")
LONGEST = 40
"""Tokens in the longest noun phrase that is still believed."""


class Tagged(Protocol):
    """What a phrase is read from: tokens, alone or as part of a reading."""

    @property
    def lexicon(self) -> Lexicon: ...  # noqa: D102
    @property
    def lows(self) -> list[str]: ...  # noqa: D102
    @property
    def tags(self) -> list[str]: ...  # noqa: D102


class Mention(NamedTuple):
    """A person, body or document as the text names it.

    Fields:
        start: code point where the mention begins, its determiner, role and title included
        end: code point after it
        form: name, role, pronoun, group, metonym or document
        name: the name alone, without determiner, role, title and apposition; empty where there is none
        gender: "f", "m", "n" for a thing, "" where its words do not say
        number: "singular", "plural" or ""
    """

    start: int
    end: int
    form: str
    name: str = ""
    gender: str = ""
    number: str = ""


def find(text: str, lexicon: Lexicon) -> list[Mention]:
    """The mentions of a text, in order, none inside another.

    Args:
        text: an article.
        lexicon: its language; `[mentions]`, `[pronouns]` and `[words]` make them.

    >>> from analysis.text import lexicon
    >>> text = "Le président Jean Dupont est venu. Il reviendra."
    >>> [(text[m.start:m.end], m.form, m.name) for m in find(text, lexicon.load("fr"))]
    [('Le président Jean Dupont', 'name', 'Jean Dupont'), ('Il', 'pronoun', '')]
    """
    return of(tokenise(text, lexicon))


def of(tokens: Tokens) -> list[Mention]:
    """The mentions of a text that is cut into tokens already, in order.

    Args:
        tokens: of an article.
    """
    return [describe(tokens, first, last) for first, last in _phrases(tokens)]


def _phrases(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Stretches of tokens that may be mentions: pronouns, and phrases with a name, a role, a group or a document."""
    tags, at = tokens.tags, 0
    while at < len(tags):
        if tags[at] in "ue":
            yield at, at + 1
            at += 1
        elif tags[at] in "dA" or _noun(tokens, at):
            end = phrase_after(tokens, at, len(tags))
            if end > at and _tells(tokens, at, end):
                yield at, end
            at = max(end, at + 1)
        else:
            at += 1


def _noun(tokens: Tagged, at: int) -> bool:
    return tokens.lows[at] in _nouns(tokens.lexicon)


@cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    lists = (words(lexicon, "mentions", name) for name in ("roles", "groups", "documents", "titles"))
    return frozenset().union(*lists)


def _tells(tokens: Tagged, first: int, last: int) -> bool:
    return any(tokens.tags[at] == "A" or _noun(tokens, at) for at in range(first, last))


def describe(tokens: Tokens, first: int, last: int) -> Mention:
    """The mention that a stretch of tokens is: its form, the name in it, gender and number.

    Args:
        tokens: of the text.
        first: its first token.
        last: the token after it.

    >>> from analysis.text import lexicon
    >>> describe(tokenise("la ministre", lexicon.load("fr")), 0, 2)
    Mention(start=0, end=11, form='role', name='', gender='f', number='singular')
    """
    span, shape = tokens.span(first, last), form(tokens, first, last)
    if shape == "pronoun":
        low = tokens.text[span.start : span.end].lower().replace("’", "'")
        gender, number = tokens.lexicon.section("pronouns").get(low, ("", ""))
        return Mention(*span, shape, "", gender, number)
    named = name(tokens, first, last)
    printed = tokens.text[slice(*tokens.span(*named))] if named and shape != "role" else ""
    return Mention(*span, shape, printed, *_agreement(tokens, first, last))


def _agreement(tokens: Tagged, first: int, last: int) -> tuple[str, str]:
    """Gender and number as determiners, titles and roles show them."""
    agreement = tokens.lexicon.section("agreement")
    marks = [agreement[tokens.lows[at]] for at in range(first, last) if tokens.lows[at] in agreement]
    gender = next((gender for gender, _ in marks if gender), "")
    number = next((number for _, number in marks if number), "")
    return gender, number


def form(tokens: Tagged, first: int, last: int) -> str:
    """What a mention is: name, role, pronoun, group, metonym or document.

    >>> from analysis.text import lexicon
    >>> form(tokenise("a spokesman for Ann Lee", lexicon.load("en")), 0, 5)
    'role'
    """
    if last - first == 1 and tokens.tags[first] in "ueor":
        return "pronoun"
    head = _head(tokens, first, last)
    lows = [tokens.lows[at] for at in range(*head)]
    named = name(tokens, *head)
    for kind in ("metonyms", "documents"):
        told = not words(tokens.lexicon, "mentions", kind).isdisjoint(lows)
        if told and (kind == "metonyms" or not named):
            return kind[:-1]
    if named:
        return "name"
    agreement = tokens.lexicon.section("agreement")
    plural = any(agreement.get(low, ("", ""))[1] == "plural" for low in lows)
    collective = not words(tokens.lexicon, "mentions", "groups").isdisjoint(lows)
    return "group" if plural or collective else "role"


def speaks(tokens: Tagged, stretch: tuple[int, int]) -> bool:
    """Whether a mention is of somebody or something that can speak: named, a pronoun, or a known kind of noun.

    Args:
        tokens: of the text.
        stretch: first and last (exclusive) token of the mention.

    >>> from analysis.text import lexicon
    >>> speaks(tokenise("la ministre", lexicon.load("fr")), (0, 2))
    True
    """
    endings = tuple(words(tokens.lexicon, "mentions", "role_endings")) or ("\n",)
    pronominal = words(tokens.lexicon, "grammar", "pronominals")
    return any(
        tokens.tags[at] in "Auer" or _noun(tokens, at) or low in pronominal or low.endswith(endings)
        for at, low in enumerate(tokens.lows[slice(*stretch)], stretch[0])
    )


def _head(tokens: Tagged, first: int, last: int) -> tuple[int, int]:
    """The phrase without its complements and appositions: up to the first preposition or comma after its noun."""
    stop = next((at for at in range(first + 1, last) if tokens.tags[at] in "p,("), last)
    held = name(tokens, first, last)
    if held and held[0] < stop < held[1]:
        stop = held[1]
    return first, stop


def name(tokens: Tagged, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the first name in a stretch: capitalised words with particles between, titles left out.

    >>> from analysis.text import lexicon
    >>> name(tokenise("M. Charles de Gaulle", lexicon.load("fr")), 0, 4)
    (1, 4)
    """
    lists = (words(tokens.lexicon, "mentions", kind) for kind in ("titles", "roles", "particles"))
    titles, roles, particles = lists
    capitals = (tokens.lows[at] for at in range(first, last) if tokens.tags[at] == "A")
    if all(low in titles or low in roles for low in capitals):
        return None
    start = next(
        at
        for at in range(first, last)
        if tokens.tags[at] == "A" and tokens.lows[at] not in titles and tokens.lows[at] not in roles
    )
    end = start + 1
    while end < last:
        step = 1 if tokens.tags[end] == "A" else 2
        if step == 2 and (
            tokens.lows[end] not in particles or end + 1 >= last or tokens.tags[end + 1] != "A"
        ):
            break
        end += step
    return start, end


def phrase_before(tokens: Tagged, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase, with its prepositional complements, that ends right before a token.

    Args:
        tokens: of the text.
        end: the token it must end at.
        floor: the first token it may begin with.
    """
    tags, at = tokens.tags, end - 1
    while at >= floor and end - at <= LONGEST:
        if tags[at] in NOMINAL or complements(tokens, at, floor) or _joins(tokens, at, floor, end):
            at -= 1
        elif tags[at] == "d":
            tied = tokens.lows[at] in words(tokens.lexicon, "grammar", "ties")
            while at >= floor and tags[at] == "d":
                at -= 1
            if not complements(tokens, at, floor) and not (tied and at >= floor and tags[at] in NOMINAL):
                break
        else:
            break
    return (at + 1, end) if at + 1 < end else None


def complements(tokens: Tagged, at: int, floor: int) -> bool:
    """Whether a token is a preposition that ties a noun phrase to the noun before it."""
    return at - 1 >= floor and tokens.tags[at] == "p" and tokens.tags[at - 1] in NOMINAL


def _joins(tokens: Tagged, at: int, floor: int, end: int) -> bool:
    """Whether a token is an "and" between two names or two nouns."""
    if not floor < at < end - 1 or tokens.lows[at] not in words(tokens.lexicon, "grammar", "joiners"):
        return False
    return tokens.tags[at - 1] == tokens.tags[at + 1] and tokens.tags[at - 1] in "Aw"


def phrase_after(tokens: Tagged, start: int, ceiling: int) -> int:
    """The token after the noun phrase that begins at a token; the same token where none begins there.

    Args:
        tokens: of the text.
        start: the token it must begin with.
        ceiling: the token it may not reach.
    """
    at, noun = start, False
    while at < min(ceiling, start + LONGEST) and _goes_on(tokens, at, ceiling, noun):
        noun = noun or tokens.tags[at] in NOMINAL or (tokens.lows[at - 1] == "l'" and tokens.tags[at] == "d")
        at += 1
    return at if noun else start


def _goes_on(tokens: Tagged, at: int, ceiling: int, noun: bool) -> bool:
    """Whether a token belongs to the noun phrase read so far."""
    tag, low, lexicon = tokens.tags[at], tokens.lows[at], tokens.lexicon
    if tag in "Awg":
        return True
    if low in words(lexicon, "grammar", "nouns_after_article") and at and tokens.lows[at - 1] == "l'":
        return True
    contracted = tag == "d" and low in words(lexicon, "grammar", "ties")
    if tag in "dna" and not (contracted and noun):
        return not noun or tokens.tags[at - 1] == "p"
    tied = (tag == "p" and low in words(lexicon, "grammar", "ties")) or low in words(
        lexicon, "grammar", "joiners"
    )
    return noun and (contracted or (tied and at + 1 < ceiling and tokens.tags[at + 1] in "dAw"))
