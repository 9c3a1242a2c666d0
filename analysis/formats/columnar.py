"""Parquet: a record a row, in the types of the file."""

from collections.abc import Iterator
from typing import BinaryIO

from analysis.formats import naming
from analysis.formats.found import NO_ROWS, Found


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The records of a Parquet file; `origin` ends in `#` and the record's number.

    Args:
        stream: the file, seekable; it is read a thousand rows at a time.
        origin: its own origin, without a record's number.

    >>> import io
    >>> import pandas as pd
    >>> stream = io.BytesIO(pd.DataFrame({"body": ["It rains."], "page": [7]}).to_parquet())
    >>> [(found.origin, found.fields) for found in read(stream, "a.parquet")]
    [('a.parquet#1', {'body': 'It rains.', 'page': 7})]
    """
    import pyarrow.parquet as pq

    number = 0
    file = pq.ParquetFile(stream)
    for batch in file.iter_batches(1000):
        names = naming.unique(batch.schema.names)
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            yield Found(f"{origin}#{number}", dict(zip(names, row, strict=True)))
    if not number and naming.is_saved(file.schema_arrow.names):
        yield Found(origin, via=NO_ROWS)
