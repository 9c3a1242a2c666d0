"""Noun phrases, read from the classes of the tokens alone."""

from analysis.text.grammar.classes import NOMINAL
from analysis.text.grammar.tokens import Tokens
from analysis.text.grammar.word_lists import words

LONGEST = 40
"""Tokens in the longest noun phrase that is still believed."""


def phrase_before(tokens: Tokens, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase, with its prepositional complements, that ends right before a token.

    Args:
        tokens: of the text.
        end: the token it must end at.
        floor: the first token it may begin with.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("a vu le maire de Lor hier", lexicon.load("fr"))
    >>> first, last = phrase_before(cut, 6, 0)
    >>> cut.lows[first:last]
    ['le', 'maire', 'de', 'lor']
    """
    tags, at = tokens.line, end - 1
    while at >= floor and end - at <= LONGEST:
        if tags[at] in NOMINAL or complements(tokens, at, floor) or _joins(tokens, at, floor, end):
            at -= 1
        elif tags[at] == "d":
            tied = tokens.lows[at] in words(tokens.lexicon, "ties")
            while at >= floor and tags[at] == "d":
                at -= 1
            if not complements(tokens, at, floor) and not (tied and at >= floor and tags[at] in NOMINAL):
                break
        else:
            break
    return (at + 1, end) if at + 1 < end else None


def complements(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a token is a preposition that ties a noun phrase to the noun before it.

    Args:
        tokens: of the text.
        at: the token.
        floor: the first token of the stretch; the noun may not stand before it.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("de Lor le maire de Lor", lexicon.load("fr"))
    >>> [at for at in range(6) if complements(cut, at, 0)]
    [4]
    """
    return at - 1 >= floor and tokens.line[at] == "p" and tokens.line[at - 1] in NOMINAL


def _joins(tokens: Tokens, at: int, floor: int, end: int) -> bool:
    """Whether a token is an "and" between two names or two nouns."""
    if not floor < at < end - 1 or tokens.lows[at] not in words(tokens.lexicon, "joiners"):
        return False
    return tokens.line[at - 1] == tokens.line[at + 1] and tokens.line[at - 1] in "Aw"


def phrase_after(tokens: Tokens, start: int, ceiling: int) -> int:
    """The token after the noun phrase that begins at a token; the same token where none begins there.

    Args:
        tokens: of the text.
        start: the token it must begin with.
        ceiling: the token it may not reach.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("a vu le maire de Lor hier", lexicon.load("fr"))
    >>> phrase_after(cut, 2, 7), phrase_after(cut, 0, 7)
    (6, 0)
    """
    at, noun, limit = start, False, min(ceiling, start + LONGEST)
    while at < limit and _goes_on(tokens, at, ceiling, noun):
        noun = noun or tokens.line[at] in NOMINAL or (tokens.lows[at - 1] == "l'" and tokens.line[at] == "d")
        at += 1
    return at if noun else start


def _goes_on(tokens: Tokens, at: int, ceiling: int, noun: bool) -> bool:
    """Whether a token belongs to the noun phrase read so far."""
    tag, low, lexicon = tokens.line[at], tokens.lows[at], tokens.lexicon
    if tag in "Awg":
        return tag != "w" or not _parts(tokens, at)
    if low in words(lexicon, "nouns_after_article") and at and tokens.lows[at - 1] == "l'":
        return True
    contracted = tag == "d" and low in words(lexicon, "ties")
    if tag in "dna" and not (contracted and noun):
        return not noun or tokens.line[at - 1] == "p"
    tied = (tag == "p" and low in words(lexicon, "ties")) or low in words(lexicon, "joiners")
    return noun and (contracted or (tied and at + 1 < ceiling and tokens.line[at + 1] in "dAw"))


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether a word parts two names as their verb: `Ada Roy | accueille Jo Blanc`."""
    return tokens.line[at - 2 : at + 2] == "AAwA" and _finite(tokens, at)


def verb_at(tokens: Tokens, first: int, last: int) -> int:
    """The verb in a stretch that begins with its subject, where its place tells it.

    After a full name it is a word with the ending of a verb; after a noun, a determiner must follow it.

    Args:
        tokens: of the text.
        first: first token of the stretch.
        last: the token after it.

    Returns:
        The token of the verb, `last` where none is told.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("Le maire adjoint hausse les épaules", lexicon.load("fr"))
    >>> verb_at(cut, 0, 4), verb_at(cut, 0, 3)
    (3, 3)
    """
    tags = tokens.line
    places = (at for at in range(first + 1, last) if tags[at] == "w" and tags[at - 1] in "Aw")
    return next(
        (
            at
            for at in places
            if (tags[at - 2 : at] == "AA" or _takes_object(tokens, at + 1)) and _finite(tokens, at)
        ),
        last,
    )


def _takes_object(tokens: Tokens, at: int) -> bool:
    """Whether a determiner and its noun stand at a token: `les épaules`, not `le 3 mai`, `la plus grande`."""
    tied = tokens.lows[at : at + 1] and tokens.lows[at] in words(tokens.lexicon, "ties")
    return not tied and tokens.line[at : at + 2] in ("dw", "dA")


def _finite(tokens: Tokens, at: int) -> bool:
    """Whether a word has the ending of a finite verb, and no list of nouns holds it."""
    lexicon, low = tokens.lexicon, tokens.lows[at]
    endings = words(lexicon, "present_endings") or words(lexicon, "verb_endings")
    known = (words(lexicon, f"mentions.{name}") for name in ("roles", "titles", "particles", "groups"))
    return low.endswith(tuple(endings) or ("\n",)) and not any(low in some for some in known)
