"""CSV and its kin: a record a row, and no row lost to a quote that never closes.

The standard library's reader lets such a quote swallow the rows after it without a word, so rows are taken
here one by one, and the quote is a letter like any other where it would not close.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import BinaryIO, NamedTuple

from analysis.formats import cells, decode, naming
from analysis.formats.cells import Cell
from analysis.formats.found import NO_ROWS, Found, join, spoilt

DELIMITERS = "\t;,|"
REACH = 20_000  # characters in which a quote that is not doubled may still find its end


class Row(NamedTuple):
    """One row: its cells, where the next begins, and whether its quotes were in order."""

    cells: list[Cell]
    end: int
    clean: bool = True


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    r"""The records of a CSV or TSV file; `origin` ends in `#` and the record's number.

    Args:
        stream: the file, read to its end; its encoding and its delimiter are found out.
        origin: its own origin, without a record's number.

    Returns:
        Every row, as text; in a file of ours, each cell in its type. A row of another width than the
        header's is read all the same, and says so in its problem.

    >>> import io
    >>> stream = io.BytesIO(b"title;body\nRain;It rains, again.\nSun\n")
    >>> [(found.fields, found.problem) for found in read(stream, "a.csv")]
    [({'title': 'Rain', 'body': 'It rains, again.'}, None),
     ({'title': 'Sun', 'body': None}, 'width: 1 cells where the header has 2')]
    """
    text, damage = decode.decode(stream.read())
    table = rows(text)
    names = naming.unique([value or "" for value, _ in next(table, Row([], 0)).cells])
    ours = naming.is_saved(names)
    number = 0
    for number, row in enumerate(table, 1):
        wide = naming.widened(names, len(row.cells))
        values = [cells.literal(*cell) if ours else cell[0] for cell in row.cells]
        fields = {**dict.fromkeys(names), **dict(zip(wide, values, strict=False))}
        yield Found(f"{origin}#{number}", fields, join(problem(row, len(names)), spoilt(damage, fields)))
    if ours and not number:
        yield Found(origin, via=NO_ROWS)


def problem(row: Row, width: int) -> str | None:
    """What is wrong with a row under a header of so many cells.

    Args:
        row: one row.
        width: how many names its header has.

    >>> problem(Row([("a", False)], 1), 2)
    'width: 1 cells where the header has 2'
    """
    quotes = None if row.clean else "quotes: unbalanced or not doubled in this row"
    other = f"width: {len(row.cells)} cells where the header has {width}" if len(row.cells) != width else None
    return join(quotes, other)


def rows(text: str) -> Iterator[Row]:
    r"""The rows of a delimited text, the header first; empty lines are no rows.

    Args:
        text: the whole file; a first line such as `sep=;` tells the delimiter and is no row.

    >>> [row.cells for row in rows('a;b\n1;"x;\ny"\n')]
    [[('a', False), ('b', False)], [('1', False), ('x;\ny', True)]]
    """
    plain = re.sub(r"\r\n?", "\n", text).replace("\x00", "").removeprefix("\ufeff")
    stated = re.match(r"sep=(.)\n", plain)  # a line by which a spreadsheet is told the delimiter
    yield from _rows(plain[stated.end() :] if stated else plain, stated[1] if stated else sniff(plain))


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    start, width = 0, 0
    while start < len(text):
        row = _row(text, start, delimiter, width)
        start = row.end
        while len(row.cells) > max(width, 1) > 1 and row.cells[-1] == (None, False):
            row.cells.pop()  # a delimiter too many at the end of the line
        if row.cells != [(None, False)]:
            width = width or len(row.cells)
            yield row


def _row(text: str, start: int, delimiter: str, width: int) -> Row:
    # By the rules; else its line alone; else up to where its quotes may close.
    row = _take(text, start, delimiter)
    if row.clean:
        return row
    stop = text.find("\n", start) + 1 or len(text)
    alone = _take(text, start, delimiter, stop) if stop - start < len(text) else row
    if len(alone.cells) == width:
        return alone._replace(clean=False)
    spanning = _take(text, start, delimiter, start + REACH)
    return (spanning if len(spanning.cells) == width else alone)._replace(clean=False)


def _take(text: str, start: int, delimiter: str, stop: int | None = None) -> Row:
    """The row that begins here: by the rules, or with a stop leniently, no further than there."""
    cell = _strict(delimiter) if stop is None else _lenient(delimiter)
    found: list[Cell] = []
    clean = True
    while match := cell.match(text, start, len(text) if stop is None else stop):
        quoted, bare, end = match.groups()
        if quoted is None and bare.lstrip(" ").startswith('"'):
            clean = False
            cell = cell if stop is None else _bare(delimiter)
        found.append((bare or None, False) if quoted is None else (quoted.replace('""', '"'), True))
        start = match.end()
        if end in {"\n", ""}:
            break
    return Row(found, start, clean)


@cache
def _strict(delimiter: str) -> re.Pattern[str]:
    # "one, ""two""", or: one
    return _cell(r'[^"]*+(?:""[^"]*+)*+', delimiter)


@cache
def _lenient(delimiter: str) -> re.Pattern[str]:
    # "he said "yes" to it", : a quote closes only where a cell may end
    return _cell(rf'[^"]*+(?:"(?!\ *(?:{re.escape(delimiter)}|\n|\Z))[^"]*+)*+', delimiter)


@cache
def _bare(delimiter: str) -> re.Pattern[str]:
    # Where one quote did not close, none after it does; who looks each time looks for ever
    return _cell("(?!)", delimiter)


def _cell(quoted: str, delimiter: str) -> re.Pattern[str]:
    end = re.escape(delimiter)
    return re.compile(rf'(?:\ *"({quoted})"\ *|([^{end}\n]*+))({end}|\n|\Z)')


def sniff(text: str) -> str:
    r"""The delimiter that gives the most known names in the first row, then rows of one width.

    Args:
        text: the file, or its beginning.

    Returns:
        One of DELIMITERS.

    >>> sniff("titre;texte\nUn;Deux, trois\n")
    ';'
    """
    return max(DELIMITERS, key=lambda delimiter: _fitness(text[:REACH], delimiter))


def _fitness(text: str, delimiter: str) -> tuple[int, int, int]:
    widths = [len(row.cells) for row in islice(_rows(text, delimiter), 10)]
    names = [value for value, _ in _take(text, 0, delimiter).cells if value]
    known = sum(naming.field(name) is not None for name in names)
    same = sum(width == widths[0] for width in widths) if widths and widths[0] > 1 else 0
    return known, same, widths[0] if widths else 0


def is_table(text: str) -> bool:
    r"""Whether a text opens like a table: a first row with a name for the text, and another known name.

    Args:
        text: the file, or its beginning.

    >>> is_table("date,body\n2020-01-13,One\n"), is_table("Date, body and soul.\nOne\n")
    (True, False)
    """
    first = text.lstrip("\ufeff\n\r ").partition("\n")[0]
    if "text" not in map(naming.field, re.split(rf'[{DELIMITERS}"]+', first.strip())):
        return False  # told cheaply for the many articles in plain text
    names = [naming.field(value) for value, _ in next(rows(text), Row([], 0)).cells if value]
    return "text" in names and len(set(names) - {None}) > 1
