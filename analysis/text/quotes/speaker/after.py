"""Who stands after a reporting verb: `said the minister`, `a déclaré mardi à la presse le ministre`."""

from analysis.text.grammar.classes import COMMA, DETERMINER, NAME, PREPOSITION, WORD, any_of
from analysis.text.grammar.noun_phrases import FULL_NAME, RENAMED, phrase_after, subject_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import is_title, speaks
from analysis.text.quotes import media
from analysis.text.quotes.reading import Reading

LONGEST_APPOSITION = 15
"""Tokens, its comma included, from which on what follows a speaker is left out of its name."""

MOST_ADJUNCTS = 3
"""Adjuncts between a verb and who speaks: bounds cost."""

IN_MARKS = pattern("DETERMINER OPENING NOT (STOP | COMMA | CLOSING){1,5} CLOSING")
"""Somebody whose noun stands in marks: `le « patron » | du port`."""

DATES = pattern(
    "((NUMBER | OBJECT)? TIME | PREPOSITION? ADVERB | ENCLITIC) (TIME | ADVERB | ENCLITIC | NUMBER)*"
)
ASIDE = pattern(
    "COMMA (WORD | ADVERB | TIME | NUMBER | PREPOSITION | SUBORDINATOR | REPORTING)"
    " NOT (VERB | PUNCTUATION){0,11}"
    " COMMA (DETERMINER | NAME)"
)
"""What may be set off between a verb and who speaks: `a lâché, foulard au bras, | le maire`."""

PART_OF = pattern("NOUN TIME")
"""A part of a month: `début | mai`."""

NAMES = pattern("DETERMINER? NAME{2,4}")
LONGEST_NAME = 2
"""Names at the end of a place that are who speaks."""
TWO_NAMES = NAME * LONGEST_NAME

MANNER = pattern("WORD DETERMINER")
PLACE = pattern("COMMA? (PREPOSITION | DETERMINER | OBJECT) PREPOSITION*")
WHEN = pattern("(TIME | NUMBER | ADVERB | COMMA (TIME | NUMBER | ADVERB)+ COMMA)*")
APPOSITION = pattern("NOT SUBJECT COMMA (DETERMINER | NOUN)")

STANDS_FOR_NOUN = pattern("DETERMINER (COMMA | COLON | STOP)")
"""A determiner that stands for a noun: `sagte | dieser, dass`."""

OPENS_SUBJECT = any_of("DETERMINER NAME")
ENDS_APPOSITION = pattern("ANY (COMMA | STOP | OPENING | CLOSING) | NOUN DASH")
"""What an apposition may end before: no dash that is a hyphen, `a 31 |-year-old`."""


def after(reading: Reading, start: int, ceiling: int) -> Stretch | None:
    """The noun phrase or pronoun that follows a verb, with its apposition.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », a déclaré mardi à la presse la mairesse, cheffe du port.", lexicon.load("fr"))
    >>> told.printed(*after(told, told.lows.index("mardi"), len(told.lows)))
    'la mairesse, cheffe du port'
    """
    at = _skip_frame(reading, start, ceiling)
    if STANDS_FOR_NOUN.fits(reading.line, at, at + 2) and reading.listed(at, "pronominals"):
        return at, at + 1
    at += MANNER.fits(reading.line, at, at + 2) and _is_manner(reading, at)
    if (marked := _in_marks(reading, at, ceiling)) > at:
        return at, marked
    found = subject_after(reading, at, ceiling)
    if found and _lacks_article(reading, found):
        return None
    found = found and (at, _before_place(reading, *found))
    if found and (end := _before_medium(reading, *found)) < found[1]:
        return at, end
    return found and (at, _apposition(reading, found[1], ceiling))


def _is_manner(reading: Reading, at: int) -> bool:
    """Whether a word before a determiner says how it is said, not who: `respondió enfadada | la jueza`."""
    other = reading.listed(at + 1, "ties") or reading.ends_as(at, "gerund_endings")
    return _needs_article(reading) and not other and not speaks(reading, (at, at + 1))


def _needs_article(reading: Reading) -> bool:
    """Whether a common noun in the singular that speaks has a determiner in this language."""
    return switch(reading.lexicon, "needs_article")


def _lacks_article(reading: Reading, found: Stretch) -> bool:
    """Whether a phrase is no subject for want of an article: `dijo en un acto | multitudinario`."""
    bare = reading.line[found[0]] == WORD and not reading.ends_as(found[0], "inflection.plural_endings")
    return bare and _needs_article(reading) and not speaks(reading, found)


def _skip_frame(reading: Reading, at: int, ceiling: int) -> int:
    """Step over what stands before who speaks: `a dit lundi à l'AFP en fin de soirée | le maire`."""
    for _ in range(MOST_ADJUNCTS):
        part = (
            at < ceiling and reading.listed(at, "month_parts") and PART_OF.fits(reading.line, at, at + 2)
        )  # début | mai
        before, at = at, _skip_medium(reading, DATES.skip(reading.line, at + part, ceiling), ceiling)
        at = _skip_places(reading, at, ceiling)
        if at == before or reading.line[at:ceiling][:1] in OPENS_SUBJECT:
            break
    return at


def _in_marks(reading: Reading, at: int, ceiling: int) -> int:
    """The token after somebody whose noun stands in marks: `le « patron »`; the same where none does."""
    closing = IN_MARKS.skip(reading.line, at, ceiling)
    return max(closing, phrase_after(reading, closing, ceiling)) if closing > at else at


