"""What a file was taken for, and why: the answer to "my export is not read"."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from analysis import tables
from analysis.formats import exports, kinds, mapping, packed, readers
from analysis.formats.found import NO_ROWS, why
from analysis.formats.sources import Source, find

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 5  # lines of a file
NAMES = {
    "page": "a page",
    "plain": "plain text",
    "word": "a Word or OpenDocument file",
    "xml": "XML",
    "wire": "a telegram",
}


class Explanation(NamedTuple):
    """What one file was taken for.

    Fields:
        origin: file, relative to the path given
        taken_for: its format, and the archive whose export it is; missing where it is not read
        why: what in its content or its name decided
        records: how many it holds
        with_text: how many of them have a text
        problem: the first that was met
        first_lines: of the file, where it is text
    """

    origin: str
    taken_for: str | None
    why: str | None
    records: int
    with_text: int
    problem: str | None
    first_lines: str | None


def explain_file(path: str | os.PathLike[str]) -> "pd.DataFrame":
    r"""What a file was taken for and why, a row a file.

    Args:
        path: a file, or a folder of them.

    Returns:
        A table with the columns of `Explanation`. For an archive that is not known, `first_lines` shows
        what a splitter of one's own may start with.

    Raises:
        FileNotFoundError: for a path that is not there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.dat").write_text("Dokument 1 von 2\n\nDokument 2 von 2\n")
    ...     explain_file(folder)[["taken_for", "records", "with_text"]].values.tolist()
    [['plain text, an export of Nexis', 2, 0]]
    """
    rows = [_explained(source) for source in find(path)]
    made = tables.from_rows(Explanation, [("", *row) for row in rows])
    return made.drop(columns="article_id")


def _explained(source: Source) -> Explanation:
    found = [record for record in readers.read(source) if record.via != NO_ROWS]
    kind, lines, archive = _opened(source.path, source.origin)
    problem = kind.problem or next((record.problem for record in found if record.problem), None)
    name = kind.reader and ", ".join(filter(None, (NAMES.get(kind.reader, kind.reader), archive)))
    texts = sum(row.text is not None for row, _ in mapping.articles(found))
    return Explanation(source.origin, name, kind.why or None, len(found), texts, problem, lines)


def _opened(path: Path, origin: str) -> tuple[kinds.Kind, str | None, str | None]:
    if not path.is_file():
        return kinds.Kind(None, None), None, None
    try:
        with path.open("rb") as stream:
            return _looked_at(stream, origin)
    except Exception as error:  # noqa: BLE001 - as in reading: no file stops the explanation of the others
        return kinds.Kind(None, why(error)), None, None


def _looked_at(stream: BinaryIO, origin: str) -> tuple[kinds.Kind, str | None, str | None]:
    kind = kinds.kind(stream, origin)
    if kind.reader == "gzip":
        content, _ = packed.unpack(stream)
        with content:
            inner, lines, archive = _looked_at(content, origin.removesuffix(".gz"))
        return inner._replace(why=f"inside a gzip, {inner.why}"), lines, archive
    if kind.reader not in readers.TEXTS:
        return kind, None, None
    try:
        found = readers.TEXTS[kind.reader][0](stream)
    except Exception as error:  # noqa: BLE001 - its format is known all the same
        return kind._replace(problem=why(error)), None, None
    page = found.source is not None
    whole = found.source if found.source is not None else found.text
    told = exports.of_page(whole) if page else exports.of_text(whole)
    if told:
        kind = kind._replace(why=f"{kind.why}; its mark is {exports.evidence(told, whole, page=page)!r}")
    return kind, " | ".join(_first(found.text)) or None, exports.name(told) if told else None


def _first(text: str) -> Iterator[str]:
    rows = [row.strip()[:60] for row in text[:20_000].split("\n") if row.strip()]
    yield from rows[:SHOWN]
