"""The reader of each format, and what keeps one bad file from stopping the others."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from analysis.formats import archive, columnar, delimited, excel, json_records, kinds, page, plain
from analysis.formats.found import Found
from analysis.formats.sources import Source

Reader = Callable[[BinaryIO, str], Iterator[Found]]

READERS: dict[str, Reader] = {
    "plain": plain.read,
    "delimited": delimited.read,
    "json": json_records.read,
    "parquet": columnar.read,
    "excel": excel.read,
    "page": page.read,
}
"""Format, as `kinds.kind` names it → its reader."""


def read(source: Source) -> list[Found]:
    """The records of a file: one at least, since a file without any gives one that says so.

    Args:
        source: the file; it need not be there.

    >>> from pathlib import Path
    >>> read(Source("a.txt", Path("no such folder/a.txt")))[0].problem
    'cannot be opened: no file that can be read to its end'
    """
    if not source.path.is_file():
        return [Found(source.origin, problem="cannot be opened: no file that can be read to its end")]
    try:
        with source.path.open("rb") as stream:
            return list(records(stream, source.origin))
    except OSError as error:
        return [Found(source.origin, problem=f"cannot be opened: {error.strerror or error}")]


def records(stream: BinaryIO, origin: str, depth: int = 0) -> Iterator[Found]:
    """The records of a stream, those of a zip's members included, whatever is wrong with it.

    Args:
        stream: the file, seekable, at its beginning.
        origin: its own origin; those of its records begin with it.
        depth: how many archives it lies in.

    >>> streams = io.BytesIO(b"It rains."), io.BytesIO(b"%PDF-1.7")
    >>> [(dict(found.fields), found.problem) for stream in streams for found in records(stream, "a.txt")]
    [({'text': 'It rains.'}, None), ({}, 'not a format read here: a PDF')]
    """
    name, problem = kinds.kind(stream, origin)
    empty = True
    try:
        for record in _read(name, stream, origin, depth):
            empty = False
            yield record
    except Exception as error:  # noqa: BLE001 - whatever a file does to its reader, the other files are read
        problem = str(error) if type(error) is ValueError else f"unreadable: {type(error).__name__}: {error}"
    if problem or empty:
        yield Found(origin, problem=problem or "empty: the file holds no record")


def _read(name: str | None, stream: BinaryIO, origin: str, depth: int) -> Iterable[Found]:
    if name == "zip":
        return _unpacked(stream, origin, depth)
    return READERS[name](stream, origin) if name else ()


def _unpacked(stream: BinaryIO, origin: str, depth: int) -> Iterator[Found]:
    if depth == archive.DEPTH:
        raise ValueError(f"unsafe zip: archives within archives, more than {archive.DEPTH} deep")
    for name, content, problem in archive.members(stream):
        inner = f"{origin}!{name}"
        yield from (
            [Found(inner, problem=problem)] if problem else records(io.BytesIO(content), inner, depth + 1)
        )
