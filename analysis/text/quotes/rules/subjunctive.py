"""Rules for reports that their mood tells: in the subjunctive, or an infinitive with its marker."""

from bisect import bisect_left
from collections.abc import Iterator

from analysis.text.grammar.classes import DETERMINER, NAME, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch, words
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end, skip_adjuncts
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.rules.clauses import RARE, says
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
TO_END = pattern("(NOT (COMMA | SEMICOLON | COLON | STOP | NUMBER) | NUMBER (STOP TIME)?)*")
"""A clause up to the sign that ends it."""

OPENS_MAIN = pattern("COMMA NOT (CLAUSE_OPENER | COORDINATOR | OPENING | CLOSING)")
MAIN_CLAUSE = pattern(
    "(SUBJECT | DETERMINER NOUN+) VERB NOT (COMMA | STOP)"
    " | PREPOSITION (DETERMINER | ADVERB | WORD)* NAME+ (VERB | WORD) (SUBJECT | DETERMINER | NAME)"
)
"""A clause whose verb stands second: `die Bauern | fordern mehr`, `am Deich | fehlt Sand`."""

NO_OBJECT = pattern("(ADVERB | TIME | NUMBER | OBJECT | SUBJECT | PREPOSITION | AUXILIARY)* COMMA")
"""What stands between a verb that has no object but its clause and that clause: `lehnt es ab, | …`."""

SUBJECT_VERB = pattern("(NAME | SUBJECT) WORD")
TO_COLON = pattern("COLON BREAK* OPENING?")
LEADS_ON = pattern("SUBORDINATOR NOT COMMA* COMMA")
"""A clause before its main one, whose verb comes first: `Als es regnete, | habe sie gewartet`."""

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
        voiced = cue.form in ("finite", "passive") and cue.tier < RARE
        opening = (_opening(sentence, cue) or _stated(sentence, cue)) if voiced else None
        if opening is None:
            continue
        source, end = speaker(sentence, cue), clause_end(sentence, opening + 1, cue)
        named = cue.form == "passive" if source is None else not source[0] < opening < source[1]
        named = named and (says(sentence, cue) or _bare(sentence, cue, source, opening))
        if named and end - opening >= SHORTEST:
            yield clause(sentence.reading, (opening, end), "zero", cue, source)


def _stated(sentence: Sentence, cue: Cue) -> int | None:
    """The first token of a main clause in the indicative after a verb of plain saying and its comma."""
    line, at = sentence.reading.line, skip_adjuncts(sentence, cue) + 1
    plain = cue.tier == 1 and cue.stance == "neutral" and cue.form == "finite" and cue.first == cue.head
    if (
        not plain
        or sentence.reading.listed(sentence.first, "as_openers")
        or not OPENS_MAIN.fits(line, at - 1, at + 1)
    ):
        return None
    return at if MAIN_CLAUSE.skip(line, at, sentence.last) > at else None


def _bare(sentence: Sentence, cue: Cue, source: Stretch | None, opening: int) -> bool:
    """Whether a verb of naming or blaming has nothing but the clause: `Er fordert, | den Damm zu erhöhen`.

    Not so in `Er begrüßt den Plan, | den Damm zu erhöhen`.
    """
    at = max(cue.last, source[1] if source else 0)
    return NO_OBJECT.fits(sentence.reading.line, at, opening)


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


def series(reading: Reading, chosen: list[Candidate], sentences: list[Sentence]) -> Iterator[Candidate]:
    """Sentences in the subjunctive that go on with what the one before reports, or tells that somebody said.

    de: Der Damm halte, sagte die Ministerin. Er sei erst im Mai erneuert worden.

    Args:
        reading: the article.
        chosen: the candidates that stand, in order.
        sentences: its sentences.

    >>> from analysis.text import lexicon, quotes
    >>> text = "Das Schiff fahre, sagte die Reederei. Es sei erst im Mai geprüft worden."
    >>> [(q.quote, q.source, q.rule) for q in quotes.find(text, lexicon.load("de"))][1]
    ('Es sei erst im Mai geprüft worden.', 'die Reederei', 'floating')
    """
    starts, reported = [candidate.start for candidate in chosen], -1
    told = sentences if switch(reading.lexicon, "subjunctives") else ()
    for number, one in enumerate(_up_to_colon(one, chosen, starts) for one in told):
        start, end = reading.span(one.first, one.last)
        before = bisect_left(starts, end)
        follows = 0 <= reported == number - 1
        if before > 0 and chosen[before - 1].end > start:
            reported = number
        elif one.last - one.first >= SERIES and _goes_on(one, follows):
            tells = None if follows or number == 0 else _told(sentences[number - 1])
            if before or tells:
                reported = number
                held = any(inner >= 0 for inner in reading.inside[one.first : one.last])
                yield Candidate(start, end, "mixed" if held else "indirect", "floating", *(tells or ()))


def _up_to_colon(sentence: Sentence, chosen: list[Candidate], starts: list[int]) -> Sentence:
    """A sentence without the marked words that a colon alone ties to it: `Das sei gut: | „Wir warten.“`."""
    reading = sentence.reading
    at = bisect_left(starts, reading.starts[sentence.first])
    last = reading.at(chosen[at].start) if at < len(chosen) else sentence.last
    if last >= sentence.last or chosen[at].rule != "colon":
        return sentence
    return sentence._replace(last=TO_COLON.skip_back(reading.line, last, sentence.first))


def leads(reading: Reading, first: int, last: int) -> bool:
    """Whether what stands before a colon is itself reported, by its mood: `Das sei gut: | „Wir warten.“`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Das sei gut. Das ist gut.", lexicon.load("de"))
    >>> [leads(told, *one) for one in told.sentences]
    [True, False]
    """
    stop = TO_END.skip(reading.line, first, last)
    return any(_verb(reading, at, "subjunctives") or _reported(reading, at) for at in range(first, stop))


def _told(sentence: Sentence) -> tuple[Cue, Stretch] | None:
    """The verb and who speaks in a sentence that tells of a speech without its words: `Er griff ihn an`."""
    told = ((cue, speaker(sentence, cue)) for cue in sentence.cues if cue.form == "finite")
    named = ((cue, source) for cue, source in told if source)
    return next((one for one in named if sentence.reading.line[slice(*one[1])] != DETERMINER), None)


def _goes_on(sentence: Sentence, follows: bool) -> bool:
    """Whether a sentence is a main clause in the subjunctive, outside marks and without condition.

    Args:
        follows: whether the sentence before is reported, so that the weaker mood will do: `Sie hätten …`.
    """
    reading, first, last = sentence.reading, sentence.first, sentence.last
    stop = TO_END.skip(reading.line, first, last)
    moods = ("subjunctives", "conditionals") if follows else ("subjunctives",)
    if reading.line[first] in NO_MAIN_CLAUSE:
        led = stop + 1 < last and LEADS_ON.fits(reading.line, first, stop + 1)
        return led and _verb(reading, stop + 1, *moods)
    if not any(reading.any_listed(first, stop, mood) for mood in moods):
        return False
    narrated = (at for at in range(first, stop) if reading.inside[at] < 0)
    return any(_verb(reading, at, *moods) and not reading.listed(at, "possible") for at in narrated)
