"""How openly a source speaks: named, an office, a group, anonymous, nobody; 5 is named, 0 impersonal."""

from collections.abc import Sequence
from functools import cache

from analysis.text.classify.types import UNSPECIFIED, Told
from analysis.text.grammar import inflection
from analysis.text.grammar.classes import NAME
from analysis.text.grammar.tokens import lowered, tokenise
from analysis.text.grammar.word_lists import switch, words
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote
from analysis.text.resolve import roles
from analysis.text.resolve.names import is_acronym
from analysis.text.words import holds

AROUND = 160
"""Code points after a mention in which the text may say that it is not to be named."""

NEAR_CUE = 12
"""Code points on either side of a cue in which it may be said that nobody speaks: "il a été annoncé"."""

Openness = tuple[str, int]


def of(text: str, own: Sequence[Quote], told: Told, lexicon: Lexicon) -> Openness:
    """`named_status` and `anonymity` of a speaker.

    The scale: 0 impersonal, 1 a bare source or a vague group, 2 one with a domain, 3 an office or the
    authorities of a named country, 4 anonymity that the text speaks of, 5 a name.

    Args:
        text: the article.
        own: the speaker's quotations.
        told: its type and country.
        lexicon: the article's language.

    >>> from analysis.text.lexicon import load
    >>> text = "« Oui », dit une source policière."
    >>> told = Quote(2, 5, "Oui", "direct", 0, 1, source_start=13, source_end=33, speaker="source policière")
    >>> of(text, [told], Told("security_forces"), load("fr")), of(text, [told], Told(), load("fr"))
    (('anonymous_explicit', 2), ('anonymous_explicit', 1))
    """
    speaker = own[0].speaker or ""
    full_name = _is_named(own, speaker) and _is_full_name(speaker)
    if not full_name and any(_is_explicit(text, quote, lexicon) for quote in own):
        return "anonymous_explicit", 4
    if _is_source(speaker, lexicon):
        return "anonymous_explicit", 1 if told.type == UNSPECIFIED else 2
    if _is_named(own, speaker):
        return ("named_institution" if _is_institution(own, speaker, told, lexicon) else "named_person"), 5
    if _is_group(own, speaker, lexicon):
        return _of_group(speaker, told, lexicon)
    return "role_only", 3 if told.type != UNSPECIFIED or " " in speaker else 2


def _is_full_name(speaker: str) -> bool:
    """Whether two words have a capital, whatever stands between: "Ursula von der Leyen", "Jeanne d'Arnel"."""
    return sum(word != word.lower() for word in speaker.split()) > 1


def _is_explicit(text: str, quote: Quote, lexicon: Lexicon) -> bool:
    """Whether the words after a mention say that it does not want to be named."""
    around = text[quote.source_start : (quote.source_end or 0) + AROUND].partition("\n")[0]
    return quote.source_end is not None and _says(around, "explicit", lexicon)


def _says(stretch: str, name: str, lexicon: Lexicon) -> bool:
    """Whether some text holds a phrase of a list."""
    low = lowered(stretch)
    return any(holds(low, phrase) for phrase in _phrases(lexicon, name))


def _is_source(speaker: str, lexicon: Lexicon) -> bool:
    return not _phrases(lexicon, "sources").isdisjoint(tokenise(speaker, lexicon).lows[:1])


@cache
def _phrases(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(phrase.lower() for phrase in words(lexicon, f"anonymous.{name}"))


def _is_named(own: Sequence[Quote], speaker: str) -> bool:
    """Whether the speaker is called by a name: the mention is one, or was resolved to one."""
    described = any(quote.speaker_rule in ("own words", "mentioned before") for quote in own)
    return not described and any(word[:1].isupper() for word in speaker.split())


def _is_institution(own: Sequence[Quote], speaker: str, told: Told, lexicon: Lexicon) -> bool:
    """Whether a name is a body's: a metonym, an abbreviation, or with a word for bodies in it."""
    if speaker.endswith(")") or is_acronym(speaker):
        return True
    if any(quote.source_form == "metonym" or _has_only_article(quote, speaker, lexicon) for quote in own):
        return True
    if told.cue and holds(speaker.lower(), told.cue.lower()):
        return True
    stems = {inflection.stem(low, lexicon) for low in tokenise(speaker, lexicon).lows}
    return not stems.isdisjoint(roles.bodies(lexicon, plural=True))


def _is_group(own: Sequence[Quote], speaker: str, lexicon: Lexicon) -> bool:
    """Whether several people or a body speak: by the noun at the head, else by the form of the mention."""
    role = roles.read(speaker, lexicon)
    if role is None:
        return any(quote.source_form in ("group", "document") for quote in own)
    return role.plural or roles.is_body(role, lexicon)


def _has_only_article(quote: Quote, speaker: str, lexicon: Lexicon) -> bool:
    """Whether an article stands before the name, as it does before no person's: "la Casa Mayor"."""
    tokens = tokenise(quote.source or "", lexicon)
    article = tokens.any_listed(0, 1, "resolution.articles")
    alone = article and not switch(lexicon, "resolution.article_before_name")
    return alone and tokens.text[tokens.ends[0] :].lstrip().startswith(speaker)


def _of_group(speaker: str, told: Told, lexicon: Lexicon) -> Openness:
    """One body with a name in its phrase is named; a group is as open as its country or domain makes it."""
    tokens = tokenise(speaker, lexicon)
    named = NAME in tokens.line[1:]
    role = roles.read(speaker, lexicon)
    if named and not (role and role.plural):
        return "named_institution", 5
    if told.type == "executive_government" and told.country:
        return "collective_unnamed", 3
    vague = len(tokens.lows) == 1 and tokens.lows[0] in _phrases(lexicon, "collective")
    domain = told.type != UNSPECIFIED and not vague
    return "collective_unnamed", 2 if domain else 1


def is_impersonal(text: str, quote: Quote, lexicon: Lexicon) -> bool:
    """Whether the words around the cue say that nobody in particular speaks: "il a été annoncé".

    Args:
        text: the article.
        quote: one without a speaker.
        lexicon: the article's language.

    >>> from analysis.text.lexicon import load
    >>> text = "Il a été annoncé que le pont ferme."
    >>> is_impersonal(text, Quote(21, 34, "le pont ferme", "indirect", 0, 3, "annoncé", 9, 16), load("fr"))
    True
    """
    pronoun = quote.speaker_rule == "impersonal pronoun"
    if pronoun or quote.cue_start is None or quote.cue_end is None:
        return pronoun
    around = text[max(0, quote.cue_start - NEAR_CUE) : quote.cue_end + NEAR_CUE]
    return _says(around, "impersonal", lexicon)
