"""Records to tables: columns, dtypes, Arrow schema and documentation all come from one NamedTuple."""

import datetime as dt
import re
import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.tables.incoming import require as require

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


def readable(articles: "pd.DataFrame", *others: str) -> Iterator[tuple[str, ...]]:
    """`article_id`, `text` and the other columns named, of the articles that have a text.

    >>> list(readable(from_rows(Article, [Article("a", "a.txt", text="Oui."), Article("b", "b.txt")])))
    [('a', 'Oui.')]
    """
    rows = articles[articles["text"].notna()]
    yield from zip(*(rows[name] for name in ("article_id", "text", *others)), strict=True)
