"""Parquet: a record a row, in the types of the file."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from analysis.formats import limits, naming
from analysis.formats.found import NO_ROWS, Found
from analysis.formats.limits import Growth


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The records of a Parquet file; `origin` ends in `#` and the record's number.

    Args:
        stream: the file, seekable; it is read a thousand rows at a time.
        origin: its own origin, without a record's number.

    Raises:
        ValueError: for a file that would grow to too much; what Arrow raises, for one that is damaged.

    >>> import io
    >>> import pandas as pd
    >>> stream = io.BytesIO(pd.DataFrame({"body": ["It rains."], "page": [7]}).to_parquet())
    >>> [(found.origin, found.fields) for found in read(stream, "a.parquet")]
    [('a.parquet#1', {'body': 'It rains.', 'page': 7})]
    """
    import pyarrow.parquet as pq

    number, growth = 0, Growth(limits.size_of(stream))
    file = pq.ParquetFile(stream)
    file = pq.ParquetFile(stream, read_dictionary=_repeated(file))
    limits.check(_unpacked(file.metadata), growth.size, "Parquet")
    for batch in file.iter_batches(1000):
        growth.add(sum(map(_weight, batch.columns)), "Parquet")
        names = naming.unique(batch.schema.names)
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            yield Found(f"{origin}#{number}", dict(zip(names, row, strict=True)))
    if not number and naming.is_saved(file.schema_arrow.names):
        yield Found(origin, via=NO_ROWS)


def _repeated(file: Any) -> list[str]:
    # A text that the file holds once and names a million times is once in memory too, and can be weighed.
    columns = map(file.schema.column, range(len(file.schema)))
    return [
        column.path
        for column in columns
        if column.physical_type == "BYTE_ARRAY" and column.logical_type.type != "DECIMAL"
    ]


def _unpacked(about: Any) -> int:
    return sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))


def _weight(column: Any) -> int:
    """What a column's values would take as Python has them, each text as often as it is named."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_dictionary(kind) and not pa.types.is_primitive(kind.value_type):
        lengths = pc.binary_length(column.dictionary).take(column.indices)
        return int(pc.sum(lengths).as_py() or 0)
    if pa.types.is_nested(kind):
        inner = column.flatten()
        return sum(map(_weight, inner if isinstance(inner, list) else [inner]))
    return int(column.nbytes)
