"""Rules for reported clauses that their verb follows, interrupts, or introduces with "as"."""

from collections.abc import Iterator

from analysis.text.grammar.classes import (
    CLAUSE_OPENER,
    COMMA,
    DETERMINER,
    NAME,
    PREPOSITION,
    REPORTING,
    WORD,
    any_of,
)
from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import is_title, speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end, has_verb, skip_adjuncts
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.rules.clauses import says
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import denied, inverted, opinion, reaches, speaker, subjectless
from analysis.text.quotes.verbs.cues import Cue

FRAME = 25
"""Tokens between the verb of a tail and the comma or stop that ends it: bounds cost."""

PLACE = 5
"""Tokens of the longest phrase that is no clause without a verb: `À cette occasion, | dit-elle,`."""

SET_OFF = pattern(
    "COMMA DASH? NOT (COMMA | STOP | SEMICOLON | COLON | OPENING | CLOSING | REPORTING | BREAK)*"
)
"""The comma before a tail and what stands between it and the verb: `…, the minister | said`."""

BY_DASH = pattern("DASH (ADVERB | OBJECT | NEGATION)*")
"""The dash in its stead, where pronouns are dropped: `Il forno – spiega Roi – è freddo`."""

AFTER_TAIL = pattern(
    "(PREPOSITION | TIME | NUMBER | BRACKET | UNBRACKET | RELATIVE | ADVERB)"
    " NOT (VERB | SUBJECT | COMPLEMENTISER | INTERROGATIVE | OPENING | COMMA | DASH | STOP | SEMICOLON)*"
)
"""What may still belong to a tail after its verb and who speaks: `he said | on Monday in Lor`."""

ENDS = pattern("(ADVERB | TIME)* (STOP | BREAK)*")
"""What a verb without a subject has after it in a tail."""
AFTER_WORDS = any_of("CLOSING COMMA STOP")
"""What no dash stands after that parts a bare clause from its verb."""

TO_MARKS = pattern("COLON OPENING ANY*")
"""What a tail leads to: `…, sagte Roy | : „…“`."""

STOPS = any_of("STOP SEMICOLON")
PAUSE = any_of("COMMA DASH")
REPORTED = any_of("COMPLEMENTISER INTERROGATIVE")
"""What opens a clause of the verb's own after a tail."""

TOLD = pattern("ANY* CLOSING (COMMA | DASH)+ REPORTING ANY*")
"""What holds marked words that have a verb of their own: a second one only passes them on."""

SUBORDINATE = pattern("(SUBORDINATOR | INTERROGATIVE) NOT (COMMA | PREPOSITION | NUMBER) NOT COMMA*")
"""A clause that only leads to the narrator's own, the verb being second: `Als es regnete, | warnte Roy`."""
LONE_STANCES = ("neutral", "assertive", "factive")
"""What a verb without its subject says of a clause before it; other verbs are mostly acts: `…, accusa.`"""

PREDICATE = pattern("NAME WORD (PREPOSITION | DETERMINER | ADVERB)")
"""A noun and its verb, where all nouns have capitals: `Das Kraut | hilft gegen`."""

NAMED = pattern("NAME{1,4} (COMMA | STOP)")
FIRST_COMMA = pattern("COMMA")
FIRST_DASH = pattern("DASH")
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
        whole = goes_on or not _is_adjunct(reading, first, comma)
        ends = after >= sentence.last or reading.line[after] in STOPS
        follows = source is None or source[0] > cue.first
        if subject or (whole and _stands(sentence, first, comma, follows, ends)):
            yield clause(reading, (first, comma), "clause_tail", cue, source)
        if goes_on:
            yield clause(reading, (after, clause_end(sentence, after + 1, cue)), "clause_tail", cue, source)


def _frame(sentence: Sentence, cue: Cue, first: int) -> tuple[int, Stretch | None, int] | None:
    """The comma before a verb in the tail, who speaks, and the token where the words go on."""
    comma = _comma(sentence, cue)
    if comma is None or comma <= first or not _turns(sentence, cue) or _says_nothing(sentence, first, comma):
        return None
    opened, turned = comma + 1 + _opens_as_tail(sentence, comma), _is_turned(sentence, cue, comma)
    own = turned and cue.form != "passive"
    source = inverted(sentence, cue, sentence.last) if own else speaker(sentence, cue)
    if source is None:
        return (comma, None, sentence.last) if turned and _is_alone(sentence, cue) else None
    near = turned or comma < source[0] <= opened
    if not near or opinion(sentence, cue, source) or not _may_speak(sentence, comma, source):
        return None
    told = cue.lemma in sentence.words("recipient_verbs") and source[0] < cue.first
    stop = skip_adjuncts(sentence, cue) if told else max(cue.last, source[1])
    after = None if _is_relative(sentence, source) else _rest(sentence, stop)
    return None if after is None else (comma, source, after)


