"""What a phrase that attributes without a verb attributes: the words before it, after it, around it."""

from collections.abc import Iterator

from analysis.text.grammar.classes import (
    COMMA,
    COMPLEMENTISER,
    COORDINATOR,
    OPENING,
    PREPOSITION,
    RELATIVE,
    REPORTING,
    SUBORDINATOR,
    any_of,
)
from analysis.text.grammar.noun_phrases import phrase_before, verb_at
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end, has_verb
from analysis.text.quotes.rules.tails import opens_as
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.verbs.cues import Cue

LONGEST = 40
"""Tokens between a phrase that opens a sentence and the comma after its source: bounds cost."""

OPENS_CLAUSE = pattern("COLON | SEMICOLON | CLAUSE_OPENER COMMA? | COMMA COORDINATOR | COORDINATOR COMMA")
"""What a phrase stands after where it opens a clause: `that, | according to her, the ferry is late`."""

AS_CLAUSE = pattern("(NOT COMMA)+ COMMA?")
"""All that stands before a phrase, where it opens with "as": `Как сообщает ТАСС, | по словам министра`."""

LEAD_IN = pattern("COORDINATOR? (ADVERB | TIME | PREPOSITION DETERMINER? NOUN{1,3}) COMMA")
"""What may stand before a phrase that opens its sentence all the same: `En total, | según la policía,`."""

UNFINISHED = pattern("AUXILIARY (ADVERB | NEGATION)*")
"""An auxiliary whose verb is still to come: `the ferry is, | according to her, late`."""

PARENTHESIS = pattern("BRACKET NOT (BRACKET | UNBRACKET){1,6} UNBRACKET")
"""What stands between brackets after a source: `(CDU)`."""

CLOSES_RELATIVE = pattern("COMMA OBJECT? VERB")
"""Where a relative clause is over: `…, secondo la quale il ponte è vecchio | , ha chiuso`."""

AFTER_MARKS = pattern("ANY* CLOSING (COMMA | COLON)?")
"""What a weak phrase follows in the tail: `«…»: | così Roi`."""

AGE = pattern("NUMBER NOUN")
APPOSITION = pattern(
    "(NAME NAME | WORD) (NOMINAL | ADVERB | PREPOSITION | DETERMINER | COORDINATOR)*"
    " (BRACKET NOT (BRACKET | UNBRACKET){1,6} UNBRACKET)?"
)
"""An office without a determiner, or a name: `chercheur au centre de Lor`, `Ivo Tarel (PSDB)`."""

AFTER_SOURCE = pattern(
    "(BRACKET NOT (BRACKET | UNBRACKET){1,6} UNBRACKET)? ADVERB*"
    " (TIME | PREPOSITION NOT (COMMA | DASH | STOP | SEMICOLON | COLON){1,12})*"
)
"""What may stand between a source in the tail and the sign that closes it: `so Roy | weiter im Radio,`."""

APPOSED_TO = pattern("COMMA NOT (COMMA | DASH | STOP | SEMICOLON | COLON)*")
APPOSED = pattern("COMMA (DETERMINER | NAME | RELATIVE | PREPOSITION)")
"""What describes the source of a phrase that a comma sets off: `, so Anna Lewin, | die Ministerin`."""

PAUSE = any_of("COMMA DASH")
SET_OFF = any_of("COMMA DASH CLOSING")
GOES_ON = any_of("PREPOSITION BE FINITE")
"""What goes on with a clause, its subject before the phrase that interrupts it."""

ENDS_SERIES = ("", COORDINATOR)
"""What ends a series of descriptions: the text, or an "and"."""

SIGNS = any_of("COMMA STOP SEMICOLON COLON DASH BRACKET")
SUBJECT_OPENS = any_of("DETERMINER SUBJECT NAME")
VERB_OPENS = any_of("VERB NEGATION")
"""What a clause may begin with where pronouns are dropped: `Secondo Roi | è tardi`."""

