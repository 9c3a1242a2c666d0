"""Articles in and out: any mix of files to one table, and a table to a file.

`origin` is the file relative to the path given, then `!` and the member of a zip, then `#` and the record:
`2020/dump.zip!january.csv#12`.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from analysis.formats import corpus, sources
from analysis.formats.corpus import Reading
from analysis.formats.explain import explain_file
from analysis.formats.reports import Tally
from analysis.formats.saved import read_table
from analysis.formats.sources import Paths, Source
from analysis.formats.write import target, write_articles, write_table

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "explain_file",
    "read_articles",
    "read_chunks",
    "read_table",
    "target",
    "write_articles",
    "write_table",
]


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
    how = corpus.reading(splitter, timezone, day_first, strict)
    files = sources.find(paths)
    rows = corpus.fitting(list(corpus.rows(files, how)))
    tally = Tally()
    tally.add(row for row, _ in rows)
    corpus.warn("read_articles", files, paths, tally, how)
    return corpus.table(rows)


def read_chunks(
    paths: Paths,
    size: int = 1000,
    *,
    splitter: str | os.PathLike[str] | None = None,
    timezone: str = "UTC",
    day_first: bool | None = None,
    strict: bool = False,
) -> Iterator["pd.DataFrame"]:
    r"""The articles of a corpus larger than memory, a table of so many rows at a time.

    Args:
        paths: as for `read_articles`.
        size: rows of a table; the last may have fewer.
        splitter: as for `read_articles`.
        timezone: as for `read_articles`.
        day_first: as for `read_articles`; where it is not said, dates explain each other within each
            thousand records of a file.
        strict: raise at the first record with a problem, instead of keeping its row.

    Returns:
        Tables as `read_articles` makes them, one after the other in the same order; no two articles of the
        corpus have one `article_id`. A warning at the end counts the problems.

    Raises:
        ValueError: for a size below 1, and as `read_articles` does.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "one.csv").write_text("body\ttitle\nUn.\tA\nDeux.\tB\nTrois.\tC\n")
    ...     [table["text"].tolist() for table in read_chunks(folder, size=2)]
    [['Un.', 'Deux.'], ['Trois.']]
    """
    if size < 1:
        raise ValueError(f"size={size!r} must be 1 or more rows")
    how = corpus.reading(splitter, timezone, day_first, strict)
    return _chunks(sources.find(paths), paths, size, how._replace(together=corpus.TOGETHER))


def _chunks(files: Sequence[Source], paths: Paths, size: int, how: Reading) -> Iterator["pd.DataFrame"]:
    rows, tally = corpus.rows(files, how), Tally()
    while held := corpus.fitting(list(islice(rows, size))):
        tally.add(row for row, _ in held)
        yield corpus.table(held)
    corpus.warn("read_chunks", files, paths, tally, how)
