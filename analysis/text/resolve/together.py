"""Several who speak an utterance together, each resolved: a couple, a list, or a pronoun that means one."""

import json
from collections.abc import Sequence

from analysis.text import couples
from analysis.text.grammar.noun_phrases import COUPLE, joins_names
from analysis.text.grammar.tokens import Tokens
from analysis.text.mentions import Mention, form
from analysis.text.quotes import Quote
from analysis.text.resolve import cast, rules
from analysis.text.resolve.heard import Answer, Heard, ask, full_name
from analysis.text.resolve.names import bare
from analysis.text.resolve.order import beside, preceding
from analysis.text.words import Span

NEAR = 2
"""Sentences a plural pronoun looks back for a couple, its own one of them."""


def resolve(heard: Heard, quote: Quote) -> list[Answer]:
    """Who speaks a quotation, an answer for each; one answer where one alone speaks, or nobody is known.

    >>> from analysis.text import lexicon, quotes
    >>> from analysis.text.resolve import heard
    >>> text, french = "« Oui », ont dit Ada Roy et Luc Arnel.", lexicon.load("fr")
    >>> told = quotes.find(text, french)
    >>> [answer.speaker for answer in resolve(heard.read(text, told, french), told[0])]
    ['Ada Roy', 'Luc Arnel']
    """
    answers: list[Answer] = []
    for one in _each(heard.tokens, quote):
        answer = rules.resolve(heard, one)
        taken = answer.speaker and answer.speaker in [other.speaker for other in answers]
        answers.append(Answer(bare(one.source or "", heard.lexicon), "own words") if taken else answer)
    nobody = answers[0].speaker_rule == "pronoun without antecedent"
    return (nobody and _meant(heard, quote)) or answers


def listed(answers: Sequence[Answer]) -> str | None:
    """Those who speak, each once, as a list in JSON.

    >>> listed([Answer("Ada Roy", "name"), Answer("Luc Arnel", "name"), Answer("Ada Roy", "office")])
    '["Ada Roy", "Luc Arnel"]'
    """
    named = list(dict.fromkeys(answer.speaker for answer in answers if answer.speaker))
    return json.dumps(named, ensure_ascii=False) if named else None


def _each(tokens: Tokens, quote: Quote) -> list[Quote]:
    """The quotation as each of those who speak it together says it; itself where one alone speaks."""
    if quote.source_start is None or quote.source_end is None:
        return [quote]
    several = couples.members(tokens, *cast.place(tokens, Span(quote.source_start, quote.source_end)))
    return [_said_by(tokens, quote, *one) for one in several] if len(several) > 1 else [quote]


def _said_by(tokens: Tokens, quote: Quote, first: int, last: int) -> Quote:
    start, end = tokens.span(first, last)
    source, shape = tokens.printed(first, last), form(tokens, first, last)
    return quote._replace(source=source, source_start=start, source_end=end, source_form=shape)


def _meant(heard: Heard, quote: Quote) -> list[Answer]:
    """The couple that a plural pronoun means, where no group is before it: one named in full."""
    start = quote.source_start or 0
    if ask(heard, quote.source or "", start, "pronoun").mention.number != "plural":
        return []
    for sentence in reversed(preceding(heard.sentences, start, NEAR)):
        first, last = cast.place(heard.tokens, Span(sentence.start, min(sentence.end, start)))
        at = COUPLE.find(heard.tokens.line, first, last)
        if at is not None and joins_names(heard.tokens, at + 2):
            return [_named(heard, one, one + 2) for one in (at, at + 3)]
    return []


def _named(heard: Heard, first: int, last: int) -> Answer:
    mention = Mention(*heard.tokens.span(first, last), "name")
    naming = cast.naming(heard.tokens, mention, beside(heard.mentions, mention))
    return Answer(full_name(heard, naming) if naming else heard.tokens.printed(first, last), "pronoun")
