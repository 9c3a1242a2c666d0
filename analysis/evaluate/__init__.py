"""Predicted quotations against gold: precision, recall and F, with intervals and a signature."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import tables
from analysis.evaluate import measured as record
from analysis.evaluate import outcomes, scoring
from analysis.evaluate.gold import Gold, read_gold

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Gold", "read_gold", "score_quotes"]


def score_quotes(
    predicted: "pd.DataFrame",
    gold: Gold | str | Path,
    *,
    by: str | Sequence[str] | None = None,
    seed: int = 0,
    measured: str | Path | None = None,
) -> "pd.DataFrame":
    """Precision, recall and F of predicted quotations, corpus-level: over all articles of a gold standard.

    A prediction and a gold quotation are paired one to one; outer marks and a leading "that" are trimmed on
    both sides first. A quotation that gold calls optional counts neither way.

    Args:
        predicted: a quotes table made from `gold.articles`.
        gold: what read_gold() gives, or a path for it.
        by: `"rule"`, any column of the gold's articles (`"lang"`), or several. By rule, the gold is all there
            is in the group, so that the recalls of the rules add up.
        seed: of the samples of articles behind the 95 % intervals.
        measured: a TOML file (`analysis/measured.toml`) in which to note the precision and recall of each
            rule and language; what it says of other languages stays.

    Returns:
        A row for each group, kind (`all`, `direct`, `mixed`, `indirect`) and overlap that counts as found:
        `exact`, at least .8 or .3 of the gold span (as the Gender Gap Tracker measures) or of the union.
        `n_gold, n_predicted, n_matched`; `precision, recall, f1`; `source_same, source_shared`: of matched
        ones, the share whose mention has the same words, or shares a word or a place; `e2e_*`: found and
        source shared; `*_low, *_high`: percentile bootstrap over articles; `signature`. Two kinds count
        something else: `negatives`, spans that must not come back (recall should be 0), and `resolved`,
        quotations whose speaker has another name than the mention. NaN where nothing was asked for.

    Raises:
        ValueError: for an unknown `by`, and for a prediction that is not the slice of its article.

    >>> from analysis.tables import from_rows, Article
    >>> from analysis.text.quotes import Quote
    >>> import pandas as pd
    >>> articles = from_rows(Article, [Article("a", "a.txt", text="« Oui », dit-il.", lang="fr")])
    >>> told = from_rows(Quote, [("a", *Quote(2, 5, "Oui", "direct", 1, 1, source="il"))])
    >>> none = pd.DataFrame(columns=["article_id", "start", "end", "why"])
    >>> scored = score_quotes(told, Gold(articles, told, none, "made", "0" * 64))
    >>> scored[["kind", "overlap", "n_gold", "f1"]].head(1).to_dict("records")
    [{'kind': 'all', 'overlap': 'exact', 'n_gold': 1, 'f1': 1.0}]
    """
    standard = gold if isinstance(gold, Gold) else read_gold(gold)
    columns = [by] if isinstance(by, str) else list(by or ())
    predicted = _taken(predicted, standard, columns)
    found = outcomes.of_articles(predicted, standard)
    if measured is not None:
        rules = scoring.table(found, standard.articles, ["lang", "rule"], seed)
        record.write(rules, standard, Path(measured))
    scored = scoring.table(found, standard.articles, columns, seed)
    return scored.assign(signature=record.signature(standard, seed))


def _taken(predicted: "pd.DataFrame", gold: Gold, by: Sequence[str]) -> "pd.DataFrame":
    """The predictions as they are read, each the slice of its article."""
    makers = dict.fromkeys(["article_id", "start", "end", "quote", "kind", "source"], "find_quotes()")
    known = ("source_start", "source_end", "speaker", "rule")
    predicted = tables.require(predicted, "predicted", *known, **makers)
    choices = ["rule", *gold.articles.columns]
    for name in by:
        if name not in choices:
            raise ValueError(
                f"by={name!r} is neither 'rule' nor a column of the gold's articles: {choices[1:]}"
            )
    texts = dict(zip(gold.articles["article_id"], gold.articles["text"], strict=True))
    for row in predicted[predicted["article_id"].isin(list(texts))].itertuples():
        if texts[row.article_id][row.start : row.end] != row.quote:
            raise ValueError(
                f"the prediction at {row.start}:{row.end} is not the slice of article {row.article_id!r}: "
                "score what find_quotes(gold.articles) gives"
            )
    return predicted
