"""A table to a file and back: the suffix decides the format, and a file is there whole or not at all."""

import json
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import tables
from analysis.formats import cells, delimited, excel, json_records
from analysis.formats.found import Found
from analysis.tables import Article

if TYPE_CHECKING:
    import pandas as pd

Target = str | os.PathLike[str]


def write_articles(articles: "pd.DataFrame", path: Target) -> Path:
    """Write the articles table; `read_articles` gives it back as it was.

    Args:
        articles: the articles table.
        path: the file to make; its suffix decides: .parquet, .csv, .jsonl or .xlsx (see `write_table`).

    Returns:
        The path written.

    Raises:
        ValueError: for another suffix, for a table not of articles, for a text longer than an Excel cell.
        FileNotFoundError: when the folder is not there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_articles(tables.empty(Article), f"{folder}/articles.parquet").name
    'articles.parquet'
    """
    tables.require(
        articles, "articles", article_id="read_articles()", origin="read_articles()", text="read_articles()"
    )
    return write_table(tables.conform(articles, Article), path)


def write_table(table: "pd.DataFrame", path: Target) -> Path:
    """Write any of our tables, without its index; what the format cannot hold is refused, never changed.

    Parquet keeps every dtype. CSV (UTF-8 with the mark that Excel looks for) puts text in quotes and nothing
    else, so that a missing cell is no empty text and "12" is not 12. JSON Lines holds dates as text, and so
    does Excel, whose cells know no time zone, and no empty text from a missing one. A list becomes JSON in
    CSV and in Excel.

    A cell that begins with = + - or @ is written as it stands. In .xlsx it is text, never a formula. In .csv
    a spreadsheet may take it for a formula, and a mark of ours could not be told from the text afterwards: to
    look at articles of unknown origin in a spreadsheet, write .xlsx.

    Args:
        table: the table.
        path: the file to make; its suffix decides: .parquet, .csv, .jsonl or .xlsx.

    Returns:
        The path written. It appears whole or not at all: it is made beside it and renamed.

    Raises:
        ValueError: for another suffix, or for a cell the format cannot hold.
        OSError: where the file cannot be made.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_table(tables.describe(Article), f"{folder}/columns.csv")
    ...     read_table(written)["column"].tolist()[:2]
    ['article_id', 'origin']
    """
    made = target(path)
    draft = made.with_name(f".{made.name}.{os.getpid()}.tmp")
    try:
        WRITERS[_suffix(made)](table, draft)
        draft.replace(made)
    except OSError as error:  # it would name the draft, which nobody asked for
        raise OSError(f"path={str(path)!r} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
    return made


def target(path: Target) -> Path:
    """Where a table is to be written, refused before anybody has computed one for it.

    Args:
        path: the file to make; its suffix decides: .parquet, .csv, .jsonl or .xlsx.

    Raises:
        ValueError: for another suffix.
        FileNotFoundError: when the folder is not there.
        IsADirectoryError: when a folder bears the name.

    >>> target("no such folder/a.csv")
    Traceback (most recent call last):
    ...
    FileNotFoundError: path='no such folder/a.csv': there is no folder 'no such folder'; make it first
    """
    made = Path(path)
    _suffix(made)
    if not made.parent.is_dir():
        raise FileNotFoundError(f"path={str(path)!r}: there is no folder {str(made.parent)!r}; make it first")
    if made.is_dir():
        raise IsADirectoryError(f"path={str(path)!r} is a folder: name the file to make in it")
    return made


def _suffix(path: Path) -> str:
    if path.suffix.lower() not in WRITERS:
        raise ValueError(
            f"path={str(path)!r}: no table has the suffix {path.suffix!r}; choose {', '.join(WRITERS)}"
        )
    return path.suffix.lower()


def read_table(path: Target, record: type | None = None) -> "pd.DataFrame":
    """A table that `write_table` wrote.

    Args:
        path: the file; its suffix tells the format.
        record: the NamedTuple class of the table, `Quote` for quotations: its columns get their dtypes back
            from any format. Without it only Parquet gives back every dtype.

    Raises:
        ValueError: for another suffix, for a file that is no such table, and for a column the record has and
            the file has not.
        FileNotFoundError: for a file that is not there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_table(tables.from_rows(Article, [Article("a", "a.txt")]), f"{folder}/a.csv")
    ...     str(read_table(path)["published"].dtype), str(read_table(path, Article)["published"].dtype)
    ('str', 'datetime64[us, UTC]')
    """
    source = Path(path)
    table = TABLES[_suffix(source)](source)
    if record is None:
        return table
    if not len(table.columns):  # JSON Lines without a line
        return tables.empty(record)
    missing = [column.name for column in tables.columns(record) if column.name not in table]
    if missing:
        raise ValueError(
            f"path={str(path)!r} holds no {record.__name__} table: it lacks {', '.join(missing)}"
        )
    return tables.empty(record) if table.empty else tables.conform(table, record)


def _write_parquet(table: "pd.DataFrame", path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    ours = tables.schema(Article) if set(Article._fields) <= set(table) else pa.schema([])
    try:
        found = pa.Schema.from_pandas(table, preserve_index=False)
        known = {field.name: field for field in [*found, *ours]}
        schema = pa.schema([known[name] for name in found.names], metadata=found.metadata)
        made = pa.Table.from_pandas(table, schema, preserve_index=False)
    except (pa.ArrowException, OverflowError) as error:
        raise ValueError(f"Parquet cannot hold this table, .jsonl can: {error}") from error
    version = {"schema_version": str(tables.SCHEMA_VERSION)}
    pq.write_table(made.replace_schema_metadata({**(made.schema.metadata or {}), **version}), path)


def _read_parquet(path: Path) -> "pd.DataFrame":
    import pandas as pd

    return pd.read_parquet(path)


def _rows(table: "pd.DataFrame") -> Iterator[list[Any]]:
    for row in table.astype(object).itertuples(index=False, name=None):
        yield [cells.plain(value) for value in row]


def _write_jsonl(table: "pd.DataFrame", path: Path) -> None:
    names = [str(name) for name in table.columns]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=cells.shown) + "\n"
            for row in _rows(table)
        )


