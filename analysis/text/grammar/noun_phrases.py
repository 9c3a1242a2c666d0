"""Noun phrases, read from the classes of the tokens alone."""

from functools import cache

from analysis.text.grammar.classes import DETERMINER, NAME, NOUN, PREPOSITION, SUBJECT, WORD, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch, Tokens, agencies
from analysis.text.grammar.word_lists import switch, words
from analysis.text.lexicon import Lexicon

LONGEST = 40
"""Tokens in the longest noun phrase: bounds cost."""

ARTICLES = pattern("DETERMINER+")
PHRASE = pattern("DETERMINER* (NOMINAL (PREPOSITION DETERMINER*)?)*")
HEAD = pattern("(DETERMINER | ADVERB)* NOMINAL (NAME | WORD | POSSESSIVE)*")
NOUNS = pattern("(NAME | WORD | POSSESSIVE)*")
OF_SOME = pattern("DETERMINER PREPOSITION")
"""A determiner that stands for its noun, and what ties more to it: `muchos de | los vecinos`."""

PART_OF = pattern("(DETERMINER | SUBJECT | NUMBER) PREPOSITION DETERMINER")
"""What stands for some of those a phrase names: `una de | las maestras`."""

TIED = pattern("NOMINAL DETERMINER")
RENAMED = pattern("WORD NAME")
FULL_NAME = pattern("NAME NAME")
SWALLOWED = pattern("NAME NAME WORD")
NAMED_THEN_SMALL = pattern("NAME WORD")
NAMES_APART = pattern("NAME NAME WORD NAME")
OBJECT_PHRASE = pattern("DETERMINER NOUN")

COUPLE = pattern("NAME NAME ANY NAME NAME")
"""Two names in full, and what stands between them."""

TWO_ARTICLES, NAME_THEN_WORD = DETERMINER + DETERMINER, NAME + WORD
MODIFIER = any_of("DETERMINER NUMBER ADVERB")
GOES_ON = any_of("DETERMINER NOUN")
"""What must follow a preposition or an "and" that belongs to a phrase."""

SPEAKING = ("roles", "titles", "groups", "documents")
"""Lists of `[mentions]` whose nouns may be a source."""

NO_VERBS = ("mentions.roles", "mentions.titles", "mentions.groups", "mentions.particles")
"""Lists whose words are no verb, whatever their ending; `note` and other documents may be one."""


def phrase_before(tokens: Tokens, end: int, floor: int) -> Stretch | None:
    """The noun phrase, with its prepositional complements, that ends right before a token.

    Args:
        end: the token it must end at.
        floor: the first token it may begin with.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("a vu le maire de Lor hier", lexicon.load("fr"))
    >>> first, last = phrase_before(cut, 6, 0)
    >>> cut.lows[first:last]
    ['le', 'maire', 'de', 'lor']
    """
    floor = max(floor, end - LONGEST)
    at = PHRASE.skip_back(tokens.line, end, floor)
    while floor < at < end and (_ties(tokens, at) or _joins(tokens, at - 1, floor)):
        at = PHRASE.skip_back(tokens.line, at - 1, floor)
    if floor < at < end and PART_OF.fits(tokens.line, at - 2, at + 1) and tokens.listed(at - 1, "genitives"):
        at -= 2
    return (at, end) if at < end else None


def _ties(tokens: Tokens, at: int) -> bool:
    """Whether a phrase begins with an article that ties it to the noun before: `das Haus | der Kirche`."""
    line = tokens.line
    after_noun = TIED.fits(line, at - 1, at + 1)
    return after_noun and tokens.listed(ARTICLES.skip(line, at, len(line)) - 1, "ties")


