"""The type of a source and its country, by the head of the phrases that describe it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.text import countries, lexicon
from analysis.text.grammar import inflection
from analysis.text.grammar.inflection import Hit, Index
from analysis.text.grammar.tokens import Tokens
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote
from analysis.text.resolve import roles
from analysis.text.resolve.roles import complement

UNSPECIFIED = "unspecified"


class Told(NamedTuple):
    """What the phrases tell of a source.

    Fields:
        type: a type of source_types.toml
        cue: the words that told it
        country: ISO 3166-1 alpha-2
    """

    type: str = UNSPECIFIED
    cue: str | None = None
    country: str | None = None


def of(described: Sequence[Tokens], own: Sequence[Quote]) -> Told:
    """The type that the first telling phrase gives, and the first country that any names.

    Args:
        described: the phrases of a speaker, the nearest first.
        own: the speaker's quotations.

    >>> from analysis.text.lexicon import load
    >>> from analysis.text.grammar.tokens import tokenise
    >>> of([tokenise("un proche de la ministre kazakhe", load("fr"))], [])
    Told(type='executive_government', cue='ministre', country='KZ')
    """
    metonym = any(quote.source_form == "metonym" for quote in own)
    answers = [_of_phrase(phrase, metonym) for phrase in described]
    telling = [answer for answer in answers if answer.type != UNSPECIFIED]
    named = next((answer.country for answer in answers if answer.country), None)
    best = next(iter([*telling, *(answer for answer in answers if answer.cue)]), None)
    if best:
        return best._replace(country=named)
    document = any(quote.source_form == "document" and not _is_person(quote, described) for quote in own)
    return Told("document_data", own[0].source, named) if document else Told(country=named)


def _is_person(quote: Quote, described: Sequence[Tokens]) -> bool:
    """Whether a mention with a word for documents is somebody's: "le directeur du site"."""
    own = next((tokens for tokens in described if tokens.text == quote.source), None)
    role = roles.read(own, 0, len(own.line)) if own else None
    return own is not None and role is not None and not roles.is_body(role, own.lexicon)


def _of_phrase(tokens: Tokens, metonym: bool) -> Told:
    known = tokens.lexicon
    printed = inflection.printed(tokens)
    places = countries.find(printed, known, seats=metonym or len(printed) < 3)
    head = _head(tokens, inflection.find(printed, cues(known), known))
    if head:
        cue = tokens.text[slice(*tokens.span(head.first, head.last))]
        named = [place for place in places if _belongs(place, tokens, head.value)]
        return Told(_in_office(head.value, tokens), cue, named[0].value if named else None)
    country = places[0].value if places else None
    if places and (metonym or _is_whole(places[0], tokens)):
        return Told("executive_government", tokens.text[slice(*tokens.span(*places[0][:2]))], country)
    return Told(country=country)


def _belongs(place: Hit, tokens: Tokens, type_: str) -> bool:
    """Whether a country is the head's: not of "étudiante en littérature française"."""
    official = lexicon.shared("source_types")[type_]["group"] == "official"
    after_preposition = place.first > 0 and tokens.line[place.first - 1] in "pd"
    return official or place.first < _stop(tokens) or after_preposition


def _stop(tokens: Tokens) -> int:
    """Where the complements of a phrase begin."""
    return complement(tokens.lows, tokens.line, 1, tokens.lexicon)


def _head(tokens: Tokens, hits: list[Hit]) -> Hit | None:
    """The hit nearest to the head of a phrase; what is not specified only where nothing else is.

    A president or a secretary is of the type of what he heads, where the phrase tells it.
    """
    specified = [hit for hit in hits if hit.value != UNSPECIFIED] or hits
    telling = [hit for hit in specified if not _is_of_any_body(hit, tokens)]
    head = _first(tokens, specified)
    if head is None or not _is_of_any_body(head, tokens):
        return head
    return _first(tokens, telling) or (None if _has_body(head, tokens) else head)


def _first(tokens: Tokens, hits: list[Hit]) -> Hit | None:
    """The first hit, or where nouns stand before their head the last before the next preposition."""
    if not hits:
        return None
    end = complement(tokens.lows, tokens.line, hits[0].last, tokens.lexicon)
    last = tokens.lexicon.section("resolution").get("head_final", False)
    return [hit for hit in hits if hit.first < end][-1] if last else hits[0]


def _is_of_any_body(hit: Hit, tokens: Tokens) -> bool:
    return hit.last - hit.first == 1 and tokens.lows[hit.first] in _heads(tokens.lexicon)


def _has_body(head: Hit, tokens: Tokens) -> bool:
    """Whether a complement tells what somebody is head of, and it is no country."""
    stop = next(
        (at for at in range(head.last, len(tokens.line)) if tokens.line[at] in "p,("), len(tokens.line)
    )
    rest = inflection.printed(tokens)[stop:]
    told = any(tag in "Aw" for tag in tokens.line[stop:])
    return told and not countries.find(rest, tokens.lexicon)


@cache
def _heads(known: Lexicon) -> frozenset[str]:
    return frozenset(word.lower() for word in words(known, "resolution.heads"))


def _in_office(type_: str, tokens: Tokens) -> str:
    """A former office-holder is a politician; where a word marks opposition, one of the opposition."""
    former = not words(tokens.lexicon, "resolution.former").isdisjoint(tokens.lows)
    if type_ == "executive_government" and former:
        type_ = "politician_party"
    marks = inflection.find(inflection.printed(tokens), cues(tokens.lexicon), tokens.lexicon)
    opposed = any(hit.value == "opposition_challenger" for hit in marks)
    return "opposition_challenger" if type_ == "politician_party" and opposed else type_


def _is_whole(hit: Hit, tokens: Tokens) -> bool:
    """Whether a country is all of a mention, its article aside: "la Russie"."""
    outside = [at for at in range(len(tokens.line)) if not hit.first <= at < hit.last]
    return all(tokens.line[at] == "d" for at in outside)


@cache
def cues(known: Lexicon) -> Index:
    """The cues of all types in a language, ready to be found.

    Args:
        known: the language.

    >>> french = lexicon.load("fr")
    >>> [hit.value for hit in inflection.find(["policiers", "et", "maires"], cues(french), french)]
    ['security_forces', 'executive_government']
    """
    table = lexicon.shared("source_types")
    phrases = [(cue, name) for name in table for cue in table[name]["cues"].get(known.code, ())]
    return inflection.index(phrases, known)
