"""Excel workbooks: a record a row of each sheet, under the sheet's first row."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from analysis.formats import archive, cells, naming
from analysis.formats.found import Found

MOST_CHARACTERS = 32_767  # of UTF-16, in a cell; openpyxl would cut the rest off without a word
MOST_ROWS = 1_048_576
LARGEST = 2**53  # beyond it a cell's number is no longer exact
BARRED = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")  # what XML cannot hold


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The records of a workbook; `origin` ends in `#`, sheet, `:` and the row as Excel counts it.

    Args:
        stream: the workbook, seekable; of a formula, the value last computed is read.
        origin: its own origin, without sheet and row.

    Raises:
        ValueError: for a workbook that would unpack to too much.

    >>> import io, openpyxl
    >>> book, stream = openpyxl.Workbook(), io.BytesIO()
    >>> _ = [book.active.append(row) for row in (["body", "page"], ["It rains.", 7])]
    >>> book.save(stream)
    >>> [(found.origin, found.fields) for found in read(stream, "a.xlsx")]
    [('a.xlsx#Sheet:2', {'body': 'It rains.', 'page': 7})]
    """
    with zipfile.ZipFile(stream) as packed:
        archive.weigh(packed)
    yield from _found(stream, origin)


def _found(stream: BinaryIO, origin: str) -> list[Found]:
    import openpyxl

    found: list[Found] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on styles: only cells matter here
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong extent
            found += _records(sheet.iter_rows(values_only=True), f"{origin}#{sheet.title}")
    return found


def _records(rows: Iterator[tuple[Any, ...]], origin: str) -> Iterator[Found]:
    filled = ((number, row) for number, row in enumerate(rows, 1) if any(value is not None for value in row))
    header = next(filled, (0, ()))[1]
    names = cells.unique(["" if value is None else str(value) for value in header])
    number = 0
    for number, row in filled:
        wide = cells.widened(names, len(row))
        values = dict(zip(wide, map(_value, row), strict=False))
        yield Found(f"{origin}:{number}", {**dict.fromkeys(names), **values})
    if not number and naming.is_saved(names):
        yield Found(origin)


def _value(value: Any) -> Any:
    # "_x000D_" stands for a carriage return: ECMA-376 part 1, 22.9.2.19, ST_Xstring.
    from openpyxl.utils.escape import unescape

    return unescape(value) if isinstance(value, str) else value


def write(names: Sequence[str], rows: Iterable[Sequence[Any]], path: Path) -> None:
    """Write a sheet: no text becomes a formula, none is cut, and the same rows give the same bytes.

    Args:
        names: of the columns, the sheet's first row.
        rows: one cell a name; None leaves it empty, and a number that Excel cannot hold exactly becomes text.
        path: the file to make, or to replace.

    Raises:
        ValueError: for a text longer than a cell holds, or more rows than a sheet holds.

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

    inexact = isinstance(value, int | float) and not -LARGEST <= value <= LARGEST
    if value is None or (isinstance(value, bool | int | float) and not inexact):
        return value
    text = cells.shown(value)
    if len(text.encode("utf-16-le")) > 2 * MOST_CHARACTERS:
        raise ValueError(
            f"{place}: {len(text)} characters; an Excel cell holds {MOST_CHARACTERS}: write .parquet or .csv"
        )
    cell = WriteOnlyCell(sheet, BARRED.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
    cell.data_type = "s"  # openpyxl takes "=1+1" for a formula
    return cell


def _still(path: Path) -> None:
    """Take the time of writing out of a workbook."""
    with zipfile.ZipFile(path) as archive_:
        parts = {name: archive_.read(name) for name in archive_.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive_:
        for name, content in parts.items():
            timeless = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z(?=</dcterms)", b"2000-01-01T00:00:00Z", content)
            archive_.writestr(zipfile.ZipInfo(name), timeless, zipfile.ZIP_DEFLATED)
