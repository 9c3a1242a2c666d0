"""The loop a user would write, textstat's ten measures and langdetect on each text, and ratios to it."""

import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import langdetect
import pandas as pd
import textstat

from analysis.readability.with_textstat import MEASURES, _languages, supply_cmudict

PARTS = 5
LOADING = 5
"""Articles that go before the clock starts: what loads every model and is not the cost of an article."""
Job = Callable[[pd.DataFrame], Any]


class Compared(NamedTuple):
    """Processor time of one part of a corpus, in seconds."""

    ours: float
    theirs: float


def prepare() -> None:
    """Textstat off-line, langdetect with a seed."""
    supply_cmudict()
    langdetect.DetectorFactory.seed = 0


def languages() -> set[str]:
    """Languages textstat has coefficients for: in the others the loop is nobody's."""
    return set(_languages())


def textstat_loop(articles: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for text, lang in zip(articles["text"], articles["lang"], strict=True):
        textstat.set_lang(lang)
        rows.append([getattr(textstat, name)(text) for name in MEASURES])
    return pd.DataFrame(rows, columns=list(MEASURES))


def loop(articles: pd.DataFrame) -> None:
    """Ten measures and a language for each text."""
    for text in articles["text"]:
        langdetect.detect(text)
    textstat_loop(articles)


def cpu(job: Callable[[], Any]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def beside(articles: pd.DataFrame, ours: Job, theirs: Job) -> list[Compared]:
    """Both jobs on five parts of the articles, in alternating order, after a few that load everything."""
    for job in (ours, theirs):
        job(articles[:LOADING])
    rest = articles[LOADING:]
    return [_part(part, ours, theirs, first=number % 2 == 0) for number, part in enumerate(parts(rest))]


def parts(articles: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Five parts, or one where there are only a few articles: every fifth, so that they are alike."""
    step = PARTS if len(articles) >= 2 * PARTS else 1
    yield from (articles[start::step] for start in range(step))


def _part(part: pd.DataFrame, ours: Job, theirs: Job, *, first: bool) -> Compared:
    if first:
        return Compared(cpu(lambda: ours(part)), cpu(lambda: theirs(part)))
    late = cpu(lambda: theirs(part))
    return Compared(cpu(lambda: ours(part)), late)


def ratio(compared: list[Compared]) -> str:
    """Median and extremes of ours/theirs.

    >>> ratio([Compared(1, 2), Compared(1, 4), Compared(3, 4)])
    'ratio 0.50 (0.25-0.75)'
    """
    ratios = [one.ours / one.theirs for one in compared]
    return f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


def report(name: str, articles: pd.DataFrame, ours: Job, theirs: Job) -> None:
    """One printed line: what was compared, milliseconds an article of each, and the ratio."""
    timed = len(articles) - LOADING
    if timed < 1:
        print(f"{name}: too few to measure")
        return
    compared = beside(articles, ours, theirs)
    own, other = (1000 * sum(side) / timed for side in zip(*compared, strict=True))
    print(f"{name}: ours {own:.1f} ms an article, the loop {other:.1f} ms: {ratio(compared)}")
