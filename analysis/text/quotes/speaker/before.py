"""Who stands where a speaker stands: before a reporting verb, after it, or in its main clause."""

from analysis.text.grammar.classes import (
    ADVERB,
    COMMA,
    COMPLEMENTISER,
    HAVE,
    NAME,
    NOMINAL,
    NUMBER,
    OBJECT,
    PREPOSITION,
    RELATIVE,
    REPORTING,
    SUBJECT,
    VERB,
    WORD,
    any_of,
)
from analysis.text.grammar.noun_phrases import LONGEST, phrase_after, phrase_before, subject_after, verb_at
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import is_title, speaks
from analysis.text.quotes.reading import Reading

TIMES = pattern("PREPOSITION? (TIME | ADVERB | NUMBER)* (TIME | ADVERB)")
PARENTHESIS = pattern("NOMINAL BRACKET NOT BRACKET* UNBRACKET")
UNBROKEN = pattern("NOT (OPENING | CLOSING | SEMICOLON | COLON)*")
APPOSED = pattern("(NOUN | NUMBER | UNBRACKET | SUBJECT) (COMMA | DASH) NOT COORDINATOR")
IT_IS = pattern("ADVERB? BE+")
AGED = pattern("COMMA NUMBER NOUN")
DEFINED = pattern(
    "NOMINAL (RELATIVE | COMPLEMENTISER)"
    " NOT (RELATIVE | COMPLEMENTISER | COMMA | SEMICOLON | COLON | OPENING | CLOSING)*"
)
LEADS = pattern("NOT (AUXILIARY | REPORTING | COMMA | SEMICOLON | COLON | OPENING | CLOSING)*")
VERB_FIRST = pattern("NAME ADVERB* DETERMINER")
"""A verb, by its place and its capital, before its subject: `Interviene anche | il capogruppo`."""

INNER_NAME = pattern("(WORD | NUMBER) NAME")
INTRODUCTION = pattern("(COORDINATOR | ADVERB | INTERROGATIVE | DETERMINER NUMBER TIME NUMBER? COMMA)*")
SET_OFF = pattern("COMMA NAME")
ADVERBS = pattern("(ADVERB | TIME)+")
IN_RELATIVE = pattern("RELATIVE (DETERMINER | NAME)")
PLACED = pattern("UNBRACKET PREPOSITION")
"""What a place stands after in `die Agentur (ABC) in | Lor`."""

VERB_SUBJECT = pattern("VERB SUBJECT")
TO_PAUSE = pattern("NOT (COMMA | OPENING | CLOSING)* (COMMA | OPENING | CLOSING)?")

OPENERS = any_of("PUNCTUATION COMPLEMENTISER COORDINATOR SUBORDINATOR") - any_of("UNBRACKET QUOTE_MARK SIGN")
"""What may stand before the first phrase of a clause."""

NAMED = any_of("DETERMINER NOUN NUMBER")
ENDS_SUBJECT = any_of("NOUN SUBJECT RELATIVE ENCLITIC UNBRACKET")
CIRCUMSTANCE = any_of("PREPOSITION SUBORDINATOR")
JOINS_CLAUSE = any_of("COMMA DASH CLOSING COORDINATOR SUBORDINATOR COMPLEMENTISER RELATIVE")
APART = any_of("COMMA COMPLEMENTISER RELATIVE")
MARK = any_of("OPENING CLOSING")
AROUND_SUBJECT = OPENERS - any_of("OPENING COLON STOP BREAK") | any_of("ADVERB TIME")
"""What may stand before the subject that another verb shares."""

THING = "n"
"""Gender of a pronoun for a thing."""

ENDS_PHRASE = any_of("NOMINAL UNBRACKET")
PRONOUN, STANDS_ALONE, PAUSE = any_of("SUBJECT RELATIVE"), any_of("DETERMINER"), any_of("COMMA DASH")
DATED, OWNER, GOVERNS = any_of("TIME"), any_of("POSSESSIVE"), any_of("PREPOSITION")


def before(reading: Reading, end: int, floor: int) -> Stretch | None:
    """The noun phrase or pronoun that ends right before a token.

    Args:
        end: the token it must end at, mostly the first of a verb.
        floor: the first token of the sentence.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Ann Roy, head of the port, said no.", lexicon.load("en"))
    >>> told.printed(*before(told, told.lows.index("said"), 0))
    'Ann Roy, head of the port'
    """
    line, at = reading.line, TIMES.skip_back(reading.line, end, floor + 1) - 1
    if at < floor:
        return None
    if line[at] == COMPLEMENTISER and (found := _related(reading, at, floor)):
        return found
    if line[at] in PRONOUN or _stands_alone(reading, at, floor) or DEFINED.fits(line, at - 1, end):
        return at, at + 1
    if line[at] in NOMINAL:
        return _phrase(reading, at + 1, floor)
    if line[at] in PAUSE:
        return _apposed(reading, at, floor) if at == end - 1 else None
    return _antecedent(reading, at, floor) if line[at] == OBJECT else _parenthesis(reading, at, floor)