def _skip_medium(reading: Reading, at: int, ceiling: int) -> int:
    """Step over the medium that is told: `a déclaré à l'AFP | Ada Orne`, `сообщил ТАСС | Ада Орн`."""
    told, line = media.addressed(reading, at, ceiling), reading.line
    if told is None or not is_told(reading, at):
        return at
    stop = DATES.skip(line, told[1], ceiling)
    stop += line[stop:ceiling][:1] == COMMA
    return stop if stop < ceiling and line[stop] in OPENS_SUBJECT else at


def _before_place(reading: Reading, first: int, end: int) -> int:
    """Where a full name ends before whom it is told, or where: `Ada Roy | à la presse`, not `Roy de Lor`."""
    places = (
        at for at in range(first + LONGEST_NAME, end) if reading.line[at - LONGEST_NAME : at] == TWO_NAMES
    )
    told = (at for at in places if _opens_place(reading, at) and not reading.listed(at, "genitives"))
    return next(told, end)


def _before_medium(reading: Reading, first: int, end: int) -> int:
    """Where a speaker ends before the medium that is told: `Ada Orne | der Deutschen Presse-Agentur`."""
    if not media.any_between(reading, first, end):
        return end
    named = (at for at in range(first + 1, end) if reading.line[at - 1] == NAME and is_told(reading, at))
    told = ((at, media.addressed(reading, at, end)) for at in named)
    found = next((at for at, medium in told if medium and medium[1] == end), end)
    return end if any(media.medium(reading, at, found) for at in range(first, found)) else found


def is_told(reading: Reading, at: int) -> bool:
    """Whether a token may open whom something is told: a preposition, or nothing but the case: `der dpa`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("a dit à l'AFP la capitaine", lexicon.load("fr"))
    >>> [is_told(told, at) for at in (2, 5)]
    [True, False]
    """
    return _opens_place(reading, at) or switch(reading.lexicon, "recipient_case")


def _skip_places(reading: Reading, at: int, ceiling: int) -> int:
    """Step over whom it is told or when: `a dit aux élus | le maire`, `, lors d'un débat, | le maire`."""
    line = reading.line
    if (stop := ASIDE.skip(line, at, ceiling)) > at:  # a lâché, amer, | le défenseur
        return stop - 1
    noun, apart = PLACE.skip(line, at, ceiling), line[at:ceiling][:1] == COMMA
    end = phrase_after(reading, noun, ceiling)
    if noun in (at, end) or not _opens_frame(reading, at + apart):
        return at
    named = (
        i for i in range(noun + 1, end) if _is_named(reading, i) and not media.medium(reading, i, end, False)
    )
    name = next(named, end - _named_after_place(reading, noun, end))
    stop = DATES.skip(line, end, ceiling)
    closed = apart or (name == end and not switch(reading.lexicon, "pro_drop"))
    stop += closed and line[stop:ceiling][:1] == COMMA
    return stop if stop < ceiling and line[stop] in OPENS_SUBJECT else name


def _named_after_place(reading: Reading, first: int, end: int) -> int:
    """How many names at the end of a place are who speaks: `à Lor | Ada Roy`, `à Lor | Ada`."""
    capitalised = switch(reading.lexicon, "mentions.capitalised_nouns")
    if capitalised or not NAMES.fits(reading.line, first, end):
        return 0
    full = end - first > LONGEST_NAME + (reading.line[first] == DETERMINER)  # en Nueva Lor: nobody follows
    return min(end - first - 1, LONGEST_NAME) if full or not switch(reading.lexicon, "pro_drop") else 0


def _opens_place(reading: Reading, at: int) -> bool:
    """Whether a token opens a place: a preposition, alone or contracted with an article (`aux élus`)."""
    contracted = reading.line[at] == PREPOSITION or reading.listed(at, "ties")
    return contracted and reading.listed(at, "adjuncts")


def _opens_frame(reading: Reading, at: int) -> bool:
    """Whether a token opens what stands between a verb and who speaks: any preposition but `selon`."""
    own = not (switch(reading.lexicon, "pro_drop") or reading.listed(at, "breakers"))
    return (own and reading.line[at] == PREPOSITION) or _opens_place(reading, at)


def _is_named(reading: Reading, at: int) -> bool:
    """Whether the name of who speaks follows who is told: `à la presse | Ada Roy`; no name of a role's."""
    # dijo en la radio Lor: he said. Where nouns have capitals, one after an adjective is no name.
    lexicon = reading.lexicon
    full = FULL_NAME.fits(reading.line, at, at + 2) or not switch(lexicon, "pro_drop")
    told = full and not switch(lexicon, "mentions.capitalised_nouns")
    noun = told and RENAMED.fits(reading.line, at - 1, at + 1) and not is_title(reading, at - 1)
    return (noun or _after_acronym(reading, at)) and not _after_acronym(reading, at + 1)


def _after_acronym(reading: Reading, at: int) -> bool:
    """Whether a name begins after an acronym: `a dit à l'AFP | Paul Vasseur`."""
    if reading.line[at : at + 1] != NAME:
        return False
    before, here = reading.printed(at - 1, at), reading.printed(at, at + 1)
    return len(before) > 1 and before.isupper() and not here.isupper()


def _apposition(reading: Reading, end: int, ceiling: int) -> int:
    """The token after `, head of the union` where that follows a phrase and a comma or an end closes it."""
    if APPOSITION.skip(reading.line, end - 1, ceiling) < end:
        return end
    stop = phrase_after(reading, end + 1, ceiling)
    closed = stop >= ceiling or ENDS_APPOSITION.fits(reading.line, stop - 1, stop + 1)
    return stop if closed and 1 < stop - end < LONGEST_APPOSITION else end
