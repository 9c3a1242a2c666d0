"""Tables as analysts have them: what a verb takes of a column, and what it refuses in one sentence."""

import datetime as dt
import reprlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


def require(table: "pd.DataFrame", name: str, /, *known: str, **makers: str) -> "pd.DataFrame":
    """The table as a verb reads it: the columns it needs, each holding what its name says.

    What is harmless is taken: any dtype of text, a column without a value, dates as ISO 8601 or without a
    zone (then of UTC), whole numbers as floats or digits. All else is refused: an id that is a number is not
    the id that other tables hold as text.

    Args:
        name: what the caller calls it: `"articles"`, a row an article; `"quotes"`.
        known: columns that the verb reads where the table has them.
        makers: column → the verb that makes it.

    Returns:
        The same rows; other columns as they were.

    Raises:
        TypeError: when it is not a table at all.
        ValueError: naming the column, the value, and what to do.

    >>> import pandas as pd
    >>> require(pd.DataFrame(columns=["article_id", "text"]), "articles", lang="detect_language()")
    Traceback (most recent call last):
    ...
    ValueError: the articles table lacks 'lang' (made by detect_language()); it has ['article_id', 'text']
    >>> require(pd.DataFrame({"article_id": [17]}), "quotes", article_id="find_quotes()")
    Traceback (most recent call last):
    ...
    ValueError: the quotes table holds 17 (int) in column 'article_id', row 0, where text is needed: ...
    """
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"{name} must be a pandas DataFrame, not {type(table).__name__}: read_articles() makes one"
        )
    _check_names(table, name)
    for column, maker in makers.items():
        if column not in table:
            there = list(table.columns)
            index = f"; it is the index: {name}.reset_index()" if column in table.index.names else ""
            raise ValueError(f"the {name} table lacks {column!r} (made by {maker}); it has {there}{index}")
    read = [*makers, *(column for column in known if column in table)]
    meant = {column: _as_meant(table[column], name) for column in read}
    if name == "articles" and "article_id" in meant:
        _check_ids(meant["article_id"])
    return table.assign(**{column: cells for column, cells in meant.items() if cells is not table[column]})


def _check_names(table: "pd.DataFrame", name: str) -> None:
    if table.columns.nlevels > 1:
        fix = f"{name}.columns = {name}.columns.get_level_values(-1)"
        raise ValueError(f"the {name} table has {table.columns.nlevels} rows of column names, not one: {fix}")
    if not table.columns.is_unique:
        twice = table.columns[table.columns.duplicated()][0]
        fix = f"{name} = {name}.loc[:, ~{name}.columns.duplicated()]"
        raise ValueError(f"the {name} table has several columns {twice!r}: keep one of them, {fix}")


def _check_ids(ids: "pd.Series[Any]") -> None:
    again = ids[ids.duplicated()]
    if len(again):
        raise ValueError(
            f"the articles table has {again.iloc[0]!r} in column 'article_id' more than once ({len(again)} "
            "rows too many): keep a row an article, articles = articles.drop_duplicates('article_id')"
        )


def _as_meant(cells: "pd.Series[Any]", table: str) -> "pd.Series[Any]":
    """A column with what its name says it holds; one of no known name as it is, if it can be grouped by."""
    column = str(cells.name)
    lacking = cells.isna()
    if column in NEVER_MISSING and lacking.any():
        fix = (
            f'{table}.dropna(subset=["{column}"]); pd.read_csv(…, keep_default_na=False) keeps the text "NA"'
        )
        row = cells.index[lacking].tolist()[0]
        raise ValueError(f"the {table} table has no {column!r} in row {row!r}: {fix}")
    held = KNOWN.get(column)
    if held and not _holds(cells.dtype, held.dtype):
        return _read(cells, table, held)
    if held is None and cells.dtype == object:
        _read(cells, table, Held(column, "object", "a value that can be grouped", hash))
    return cells


def _holds(has: Any, dtype: str) -> bool:
    """Whether a dtype holds nothing else than the one a column is read in: int32 or Int64 for int64."""
    import numpy as np

    plain = {"int64": "iu", "Int64": "iu", "float64": "f"}.get(dtype, "")
    aware = dtype.startswith("datetime64") and has.kind == "M" and getattr(has, "tz", None) is not None
    return str(has) == dtype or (isinstance(has, np.dtype) and has.kind in plain) or aware


def _read(cells: "pd.Series[Any]", table: str, held: "Held") -> "pd.Series[Any]":
    """The cells of a column read one by one, those missing left so."""
    import pandas as pd

    made: list[Any] = []
    for row, cell, lacks in zip(cells.index, cells.astype(object), cells.isna(), strict=True):
        try:
            made.append(None if lacks else held.read(cell))
        except (ValueError, TypeError, OverflowError) as error:
            said = f"{reprlib.repr(cell)} ({type(cell).__name__}) in column {str(cells.name)!r}, row {row!r}"
            fix = FIXES.get(str(cells.name), f"make it {held.needed}").format(table=table)
            half = " (half a character)" if isinstance(error, UnicodeError) else ""
            raise ValueError(
                f"the {table} table holds {said}, where {held.needed} is needed{half}: {fix}"
            ) from error
    return pd.Series(made, cells.index, held.dtype, name=cells.name)


def _text(cell: Any) -> str:
    if not isinstance(cell, str):
        raise TypeError("no text")
    cell.encode()  # half a character, which JSON and names of files may hold, is none that a table can
    return str(cell)


def _whole_number(cell: Any) -> int:
    if int(cell) != float(cell):
        raise ValueError("no whole number")
    return int(cell)


def _moment(cell: Any) -> "pd.Timestamp":
    """A date as it is, or as ISO 8601 writes it; without a zone it is of UTC."""
    import pandas as pd

    read = dt.datetime.fromisoformat(cell) if isinstance(cell, str) else cell
    if not isinstance(read, dt.date):
        raise TypeError("no date")
    when = pd.Timestamp(read)
    return when.tz_localize("UTC") if when.tzinfo is None else when.tz_convert("UTC")


class Held(NamedTuple):
    """What columns of some names hold, in whatever table: their dtype, and how a cell is read."""

    names: str
    dtype: str
    needed: str
    read: Callable[[Any], Any]


HOLDS = (
    Held(
        "article_id outlet title author text raw_text problem lang text_kind quote kind cue stance source "
        "speaker source_type line rule formula step part",
        "str",
        "text",
        _text,
    ),
    Held("start end utterance", "int64", "a whole number", _whole_number),
    Held(
        "n_words cue_start cue_end source_start source_end n_utterances articles_analysed articles",
        "Int64",
        "a whole number",
        _whole_number,
    ),
    Held(
        "words_per_sentence syllables_per_word lix rix mattr mtld flesch flesch_kincaid gunning_fog smog "
        "coleman_liau ari wiener szigriszt gulpease",
        "float64",
        "a number",
        float,
    ),
    Held("published", "datetime64[us, UTC]", "a date", _moment),
)
"""Those of the columns that a verb may ask for."""

KNOWN = {name: held for held in HOLDS for name in held.names.split()}
NEVER_MISSING = frozenset({"article_id", "start", "end", "utterance", "quote", "kind"})

FIXES = {
    "article_id": '{table}["article_id"] = {table}["article_id"].astype("str"), in every table alike; '
    'pd.read_csv(…, dtype={{"article_id": "str"}}) reads it so',
    "published": '{table}["published"] = pd.to_datetime({table}["published"], utc=True)',
}
"""What to do about a cell of a column, where one line of code does it."""
