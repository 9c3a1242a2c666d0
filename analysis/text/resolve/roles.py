"""What a mention says of an office: which one, of which country, with which complements."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text import countries
from analysis.text.grammar import inflection
from analysis.text.grammar.classes import NOUN, any_of
from analysis.text.grammar.inflection import Hit, Index, stem
from analysis.text.grammar.noun_phrases import nouns
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Tokens, tokenise
from analysis.text.grammar.word_lists import endings, switch, words
from analysis.text.lexicon import Lexicon, shared
from analysis.text.resolve.names import ties_of

OPENS_COMPLEMENT = any_of("PREPOSITION COMMA BRACKET")
POSSESSOR = pattern("(NOT (PREPOSITION | COMMA | BRACKET | POSSESSIVE))+ POSSESSIVE")


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


@lru_cache(maxsize=2_000)
def read(phrase: str, lexicon: Lexicon) -> Role | None:
    """The office that a phrase tells, None where it has no noun for one.

    Args:
        phrase: a mention, or what stands before a name or after it.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> role = read("le dirigeant kazakh", load("fr"))
    >>> role.head, sorted(role.offices), role.country
    ('dirigeant', ['company_head', 'head_of_government', 'head_of_state'], 'KZ')
    """
    tokens = tokenise(phrase, lexicon)
    printed, lows = inflection.printed(tokens), tokens.lows
    offices = inflection.find(printed, _offices(lexicon), lexicon)
    head = _head(tokens, offices)
    if head is None:
        return None
    named = [hit for hit in offices if hit.first <= head < hit.last]
    places = countries.find(printed, lexicon)
    told = {head}.union(*(range(hit.first, hit.last) for hit in [*named, *places]))
    beside, after = _around(tokens, told, complement(tokens, head))
    return Role(
        head=stem(lows[head], lexicon),
        offices=frozenset(hit.value for hit in named),
        beside=beside,
        complement=after,
        country=places[0].value if places else None,
        former=tokens.any_listed(0, len(lows), "resolution.former"),
        plural=_is_plural(lows[head], lexicon),
    )


def _around(tokens: Tokens, told: set[int], stop: int) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the other words that tell something of an office, before its complement and in it."""
    more = [at for at in range(len(tokens.lows)) if at not in told and _is_content(tokens, at)]
    before, after = [at for at in more if at < stop], [at for at in more if at > stop]
    stems = [frozenset(stem(tokens.lows[at], tokens.lexicon) for at in some) for some in (before, after)]
    return stems[0], stems[1]


def _head(tokens: Tokens, offices: Sequence[Hit]) -> int | None:
    """The noun of the office; none of a possessor's: the rival of `the governor's rival` is no governor."""
    owned = POSSESSOR.skip(tokens.line, 0, len(tokens.line))
    named, known = {at for hit in offices for at in range(hit.first, hit.last)}, _nouns(tokens.lexicon)
    found = [
        Hit(at, at + 1, low)
        for at, low in enumerate(tokens.lows)
        if at >= owned and (at in named or stem(low, tokens.lexicon) in known)
    ]
    head = leading(tokens, found, 1)
    return head.first if head else None


def leading(tokens: Tokens, hits: Sequence[Hit], after: int) -> Hit | None:
    """The first of some nouns, or where nouns stand before their head the last before a complement.

    Args:
        tokens: a phrase.
        hits: in order.
        after: the token from which on a complement may begin.

    >>> from analysis.text.lexicon import load
    >>> tokens = tokenise("the Senate press secretary of the president", load("en"))
    >>> leading(tokens, [Hit(3, 4, "secretary"), Hit(6, 7, "president")], 4).value
    'secretary'
    """
    if not hits or not switch(tokens.lexicon, "resolution.head_final"):
        return next(iter(hits), None)
    end = complement(tokens, after)
    return ([hit for hit in hits if hit.first < end] or hits)[-1]


def complement(tokens: Tokens, start: int) -> int:
    """Where the first complement or apposition of a phrase begins from a token on, or where the phrase ends.

    >>> from analysis.text.lexicon import load
    >>> complement(tokenise("le maire de Lor", load("fr")), 1)
    2
    """
    ties, line = ties_of(tokens.lexicon), tokens.line
    found = (at for at in range(start, len(line)) if line[at] in OPENS_COMPLEMENT or tokens.lows[at] in ties)
    return next(found, len(line))


def _is_content(tokens: Tokens, at: int) -> bool:
    """Whether a word tells something of an office: "foreign", not "current"."""
    neutral = words(tokens.lexicon, "resolution.neutral") | words(tokens.lexicon, "resolution.former")
    return tokens.line[at] in NOUN and neutral.isdisjoint((tokens.lows[at], tokens.printed(at, at + 1)))


@cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """Stems of the nouns for people and bodies, and of the words that tell a type of source."""
    return _stems(nouns(lexicon), lexicon) | _kinds(lexicon).keys()


@cache
def _stems(listed: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(noun, lexicon) for noun in listed)


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
    return role.head in bodies(lexicon, role.plural) and role.head not in _stems(
        words(lexicon, "mentions.roles"), lexicon
    )


@cache
def bodies(lexicon: Lexicon, plural: bool) -> frozenset[str]:
    """Stems of the nouns for bodies and documents; of those listed in the plural only where it is plural.

    >>> from analysis.text.lexicon import load
    >>> [stem("scientifiques", load("fr")) in bodies(load("fr"), plural) for plural in (True, False)]
    [True, False]
    """
    listed = words(lexicon, "mentions.groups") | words(lexicon, "mentions.documents")
    return _stems(frozenset(noun for noun in listed if plural or not _is_plural(noun, lexicon)), lexicon)


def _is_plural(low: str, lexicon: Lexicon) -> bool:
    """Whether a noun ends as plurals do in its language."""
    several = low.endswith(endings(lexicon, "inflection.plural_endings"))
    return several and not low.endswith(endings(lexicon, "inflection.singular_endings"))


def same(asked: Role, held: Role) -> bool:
    """Whether a mention of an office may mean the holder that the article describes.

    Args:
        asked: of the mention without a name: "le chef de l'État".
        held: of a name in the same article: "le président kazakh".

    >>> from analysis.text.lexicon import load
    >>> told = [read(phrase, load("fr")) for phrase in ("le chef de l'État", "le dirigeant ouzbek")]
    >>> [same(one, read("le président kazakh", load("fr"))) for one in told]
    [True, False]
    """
    if asked.former != held.former or _are_abroad(asked, held) or _are_abroad(held, asked):
        return False
    if asked.beside and held.beside and not asked.beside & held.beside:
        return False
    alike = asked.head == held.head
    same_body = asked.complement & held.complement or not asked.complement
    return bool((alike and not held.complement) or (same_body and (alike or asked.offices & held.offices)))


def _are_abroad(one: Role, other: Role) -> bool:
    """Whether one is of a country that the other is not of: another country, or an adjective nobody knows."""
    return one.country is not None and (other.country or other.beside) not in (one.country, frozenset())
