"""Where a reported clause begins and ends."""

from functools import cache

from analysis.text.grammar.classes import (
    COMMA,
    COORDINATOR,
    DETERMINER,
    OPENING,
    PREPOSITION,
    SEMICOLON,
    VERB,
    WORD,
    any_of,
)
from analysis.text.grammar.noun_phrases import RENAMED, phrase_after, subject_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.word_lists import endings
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import fronted, media
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.verbs.cues import Cue

FINITE = VERB
"""Classes of words that are finite verbs."""

LONGEST = 160
"""Tokens in the longest reported clause: bounds cost."""

SUBJECT_TOKENS = 6
"""Tokens in the longest subject after an "and" that ends a clause: a longer phrase is part of a list."""

MAY_END = pattern("COMMA | COORDINATOR | SEMICOLON | COLON")
LOOSE_END = pattern("(STOP | BREAK | COMMA | DASH | COLON | COORDINATOR)*")
BUT_NOUN = pattern("COORDINATOR DETERMINER NOUN STOP*")
"""A contrast that ends a clause and is no clause itself: `não é a investigação, | mas o julgamento.`"""

RELATIVE_CLAUSE = pattern("COMMA RELATIVE")
ADVERBS = pattern("ADVERB*")
DATE = pattern("DETERMINER NUMBER TIME+")

ASIDE = pattern("COMMA PREPOSITION NOT (VERB | PUNCTUATION | CLAUSE_OPENER | SUBJECT){1,12} COMMA")
"""What commas set off between a verb and its clause: `a demandé, avec calme, | si`."""

CIRCUMSTANCE = any_of("TIME ADVERB ENCLITIC")
RECIPIENT = any_of("OBJECT SUBJECT")
OPENS_PARTICIPLE = any_of("COMMA SUBORDINATOR INTERROGATIVE")
LINK = any_of("ADVERB COORDINATOR")
"""What may stand between a comma and the word that says a clause is over: `, and then | said`."""

TO_PAUSE = pattern("(NOT (COMMA | SEMICOLON | COLON | STOP))*")
BRIEF = pattern("DETERMINER? NOUN (PREPOSITION DETERMINER? NOUN)*")
"""What has no room for a verb: `the trial of the mayor`."""

OPENS_MAIN = any_of("SUBJECT DETERMINER NAME")
OPENS_TIME = any_of("PREPOSITION TIME")
LINKS_NOUN = any_of("PREPOSITION ADVERB")

INFLECTED = any_of("WORD NEGATION")
"""What is told to be a verb by its ending alone."""


def skip_adjuncts(sentence: Sentence, cue: Cue) -> int:
    """The token after what may stand between a verb and its clause: whom it is told, times, places.

    en: told reporters | that; said on Monday | he would. fr: a indiqué mardi à la presse | que.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading, sentence
    >>> read = reading.read("Le maire a indiqué mardi à la presse que le bac part.", lexicon.load("fr"))
    >>> [one] = sentence.each(*verbs.find(read))
    >>> read.printed(skip_adjuncts(one, one.cues[0]), one.last)
    'que le bac part.'
    """
    at = cue.last
    if cue.lemma in sentence.words("recipient_verbs"):
        at = _recipient(sentence, at)
    while at < sentence.last and (after := _adjunct(sentence, at)) > at:
        at = after
    return ASIDE.skip(sentence.reading.line, at, sentence.last)


def _adjunct(sentence: Sentence, at: int) -> int:
    """The token after an adverb, a time or a prepositional phrase; the same token where none stands."""
    reading = sentence.reading
    if reading.line[at] in CIRCUMSTANCE:
        return at + 1
    if reading.line[at] == DETERMINER and (stop := DATE.skip(reading.line, at, sentence.last)) > at:
        return stop
    if sentence.switch("recipient_case") and (told := media.addressed(reading, at, sentence.last)):
        return told[1]
    if not reading.listed(at, "adjuncts"):
        return at
    if reading.line[at] == WORD:  # late | on Tuesday
        return at + (reading.line[at + 1 : at + 2] in OPENS_TIME)
    stop = phrase_after(reading, at + 1, sentence.last) if reading.line[at] == PREPOSITION else at
    return _told(sentence, at, stop if stop > at + 1 else at)


def _recipient(sentence: Sentence, at: int) -> int:
    """The token after whom something is told: a pronoun, or a phrase that a clause's own subject ends."""
    reading = sentence.reading
    if at < sentence.last and (reading.line[at] in RECIPIENT or reading.listed(at, "recipient_pronouns")):
        return at + 1
    stop = phrase_after(reading, at, sentence.last)
    named = RENAMED.find(reading.line, at, stop)
    return _told(sentence, at, stop if named is None else named + 1)


def _told(sentence: Sentence, at: int, stop: int) -> int:
    """The token after the medium that begins at a token, or after the phrase: `the Today | programme`."""
    told = media.addressed(sentence.reading, at, sentence.last) if at < sentence.last else None
    return max(stop, told[1]) if told else stop


