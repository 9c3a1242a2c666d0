"""The groups a chart compares: what they are called, how large they are, which are too small to compare."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.wording import name, say

if TYPE_CHECKING:
    import pandas as pd

FEWEST = 10
"""Articles a group needs to be compared with another."""
NAMED = {
    "kind": "kinds",
    "lang": "language_names",
    "lang_grade": "grades",
    "named_status": "named_status",
    "part": "parts",
    "source_type": "source_types",
    "stance": "stances",
}
"""Column of codes → the table of names in the locale's file. Any other column is shown as it is."""


UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
"""What no font draws and no SVG holds."""


class Groups(NamedTuple):
    """The groups of one chart.

    Fields:
        by: the column whose values they are.
        sizes: articles in each, in the order in which they are drawn.
        fewest: a group of fewer articles is too small to compare.
        locale: `"en"` or `"fr"`.
    """

    by: str
    sizes: "pd.Series[Any]"
    fewest: int
    locale: str


def called(column: str, value: Any, locale: str) -> str:
    """What a group is called; no value at all is a group too, and says so.

    Args:
        column: whose values the groups are; where it holds codes (NAMED), the locale's file has their names.
        value: the group's value, `""` where a cell is empty.

    >>> called("lang", "fr", "en"), called("outlet", "Le Fanal", "en"), called("outlet", "", "en")
    ('French', 'Le Fanal', 'not given')
    """
    if not value:
        return say("missing", locale)
    shown = name(NAMED[column], value, locale) if column in NAMED else " ".join(value.split())
    return UNPRINTABLE.sub("\ufffd", shown)


def grouped(table: "pd.DataFrame", by: str) -> "pd.DataFrame":
    """The table with the column it is grouped by as text, empty where nothing is given: no row is dropped.

    >>> import pandas as pd
    >>> grouped(pd.DataFrame({"outlet": ["Le Fanal", None]}), "outlet").outlet.tolist()
    ['Le Fanal', '']
    """
    return table.assign(**{by: table[by].astype("str").fillna("")})


def groups_of(table: "pd.DataFrame", by: str, fewest: int, locale: str) -> Groups:
    """The groups of a table, the one with most articles first and equals by name.

    Args:
        table: with `article_id` and the column `by`, as grouped() gives it; an article may have many rows.
        fewest: articles a group needs to be compared.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"article_id": ["a", "b", "b", "c"], "outlet": ["x", "y", "y", "y"]})
    >>> groups_of(table, "outlet", 10, "en").sizes.to_dict()
    {'y': 2, 'x': 1}
    """
    sizes = table.groupby(by).article_id.nunique().sort_index()
    return Groups(by, sizes.sort_values(ascending=False, kind="stable"), fewest, locale)


def rows_of(groups: Groups) -> dict[str, str]:
    r"""What stands beside each group: its name, how many articles it rests on, a star where too few.

    Returns:
        Value of the group → its label, in the order in which they are drawn.

    >>> import pandas as pd
    >>> rows_of(Groups("outlet", pd.Series({"Le Fanal": 12, "Le Phare": 3}), 10, "en"))
    {'Le Fanal': 'Le Fanal (12)', 'Le Phare': 'Le Phare (3)\xa0*'}
    """
    return {
        str(group): say("row", groups.locale, group=called(groups.by, group, groups.locale), n=size)
        + ("\u00a0*" if size < groups.fewest else "")
        for group, size in groups.sizes.to_dict().items()
    }


def unsaid(n: int, locale: str) -> str:
    r"""What a note adds where utterances are left out because nobody said them; nothing where there are none.

    >>> unsaid(2, "en").replace("\xa0", " "), unsaid(0, "en")
    (' Left out, denied or only supposed: 2 utterances.', '')
    """
    return " " + say("note.unsaid", locale, n=n) if n else ""


def note(groups: Groups, n: int, unit: str) -> str:
    r"""What stands below a chart: n, what the brackets count, and what the star means where there is one.

    Args:
        n: how many units the chart rests on.
        unit: a noun of the locale's file, in English: `"article"`, `"utterance"`, `"text"`.

    >>> import pandas as pd
    >>> note(Groups("outlet", pd.Series({"Le Fanal": 12}), 10, "en"), 31, "utterance").replace("\xa0", " ")
    'n = 31 utterances. In brackets: articles.'
    """
    small = (groups.sizes < groups.fewest).any()
    star = " " + say("note.small", groups.locale, fewest=groups.fewest) if small else ""
    return f"{say('note.n', groups.locale, n=n, unit=unit)} {say('note.brackets', groups.locale)}{star}"
