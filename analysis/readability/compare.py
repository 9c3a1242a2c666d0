"""What the readability measures are, and which of them may be compared."""

from typing import TYPE_CHECKING

from analysis import tables
from analysis.text import readability

if TYPE_CHECKING:
    import pandas as pd


def formulas() -> "pd.DataFrame":
    """The readability formulas: what each is made of, how to read it, and where it was published.

    Returns:
        One row per formula: `name`, `column` (of the scores table), `lang` ("any" where it holds for all),
        `formula` as written, `symbols` in words, `direction` and `source`.

    >>> formulas().set_index("name").loc["kandel_moles_1958", "formula"]
    '207 - 1.015 WS - 73.6 SW'
    """
    import pandas as pd

    meanings = readability.symbols()
    rows = [
        {
            "name": one.name,
            "column": one.column,
            "lang": one.lang,
            "formula": readability.written(one),
            "symbols": "; ".join(f"{symbol}: {meanings[symbol]}" for symbol in one.terms),
            "direction": one.direction,
            "source": one.source,
        }
        for one in readability.formulas()
    ]
    return pd.DataFrame(rows, dtype="str")


def compare_readability(scores: "pd.DataFrame", *, by: str, measure: str = "lix") -> "pd.DataFrame":
    """The scores of each group beside one another, where one formula made them all.

    A score has a meaning only among texts of its own language: each formula was fitted anew, with other
    constants. Comparing two formulas is therefore refused; LIX counts the same things everywhere, and is the
    nearest to a common measure, though languages differ in the length of their words.

    Args:
        scores: from score_readability(), with the column to group by merged in.
        by: that column.
        measure: the column compared.

    Returns:
        One row per group: `n` texts with a score, `median`, and the quartiles `low` and `high`.

    Raises:
        ValueError: where a column is missing, or where the scores of the measure come from several formulas.

    >>> import pandas as pd
    >>> made = {"lang": ["fr", "en"], "formula": ["f", "e"], "flesch": [50.0, 60.0], "lix": [41.0, 38.0]}
    >>> scores = pd.DataFrame(made)
    >>> compare_readability(scores, by="lang")["median"].tolist()
    [38.0, 41.0]
    >>> compare_readability(scores, by="lang", measure="flesch")
    Traceback (most recent call last):
    ...
    ValueError: measure='flesch' holds scores of 2 formulas (e, f), one per language: ... measure='lix' ...
    """
    import pandas as pd

    scores = tables.require(
        scores, "scores", formula="score_readability()", **{measure: "score_readability()", by: "you"}
    )
    scored = scores[scores[measure].notna()]
    made_by = sorted(scored["formula"].dropna().unique())
    if measure.startswith("flesch") and len(made_by) > 1:
        raise ValueError(
            f"measure={measure!r} holds scores of {len(made_by)} formulas ({', '.join(made_by)}), one per"
            " language: they are not comparable. Compare within one language, or take measure='lix' or 'rix',"
            " which count the same things in every language"
        )
    groups = scored.groupby(by)[measure]
    wanted = {
        "n": groups.size(),
        "median": groups.median(),
        "low": groups.quantile(0.25),
        "high": groups.quantile(0.75),
    }
    return pd.DataFrame(wanted).reset_index()