def clause_end(sentence: Sentence, start: int, cue: Cue) -> int:
    """The token after a reported clause: before the final stop, or where something else begins.

    Args:
        sentence: the sentence of the clause.
        start: the token from which its end is looked for: its first or the next.
        cue: the verb that reports it; what the verb stands in may close at a comma.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading, sentence
    >>> read = reading.read("The captain said the ferry was late, but nobody had waited.", lexicon.load("en"))
    >>> [one] = sentence.each(*verbs.find(read))
    >>> read.printed(3, clause_end(one, 3, one.cues[0]))
    'the ferry was late'
    """
    reading, at, last = sentence.reading, start, min(sentence.last, start + LONGEST)
    if main := fronted.main(sentence, cue):
        last = min(last, main[0] - 1)
    aside = _aside(sentence, cue)
    while (found := MAY_END.find(reading.line, at, last)) is not None:
        if reading.inside[found] >= 0:
            at = reading.edges[reading.inside[found]][1]
            last = max(last, at)
        elif _ends(sentence, found, start, cue) or (aside and _closes(sentence, found, cue)):
            last = found
        else:
            at = found + 1
    return LOOSE_END.skip_back(reading.line, last, start)


def _aside(sentence: Sentence, cue: Cue) -> bool:
    """Whether a comma closes what the verb is in: `Lee, who said …, left`; `If she says …, Lee leaves`."""
    line, first = sentence.reading.line, cue.first
    condition = sentence.reading.listed(sentence.first, "conditions")
    fronted = condition and COMMA not in line[sentence.first : first]
    relative = fronted or RELATIVE_CLAUSE.skip_back(line, first, sentence.first) < first
    opens = first == sentence.first or line[first - 1] in OPENS_PARTICIPLE
    return relative or (cue.form == "passive" and cue.first == cue.head and opens)


def _closes(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a token is the comma that closes what a verb is in."""
    reading = sentence.reading
    if reading.listed(sentence.first, "conditions"):  # if she says …, | the council will
        return reading.line[at] == COMMA and reading.line[at + 1 : at + 2] in OPENS_MAIN
    plain = cue.form == "passive" or not sentence.switch("verb_endings")
    return reading.line[at] == COMMA and (plain or has_verb(reading, at + 1, at + 2))


def _ends(sentence: Sentence, at: int, start: int, cue: Cue) -> bool:
    """Whether a reported clause, looked at from `start`, ends at a sign or an "and"."""
    line, sign = sentence.reading.line, sentence.reading.line[at]
    if sign == COMMA:
        return at > start and _comma_ends(sentence, at + 1) and not _same_clause(sentence, at + 1, cue)
    if sign == COORDINATOR:
        return at > start and _and_ends(sentence, at + 1)
    return sign == SEMICOLON or (line[at + 1 : at + 2] == OPENING and ":" in sentence.words("breakers"))


def _comma_ends(sentence: Sentence, at: int) -> bool:
    """`, but`, `, adding`, `, and then said`."""
    reading, breakers = sentence.reading, sentence.words("breakers")
    while at + 1 < sentence.last and reading.lows[at] not in breakers:
        if reading.line[at] not in LINK and not reading.listed(at, "gerund_leads"):
            break
        at += 1
    cue = sentence.by_first.get(at)
    goes_on = cue is not None and cue.form in ("gerund", "finite")
    contrast = BUT_NOUN.fits(reading.line, at, sentence.last)
    return at < sentence.last and (goes_on or (reading.lows[at] in breakers and not contrast))


def _same_clause(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a "but" goes on without a verb of its own, or in the same view: `not his, | but hers`."""
    line = sentence.reading.line
    if line[at] != COORDINATOR or cue.form == "phrase":
        return line[at] == COORDINATOR
    stop = TO_PAUSE.skip(line, at + 1, sentence.last)
    brief = BRIEF.fits(line, at + 1, stop) or line[at + 1 : at + 2] in LINKS_NOUN
    return brief and not has_verb(sentence.reading, at + 1, stop)


def _and_ends(sentence: Sentence, at: int) -> bool:
    """`and said`, `and she felt`."""
    reading = sentence.reading
    at = ADVERBS.skip(reading.line, at, sentence.last)
    if cue := sentence.by_first.get(at):
        return cue.form == "gerund" or (cue.form == "finite" and cue.tier == 1)
    listed = reading.line[at : at + 1] == WORD and sentence.switch("relative_that")  # produtos e | serviços
    subject = None if listed else subject_after(reading, at, min(at + SUBJECT_TOKENS, sentence.last))
    second = sentence.by_first.get(subject[1]) if subject else None
    return second is not None and second.form == "finite"


def has_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch holds what looks like a finite verb of its own.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("The late ferry. The ferry was late.", lexicon.load("en"))
    >>> [has_verb(told, first, last) for first, last in told.sentences]
    [False, True]
    """
    if not VERB.isdisjoint(reading.line[first:last]):
        return True
    known = _finite_endings(reading.lexicon)
    stretch = zip(reading.line[first:last], reading.lows[first:last], strict=True)
    return any(low.endswith(known) for tag, low in stretch if tag in INFLECTED)


@cache
def _finite_endings(lexicon: Lexicon) -> tuple[str, ...]:
    """Endings that tell a finite verb: `partirait`, `welcomed`, `don't`."""
    lists = ("finite_endings", "verb_endings", "negative_endings")
    return tuple(ending for name in lists for ending in endings(lexicon, name))
