"""What a speaker is called when nobody is named: the mention's own words, the same ones every time."""

import re
from itertools import takewhile

from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon


def bare(mention: str, lexicon: Lexicon) -> str:
    """A mention as a speaker is called: no article, a small letter where only its place gave a capital.

    Args:
        mention: as printed; a relative clause after it goes too.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> bare("Les autorités kazakhes", load("fr"))
    'autorités kazakhes'
    """
    relatives = words(lexicon, "words.relatives")
    rest = " ".join(takewhile(lambda word: word.lower() not in relatives, mention.split(" ")))
    articles = words(lexicon, "resolution.articles") | words(lexicon, "words.determiners")
    while (found := re.match(r"[^\W\d_]+['’]?\s*", rest)) and found[0].strip().lower().replace(
        "’", "'"
    ) in articles:
        if found.end() == len(rest):
            return mention
        rest = rest[found.end() :]
    return _lowered(rest, lexicon)


def _lowered(phrase: str, lexicon: Lexicon) -> str:
    first = phrase.partition(" ")[0]
    common = any(
        first.lower() in words(lexicon, f"mentions.{name}") for name in ("roles", "groups", "documents")
    )
    capital = lexicon.section("resolution").get("noun_capitals", False) or not common
    return phrase if capital or first.isupper() else phrase[:1].lower() + phrase[1:]
