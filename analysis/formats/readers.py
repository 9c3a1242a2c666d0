"""The reader of each format, and what keeps one bad file from stopping the others."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from analysis.formats import (
    archive,
    columnar,
    delimited,
    excel,
    json_records,
    kinds,
    limits,
    mail,
    packed,
    page,
    plain,
    texts,
    web_archive,
    wires,
)
from analysis.formats.documents import pdf, rtf, word
from analysis.formats.exports.splitting import Splitter
from analysis.formats.found import Found, why
from analysis.formats.limits import Growth
from analysis.formats.sources import Source
from analysis.formats.texts import Text
from analysis.formats.wires import telegram

Reader = Callable[[BinaryIO, str], Iterator[Found]]
Loader = Callable[[BinaryIO], Text]
Alone = Callable[[Text, str], Iterator[Found]]

READERS: dict[str, Reader] = {
    "delimited": delimited.read,
    "json": json_records.read,
    "parquet": columnar.read,
    "excel": excel.read,
    "xml": wires.read,
    "wire": telegram.read,
    "warc": web_archive.read,
}
"""Format, as `kinds.kind` names it → its reader."""

TEXTS: dict[str, tuple[Loader, Alone]] = {
    "plain": (plain.load, plain.alone),
    "page": (page.load, page.alone),
    "word": (word.load, texts.alone),
    "rtf": (rtf.load, texts.alone),
    "pdf": (pdf.load, texts.alone),
    "mail": (mail.load, texts.alone),
}
"""Formats of running text → what loads the text, and what reads it as one article where it is no export."""


def read(source: Source, splitters: Sequence[Splitter] = ()) -> Iterator[Found]:
    """The records of a file: one at least, since a file without any gives one that says so.

    Args:
        source: the file; it need not be there.
        splitters: of the analyst, for texts and pages.

    >>> from pathlib import Path
    >>> next(read(Source("a.txt", Path("no such folder/a.txt")))).problem
    'cannot be opened: no file that can be read to its end'
    """
    try:
        if not source.path.is_file():
            yield Found(source.origin, problem="cannot be opened: no file that can be read to its end")
            return
        with source.path.open("rb") as stream:
            yield from records(stream, source.origin, splitters)
    except OSError as error:
        yield Found(source.origin, problem=f"cannot be opened: {error.strerror or error}")


def records(
    stream: BinaryIO,
    origin: str,
    splitters: Sequence[Splitter] = (),
    depth: int = 0,
    growth: Growth | None = None,
) -> Iterator[Found]:
    """The records of a stream, those of a zip's members included, whatever is wrong with it.

    Args:
        stream: the file, seekable, at its beginning.
        origin: its own origin; those of its records begin with it.
        splitters: of the analyst, for texts and pages.
        depth: how many archives it lies in.
        growth: of the outermost of these; its own where it lies in none.

    >>> streams = io.BytesIO(b"It rains."), io.BytesIO(b"GIF89a")
    >>> [(dict(found.fields), found.problem) for stream in streams for found in records(stream, "a.txt")]
    [({'text': 'It rains.'}, None), ({}, 'not a format read here: a picture')]
    """
    growth = growth or Growth(limits.size_of(stream))
    problem, empty = None, True
    try:
        found = kinds.kind(stream, origin)
        problem = found.problem
        for record in _read(found.reader, stream, origin, splitters, depth, growth):
            growth.add(limits.weight(record.fields), NAMES.get(found.reader or "", "file"))
            empty = False
            yield record
    except Exception as error:  # noqa: BLE001 - whatever a file does to its reader, the other files are read
        problem = why(error)
    if problem or empty:
        yield Found(origin, problem=problem or "empty: the file holds no record")


def _read(
    name: str | None,
    stream: BinaryIO,
    origin: str,
    splitters: Sequence[Splitter],
    depth: int,
    growth: Growth,
) -> Iterable[Found]:
    if name in PACKED:
        return PACKED[name](stream, origin, splitters, depth, growth)
    if name in TEXTS:
        return _of_text(name, stream, origin, splitters)
    return READERS[name](stream, origin) if name else ()


def _of_text(name: str, stream: BinaryIO, origin: str, splitters: Sequence[Splitter]) -> Iterator[Found]:
    load, alone = TEXTS[name]
    found = load(stream)
    articles = texts.articles(found, origin, splitters)
    return alone(found, origin) if articles is None else articles


def _unpacked(
    stream: BinaryIO, origin: str, splitters: Sequence[Splitter], depth: int, growth: Growth
) -> Iterator[Found]:
    _check(depth, "zip")
    for name, content, problem in archive.members(stream):
        inner = f"{origin}!{name}"
        if problem:
            yield Found(inner, problem=problem)
        else:
            growth.add(len(content), "zip")
            yield from records(io.BytesIO(content), inner, splitters, depth + 1, growth)


def _unzipped(
    stream: BinaryIO, origin: str, splitters: Sequence[Splitter], depth: int, growth: Growth
) -> Iterator[Found]:
    _check(depth, "gzip")
    content, problem = packed.unpack(stream, growth)
    with content:
        # Its records bear the name of the .gz itself: a gzip holds one file only.
        if content.read(1) or not problem:
            content.seek(0)
            yield from _named(content, origin, splitters, depth, growth)
    if problem:
        yield Found(origin, problem=problem)


def _named(
    content: BinaryIO, origin: str, splitters: Sequence[Splitter], depth: int, growth: Growth
) -> Iterator[Found]:
    inner = origin.removesuffix(".gz").removesuffix(".GZ")
    for record in records(content, inner, splitters, depth + 1, growth):
        yield record._replace(origin=origin + record.origin[len(inner) :])


def _check(depth: int, kind: str) -> None:
    if depth == archive.DEPTH:
        raise ValueError(f"unsafe {kind}: archives within archives, more than {archive.DEPTH} deep")


PACKED: dict[str | None, Callable[[BinaryIO, str, Sequence[Splitter], int, Growth], Iterator[Found]]] = {
    "zip": _unpacked,
    "gzip": _unzipped,
}
"""Formats of files within files."""
NAMES = {"excel": "Excel", "parquet": "Parquet", "delimited": "table", "json": "JSON"}
"""What problems call the formats that can be bombs."""
