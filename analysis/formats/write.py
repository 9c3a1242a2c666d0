"""A table to a file: the suffix decides the format, and a file is there whole or not at all."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import tables
from analysis.formats import cells, excel
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
    made = dict.fromkeys(["article_id", "origin", "text"], "read_articles()")
    known = tables.require(articles, "articles", *Article._fields, **made)
    return write_table(tables.conform(known, Article), path)


def write_table(table: "pd.DataFrame", path: Target) -> Path:
    """Write any of our tables, without its index; what the format cannot hold is refused, never changed.

    Parquet keeps every dtype. CSV (UTF-8 with the mark that Excel looks for) puts text in quotes and nothing
    else, so that a missing cell is no empty text and "12" is not 12. JSON Lines holds dates as text, and so
    does Excel, whose cells know no time zone, and no empty text from a missing one. A list becomes JSON in
    CSV and in Excel. Only Parquet holds nanoseconds; a whole number of any length comes back whole.

    A cell that begins with = + - or @ is written as it stands. In .xlsx it is text, never a formula. In .csv
    a spreadsheet may take it for a formula, and a mark of ours could not be told from the text afterwards: to
    look at articles of unknown origin in a spreadsheet, write .xlsx.

    Args:
        table: the table.
        path: the file to make; its suffix decides: .parquet, .csv, .jsonl or .xlsx.

    Returns:
        The path written. It appears whole or not at all: it is made beside it and renamed.

    Raises:
        TypeError: when it is not a table.
        ValueError: for another suffix, for two columns of one name, or a cell the format cannot hold.
        OSError: where the file cannot be made.

    >>> import tempfile
    >>> from analysis.formats import read_table
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_table(tables.describe(Article), f"{folder}/columns.csv")
    ...     read_table(written)["column"].tolist()[:2]
    ['article_id', 'origin']
    """
    made = target(path)
    table = tables.require(table, "table").rename(columns=str)
    draft = made.with_name(f".{made.name}.{os.getpid()}.tmp")
    try:
        WRITERS[suffix_of(made)](table, draft)
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
    suffix_of(made)
    if not made.parent.is_dir():
        raise FileNotFoundError(f"path={str(path)!r}: there is no folder {str(made.parent)!r}; make it first")
    if made.is_dir():
        raise IsADirectoryError(f"path={str(path)!r} is a folder: name the file to make in it")
    return made


def suffix_of(path: Path) -> str:
    """The suffix of a table's file, in small letters.

    Args:
        path: the file, there or not.

    Raises:
        ValueError: for a suffix of no table, naming those there are.

    >>> suffix_of(Path("A.CSV"))
    '.csv'
    """
    if path.suffix.lower() not in WRITERS:
        raise ValueError(
            f"path={str(path)!r}: no table has the suffix {path.suffix!r}; choose {', '.join(WRITERS)}"
        )
    return path.suffix.lower()


def _write_parquet(table: "pd.DataFrame", path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    _refuse_nanoseconds(table, "O")
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


def _rows(table: "pd.DataFrame") -> Iterator[list[Any]]:
    _refuse_nanoseconds(table, "OM")
    for row in table.astype(object).itertuples(index=False, name=None):
        yield [cells.plain(value) for value in row]


def _refuse_nanoseconds(table: "pd.DataFrame", kinds: str) -> None:
    """They would be cut without a word, in columns of these kinds: O of Python objects, M of dates."""
    held = "which only a column of datetime64[ns] in .parquet holds"
    for name, column in table.items():
        for value in column.astype(object) if column.dtype.kind in kinds else ():
            if getattr(value, "nanosecond", 0) > 0:
                raise ValueError(f"{str(name)!r}: {value} has nanoseconds, {held}")


def _write_jsonl(table: "pd.DataFrame", path: Path) -> None:
    names = list(table.columns)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=cells.shown) + "\n"
            for row in _rows(table)
        )


def _write_csv(table: "pd.DataFrame", path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="\n") as file:
        for row in ([*table.columns], *_rows(table)):
            file.write(",".join(map(cells.written, row)) + "\n")


def _write_xlsx(table: "pd.DataFrame", path: Path) -> None:
    excel.write(list(table.columns), _rows(table), path)


WRITERS: dict[str, Callable[["pd.DataFrame", Path], None]] = {
    ".parquet": _write_parquet,
    ".csv": _write_csv,
    ".jsonl": _write_jsonl,
    ".xlsx": _write_xlsx,
}