def _phrase(reading: Reading, end: int, floor: int) -> Stretch | None:
    """The noun phrase that ends before a token, with its title; what a place belongs to instead of it."""
    found = phrase_before(reading, end, floor)
    if found is None:
        return None
    placed = PLACED.skip_back(reading.line, found[0], floor) < found[0]
    if placed and switch(reading.lexicon, "verb_second"):
        return before(reading, found[0] - 1, floor)
    return _titled(reading, _trim(reading, *found, floor), floor)


def _stands_alone(reading: Reading, at: int, floor: int) -> bool:
    """Whether a determiner stands for a noun that speaks: `Many | say`; not a thing: `Das | sagte sie`."""
    if reading.line[at] not in STANDS_ALONE or not reading.listed(at, "pronominals"):
        return False
    gender, _ = reading.lexicon.section("pronouns").get(reading.lows[at], ("", ""))
    return not (at == floor and gender == THING and switch(reading.lexicon, "verb_second"))


def _opens(reading: Reading, at: int, floor: int) -> bool:
    """Whether a clause may begin with a token."""
    return at == floor or reading.line[at - 1] in OPENERS or IN_RELATIVE.fits(reading.line, at - 1, at + 1)


def _titled(reading: Reading, found: Stretch | None, floor: int) -> Stretch | None:
    """`Borland's prime minister, Ann Lee | said`: a name with the role that a comma sets before it."""
    if found is None or not SET_OFF.fits(reading.line, found[0] - 1, found[0] + 1):
        return found
    role = phrase_before(reading, found[0] - 1, floor)
    opens = role is not None and _opens(reading, role[0], floor) and is_title(reading, role[1] - 1)
    return (role[0], found[1]) if role and opens else found


def _parenthesis(reading: Reading, closing: int, floor: int) -> Stretch | None:
    """`Ann Lee (Ohio) | said`: the phrase before a parenthesis."""
    first = PARENTHESIS.skip_back(reading.line, closing + 1, floor)
    return before(reading, first + 1, floor) if first <= closing else None


def _apposed(reading: Reading, closing: int, floor: int) -> Stretch | None:
    """`Ann Lee, head of the union, | said`: the phrase before an apposition, the apposition included."""
    line, sign = reading.line, reading.line[closing]
    first = UNBROKEN.skip_back(line, closing, max(floor, closing - LONGEST))
    for at in range(closing - 2, first, -1):
        if line[at] == sign and APPOSED.fits(line, at - 1, at + 2):
            if line[at - 1] == SUBJECT and _opens(reading, at - 1, floor):
                return at - 1, at  # Ele, no entanto, | negou
            head = _parenthesis(reading, at - 1, floor) or phrase_before(reading, at, floor)
            aged = head is not None and AGED.fits(line, head[0] - 1, head[0] + 2)  # Roy, 54 anni, due figli,
            if head and not aged and (head := _opened(reading, head, floor)):
                return (head[0], closing) if line[at + 1] in NAMED and sign == COMMA else head
    return _leading(reading, closing, floor) if sign == COMMA else None


def _opened(reading: Reading, found: Stretch, floor: int) -> Stretch | None:
    """A phrase that opens its clause, alone or after a time or an adjunct: `In a statement | Ann Lee`."""
    first = found[0]
    adverb = first - 1 == floor and reading.line[floor] == ADVERB  # Já | o prefeito, Ivo Roy, disse
    if adverb or _opens(reading, first, floor) or reading.line[first - 1] in DATED:
        return found
    named = _trim(reading, *found, floor) if _opens(reading, first - 1, floor) else None
    return named if named and named[0] > first else None


def antecedent(reading: Reading, found: Stretch, floor: int) -> Stretch | None:
    """The phrase a relative pronoun stands for, or the phrase itself where it is none: `le maire, | qui`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("La capitaine, qui a dit non, sourit.", lexicon.load("fr"))
    >>> told.printed(*antecedent(told, (3, 4), 0))
    'La capitaine'
    """
    at = found[0]
    if reading.line[at] != RELATIVE or at <= floor + 1:
        return found
    if (named := cleft(reading, floor, at)) is not None:
        return named
    if reading.line[at - 1] in GOVERNS:  # un comunicado en el que | pide: no subject
        return None if reading.listed(at - 1, "adjuncts") else found
    at -= reading.line[at - 1] == COMMA
    return phrase_before(reading, at, floor) or found


