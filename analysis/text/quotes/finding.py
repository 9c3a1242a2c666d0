"""From an article to its quotations: the verbs, what each rule proposes, what stands, what goes on."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.lexicon import Lexicon
from analysis.text.quotes import media, relays, sentence, verbs
from analysis.text.quotes.candidates import Candidate, select
from analysis.text.quotes.floating import inherit
from analysis.text.quotes.reading import Reading, read
from analysis.text.quotes.rules import (
    according,
    clauses,
    incises,
    lines,
    looking_back,
    marked,
    named_last,
    subjunctive,
    tails,
)
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import impersonal

MARKED = (incises.inside, marked.tail, marked.head, named_last.named_last, marked.label, marked.colon)
"""Rules for a marked stretch of a sentence."""

REPORTED = (clauses.reported, tails.clause_tail, tails.as_clause, subjunctive.reported)
"""Rules for a sentence with a reporting verb."""

UNREPORTED = (according.according, looking_back.looking_back)
"""Rules for any sentence."""

WITH_REPORTED = REPORTED + UNREPORTED


class Finding(NamedTuple):
    """How the quotations of an article were found.

    Fields:
        reading: the article as the rules saw it
        sentences: its sentences with their verbs
        proposed: what the rules proposed, in no order
        chosen: the candidates that stand, in order, with those that go on from them
    """

    reading: Reading
    sentences: list[Sentence]
    proposed: list[Candidate]
    chosen: list[Candidate]


def work_through(text: str, lexicon: Lexicon) -> Finding:
    """An article worked through by the rules, as mended() gives it.

    >>> from analysis.text import lexicon
    >>> made = work_through("The ferry is late, Lee said.", lexicon.load("en"))
    >>> len(made.sentences), [candidate.rule for candidate in made.chosen]
    (1, ['clause_tail'])
    """
    reading, reported = verbs.find(read(text, lexicon))
    sentences = list(sentence.each(reading, reported))
    proposed = [candidate for one in sentences for candidate in _proposed(one)]
    proposed += lines.turns(reading)
    standing = select(proposed, reading)
    going_on = subjunctive.series(reading, standing, sentences)
    standing = sorted([*standing, *going_on], key=lambda candidate: candidate.start)
    return Finding(reading, sentences, proposed, inherit(reading, standing))


def _proposed(one: Sentence) -> Iterator[Candidate]:
    """What the rules propose for one sentence; without the relay that ends it, where they find who speaks."""
    if relayed := relays.set_aside(one):
        rest, via = relayed
        said = [candidate for candidate in _by_rules(rest) if _is_said(candidate)]
        if said:
            yield from (candidate._replace(via=via) for candidate in said)
            return
    yield from _by_rules(one)


def _is_said(candidate: Candidate) -> bool:
    """Whether a proposal has a verb with who speaks, or one that leaves it out before its clause."""
    return candidate.cue is not None and (candidate.source is not None or candidate.rule == "that")


def _by_rules(one: Sentence) -> Iterator[Candidate]:
    """What the rules propose for one sentence as it stands."""
    for number in sorted(set(one.marked) - one.reading.names):
        if media.marked(one.reading, number):
            continue
        for found in MARKED:
            for candidate in found(one, number):
                yield impersonal.named(one, candidate)
    for about in WITH_REPORTED if one.cues else UNREPORTED:
        for candidate in about(one):
            yield impersonal.named(one, candidate)
