"""What the formulas count: per word type once, then added up over the words of a text."""

import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from analysis.text import numbers, syllables, words
from analysis.text.lexicon import Lexicon

MOST_CHUNKS = 2**18
"""Kept per language; a corpus of any size needs no more memory than these."""

LANES = struct.Struct("<6Q")
"""The counts from `syllables` on, side by side in one number: no text has enough words to fill a lane."""


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


class Vocabulary(dict[str, tuple[str, ...]]):
    """What stands between two spaces → its words, cut when it is first asked for.

    Args:
        lexicon: of the language whose words these are.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.lanes: dict[str, int] = {}  # word → what it adds to the counts
        self.new: list[str] = []  # words of the chunks cut since the last were counted

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        self[chunk] = cut = words.cut(chunk, self.lexicon)
        self.new += cut
        return cut


def read(text: str, sentences: int, lexicon: Lexicon) -> tuple[list[str], Counts]:
    """The words of a stretch of text, in order and in lower case, and its counts.

    Args:
        text: the stretch.
        sentences: how many it has.
        lexicon: of its language.

    >>> from analysis.text.lexicon import load
    >>> read("La situation est « stable ».", 1, load("fr"))[1]
    Counts(sentences=1, words=4, syllables=6, letters=20, characters=20, long=1, poly=1, mono=3)
    """
    known = _vocabulary(lexicon)
    tokens = list(chain.from_iterable(map(known.__getitem__, words.chunks(text))))
    if known.new:
        new = list(set(known.new).difference(known.lanes))
        known.lanes.update(zip(new, _measured(new, lexicon), strict=True))
        known.new.clear()
    total = sum(map(known.lanes.__getitem__, tokens))
    for word, times in Counter(numbers.spelt(text, lexicon)).items():
        total += min(times, tokens.count(word)) * _spelt(word, known)
    if len(known) > MOST_CHUNKS:
        known.clear()
        known.lanes.clear()
    return tokens, Counts(sentences, len(tokens), *LANES.unpack(total.to_bytes(LANES.size, "little")))


_vocabulary = cache(Vocabulary)  # one for each language, met so far


def _measured(new: Sequence[str], lexicon: Lexicon) -> Iterator[int]:
    for word, beats in zip(new, syllables.count_all(new, lexicon), strict=True):
        letters = len(word) if word.isalpha() else sum(map(str.isalpha, word))
        yield _lanes(beats, letters, letters if word.isalpha() else sum(map(str.isalnum, word)))


def _spelt(word: str, known: Vocabulary) -> int:
    """What a word adds more to the counts where it is read letter by letter."""
    heard = _lanes(numbers.letters(word, known.lexicon), len(word), len(word))
    return heard - known.lanes.get(word, heard)


@lru_cache(maxsize=2**12)  # words of the same counts share one number, which stays in the processor's cache
def _lanes(beats: int, letters: int, characters: int) -> int:
    lanes = LANES.pack(beats, letters, characters, letters > 6, beats > 2, beats == 1)
    return int.from_bytes(lanes, "little")


def symbols_of(counts: Counts) -> dict[str, float]:
    """The values of the symbols of formulas.toml for a stretch that has words.

    Args:
        counts: of the stretch; arrays in their place give arrays of values.

    Returns:
        Symbol → value; symbols() says what each means.

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