def cleft(reading: Reading, floor: int, ceiling: int) -> Stretch | None:
    """Who a sentence begins with that sets its subject apart: `È stato | lo stesso Roi ad ammettere`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Fue la alcaldesa, en una carta, quien lo dijo.", lexicon.load("es"))
    >>> told.printed(*cleft(told, 0, len(told.lows)))
    'la alcaldesa'
    """
    at = IT_IS.skip(reading.line, floor, ceiling)
    if at == floor or not switch(reading.lexicon, "pro_drop"):
        return None
    found = subject_after(reading, at, ceiling)
    return found if found and speaks(reading, found) else None


def _related(reading: Reading, at: int, floor: int) -> Stretch | None:
    """`contestó Ada Orne, que | avisó`: the phrase before a relative pronoun that opens reports as well."""
    apart = reading.line[at - 1] == COMMA
    end = at - apart
    if (
        end <= floor
        or reading.line[end - 1] not in ENDS_PHRASE
        or not switch(reading.lexicon, "relative_subject")
    ):
        return None
    found = _parenthesis(reading, end - 1, floor) or phrase_before(reading, end, floor)
    if found is None or not (apart or speaks(reading, found)):
        return None
    last = _after_preposition(reading, *found), found[1]
    return last if speaks(reading, last) else found


def _after_preposition(reading: Reading, first: int, last: int) -> int:
    """Where the last phrase of some begins that prepositions join: `la carta a | Ada Orne, que`."""
    loose = (at for at in range(last - 2, first - 1, -1) if reading.line[at] in GOVERNS)
    return next((at + 1 for at in loose if not reading.listed(at, "ties")), first)


def _antecedent(reading: Reading, last: int, floor: int) -> Stretch | None:
    """`Groups that back her | say`: the phrase before a relative clause that ends with a token."""
    noun = DEFINED.skip_back(reading.line, last + 1, floor)
    return phrase_before(reading, noun + 1, floor) if noun <= last else None


def _leading(reading: Reading, comma: int, floor: int) -> Stretch | None:
    """`The results published in a journal this week, | revealed`: a long subject that one comma sets off."""
    end = phrase_after(reading, floor, comma) if LEADS.fits(reading.line, floor, comma) else floor
    return (floor, end) if end > floor else None


def _trim(reading: Reading, first: int, end: int, floor: int) -> Stretch | None:
    """Drop what belongs to the clause's opening: `In a statement | Trump`; None where only that is left."""
    line = reading.line
    first += line[first] in OWNER
    if first >= end or _oblique(reading, first, end, floor):
        return None
    if first > floor and line[first - 1] == RELATIVE and end - first > 1 and line[first] == WORD:
        return _antecedent(reading, first - 1, floor)
    if line[first] == NAME or first == floor or not reading.listed(first - 1, "adjuncts"):
        return first, end
    if (named := INNER_NAME.find(line, first, end)) is not None:
        return named + 1, end
    opens = first - 1 == floor or line[first - 2] in JOINS_CLAUSE
    return _before_adjunct(reading, first - 1, floor) if opens else _with_noun(reading, first, end, floor)


def _with_noun(reading: Reading, first: int, end: int, floor: int) -> Stretch:
    """A phrase with the noun before its preposition that opens the clause: `Le juge en | charge`."""
    noun = phrase_before(reading, first - 1, floor) if reading.line[first - 2] in NOMINAL else None
    return (noun[0], end) if noun and _opens(reading, noun[0], floor) else (first, end)


def _before_adjunct(reading: Reading, at: int, floor: int) -> Stretch | None:
    """The subject before an adjunct: `Ada Orne, like others, | in a letter`, `Ada Orne, que | en mayo`."""
    if at - 1 <= floor or reading.line[at - 1] not in APART:
        return None
    found = _apposed(reading, at - 1, floor) if reading.line[at - 1] == COMMA else before(reading, at, floor)
    return found if found and (reading.line[found[0]] in PRONOUN or speaks(reading, found)) else None


def _oblique(reading: Reading, first: int, end: int, floor: int) -> bool:
    """Whether, the verb being second, a phrase is no subject: `Am Abend | sagte`, `Dem Blatt | sagte`.

    Neither is a year, nor what something is: `Im Mai 2005 | sagte`, `Als Grund | nannte`.
    """
    if not switch(reading.lexicon, "verb_second"):
        return False
    governed = first > floor and (reading.line[first - 1] in GOVERNS or _is_predicate(reading, first, floor))
    year = reading.line[first:end] == NUMBER
    opens = ADVERBS.skip_back(reading.line, first, floor)  # den heute | starken Franken
    return governed or year or any(reading.listed(at, "oblique") for at in {first, max(opens - 1, floor)})


def _is_predicate(reading: Reading, first: int, floor: int) -> bool:
    """Whether a phrase says what something is, right before its verb: `Als Grund | nannte`."""
    return first == floor + 1 and reading.listed(floor, "as_predicates")


