"""The rule for attribution without a verb: `according to`, `laut`, `zufolge`."""

from collections.abc import Callable, Iterator
from functools import cache

from analysis.text.grammar.classes import (
    COMMA,
    COMPLEMENTISER,
    COORDINATOR,
    DETERMINER,
    OBJECT,
    OPENING,
    PREPOSITION,
    RELATIVE,
    REPORTING,
    SUBORDINATOR,
    WORD,
    any_of,
)
from analysis.text.grammar.noun_phrases import phrase_after, phrase_before, verb_at
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import speaks
from analysis.text.quotes import media
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end, has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.rules.tails import opens_as
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker.after import WHEN
from analysis.text.quotes.verbs.cues import Cue

LONGEST = 40
"""Tokens between a phrase that opens a sentence and the comma after its source: bounds cost."""

HEAD = 2
"""Tokens of a phrase, its determiner included, that tell what it is: `selon | la gravité`."""

OPENS_CLAUSE = pattern(
    "COLON | SEMICOLON | (COMPLEMENTISER | RELATIVE) COMMA? | COMMA COORDINATOR | COORDINATOR COMMA"
)
"""What a phrase stands after where it opens a clause: `that, | according to her, the ferry is late`."""

CLAUSE_FOLLOWS = pattern("REPORTING COMMA? COMPLEMENTISER")
"""A verb of reporting with its own clause: `Reuters со ссылкой на источники | сообщило, что`."""

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

NUMBERED = pattern("NAME NUMBER COMMA")
AGE = pattern("NUMBER NOUN")
APPOSITION = pattern(
    "(NAME NAME | WORD) (NOMINAL | ADVERB | PREPOSITION | DETERMINER | COORDINATOR)*"
    " (BRACKET NOT (BRACKET | UNBRACKET){1,6} UNBRACKET)?"
)
"""An office without a determiner, or a name: `chercheur au centre de Lor`, `Ivo Tarel (PSDB)`."""

ARTICLES = pattern("DETERMINER*")
OWNS = any_of("DETERMINER PREPOSITION")

ADVERBS = pattern("ADVERB*")
AFTER_SOURCE = pattern(
    "(BRACKET NOT (BRACKET | UNBRACKET){1,6} UNBRACKET)? ADVERB*"
    " (TIME | PREPOSITION NOT (COMMA | DASH | STOP | SEMICOLON | COLON){1,12})*"
)
"""What may stand between a source in the tail and the sign that closes it: `so Roy | weiter im Radio,`."""

APPOSED_TO = pattern("COMMA NOT (COMMA | DASH | STOP | SEMICOLON | COLON)*")

APPOSED = pattern("COMMA (DETERMINER | NAME | RELATIVE | PREPOSITION)")
"""What describes the source of a phrase that a comma sets off: `, so Anna Lewin, | die Ministerin`."""

JUDGES = pattern("BE (NOT (COMMA | SEMICOLON | COLON | STOP | COMPLEMENTISER | CLOSING)){0,4} OPENING ANY*")
"""What shows that a weak phrase names who judges: `per Roi | è una “bassezza”`."""

OPENS_WEAK = any_of("COLON SEMICOLON COORDINATOR")
PAUSE = any_of("COMMA DASH")
SET_OFF = any_of("COMMA DASH CLOSING")
GOES_ON = any_of("PREPOSITION BE FINITE")
"""What goes on with a clause that a phrase interrupts: `Sarebbe, secondo la polizia, | un guasto`."""

SIGNS = any_of("COMMA STOP SEMICOLON COLON DASH BRACKET")
SUBJECT_OPENS = any_of("DETERMINER SUBJECT NAME")
VERB_OPENS = any_of("VERB NEGATION")
"""What a clause may begin with where pronouns are dropped: `Secondo Roi | è tardi`."""

NO_SUBJECT = any_of("RELATIVE POSSESSIVE PREPOSITION")
PRONOUN = any_of("SUBJECT OBJECT")
CLOSED = any_of("STOP COMMA SEMICOLON COLON DASH TIME PREPOSITION OPENING")
"""What may follow the source of a phrase in the tail."""


