"""A file written and read again, for the tests of readers."""

import warnings
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import read_articles


def read(folder: Path, name: str, content: str | bytes, **options: Any) -> pd.DataFrame:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return read_articles(path, **options)


def cells(table: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """The cells of some columns, row by row, None where they are missing and days as text."""
    shown = table[list(names)].astype(object).where(table[list(names)].notna(), None)
    return [tuple(_plain(cell) for cell in row) for row in shown.itertuples(index=False)]


def _plain(cell: Any) -> Any:
    if not isinstance(cell, pd.Timestamp):
        return cell
    return f"{cell:%Y-%m-%d}" if cell == cell.normalize() else f"{cell:%Y-%m-%dT%H:%M}"
