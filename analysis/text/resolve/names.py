"""What a mention calls somebody: a name, without title and office, or else the mention's own words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from analysis.text import countries
from analysis.text.grammar.classes import COMMA, DETERMINER, NAME, POSSESSIVE, QUOTE_MARK, WORD
from analysis.text.grammar.conjugation import verbs
from analysis.text.grammar.noun_phrases import joins_names
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch, Tokens, lowered, reports
from analysis.text.grammar.word_lists import switch, words
from analysis.text.lexicon import Lexicon

FULL_NAME = pattern("NAME (NOT NAME)* NAME")
"""Ann Lee, Ursula von der Leyen."""

NICKNAME = pattern("(QUOTE_MARK | OPENING) NAME{1,2} (QUOTE_MARK | CLOSING) NAME")
"""What stands between two parts of a name, and the second: `Ada | “Lucky” Roy`."""

MARK = pattern("QUOTE_MARK DETERMINER?")
"""What opens a name in marks."""

FIRST_WORD = re.compile(r"[^\W\d_]+['’]?\s*")


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

    @property
    def is_full(self) -> bool:
        """Whether it has several words."""
        return self.last - self.first > 1


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
    found = [one for part in _parts(tokens, first, last) if (one := _in_part(tokens, *part))]
    return min(found, key=_rank) if len(found) > 1 else next(iter(found), None)


def _rank(one: Called) -> tuple[bool, bool, bool]:
    """What comes first: a name that is all of its part, "le chef de la société Orme, Ada Roy"; in full."""
    whole = one.is_full and (one.first, one.last) == (one.opens, one.closes)
    return one.tied, not whole, not (one.is_full or one.first > one.opens)


def _parts(tokens: Tokens, first: int, last: int) -> Iterator[Stretch]:
    """The stretches between commas that hold a capitalised word."""
    line = tokens.line
    while line.find(NAME, first, last) >= 0:
        comma = line.find(COMMA, first, last)
        end = last if comma < 0 else comma
        if NAME in line[first:end]:
            yield first, end
        first = end + 1


def _in_part(tokens: Tokens, first: int, last: int) -> Called | None:
    """The last name of its own in a part of a mention; else the first that belongs to a noun."""
    made = []
    for start, end in _runs(tokens, first, last):
        own = _own(tokens, start, end, first, last)
        begin = _untitled(tokens, start, end) if own is None else own
        made.append(Called(begin, end, first, last, tied=own is None))
    free = [one for one in made if not one.tied]
    if free and free[0].is_full:
        return free[0]  # "Ada Roy of the firm Orme Labs"
    return next(iter([*free[-1:], *made]), None)


def _runs(tokens: Tokens, first: int, last: int) -> Iterator[Stretch]:
    """Stretches of capitalised words, with particles between."""
    at = first
    while (start := tokens.line.find(NAME, at, last)) >= 0:
        at = start + 1
        while (named := _linked(tokens, at, last)) is not None:
            at = named + 1
        yield start, at


def _linked(tokens: Tokens, at: int, last: int) -> int | None:
    """The word that goes on with a name: "Ada von der Aue", not "Luc Roy von der Polizei"."""
    if at < last and tokens.line[at] == NAME:
        return at
    if (after := NICKNAME.skip(tokens.line, at, last)) > at:
        return after - 1
    end = at
    while end < last and _is_particle(tokens, end):
        end += 1
    if end in (at, last) or tokens.line[end] != NAME or tokens.lows[end] in _titles(tokens.lexicon):
        return None
    works = end > at + 1 and _is_body(tokens, at, end)
    return None if works or tokens.listed(at, "mentions.inner_particles") else end


def _is_particle(tokens: Tokens, at: int) -> bool:
    """Whether a token is one of names, and does not here say where somebody is from: "Ada Roy of Lund"."""
    particle = tokens.listed(at, "mentions.particles") and not tokens.listed(at, "resolution.origins")
    return particle and not joins_names(tokens, at)


def _is_body(tokens: Tokens, at: int, end: int) -> bool:
    """Whether what follows two particles is where somebody works: "Ada Roy de la CGT", "von der Polizei"."""
    acronym = is_acronym(tokens.printed(end, end + 1))
    return acronym or tokens.listed(at, "genitives") or tokens.listed(end, "mentions.groups")


def _own(tokens: Tokens, start: int, end: int, first: int, last: int) -> int | None:
    """The first token of the name that a run holds for itself, None where all of it belongs to a noun."""
    if end < last and (tokens.line[end] == POSSESSIVE or _modifies(tokens, end)):
        return None
    tied, titled = _is_tied(tokens, start, first), tokens.lows[start] in _titles(tokens.lexicon)
    if titled and (tied or end - start == 1):
        return None  # "le Premier ministre" is no name
    if tied and _before_mark(tokens, start, first) < start:
        return None
    # "de la Santé Ann Lee", "de New York Ann Lee" are two names; "for Mayor Ann Lee" is one
    return FULL_NAME.find_back(tokens.line, start + 1, end) if tied else _untitled(tokens, start, end)


def _untitled(tokens: Tokens, start: int, end: int) -> int:
    """The token after the last title or office in a run: "Former Gov. Ann Lee", "Konzernchef Ann Lee"."""
    titles, places = _titles(tokens.lexicon), range(end - 2, start - 1, -1)
    told = (at for at in places if tokens.lows[at] in titles or tokens.ends_as(at, "mentions.role_endings"))
    return next((at + 1 for at in told), start)


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    lists = words(lexicon, "mentions.titles") | words(lexicon, "mentions.roles")
    return lists | words(lexicon, "resolution.former")


def _modifies(tokens: Tokens, at: int) -> bool:
    """Whether a common noun follows for which the name is an adjective: "Clinton camp", "Senate leader"."""
    noun = tokens.line[at] == WORD and tokens.lows[at] not in _verbs(tokens.lexicon)
    return noun and switch(tokens.lexicon, "resolution.head_final")


@cache
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    """Forms of reporting verbs that are no nouns: a mention may have swallowed one."""
    forms = (listed for verb in verbs(lexicon) for listed in verb.forms.values())
    return frozenset().union(*forms) - words(lexicon, "noun_forms")


def _is_tied(tokens: Tokens, start: int, first: int) -> bool:
    """Whether a preposition, with or without article and office, ties what follows to a noun before it."""
    titles, marked = _titles(tokens.lexicon), _before_mark(tokens, start, first)
    if marked < start and not titles.isdisjoint(tokens.lows[first : marked - 1]):
        return True  # the owner of the ferry “Grey Gull”
    start, at = marked, marked - 1
    while at > first and tokens.lows[at] in titles:
        at -= 1
    # Before an office only those ties that say whose; others make one of two: "l'adjoint au maire Ada Roy".
    genitives = words(tokens.lexicon, "genitives") if at < start - 1 else ()
    ties = genitives or ties_of(tokens.lexicon)
    while at > first and tokens.line[at] == DETERMINER and tokens.lows[at] not in ties:
        at -= 1
    return at > first and tokens.lows[at] in ties


def _before_mark(tokens: Tokens, start: int, first: int) -> int:
    """Where the mark stands that opens a name, the same where none does: `the author of | “The Road”`."""
    marked = MARK.skip_back(tokens.line, start, first)
    return marked if tokens.line.count(QUOTE_MARK, first, start) % 2 else start


@cache
def ties_of(lexicon: Lexicon) -> frozenset[str]:
    """Prepositions, and articles that hold one.

    >>> from analysis.text.lexicon import load
    >>> [word in ties_of(load("fr")) for word in ("de", "du", "le")]
    [True, True, False]
    """
    return words(lexicon, "ties") | words(lexicon, "words.prepositions")


def is_no_name(tokens: Tokens, found: Called, name: str) -> bool:
    """Whether a capitalised word is a letter, a country or a month: May, but not Mrs. May, nor May said."""
    if len(name) < 2 or is_country(name, tokens.lexicon):
        return True
    around = tokens.lows[max(0, found.first - 1) : found.last + 1]
    speaks = found.first > found.opens or not reports(tokens.lexicon).isdisjoint(around)
    return name in words(tokens.lexicon, "resolution.no_names") and not speaks


@lru_cache(maxsize=10_000)
def is_country(name: str, lexicon: Lexicon) -> bool:
    """Whether all of a name, as printed and without article, is a country.

    >>> from analysis.text.lexicon import load
    >>> is_country("Kazakhstan", load("fr")), is_country("Kazakh Airlines", load("en"))
    (True, False)
    """
    printed = name.split()
    return any(hit.last - hit.first == len(printed) for hit in countries.find(printed, lexicon))


def is_acronym(name: str) -> bool:
    """Whether a name is printed in capitals only; a letter alone and two words are no acronym.

    >>> is_acronym("OTSC"), is_acronym("Ada")
    (True, False)
    """
    return len(name) > 1 and name.isupper() and " " not in name


def bare(mention: str, lexicon: Lexicon) -> str:
    """What a speaker is called by when nobody is named: a mention without article and relative clause.

    It has a small letter where only its place gave a capital, so that it is the same every time.

    >>> from analysis.text.lexicon import load
    >>> bare("Les autorités kazakhes", load("fr"))
    'autorités kazakhes'
    """
    relatives = words(lexicon, "words.relatives")
    rest = " ".join(takewhile(lambda word: word.lower() not in relatives, mention.split(" ")))
    articles = words(lexicon, "resolution.articles") | words(lexicon, "words.determiners")
    while (found := FIRST_WORD.match(rest)) and lowered(found[0].strip()) in articles:
        if found.end() == len(rest):
            return mention
        rest = rest[found.end() :]
    return _uncapitalised(rest, lexicon)


def _uncapitalised(phrase: str, lexicon: Lexicon) -> str:
    first = phrase.partition(" ")[0]
    nouns = (words(lexicon, f"mentions.{name}") for name in ("roles", "groups", "documents"))
    common = not first.isupper() and first.lower() in frozenset().union(*nouns)
    small = common and not switch(lexicon, "resolution.noun_capitals")
    return phrase[:1].lower() + phrase[1:] if small else phrase
