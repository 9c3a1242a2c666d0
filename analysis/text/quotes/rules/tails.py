"""Rules for reported clauses that their verb follows, interrupts, or introduces with "as"."""

from collections.abc import Iterator

from analysis.text.grammar.classes import CLAUSE_OPENER, PREPOSITION, WORD, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import FINITE, clause_end, has_verb, skip_adjuncts
from analysis.text.quotes.rules.clauses import says
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import inverted, opinion, reaches, speaker
from analysis.text.quotes.verbs.cues import Cue

FRAME = 25
"""Tokens between the verb of a tail and the comma or stop that ends it: bounds cost."""

PLACE = 5
"""Tokens of the longest phrase that is no clause without a verb: `À cette occasion, | dit-elle,`."""

SET_OFF = pattern("COMMA NOT (COMMA | STOP | SEMICOLON | COLON | OPENING | CLOSING | REPORTING | BREAK)*")
"""The comma before a tail and what stands between it and the verb: `…, the minister | said`."""

AFTER_TAIL = pattern(
    "(PREPOSITION | TIME | NUMBER | BRACKET | UNBRACKET | RELATIVE | ADVERB)"
    " NOT (VERB | SUBJECT | COMPLEMENTISER | INTERROGATIVE | OPENING | COMMA | DASH | STOP | SEMICOLON)*"
)
"""What may still belong to a tail after its verb and who speaks: `he said | on Monday in Lor`."""

STOPS = any_of("STOP SEMICOLON")
PAUSE = any_of("COMMA DASH")
REPORTED = any_of("COMPLEMENTISER INTERROGATIVE")
"""What opens a clause of the verb's own after a tail."""

TOLD = pattern("ANY* CLOSING (COMMA | DASH)+ REPORTING ANY*")
"""What holds marked words that have a verb of their own: a second one only passes them on."""

NAMED = pattern("NAME{1,4} (COMMA | STOP)")
FIRST_COMMA = pattern("COMMA")
OWN_RELATIVE = pattern("RELATIVE")
AND_SUBJECT = pattern("COORDINATOR (DETERMINER | SUBJECT)")

ADJUNCT = any_of("PREPOSITION SUBORDINATOR INTERROGATIVE")
"""What opens a clause that does not begin with its subject: `After the vote, …`."""

NO_SUBJECT = ADJUNCT | any_of("ADVERB COORDINATOR")
"""What no subject begins with."""

NO_PREDICATE = any_of("STOP SEMICOLON RELATIVE POSSESSIVE PREPOSITION OPENING CLOSING")
"""What a clause does not go on with after a tail."""


def clause_tail(sentence: Sentence) -> Iterator[Candidate]:
    """A clause that its verb follows, or interrupts.

    fr: Le pays va bien, a indiqué le ministre. en: The country, the minister said, was well.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("The ferry, the captain said, was sold in May.", lexicon.load("en"))
    >>> [(q.quote, q.cue, q.source, q.rule, q.utterance) for q in found]
    [('The ferry', 'said', 'the captain', 'clause_tail', 0),
     ('was sold in May', 'said', 'the captain', 'clause_tail', 0)]
    """
    reading, first = sentence.reading, lead(sentence)
    for cue in sentence.cues:
        if (frame := _frame(sentence, cue, first)) is None:
            continue
        comma, source, after = frame
        marked = all(number >= 0 for number in reading.inside[first:comma])
        goes_on = not marked and _continues(sentence, after, cue)
        subject = goes_on and not _opens(sentence, first, NO_SUBJECT)
        ends = after >= sentence.last or reading.line[after] in STOPS
        if subject or _stands(sentence, first, comma, source[0] > cue.first, ends):
            yield clause(reading, (first, comma), "clause_tail", cue, source)
        if goes_on:
            yield clause(reading, (after, clause_end(sentence, after + 1, cue)), "clause_tail", cue, source)


def _frame(sentence: Sentence, cue: Cue, first: int) -> tuple[int, Stretch, int] | None:
    """The comma before a verb in the tail, who speaks, and the token where the words go on."""
    comma = _comma(sentence, cue)
    if comma is None or comma <= first or not _turns(sentence, cue):
        return None
    opened = comma + 1 + sentence.reading.listed(comma + 1, "as_words")
    inner = (at for at in range(comma + 1, cue.first) if not sentence.reading.listed(at, "as_words"))
    turned = reaches(sentence, next(inner, cue.first), cue)
    turned = turned and (_names(sentence, cue) or not _apposed(sentence, comma))
    source = inverted(sentence, cue, sentence.last) if turned else speaker(sentence, cue)
    if source is None or sentence.reading.ends_as(source[0], "gerund_endings"):  # continuou | voando
        return None
    if opinion(sentence, cue, source) or not (turned or comma < source[0] <= opened):
        return None
    if sentence.switch("known_speakers") and not speaks(sentence.reading, source):
        return None
    told = cue.lemma in sentence.words("recipient_verbs") and source[0] < cue.first
    after = _rest(sentence, skip_adjuncts(sentence, cue) if told else max(cue.last, source[1]))
    return None if after is None else (comma, source, after)


