"""Rules for reported clauses that follow their verb."""

from collections.abc import Iterator

from analysis.text.grammar.classes import (
    AUXILIARY,
    COMMA,
    COMPLEMENTISER,
    INTERROGATIVE,
    PREPOSITION,
    SUBJECT,
    any_of,
)
from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end, has_verb, skip_adjuncts
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import denied, opinion, speaker, subjectless
from analysis.text.quotes.verbs.cues import Cue

RARE = 3
"""Tier of verbs that need a word to open their clause."""

REACH = 14
"""Tokens between a verb and its complementiser."""

PASSIVE_REACH = 4
"""The same after a passive, which takes no object."""

OPENS_CLAUSE = any_of("SUBJECT DETERMINER NOUN NUMBER OPENING")
"""What a clause that no word opens may begin with."""

LACKS_SUBJECT = any_of("RELATIVE INTERROGATIVE")
"""What stands for the subject of a clause: `what | he said was true`."""

HAS_OBJECT = any_of("DETERMINER WORD NUMBER")
"""What the object of a verb may begin with."""

INFINITIVE = any_of("WORD AUXILIARY REPORTING")

WORDS_OF_VERB = pattern("(NEGATION | OBJECT | ADVERB)*")
"""What an infinitive may have before it: `ne pas l'avoir dit`."""

LATE_HELPER = pattern("AUXILIARY | FINITE")
"""What may end a verb in two parts: `war vermutet | worden, dass`."""

OPENS_OR_ENDS = pattern(
    "COMPLEMENTISER | INTERROGATIVE | VERB | STOP | SEMICOLON | COLON | OPENING | COMMA DETERMINER"
)
"""What opens a verb's clause, or shows that none follows."""

MARKED_BEFORE = pattern("ANY* CLOSING (COMMA | DASH | ADVERB | NEGATION | OBJECT)*")
"""A sentence up to a verb that marked words stand before."""

OWN_VERB = pattern("(NOT RELATIVE)* VERB")
"""A verb that is no relative clause's."""

TO_MARKER = pattern("(NOT (SEMICOLON | COLON | COMMA | OPENING | COMPLEMENTISER | REPORTING))*")
"""What a verb and its infinitive may have between them: `accuse la mairie | d'avoir menti`."""

TO_CLAUSE = pattern(
    "(NOT (STOP | SEMICOLON | COLON | OPENING | COMPLEMENTISER | INTERROGATIVE | REPORTING)){0,6}"
    "COLON (SUBJECT | DETERMINER | NOUN | NUMBER | NEGATION)"
)
"""Adjuncts up to a colon and the first word of the clause that it opens."""


def that(sentence: Sentence) -> Iterator[Candidate]:
    """A clause opened by a complementiser.

    fr: Il a noté que le pays va bien. en: He noted that the country was well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The captain told the bakers on Monday that no ferry runs.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('that no ferry runs', 'told', 'The captain', 'that')
    """
    for cue in _leading_on(sentence):
        opening = _complementiser(sentence, cue)
        if opening is not None:
            yield from _opened(sentence, cue, opening, "that")


def question(sentence: Sentence) -> Iterator[Candidate]:
    """A reported question, opened by its own word.

    fr: Elle a demandé si le pays allait bien. en: She asked whether the country was well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Les boulangers ont demandé quand le bac partirait.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('quand le bac partirait', 'ont demandé', 'Les boulangers', 'question')
    """
    line, untaken = sentence.reading.line, sentence.words("label_verbs") | sentence.words("belief_verbs")
    for cue in _leading_on(sentence):
        opening = skip_adjuncts(sentence, cue)
        opening += sentence.switch("comma_clause") and line[opening : opening + 1] == COMMA
        if line[opening : opening + 1] == INTERROGATIVE and cue.lemma not in untaken:
            yield from _opened(sentence, cue, opening, "question")


def _opened(sentence: Sentence, cue: Cue, opening: int, rule: str) -> Iterator[Candidate]:
    """The clause from its opening word to its end; a passive or a dropped subject leaves no source."""
    source = speaker(sentence, cue)
    unsaid = source is None and not subjectless(sentence, cue)
    if unsaid or (rule != "infinitive" and opinion(sentence, cue, source)):
        return
    if denied(sentence, cue) and not (rule == "question" and sentence.switch("negated_questions")):
        return
    end = clause_end(sentence, opening + 1, cue)
    if end - opening >= SHORTEST:
        passive = source is None and cue.form == "passive"
        yield clause(sentence.reading, (opening, end), "passive" if passive else rule, cue, source)


def _leading_on(sentence: Sentence) -> Iterator[Cue]:
    """The verbs that may open a clause; after one that follows marked words comes who speaks."""
    line = sentence.reading.line
    for cue in sentence.cues:
        if cue.form != "finite" or not MARKED_BEFORE.fits(line, sentence.first, cue.first):
            yield cue


