"""The name in a mention: without title and office, and none where it only belongs to a noun."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.text import countries, inflection
from analysis.text.lexicon import Lexicon
from analysis.text.tokens import Tokens, tokenise, words


class Called(NamedTuple):
    """What a mention calls somebody.

    Fields:
        name: the name, empty where there is none
        title: what stands before it: article, title, office
        after: what stands after it
        tied: whether it only belongs to a noun: "un proche de Pierre Roy", "Roy’s campaign"
    """

    name: str = ""
    title: str = ""
    after: str = ""
    tied: bool = False


def called(phrase: str, lexicon: Lexicon) -> Called:
    """The name in a mention.

    Args:
        phrase: a mention; of several parts between commas the first with a full name counts.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> called("le ministre de la Santé Ann Lee", load("fr")).name
    'Ann Lee'
    >>> called("un proche de Pierre Roy", load("fr"))
    Called(name='Pierre Roy', title='un proche de ', after='', tied=True)
    """
    found = [_in_part(part, lexicon) for part in phrase.split(",")]
    own = [one for one in found if one.name and not one.tied]
    full = [one for one in own if " " in one.name or one.title.strip()]
    return next(iter([*full, *own, *(one for one in found if one.name)]), Called())


def _in_part(part: str, lexicon: Lexicon) -> Called:
    """The last name of its own in a part of a mention; else the first that belongs to a noun."""
    tokens = tokenise(part, lexicon)
    made = [_cut(tokens, *run) for run in _runs(tokens)]
    free = [one for one in made if one.name and not one.tied]
    return next(iter([*free[-1:], *made]), Called())


def _cut(tokens: Tokens, first: int, last: int) -> Called:
    own = _own(tokens, first, last)
    span = tokens.span(_untitled(tokens, first, last) if own is None else own, last)
    after = tokens.text[span.end :].strip()
    return Called(tokens.text[slice(*span)], tokens.text[: span.start], after, tied=own is None)


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with particles between."""
    at, tags = 0, tokens.tags
    particles = words(tokens.lexicon, "mentions", "particles") - {"of"}
    while at < len(tags):
        end = at
        while end < len(tags) and (
            tags[end] == "A"
            or (end > at and tokens.lows[end] in particles and end + 1 < len(tags) and tags[end + 1] == "A")
        ):
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _own(tokens: Tokens, first: int, last: int) -> int | None:
    """The first token of the name that a run holds for itself, None where all of it belongs to a noun."""
    if last < len(tokens.tags) and (tokens.tags[last] == "g" or _modifies(tokens, last)):
        return None
    if _is_tied(tokens, first):
        # "de la Santé Ann Lee", "de New York Ann Lee": what is left are two names
        return last - 2 if last - first > 2 and tokens.tags[last - 2] == "A" else None
    start = _untitled(tokens, first, last)
    titled = last - first == 1 and tokens.lows[first] in _titles(tokens.lexicon)
    return None if titled else start  # "le Premier ministre" is no name


def _untitled(tokens: Tokens, first: int, last: int) -> int:
    """The token after the last title or office in a run: "Former Gov. Ann Lee"."""
    titles = _titles(tokens.lexicon)
    return max((at + 1 for at in range(first, last - 1) if tokens.lows[at] in titles), default=first)


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    lists = words(lexicon, "mentions", "titles") | words(lexicon, "mentions", "roles")
    return lists | words(lexicon, "resolution", "former")


def _modifies(tokens: Tokens, at: int) -> bool:
    """Whether a common noun follows for which the name is an adjective: "Clinton camp", "Senate leader"."""
    return bool(tokens.lexicon.section("resolution").get("head_final")) and tokens.tags[at] == "w"


def _is_tied(tokens: Tokens, first: int) -> bool:
    """Whether a preposition, with or without article, ties what follows to a noun before it."""
    ties = words(tokens.lexicon, "grammar", "ties") | words(tokens.lexicon, "words", "prepositions")
    at = first - 1
    while at > 0 and tokens.tags[at] == "d" and tokens.lows[at] not in ties:
        at -= 1
    return at > 0 and tokens.lows[at] in ties


def is_country(name: str, lexicon: Lexicon) -> bool:
    """Whether all of a name is a country.

    >>> from analysis.text.lexicon import load
    >>> is_country("Kazakhstan", load("fr")), is_country("Kazakh Airlines", load("en"))
    (True, False)
    """
    printed = inflection.printed(tokenise(name, lexicon))
    return any(hit.last - hit.first == len(printed) for hit in countries.find(printed, lexicon))


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only.

    >>> is_acronym("OTSC"), is_acronym("Ada")
    (True, False)
    """
    return len(name) > 1 and name.isupper() and " " not in name