def _turns(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of saying may come after its words: finite, or in French `a tenu à | préciser`."""
    turns = cue.form == "finite" or (cue.form == "infinitive" and sentence.switch("clitic_inversion"))
    return turns and says(sentence, cue)


def _comma(sentence: Sentence, cue: Cue) -> int | None:
    """The comma before a verb and its subject, where they come after a clause."""
    reading, floor = sentence.reading, max(sentence.first, cue.first - FRAME)
    comma = SET_OFF.skip_back(reading.line, cue.first, floor)
    openers = (at for at in range(comma, cue.first) if reading.line[at] in CLAUSE_OPENER)
    plain = all(reading.listed(at, "as_words") for at in openers)
    return comma if plain and comma < cue.first else None


def _names(sentence: Sentence, cue: Cue) -> bool:
    """Whether a name follows a verb that has no object: `said | Ada Roy`, not `told | Ada Roy`."""
    told = cue.lemma in sentence.words("recipient_verbs")
    return not told and NAMED.skip(sentence.reading.line, cue.last, sentence.last) > cue.last


def _apposed(sentence: Sentence, comma: int) -> bool:
    """Whether a comma closes the apposition of the subject that opens a sentence: `Lee, my boss, | said`."""
    reading = sentence.reading
    two = sentence.switch("verb_second") and FIRST_COMMA.within(reading.line, sentence.first, comma)
    told = two or sentence.switch("verb_endings")
    subject = subjects.before(reading, comma + 1, sentence.first) if told else None
    return subject is not None and subject[0] <= lead(sentence)


def _stands(sentence: Sentence, first: int, comma: int, turned: bool, ends: bool) -> bool:
    """Whether what comes before the frame is a clause: not `After the vote, | Lee said that`."""
    reading = sentence.reading
    if comma - first < SHORTEST - 1 or TOLD.fits(reading.line, first, comma):
        return False
    if not ends and comma - first <= PLACE and reading.line[first] == PREPOSITION:
        return has_verb(reading, first, comma)
    if not sentence.switch("verb_endings"):
        return turned or reading.listed(comma + 1, "as_words") or has_verb(reading, first, comma)
    gerund = ends and reading.line[first] not in ADJUNCT  # Closing it is hard, | he said.
    adjunct = not gerund and _opens(sentence, first, ADJUNCT)
    start = FIRST_COMMA.find(reading.line, first, comma) if adjunct else first
    return start is not None and has_verb(reading, start, comma)


def _opens(sentence: Sentence, at: int, classes: frozenset[str]) -> bool:
    """Whether a clause opens with one of some classes, or a gerund."""
    return sentence.reading.line[at] in classes or sentence.reading.ends_as(at, "gerund_endings")


def _continues(sentence: Sentence, after: int, cue: Cue) -> bool:
    """Whether the clause goes on after its verb: `…, he said, was well`."""
    reading, line = sentence.reading, sentence.reading.line
    if after >= sentence.last or _opens(sentence, after, NO_PREDICATE) or reading.listed(after, "breakers"):
        return False
    said = sentence.by_first.get(after)  # ajoute Roy, | confirmant un bruit
    end = after if said and said.form == "gerund" else clause_end(sentence, after + 1, cue)
    if AND_SUBJECT.fits(line, after, after + 2):
        return end - after > SHORTEST
    own = OWN_RELATIVE.find(line, after, end)
    shortest = SHORTEST - (line[after] in FINITE)  # the subject stands before: …, he said, was well
    return end - after >= shortest and has_verb(reading, after, end if own is None else own)


def _rest(sentence: Sentence, at: int) -> int | None:
    """Where the words go on after a tail: its end, or the token after a comma; None if a clause follows."""
    reading, line, last = sentence.reading, sentence.reading.line, sentence.last
    stop = AFTER_TAIL.skip(line, at, min(at + FRAME, last))
    infinitives = (i for i in range(at, stop) if line[i + 1 : i + 2] == WORD)
    if any(reading.listed(i, "infinitive_markers") for i in infinitives):
        return None
    if stop == last or line[stop] in STOPS:
        return stop
    reported = sentence.switch("comma_clause") and line[stop + 1 : stop + 2] in REPORTED
    return stop + 1 if line[stop] in PAUSE and not reported else None


def as_clause(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence that opens with "as" and a verb.

    fr: Comme l'a rappelé le ministre, le pays va bien. en: As the minister said, the country is well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Comme l'a rappelé la capitaine, le bac part à midi.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('le bac part à midi', 'a rappelé', 'la capitaine', 'as_clause')
    """
    reading, first = sentence.reading, sentence.first
    comma = FIRST_COMMA.find(reading.line, first, sentence.last)
    if comma is None or not reading.listed(first, "as_openers"):
        return
    for cue in sentence.cues[:1]:
        if cue.last <= comma and _turns(sentence, cue):
            source = speaker(sentence, cue) or inverted(sentence, cue, comma)
            end = clause_end(sentence, comma + 2, cue)
            if source and end - comma > SHORTEST:
                yield clause(reading, (comma + 1, end), "as_clause", cue, source)