def _joins(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a token is an "and" between two names or two nouns."""
    line = tokens.line
    return (
        at > floor and line[at + 1] in NOUN and line[at - 1] == line[at + 1] and tokens.listed(at, "joiners")
    )


def joins_names(tokens: Tokens, at: int) -> bool:
    """Whether a token is an "and" between two names in full: `Ada Roy | y | Luz Gil`, not `Luz Ortega y Gil`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> joins_names(tokens.tokenise("Ada Roy y Luz Gil", lexicon.load("es")), 2)
    True
    """
    return tokens.listed(at, "joiners") and COUPLE.fits(tokens.line, max(at - 2, 0), at + 3)


def phrase_after(tokens: Tokens, start: int, ceiling: int) -> int:
    """The token after the noun phrase that begins at a token; the same token where none begins there.

    Args:
        start: the token it must begin with.
        ceiling: the token it may not reach.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("a vu le maire de Lor hier", lexicon.load("fr"))
    >>> phrase_after(cut, 2, 7), phrase_after(cut, 0, 7)
    (6, 0)
    """
    line, limit = tokens.line, min(ceiling, start + LONGEST)
    at = _head(tokens, start, limit)
    while start < at < limit and _goes_on(tokens, at, limit):
        at = NOUNS.skip(line, at + 1, limit)
    return _one_clause(tokens, start, at)


def subject_after(tokens: Tokens, start: int, ceiling: int) -> Stretch | None:
    """The pronoun that is a subject, or the noun phrase, that begins at a token.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("elle a vu le maire", lexicon.load("fr"))
    >>> subject_after(cut, 0, 5), subject_after(cut, 1, 5), subject_after(cut, 3, 5)
    ((0, 1), None, (3, 5))
    """
    end = start + 1 if tokens.line[start:ceiling][:1] == SUBJECT else phrase_after(tokens, start, ceiling)
    return (start, end) if end > start else None


def _head(tokens: Tokens, start: int, limit: int) -> int:
    """The token after a noun and what stands before it, or what stands for a noun: `l'un | d'eux`."""
    line = tokens.line
    if line[start : start + 2] == TWO_ARTICLES and tokens.listed(start, "elided_articles"):
        return NOUNS.skip(line, start + 2, limit)
    if OF_SOME.fits(line, start, start + 2) and tokens.listed(start, "pronominals"):
        return start + 1 if tokens.listed(start + 1, "genitives") else start
    return HEAD.skip(line, start, limit)


def _goes_on(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether what stands after the nouns of a phrase ties more of them to it: `le maire | de la ville`."""
    line = tokens.line
    if line[at] == DETERMINER and tokens.listed(at, "ties"):
        return True
    if line[at] in MODIFIER:
        return line[at - 1] == PREPOSITION
    if at + 1 >= limit or line[at + 1] not in GOES_ON:
        return False
    return tokens.listed(at, "ties" if line[at] == PREPOSITION else "joiners")


def _one_clause(tokens: Tokens, first: int, last: int) -> int:
    """The end of a phrase, before the verb where one parts two names: `Ada Roy | accueille Jo Blanc`."""
    if tokens.line.find(NAME_THEN_WORD, first, last) < 0:
        return last  # most phrases, without asking a pattern
    last = _before_verb(tokens, first, last)
    at = NAMES_APART.find(tokens.line, first, last)
    if at is None:
        return last
    return at + 2 if _finite(tokens, at + 2) else _one_clause(tokens, at + 2, last)


def _before_verb(tokens: Tokens, first: int, last: int) -> int:
    """The end of a phrase before the verb that a name swallows: `Bram Tann | laughed`, `Hans Tann | lachte`.

    Where all nouns have capitals, any small word behind a name; else one with the ending of a verb.
    """
    if switch(tokens.lexicon, "mentions.capitalised_nouns"):
        at = NAMED_THEN_SMALL.find(tokens.line, first, last)
        return at + 1 if at is not None and _is_small(tokens, at + 1) else last
    at = SWALLOWED.find(tokens.line, first, last)
    return at + 2 if at is not None and tokens.ends_as(at + 2, "verb_endings") else last


def _is_small(tokens: Tokens, at: int) -> bool:
    """Whether a word is no part of a name: not `ad-Din`, `von`, `dpa`."""
    named = tokens.listed(at, "mentions.particles") or tokens.listed(at, "mentions.outlets")
    return tokens.printed(at, at + 1).islower() and not named and tokens.lows[at] not in agencies()


def verb_at(tokens: Tokens, first: int, last: int) -> int:
    """The verb in a stretch that begins with its subject, where its place tells it.

    After a full name it is a word with the ending of a verb; after a noun, a determiner must follow it.

    Returns:
        The token of the verb, `last` where none is told.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("Le maire adjoint hausse les épaules", lexicon.load("fr"))
    >>> verb_at(cut, 0, 4), verb_at(cut, 0, 3)
    (3, 3)
    """
    line = tokens.line
    places = (at for at in range(first + 1, last) if line[at] == WORD and line[at - 1] in NOUN)
    named = (at for at in places if FULL_NAME.fits(line, at - 2, at) or _takes_object(tokens, at + 1))
    return next((at for at in named if _finite(tokens, at)), last)


def _takes_object(tokens: Tokens, at: int) -> bool:
    """Whether a determiner and its noun stand at a token: `les épaules`, not `le 3 mai`, `la plus grande`."""
    return OBJECT_PHRASE.fits(tokens.line, at, at + 2) and not tokens.listed(at, "ties")


def _finite(tokens: Tokens, at: int) -> bool:
    """Whether a word has the ending of a finite verb, and no list of nouns holds it."""
    ending = tokens.ends_as(at, "present_endings") or tokens.ends_as(at, "verb_endings")
    return ending and not any(tokens.listed(at, name) for name in NO_VERBS)


@cache
def nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that name somebody or something that speaks: roles, titles, groups, documents.

    >>> from analysis.text import lexicon
    >>> {"maire", "rapport", "doigt"} - nouns(lexicon.load("fr"))
    {'doigt'}
    """
    return frozenset().union(*(words(lexicon, f"mentions.{name}") for name in SPEAKING))
