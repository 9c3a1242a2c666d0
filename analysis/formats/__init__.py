"""Articles in and out: any mix of files to one table, and a table to a file.

`origin` is the file relative to the path given, then `!` and the member of a zip, then `#` and the record:
`2020/dump.zip!january.csv#12`.
"""

import os
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from analysis import tables
from analysis.formats import cells, dates, mapping, readers, sources
from analysis.formats.dates import Reckoning
from analysis.formats.exports import splitting
from analysis.formats.exports.splitting import Splitter
from analysis.formats.found import join
from analysis.formats.mapping import Row
from analysis.formats.saved import read_table
from analysis.formats.sources import Paths
from analysis.formats.write import target, write_articles, write_table
from analysis.tables import Article

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_articles", "read_table", "target", "write_articles", "write_table"]


def read_articles(
    paths: Paths,
    *,
    splitter: str | os.PathLike[str] | None = None,
    timezone: str = "UTC",
    day_first: bool | None = None,
    strict: bool = False,
) -> "pd.DataFrame":
    r"""The articles in files and folders of any format, a row each, sorted by origin.

    Read are exports of Nexis, Factiva, Europresse, ProQuest and APA, agencies' wires and feeds, saved web
    pages and web archives, Word, OpenDocument, RTF, PDF and mail, text with an optional `Key: value` header,
    CSV and TSV, JSON and JSON Lines, Parquet, Excel, and zip and gzip files of these; the content tells the
    format, the suffix only where the content does not (`explain_file` says what decided). Names such as
    `body`, `headline` or `date` become our columns by the table in `archives.toml`; all other columns are
    carried along, one that bears a name of ours as `NAME_given` (`lang_given`), with a number where the
    record has that name too. A table written by `write_articles` comes back as it was.

    Args:
        paths: a file or folder, or several; folders are searched through, hidden files left out.
        splitter: a TOML file that says how the articles of a text are told apart, for an archive that is not
            known or has changed its words; `analysis/formats/exports/splitting.py` and README show one.
        timezone: of stamps without a zone and of days without an hour, by its IANA name (`"Europe/Paris"`).
        day_first: whether 03/04/2020 is 3 April; where not said, the other dates of its file tell, or it is
            missing.
        strict: raise at the first record with a problem, instead of keeping its row.

    Returns:
        The articles table. What could not be read, or not wholly, keeps its row and says why in `problem`;
        one warning counts these rows. `published` is UTC; a date that could not be told is NaT, and
        `published_rule` holds it: `"unread: 03/04/2020"`.

    Raises:
        FileNotFoundError: for a path or a splitter that is not there.
        TypeError: for something that is no path.
        ValueError: for a splitter or a time zone that is none; with `strict`, naming file, record and reason.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "one.csv").write_text("headline;body\nUn;Bonjour.\n")
    ...     read_articles(folder)[["origin", "title", "text"]].values.tolist()
    [['one.csv#1', 'Un', 'Bonjour.']]
    """
    splitters = splitting.load(splitter) if splitter is not None else []
    how = dates.reckoning(timezone, day_first)
    files = sources.find(paths)
    rows = distinct(row for file in files for row in _read(file, splitters, how, strict))
    problems = [row.problem for row, _ in rows if row.problem]
    if problems:
        warnings.warn(_counted(problems, len(rows)), stacklevel=2)
    if not files:
        warnings.warn(
            f"read_articles: no file in {[str(path) for path in sources.listed(paths)]}", stacklevel=2
        )
    return _table(rows)


def _read(file: sources.Source, splitters: Sequence[Splitter], how: Reckoning, strict: bool) -> Iterator[Row]:
    for row, others in mapping.articles(readers.read(file, splitters), how):
        if strict and row.problem:
            raise ValueError(f"{row.origin} in {file.path}: {row.problem}")
        yield row, others


def distinct(rows: Iterable[Row]) -> list[Row]:
    """The rows, with every `article_id` that was there before given a number, and the row saying so.

    Args:
        rows: articles of all files, in the order of the table; the first to bear an id keeps it.

    >>> twice = [(Article("a", "x.txt"), {}), (Article("a", "y.txt"), {})]
    >>> [row.article_id for row, _ in distinct(twice)]
    ['a', 'a-2']
    """
    made: list[Row] = []
    seen: dict[str, int] = {}
    for row, others in rows:
        identity = row.article_id
        while identity in seen:
            seen[row.article_id] += 1
            identity = f"{row.article_id}-{seen[row.article_id]}"
        seen[identity] = 1
        if identity != row.article_id:
            same = f"same article_id: {row.article_id!r} is another article's too"
            row = row._replace(article_id=identity, problem=join(row.problem, same))  # noqa: PLW2901
        made.append((row, others))
    return made


def _counted(problems: list[str], total: int) -> str:
    kinds = Counter(problem.partition(":")[0] for problem in problems)
    listed = ", ".join(f"{count} × {kind}" for kind, count in kinds.most_common())
    return f"read_articles: {len(problems)} of {total} records have a problem, see that column: {listed}"


def _table(rows: list[Row]) -> "pd.DataFrame":
    import pandas as pd

    table = tables.from_rows(Article, (row for row, _ in rows))
    names = dict.fromkeys(name for _, others in rows for name in others)
    carried = {name: cells.settle([others.get(name) for _, others in rows], table.index) for name in names}
    return pd.concat([table, pd.DataFrame(carried)], axis=1) if carried else table
