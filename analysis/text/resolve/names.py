"""The name in a mention: without title and office, and none where it only belongs to a noun."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text import countries
from analysis.text.grammar.conjugation import verbs
from analysis.text.grammar.tokens import Tokens, reports
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon


class Called(NamedTuple):
    """What a mention calls somebody, in tokens.

    Fields:
        first: where the name begins
        last: the token after it
        opens: where the part of the mention begins that holds it
        closes: the token after that part
        tied: whether it only belongs to a noun: "un proche de Pierre Roy", "Roy’s campaign"
    """

    first: int
    last: int
    opens: int
    closes: int
    tied: bool


def called(tokens: Tokens, first: int, last: int) -> Called | None:
    """The name in a mention: of parts between commas, the first that holds a full name.

    Args:
        tokens: of the article.
        first: the mention's first token.
        last: the token after it.

    >>> from analysis.text.lexicon import load
    >>> from analysis.text.grammar.tokens import tokenise
    >>> tokens = tokenise("le ministre de la Santé Ann Lee", load("fr"))
    >>> called(tokens, 0, 7)
    Called(first=5, last=7, opens=0, closes=7, tied=False)
    """
    if "A" not in tokens.line[first:last]:
        return None
    if last - first == 1:
        return Called(first, last, first, last, tied=tokens.lows[first] in _titles(tokens.lexicon))
    found = [one for part in _parts(tokens, first, last) if (one := _in_part(tokens, *part))]
    own = [one for one in found if not one.tied]
    full = [one for one in own if one.last - one.first > 1 or one.first > one.opens]
    alone = [
        one for one in full if one.last - one.first > 1 and (one.first, one.last) == (one.opens, one.closes)
    ]
    # "le directeur de la société Orme, Ada Roy": the name that is all of its part
    return next(iter([*alone, *full, *own, *found]), None)


def _parts(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas."""
    for at in range(first, last):
        if tokens.line[at] == ",":
            yield first, at
            first = at + 1
    yield first, last


def _in_part(tokens: Tokens, first: int, last: int) -> Called | None:
    """The last name of its own in a part of a mention; else the first that belongs to a noun."""
    made = []
    for start, end in _runs(tokens, first, last):
        own = _own(tokens, start, end, first, last)
        begin = _untitled(tokens, start, end) if own is None else own
        made.append(Called(begin, end, first, last, tied=own is None))
    free = [one for one in made if not one.tied]
    if free and free[0].last - free[0].first > 1:
        return free[0]  # "Ada Roy of the firm Orme Labs"
    return next(iter([*free[-1:], *made]), None)