def _is_relative(sentence: Sentence, source: Stretch) -> bool:
    """Whether a source is a determiner that stands for the noun before it: `der Wirt, | der | sagte`."""
    alone = sentence.reading.line[slice(*source)] == DETERMINER
    return alone and sentence.switch("relative_speaks")


def _opens_as_tail(sentence: Sentence, comma: int) -> bool:
    """Whether a tail opens with a word such as "as": `, | como dijo la alcaldesa`."""
    return sentence.reading.listed(comma + 1, "as_words")


def _is_turned(sentence: Sentence, cue: Cue, comma: int) -> bool:
    """Whether a verb opens its tail, so that who speaks follows it."""
    reading, begins = sentence.reading, FIRST_DASH.skip(sentence.reading.line, comma + 1, cue.first)
    inner = (at for at in range(begins, cue.first) if not reading.listed(at, "as_words"))
    apposed = not (_opens_as_tail(sentence, comma) or _names(sentence, cue)) and _apposed(sentence, comma)
    return reaches(sentence, next(inner, cue.first), cue) and not apposed


def _may_speak(sentence: Sentence, comma: int, source: Stretch) -> bool:
    """Whether who follows a verb in the tail is no object of it: not `, anunció | su dimisión`."""
    after_as = _opens_as_tail(sentence, comma) and source[0] > comma + 1
    known = not after_as and sentence.switch("known_speakers")
    gerund = sentence.reading.ends_as(source[0], "gerund_endings")  # continuou | voando
    return not gerund and (not known or speaks(sentence.reading, source))


def _says_nothing(sentence: Sentence, first: int, comma: int) -> bool:
    """Whether nothing is said before a comma: `Об этом, как пишет ТАСС, | сообщила`, `Как пишет ТАСС, |`."""
    reading = sentence.reading
    opened = length_at(phrases(reading.lexicon, "looking_back"), reading.lows, first)
    points = opened > 0 and reading.line[first + opened] == COMMA
    return points or (opens_as(sentence, first) and FIRST_COMMA.find(reading.line, first, comma) is None)


def opens_as(sentence: Sentence, first: int) -> bool:
    """Whether a clause with "as" and a verb of reporting begins at a token: `Как пишет ТАСС, печь погасла`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> from analysis.text.quotes.sentence import each
    >>> told = ("Como dijo Roy, el bac parte.", "Como regla, dijo Roy, el bac parte.")
    >>> made = [each(*verbs.find(reading.read(text, lexicon.load("es")))) for text in told]
    >>> [opens_as(one, one.first) for sentences in made for one in sentences]
    [True, False]
    """
    comma = FIRST_COMMA.find(sentence.reading.line, first, sentence.last) or first
    return sentence.reading.listed(first, "as_openers") and REPORTING in sentence.reading.line[first:comma]


def _is_alone(sentence: Sentence, cue: Cue) -> bool:
    """Whether a common verb that leaves its subject out ends the sentence: `El horno arde, | afirma`."""
    line, found = sentence.reading.line, speaker(sentence, cue)
    dropped = cue.tier == 1 and not denied(sentence, cue) and subjectless(sentence, cue)
    says_so = cue.stance in LONE_STANCES
    own = found is not None and line[found[1]] == COMMA  # La alcaldesa, muy enfadada, contestó
    return dropped and says_so and not own and ENDS.fits(line, cue.last, sentence.last)


