"""A corpus file by file: its rows, each with an id of its own, and tables of them."""

import os
import warnings
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis import tables
from analysis.formats import cells, dates, limits, mapping, readers, reports, sources
from analysis.formats.dates import Reckoning
from analysis.formats.exports import splitting
from analysis.formats.exports.splitting import Splitter
from analysis.formats.found import join
from analysis.formats.mapping import Row
from analysis.formats.sources import Paths, Source
from analysis.tables import Article

if TYPE_CHECKING:
    import pandas as pd

TOGETHER = 1000  # records of a file whose dates explain each other where the file is read piece by piece


class Reading(NamedTuple):
    """How a corpus is read.

    Args:
        splitters: of the analyst.
        dates: how they are meant where they do not say it.
        strict: whether the first problem is raised.
        together: how many records of a file are held at once; None for all of them.
    """

    splitters: Sequence[Splitter] = ()
    dates: Reckoning = dates.PLAIN
    strict: bool = False
    together: int | None = None


def reading(
    splitter: str | os.PathLike[str] | None, timezone: str, day_first: bool | None, strict: bool
) -> Reading:
    """How a corpus is read, from what the analyst said, checked.

    Args:
        splitter: a TOML file, or None.
        timezone: as for `read_articles`.
        day_first: as for `read_articles`.
        strict: as for `read_articles`.

    >>> reading(None, "UTC", True, False).dates.day_first
    True
    """
    splitters = [] if splitter is None else splitting.load(splitter)
    return Reading(splitters, dates.reckoning(timezone, day_first), strict)


def rows(files: Sequence[Source], how: Reading) -> Iterator[Row]:
    """The rows of all files in their order, each with an id that no other has.

    Args:
        files: as `sources.find` gives them.
        how: they are read.

    Raises:
        ValueError: where `how` is strict, naming file, record and reason.
    """
    return distinct(row for file in reports.progress(files) for row in _of_file(file, how))


def _of_file(file: Source, how: Reading) -> Iterator[Row]:
    for row, others in _mapped(file, how):
        if how.strict and row.problem:
            raise ValueError(f"{row.origin} in {file.path}: {row.problem}")
        yield row, others


def _mapped(file: Source, how: Reading) -> Iterator[Row]:
    records = readers.read(file, how.splitters)
    try:
        while held := list(islice(records, how.together)):
            yield from mapping.articles(held, how.dates)
    except Exception as error:  # noqa: BLE001 - memory may end outside any reader; the other files are read
        yield mapping.unread(file.origin, error)


def distinct(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with every `article_id` that was there before given a number, and the row saying so.

    Args:
        rows: articles of all files, in the order of the table; the first to bear an id keeps it.

    >>> twice = [(Article("a", "x.txt"), {}), (Article("a", "y.txt"), {})]
    >>> [row.article_id for row, _ in distinct(twice)]
    ['a', 'a-2']
    """
    seen: dict[str, int] = {}
    for row, others in rows:
        identity = row.article_id
        while identity in seen:
            seen[row.article_id] += 1
            identity = f"{row.article_id}-{seen[row.article_id]}"
        seen[identity] = 1
        yield (row if identity == row.article_id else _renamed(row, identity)), others


def _renamed(row: Article, identity: str) -> Article:
    same = f"same article_id: {row.article_id!r} is another article's too"
    return row._replace(article_id=identity, problem=join(row.problem, same))


def fitting(rows: list[Row]) -> list[Row]:
    """The rows, without the names that would make a table of next to nothing but empty cells.

    Each name that a record has becomes a column of all: a few thousand records, each with a name of its own,
    would fill the memory. The names that most records have are kept, those of the first records first; a row
    that lost a value says so.

    Args:
        rows: of one table.

    >>> odd = [(Article(str(n), "a.jsonl"), {f"key{n}": n}) for n in range(20_000)]
    >>> sum(bool(others) for _, others in fitting(odd)), fitting(odd)[-1][0].problem
    (500, 'columns: 1 left out, of names that few other records have')
    """
    counts = Counter(name for _, others in rows for name in others)
    filled = max(limits.SPARSE, limits.MOST_RATIO * counts.total())
    most = min(limits.MOST_COLUMNS, filled // max(1, len(rows)))
    if len(counts) <= most:
        return rows
    kept = {name for name, _ in counts.most_common(most)}
    return [_narrowed(row, others, kept) for row, others in rows]


def _narrowed(row: Article, others: dict[str, Any], kept: Container[str]) -> Row:
    known = {name: value for name, value in others.items() if name in kept}
    lost = len(others) - len(known)
    said = f"columns: {lost} left out, of names that few other records have" if lost else None
    return row._replace(problem=join(row.problem, said)), known


def table(rows: Sequence[Row]) -> "pd.DataFrame":
    """The articles table of rows, what is carried along behind its columns.

    Args:
        rows: articles, and what each carries along.

    >>> table([(Article("a", "x.txt"), {"desk": 7})])["desk"].tolist()
    [7]
    """
    import pandas as pd

    made = tables.from_rows(Article, (row for row, _ in rows))
    names = dict.fromkeys(name for _, others in rows for name in others)
    carried = {name: cells.settle([others.get(name) for _, others in rows], made.index) for name in names}
    return pd.concat([made, pd.DataFrame(carried)], axis=1) if carried else made


def warn(verb: str, files: Sequence[Source], paths: Paths, tally: reports.Tally, how: Reading) -> None:
    """Warn of the problems of a corpus, once, and of one without files; then say what was found.

    Args:
        verb: that read it.
        files: it consists of.
        paths: as the analyst gave them.
        tally: of its rows.
        how: it was read.
    """
    if tally.problems:
        warnings.warn(f"{verb}: {tally.counted()}", stacklevel=3)
    if not files:
        named = [str(path) for path in sources.listed(paths)]
        warnings.warn(f"{verb}: no file in {named}", stacklevel=3)
    reports.close(tally, how.dates.zone)
