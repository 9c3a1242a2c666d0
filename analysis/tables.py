"""Records to tables: columns, dtypes, Arrow schema and documentation all come from one NamedTuple."""

import datetime as dt
import re
import reprlib
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

SCHEMA_VERSION = 2
"""Written with every saved table; a change of columns raises it."""

# annotation → (pandas dtype, the same where a cell may be missing, Arrow type)
DTYPES: dict[type, tuple[str, str, str]] = {
    str: ("str", "str", "string"),
    int: ("int64", "Int64", "int64"),
    float: ("float64", "float64", "double"),
    bool: ("bool", "boolean", "bool"),
    dt.datetime: ("datetime64[us, UTC]", "datetime64[us, UTC]", "timestamp"),
}


class Article(NamedTuple):
    """One record found where the analyst pointed, readable or not.

    Fields:
        article_id: given, or the first 16 hex digits of the sha256 of origin and text; unique
        origin: file, relative to the path given, and the member or record inside it
        outlet: who published it, as supplied
        title: headline, as supplied
        author: byline, as supplied
        url: address, as supplied
        published: first publication in UTC, never the date of a modification
        published_rule: where the date was read
        text: the body, NFC with newline line ends; offsets count its code points
        raw_text: what was read, before clean_text()
        problem: why this record could not be read, or not wholly
        lang: BCP 47 language, "und" where detect_language() abstains
        lang_prob: the detector's own probability, 0 to 1
        lang_grade: "high", "medium" or "und"
        section: part of the paper or site, as supplied
        page: page it was printed on, as supplied
        edition: edition, as supplied
        words_given: words as the archive counted them
        accession: the archive's own number of the article, whole
        text_kind: "full", "summary", "cut" (the archive broke it off) or "caption" (of a picture)
        interface_lang: BCP 47 language of the archive's labels
    """

    article_id: str
    origin: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.datetime | None = None
    published_rule: str | None = None
    text: str | None = None
    raw_text: str | None = None
    problem: str | None = None
    lang: str | None = None
    lang_prob: float | None = None
    lang_grade: str | None = None
    section: str | None = None
    page: str | None = None
    edition: str | None = None
    words_given: int | None = None
    accession: str | None = None
    text_kind: str | None = None
    interface_lang: str | None = None


class Column(NamedTuple):
    """One column of a table.

    Args:
        meaning: one sentence of the data dictionary.
    """

    name: str
    dtype: str
    missing: bool
    arrow: str
    meaning: str


ARTICLE_ID = Column("article_id", "str", False, "string", "the article, a row of the articles table")


def columns(record: type) -> list[Column]:
    """The columns a record makes, in order; `article_id` leads, though the text floor knows no articles.

    >>> [column.dtype for column in columns(Article)][:2]
    ['str', 'str']
    """
    hints = typing.get_type_hints(record)
    meanings = _described(record)
    own = [_column(name, hints[name], meanings.get(name, "")) for name in typing.cast(Any, record)._fields]
    return own if own[0].name == "article_id" else [ARTICLE_ID, *own]


def _column(name: str, hint: Any, meaning: str) -> Column:
    options = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
    missing = types.NoneType in typing.get_args(hint)
    plain, nullable, arrow = DTYPES[options[0] if missing else hint]
    return Column(name, nullable if missing else plain, missing, arrow, meaning)


def _described(record: type) -> dict[str, str]:
    """Field → meaning, from the `Fields:` lines of a record's docstring.

    >>> _described(Article)["url"]
    'address, as supplied'
    """
    _, _, fields = (record.__doc__ or "").partition("Fields:\n")
    lines = re.findall(r"^ +(\w+): (.+(?:\n {10,}\S.*)*)", fields, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", meaning) for name, meaning in lines}


def empty(record: type) -> "pd.DataFrame":
    """The table of a record with no rows, every column and dtype in place.

    >>> empty(Article).shape
    (0, 21)
    """
    return from_rows(record, [])


def from_rows(record: type, rows: Iterable[Sequence[Any]]) -> "pd.DataFrame":
    """The table of rows in the record's own order of columns, `article_id` first.

    Args:
        rows: one sequence a row: `(article_id, *record)`, or an Article.

    >>> from_rows(Article, [Article("a1", "one.txt", text="Bonjour.")]).text.tolist()
    ['Bonjour.']
    """
    import pandas as pd

    names = [column.name for column in columns(record)]
    held = [tuple(row) for row in rows]
    made = dict(zip(names, map(_quickly, zip(*held, strict=True)), strict=True)) if held else None
    return conform(pd.DataFrame(made, columns=names, dtype=None if held else object), record)


def _quickly(cells: tuple[Any, ...]) -> Any:  # text through Arrow, five times faster than through objects
    import pandas as pd
    import pyarrow as pa

    if all(type(cell) is str or cell is None for cell in cells):
        return pd.array(pa.array(cells, pa.large_string()), dtype="str")
    return pd.Series(cells, dtype=object)


def conform(table: "pd.DataFrame", record: type) -> "pd.DataFrame":
    """The table with the record's columns first, in its dtypes; other columns are carried along.

    Args:
        table: its index stays as it is; a column that it lacks is added with every cell missing.

    >>> list(conform(empty(Article)[["text", "origin", "article_id"]], Article))[:2]
    ['article_id', 'origin']
    """
    import pandas as pd

    wanted: dict[str, Any] = {column.name: column.dtype for column in columns(record)}
    others = [name for name in table.columns if name not in wanted]
    filled = {name for name in wanted if name in table and table[name].notna().any()}
    cast = {
        name: table[name].astype(dtype) if name in filled else pd.Series(None, table.index, dtype)
        for name, dtype in wanted.items()
    }
    made = pd.DataFrame(cast, index=table.index)
    return pd.concat([made, table[others]], axis=1) if others else made


def schema(record: type) -> "pa.Schema":
    """The Arrow schema of a record's table, with `schema_version` in its metadata.

    >>> schema(Article).field("published").type
    TimestampType(timestamp[us, tz=UTC])
    """
    import pyarrow as pa

    kinds = {"string": pa.string(), "int64": pa.int64(), "double": pa.float64(), "bool": pa.bool_()}
    kinds["timestamp"] = pa.timestamp("us", tz="UTC")
    fields = [pa.field(column.name, kinds[column.arrow], column.missing) for column in columns(record)]
    return pa.schema(fields, metadata={"schema_version": str(SCHEMA_VERSION)})


def describe(record: type) -> "pd.DataFrame":
    """The data dictionary of a record's table: column, dtype and meaning, a row each.

    >>> list(describe(Article).columns)
    ['column', 'dtype', 'meaning']
    """
    import pandas as pd

    rows = [(c.name, f"{c.dtype}, NA" if c.missing else c.dtype, c.meaning) for c in columns(record)]
    return pd.DataFrame(rows, columns=["column", "dtype", "meaning"])


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

    >>> require(empty(Article)[["article_id", "text"]], "articles", lang="detect_language()")
    Traceback (most recent call last):
    ...
    ValueError: the articles table lacks 'lang' (made by detect_language()); it has ['article_id', 'text']
    >>> import pandas as pd
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


def readable(articles: "pd.DataFrame", *others: str) -> Iterator[tuple[str, ...]]:
    """`article_id`, `text` and the other columns named, of the articles that have a text.

    >>> list(readable(from_rows(Article, [Article("a", "a.txt", text="Oui."), Article("b", "b.txt")])))
    [('a', 'Oui.')]
    """
    rows = articles[articles["text"].notna()]
    yield from zip(*(rows[name] for name in ("article_id", "text", *others)), strict=True)
