"""Traces of translation: what a text may have kept of an original in another language, never a verdict."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from analysis.text.lexicon import Lexicon

KINDS = ("note", "spelling", "run_on")


class Trace(NamedTuple):
    """One trace of translation.

    Fields:
        start: code point where it begins
        end: code point after it
        kind: note (the text says so), spelling (a name in the spelling of another language) or run_on (two
            sentences of the original run into one)
        evidence: the words, `text[start:end]`
    """

    start: int
    end: int
    kind: str
    evidence: str


class Translation(NamedTuple):
    """How many kinds of traces of translation an article bears.

    Fields:
        translation: 0 to 3, how many kinds of traces there are; missing for a language without a file
        evidence: the words, each once, in the order of the text
    """

    translation: int | None
    evidence: str | None


def find(text: str, lexicon: Lexicon) -> list[Trace]:
    """The traces of translation in a text, in order.

    Args:
        text: an article.
        lexicon: of its language, for its `[translation]` table.

    >>> from analysis.text.lexicon import load
    >>> text = "Un retrait de l'OTSC Le contingent commencera. Il l'a dit devant la Mazhilis."
    >>> [(trace.kind, trace.evidence) for trace in find(text, load("fr"))]
    [('run_on', "l'OTSC Le contingent"), ('spelling', 'la Mazhilis')]
    """
    return sorted(_traces(text, lexicon))


def _traces(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    for kind, pattern in _patterns(lexicon).items():
        yield from (Trace(*found.span(), kind, found.group()) for found in pattern.finditer(text))


@cache
def _patterns(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    table = lexicon.section("translation")
    starters = "|".join(
        sorted(map(str.capitalize, lexicon.section("sentences").get("starters", ())), key=len)
    )
    patterns = {}
    if "notes" in table:
        patterns["note"] = rf"(?i:\b(?:{'|'.join(map(re.escape, table['notes']))})\s+\w+)"
    if "foreign" in table:
        patterns["spelling"] = rf"\b{table['articles']}\s?(?=[A-ZÀ-Þ]\w*(?:{table['foreign']}))\w+"
    if starters:  # an acronym, a capital that opens a sentence, a small letter: l'OTSC Le contingent
        patterns["run_on"] = rf"(?:\b\w['’])?\b[A-ZÀ-Þ]{{2,}}\s(?:{starters})\s[a-zà-ÿ]\w+"
    return {kind: re.compile(pattern) for kind, pattern in patterns.items()}


def summarise(traces: Iterable[Trace]) -> Translation:
    """The kinds of traces counted, their words listed.

    Args:
        traces: what find() found in one article.

    >>> summarise([Trace(0, 11, "spelling", "la Mazhilis"), Trace(40, 51, "spelling", "la Mazhilis")])
    Translation(translation=1, evidence='la Mazhilis')
    """
    found = list(traces)
    evidence = "; ".join(dict.fromkeys(trace.evidence for trace in found))
    return Translation(len({trace.kind for trace in found}), evidence or None)