NO_SUBJECT = any_of("RELATIVE POSSESSIVE PREPOSITION")


def of_clause(sentence: Sentence, cue: Cue, source: Stretch) -> Iterator[Candidate]:
    """The words of a phrase that commas set off: those after it where it opens a clause, else before it."""
    line, first = sentence.reading.line, lead(sentence)
    after_as = opens_as(sentence, first) and AS_CLAUSE.fits(line, first, cue.first)
    inner = cue.first > first + 1 and not (after_as or LEAD_IN.fits(line, first, cue.first))
    if inner and OPENS_CLAUSE.skip_back(line, cue.first, sentence.first) == cue.first:
        yield from _interrupted(sentence, cue, first, source)
    elif (start := _start(sentence, source[1])) is not None:
        end = clause_end(sentence, start, cue)
        if end - start >= SHORTEST:
            yield clause(sentence.reading, (start, end), "according", cue, source)


def of_relative(sentence: Sentence, cue: Cue) -> Iterator[Candidate]:
    """The clause of a phrase with a relative pronoun: `Ada Roi, secondo la quale | il ponte è vecchio`."""
    reading, line, start = sentence.reading, sentence.reading.line, cue.last + 1
    source = phrase_before(reading, cue.first - 1, sentence.first) if line[cue.first - 1] == COMMA else None
    last = clause_end(sentence, start, cue)
    weak = reading.listed(cue.first, "opening_phrases") and OPENING not in line[start:last]
    if source is None or weak or not speaks(reading, source):
        return
    closing = CLOSES_RELATIVE.find(line, start, last)
    end = last if closing is None else closing
    if end - start >= SHORTEST:
        yield clause(reading, (start, end), "according", cue, source)


def _start(sentence: Sentence, at: int) -> int | None:
    """Where the words begin after a phrase that opens the sentence: at the next phrase, or after a comma.

    Where endings tell verbs, after the comma that a subject with its verb follows.
    """
    reading, line, ceiling = sentence.reading, sentence.reading.line, min(at + LONGEST, sentence.last)
    at = PARENTHESIS.skip(line, at, ceiling)
    attribute = at in sentence.by_first and sentence.by_first[at].form == "participle"  # estudio | publicado
    verb_first = sentence.switch("pro_drop") and line[at : at + 1] in VERB_OPENS and not attribute
    if verb_first or (at < sentence.last and line[at] in SUBJECT_OPENS):
        return at
    starts = [i + 1 for i in range(at, ceiling) if line[i] == COMMA and reading.inside[i] < 0]
    while (
        len(starts) > 1
        and line[starts[1] : starts[1] + 1] not in ENDS_SERIES
        and _describes(sentence, *starts[:2])
    ):
        starts = starts[1:]
    for start, stop in zip(starts, [*starts[1:], sentence.last], strict=False):
        subject = sentence.switch("verb_endings") and has_verb(reading, start, stop)
        if subject and line[start] not in NO_SUBJECT and start not in sentence.by_first:  # , quoting ABC, |
            return start
    return starts[0] if starts else None


def _describes(sentence: Sentence, start: int, after: int) -> bool:
    """Whether what stands between two commas describes the source: an age, a relative clause, an office."""
    reading, line, stop = sentence.reading, sentence.reading.line, after - 1
    relative = line[start] == COMPLEMENTISER and sentence.switch("relative_subject")
    if relative or line[start] == RELATIVE or AGE.fits(line, start, stop):
        return True
    verb = has_verb(reading, start, stop) or verb_at(reading, start, stop) < stop
    return APPOSITION.fits(line, start, stop) and not verb


