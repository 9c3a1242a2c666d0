"""Phrases of the data files found in a text whatever their endings: "autorité", "les autorités"."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from analysis.text.grammar.phrase_list import by_first_word
from analysis.text.grammar.tokens import Tokens, lowered, tokenise
from analysis.text.grammar.word_lists import endings
from analysis.text.lexicon import Lexicon

SHORTEST = 3
"""Letters that stay of a word."""


class Hit(NamedTuple):
    """A phrase found: its first token, the token after it, and what it stands for."""

    first: int
    last: int
    value: str


Begun = Sequence[tuple[tuple[str, ...], str]]
"""Words of a phrase and what it stands for, longest phrase first."""

Index = Mapping[str, Begun]
"""Stem of the first word → the phrases that begin with it."""


@lru_cache(maxsize=100_000)
def stem(word: str, lexicon: Lexicon) -> str:
    """A word in lower case without its endings; no linguist's stem, but the same for each form.

    Args:
        word: one word, as printed.
        lexicon: whose `[inflection]` endings are taken off, as long as three letters stay.

    >>> from analysis.text.lexicon import load
    >>> stem("présidentes", load("fr")), stem("Président", load("fr"))
    ('président', 'président')
    """
    low = lowered(word)
    own = endings(lexicon, "inflection.endings")
    if not low.endswith(own):
        return low
    shorter = [low[: -len(end)] for end in own if low.endswith(end) and len(low) - len(end) >= SHORTEST]
    return stem(min(shorter, key=len), lexicon) if shorter else low


def index(phrases: Iterable[tuple[str, str]], lexicon: Lexicon) -> Index:
    """Phrases ready to be found.

    Args:
        phrases: (phrase, what it stands for); a phrase may stand for several things.
        lexicon: whose words and endings they have.

    >>> from analysis.text.lexicon import load
    >>> index([("ministre", "minister"), ("ministre du Budget", "treasurer")], load("fr"))
    {'ministr': [(('ministre', 'du', 'Budget'), 'treasurer'), (('ministre',), 'minister')]}
    """
    cut = [(tuple(printed(tokenise(phrase, lexicon))), value) for phrase, value in phrases]
    return by_first_word(cut, lambda entry: entry[0], lambda word: stem(word, lexicon))


def printed(tokens: Tokens) -> list[str]:
    """The tokens as the text has them.

    Args:
        tokens: of a text, with its capitals and curly apostrophes.

    >>> from analysis.text.lexicon import load
    >>> printed(tokenise("l’État", load("fr")))
    ['l’', 'État']
    """
    return [tokens.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def find(words: Sequence[str], phrases: Index, lexicon: Lexicon) -> list[Hit]:
    """The phrases in a row of words, in order, the longest of each place; none inside another.

    Args:
        words: as printed.
        phrases: of index().
        lexicon: whose endings the words have.

    >>> from analysis.text.lexicon import load
    >>> french = load("fr")
    >>> roles = index([("ministre", "minister"), ("premier ministre", "head")], french)
    >>> find(["les", "premiers", "ministres"], roles, french), find(["la", "ministre"], roles, french)
    ([Hit(first=1, last=3, value='head')], [Hit(first=1, last=2, value='minister')])
    """
    hits: list[Hit] = []
    free = 0
    for at, word in enumerate(words):
        begun = phrases.get(stem(word, lexicon)) if at >= free else None
        if begun and (longest := _longest(words, at, begun, lexicon)):
            hits += longest
            free = longest[0].last
    return hits


def first(words: Sequence[str], phrases: Index, lexicon: Lexicon) -> Hit | None:
    """The longest phrase that some words begin with, as find() finds it.

    >>> from analysis.text.lexicon import load
    >>> french = load("fr")
    >>> roles = index([("ministre", "minister")], french)
    >>> first(["ministres"], roles, french), first(["la", "ministre"], roles, french)
    (Hit(first=0, last=1, value='minister'), None)
    """
    begun = phrases.get(stem(words[0], lexicon), ())
    return next(iter(_longest(words, 0, begun, lexicon)), None)


def _longest(words: Sequence[str], at: int, begun: Begun, lexicon: Lexicon) -> list[Hit]:
    """What the longest phrase that stands at a word means, once each."""
    found = [
        Hit(at, at + len(phrase), value)
        for phrase, value in begun
        if _same(words[at : at + len(phrase)], phrase, lexicon)
    ]
    return list(dict.fromkeys(hit for hit in found if hit.last == found[0].last))


def _same(words: Sequence[str], phrase: Sequence[str], lexicon: Lexicon) -> bool:
    return len(words) == len(phrase) and all(map(_fits, words, phrase, repeat(lexicon)))


def _fits(word: str, wanted: str, lexicon: Lexicon) -> bool:
    """Whether a word is a form of the wanted one; a capital asks for a capital, capitals for capitals."""
    if len(wanted) > 1 and wanted.isupper():
        return word == wanted
    capital = word[:1].isupper() or not wanted[:1].isupper()
    return capital and stem(word, lexicon) == stem(wanted, lexicon)
