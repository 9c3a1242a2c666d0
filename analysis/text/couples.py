"""Couples and lists: several who speak together, `Ada Roy and Jan Lind`, `MM. Roy et Lind`; each of them."""

from collections.abc import Iterator, Sequence

from analysis.text import mentions
from analysis.text.grammar.classes import COMMA, DETERMINER, PREPOSITION, any_of
from analysis.text.grammar.noun_phrases import phrase_before
from analysis.text.grammar.tokens import Stretch, Tokens

OPENS_CLAUSE = any_of("STOP BREAK COLON OPENING CLOSING QUOTE_MARK DASH SEMICOLON")
"""What stands before the first of a list that is the subject of its clause."""


def members(tokens: Tokens, first: int, last: int) -> list[Stretch]:
    """Each of those who speak together in a mention, in order; the mention itself where it is of one alone.

    Each has a name in full, a title or an article of its own: `Health and Welfare` is one.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar.tokens import tokenise
    >>> cut = tokenise("MM. Roy et Lind", lexicon.load("fr"))
    >>> [cut.printed(*one) for one in members(cut, 0, 4)]
    ['MM. Roy', 'Lind']
    """
    if not tokens.any_listed(first, last, "joiners"):
        return [(first, last)]
    parts = list(_parts(tokens, first, last))
    titled = any(mentions.is_title(tokens, at) for at in range(*parts[0]))
    named = [_is_name(tokens, *one, titled) for one in parts]
    apposed = named[0] and any(tokens.line[start - 1] == COMMA for start, _ in parts[1:])
    there = all(
        name or (_is_office(tokens, *one) and not apposed) for name, one in zip(named, parts, strict=True)
    )
    joined = tokens.listed(parts[-1][0] - 1, "joiners") and not _is_one(tokens, parts[0], parts[1:])
    return parts if there and joined else [(first, last)]


def _parts(tokens: Tokens, first: int, last: int) -> Iterator[Stretch]:
    """The stretches between commas and joiners; a comma right before a joiner is one with it."""
    start = first
    for at in range(first, last):
        if tokens.line[at] == COMMA or tokens.listed(at, "joiners"):
            if start < at:
                yield start, at
            start = at + 1
    if start < last:
        yield start, last


def _is_name(tokens: Tokens, first: int, last: int, titled: bool) -> bool:
    """Whether a part names somebody: in full, with a title, or where the first of the list has a title."""
    named = mentions.name(tokens, first, last)
    if named is None or (named[1] < last and tokens.line[named[1]] != PREPOSITION):
        return False
    if named[0] == first:
        return titled or named[1] - named[0] > 1
    return mentions.is_office(tokens, named[0] - 1) or mentions.is_title(tokens, named[0] - 1)


def _is_one(tokens: Tokens, one: Stretch, others: Sequence[Stretch]) -> bool:
    """Whether what follows goes on with the first: `a study by Ada Roy and | Jan Lind`.

    So it does after a document, and where it has no article after an office that has one and goes on: `la
    ministre et | porte-parole Ada Roy`.
    """
    if tokens.line[one[0]] != DETERMINER:
        return False
    goes_on = PREPOSITION in tokens.line[slice(*one)] or tokens.any_listed(one[0] + 1, one[1], "ties")
    apart = [tokens.line[start] == DETERMINER and not tokens.listed(start, "ties") for start, _ in others]
    bare = [start for (start, _), own in zip(others, apart, strict=True) if not own]
    document = tokens.any_listed(*one, "mentions.documents")
    return document or any(goes_on or tokens.listed(start, "mentions.roles") for start in bare)


def _is_office(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a part is an office or a group with an article of its own: `the mayor | and | the prefect`."""
    held = any(mentions.is_office(tokens, at) for at in range(first, last))
    return tokens.line[first] == DETERMINER and held


def whole(tokens: Tokens, first: int, last: int) -> Stretch:
    """A mention with those before it that speak with it: `Ada Roy, Jan Lind and | the prefect`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.grammar.tokens import tokenise
    >>> cut = tokenise("The mayor and the captain said no", lexicon.load("en"))
    >>> whole(cut, 3, 5), whole(cut, 0, 2)
    ((0, 5), (0, 2))
    """
    start, joined = first, tokens.any_listed(first, last, "joiners")
    while start > 1 and (tokens.listed(start - 1, "joiners") or (joined and tokens.line[start - 1] == COMMA)):
        joined = True
        end = start - 1 - (tokens.line[start - 2] == COMMA)
        before = phrase_before(tokens, end, 0)
        if before is None or not (_is_name(tokens, *before, False) or _is_office(tokens, *before)):
            break
        start = before[0]
    opens = start == 0 or tokens.line[start - 1] in OPENS_CLAUSE
    return (
        (start, last) if opens and start < first and len(members(tokens, start, last)) > 1 else (first, last)
    )
