"""The rule for marked words that their own verb cuts in two, inside the marks."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.grammar.classes import DASH, RELATIVE
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import speaks
from analysis.text.quotes import relays
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import inverted
from analysis.text.quotes.verbs.cues import Cue

ASKS = frozenset("?!…")
"""Signs that need no comma between them and `explique le ministre`."""

PAUSE = pattern("(COMMA | DASH)*")
WORDS_OF_VERB = pattern("(ADVERB | OBJECT)*")
"""What a verb inside the marks may have before it: `— тихо | сказал он`."""

FRAME_REST = pattern("(NOT (COMMA | STOP | DASH | CLOSING)){0,12} (CLOSING | COMMA | STOP | DASH)+")
"""The rest of a frame inside the marks, after who speaks: `lundi à la radio.`"""

BETWEEN_DASHES = pattern("(NOT (STOP | SEMICOLON | COLON | DASH | CLOSING | COMPLEMENTISER)){0,20} DASH")
"""A frame after its verb that dashes alone set off, whoever speaks: `– spiegano | gli attivisti –`."""

ENDS_TURN = pattern("(ADVERB | TIME)* STOP")
BETWEEN_COMMAS = pattern("(ADVERB | TIME)* COMMA")
"""The same between commas, where nobody is named: `, aggiunge | poi,`."""

TO_DASH = pattern("(NOT DASH)* DASH (COMMA | STOP | DASH)*")
"""The narrator's words in a line of dialogue, once a dash has opened them: `dit Roy. Il sortit. —`."""

AFTER_DASH = pattern("(COMMA | STOP | DASH)*")


class Frame(NamedTuple):
    """A verb with its speaker inside marked words.

    Fields:
        stops: code point where the words stop before it
        resumes: code point where they go on after it
        cue: the verb
        source: who speaks, None where the verb alone stands
        via: who passes the words on, after it
    """

    stops: int
    resumes: int
    cue: Cue
    source: Stretch | None
    via: Stretch | None


def inside(sentence: Sentence, number: int) -> Iterator[Candidate]:
    """The verb and its speaker stand inside the marks and cut the words in two.

    fr: « Nous partons, explique le ministre. Tout est prêt. » it: «Il ponte – spiegano – è chiuso».

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("«Il traghetto – spiegano i fornai – parte oggi».", lexicon.load("it"))
    >>> [(q.quote, q.source) for q in found]
    [('Il traghetto', 'i fornai'), ('parte oggi', 'i fornai')]
    """
    at, end = sentence.reading.marked[number].start, sentence.reading.marked[number].end
    frames = list(_frames(sentence, number)) if sentence.switch("cue_inside_marks") else []
    for frame in frames:
        yield Candidate(at, frame.stops, "direct", "inside", frame.cue, frame.source, frame.via)
        at = frame.resumes
    if frames and any(char.isalnum() for char in sentence.reading.text[at:end]):
        yield Candidate(at, end, "direct", "inside", *frames[-1][2:])


def _frames(sentence: Sentence, number: int) -> Iterator[Frame]:
    """The verbs inside one marked stretch that report it."""
    first, last = sentence.reading.edges[number]
    within = (cue for cue in sentence.spoken if first < cue.first < last)
    return (frame for cue in within if (frame := _frame(sentence, cue, number)))


def _frame(sentence: Sentence, cue: Cue, number: int) -> Frame | None:
    """The frame that a verb inside the marks opens, None where it is a verb of the words themselves."""
    reading, (first, last) = sentence.reading, sentence.reading.edges[number]
    begins = WORDS_OF_VERB.skip_back(reading.line, cue.first, first)
    stops = PAUSE.skip_back(reading.line, begins, first)
    dashed = reading.line[begins - 1] == DASH
    if stops == first or not (stops < begins or reading.text[reading.starts[begins - 1]] in ASKS):
        return None
    source = _framed(sentence, cue, last, dashed)
    after = max(cue.last, source[1] if source else 0)
    resumes = _resumes(reading, after, number, dashed)
    if resumes == after or not (source or _alone(reading, cue, number, dashed)):
        return None
    via = relays.cited(reading, FRAME_REST.skip(reading.line, after, last), last)
    return Frame(reading.ends[stops - 1], _offset(reading, resumes), cue, source, via)


def _offset(reading: Reading, at: int) -> int:
    """Where a token begins, or the text ends."""
    return reading.starts[at] if at < len(reading.line) else len(reading.text)


def _framed(sentence: Sentence, cue: Cue, ceiling: int, dashed: bool) -> Stretch | None:
    """Who speaks after a verb inside the marks; nobody who may be the one that is quoted.

    Between two dashes whoever follows the verb does: `– spiegano | gli inquilini –`.
    """
    reading, source = sentence.reading, inverted(sentence, cue, ceiling)
    if source is None or reading.listed(source[0], "first_persons"):
        return None
    closed = dashed and BETWEEN_DASHES.skip(reading.line, cue.last, ceiling) > source[1]
    return source if closed or speaks(reading, source) else None


def _alone(reading: Reading, cue: Cue, number: int, dashed: bool) -> bool:
    """Whether a verb that needs no subject is a frame by itself: `– esordisce –`, `, aggiunge,`."""
    if cue.form != "finite" or not switch(reading.lexicon, "pro_drop"):
        return False
    last, rest = reading.edges[number][1], BETWEEN_DASHES if dashed else BETWEEN_COMMAS
    ends = dashed and _is_turn(reading, number) and ENDS_TURN.fits(reading.line, cue.last, last)
    return ends or rest.skip(reading.line, cue.last, last) > cue.last


def _is_turn(reading: Reading, number: int) -> bool:
    """Whether marked words are a line of dialogue after a dash."""
    return reading.marked[number].state == "turn"


def _resumes(reading: Reading, at: int, number: int, dashed: bool) -> int:
    """The token where the words go on after a frame, the same where nothing closes it.

    In a line of dialogue the narrator's tail is no speech: `— Non, dit Roy, | cité par l'agence.`
    """
    line, last, turn = reading.line, reading.edges[number][1], _is_turn(reading, number)
    if dashed and turn:
        stop = TO_DASH.skip(line, at, last)
        return stop if stop > at else last
    if dashed and (closed := BETWEEN_DASHES.skip(line, at, last)) > at:
        return AFTER_DASH.skip(line, closed, last)
    stop = FRAME_REST.skip(line, at, last)
    return last if turn and _is_narrated(reading, stop) else stop


def _is_narrated(reading: Reading, at: int) -> bool:
    """Whether a token begins what the narrator adds to a speaker: `cité par …`, `qui hésite`."""
    if at + 1 >= len(reading.line):
        return False
    return reading.line[at] == RELATIVE or reading.listed(at + 1, "agent_markers")
