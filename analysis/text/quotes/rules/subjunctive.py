"""Rules for reports that their mood tells: in the subjunctive, or an infinitive with its marker."""

from bisect import bisect_left
from collections.abc import Iterator

from analysis.text.grammar.classes import NAME, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.word_lists import switch, words
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.rules.clauses import says
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import speaker
from analysis.text.quotes.verbs.cues import Cue

REACH = 30
"""Tokens between a verb and the comma that opens its clause: bounds cost."""

SERIES = 5
"""Tokens in the shortest sentence that its subjunctive alone makes a report."""

TO_COMMA = pattern(
    "NOT (STOP | SEMICOLON | COLON | OPENING | CLOSING | COMPLEMENTISER | INTERROGATIVE | REPORTING)*"
)
"""What may stand between a verb and the comma that opens its clause."""

OPENS_CLAUSE = pattern("COMMA NOT CLAUSE_OPENER")
TO_END = pattern("(NOT (COMMA | SEMICOLON | COLON | STOP))*")
"""A clause up to the sign that ends it."""

SUBJECT_VERB = pattern("(NAME | SUBJECT) WORD")
NO_MAIN_CLAUSE = any_of("SUBORDINATOR INTERROGATIVE COMPLEMENTISER OPENING")
"""What no main clause of the narrator's begins with."""


def reported(sentence: Sentence) -> Iterator[Candidate]:
    """A clause after a comma whose verb is in the subjunctive, or an infinitive with its marker.

    de: Die Ministerin sagte am Montag, der Damm sei sicher. Er kündigte an, den Damm zu erhöhen.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Die Reederei kündigte an, das Schiff zu verkaufen.", lexicon.load("de"))
    >>> q.quote, q.cue, q.source, q.rule
    ('das Schiff zu verkaufen', 'kündigte', 'Die Reederei', 'zero')
    """
    for cue in sentence.cues if sentence.switch("verb_second") else ():
        common = cue.form in ("finite", "passive") and says(sentence, cue)
        opening = _opening(sentence, cue) if common else None
        if opening is None:
            continue
        source, end = speaker(sentence, cue), clause_end(sentence, opening + 1, cue)
        named = cue.form == "passive" if source is None else not source[0] < opening < source[1]
        if named and end - opening >= SHORTEST:
            yield clause(sentence.reading, (opening, end), "zero", cue, source)


def _opening(sentence: Sentence, cue: Cue) -> int | None:
    """The token after the first comma that a clause with a subjunctive or an infinitive follows."""
    reading, line = sentence.reading, sentence.reading.line
    stop = TO_COMMA.skip(line, cue.last, min(cue.last + REACH, sentence.last - SHORTEST))
    opened = (at + 1 for at in range(cue.last, stop) if OPENS_CLAUSE.fits(line, at, at + 2))
    return next((at for at in opened if _reports(reading, at, sentence.last)), None)


def _reports(reading: Reading, first: int, last: int) -> bool:
    """Whether the stretch up to the next comma holds a subjunctive or ends in an infinitive."""
    stop, moods = TO_END.skip(reading.line, first, last), ("subjunctives", "conditionals")
    if any(_verb(reading, at, *moods) or _reported(reading, at) for at in range(first, stop)):
        return True
    purpose = reading.listed(first, "purpose_words")
    return not purpose and stop - first >= SHORTEST and _infinitive(reading, stop - 1)


def _verb(reading: Reading, at: int, *lists: str) -> bool:
    """Whether a token is a verb of some lists, and no noun spelt like it: `im Laufe`."""
    return any(reading.listed(at, name) for name in lists) and not reading.is_capital(at)


def _reported(reading: Reading, at: int) -> bool:
    """Whether a word after a subject ends like a subjunctive: `die Entdeckung | werfe Fragen auf`."""
    if not SUBJECT_VERB.fits(reading.line, at - 1, at + 1) or reading.line[at + 1 : at + 2] == NAME:
        return False
    return reading.ends_as(at, "subjunctive_endings") and not reading.ends_as(at, "past_endings")


def _infinitive(reading: Reading, at: int) -> bool:
    """Whether a clause ends in an infinitive with its marker: `zu erhöhen`, `anzuheben`."""
    if reading.listed(at - 1, "infinitive_markers"):
        return True
    prefixes, markers = (words(reading.lexicon, name) for name in ("verb_prefixes", "infinitive_markers"))
    glued = tuple(prefix + marker for prefix in prefixes for marker in markers)
    return reading.lows[at].startswith(glued) and reading.ends_as(at, "infinitive_endings")


def series(reading: Reading, chosen: list[Candidate]) -> Iterator[Candidate]:
    """Sentences in the subjunctive that go on with what the sentence before reports.

    de: Der Damm halte, sagte die Ministerin. Er sei erst im Mai erneuert worden.

    Args:
        reading: the article.
        chosen: the candidates that stand, in order.

    >>> from analysis.text import lexicon, quotes
    >>> text = "Das Schiff fahre, sagte die Reederei. Es sei erst im Mai geprüft worden."
    >>> [(q.quote, q.source, q.rule) for q in quotes.find(text, lexicon.load("de"))][1]
    ('Es sei erst im Mai geprüft worden.', 'die Reederei', 'floating')
    """
    starts = [candidate.start for candidate in chosen]
    for first, last in reading.sentences if switch(reading.lexicon, "subjunctives") else ():
        start, end = reading.starts[first], reading.ends[last - 1]
        before = bisect_left(starts, end)
        free = before > 0 and chosen[before - 1].end <= start
        if free and last - first >= SERIES and _plain(reading, first, last):
            held = any(inner >= 0 for inner in reading.inside[first:last])
            yield Candidate(start, end, "mixed" if held else "indirect", "floating")


def _plain(reading: Reading, first: int, last: int) -> bool:
    """Whether a sentence is a main clause in the subjunctive, outside marks and without condition."""
    stop, main = TO_END.skip(reading.line, first, last), reading.line[first] not in NO_MAIN_CLAUSE
    narrated = (at for at in range(first, stop) if reading.inside[at] < 0)
    return main and any(_verb(reading, at, "subjunctives") for at in narrated)
