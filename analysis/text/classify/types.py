"""The type of a source and its country, by the head of the phrases that describe it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.text import countries, lexicon
from analysis.text.grammar import inflection
from analysis.text.grammar.classes import any_of
from analysis.text.grammar.inflection import Hit, Index
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Tokens
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote
from analysis.text.resolve import roles
from analysis.text.resolve.roles import complement, leading

UNSPECIFIED = "unspecified"
ARTICLES = pattern("DETERMINER*")
BEFORE_COUNTRY = any_of("PREPOSITION DETERMINER")
COMPLEMENT = pattern("(PREPOSITION | COMMA | BRACKET) ANY* NOUN")
SEAT_ALONE = 3
"""Words from which on a phrase that holds a seat of government is no longer that seat: "le Kremlin"."""


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
    country = next((answer.country for answer in answers if answer.country), None)
    best = next(iter([*telling, *(answer for answer in answers if answer.cue)]), Told())
    if not best.cue and any(q.source_form == "document" and not _is_person(q, described) for q in own):
        best = Told("document_data", own[0].source)
    return best._replace(country=country)


def _is_person(quote: Quote, described: Sequence[Tokens]) -> bool:
    """Whether a mention with a word for documents is somebody's: "le directeur du site"."""
    own = next((tokens for tokens in described if tokens.text == quote.source), None)
    role = roles.read(own.text, own.lexicon) if own else None
    return own is not None and role is not None and not roles.is_body(role, own.lexicon)


def _of_phrase(tokens: Tokens, metonym: bool) -> Told:
    known, printed = tokens.lexicon, inflection.printed(tokens)
    places = countries.find(printed, known, seats=metonym or len(printed) < SEAT_ALONE)
    head = _head(tokens, inflection.find(printed, cues(known), known))
    if head:
        named = (place.value for place in places if _belongs(place, tokens, head.value))
        return Told(_in_office(head.value, tokens), tokens.printed(head.first, head.last), next(named, None))
    if not places:
        return Told()
    first, last, country = places[0]
    around = ((0, first), (last, len(tokens.line)))
    if metonym or all(ARTICLES.fits(tokens.line, *stretch) for stretch in around):  # "la Russie"
        return Told("executive_government", tokens.printed(first, last), country)
    return Told(country=country)


def _belongs(place: Hit, tokens: Tokens, type_: str) -> bool:
    """Whether a country is the head's: not of "étudiante en littérature française"."""
    official = lexicon.shared("source_types")[type_]["group"] == "official"
    complemented = tokens.line[place.first - 1 : place.first] in BEFORE_COUNTRY
    return official or complemented or place.first < complement(tokens, 1)


def _head(tokens: Tokens, hits: list[Hit]) -> Hit | None:
    """The hit nearest to the head of a phrase; what is not specified only where nothing else is.

    A president or a secretary is of the type of what he heads, where the phrase tells it.
    """
    specified = [hit for hit in hits if hit.value != UNSPECIFIED] or hits
    head = _leading(tokens, specified)
    if head is None or not _is_of_any_body(head, tokens):
        return head
    telling = [hit for hit in specified if not _is_of_any_body(hit, tokens)]
    return _leading(tokens, telling) or (None if _has_body(head, tokens) else head)


def _leading(tokens: Tokens, hits: Sequence[Hit]) -> Hit | None:
    return leading(tokens, hits, hits[0].last) if hits else None


def _is_of_any_body(hit: Hit, tokens: Tokens) -> bool:
    return hit.last - hit.first == 1 and tokens.lows[hit.first] in _heads(tokens.lexicon)


def _has_body(head: Hit, tokens: Tokens) -> bool:
    """Whether a complement tells what somebody is head of, and it is no country."""
    after = COMPLEMENT.find(tokens.line, head.last, len(tokens.line))
    return after is not None and not countries.find(inflection.printed(tokens)[after:], tokens.lexicon)


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
