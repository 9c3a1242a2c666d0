"""Phrases of the language files by their first word, so that a text asks only where one may begin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from analysis.text.grammar.tokens import cut
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon

Entry = TypeVar("Entry")
Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""First word → the phrases that begin with it, the longest first."""


def by_first_word(
    entries: Iterable[Entry], words_of: Callable[[Entry], Sequence[str]], key: Callable[[str], str] = str
) -> dict[str, list[Entry]]:
    """Entries by the first of their words; in each list the one with most words comes first.

    Args:
        entries: phrases, or what stands for one.
        words_of: the words of an entry.
        key: what the first word is looked up by, perhaps its stem.

    >>> by_first_word(["so far", "so", "if"], str.split)
    {'so': ['so far', 'so'], 'if': ['if']}
    """
    made: dict[str, list[Entry]] = {}
    for entry in entries:
        made.setdefault(key(words_of(entry)[0]), []).append(entry)
    return {first: sorted(listed, key=lambda entry: -len(words_of(entry))) for first, listed in made.items()}


@cache
def phrases(lexicon: Lexicon, name: str) -> Phrases:
    """A list of phrases of the language file, cut into tokens.

    Args:
        lexicon: the language.
        name: the list, as `word_lists.words` names it.

    >>> from analysis.text import lexicon
    >>> phrases(lexicon.load("en"), "according.before")["according"]
    [('according', 'to')]
    """
    listed = (one for phrase in sorted(words(lexicon, name)) for one in _written_out(phrase, lexicon))
    return by_first_word((cut(phrase, lexicon) for phrase in listed), lambda it: it)


def _written_out(phrase: str, lexicon: Lexicon) -> list[str]:
    """A phrase once for each word of the list that it ends with: `a detta {genitives}`, `a detta | del`."""
    before, named, name = phrase.removesuffix("}").partition("{")
    return [before + word for word in sorted(words(lexicon, name))] if named else [phrase]


def length_at(listed: Phrases, lows: Sequence[str], at: int) -> int:
    """How many tokens of the longest phrase stand at a token, 0 where none does.

    Args:
        listed: of phrases().
        lows: the tokens of a text, lowered.
        at: the token.

    >>> length_at({"so": [("so", "far"), ("so",)]}, ["not", "so", "far"], 1)
    2
    """
    for phrase in listed.get(lows[at], ()):
        if tuple(lows[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
