"""What a mention says of an office: which one, of which country, with which complements."""

from functools import cache
from typing import NamedTuple

from analysis.text import countries, inflection
from analysis.text.inflection import Index, stem
from analysis.text.lexicon import Lexicon
from analysis.text.tokens import Tokens, tokenise, words

LISTS = ("roles", "groups", "documents")


class Role(NamedTuple):
    """An office as a phrase describes it.

    Fields:
        head: its noun, as a stem
        offices: the classes of `[roles]` it belongs to
        beside: stems of the adjectives beside it
        complement: stems of the words after a preposition: what it is an office of
        country: ISO 3166-1 alpha-2, where the phrase names one
        former: whether it is over
    """

    head: str
    offices: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    country: str | None = None
    former: bool = False


def read(phrase: str, lexicon: Lexicon) -> Role | None:
    """The office a phrase tells, None where it has no noun for one.

    Args:
        phrase: a mention, or what stands before a name or after it.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> role = read("le dirigeant kazakh", load("fr"))
    >>> role.head, sorted(role.offices), role.country
    ('dirigeant', ['company_head', 'head_of_government', 'head_of_state'], 'KZ')
    """
    tokens = tokenise(phrase, lexicon)
    printed = inflection.printed(tokens)
    head = _head(tokens)
    if head is None:
        return None
    named = [hit for hit in inflection.find(printed, _offices(lexicon), lexicon) if hit.first <= head < hit.last]
    places = countries.find(printed, lexicon)
    used = {at for hit in [*named, *places] for at in range(hit.first, hit.last)} | {head}
    beside, complement = _rest(tokens, head, used)
    return Role(
        head=stem(printed[head], lexicon),
        offices=frozenset(hit.value for hit in named),
        beside=beside,
        complement=complement,
        country=places[0].value if places else None,
        former=any(low in words(lexicon, "resolution", "former") for low in tokens.lows),
    )


def _head(tokens: Tokens) -> int | None:
    """The noun of the office: the first one, or where nouns stand before it the last before a preposition."""
    lexicon = tokens.lexicon
    stop = next((at for at, tag in enumerate(tokens.tags) if at and tag in "p,("), len(tokens.tags))
    named = [at for hit in inflection.find(inflection.printed(tokens), _offices(lexicon), lexicon) for at in range(hit.first, hit.last)]
    nouns = [at for at, low in enumerate(tokens.lows) if at in named or _is_noun(low, lexicon)]
    inside = [at for at in nouns if at < stop] or nouns
    last = lexicon.section("resolution").get("head_final", False)
    return inside[-1 if last else 0] if inside else None


def _is_noun(low: str, lexicon: Lexicon) -> bool:
    return any(low in words(lexicon, "mentions", name) for name in LISTS)


def _rest(tokens: Tokens, head: int, used: set[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the other content words: beside the noun, and after a preposition that follows it."""
    neutral, former = (words(tokens.lexicon, "resolution", name) for name in ("neutral", "former"))
    stop = next((at for at in range(head, len(tokens.tags)) if tokens.tags[at] in "p,("), len(tokens.tags))
    content = [
        at
        for at, tag in enumerate(tokens.tags)
        if tag in "Aw" and at not in used and not {tokens.lows[at], tokens.lows[at].capitalize()} & (neutral | former)
    ]
    stems = {at: stem(tokens.lows[at], tokens.lexicon) for at in content}
    return frozenset(stems[at] for at in content if at < stop), frozenset(stems[at] for at in content if at > stop)


@cache
def _offices(lexicon: Lexicon) -> Index:
    table = lexicon.section("roles")
    return inflection.index([(phrase, name) for name in table for phrase in table[name]], lexicon)


def same(asked: Role, held: Role) -> bool:
    """Whether a mention of an office may mean the holder that the article describes.

    Args:
        asked: of the mention without a name: "le chef de l'État".
        held: of a name in the same article: "le président kazakh".

    >>> from analysis.text.lexicon import load
    >>> held = read("le président kazakh", load("fr"))
    >>> [same(read(asked, load("fr")), held) for asked in ("le chef de l'État", "le dirigeant ouzbek")]
    [True, False]
    """
    if asked.former != held.former or (asked.country and held.country and asked.country != held.country):
        return False
    if asked.beside and held.beside and not asked.beside & held.beside:
        return False
    if asked.head == held.head:
        return not (asked.complement and held.complement and not asked.complement & held.complement)
    return bool(asked.offices & held.offices) and (
        asked.complement == held.complement or bool(asked.complement & held.complement)
    )
