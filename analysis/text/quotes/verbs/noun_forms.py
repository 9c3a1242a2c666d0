"""Forms of reporting verbs that may be nouns or names: `the old | claims`, `Lee | claims`."""

from analysis.text.grammar.classes import NOUN, SUBJECT, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.verb_forms import Form
from analysis.text.grammar.word_lists import endings, switch, words
from analysis.text.quotes.reading import Reading

LONGEST = 6
"""Adverbs between a subject and its verb: bounds cost."""

OPENS = any_of("STOP BREAK CLOSING")
"""What a verb with a capital may stand after."""

BEFORE_BARE = any_of("SUBJECT RELATIVE COORDINATOR COMMA DASH UNBRACKET CLOSING")
"""What the subject of a bare form may end with, besides a noun of several: `they | say`."""

BEFORE_STATES = any_of("NAME SUBJECT RELATIVE STOP COMMA UNBRACKET CLOSING")
"""What the subject of a form that could be a plural noun may end with: `Lee | states`."""

LONGEST_PHRASE = 12
"""Tokens of a phrase before a bare form: bounds cost."""

COUPLE = pattern("NAME COORDINATOR NAME+")
OWNED = pattern("NOUN (PREPOSITION (DETERMINER | NUMBER)* NOUN+){1,2}")
"""A noun with what a preposition ties to it: `critics of the plan`."""

ADVERBS = pattern("(ADVERB | TIME)*")
VERB_FOLLOWS = any_of("AUXILIARY FINITE")
"""What tells that the word before is a noun: `the reports | were`."""


def is_name(reading: Reading, at: int) -> bool:
    """Whether a form is printed like a name: `the Notes Office`, not `Mayor | Says No`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> is_name(read("The Notes Office", lexicon.load("en")), 1)
    True
    """
    inner = at > 0 and reading.line[at - 1] not in OPENS
    return inner and reading.is_capital(at) and not reading.listed(at, "headline_forms")


def is_noun(reading: Reading, at: int, form: Form) -> bool:
    """Whether a form that may be a noun stands like one: not after what may be its subject.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar.verb_forms import forms
    >>> from analysis.text.quotes.reading import read
    >>> english, told = lexicon.load("en"), ("The old claims", "But Roy claims")
    >>> [is_noun(read(text, english), 2, forms(english)["claims"][0]) for text in told]
    [True, False]
    """
    bare = form.tenses == {"pres", "infinitive"} and switch(reading.lexicon, "noun_forms")
    back = max(0, ADVERBS.skip_back(reading.line, at, max(0, at - LONGEST)) - 1)
    if not (bare or reading.listed(at, "noun_forms")) or reading.listed(back, "infinitive_markers"):
        return False
    subject = _bare_subject_ends(reading, back) if bare else _subject_ends(reading, back)
    held = reading.line[back] != SUBJECT and reading.line[at + 1 : at + 2] in VERB_FOLLOWS
    return not subject or (held and not (bare and _is_never_noun(reading, at)))


def _is_never_noun(reading: Reading, at: int) -> bool:
    """Whether the plural of a bare form is none that may be a noun: `aides | say`, not `weapons | report`."""
    nouns, plurals = (
        words(reading.lexicon, "noun_forms"),
        endings(reading.lexicon, "inflection.plural_endings"),
    )
    return all(f"{reading.lows[at]}{plural}" not in nouns for plural in plurals)


def _bare_subject_ends(reading: Reading, at: int) -> bool:
    """Whether a token may end the subject of a bare form: `experts | say`."""
    several = reading.ends_as(at, "inflection.plural_endings") or reading.listed(at, "mentions.groups")
    plural = reading.line[at] in NOUN and several
    told = plural or reading.line[at] in BEFORE_BARE or reading.listed(at, "pronominals")
    return told or _several(reading, at)


def _several(reading: Reading, at: int) -> bool:
    """Whether a token ends a phrase of several: `Roy and Lee | say`, `critics of the plan | say`."""
    line, first = reading.line, max(0, at - LONGEST_PHRASE)
    if COUPLE.skip_back(line, at + 1, first) <= at:
        return True
    head = OWNED.skip_back(line, at + 1, first)
    return head <= at and reading.ends_as(head, "inflection.plural_endings")


def _subject_ends(reading: Reading, at: int) -> bool:
    """Whether a token may end the subject of a form that could be a plural noun: `the report | states`."""
    lists = ("mentions.documents", "mentions.roles", "pronominals")
    return reading.line[at] in BEFORE_STATES or any(reading.listed(at, name) for name in lists)
