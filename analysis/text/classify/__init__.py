"""What kind of source speaks, how openly, and of which country: by the article's own words."""

from analysis.text.classify import openness, phrases, types
from analysis.text.classify.openness import Openness
from analysis.text.classify.types import Told
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote

__all__ = ["sources"]


def sources(text: str, quotes: list[Quote], lexicon: Lexicon) -> list[Quote]:
    """The quotations with `named_status`, `anonymity`, `source_type`, `type_cue` and `country`.

    One answer for each speaker: from the mentions that speak, the appositions beside them, and the words
    around the name where the article gives it first. What no word tells is "unspecified", or stays missing.

    Args:
        text: the article.
        quotes: its quotations, with their speakers.
        lexicon: its language: `[anonymous]`, `[inflection]`; types and countries are shared.

    >>> from analysis.text.lexicon import load
    >>> text = "« Oui », ont dit les autorités kazakhes."
    >>> told = Quote(2, 5, "Oui", "direct", 0, 1, source="les autorités kazakhes", source_start=17,
    ...              source_end=39, source_form="group", speaker="autorités kazakhes")
    >>> made = sources(text, [told], load("fr"))[0]
    >>> made.source_type, made.type_cue, made.country, made.named_status, made.anonymity
    ('executive_government', 'autorités', 'KZ', 'collective_unnamed', 3)
    """
    speaking: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        speaking.setdefault(quote.speaker, []).append(quote)
    known = {speaker: _kind(text, own, lexicon) for speaker, own in speaking.items() if speaker}
    return [
        _classified(quote, *known[quote.speaker]) if quote.speaker else _nobody(text, quote, lexicon)
        for quote in quotes
    ]


def _kind(text: str, own: list[Quote], lexicon: Lexicon) -> tuple[Told, Openness]:
    """Type and openness of one speaker."""
    told = types.of(phrases.of(text, own, lexicon), own)
    return told, openness.of(text, own, told, lexicon)


def _classified(quote: Quote, told: Told, openly: Openness) -> Quote:
    status, anonymity = openly
    made = quote._replace(named_status=status, anonymity=anonymity)
    return made._replace(source_type=told.type, type_cue=told.cue, country=told.country)


def _nobody(text: str, quote: Quote, lexicon: Lexicon) -> Quote:
    """A quotation without a speaker: impersonal where its words say that nobody speaks."""
    made = quote._replace(source_type=types.UNSPECIFIED)
    impersonal = openness.is_impersonal(text, quote, lexicon)
    return made._replace(named_status="impersonal", anonymity=0) if impersonal else made
