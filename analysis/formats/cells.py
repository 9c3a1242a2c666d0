"""One cell: its value and its type, when a file holds text only."""

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Cell = tuple[str | None, bool]
"""What a cell holds, and whether it stood in quotes."""

INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,4299})")  # 12; not 0012, which is a name, nor what int() refuses
NUMBER = re.compile(r"-?(?:\d+\.\d+(?:e[+-]?\d+)?|\de[+-]?\d+|inf)")  # 0.25, 1.5e-07
# 2020-01-13T08:00:00+00:00
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?(?:[+-]\d\d:\d\d)?")

EXACT = 2**53
"""Up to here every whole number has a float of its own."""

SURROGATES = re.compile("[\ud800-\udfff]")

DTYPES = {str: "str", bool: "bool", int: "int64", float: "float64"}
MISSING = {"bool": "boolean", "int64": "Int64"}
"""Dtypes that cannot hold a missing cell, and those that can instead."""


def literal(value: str | None, quoted: bool) -> Any:
    """The value of a cell that we wrote: text stands in quotes, all else does not.

    Args:
        value: what stood in the cell, without its quotes; None where nothing stood.
        quoted: whether it stood in quotes.

    >>> literal("12", False), literal("12", True), literal("0012", False), literal(None, False)
    (12, '12', '0012', None)
    """
    if quoted or value is None:
        return value
    if value in {"True", "False"}:
        return value == "True"
    readers: dict[re.Pattern[str], Callable[[str], Any]] = {
        INTEGER: int,
        NUMBER: float,
        MOMENT: dt.datetime.fromisoformat,
    }
    return next((read(value) for shape, read in readers.items() if shape.fullmatch(value)), value)


def plain(value: Any) -> Any:
    """A cell of a table as a Python value, None where it is missing.

    Args:
        value: of pandas, of numpy or of Python; a list, a mapping or an array stays as it is.

    >>> import pandas as pd
    >>> plain(pd.NA), plain(pd.Timestamp("2020-01-13", tz="UTC"))
    (None, datetime.datetime(2020, 1, 13, 0, 0, tzinfo=datetime.timezone.utc))
    """
    if isinstance(value, str):
        return whole(value)
    if value is None or type(value) is int:
        return value
    import pandas as pd

    if value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime(warn=False)
    return value.item() if hasattr(value, "item") and not hasattr(value, "__len__") else value


def _as_json(value: Any) -> str:
    """A list or a mapping as text, the same on every run.

    >>> _as_json({"b": [1, "é"]})
    '{"b": [1, "é"]}'
    """
    return json.dumps(value, ensure_ascii=False, default=str)


def written(value: Any) -> str:
    """A cell as `literal` reads it back.

    Args:
        value: of Python, as `plain` gives it.

    >>> print(written("12"), written(12), written('a "b" c'))
    "12" 12 "a ""b"" c"
    """
    if value is None:
        return ""
    bare = isinstance(value, bool | int | float | dt.datetime)
    return shown(value) if bare else '"' + shown(value).replace('"', '""') + '"'


def shown(value: Any) -> str:
    """A value as the text of a cell: dates in ISO 8601, lists and mappings as JSON.

    Args:
        value: of Python, as `plain` gives it, and not None.

    >>> import datetime
    >>> shown(datetime.date(2020, 1, 13)), shown(0.5), shown(["a"])
    ('2020-01-13', '0.5', '["a"]')
    """
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    return repr(value) if isinstance(value, bool | int | float) else _as_json(value)


def whole(text: str) -> str:
    r"""A text without halves of characters: JSON and the names of files may hold them, a table cannot.

    Args:
        text: any text; one without half characters comes back as it is.

    >>> whole("fin \ud83d")
    'fin �'
    """
    return text if text.isascii() else SURROGATES.sub("\ufffd", text)


def settle(values: Sequence[Any], index: "pd.Index") -> "pd.Series":
    """A column of whatever a file held, in the one dtype that holds it, else of Python objects.

    Args:
        values: one a row, None or a missing value of pandas where the row has none.
        index: of the column to make.

    >>> import pandas as pd
    >>> settle([1, None], pd.RangeIndex(2)).dtype
    Int64Dtype()
    """
    import pandas as pd

    known = [plain(value) for value in values]
    dtype = _dtype([value for value in known if value is not None])
    missing = any(value is None for value in known)
    return pd.Series(known, index, dtype=MISSING.get(dtype, dtype) if missing else dtype)


def _dtype(values: list[Any]) -> str:
    kinds = {dt.datetime if isinstance(value, dt.datetime) else type(value) for value in values} or {str}
    if kinds == {dt.datetime}:
        aware = sum(value.tzinfo is not None for value in values)
        return {0: "datetime64[us]", len(values): "datetime64[us, UTC]"}.get(aware, "object")
    if kinds == {int} and not all(-(2**63) <= value < 2**63 for value in values):
        return "object"
    if kinds == {int, float}:
        exact = all(-EXACT <= value <= EXACT for value in values if type(value) is int)
        return "float64" if exact else "object"
    return DTYPES.get(kinds.pop(), "object") if len(kinds) == 1 else "object"
