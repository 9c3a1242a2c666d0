"""Quotations: a rule yields content, cue and source together."""

from collections.abc import Iterator

from analysis.text.lexicon import Lexicon
from analysis.text.mentions import form
from analysis.text.quotes import sentence, verbs
from analysis.text.quotes.candidates import Candidate, select
from analysis.text.quotes.floating import inherit
from analysis.text.quotes.reading import Reading, read
from analysis.text.quotes.record import Quote
from analysis.text.quotes.rules import according, clauses, lines, marked, subjunctive, tails
from analysis.text.quotes.verbs import cues

__all__ = ["Quote", "find"]

MARKED = (marked.inside, marked.tail, marked.head, marked.label, marked.colon)
"""Rules for a sentence with quote marks."""

REPORTED = (
    clauses.that,
    clauses.question,
    clauses.zero,
    clauses.infinitive,
    clauses.after_colon,
    tails.clause_tail,
    tails.as_clause,
    tails.looking_back,
    subjunctive.subjunctive_clause,
)
"""Rules for a sentence with a reporting verb."""


def find(text: str, lexicon: Lexicon) -> list[Quote]:
    """The quotations of an article.

    Args:
        text: the article.
        lexicon: its language.

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
    reading, reported = verbs.find(read(text, lexicon))
    found = [c for one in sentence.each(reading, reported) for c in _proposed(one)]
    standing = select([*found, *lines.turns(reading)], reading)
    going_on = subjunctive.series(reading, standing)
    chosen = inherit(reading, sorted([*standing, *going_on], key=lambda c: c.start))
    return [_quote(reading, c, number) for c, number in zip(chosen, _utterances(chosen), strict=True)]


def _proposed(one: sentence.Sentence) -> Iterator[Candidate]:
    """What the rules propose for one sentence."""
    rules = (
        *(MARKED if one.marked else ()),
        *(REPORTED if one.cues else ()),
        according.according,
    )
    for rule in rules:
        yield from rule(one)


def _utterances(chosen: list[Candidate]) -> list[int]:
    """The number of the utterance each candidate is part of: what one verb reports is one utterance."""
    numbers: dict[tuple[object, ...], int] = {}
    keys = [(c.cue.head,) if c.cue else (c.source or c.start, "") for c in chosen]
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _quote(reading: Reading, c: Candidate, utterance: int) -> Quote:
    content = reading.text[c.start : c.end]
    n_words = sum(
        tag in "Awn" or tag.isalpha() for tag in reading.line[reading.at(c.start) : reading.at(c.end)]
    )
    quote = Quote(c.start, c.end, content, c.kind, utterance, n_words, rule=c.rule)
    if c.cue:
        span = reading.span(c.cue.first - cues.reflexive(reading, c.cue), c.cue.last)
        polarity = "negated" if c.cue.negated else None
        mood = "hearsay" if c.cue.hearsay else None
        quote = quote._replace(cue=reading.text[slice(*span)], cue_start=span.start, cue_end=span.end)
        quote = quote._replace(stance=c.cue.stance, polarity=polarity, mood=mood)
    if c.source:
        span = reading.span(*c.source)
        quote = quote._replace(
            source=reading.text[slice(*span)], source_start=span.start, source_end=span.end
        )
        quote = quote._replace(source_form=form(reading, *c.source))
    return quote
