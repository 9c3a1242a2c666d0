"""A table as far as an Excel sheet holds it, and what was left out: no report is lost for its workbook."""

import math
from typing import TYPE_CHECKING, Any

from analysis.formats.cells import shown
from analysis.formats.excel import MOST_CHARACTERS, MOST_ROWS

if TYPE_CHECKING:
    import pandas as pd

CUT = " […]"
"""Where a text ends that goes on."""


def fitted(table: "pd.DataFrame") -> tuple["pd.DataFrame", list[str]]:
    """The table with its first rows, its long texts cut and its infinite numbers as text.

    Returns:
        The table, and in words what differs; the table itself where nothing does.

    >>> import pandas as pd
    >>> made, left = fitted(pd.DataFrame({"text": ["It rains. " * 4000], "lix": [float("inf")]}))
    >>> len(made["text"][0]), made["text"][0][-4:], made["lix"][0]
    (32767, ' […]', 'inf')
    >>> left
    ['texts cut at 32767 characters: 1', 'infinite numbers written as text: 1']
    """
    rows = table.iloc[: MOST_ROWS - 1].astype(object)  # one is the header's
    long, infinite = rows.map(_is_long), rows.map(_is_infinite)
    counts = {
        f"texts cut at {MOST_CHARACTERS} characters": int(long.to_numpy().sum()),
        "infinite numbers written as text": int(infinite.to_numpy().sum()),
        f"rows left out after the first {len(rows)}": len(table) - len(rows),
    }
    left = [f"{what}: {n}" for what, n in counts.items() if n]
    return rows.mask(long, rows.map(_cut)).mask(infinite, rows.map(str)) if left else table, left


def _is_long(value: Any) -> bool:
    held = isinstance(value, str | list | dict)
    return held and len(_utf16(value)) > 2 * MOST_CHARACTERS


def _cut(value: Any) -> Any:
    if not _is_long(value):
        return value
    return _utf16(value)[: 2 * (MOST_CHARACTERS - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _utf16(value: Any) -> bytes:
    return shown(value).encode("utf-16-le", "surrogatepass")


def _is_infinite(value: Any) -> bool:
    return isinstance(value, float) and math.isinf(value)
