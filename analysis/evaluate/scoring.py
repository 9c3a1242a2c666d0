"""Outcomes counted: precision, recall, F and their intervals for each group, kind and overlap."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from analysis import intervals
from analysis.evaluate.matching import OVERLAPS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

KINDS = ("all", "direct", "mixed", "indirect")
OTHER_COUNTS = (("negatives", "half"), ("resolved", "gold >= 0.3"))
"""What is counted beside quotations: only a recall makes sense of them."""

COUNTS = ["gold", "predicted", "matched", "same_source", "shared_source"]
MEASURES = [
    "precision",
    "recall",
    "f1",
    "source_same",
    "source_shared",
    "e2e_precision",
    "e2e_recall",
    "e2e_f1",
]
WITH_INTERVAL = ["precision", "recall", "f1", "e2e_f1"]


def table(found: "pd.DataFrame", articles: "pd.DataFrame", by: Sequence[str], seed: int) -> "pd.DataFrame":
    """One row for each group, kind and overlap.

    Args:
        articles: of the gold standard: the units that are resampled.
        by: columns of articles, and `"rule"`.

    >>> import pandas as pd
    >>> from analysis.evaluate.outcomes import Outcome
    >>> missed = Outcome("a", "direct", "exact", gold=1)
    >>> found = pd.DataFrame([missed, missed._replace(predicted=1, matched=1)])
    >>> scored = table(found, pd.DataFrame({"article_id": ["a"]}), [], 0)
    >>> scored[["kind", "overlap", "n_gold", "precision", "recall"]].head(1).values.tolist()
    [['all', 'exact', 2, 1.0, 0.5]]
    """
    import pandas as pd

    shared = [name for name in by if name != "rule"]
    rows: list[dict[str, Any]] = []
    for key, members in articles.groupby(shared, dropna=False) if shared else [((), articles)]:
        inside = found[found["article_id"].isin(members["article_id"])]
        weights = intervals.resample(len(members), seed)
        group = dict(zip(shared, key, strict=True))
        rows += [group | row for row in _cells(inside, list(members["article_id"]), weights, "rule" in by)]
    bounds = [f"{name}_{end}" for name in WITH_INTERVAL for end in ("low", "high")]
    counted = ["n_gold", "n_predicted", "n_matched"]
    names = [*shared, *(["rule"] if "rule" in by else []), "kind", "overlap"]
    return pd.DataFrame(rows, columns=[*names, *counted, *MEASURES, *bounds])


def _cells(
    found: "pd.DataFrame", articles: list[str], weights: "np.ndarray", by_rule: bool
) -> Iterator[dict[str, Any]]:
    """The rows of one group of articles; by rule, only what the rule found or wrongly found."""
    for kind, overlap in [(kind, overlap) for kind in KINDS for overlap in OVERLAPS] + list(OTHER_COUNTS):
        cell = found[found["overlap"].eq(overlap) & _of_kind(found, kind)]
        whole = _by_article(cell, articles)
        if not by_rule:
            yield {"kind": kind, "overlap": overlap} | _row(whole, weights, kind)
            continue
        for rule, part in cell.groupby("rule"):
            counts = _by_article(part, articles)
            counts[:, 0] = whole[:, 0]  # every rule is asked for all the gold there is
            yield {"rule": rule, "kind": kind, "overlap": overlap} | _row(counts, weights, kind)


def _of_kind(found: "pd.DataFrame", kind: str) -> "pd.Series[bool]":
    return found["kind"].isin(KINDS) if kind == "all" else found["kind"].eq(kind)


def _by_article(cell: "pd.DataFrame", articles: list[str]) -> "np.ndarray":
    """Counts of shape (articles, 5), int64."""
    return cell.groupby("article_id")[COUNTS].sum().reindex(articles, fill_value=0).to_numpy()


def _row(counts: "np.ndarray", weights: "np.ndarray", kind: str) -> dict[str, Any]:
    """Totals, measures and intervals of one cell."""
    totals = counts.sum(axis=0)
    row: dict[str, Any] = dict(zip(["n_gold", "n_predicted", "n_matched"], totals.tolist(), strict=False))
    sampled = _measures(weights.T @ counts)
    for name, value, values in zip(MEASURES, _measures(totals), sampled, strict=True):
        if kind in KINDS or name == "recall":
            row[name] = float(value)
            if name in WITH_INTERVAL:
                row[f"{name}_low"], row[f"{name}_high"] = intervals.percentile(values)
    return row


def _measures(counts: "np.ndarray") -> "list[np.ndarray]":
    """MEASURES of counts of shape (…, 5); F = 2PR / (P + R) = 2 matched / (gold + predicted)."""
    gold, predicted, matched, same, both = (counts[..., column] for column in range(5))
    share = intervals.share
    asked = gold + predicted
    return [
        *(share(matched, predicted), share(matched, gold), share(2 * matched, asked)),
        *(share(same, matched), share(both, matched)),
        *(share(both, predicted), share(both, gold), share(2 * both, asked)),
    ]
