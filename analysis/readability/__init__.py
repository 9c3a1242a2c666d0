"""How hard the articles are to read, and for whom.

`pieces` says what is scored and by which of the two sets of measures, `with_textstat` holds the second of
them, `compare` says what the measures are and puts groups beside one another.
"""

import warnings
from typing import TYPE_CHECKING

from analysis import tables
from analysis.language import DETECTED, undetected
from analysis.partial import counted, partial
from analysis.readability import pieces
from analysis.readability.compare import compare_readability, formulas

if TYPE_CHECKING:
    import pandas as pd

PARTIAL = "no whole article: column 'text_kind' says what it is"

__all__ = ["compare_readability", "formulas", "score_readability"]


def score_readability(
    articles: "pd.DataFrame",
    *,
    quotes: "pd.DataFrame | None" = None,
    method: str = "native",
    interval: bool = False,
) -> "pd.DataFrame":
    """How hard each article is to read, by the formulas that hold in its language.

    Args:
        articles: needs `article_id`, `text` and `lang`; a text that `text_kind` calls cut or a caption is no
            article to measure.
        quotes: adds rows for the narration and for the marked quotations of each article that has any; the
            words of an indirect quotation are the journalist's.
        method: `"native"` for the measures of formulas(), `"textstat"` for ten measures of that package under
            its own names.
        interval: add 95 % intervals of flesch and lix, sentences resampled; native only.

    Returns:
        One row per article and part. A measure that does not apply is missing and `reason` says why; one
        warning says how many articles that concerns.

    Raises:
        ValueError: for another method, an interval of textstat, quotations that are not in their article, or
            where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Il pleut. Tout va bien."], "lang": ["fr"]})
    >>> score_readability(articles)[["part", "n_words", "formula", "too_short"]].values.tolist()
    [['whole', 5, 'kandel_moles_1958', True]]
    """
    made_by = {"article_id": "read_articles()", "text": "read_articles()", "lang": DETECTED}
    articles = tables.require(articles, "articles", "text_kind", **made_by)
    if quotes is not None:
        quotes = tables.require(quotes, "quotes", **dict.fromkeys(pieces.QUOTED, "find_quotes()"))
    record, score = pieces.scorer(method, interval=interval)
    texts = pieces.of_articles(articles, quotes)
    rows = [(article_id, *score(text, lang, part)) for article_id, lang, part, text in texts]
    made = tables.from_rows(record, rows)
    apart = made["article_id"].isin(articles["article_id"][partial(articles)])
    made["reason"] = made["reason"].mask(apart, PARTIAL)
    if lacking := made["article_id"][made["reason"].notna()].nunique():
        among = counted(articles)
        why = "column 'reason' says why" + (among and f", {among}")
        message = f"{lacking} of {len(articles)} articles lack scores: {why}"
        warnings.warn(message + undetected(articles), stacklevel=2)
    return made
