"""How far a file may grow when it is read: no honest one comes near, and what is known as a bomb is far off.

All is counted and nothing is timed, so that a file gives the same rows on a busy machine and on an idle one.
"""

import io
from collections.abc import Mapping
from typing import Any, BinaryIO

MOST_BYTES = 8 * 1024**3
SMALL = 100 * 1024**2  # below this no ratio is suspicious: zeros and spaces pack well
MOST_RATIO = 200  # text packs 3 to 20 times, tables of repeated cells 50 times, a bomb a thousand times
RECORD = 500  # what a record counts for, however short: its row takes at least as many bytes
VALUE = 32  # and each value in it
MOST_COLUMNS = 16_384  # of a table, as many as a sheet of Excel has
SPARSE = 10_000_000  # cells; a table of fewer may be as empty as it likes


class Growth:
    """What has come out of one file so far, out of the archives and tables in it included.

    >>> Growth(1157).add(10**9, "Parquet")
    Traceback (most recent call last):
    ...
    ValueError: unsafe Parquet: 1157 bytes grow to 1000000000, more than 200 times

    Args:
        size: of the file, in bytes.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.total = 0

    def add(self, more: int, kind: str) -> None:
        """Count what came out of the file.

        Args:
            more: bytes that were unpacked, or characters that were read.
            kind: of the file they came from, as a problem calls it.

        Raises:
            ValueError: when it is too much.
        """
        self.total += more
        check(self.total, self.size, kind)


def check(total: int, size: int, kind: str) -> None:
    """Raise a ValueError for a file that would grow to too much.

    Args:
        total: what it would grow to, in bytes or characters.
        size: in bytes.
        kind: of the file, as a problem calls it.

    >>> check(10**9, 10**7, "zip")
    """
    if total > MOST_BYTES:
        raise ValueError(f"unsafe {kind}: {size} bytes grow to {total}; at most to {MOST_BYTES}")
    if total > SMALL and total > MOST_RATIO * size:
        raise ValueError(f"unsafe {kind}: {size} bytes grow to {total}, more than {MOST_RATIO} times")


def size_of(stream: BinaryIO) -> int:
    """The bytes of a file, which is left at its beginning.

    Args:
        stream: the file, seekable.

    >>> size_of(io.BytesIO(b"It rains."))
    9
    """
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return size


def weight(fields: Mapping[str, Any]) -> int:
    """What a record counts for: its characters, RECORD, and VALUE for each value in it.

    Args:
        fields: of the record; lists and mappings in it are counted through.

    >>> weight({"text": "It rains.", "tags": ["a", "b"]})
    639
    """
    total, waiting = RECORD, list(fields.values())
    while waiting:
        value = waiting.pop()
        total += VALUE
        if isinstance(value, str | bytes):
            total += len(value)
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value
    return total
