"""What charts that compare groups share: tidy counts, bars of shares, rows of dots, and a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.charts import draw
from analysis.charts.groups import Groups, called, rows_of
from analysis.wording import number, percent, say

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

SPOKEN = 12
"""Rows an alt text reads out."""


def tidy(counts: "pd.DataFrame", groups: Groups, categories: Sequence[str], value: str) -> "pd.DataFrame":
    """Counts of a group and a category as a row each, with the articles the group rests on.

    Args:
        counts: a row a group, a column a category; what is not there is zero.
        categories: the columns to come, in order.
        value: what the counts are called.

    >>> import pandas as pd
    >>> counts = pd.DataFrame({"direct": [3]}, index=["Le Fanal"]).rename_axis(columns="kind")
    >>> groups = Groups("outlet", pd.Series({"Le Fanal": 12}), 10, "en")
    >>> tidy(counts, groups, ["direct"], "words").to_dict("records")
    [{'outlet': 'Le Fanal', 'kind': 'direct', 'words': 3, 'articles': 12, 'small': False}]
    """
    whole = counts.reindex(index=groups.sizes.index, columns=list(categories), fill_value=0)
    table = whole.rename_axis(index=groups.by).reset_index()
    long = table.melt(groups.by, var_name=str(counts.columns.name), value_name=value)
    sizes = long[groups.by].map(groups.sizes)
    return long.assign(articles=sizes, small=sizes < groups.fewest)


def shares(
    data: "pd.DataFrame", rows: Mapping[str, str], columns: Mapping[str, str], locale: str
) -> tuple["Figure", str]:
    """The bars of a table of shares, and their values as the alt text reads them out.

    Args:
        data: `share` and `small`, a row a bar, indexed by the code of its row and the code of its column.
        rows: code → what stands beside the row, in the order in which they are drawn.
        columns: code → what stands above the column, in that order.

    >>> import pandas as pd
    >>> index = pd.MultiIndex.from_product([["fanal"], ["direct", "mixed"]])
    >>> data = pd.DataFrame({"share": [0.4, 0.1], "small": False}, index=index)
    >>> shares(data, {"fanal": "Le Fanal (12)"}, {"direct": "direct", "mixed": "mixed"}, "en")[1]
    'Le Fanal (12): direct 40%, mixed 10%.'
    """
    values, light = (_wide(data[cells], rows, columns) for cells in ("share", "small"))
    labels = values.map(lambda value: percent(value, locale))
    read = [
        ", ".join(f"{title} {cell}".strip() for title, cell in zip(labels, cells, strict=True))
        for cells in labels.to_numpy()
    ]
    return draw.bars(values.fillna(0.0), labels, light), listed(zip(rows.values(), read, strict=True), locale)


def _wide(cells: "pd.Series[Any]", rows: Mapping[str, str], columns: Mapping[str, str]) -> "pd.DataFrame":
    import pandas as pd

    at = cells.to_dict()
    table = [[at[row, column] for column in columns] for row in rows]
    return pd.DataFrame(table, list(rows.values()), list(columns.values()))


def dotted(data: "pd.DataFrame", value: str, groups: Groups) -> list[draw.Group]:
    """The rows of dots of a table: a row a group, a dot a value.

    Args:
        data: `value` and the column of the groups, a row a dot.

    >>> import pandas as pd
    >>> data = pd.DataFrame({"outlet": "Le Fanal", "words": [4, 7, 30]})
    >>> row = dotted(data, "words", Groups("outlet", pd.Series({"Le Fanal": 3}), 10, "en"))[0]
    >>> row.values.tolist(), row.middle, bool(row.light)
    ([4, 7, 30], '7', True)
    """
    values = {group: data[value][data[groups.by] == group] for group in groups.sizes.index}
    light = groups.sizes < groups.fewest
    return [
        draw.Group(row, values[group].to_numpy(), number(values[group].median(), groups.locale), light[group])
        for group, row in rows_of(groups).items()
    ]


def usual(values: "pd.Series[float]") -> tuple[float, float]:
    """The usual range: where the middle eight tenths of the values lie.

    Args:
        values: one a dot; what is missing is not counted.

    >>> import pandas as pd
    >>> usual(pd.Series(range(11)))
    (1.0, 9.0)
    """
    return float(values.quantile(0.1)), float(values.quantile(0.9))


def contrast(key: str, values: "pd.Series[Any]", groups: Groups) -> str:
    """The clause that names the groups with the highest and the lowest value; empty where none stands out.

    Only groups large enough to compare are compared.

    Args:
        key: the clause in the locale's file; it uses `{high}`, `{high_value}`, `{low}` and `{low_value}`.

    >>> import pandas as pd
    >>> groups = Groups("outlet", pd.Series({"Le Fanal": 12, "Le Phare": 11, "Le Cri": 3}), 10, "en")
    >>> values = pd.Series({"Le Fanal": 0.4, "Le Phare": 0.2, "Le Cri": 0.9})
    >>> contrast("quotation_shares.contrast", values, groups)
    '; most in Le Fanal (40%), least in Le Phare (20%)'
    >>> contrast("quotation_shares.contrast", values[:1], groups)
    ''
    """
    large = groups.sizes.index[groups.sizes >= groups.fewest]
    known = {str(group): value for group, value in values.reindex(large).dropna().items()}
    if len(set(known.values())) < 2:
        return ""
    high, low = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    names = {end: called(groups.by, group, groups.locale) for end, group in (("high", high), ("low", low))}
    return say(key, groups.locale, **names, high_value=known[high], low_value=known[low])


def medians(rows: Iterable[draw.Group], locale: str) -> str:
    """The medians of rows of dots as the alt text reads them out.

    Args:
        rows: rows of dots, from above, each with its median as it is written there.

    >>> import numpy as np
    >>> medians([draw.Group("Le Fanal (3)", np.array([4, 7, 30]), "7", light=True)], "en")
    'Le Fanal (3): 7.'
    """
    return listed(((row.name, row.middle) for row in rows), locale)


def listed(items: Iterable[tuple[str, str]], locale: str) -> str:
    """Names with their values, for the alt text: the first dozen, and how many more there are.

    Args:
        items: each name and its value, both as the reader is to hear them.

    >>> listed([("direct", "41%"), ("indirect", "12%")], "en")
    'direct: 41%; indirect: 12%.'
    """
    every = [say("list.item", locale, name=name, value=value) for name, value in items]
    more = [say("list.more", locale, n=len(every) - SPOKEN)] if len(every) > SPOKEN else []
    return say("list.between", locale).join(every[:SPOKEN] + more) + "."
