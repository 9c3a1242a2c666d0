"""Articles in and out: any mix of files to one table, and a table to a file."""

import warnings
from collections import Counter
from typing import TYPE_CHECKING

from analysis import tables
from analysis.formats import json_records, mapping, plain, sources
from analysis.formats.found import Found
from analysis.formats.sources import Paths
from analysis.tables import Article

if TYPE_CHECKING:
    import pandas as pd

READERS = {".txt": plain.read, ".jsonl": json_records.read, ".json": json_records.read}


def read_articles(paths: Paths, *, strict: bool = False) -> "pd.DataFrame":
    """The articles in files and folders, a row each, whatever their format."""
    import pandas as pd

    rows, others = [], []
    for source in sources.find(paths):
        reader = READERS.get(source.path.suffix.lower())
        with source.path.open("rb") as stream:
            records = list(reader(stream, source.origin)) if reader else [Found(source.origin, problem="unknown format")]
        for found in records:
            row, other = mapping.article(found)
            if strict and row.problem:
                raise ValueError(f"{row.origin}: {row.problem}")
            rows.append(row)
            others.append(other)
    table = tables.from_rows(Article, rows)
    counts = Counter(row.problem for row in rows if row.problem)
    if counts:
        warnings.warn(f"read_articles: {counts.total()} of {len(rows)} records have a problem", stacklevel=2)
    return pd.concat([table, pd.DataFrame(others, index=table.index)], axis=1)


def write_articles(articles: "pd.DataFrame", path: str) -> None:
    """Write the articles to a file whose suffix decides the format."""
    raise NotImplementedError
