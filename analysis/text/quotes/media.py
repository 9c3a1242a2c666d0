"""Media and agencies: those that are told something, and those that pass on what somebody said."""

from functools import cache, lru_cache

from analysis.text import lexicon
from analysis.text.grammar import inflection
from analysis.text.grammar.classes import CLOSING, DETERMINER, OPENING, any_of
from analysis.text.grammar.inflection import Hit, Index
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon
from analysis.text.quotes.reading import Reading

LONGEST = 6
"""Tokens in the longest name of a medium: bounds cost."""

PERSON = 2
"""Names that are left to a person after a medium's: `à Radio Vire | Ada Orne`."""

GOVERNED = pattern("(PREPOSITION | DETERMINER){0,2}")
BEFORE_NOUN = pattern("(NAME | TIME){1,3}")
"""What may stand before the noun for a medium: `the Evening | Courier`."""

NAMES = pattern("NAME*")
OPENS_NAME = any_of("DETERMINER NOUN")


def addressed(reading: Reading, at: int, ceiling: int) -> Stretch | None:
    """The medium that is told something, its preposition before it or none: `à | l'AFP`, `der | dpa`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », a dit à l'AFP Ada Orne.", lexicon.load("fr"))
    >>> told.printed(*addressed(told, told.lows.index("à"), len(told.lows)))
    'AFP'
    """
    first = GOVERNED.skip(reading.line, at, ceiling)
    if first >= ceiling:
        return None
    found = medium(reading, first, ceiling, first > at and reading.line[first - 1] == DETERMINER)
    return None if found == (at, at + 1) and _is_bare_noun(reading, at, ceiling) else found


def _is_bare_noun(reading: Reading, at: int, ceiling: int) -> bool:
    """Whether a noun for a medium stands with a capital and nothing beside it: somebody's name, `Blatter`."""
    hit = _known(reading, at, ceiling)
    return hit is not None and hit.value == "noun" and reading.is_capital(at)


def medium(reading: Reading, first: int, ceiling: int, determined: bool = True) -> Stretch | None:
    """The medium whose name begins at a token: `AFP`, `Radio Vire`, `agência Lusa`, `Evening Courier`.

    Args:
        determined: whether a determiner stands before it, so that names may come before its noun.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Roy told Radio Vire and the Lor Courier so.", lexicon.load("en"))
    >>> [told.printed(*medium(told, at, len(told.lows))) for at in (2, 6)], medium(told, 0, 3)
    (['Radio Vire', 'Lor Courier'], None)
    """
    number = reading.inside[first]
    if number >= 0 and reading.edges[number][0] == first:
        return marked(reading, number)
    if hit := _known(reading, first, ceiling):
        return (first, _name_after(reading, hit.last, ceiling)) if hit.value == "noun" else hit[:2]
    stop = BEFORE_NOUN.skip(reading.line, first, min(ceiling, first + LONGEST)) if determined else first
    nouns = (hit for at in range(first + 1, stop + 1) if (hit := _known(reading, at, ceiling)))
    return next(((first, hit.last) for hit in nouns), None)


def any_between(reading: Reading, first: int, last: int) -> bool:
    """Whether what the lists hold of media begins anywhere in a stretch."""
    return not places(reading).keys().isdisjoint(range(first, last))


def marked(reading: Reading, number: int) -> Stretch | None:
    """The name of an agency or an outlet that stands between marks, the marks included: `« Interfax »`."""
    first, last = reading.edges[number]
    hit = _known(reading, first + 1, last) if last - first <= LONGEST else None
    return (first, last) if hit and hit.last == last - 1 else None


def bare(reading: Reading, stretch: Stretch) -> Stretch:
    """The tokens of a name without its determiner and the marks around it: `l'AFP`, `« Interfax »`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Interfax », l'AFP", lexicon.load("fr"))
    >>> bare(told, (0, 3)), bare(told, (4, 6))
    ((1, 2), (5, 6))
    """
    first, last = stretch
    first = GOVERNED.skip(reading.line, first, last - 1)
    inner = reading.line[first] == OPENING and reading.line[last - 1] == CLOSING
    return (first + 1, last - 1) if inner else (first, last)


def _name_after(reading: Reading, at: int, ceiling: int) -> int:
    """The token after the name behind a noun for a medium: `agence | Lusa`, `journal | « Le Fanal »`."""
    if at >= ceiling:
        return at
    if reading.line[at] == OPENING:
        return reading.edges[reading.inside[at]][1]
    if hit := _known(reading, at, ceiling):
        return hit.last
    article = reading.line[at] == DETERMINER and reading.is_capital(at)  # le journal | Le Fanal
    stop = NAMES.skip(reading.line, at + article, ceiling)
    if article:
        return stop if stop > at + 1 else at
    own = reading.is_capital(at - 1) or stop - at != PERSON  # à la radio | Ada Orne; à Radio Vire
    return max(at + own, stop - PERSON) if stop > at else at


def _known(reading: Reading, at: int, ceiling: int) -> Hit | None:
    """What the lists hold that begins at a token: an agency, an outlet, or a noun for a medium."""
    hit = places(reading).get(at) if at < ceiling else None
    hit = _listed(reading, at, ceiling) if hit and hit.last > ceiling else hit
    return hit if hit and (hit.value != "outlet" or reading.is_capital(hit.last - 1)) else None


@lru_cache(maxsize=2)
def places(reading: Reading) -> dict[int, Hit]:
    """What begins at the tokens of an article: a name of the lists or a noun for a medium.

    >>> from analysis.text.quotes.reading import read
    >>> sorted(places(read("Roy told the agency and the BBC so.", lexicon.load("en"))))
    [3, 6]
    """
    lows, lexicon = reading.lows, reading.lexicon
    begins, small = _beginnings(lexicon)
    alike = {low for low in set(lows) if low[: inflection.SHORTEST] in begins}
    stems = {low: stem for low in alike if (stem := inflection.stem(low, lexicon)) in index(lexicon)}
    begun = [at for at, low in enumerate(lows) if low in stems and reading.line[at] in OPENS_NAME]
    told = (at for at in begun if stems[lows[at]] in small or reading.is_capital(at))
    return {at: hit for at in told if (hit := _listed(reading, at, len(lows)))}


@cache
def _beginnings(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The letters that no stem is without, of what media begin with; the stems that need no capital."""
    known = index(lexicon)
    small = (stem for stem, begun in known.items() if not all(phrase[0][:1].isupper() for phrase, _ in begun))
    return frozenset(stem[: inflection.SHORTEST] for stem in known), frozenset(small)


def _listed(reading: Reading, at: int, ceiling: int) -> Hit | None:
    """The longest of the lists that stands at a token."""
    window = [reading.printed(i, i + 1) for i in range(at, min(ceiling, at + LONGEST))]
    hit = inflection.first(window, index(reading.lexicon), reading.lexicon)
    return hit and hit._replace(first=at, last=at + hit.last)


@cache
def index(known: Lexicon) -> Index:
    """The names of agencies and outlets and the nouns for media of a language, ready to be found.

    >>> french = lexicon.load("fr")
    >>> [hit.value for hit in inflection.find(["agences", "Reuters", "BBC"], index(french), french)]
    ['noun', 'agency', 'outlet']
    """
    agencies = lexicon.shared("agencies")["agencies"].values()
    named = [(name, "agency") for agency in agencies for name in agency.get("names", ())]
    named += [(name, "outlet") for name in sorted(words(known, "mentions.outlets"))]
    return inflection.index([*named, *((it, "noun") for it in sorted(words(known, "mentions.media")))], known)
