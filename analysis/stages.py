"""Article-local verbs: each a thin loop over one function of the text floor.

A stage takes the articles table, leaves it untouched, looks at one article at a time, and gives a table; an
empty table in gives an empty table of the same columns out.
"""

import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analysis import tables
from analysis.text import language, lexicon, quotes
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


def detect_language(articles: "pd.DataFrame", *, method: str = "auto") -> "pd.DataFrame":
    """The articles with their languages: columns `lang`, `lang_prob` and `lang_grade`, replaced if there.

    Args:
        articles: needs `article_id` and `text`.
        method: `"auto"` asks py3langid, and langdetect where one opinion is not enough; `"langdetect"` asks
            langdetect alone, seeded, and grades no answer higher than `"medium"`.

    Returns:
        The same rows; `lang` is `"und"` where the opinions do not settle it, NA where there is no text.

    Raises:
        ValueError: for another method, or where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Le maire a annoncé sa démission.", "2022"]})
    >>> detect_language(articles)[["lang", "lang_grade"]].values.tolist()
    [['fr', 'high'], ['und', 'und']]
    """
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    methods = {"auto": language.detect, "langdetect": language.ask_langdetect}
    if method not in methods:
        raise ValueError(f"method must be one of {list(methods)}, not {method!r}")
    found = [methods[method](text) if isinstance(text, str) else (None,) * 3 for text in articles["text"]]
    rows = zip(articles["article_id"], *zip(*found, strict=True), strict=True) if found else []
    made = tables.from_rows(language.Detection, rows).set_index(articles.index)
    return articles.assign(**{name: made[name] for name in language.Detection._fields})


def find_quotes(
    articles: "pd.DataFrame", *, lexicon: Lexicon | None = None, finder: Finder | None = None
) -> "pd.DataFrame":
    """The quotations of each article: what is said, by which words it is reported, and by whom.

    Args:
        articles: needs `article_id`, `text` and `lang`.
        lexicon: used instead of the file of its own language, for example with the analyst's own verbs.
        finder: someone's own `(text, lexicon) → list[Quote]`, a model for instance, used instead of the rules.

    Returns:
        The quotes table, one row per contiguous stretch. An article whose language has no file, or no
        reporting verbs in it, gives no row; one warning says how many those are.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["« Oui », a dit Ada Roy."], "lang": ["fr"]})
    >>> find_quotes(articles)[["quote", "cue", "source"]].values.tolist()
    [['Oui', 'a dit', 'Ada Roy']]
    """
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()", lang="detect_language()")
    given = {lexicon.code: lexicon} if lexicon else {}
    rows: list[tuple[object, ...]] = []
    left: list[str] = []
    for article_id, text, lang in readable(articles, "lang"):
        own = _verbed(lang, given)
        if own is None:
            left.append(article_id)
        else:
            rows += [(article_id, *quote) for quote in (finder or quotes.find)(text, own)]
    if left:
        warnings.warn(f"{len(left)} of {len(articles)} articles have no language with reporting verbs: no quotations", stacklevel=2)
    return tables.from_rows(Quote, rows)


def _verbed(lang: object, given: dict[str, Lexicon]) -> Lexicon | None:
    """The lexicon of a language that has reporting verbs, else None."""
    primary = lang.split("-")[0].lower() if isinstance(lang, str) else ""
    if primary not in given and primary not in lexicon.available():
        return None
    own = given.get(primary) or lexicon.load(primary)
    return own if own.section("verbs") else None
