"""Excel workbooks: a record a row of each sheet, under the sheet's first row."""

import math
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from analysis.formats import archive, cells, limits, naming
from analysis.formats.found import NO_ROWS, Found

MOST_CHARACTERS = 32_767  # of UTF-16, in a cell; openpyxl would cut the rest off without a word
MOST_ROWS = 1_048_576
FEW_TAGS = 1_000_000  # a tag takes openpyxl up to 10 microseconds
MOST_TAGS = 10  # a byte of the file; a table of little but repeated numbers has one
FEW_CELLS = 1_000_000
MOST_EMPTY = 100  # cells for one that holds anything
TOGETHER = 100  # rows
PIECE = 1 << 20
WHOLE = "0;-0;0;@"
"""The format of a text that is a whole number, because a number of Excel's would not hold all its digits."""
BARRED = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")  # what XML cannot hold


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The records of a workbook; `origin` ends in `#`, sheet, `:` and the row as Excel counts it.

    Args:
        stream: the workbook, seekable; of a formula, the value last computed is read.
        origin: its own origin, without sheet and row.

    Raises:
        ValueError: for a workbook that would unpack to too much, is locked, or holds next to nothing but
            empty rows and cells; what openpyxl raises, for one that is damaged.

    >>> import io, openpyxl
    >>> book, stream = openpyxl.Workbook(), io.BytesIO()
    >>> _ = [book.active.append(row) for row in (["body", "page"], ["It rains.", 7])]
    >>> book.save(stream)
    >>> [(found.origin, found.fields) for found in read(stream, "a.xlsx")]
    [('a.xlsx#Sheet:2', {'body': 'It rains.', 'page': 7})]
    """
    import openpyxl

    with archive.document(stream) as packed:
        _count(packed, limits.size_of(stream))
    with _unremarked():
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        except ValueError as error:  # which names the file by its path
            raise ValueError(f"broken Excel: {error.__cause__ or error}") from error
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # some programs write a wrong extent
        yield from _records(_counted(_rows(sheet)), f"{origin}#{sheet.title}")


@contextmanager
def _unremarked() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on styles: only cells matter here
        yield


def _count(packed: zipfile.ZipFile, size: int) -> None:
    """Raise a ValueError for a workbook of so many tags that they can only be there to be counted."""
    tags = 0
    for part in packed.infolist():
        with packed.open(part) as content:
            tags += sum(piece.count(b"<") for piece in iter(lambda: content.read(PIECE), b""))
        if tags > max(FEW_TAGS, MOST_TAGS * size):
            raise ValueError(f"unsafe Excel: more than {MOST_TAGS} tags a byte, in a file of {size}")


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    rows = iter(sheet.iter_rows())
    while True:
        with _unremarked():
            held = [tuple(map(_value, row)) for row in islice(rows, TOGETHER)]
        if not held:
            return
        yield from held


def _counted(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows that hold anything, numbered from 1; a sheet of nothing but room is refused."""
    cells_, filled = 0, 0
    for number, row in enumerate(rows, 1):
        values = sum(value is not None for value in row)
        cells_, filled = cells_ + len(row), filled + values
        if number > MOST_ROWS:
            raise ValueError(f"unsafe Excel: a row beyond {MOST_ROWS}, the last of a sheet")
        if cells_ > FEW_CELLS and cells_ > MOST_EMPTY * filled:
            raise ValueError(f"unsafe Excel: of {cells_} cells {filled} hold anything")
        if values:
            yield number, row


def _records(filled: Iterator[tuple[int, tuple[Any, ...]]], origin: str) -> Iterator[Found]:
    header = next(filled, (0, ()))[1]
    names = naming.unique(["" if value is None else str(value) for value in header])
    number = 0
    for number, row in filled:
        wide = naming.widened(names, len(row))
        values = dict(zip(wide, row, strict=False))
        yield Found(f"{origin}:{number}", {**dict.fromkeys(names), **values})
    if not number and naming.is_saved(names):
        yield Found(origin, via=NO_ROWS)


def _value(cell: Any) -> Any:
    # "_x000D_" stands for a carriage return: ECMA-376 part 1, 22.9.2.19, ST_Xstring.
    from openpyxl.utils.escape import unescape

    value = cell.value
    if not isinstance(value, str):
        return value
    if cells.INTEGER.fullmatch(value) and _format(cell) == WHOLE:
        return int(value)
    return unescape(value) if "_x" in value else value


def _format(cell: Any) -> str | None:
    try:
        return str(cell.number_format)
    except IndexError:  # some programs leave the styles out to which their cells refer
        return None


def write(names: Sequence[str], rows: Iterable[Sequence[Any]], path: Path) -> None:
    """Write a sheet: no text becomes a formula, nothing is cut, and the same rows give the same bytes.

    Args:
        names: of the columns, the sheet's first row.
        rows: one cell a name; None leaves it empty. A whole number that Excel cannot hold exactly is shown as
            text, in a format by which `read` knows it again.
        path: the file to make, or to replace.

    Raises:
        ValueError: for a text longer than a cell holds, an infinite number, or more rows than a sheet holds.

    >>> import io, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(["title"], [["=1+1"]], Path(folder, "a.xlsx"))
    ...     next(read(io.BytesIO(Path(folder, "a.xlsx").read_bytes()), "a.xlsx")).fields
    {'title': '=1+1'}
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("table")
    made = [_row(sheet, names, row, number) for number, row in enumerate([names, *rows], 1)]
    if len(made) > MOST_ROWS:
        raise ValueError(f"an Excel sheet holds {MOST_ROWS} rows, not {len(made)}; write .parquet or .csv")
    for row in made:
        sheet.append(row)
    book.save(path)
    _still(path)


def _row(sheet: Any, names: Sequence[str], row: Sequence[Any], number: int) -> list[Any]:
    return [_cell(sheet, value, f"row {number}, {name!r}") for name, value in zip(names, row, strict=True)]


def _cell(sheet: Any, value: Any, place: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if value is None or (isinstance(value, int) and -cells.EXACT <= value <= cells.EXACT):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{place}: {value}; an Excel cell holds no such number: write .parquet or .csv")
    text = cells.shown(value)
    if len(text.encode("utf-16-le")) > 2 * MOST_CHARACTERS:
        raise ValueError(
            f"{place}: {len(text)} characters; an Excel cell holds {MOST_CHARACTERS}: write .parquet or .csv"
        )
    cell = WriteOnlyCell(sheet, BARRED.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
    # openpyxl takes "=1+1" for a formula, and rounds a number that is not spelt out to 16 digits.
    cell.data_type = "n" if isinstance(value, float) else "s"
    if isinstance(value, int):
        cell.number_format = WHOLE
    return cell


def _still(path: Path) -> None:
    """Take the time of writing out of a workbook."""
    with zipfile.ZipFile(path) as archive_:
        parts = {name: archive_.read(name) for name in archive_.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive_:
        for name, content in parts.items():
            timeless = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z(?=</dcterms)", b"2000-01-01T00:00:00Z", content)
            archive_.writestr(zipfile.ZipInfo(name), timeless, zipfile.ZIP_DEFLATED)
