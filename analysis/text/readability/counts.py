"""What the formulas count: per word type once, then added up over the words of a text."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from analysis.text import syllables
from analysis.text.lexicon import Lexicon


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


def add_up(sentences: int, types: Mapping[str, int], lexicon: Lexicon) -> Counts:
    """The counts of a stretch of text.

    Args:
        sentences: how many it has.
        types: word in lower case → how often it occurs there.
        lexicon: of its language.

    >>> from analysis.text.lexicon import load
    >>> add_up(1, {"la": 1, "situation": 1, "est": 1, "stable": 1}, load("fr"))
    Counts(sentences=1, words=4, syllables=6, letters=20, characters=20, long=1, poly=1, mono=3)
    """
    totals = [0] * 7
    for word, times in types.items():
        totals = [total + times * own for total, own in zip(totals, _of_word(word, lexicon), strict=True)]
    return Counts(sentences, *totals)


@lru_cache(maxsize=2**18)
def _of_word(word: str, lexicon: Lexicon) -> tuple[int, ...]:
    beats = syllables.count(word, lexicon)
    letters = sum(map(str.isalpha, word))
    characters = sum(map(str.isalnum, word))
    return 1, beats, letters, characters, int(letters > 6), int(beats > 2), int(beats == 1)


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
