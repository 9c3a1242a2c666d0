"""Countries in the article's own words: a name, an adjective, the seat of a government."""

from collections.abc import Iterator, Sequence
from functools import cache

from analysis.text import lexicon
from analysis.text.grammar import inflection
from analysis.text.grammar.inflection import Hit, Index
from analysis.text.lexicon import Lexicon


def find(words: Sequence[str], known: Lexicon, *, seats: bool = False) -> list[Hit]:
    """The countries that words name, as ISO 3166-1 alpha-2.

    Args:
        words: as printed.
        known: their language.
        seats: whether a capital or a palace stands for its country, as it does in "Moscow said".

    >>> [hit.value for hit in find(["le", "dirigeant", "kazakh"], lexicon.load("fr"))]
    ['KZ']
    >>> [hit.value for hit in find(["Moscow"], lexicon.load("en"), seats=True)]
    ['RU']
    """
    return inflection.find(words, _index(known, seats), known)


@cache
def _index(known: Lexicon, seats: bool) -> Index:
    return inflection.index(_phrases(known.code, seats), known)


def _phrases(code: str, seats: bool) -> Iterator[tuple[str, str]]:
    for country, table in lexicon.shared("countries").items():
        for kind in ("names", "adjectives"):
            yield from ((phrase, country) for phrase in table[kind].get(code, ()))
        if seats:
            yield from ((seat, country) for seat in table.get("seats", ()))
