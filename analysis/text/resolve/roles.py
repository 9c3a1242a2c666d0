"""What a mention says of an office: which one, of which country, with which complements."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text import countries
from analysis.text.grammar import inflection
from analysis.text.grammar.classes import NOUN, any_of
from analysis.text.grammar.inflection import Hit, Index, stem
from analysis.text.grammar.tokens import Tokens
from analysis.text.grammar.word_lists import switch, words
from analysis.text.lexicon import Lexicon, shared
from analysis.text.resolve.names import ties_of

OPENS_COMPLEMENT = any_of("PREPOSITION COMMA BRACKET")
LISTS = ("roles", "groups", "documents", "titles")


class Role(NamedTuple):
    """An office as a phrase describes it.

    Fields:
        head: its noun, as a stem
        offices: the classes of `[roles]` it belongs to
        beside: stems of the adjectives beside it
        complement: stems of the words after a preposition: what it is an office of
        country: ISO 3166-1 alpha-2, where the phrase names one
        former: whether it is over
        plural: whether its noun has the "s" of several
    """

    head: str
    offices: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    country: str | None = None
    former: bool = False
    plural: bool = False


def read(tokens: Tokens, first: int, last: int) -> Role | None:
    """The office that a stretch tells, None where it has no noun for one.

    Args:
        tokens: of a text.
        first: the first token of a mention, or of what stands before a name or after it.
        last: the token after it.

    >>> from analysis.text.lexicon import load
    >>> from analysis.text.grammar.tokens import tokenise
    >>> role = read(tokenise("le dirigeant kazakh", load("fr")), 0, 3)
    >>> role.head, sorted(role.offices), role.country
    ('dirigeant', ['company_head', 'head_of_government', 'head_of_state'], 'KZ')
    """
    printed = tuple(tokens.printed(at, at + 1) for at in range(first, last))
    return _office(Phrase(printed, tuple(tokens.lows[first:last]), tokens.line[first:last], tokens.lexicon))


class Phrase(NamedTuple):
    """Some tokens of a text, cut out so that the same words are read once: an article says them often.

    Fields:
        printed: as the text has them
        lows: in lower case
        line: the letters of their classes
        lexicon: their language
    """

    printed: tuple[str, ...]
    lows: tuple[str, ...]
    line: str
    lexicon: Lexicon


@lru_cache(maxsize=2_000)
def _office(phrase: Phrase) -> Role | None:
    """The office that words tell."""
    printed, lows, _, lexicon = phrase
    offices = inflection.find(printed, _offices(lexicon), lexicon)
    head = _head(phrase, offices)
    if head is None:
        return None
    named = [hit for hit in offices if hit.first <= head < hit.last]
    places = countries.find(printed, lexicon)
    beside, complement = _rest(phrase, head, [*named, *places])
    return Role(
        head=stem(printed[head], lexicon),
        offices=frozenset(hit.value for hit in named),
        beside=beside,
        complement=complement,
        country=places[0].value if places else None,
        former=not words(lexicon, "resolution.former").isdisjoint(lows),
        plural=_is_plural(lows[head]),
    )


def _head(phrase: Phrase, offices: list[Hit]) -> int | None:
    """The noun of the office: the first one, or where nouns stand before it the last before a preposition."""
    lexicon = phrase.lexicon
    named = {at for hit in offices for at in range(hit.first, hit.last)}
    known = _nouns(lexicon)
    nouns = [at for at, low in enumerate(phrase.lows) if at in named or stem(low, lexicon) in known]
    stop = complement(phrase.lows, phrase.line, 1, lexicon)
    inside = [at for at in nouns if at < stop] or nouns
    last = switch(lexicon, "resolution.head_final")
    return inside[-1 if last else 0] if inside else None


def complement(lows: Sequence[str], line: str, start: int, lexicon: Lexicon) -> int:
    """Where the first complement or apposition of a phrase begins, or where the phrase ends.

    Args:
        lows: its words in lower case.
        line: the letters of their classes.
        start: the first word that may begin one.
        lexicon: their language.

    >>> from analysis.text.lexicon import load
    >>> complement(["le", "maire", "de", "lor"], "dwpA", 1, load("fr"))
    2
    """
    ties = ties_of(lexicon)
    found = (at for at in range(start, len(line)) if line[at] in OPENS_COMPLEMENT or lows[at] in ties)
    return next(found, len(line))


@cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """Stems of the nouns for people and bodies, and of the words that tell a type of source."""
    return frozenset().union(_kinds(lexicon), *(_stems(lexicon, name) for name in LISTS))


@cache
def _stems(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(stem(noun, lexicon) for noun in words(lexicon, f"mentions.{name}"))


def _rest(phrase: Phrase, head: int, told: list[Hit]) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the other content words: beside the noun, and after a preposition that follows it."""
    _, lows, line, lexicon = phrase
    neutral = words(lexicon, "resolution.neutral") | words(lexicon, "resolution.former")
    used = {head}.union(*(range(hit.first, hit.last) for hit in told))
    content = [
        at
        for at in range(len(line))
        if line[at] in NOUN and at not in used and neutral.isdisjoint((lows[at], lows[at].capitalize()))
    ]
    stop = complement(lows, line, head, lexicon)
    beside = frozenset(stem(lows[at], lexicon) for at in content if at < stop)
    return beside, frozenset(stem(lows[at], lexicon) for at in content if at > stop)