def _runs(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with particles between."""
    at = first
    while at < last:
        end = at
        while (after := _after(tokens, at, end, last)) > end:
            end = after
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _after(tokens: Tokens, first: int, at: int, last: int) -> int:
    """The token after the next word of a run that begins at `first`; `at` where the run has ended."""
    if at < last and tokens.line[at] == "A":
        return at + 1
    linked = _linked(tokens, at, last) if first < at < last else at
    return linked + 1 if linked > at else at


def _linked(tokens: Tokens, at: int, last: int) -> int:
    """The word that particles tie to a name, "von der Aue", not "Luc Roy von der Polizei"; else `at`."""
    particles = words(tokens.lexicon, "mentions.particles") - {"of"}  # where somebody may be from
    if tokens.lows[at] in words(tokens.lexicon, "mentions.inner_particles"):
        return at
    end = at
    while end < last and tokens.lows[end] in particles:
        end += 1
    named = end < last and tokens.line[end] == "A" and tokens.lows[end] not in _titles(tokens.lexicon)
    return end if named and not (end > at + 1 and _is_body(tokens, at, end)) else at


def _is_body(tokens: Tokens, at: int, end: int) -> bool:
    """Whether what follows two particles is where somebody works: "Ada Roy de la CGT", "von der Polizei"."""
    word = tokens.text[tokens.starts[end] : tokens.ends[end]]
    genitive = tokens.lows[at] in words(tokens.lexicon, "genitives")
    return genitive or is_acronym(word) or tokens.lows[end] in words(tokens.lexicon, "mentions.groups")


def _own(tokens: Tokens, start: int, end: int, first: int, last: int) -> int | None:
    """The first token of the name that a run holds for itself, None where all of it belongs to a noun."""
    if end < last and (tokens.line[end] == "g" or _modifies(tokens, end)):
        return None
    if _is_tied(tokens, start, first):
        # "de la Santé Ann Lee", "de New York Ann Lee" are two names; "for Mayor Ann Lee" is one
        given = _given(tokens, start, end)
        return given if given > start and tokens.lows[start] not in _titles(tokens.lexicon) else None
    if end - start == 1 and tokens.lows[start] in _titles(tokens.lexicon):
        return None  # "le Premier ministre" is no name
    return _untitled(tokens, start, end)


def _given(tokens: Tokens, start: int, end: int) -> int:
    """Where the last two words of a run begin that are no particles: "Ann Lee", "Ursula von der Leyen"."""
    at = end - 2
    while at > start and tokens.line[at] != "A":
        at -= 1
    return at


def _untitled(tokens: Tokens, start: int, end: int) -> int:
    """The token after the last title or office in a run: "Former Gov. Ann Lee"."""
    titles = _titles(tokens.lexicon)
    return max((at + 1 for at in range(start, end - 1) if tokens.lows[at] in titles), default=start)


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    lists = words(lexicon, "mentions.titles") | words(lexicon, "mentions.roles")
    return lists | words(lexicon, "resolution.former")


def _modifies(tokens: Tokens, at: int) -> bool:
    """Whether a common noun follows for which the name is an adjective: "Clinton camp", "Senate leader"."""
    if not tokens.lexicon.section("resolution").get("head_final", False):
        return False
    return tokens.line[at] == "w" and tokens.lows[at] not in _verbs(tokens.lexicon)


@cache
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    """Forms of reporting verbs that are no nouns: a mention may have swallowed one."""
    lists = (forms for verb in verbs(lexicon) for forms in verb.forms.values())
    found = {form for forms in lists for form in forms if " " not in form}
    return frozenset(found) - words(lexicon, "noun_forms")


def _is_tied(tokens: Tokens, start: int, first: int) -> bool:
    """Whether a preposition, with or without article and office, ties what follows to a noun before it."""
    office = _before(tokens, start, first, _titles(tokens.lexicon))
    # Before an office only those ties that say whose; others make one of two: "l'adjoint au maire Ada Roy".
    genitives = words(tokens.lexicon, "genitives") if office < start else ()
    ties = genitives or ties_of(tokens.lexicon)
    at = office - 1
    while at > first and tokens.line[at] == "d" and tokens.lows[at] not in ties:
        at -= 1
    return at > first and tokens.lows[at] in ties


def _before(tokens: Tokens, start: int, first: int, titles: frozenset[str]) -> int:
    """Where the office begins that stands before a name: "le porte-parole du maire Ada Roy"."""
    at = start
    while at - 1 > first and tokens.lows[at - 1] in titles:
        at -= 1
    return at


@cache
def ties_of(lexicon: Lexicon) -> frozenset[str]:
    """Prepositions, and articles that hold one.

    Args:
        lexicon: the language.

    >>> from analysis.text.lexicon import load
    >>> [word in ties_of(load("fr")) for word in ("de", "du", "le")]
    [True, True, False]
    """
    return words(lexicon, "ties") | words(lexicon, "words.prepositions")


def is_no_name(tokens: Tokens, found: Called, name: str) -> bool:
    """Whether a capitalised word is a letter, a country, or a month: May, but not Mrs. May, nor May who said.

    Args:
        tokens: of the article.
        found: the word in a mention.
        name: the word.
    """
    if len(name) < 2 or is_country(name, tokens.lexicon):
        return True
    beside = {*tokens.lows[max(0, found.first - 1) : found.first], *tokens.lows[found.last : found.last + 1]}
    speaks = found.first > found.opens or not reports(tokens.lexicon).isdisjoint(beside)
    return name in words(tokens.lexicon, "resolution.no_names") and not speaks


@lru_cache(maxsize=10_000)
def is_country(name: str, lexicon: Lexicon) -> bool:
    """Whether all of a name is a country.

    Args:
        name: as printed, no article before it.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> is_country("Kazakhstan", load("fr")), is_country("Kazakh Airlines", load("en"))
    (True, False)
    """
    printed = name.split()
    return any(hit.last - hit.first == len(printed) for hit in countries.find(printed, lexicon))


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only.

    Args:
        name: as printed; a letter alone and two words are no acronym.

    >>> is_acronym("OTSC"), is_acronym("Ada")
    (True, False)
    """
    return len(name) > 1 and name.isupper() and " " not in name
