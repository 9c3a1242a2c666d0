"""A table that `write_table` wrote, read back: the suffix tells the format."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import tables
from analysis.formats import cells, delimited, excel, json_records
from analysis.formats.found import NO_ROWS, Found, why
from analysis.formats.write import Target, suffix_of

if TYPE_CHECKING:
    import pandas as pd


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
    >>> from analysis.formats import write_table
    >>> from analysis.tables import Article
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_table(tables.from_rows(Article, [Article("a", "a.txt")]), f"{folder}/a.csv")
    ...     str(read_table(path)["published"].dtype), str(read_table(path, Article)["published"].dtype)
    ('str', 'datetime64[us, UTC]')
    """
    source = Path(path)
    reader = TABLES[suffix_of(source)]
    try:
        table = reader(source)
    except Exception as error:
        if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        raise ValueError(f"path={str(path)!r} is no table of ours: {why(error)}") from error
    if record is None:
        return table
    if table.shape == (0, 0):  # JSON Lines without a line
        return tables.empty(record)
    missing = [column.name for column in tables.columns(record) if column.name not in table]
    if missing:
        raise ValueError(
            f"path={str(path)!r} holds no {record.__name__} table: it lacks {', '.join(missing)}"
        )
    return tables.empty(record) if table.empty else tables.conform(table, record)


def _read_parquet(path: Path) -> "pd.DataFrame":
    import pandas as pd

    return pd.read_parquet(path)


def _read_jsonl(path: Path) -> "pd.DataFrame":
    with path.open("rb") as stream:
        return _framed(list(json_records.read(stream, path.name)))


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
    return _framed(found, names)


def _read_xlsx(path: Path) -> "pd.DataFrame":
    with path.open("rb") as stream:
        return _framed(list(excel.read(stream, path.name)))


def _framed(records: list[Found], header: Sequence[str] = ()) -> "pd.DataFrame":
    import pandas as pd

    problem = next((record.problem for record in records if record.problem), None)
    if problem:
        raise ValueError(problem)
    rows = [record.fields for record in records if record.via != NO_ROWS]
    index = pd.RangeIndex(len(rows))
    names = dict.fromkeys([*header, *(name for row in rows for name in row)])
    made = {name: cells.settle([row.get(name) for row in rows], index) for name in names}
    return pd.DataFrame(made, index=index)


TABLES: dict[str, Callable[[Path], "pd.DataFrame"]] = {
    ".parquet": _read_parquet,
    ".csv": _read_csv,
    ".jsonl": _read_jsonl,
    ".xlsx": _read_xlsx,
}