def according(sentence: Sentence) -> Iterator[Candidate]:
    """A phrase that attributes, such as "according to", and the words before or after it.

    en: The country is well, according to the minister. fr: Selon le ministre, le pays va bien.
    de: Laut Polizei war das Auto zu schnell. Das Auto war laut Polizei zu schnell. Dem Bericht zufolge
    fehlt Geld. Das Auto war zu schnell, so die Polizei. Demnach fehlt Geld.

    Args:
        sentence: any sentence; one without such a phrase yields nothing.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("The ferry, according to the captain, is never late.", lexicon.load("en"))
    >>> [(q.quote, q.cue, q.source, q.rule) for q in found]
    [('The ferry', 'according to', 'the captain', 'according'),
     ('is never late', 'according to', 'the captain', 'according')]
    >>> found = quotes.find("Die Fähre war laut Hafenamt zu schnell.", lexicon.load("de"))
    >>> [(q.quote, q.cue, q.source, q.rule) for q in found]
    [('Die Fähre war', 'laut', 'Hafenamt', 'according'), ('zu schnell', 'laut', 'Hafenamt', 'according')]
    """
    reading, begin = sentence.reading, first_words(sentence.reading.lexicon)
    if begin.isdisjoint(reading.lows[sentence.first : sentence.last]):
        return
    for at in range(sentence.first, sentence.last):
        if reading.lows[at] not in begin or reading.inside[at] >= 0 or _informs(sentence, at):
            continue
        for place, named in PLACES.items():
            length = length_at(phrases(reading.lexicon, f"according.{place}"), reading.lows, at)
            if place == "before" and at > sentence.first and reading.line[at - 1] == DETERMINER:
                continue  # questo | secondo governo
            if length and reading.line[at + length : at + length + 1] == RELATIVE:
                yield from _of_relative(sentence, Cue(at, at, at + length, reading.lows[at]))
                continue
            owned = length and reading.any_listed(at + length, at + length + 1, "agent_markers")
            length += bool(owned)  # nach Angaben | von
            source = named(sentence, at, at + length) if length else None
            if source is None or _is_reported(sentence, at, source):
                continue
            cue = Cue(at, at, at + length, reading.lows[at])
            if place != "before":
                yield from _of_sentence(sentence, cue, source, place == "tail")
                return
            yield from _of_clause(sentence, cue, source)


def _informs(sentence: Sentence, at: int) -> bool:
    """Whether a verb with its glued pronoun is right before a phrase: `a-t-on appris | de source sûre`."""
    cue = sentence.leading(at)
    if cue is None or cue.enclitic < 0:
        return False
    return WHEN.skip(sentence.reading.line, max(cue.last, cue.enclitic + 1), at) == at