def nearest(reading: Reading, ceiling: int, floor: int) -> Stretch | None:
    """The subject that a coordinated verb shares: of the nearest verb before its "and" that has one.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("The mayor was ill, so the captain was alone and said no.", lexicon.load("en"))
    >>> told.printed(*nearest(told, told.lows.index("and"), 0))
    'the captain'
    """
    for at in range(ceiling - 1, floor, -1):
        verb = reading.inside[at] < 0 and _verbal(reading, at) and not _is_framed(reading, at, floor)
        if verb and (found := _around(reading, at, ceiling, floor)):
            return found
    return main(reading, floor, ceiling)


def _is_framed(reading: Reading, at: int, floor: int) -> bool:
    """Whether a verb is the participle that closes a frame: `hat Fehler | eingeräumt und …`."""
    framed = reading.line[at] == REPORTING and HAVE in reading.line[floor:at]
    return framed and switch(reading.lexicon, "verb_bracket")


def _around(reading: Reading, at: int, ceiling: int, floor: int) -> Stretch | None:
    """The subject of a verb in a main clause: before it, else, the verb being second, behind it."""
    line, opens = reading.line, reading.line[at - 1] in ENDS_SUBJECT
    found = before(reading, at, floor) if opens else None
    if found is None:
        return _turned(reading, at + 1, ceiling)
    return found if found[0] == floor or line[found[0] - 1] in AROUND_SUBJECT else None


def _turned(reading: Reading, at: int, ceiling: int) -> Stretch | None:
    """The subject right behind its verb, that being second: `Zugleich lobte | sie | den Rat und …`."""
    found = subject_after(reading, at, ceiling) if switch(reading.lexicon, "verb_second") else None
    return None if found and reading.listed(at, "oblique") else found


def main(reading: Reading, floor: int, ceiling: int) -> Stretch | None:
    """The subject of the clause that begins at `floor`: before its first verb, else its first phrase.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("On Monday the mayor was ill, so the captain was alone.", lexicon.load("en"))
    >>> told.printed(*main(told, 0, len(told.lows)))
    'the mayor'
    """
    if not switch(reading.lexicon, "verb_endings"):
        return opening(reading, floor, ceiling)
    for at in range(floor + 1, ceiling):
        if _verbal(reading, at) and (found := before(reading, at, floor)):
            return found
        if reading.line[at] in MARK:
            return None
    return None


def opening(reading: Reading, floor: int, ceiling: int) -> Stretch | None:
    """The phrase or pronoun that a clause begins with, what stands before its first comma left out.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Lundi, la capitaine du bac a souri.", lexicon.load("fr"))
    >>> told.printed(*opening(told, 0, len(told.lows)))
    'la capitaine du bac'
    """
    line, at = reading.line, INTRODUCTION.skip(reading.line, floor, ceiling)
    article = VERB_FIRST.skip(line, at, ceiling) - 1
    if article > at and switch(reading.lexicon, "pro_drop") and not reading.listed(article, "ties"):
        at = article
    if (placed := _behind_place(reading, at, ceiling)) is not None:
        return placed
    if at < ceiling and (line[at] in CIRCUMSTANCE or reading.ends_as(at, "participle_endings")):
        at = TO_PAUSE.skip(line, at, ceiling)
    found = subject_after(reading, at, ceiling)
    if found and switch(reading.lexicon, "verb_second") and (turned := _behind_verb(reading, found, ceiling)):
        return turned
    return found and (at, verb_at(reading, *found))


def _behind_place(reading: Reading, at: int, ceiling: int) -> Stretch | None:
    """The subject that no comma parts from the place before it: `Dal palco | la cantante`."""
    opens = reading.line[at:ceiling][:1] == PREPOSITION and switch(reading.lexicon, "pro_drop")
    end = phrase_after(reading, at + 1, ceiling) if opens else 0
    if end <= at + 1 or end >= ceiling or reading.line[end] not in STANDS_ALONE:
        return None
    found = subject_after(reading, end, ceiling)
    return found if found and speaks(reading, found) else None


def _behind_verb(reading: Reading, found: Stretch, ceiling: int) -> Stretch | None:
    """The subject behind its verb, where another case stands in front: `Den Bau lobt | Roy`."""
    if reading.listed(found[0], "oblique"):
        return _turned(reading, found[1] + 1, ceiling)
    at = VERB_SUBJECT.find(reading.line, found[1], ceiling)
    if at is None:
        return None
    gender, number = reading.lexicon.section("pronouns").get(reading.lows[at + 1], (THING, ""))
    return (at + 1, at + 2) if gender != THING and number else None


def _verbal(reading: Reading, at: int) -> bool:
    """Whether a token looks like a finite verb."""
    tag = reading.line[at]
    return tag in VERB or (tag == WORD and reading.ends_as(at, "verb_endings"))
