"""What the formulas count: per word type once, then added up over the words of a text."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from analysis.text import syllables
from analysis.text.lexicon import Lexicon

MOST_TYPES = 2**18
"""Word types kept per language; a corpus of any size needs no more memory than these."""


class Counts(NamedTuple):
    """What all formulas are computed from; counts of two stretches add up.

    Fields:
        sentences: sentences that have a word
        words: words
        syllables: syllables
        letters: letters
        characters: letters and digits
        long: words of more than six letters
        poly: words of three syllables or more
        mono: words of one syllable
    """

    sentences: int
    words: int
    syllables: int
    letters: int
    characters: int
    long: int
    poly: int
    mono: int


def add_up(sentences: int, tokens: Sequence[str], lexicon: Lexicon) -> Counts:
    """The counts of a stretch of text.

    Args:
        sentences: how many it has.
        tokens: its words in lower case, at least one.
        lexicon: of its language.

    >>> from analysis.text.lexicon import load
    >>> add_up(1, ["la", "situation", "est", "stable"], load("fr"))
    Counts(sentences=1, words=4, syllables=6, letters=20, characters=20, long=1, poly=1, mono=3)
    """
    seen = _types(lexicon)
    if len(seen) > MOST_TYPES:
        seen.clear()
    new = list(set(tokens).difference(seen))
    seen.update(zip(new, _measured(new, lexicon), strict=True))
    return Counts(sentences, len(tokens), *map(sum, zip(*map(seen.__getitem__, tokens), strict=True)))


@cache
def _types(lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """The word types met so far in a language, each with what it adds to the counts."""
    del lexicon  # one dictionary for each
    return {}


def _measured(words: Sequence[str], lexicon: Lexicon) -> Iterable[tuple[int, ...]]:
    for word, beats in zip(words, syllables.count_all(words, lexicon), strict=True):
        letters = len(word) if word.isalpha() else sum(map(str.isalpha, word))
        characters = letters if word.isalpha() else sum(map(str.isalnum, word))
        yield beats, letters, characters, letters > 6, beats > 2, beats == 1


def symbols_of(counts: Counts) -> dict[str, float]:
    """The values of the symbols of formulas.toml for a stretch that has words.

    >>> round(symbols_of(Counts(2, 20, 34, 90, 90, 4, 3, 9))["SW"], 2)
    1.7
    """
    words, sentences = counts.words, counts.sentences
    return {
        "WS": words / sentences,
        "SW": counts.syllables / words,
        "S100": 100 * sentences / words,
        "L100": 100 * counts.letters / words,
        "CW": counts.characters / words,
        "LONG": 100 * counts.long / words,
        "POLY": 100 * counts.poly / words,
        "MONO": 100 * counts.mono / words,
        "LS": counts.long / sentences,
        "SQ": (30 * counts.poly / sentences) ** 0.5,
    }