def _read_jsonl(path: Path) -> "pd.DataFrame":
    with path.open("rb") as stream:
        return _framed(path, list(json_records.read(stream, path.name)))


def _write_csv(table: "pd.DataFrame", path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="\n") as file:
        for row in ([str(name) for name in table.columns], *_rows(table)):
            file.write(",".join(map(cells.written, row)) + "\n")


def _read_csv(path: Path) -> "pd.DataFrame":
    rows = delimited.rows(path.read_text(encoding="utf-8-sig"))
    names = [value or "" for value, _ in next(rows, delimited.Row([], 0)).cells]
    found = [
        Found(
            path.name,
            dict(zip(names, (cells.literal(*cell) for cell in row.cells), strict=False)),
            delimited.problem(row, len(names)),
        )
        for row in rows
    ]
    return _framed(path, found, names)


def _write_xlsx(table: "pd.DataFrame", path: Path) -> None:
    excel.write([str(name) for name in table.columns], _rows(table), path)


def _read_xlsx(path: Path) -> "pd.DataFrame":
    try:
        with path.open("rb") as stream:
            found = list(excel.read(stream, path.name))
    except (zipfile.BadZipFile, KeyError) as error:  # no archive, or one without a workbook in it
        raise ValueError(f"path={str(path)!r} is no workbook: {error}") from error
    return _framed(path, found)


def _framed(path: Path, records: list[Found], header: Sequence[str] = ()) -> "pd.DataFrame":
    import pandas as pd

    problem = next((record.problem for record in records if record.problem), None)
    if problem:
        raise ValueError(f"path={str(path)!r} is no table of ours: {problem}")
    index = pd.RangeIndex(len(records))
    names = dict.fromkeys([*header, *(name for record in records for name in record.fields)])
    made = {name: cells.settle([record.fields.get(name) for record in records], index) for name in names}
    return pd.DataFrame(made, index=index)


WRITERS: dict[str, Callable[["pd.DataFrame", Path], None]] = {
    ".parquet": _write_parquet,
    ".csv": _write_csv,
    ".jsonl": _write_jsonl,
    ".xlsx": _write_xlsx,
}
TABLES: dict[str, Callable[[Path], "pd.DataFrame"]] = {
    ".parquet": _read_parquet,
    ".csv": _read_csv,
    ".jsonl": _read_jsonl,
    ".xlsx": _read_xlsx,
}
