"""What a reader of a corpus tells while it reads, and when it is done; on a screen alone, never in a file."""

import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from analysis.formats.sources import Source
from analysis.tables import Article

DELAY = 2  # seconds after which a progress bar is worth its line


class Tally:
    """What was found in a corpus, counted row by row.

    >>> tally = Tally()
    >>> tally.add([Article("a", "a.txt", text="It rains."), Article("b", "b.txt", problem="no text: x")])
    >>> str(tally)
    '2 found, 1 with text; problems: 1 × no text; 0 exact duplicates'
    """

    def __init__(self) -> None:
        self.found = 0
        self.with_text = 0
        self.duplicates = 0
        self.problems: Counter[str] = Counter()
        self.apart: Counter[str] = Counter()
        self._texts: set[int] = set()

    def add(self, articles: Iterable[Article]) -> None:
        """Count some articles.

        Args:
            articles: rows that were not counted before.
        """
        for article in articles:
            self.found += 1
            if article.problem:
                self.problems[article.problem.partition(":")[0]] += 1
            if article.text:
                self._add_text(article.text, article.text_kind)

    def _add_text(self, text: str, kind: str | None) -> None:
        self.with_text += 1
        if kind not in {None, "full"}:
            self.apart[str(kind)] += 1
        known = hash(text)  # of 64 bits, and kept in memory alone
        self.duplicates += known in self._texts
        self._texts.add(known)

    def counted(self) -> str:
        """How many records have a problem, by kind: what a warning says."""
        total = self.problems.total()
        return f"{total} of {self.found} records have a problem, see that column: {_listed(self.problems)}"

    def __str__(self) -> str:
        apart = f" ({_listed(self.apart)})" if self.apart else ""
        problems = f"problems: {_listed(self.problems)}" if self.problems else "no problem"
        found = f"{self.found} found, {self.with_text} with text{apart}"
        return f"{found}; {problems}; {self.duplicates} exact duplicates"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} × {kind}" for kind, count in counts.most_common())


def close(tally: Tally, zone: dt.tzinfo) -> None:
    """Say on the screen what was found, and in which zone stamps without one were taken.

    Args:
        tally: of the whole corpus.
        zone: of such stamps.
    """
    if on_screen():
        sys.stderr.write(f"{tally}; stamps without a zone are {zone}\n")


def progress(files: Sequence[Source]) -> Iterator[Source]:
    """The files one by one, with a bar on a screen where they take longer than a moment.

    Args:
        files: to read.

    >>> list(progress([]))
    []
    """
    from tqdm import tqdm

    yield from tqdm(files, unit="file", delay=DELAY, leave=False, disable=not on_screen())


def on_screen() -> bool:
    """Whether somebody looks on: standard error is a terminal, or Lab started the kernel for a notebook."""
    # A Jupyter server names the notebook to its kernels; a report's kernel has no such name.
    return bool(sys.stderr) and (sys.stderr.isatty() or "JPY_SESSION_NAME" in os.environ)