def _complementiser(sentence: Sentence, cue: Cue) -> int | None:
    """The token that opens a verb's clause: right after it, after an adjunct, or after an incise."""
    reading, line, near = sentence.reading, sentence.reading.line, skip_adjuncts(sentence, cue)
    if sentence.switch("relative_that") and line[near : near + 1] in HAS_OBJECT:
        return None
    reach = PASSIVE_REACH if cue.form == "passive" else REACH
    start = LATE_HELPER.skip(line, near, sentence.last)
    opening = OPENS_OR_ENDS.find(line, start, min(cue.last + reach, sentence.last))
    if opening is None or line[opening] != COMPLEMENTISER:
        return None
    return None if reading.listed(opening - 1, "conjunction_parts") else opening


def zero(sentence: Sentence) -> Iterator[Candidate]:
    """A clause right after its verb, without a complementiser.

    en: The minister said the country was well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The harbour master told the council the ferry was late.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('the ferry was late', 'told', 'The harbour master', 'zero')
    """
    if not sentence.switch("zero_complementiser"):
        return
    untaken = sentence.words("label_verbs")
    for cue in _leading_on(sentence):
        opening, source = skip_adjuncts(sentence, cue), speaker(sentence, cue)
        if source is None or cue.tier == RARE or cue.lemma in untaken or _of_preposition(sentence, cue):
            continue
        if _opens(sentence, opening, source) and _is_clause(sentence, opening, cue):
            yield from _opened(sentence, cue, opening, "zero")


def _of_preposition(sentence: Sentence, cue: Cue) -> bool:
    """`banned from | claiming`: a gerund that a preposition makes a noun."""
    reading, before = sentence.reading, cue.first - 1
    governed = cue.form == "gerund" and reading.line[before] == PREPOSITION
    return governed and not reading.listed(before, "gerund_leads")


def _opens(sentence: Sentence, at: int, source: Stretch) -> bool:
    """Whether a clause may begin here: with its own subject, or without in `what he said | was true`."""
    line, before = sentence.reading.line, source[0] - 1
    lacking = before >= sentence.first and line[before] in LACKS_SUBJECT
    return line[at : at + 1] in OPENS_CLAUSE or (lacking and line[at : at + 1] in AUXILIARY)


def _is_clause(sentence: Sentence, opening: int, cue: Cue) -> bool:
    """Whether a clause has a finite verb; to a verb of plain saying, what looks like one will do."""
    reading, end = sentence.reading, clause_end(sentence, opening + 1, cue)
    if reading.line[opening] == SUBJECT:
        return True
    if cue.tier == 1 and cue.stance == "neutral":
        return has_verb(reading, opening, end)
    after = phrase_after(reading, opening, end)
    apposed = reading.line[after : after + 1] == COMMA
    return not apposed and OWN_VERB.skip(reading.line, opening, end) > opening


def infinitive(sentence: Sentence) -> Iterator[Candidate]:
    """An infinitive that a verb of saying takes.

    fr: Le ministre affirme avoir prévenu le maire. Ils accusent la mairie d'avoir menti.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Les boulangers accusent la mairie d'avoir fermé le pont.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ("d'avoir fermé le pont", 'accusent', 'Les boulangers', 'infinitive')
    """
    if not sentence.switch("bare_infinitive"):
        return
    for cue in sentence.cues:
        opening = cue.last if cue.tier == 1 and _is_infinitive(sentence, cue.last) else None
        if opening is None and cue.lemma in sentence.words("infinitive_verbs"):
            opening = _prepositional(sentence, cue)
        if opening is not None and cue.form != "passive":
            yield from _opened(sentence, cue, opening, "infinitive")


def _prepositional(sentence: Sentence, cue: Cue) -> int | None:
    """`accuse la mairie | d'avoir menti`."""
    reading, reach = sentence.reading, min(cue.last + REACH, sentence.last)
    for at in range(cue.last, TO_MARKER.skip(reading.line, cue.last, reach)):
        if reading.listed(at, "infinitive_markers") and _is_infinitive(sentence, at + 1):
            return at
    return None


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive begins at a token: `ne pas avoir prévenu`."""
    reading = sentence.reading
    verb = WORDS_OF_VERB.skip(reading.line, at, sentence.last)
    verbal = verb < sentence.last and reading.line[verb] in INFINITIVE
    return verbal and reading.ends_as(verb, "infinitive_endings")


def after_colon(sentence: Sentence) -> Iterator[Candidate]:
    """A clause without marks after a verb and a colon.

    fr: Le préfet prévient : il faudra attendre. en: The minister warned: nobody would be paid.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The engineer warned: the dam would not hold.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('the dam would not hold', 'warned', 'The engineer', 'after_colon')
    """
    for cue in sentence.cues:
        opening = TO_CLAUSE.skip(sentence.reading.line, cue.last, sentence.last) - 1
        if opening > cue.last and cue.form == "finite" and cue.tier < RARE and speaker(sentence, cue):
            yield from _opened(sentence, cue, opening, "after_colon")