@cache
def first_words(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all phrases of `[according]`: most sentences hold none.

    >>> from analysis.text import lexicon
    >>> sorted(first_words(lexicon.load("en")))
    ['according', 'as', 'in']
    """
    return frozenset().union(*(phrases(lexicon, f"according.{place}") for place in PLACES))


def _is_reported(sentence: Sentence, at: int, source: Stretch) -> bool:
    """Whether a verb after the phrase reports the clause, its subject before the phrase."""
    follows = CLAUSE_FOLLOWS.skip(sentence.reading.line, source[1], sentence.last) > source[1]
    return follows and at > lead(sentence) and not sentence.switch("verb_second")


def _before(sentence: Sentence, at: int, after: int) -> Stretch | None:
    """Who is named by a phrase that commas set off: `selon | le maire,`; not `d'après | le roman`."""
    reading, pronouns = sentence.reading, sentence.reading.lexicon.section("pronouns")
    inner = (i for i in range(at, after) if reading.line[i] == OBJECT and reading.lows[i] in pronouns)
    source = _named(sentence, next(inner, after))  # по | его | словам
    head = after, min(after + HEAD, sentence.last)
    if source is None or reading.any_listed(*head, "works") or reading.any_listed(*head, "measures"):
        return None
    weak = reading.listed(at, "opening_phrases") and not _weighs(sentence, at, source)
    return None if weak else source


def _named(sentence: Sentence, at: int) -> Stretch | None:
    """The pronoun or the phrase that begins at a token."""
    reading = sentence.reading
    pronoun = at < sentence.last and reading.line[at] in PRONOUN
    stop = at + 1 if pronoun else phrase_after(reading, at, sentence.last)
    medium = media.addressed(reading, at, sentence.last) if stop > at else None
    stop = max(stop, medium[1]) if medium else stop
    stop += NUMBERED.fits(reading.line, stop - 1, stop + 2)  # la chaîne Lor 24,
    return (at, stop) if stop > at else None


def _weighs(sentence: Sentence, at: int, source: Stretch) -> bool:
    """Whether a weak phrase attributes: it opens the sentence; somebody who can speak and a comma follow."""
    line, after = sentence.reading.line, source[1]
    known = line[source[0]] == OBJECT or speaks(sentence.reading, source)
    opens = at == sentence.first or LEAD_IN.fits(line, sentence.first, at)
    comma = opens and line[after : after + 1] == COMMA
    judges = (opens or line[at - 1] in OPENS_WEAK) and JUDGES.skip(line, after, sentence.last) > after
    return known and (comma or judges)


def _around(sentence: Sentence, at: int, after: int) -> Stretch | None:
    """`laut | Polizei`, `laut | „Abendblatt“`, `nach | Angaben der Polizei`, but not `nach | dem Spiel`."""
    reading = sentence.reading
    marked = after < sentence.last and reading.inside[after] >= 0
    stop = reading.edges[reading.inside[after]][1] if marked else phrase_after(reading, after, sentence.last)
    reported = any(reading.ends_as(noun, "report_nouns") for noun in range(after, stop))  # Armeeangaben
    weak = reading.listed(at, "opening_phrases") and not reported
    if weak or stop <= after or _is_verb(reading, after, stop):
        return None
    return _whose(sentence, after, stop), stop


def _is_verb(reading: Reading, first: int, stop: int) -> bool:
    """Whether, nouns having capitals, small words are a verb by their ending: `laut | geworden`."""
    capitals = switch(reading.lexicon, "mentions.capitalised_nouns")
    small = capitals and reading.line[first:stop] == WORD * (stop - first)
    return small and reading.ends_as(stop - 1, "infinitive_endings")


def _whose(sentence: Sentence, first: int, stop: int) -> int:
    """Where the source begins whose account it is: `Angaben | der Polizei`, `Ansicht von | Ilka Morv`."""
    reading = sentence.reading
    noun = ARTICLES.skip(reading.line, first, stop)
    if noun + 1 >= stop or not reading.listed(noun, "accounts"):
        return first
    owner = noun + 1 + (reading.line[noun + 1] == PREPOSITION)
    owned = reading.line[noun + 1] in OWNS and reading.listed(noun + 1, "ties")
    return owner if owned and owner < stop else first


def _after(sentence: Sentence, at: int, _after: int) -> Stretch | None:
    """`dem Bericht | zufolge`."""
    return phrase_before(sentence.reading, at, sentence.first)


def _tail(sentence: Sentence, at: int, after: int) -> Stretch | None:
    """`…, so | die Polizei`: only after a comma or marks, and up to the end of the clause."""
    line, source = sentence.reading.line, _named(sentence, after)
    weak = sentence.reading.listed(at, "opening_phrases")
    parted = AFTER_MARKS.fits(line, sentence.first, at) or (not weak and line[at - 1] in SET_OFF)
    if source is None or at == sentence.first or not parted:
        return None
    stop = ADVERBS.skip(line, PARENTHESIS.skip(line, source[1], sentence.last), sentence.last)
    return source if stop >= sentence.last or line[stop] in CLOSED else None


def _resumes(sentence: Sentence, at: int) -> int:
    """Where the words go on after a source in the tail, its apposition skipped; else the sentence's end."""
    line, last = sentence.reading.line, sentence.last
    stop = AFTER_SOURCE.skip(line, at, last)
    if APPOSED.fits(line, stop, stop + 2):
        stop = APPOSED_TO.skip(line, stop, last)
    return stop + 1 if line[stop:last][:1] in PAUSE else last


def _alone(_sentence: Sentence, at: int, after: int) -> Stretch | None:
    """`demnach`: the word itself points at what was named before."""
    return at, after


PLACES: dict[str, Callable[[Sentence, int, int], Stretch | None]] = {
    "before": _before,
    "around": _around,
    "after": _after,
    "tail": _tail,
    "alone": _alone,
}
"""List of `[according]` → who a phrase names that stands at one token and ends before another."""


def _of_clause(sentence: Sentence, cue: Cue, source: Stretch) -> Iterator[Candidate]:
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


def _of_relative(sentence: Sentence, cue: Cue) -> Iterator[Candidate]:
    """The clause of a phrase with a relative pronoun: `Ada Roi, secondo la quale | il ponte è vecchio`."""
    reading, line, start = sentence.reading, sentence.reading.line, cue.last + 1
    source = phrase_before(reading, cue.first - 1, sentence.first) if line[cue.first - 1] == COMMA else None
    weak = reading.listed(cue.first, "opening_phrases") and line[start : start + 1] != OPENING
    if source is None or weak or not speaks(reading, source):
        return
    last = clause_end(sentence, start, cue)
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
    verb_first = sentence.switch("pro_drop") and line[at : at + 1] in VERB_OPENS
    if verb_first or (at < sentence.last and line[at] in SUBJECT_OPENS):
        return at
    starts = [i + 1 for i in range(at, ceiling) if line[i] == COMMA and reading.inside[i] < 0]
    while len(starts) > 1 and line[starts[1]] != COORDINATOR and _describes(sentence, *starts[:2]):
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
    if opens_as(sentence, first) or length_at(
        phrases(reading.lexicon, "according.before"), reading.lows, first
    ):
        return  # Как сообщает ТАСС, это мера | по оценке рынка
    if last - first >= SHORTEST - 1 and not _fronted(sentence, (first, last), stop):
        yield clause(reading, (first, last), "according", cue, source)
    spoken = all(number >= 0 for number in reading.inside[first:last])
    if spoken or stop + 1 >= sentence.last or line[stop] != COMMA or line[at - 1] != COMMA:
        return
    unfinished = UNFINISHED.skip_back(line, last, first) < last
    if (
        line[stop + 1] == PREPOSITION
        or _subordinate(sentence, stop + 1)
        or unfinished
        or not has_verb(reading, first, last)
    ):
        yield clause(reading, (stop + 1, clause_end(sentence, stop + 1, cue)), "according", cue, source)


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


def _of_sentence(sentence: Sentence, cue: Cue, source: Stretch, tail: bool) -> Iterator[Candidate]:
    """What a phrase attributes that no comma sets off: the whole sentence but the phrase and its source.

    Args:
        tail: whether the phrase closes a clause, so that only after a pause the words go on.
    """
    reading, line = sentence.reading, sentence.reading.line
    first, stop = min(cue.first, source[0]), max(cue.last, source[1])
    stop = PARENTHESIS.skip(line, stop, sentence.last)
    after_marks = AFTER_MARKS.fits(line, sentence.first, first)
    stop = _resumes(sentence, stop) if tail and not after_marks else stop
    apposed = (after_marks or line[first - 1 : first] in SET_OFF) and APPOSED.fits(line, stop, stop + 2)
    rest = stop if apposed or stop >= sentence.last else clause_end(sentence, stop, cue)
    for begin, end in ((sentence.first, first), (stop, rest)):
        told = [at for at in range(begin, end) if line[at] not in SIGNS]
        if len(told) >= SHORTEST - 1:
            yield clause(reading, (told[0], told[-1] + 1), "according", cue, source)
