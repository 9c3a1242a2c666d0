"""Quotations: a rule yields content, cue and source together."""

from typing import Any

from analysis.text import couples
from analysis.text.grammar.classes import any_of
from analysis.text.grammar.tokens import Stretch
from analysis.text.lexicon import Lexicon
from analysis.text.mending import mended
from analysis.text.mentions import form
from analysis.text.quotes import media, relays
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.explain import Explanation, explain
from analysis.text.quotes.finding import work_through
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.record import Quote, as_printed
from analysis.text.quotes.verbs import cues
from analysis.text.quotes.verbs.cues import Cue

__all__ = ["Explanation", "Quote", "as_printed", "explain", "find", "find_mended"]

PUNCTUATION = any_of("PUNCTUATION")


def find(text: str, lexicon: Lexicon) -> list[Quote]:
    """The quotations of an article.

    >>> from analysis.text import lexicon
    >>> [(q.quote, q.cue, q.source) for q in find("« Oui », a dit Jean Dupont.", lexicon.load("fr"))]
    [('Oui', 'a dit', 'Jean Dupont')]

    Each row names the rule that found it:

    >>> text = "Ann Roy said: “Fix it.” According to Roy, the port will pay. Her deputy shrugged: “Who else?”"
    >>> [(q.rule, q.quote, q.source) for q in find(text, lexicon.load("en"))]
    [('head', 'Fix it.', 'Ann Roy'),
     ('according', 'the port will pay', 'Roy'),
     ('colon', 'Who else?', 'Her deputy')]
    """
    return [as_printed(quote, text) for quote in find_mended(mended(text, lexicon), lexicon)]


def find_mended(text: str, lexicon: Lexicon) -> list[Quote]:
    """The quotations of an article as mended() gives it, with the words it has there.

    >>> from analysis.text import lexicon
    >>> [quote.quote for quote in find_mended("« Oui », a dit Jean Dupont.", lexicon.load("fr"))]
    ['Oui']
    """
    made = work_through(text, lexicon)
    numbered = zip(made.chosen, _utterances(made.chosen), strict=True)
    return [_quote(text, made.reading, candidate, utterance) for candidate, utterance in numbered]


def _utterances(chosen: list[Candidate]) -> list[int]:
    """The number of the utterance each candidate is part of: what one verb reports is one utterance."""
    numbers: dict[tuple[object, ...], int] = {}
    keys = [(c.cue.head,) if c.cue else (c.source or c.start, "") for c in chosen]
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _mood(reading: Reading, cue: Cue, source: Stretch | None) -> str | None:
    """Whether the report is kept at a distance, or only supposed: `if she says`, `she may say`."""
    if cue.hearsay:
        return "hearsay"
    opening = min(cue.first, source[0] if source else cue.first) - 1
    own = opening == cue.first - 1 and reading.listed(opening, "reflexives")  # s'indigne; not s'il dit
    supposed = opening >= 0 and not own and reading.listed(opening, "conditions")
    possible = reading.any_listed(cue.first, cue.head, "possible")
    return "hypothetical" if supposed or possible else None


def _quote(text: str, reading: Reading, c: Candidate, utterance: int) -> Quote:
    """The row of a candidate."""
    said = reading.line[reading.at(c.start) : reading.at(c.end)]
    told: dict[str, Any] = {"n_words": sum(letter not in PUNCTUATION for letter in said)}
    if c.cue:
        start, end = reading.span(c.cue.first - cues.reflexive(reading, c.cue), c.cue.last)
        told |= {"cue": text[start:end], "cue_start": start, "cue_end": end, "stance": c.cue.stance}
        told |= {"polarity": "negated" if c.cue.negated else None, "mood": _mood(reading, c.cue, c.source)}
    if c.source:
        several = couples.whole(reading, *c.source)
        start, end = reading.span(*several)
        told |= {"source": text[start:end], "source_start": start, "source_end": end}
        told["source_form"] = form(reading, *several)
    if via := c.via or relays.told(reading, c):
        told["via"] = reading.printed(*media.bare(reading, via))
    return Quote(c.start, c.end, text[c.start : c.end], c.kind, utterance, rule=c.rule, **told)
