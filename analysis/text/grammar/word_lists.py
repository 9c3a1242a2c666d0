"""The lists and switches of a language file, as rules ask for them."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from analysis.text.lexicon import Lexicon


@cache
def words(lexicon: Lexicon, name: str) -> frozenset[str]:
    """A list of the language file as a set, empty where the file has none.

    Args:
        lexicon: the language.
        name: a list of `[grammar]`, or of another table with that before it: `"mentions.roles"`.

    >>> from analysis.text import lexicon
    >>> sorted(words(lexicon.load("fr"), "joiners")), words(lexicon.load("fr"), "words.none")
    (['&', 'et'], frozenset())
    """
    table, _, key = name.rpartition(".")
    return frozenset(lexicon.section(table or "grammar").get(key, ()))


@cache
def endings(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    """A list of the language file for `str.endswith`, which nothing fits where the file has none.

    Args:
        lexicon: the language.
        name: as for words().

    >>> from analysis.text import lexicon
    >>> "président".endswith(endings(lexicon.load("fr"), "none"))
    False
    """
    return tuple(words(lexicon, name))


@cache
def switch(lexicon: Lexicon, name: str) -> bool:
    """Whether a language does what a switch of its `[grammar]` says; any list that is not empty is on.

    Args:
        lexicon: the language.
        name: as for words().

    >>> from analysis.text import lexicon
    >>> switch(lexicon.load("it"), "pro_drop"), switch(lexicon.load("fr"), "pro_drop")
    (True, False)
    """
    table, _, key = name.rpartition(".")
    return bool(lexicon.section(table or "grammar").get(key))


def alternatives(listed: Iterable[str]) -> str:
    """Words as one expression, of those that begin alike the longest tried first; empty where there are none.

    >>> alternatives(["l'", "lorsqu'", "d'"])
    "(?:d(?:['’])|l(?:orsqu['’]|['’]))"
    """
    ordered = sorted((word.lower() for word in listed), key=lambda word: (word[0], -len(word), word))
    chosen = "|".join(  # one look at a letter leaves out all words that begin with another
        f"{_spelt(first)}(?:{'|'.join(_spelt(word[1:]) for word in some)})"
        for first, some in groupby(ordered, key=lambda word: word[0])
    )
    return f"(?:{chosen})" if chosen else ""


def _spelt(word: str) -> str:
    """A word as an expression, its apostrophe straight or not."""
    return re.escape(word).replace("'", "['’]")