def _interrupted(sentence: Sentence, cue: Cue, first: int, source: Stretch) -> Iterator[Candidate]:
    """The words before a phrase, and those after it where it interrupts them."""
    reading, line, at, stop = sentence.reading, sentence.reading.line, cue.first, source[1]
    last = at - (line[at - 1] in PAUSE)
    if line[last - 1] == REPORTING and line[stop + 1 : stop + 2] == COMPLEMENTISER:
        return  # considera, | según Roy, que el horno arde
    known = phrases(reading.lexicon, "according.before")
    if opens_as(sentence, first) or length_at(known, reading.lows, first):
        return  # Как сообщает ТАСС, это мера | по оценке рынка
    if last - first >= SHORTEST - 1 and not _fronted(sentence, (first, last), stop):
        yield clause(reading, (first, last), "according", cue, source)
    spoken = all(number >= 0 for number in reading.inside[first:last])
    between = stop + 1 < sentence.last and line[stop] == line[at - 1] == COMMA
    if between and not spoken and _goes_on(sentence, first, last, stop + 1):
        yield clause(reading, (stop + 1, clause_end(sentence, stop + 1, cue)), "according", cue, source)


def _goes_on(sentence: Sentence, first: int, last: int, at: int) -> bool:
    """Whether an interrupted clause goes on: `Sarebbe, secondo la polizia, | un guasto`."""
    unfinished = UNFINISHED.skip_back(sentence.reading.line, last, first) < last
    adds = sentence.reading.line[at] in GOES_ON or _subordinate(sentence, at)
    return adds or unfinished or not has_verb(sentence.reading, first, last)


def _fronted(sentence: Sentence, before: Stretch, stop: int) -> bool:
    """Whether only a place or a time stands before a phrase: `En mai, | selon Roy, le bac était vendu`."""
    reading, line = sentence.reading, sentence.reading.line
    set_off = line[before[1]] == COMMA == line[stop : stop + 1]
    adjunct = set_off and line[before[0]] == PREPOSITION and not has_verb(reading, *before)
    return adjunct and has_verb(reading, stop, sentence.last)


def _subordinate(sentence: Sentence, at: int) -> bool:
    """Whether a conjunction of one word or two begins at a token: `parce que`, `alors que`."""
    reading, line = sentence.reading, sentence.reading.line
    two = reading.listed(at, "conjunction_parts") and line[at + 1 : at + 2] == COMPLEMENTISER
    return line[at] == SUBORDINATOR or two


def of_sentence(sentence: Sentence, cue: Cue, source: Stretch, tail: bool) -> Iterator[Candidate]:
    """What a phrase attributes that no comma sets off: the whole sentence but the phrase and its source.

    In the tail, where it closes a clause, the words go on only after a pause.
    """
    reading, line = sentence.reading, sentence.reading.line
    first, stop = min(cue.first, source[0]), max(cue.last, source[1])
    stop = PARENTHESIS.skip(line, stop, sentence.last)
    after_marks = AFTER_MARKS.fits(line, sentence.first, first)
    stop = _resumes(sentence, stop) if tail and not after_marks else stop
    apposed = (after_marks or line[first - 1 : first] in SET_OFF) and APPOSED.fits(line, stop, stop + 2)
    apposed |= tail and after_marks and line[stop : stop + 1] == PREPOSITION  # «…», così Roi | ai giudici
    rest = stop if apposed or stop >= sentence.last else clause_end(sentence, stop, cue)
    for begin, end in ((sentence.first, first), (stop, rest)):
        told = [at for at in range(begin, end) if line[at] not in SIGNS]
        if len(told) >= SHORTEST - 1:
            yield clause(reading, (told[0], told[-1] + 1), "according", cue, source)


def _resumes(sentence: Sentence, at: int) -> int:
    """Where the words go on after a source in the tail, its apposition skipped; else the sentence's end."""
    line, last = sentence.reading.line, sentence.last
    stop = AFTER_SOURCE.skip(line, at, last)
    if APPOSED.fits(line, stop, stop + 2):
        stop = APPOSED_TO.skip(line, stop, last)
    return stop + 1 if line[stop:last][:1] in PAUSE else last
