"""Marked words that no verb of their own reports: they belong to whoever holds the floor."""

from bisect import bisect_left, bisect_right
from itertools import zip_longest

from analysis.text.grammar.classes import BREAK, any_of
from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.quotes.candidates import SHORTEST, Candidate
from analysis.text.quotes.reading import Reading

NEAR = 4
"""Line breaks back within which a speaker may still hold the floor: two paragraphs, an empty line each."""

PERSONAL = 8
"""Tokens in the shortest stretch that the first person alone makes speech."""


TAILS = frozenset({"tail", "clause_tail"})
"""Rules by which who speaks follows the words."""

PRONOUN = any_of("SUBJECT ENCLITIC")

INTRODUCED = pattern("NAME{2,4} COMMA (NOUN | DETERMINER | NUMBER | ADVERB | PREPOSITION){1,8} COMMA")
"""A full name with its apposition, as a person new to the article has it."""

OPENS_INFINITIVE = pattern("(COORDINATOR | PREPOSITION | ADVERB){1,3}")
"""What stands before an infinitive that tells what came next: `Et de | conclure`."""

STOPS = pattern("STOP*")
CLOSES_SENTENCE = pattern("(STOP | COMMA | UNBRACKET | BRACKET | DASH | BREAK)*")


def inherit(reading: Reading, chosen: list[Candidate]) -> list[Candidate]:
    """The candidates that stand, with marked sentences without a verb added, each with the speaker before it.

    One that opens its paragraph may have its speaker in the sentence after it, set off by an apposition.

    fr: « Nous partons », a dit Anne Roy. « Tout est prêt. » en: “We leave,” Lee said. “All is ready.”

    Args:
        reading: the article.
        chosen: the candidates that stand, in order.

    >>> from analysis.text import lexicon, quotes
    >>> text = "“The ferry is late,” the captain said. Rain fell. “Nobody waits.”"
    >>> [(q.quote, q.source, q.rule) for q in quotes.find(text, lexicon.load("en"))]
    [('The ferry is late,', 'the captain', 'tail'), ('Nobody waits.', 'the captain', 'floating')]
    """
    settled: list[Candidate] = []
    ordered = _in_order(reading, chosen)
    for candidate, following in zip_longest(ordered, ordered[1:]):
        unsaid = candidate.source is None and _goes_on(reading, candidate)
        if unsaid and following and _opens_paragraph(reading, settled, candidate, following):
            settled.append(candidate._replace(cue=following.cue, source=following.source))
        elif unsaid and settled and _breaks(reading, settled[-1], candidate) <= NEAR:
            cue = settled[-1].cue if candidate.rule == "floating" else candidate.cue
            settled.append(candidate._replace(cue=cue, source=settled[-1].source))
        elif candidate.rule != "floating" or not unsaid:
            settled.append(candidate)
    return settled


def _goes_on(reading: Reading, candidate: Candidate) -> bool:
    """Whether words without a subject are more of the same: `Avant de | conclure : « … »`."""
    cue = candidate.cue
    if candidate.rule in ("floating", "colon"):
        return True
    if cue is None or cue.form != "infinitive":
        return False
    first = reading.sentences[bisect_right(reading.sentences, (cue.first, len(reading.line))) - 1][0]
    return OPENS_INFINITIVE.fits(reading.line, first, cue.first)


def _breaks(reading: Reading, before: Candidate, candidate: Candidate) -> int:
    """Line breaks between two candidates."""
    return reading.line.count(BREAK, reading.at(before.end) + 1, reading.at(candidate.start))


def _opens_paragraph(
    reading: Reading, settled: list[Candidate], candidate: Candidate, following: Candidate
) -> bool:
    """Whether unmarked words open a paragraph whose next are told by a name: `Es sei so. „Ja“, sagt Roy`."""
    opens = candidate.kind != "direct" and (not settled or _breaks(reading, settled[-1], candidate) > 0)
    told = following.rule in TAILS and following.source and reading.line[following.source[0]] not in PRONOUN
    return bool(opens and told) and _breaks(reading, candidate, following) == 0


def _in_order(reading: Reading, chosen: list[Candidate]) -> list[Candidate]:
    """The candidates that stand and the marked sentences none of them touches, in order."""
    starts, firsts = [candidate.start for candidate in chosen], [first for first, _ in reading.sentences]
    free = []
    for number, mark in enumerate(reading.marked):
        after = bisect_left(starts, mark.end)
        if (after and chosen[after - 1].end > mark.start) or not _alone(reading, number, firsts):
            continue
        alone = Candidate(mark.start, mark.end, "direct", "floating")
        following = chosen[after] if after < len(chosen) else alone
        if mark.state == "continued" and following.kind == "direct":
            alone = alone._replace(cue=following.cue, source=following.source)
        elif source := _introduced(reading, number, following):
            alone = alone._replace(source=source)
        free.append(alone)
    return sorted([*chosen, *free], key=lambda c: c.start)


def _alone(reading: Reading, number: int, firsts: list[int]) -> bool:
    """Whether the marked stretch is a sentence by itself, or opens one in the first person."""
    first, last = reading.edges[number]
    begin, end = reading.sentences[bisect_right(firsts, first) - 1]
    if first - begin > 1 or last - first <= SHORTEST + 1:
        return False
    personal = last - first > PERSONAL and reading.any_listed(first, last, "first_persons")
    return personal or CLOSES_SENTENCE.fits(reading.line, last, end)


def _introduced(reading: Reading, number: int, following: Candidate) -> Stretch | None:
    """Who is introduced after marked words that open a paragraph: `“No.” | Ada Roy, a clerk, is angry.`."""
    first, last = reading.edges[number]
    number = bisect_left(reading.sentences, (last, 0))
    opens = first == 0 or reading.line[first - 1] == BREAK
    if not opens or number == len(reading.sentences):
        return None
    begins, ends = reading.sentences[number]
    closes = INTRODUCED.skip(reading.line, begins, ends)
    claimed = begins <= reading.at(following.start) < ends
    if closes == begins or claimed or not STOPS.fits(reading.line, last, begins):
        return None
    return begins, phrase_after(reading, begins, closes)
