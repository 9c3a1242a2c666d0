"""Rules for reported clauses that follow their verb."""

from collections.abc import Callable, Iterator

from analysis.text.grammar.classes import (
    AUXILIARY,
    COMMA,
    COMPLEMENTISER,
    INTERROGATIVE,
    NEGATION,
    OPENING,
    PREPOSITION,
    SUBJECT,
    VERB,
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

CLEAR = ("infinitive", "after_colon")
"""Rules whose opening leaves no doubt, even after a verb that follows marked words."""

REACH = 14
"""Tokens between a verb and its complementiser."""

PASSIVE_REACH = 4
"""The same after a passive, which takes no object."""

OPENS_CLAUSE = any_of("SUBJECT DETERMINER NOUN NUMBER OPENING")
"""What a clause that no word opens may begin with."""

NO_SUBJECT = pattern("(RELATIVE | INTERROGATIVE | COMPLEMENTISER) ANY+ AUXILIARY")
"""What stands for the subject of a clause, up to its verb: `what | he said was`."""

GAP = pattern(
    "NOUN (DETERMINER | SUBJECT | NAME) NOT (COMMA | STOP | COMPLEMENTISER | OPENING | CLOSING)* AUXILIARY"
)
"""A noun, who speaks, the verb, and what it goes on with: `a probe | the agency said was`."""

HAS_OBJECT = any_of("DETERMINER WORD NUMBER")
"""What the object of a verb may begin with."""

OBJECT_OPENS = HAS_OBJECT | any_of("NAME PREPOSITION")
INFINITIVE = any_of("WORD AUXILIARY REPORTING")

HOW_CLAUSE = pattern("SUBORDINATOR (DETERMINER | BE | NEGATION | OBJECT)")
"""`come` and the first word of the clause it opens, no name: `spiega | come Ada Roi fa`."""

ADVERBS = pattern("ADVERB*")
WORDS_OF_VERB = pattern("(NEGATION | OBJECT | ADVERB)*")
"""What an infinitive may have before it: `ne pas l'avoir dit`."""

ITS_OBJECT = pattern("DETERMINER AUXILIARY")
"""A pronoun that looks like an article, and an infinitive that is no noun: `les | avoir vus`."""

NEXT_CLAUSE = pattern("COMMA SUBJECT")
"""What an infinitive ends at."""

LATE_HELPER = pattern("AUXILIARY | FINITE")
"""What may end a verb in two parts: `war vermutet | worden, dass`."""

ADDS = pattern("(NOT COMMA)* NOUN COMMA")
"""What a relative clause only adds to, after a verb with an object: `mantiene un pulso con Roy, | que`."""

OPENS_OR_ENDS = pattern(
    "COMPLEMENTISER | INTERROGATIVE | VERB | STOP | SEMICOLON | COLON | OPENING | COMMA DETERMINER"
)
"""What opens a verb's clause, or shows that none follows."""

MARKED_NAME = pattern("OPENING (NAME | WORD | DETERMINER){1,4} CLOSING COMMA")
"""The name of a medium that is told: `sagte der | „Morgenpost“, | dass`."""

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


def reported(sentence: Sentence) -> Iterator[Candidate]:
    """The clauses that follow a verb, in each of the ways in which one may open."""
    for rule, opens in OPENINGS.items():
        for cue in sentence.cues:
            leads = rule in CLEAR or _leads_on(sentence, cue)
            opening = opens(sentence, cue) if leads else None
            if opening is not None:
                yield from _opened(sentence, cue, opening, rule)


def _leads_on(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb may open a clause; after one that follows marked words comes who speaks."""
    return cue.form != "finite" or not MARKED_BEFORE.fits(sentence.reading.line, sentence.first, cue.first)


def _opened(sentence: Sentence, cue: Cue, opening: int, rule: str) -> Iterator[Candidate]:
    """The clause from its opening word to its end; a passive or a dropped subject leaves no source."""
    source, end = speaker(sentence, cue), clause_end(sentence, opening + 1, cue)
    if rule == "infinitive":  # dit vouloir agir, | il agira
        end = NEXT_CLAUSE.find(sentence.reading.line, opening, end) or end
    unsaid = source is None and not subjectless(sentence, cue)
    thought = rule != "infinitive" and opinion(sentence, cue, source)
    asked = rule == "question" and sentence.switch("negated_questions")
    if not (unsaid or thought or (denied(sentence, cue) and not asked)) and end - opening >= SHORTEST:
        passive = source is None and cue.form == "passive"
        yield clause(sentence.reading, (opening, end), "passive" if passive else rule, cue, source)


def says(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb is a common one of saying, and not of naming, blaming or quoting."""
    others = sentence.words("label_verbs") | sentence.words("quoting_verbs")
    return cue.tier < RARE and cue.lemma not in others


def that(sentence: Sentence, cue: Cue) -> int | None:
    """The complementiser of a clause: right after the verb, after an adjunct, or after an incise.

    fr: Il a noté que le pays va bien. en: He noted that the country was well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The captain told the bakers on Monday that no ferry runs.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('that no ferry runs', 'told', 'The captain', 'that')
    """
    reading, line, near = sentence.reading, sentence.reading.line, skip_adjuncts(sentence, cue)
    if sentence.switch("relative_that") and line[near : near + 1] in HAS_OBJECT:
        return None
    reach = PASSIVE_REACH if cue.form == "passive" else REACH
    start = max(LATE_HELPER.skip(line, near, sentence.last), _turned(sentence, cue))
    opening = OPENS_OR_ENDS.find(line, start, min(cue.last + reach, sentence.last))
    names = cue.lemma not in sentence.words("label_verbs")
    if names and opening is not None and (end := _medium(sentence, opening)) > opening:
        opening = OPENS_OR_ENDS.find(line, end, min(end + reach, sentence.last))
    if opening is None or line[opening] != COMPLEMENTISER:
        return None
    adds = ADDS.fits(line, cue.last, opening) and not reading.listed(cue.first - 1, "as_words")
    relative = sentence.switch("relative_that") and (adds or _is_subject(sentence, cue, opening))
    return None if relative or reading.listed(opening - 1, "conjunction_parts") else opening


def _is_subject(sentence: Sentence, cue: Cue, opening: int) -> bool:
    """Whether what opens a clause is its subject, of a noun before it: `told a hall | that had met`."""
    verb = sentence.reading.line[opening + 1 : opening + 2] in VERB
    return verb and opening > cue.last and not sentence.switch("pro_drop")


def _medium(sentence: Sentence, at: int) -> int:
    """The token after a short name in marks and its comma: `sagte der | „Zeitung“, | dass`."""
    return MARKED_NAME.skip(sentence.reading.line, at, sentence.last)


def _turned(sentence: Sentence, cue: Cue) -> int:
    """The token after who speaks behind a verb in two parts: `ging Roy, der Wirt, | davon aus`."""
    source = speaker(sentence, cue) if sentence.switch("verb_bracket") else None
    return source[1] if source and source[0] >= cue.last else 0


def question(sentence: Sentence, cue: Cue) -> int | None:
    """The word that opens a reported question.

    fr: Elle a demandé si le pays allait bien. en: She asked whether the country was well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Les boulangers ont demandé quand le bac partirait.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('quand le bac partirait', 'ont demandé', 'Les boulangers', 'question')
    """
    line, at = sentence.reading.line, skip_adjuncts(sentence, cue)
    at += sentence.switch("comma_clause") and line[at : at + 1] == COMMA
    asks = cue.lemma not in sentence.words("label_verbs") | sentence.words("belief_verbs")
    opens = line[at : at + 1] == INTERROGATIVE or _is_how(sentence, at)
    asks = asks or (opens and cue.lemma in sentence.words("questioning_verbs"))
    return at if asks and opens else None


def _is_how(sentence: Sentence, at: int) -> bool:
    """Whether a word that may mean "as" opens a clause: `ha ricordato | come il porto sia nato tardi`."""
    reading = sentence.reading
    return HOW_CLAUSE.fits(reading.line, at, at + 2) and reading.listed(at, "how_words")


def zero(sentence: Sentence, cue: Cue) -> int | None:
    """The first token of a clause right after its verb, without a complementiser.

    en: The minister said the country was well.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The harbour master told the council the ferry was late.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('the ferry was late', 'told', 'The harbour master', 'zero')
    """
    if not (sentence.switch("zero_complementiser") and says(sentence, cue)) or _of_preposition(sentence, cue):
        return None
    if (source := speaker(sentence, cue)) is None:
        return None
    opening = skip_adjuncts(sentence, cue)
    return opening if _opens(sentence, opening, source) and _is_clause(sentence, opening, cue) else None


def _of_preposition(sentence: Sentence, cue: Cue) -> bool:
    """`banned from | claiming`: a gerund that a preposition makes a noun."""
    reading, before = sentence.reading, cue.first - 1
    governed = cue.form == "gerund" and reading.line[before] == PREPOSITION
    return governed and not reading.listed(before, "gerund_leads")


def _opens(sentence: Sentence, at: int, source: Stretch) -> bool:
    """Whether a clause may begin here: with its own subject, or without in `what he said | was true`."""
    line = sentence.reading.line
    gap = GAP.fits(line, source[0] - 1, at + 1) and source[1] <= at
    return gap or line[at : at + 1] in OPENS_CLAUSE or NO_SUBJECT.fits(line, source[0] - 1, at + 1)


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


def infinitive(sentence: Sentence, cue: Cue) -> int | None:
    """The infinitive that a verb of saying takes, or the preposition before it.

    fr: Le ministre affirme avoir prévenu le maire. Ils accusent la mairie d'avoir menti.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Les boulangers accusent la mairie d'avoir fermé le pont.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ("d'avoir fermé le pont", 'accusent', 'Les boulangers', 'infinitive')
    """
    if cue.form == "passive" or not sentence.switch("bare_infinitive"):
        return None
    if cue.tier == 1 and (opening := _bare(sentence, cue)) is not None:
        return opening
    return _prepositional(sentence, cue) if cue.lemma in sentence.words("infinitive_verbs") else None


def _bare(sentence: Sentence, cue: Cue) -> int | None:
    """The infinitive right after a verb, within marks that its object follows, or clear behind an adjunct."""
    reading, line = sentence.reading, sentence.reading.line
    at = ADVERBS.skip(line, cue.last, sentence.last)
    if line[at : at + 1] == OPENING:  # a dit « soutenir » | la maire
        closing = reading.edges[reading.inside[at]][1]
        at, clear = at + 1, line[closing : closing + 1] in OBJECT_OPENS
        return at if clear and _is_infinitive(sentence, at) else None
    if not _is_infinitive(sentence, at):
        at = skip_adjuncts(sentence, cue)
        verb = WORDS_OF_VERB.skip(line, at, sentence.last)
        clear = line[verb : verb + 1] in AUXILIARY or line[at : at + 1] == NEGATION
        return at if clear and _is_infinitive(sentence, at) else None
    return at


def _prepositional(sentence: Sentence, cue: Cue) -> int | None:
    """`accuse la mairie | d'avoir menti`."""
    reading, reach = sentence.reading, min(cue.last + REACH, sentence.last)
    between = range(cue.last, TO_MARKER.skip(reading.line, cue.last, reach))
    markers = (at for at in between if reading.listed(at, "infinitive_markers"))
    return next((at for at in markers if _is_infinitive(sentence, at + 1)), None)


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive begins at a token: `ne pas avoir prévenu`."""
    reading = sentence.reading
    verb = WORDS_OF_VERB.skip(reading.line, at, sentence.last)
    verb += ITS_OBJECT.fits(reading.line, verb, verb + 2)
    verbal = verb < sentence.last and reading.line[verb] in INFINITIVE
    return verbal and reading.ends_as(verb, "infinitive_endings")


def after_colon(sentence: Sentence, cue: Cue) -> int | None:
    """The first token of a clause without marks after a verb and a colon.

    fr: Le préfet prévient : il faudra attendre. en: The minister warned: nobody would be paid.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The engineer warned: the dam would not hold.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('the dam would not hold', 'warned', 'The engineer', 'after_colon')
    """
    opening = TO_CLAUSE.skip(sentence.reading.line, cue.last, sentence.last) - 1
    told = opening > cue.last and cue.form == "finite" and cue.tier < RARE
    return opening if told and speaker(sentence, cue) else None


OPENINGS: dict[str, Callable[[Sentence, Cue], int | None]] = {
    "that": that,
    "question": question,
    "zero": zero,
    "infinitive": infinitive,
    "after_colon": after_colon,
}
"""Rule → the token that opens the clause of a verb by it, None where none does."""
