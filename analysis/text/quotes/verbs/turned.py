"""Verbs that no list holds, betrayed by their place after marked words."""

from analysis.text.grammar.classes import CLOSING, COMMA, ENCLITIC, HAVE, NAME
from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.verb_forms import forms
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import is_office, speaks
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

GLUED = pattern("(OBJECT | NEGATION){0,2} (HAVE ENCLITIC WORD | (WORD | FINITE) ENCLITIC)")
TURNED = pattern("COMMA (OBJECT | NEGATION){0,2} HAVE? WORD (DETERMINER | NAME)")

TELLS = pattern("ENCLITIC | CLOSING")
"""What such a verb stands at."""

LONGEST = 5
"""Tokens in the longest verb with its glued pronoun: bounds cost."""


def find(reading: Reading) -> list[Cue]:
    """The verbs of an article that only their place tells, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> [cue.lemma for cue in find(read("« Non », trépigne-t-il.", lexicon.load("fr")))]
    ['trépigne']
    """
    rules = {ENCLITIC: glued, CLOSING: after_marks}
    told = ((rules[reading.line[at]], at) for at in TELLS.places(reading.line))
    return [cue for rule, at in told if (cue := rule(reading, at))]


def glued(reading: Reading, at: int) -> Cue | None:
    """A verb that its glued pronoun turns after marked words: `« Non », trépigne-t-il`, `a-t-il tonné`.

    Args:
        reading: its known verbs at REPORTING.
        at: the token of the glued pronoun.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », a-t-il trépigné.", lexicon.load("fr"))
    >>> glued(told, told.line.index("e")).lemma
    'trépigné'
    """
    line, perfect = reading.line, reading.line[at - 1] == HAVE
    head, last = (at + 1, at + 2) if perfect else (at - 1, at + 1)
    first = GLUED.skip_back(line, last, max(0, last - LONGEST))
    if first == last or _listed(reading, head) or reading.listed(at, "first_persons"):
        return None
    marked = line[max(0, first - 2) : first].endswith((CLOSING, CLOSING + COMMA))
    if not marked and not (reading.inside[at] >= 0 and line[first - 1] == COMMA):
        return None
    return Cue(first, head, last, reading.lows[head], tier=2, form="finite", enclitic=at)


def after_marks(reading: Reading, mark: int) -> Cue | None:
    """A verb between marked words and who speaks: `« Non », s'étrangle Ada Roy`, `a tonné le maire`.

    Args:
        reading: its known verbs at REPORTING.
        mark: the token of the closing mark.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », s'étrangle Ada Roy.", lexicon.load("fr"))
    >>> after_marks(told, told.line.index(">")).lemma
    'étrangle'
    """
    size = len(reading.line)
    stop = TURNED.skip(reading.line, mark + 1, size)
    if stop == mark + 1 or not switch(reading.lexicon, "any_verb_after_marks"):
        return None
    head, subject = stop - 2, stop - 1
    perfect = reading.line[head - 1] == HAVE
    ends = reading.ends_as(head, "participle_endings" if perfect else "present_endings")
    if not ends or _listed(reading, head) or reading.listed(subject, "ties"):
        return None
    if not _is_somebody(reading, subject, phrase_after(reading, subject, size)):
        return None
    return Cue(head - perfect, head, subject, reading.lows[head], tier=2, form="finite")


def _is_somebody(reading: Reading, first: int, end: int) -> bool:
    """Whether a phrase is of somebody; where all nouns have capitals, one with an article needs an office."""
    named = reading.line[first] == NAME or any(is_office(reading, at) for at in range(first, end))
    told = named or not switch(reading.lexicon, "mentions.capitalised_nouns")
    return told and speaks(reading, (first, end))


def _listed(reading: Reading, at: int) -> bool:
    """Whether a word is by itself a form of a reporting verb."""
    return any(len(form.words) == 1 for form in forms(reading.lexicon).get(reading.lows[at], ()))
