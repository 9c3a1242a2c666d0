"""Article-local verbs: each a thin loop over one function of the text floor.

A stage takes the articles table, leaves it untouched, looks at one article at a time, and gives a table; an
empty table in gives an empty table of the same columns out.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analysis.text import lexicon
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote

if TYPE_CHECKING:
    import pandas as pd

load_lexicon = lexicon.load

Finder = Callable[[str, Lexicon], list[Quote]]


def readable(articles: "pd.DataFrame", *others: str) -> Iterator[tuple[str, ...]]:
    """`article_id`, `text` and the other columns named, of the articles that have a text."""
    rows = articles[articles["text"].notna()]
    yield from zip(*(rows[name] for name in ("article_id", "text", *others)), strict=True)