@cache
def _offices(lexicon: Lexicon) -> Index:
    table = lexicon.section("roles")
    return inflection.index([(phrase, name) for name in table for phrase in table[name]], lexicon)


def kind(role: Role, lexicon: Lexicon) -> str:
    """The type of source that the noun alone tells, empty where it tells none.

    Args:
        role: of read().
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> [kind(Role(stem(noun, load("fr"))), load("fr")) for noun in ("géologue", "voisine", "homme")]
    ['expert_academic', 'citizen_witness', '']
    """
    return _kinds(lexicon).get(role.head, "")


@cache
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    """Stem of a one-word cue → its type of source."""
    types = shared("source_types")
    cues = [(cue, name) for name in types for cue in types[name]["cues"].get(lexicon.code, ())]
    return {stem(cue, lexicon): name for cue, name in cues if cue.islower() and " " not in cue}


def is_body(role: Role, lexicon: Lexicon) -> bool:
    """Whether the noun is one for a body or a document, and not for a person: "ministère", "police".

    A noun listed in the plural only, "scientifiques", is a body's as long as it is in the plural.

    Args:
        role: of read().
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> [is_body(Role(stem(noun, load("fr"))), load("fr")) for noun in ("ministère", "ministre")]
    [True, False]
    """
    return role.head in bodies(lexicon, role.plural) and role.head not in _stems(lexicon, "roles")


@cache
def bodies(lexicon: Lexicon, plural: bool) -> frozenset[str]:
    """Stems of the nouns for bodies and documents; of those listed in the plural only where it is plural.

    >>> from analysis.text.lexicon import load
    >>> [stem("scientifiques", load("fr")) in bodies(load("fr"), plural) for plural in (True, False)]
    [True, False]
    """
    nouns = words(lexicon, "mentions.groups") | words(lexicon, "mentions.documents")
    return frozenset(stem(noun, lexicon) for noun in nouns if plural or not _is_plural(noun))


def _is_plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith("ss")


def same(asked: Role, held: Role) -> bool:
    """Whether a mention of an office may mean the holder that the article describes.

    Args:
        asked: of the mention without a name: "le chef de l'État".
        held: of a name in the same article: "le président kazakh".

    >>> from analysis.text.lexicon import load
    >>> from analysis.text.grammar.tokens import tokenise
    >>> told = [tokenise(phrase, load("fr")) for phrase in ("le chef de l'État", "le dirigeant ouzbek")]
    >>> held = tokenise("le président kazakh", load("fr"))
    >>> [same(read(one, 0, len(one.line)), read(held, 0, 3)) for one in told]
    [True, False]
    """
    if asked.former != held.former or _are_abroad(asked, held) or _are_abroad(held, asked):
        return False
    if asked.beside and held.beside and not asked.beside & held.beside:
        return False
    if asked.head == held.head:
        return not (asked.complement and held.complement and not asked.complement & held.complement)
    return bool(asked.offices & held.offices) and (
        not asked.complement or bool(asked.complement & held.complement)
    )


def _are_abroad(one: Role, other: Role) -> bool:
    """Whether one is of a country that the other is not of: another country, or an adjective nobody knows."""
    return one.country is not None and (other.country or other.beside) not in (one.country, frozenset())
