"""The rule for attribution without a verb: `according to`, `laut`, `zufolge`."""

from collections.abc import Callable, Iterator
from functools import cache

from analysis.text.grammar.classes import (
    COMMA,
    DETERMINER,
    OBJECT,
    PREPOSITION,
    RELATIVE,
    WORD,
    any_of,
)
from analysis.text.grammar.noun_phrases import phrase_after, phrase_before
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import is_office, speaks
from analysis.text.quotes import media
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.rules.attributed import (
    AFTER_MARKS,
    LEAD_IN,
    PARENTHESIS,
    SET_OFF,
    of_clause,
    of_relative,
    of_sentence,
)
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker.after import WHEN
from analysis.text.quotes.verbs.cues import Cue

COMPOUND = pattern("WORD WORD+")
"""Nouns in a row, the last of which may hold an office: `law enforcement officials`."""

HEAD = 2
"""Tokens of a phrase, its determiner included, that tell what it is: `selon | la gravité`."""

CLAUSE_FOLLOWS = pattern("REPORTING COMMA? COMPLEMENTISER")
"""A verb of reporting with its own clause: `Reuters со ссылкой на источники | сообщило, что`."""

NUMBERED = pattern("NAME NUMBER COMMA")
ARTICLES = pattern("DETERMINER*")
OWNS = any_of("DETERMINER PREPOSITION")
ADVERBS = pattern("ADVERB*")
JUDGES = pattern("(BE | DETERMINER NOUN) (NOT (PUNCTUATION | COMPLEMENTISER)){0,4} OPENING ANY*")
"""What shows that a weak phrase names who judges: `per Roi | è una “bassezza”`."""

OPENS_WEAK = any_of("COLON SEMICOLON COORDINATOR")
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
        for cue, source, place in _phrases(sentence, at):
            if source is None:
                yield from of_relative(sentence, cue)
            elif place == "before":
                yield from of_clause(sentence, cue, source)
            else:
                yield from of_sentence(sentence, cue, source, place == "tail")
                return


def _phrases(sentence: Sentence, at: int) -> Iterator[tuple[Cue, Stretch | None, str]]:
    """The phrases that begin at a token, whom each names, and where; nobody where it is relative."""
    reading = sentence.reading
    for place, named in PLACES.items():
        length = length_at(phrases(reading.lexicon, f"according.{place}"), reading.lows, at)
        ordinal = place == "before" and at > sentence.first and reading.line[at - 1] == DETERMINER
        if not length or ordinal:  # questo | secondo governo
            continue
        if reading.line[at + length : at + length + 1] == RELATIVE:
            yield Cue(at, at, at + length, reading.lows[at]), None, place
            continue
        length += reading.any_listed(at + length, at + length + 1, "agent_markers")  # nach Angaben | von
        source = named(sentence, at, at + length)
        if source is not None and not _is_reported(sentence, at, source):
            yield Cue(at, at, at + length, reading.lows[at]), source, place


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
    held = source and COMPOUND.fits(reading.line, *source) and is_office(reading, source[1] - 1)
    measured = reading.any_listed(*head, "measures") and not held
    if source is None or reading.any_listed(*head, "works") or measured:
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