def _turns(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of saying may come after its words: finite, or in French `a tenu à | préciser`.

    A passive may after `as`: `secondo quanto | riferito dalla questura`.
    """
    turns = cue.form == "finite" or (cue.form == "infinitive" and sentence.switch("clitic_inversion"))
    nobody = sentence.switch("pro_drop") and sentence.reading.listed(cue.first - 1, "reflexives")
    account = cue.form == "passive" and sentence.reading.listed(cue.first - 1, "as_words")
    return (turns or account) and says(sentence, cue) and not nobody  # se considera un error


def _comma(sentence: Sentence, cue: Cue) -> int | None:
    """The comma before a verb and its subject, where they come after a clause."""
    reading, floor = sentence.reading, max(sentence.first, cue.first - FRAME)
    comma = SET_OFF.skip_back(reading.line, cue.first, floor)
    dash = BY_DASH.skip_back(reading.line, cue.first, floor) if sentence.switch("pro_drop") else cue.first
    if dash < cue.first and _parts_words(reading, dash):
        return dash
    if sentence.switch("verb_bracket") and comma + 1 == cue.first:  # , wie | Roy, der Wirt, | sagte
        places = range(comma - 1, floor, -1)
        as_ = (at for at in places if reading.line[at] == COMMA and reading.listed(at + 1, "as_words"))
        comma = next(as_, comma)
    openers = (at for at in range(comma, cue.first) if reading.line[at] in CLAUSE_OPENER)
    plain = all(reading.listed(at, "as_words") for at in openers)
    return comma if plain and comma < cue.first else None


def _parts_words(reading: Reading, dash: int) -> bool:
    """Whether a dash has a space and a plain word before it: no hyphen, and no dash after marks."""
    spaced = reading.text[reading.starts[dash] - 1].isspace()
    return spaced and reading.line[dash - 1] not in AFTER_WORDS


def _names(sentence: Sentence, cue: Cue) -> bool:
    """Whether a name follows a verb that has no object: `said | Ada Roy`, not `told | Ada Roy`."""
    told = cue.lemma in sentence.words("recipient_verbs")
    return not told and NAMED.skip(sentence.reading.line, cue.last, sentence.last) > cue.last


def _apposed(sentence: Sentence, comma: int) -> bool:
    """Whether a comma closes the apposition of the subject that opens a sentence: `Lee, my boss, | said`."""
    reading = sentence.reading
    paused = FIRST_COMMA.find(reading.line, sentence.first, comma)
    two = paused is not None and (sentence.switch("verb_second") or _is_named(sentence, paused, comma))
    whole = sentence.switch("verb_second") and PREDICATE.within(reading.line, sentence.first, comma)
    told = (two and not whole) or sentence.switch("verb_endings")
    subject = subjects.before(reading, comma + 1, sentence.first) if told else None
    return subject is not None and subject[0] <= lead(sentence)


def _is_named(sentence: Sentence, comma: int, last: int) -> bool:
    """Whether nothing but somebody stands before the first of two commas: `Orne, | subida a una mesa,`."""
    reading, first = sentence.reading, lead(sentence)
    two = comma > first and FIRST_COMMA.find(reading.line, comma + 1, last) is None
    whole = two and phrase_after(reading, first, comma) == comma
    return whole and (reading.line[comma - 1] == NAME or is_title(reading, comma - 1))


def _stands(sentence: Sentence, first: int, comma: int, turned: bool, ends: bool) -> bool:
    """Whether what comes before the frame is a clause: not `After the vote, | Lee said that`."""
    reading = sentence.reading
    if comma - first < SHORTEST - 1 or TOLD.fits(reading.line, first, comma):
        return False
    if not ends and comma - first <= PLACE and reading.line[first] == PREPOSITION:
        return has_verb(reading, first, comma)
    if sentence.switch("verb_second") and SUBORDINATE.fits(reading.line, first, comma):
        return False
    if not sentence.switch("verb_endings"):
        return turned or reading.listed(comma + 1, "as_words") or has_verb(reading, first, comma)
    gerund = ends and reading.line[first] not in ADJUNCT  # Closing it is hard, | he said.
    adjunct = not gerund and _opens(sentence, first, ADJUNCT)
    start = FIRST_COMMA.find(reading.line, first, comma) if adjunct else first
    return start is not None and has_verb(reading, start, comma)


def _is_adjunct(reading: Reading, first: int, comma: int) -> bool:
    """Whether a prepositional phrase is all that stands before a comma: `In ogni caso, | conferma Roy: “`."""
    return reading.line[first] == PREPOSITION and phrase_after(reading, first + 1, comma) == comma


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
    shortest = SHORTEST - has_verb(reading, after, after + 1)  # …, he said, was well
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
    if sentence.switch("verb_second") and TO_MARKS.fits(line, stop, last):
        return last
    reported = sentence.switch("comma_clause") and line[stop + 1 : stop + 2] in REPORTED
    if reported and reading.listed(stop + 1, "words.relatives"):  # aus Lor | , wo es regnet
        return last
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
