"""Constructions of reported speech, language by language: which are found, and what must not be.

python benchmarks/constructions.py [LANGUAGE ...]    (default: all of tests/cases/constructions.toml)

A line a construction: + found with cue, source and speaker as they should be, o found but not so attributed,
. missed, nothing where the language has no such construction; ! beside it where a neighbour that reports
nothing is found. Then the counts of each language.
"""

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from analysis.text import lexicon, quotes, resolve

CONSTRUCTIONS = Path(__file__).parent.parent / "tests" / "cases" / "constructions.toml"
LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "ru")
OPENS, CLOSES = "{[<", "}]>"
"""How an example marks its quotation, its cue and its source, and whom that names if nobody printed so."""

PIECES = re.compile(r"([^{}\[\]<>=]*)(=[^>]*)?([{}\[\]<>])")
REST = re.compile(r"[^{}\[\]<>]*$")

AROUND = ' ,;:.–—-«»“”„"'
"""What may stand around the words of a quotation without being them."""

MARKS = {"attributed": "+", "found": "o", "missed": ".", "none": " "}


class Row(NamedTuple):
    """What one quotation of an example must be."""

    quote: str
    kind: str
    cue: str
    source: str | None
    speaker: str | None


def read(marked: str, kinds: str) -> tuple[str, list[Row]]:
    """The text of an example and its rows, of `“{No},” [said] <she=Ann Roy>.` one.

    Args:
        marked: the sentence, its quotations in braces, cues in brackets, sources in angles.
        kinds: of its quotations, one for all or one each.
    """
    text, open_at, speakers = "", list[int](), list[str]()
    held = {sign: list[str]() for sign in OPENS}
    for plain, named, sign in PIECES.findall(marked):
        text += plain
        if sign in OPENS:
            open_at.append(len(text))
            continue
        held[OPENS[CLOSES.index(sign)]].append(text[open_at.pop() :])
        if sign == ">":
            speakers.append(named[1:] if named else held["<"][-1])
    contents, cues, sources = (held[sign] for sign in OPENS)
    columns = kinds.split(), cues, sources, speakers
    return text + REST.findall(marked)[0], [_row(quote, at, *columns) for at, quote in enumerate(contents)]


def _row(quote: str, at: int, *columns: list[str]) -> Row:
    """A row: where a column has fewer values than there are quotations, its last one holds for the rest."""
    kind, cue, source, speaker = (column[min(at, len(column) - 1)] if column else None for column in columns)
    return Row(quote.strip(AROUND), kind or "", cue or "", source, speaker or None)


def rows(text: str, language: str) -> list[Row]:
    """What the package finds in a text."""
    known = lexicon.load(language)
    return [
        Row(q.quote.strip(AROUND), q.kind, q.cue or "", q.source, q.speaker)
        for q in resolve.speakers(text, quotes.find(text, known), known)
    ]


def outcome(found: list[Row], wanted: list[Row]) -> str:
    """`attributed`, `found` (the words, but not cue, source and speaker) or `missed`."""
    if found == wanted:
        return "attributed"
    same = [(row.quote, row.kind) for row in found] == [(row.quote, row.kind) for row in wanted]
    return "found" if same else "missed"


def constructions() -> list[dict[str, Any]]:
    """The constructions of the file, as they stand there."""
    listed: list[dict[str, Any]] = tomllib.loads(CONSTRUCTIONS.read_text(encoding="utf-8"))["constructions"]
    return listed


def _cell(one: dict[str, Any], language: str) -> tuple[str, bool]:
    """The outcome of a construction in a language, and whether a neighbour of it is found."""
    false = any(rows(text, language) for text in one["neighbours"].get(language, []))
    if language not in one["examples"]:
        return "none", false
    text, wanted = read(one["examples"][language], one["kinds"])
    return outcome(rows(text, language), wanted), false


def main(languages: list[str]) -> None:
    counts = {language: Counter[str]() for language in languages}
    print(" ".join(f"{language:2}" for language in languages))
    for one in constructions():
        line = ""
        for language in languages:
            came, false = _cell(one, language)
            line += MARKS[came] + ("!" if false else " ") + " "
            counts[language].update([came])
            counts[language]["false"] += false
        print(f"{line} {one['name']}")
    print()
    for language, n in counts.items():
        of = n["attributed"] + n["found"] + n["missed"]
        print(
            f"{language}: {n['attributed']} of {of} found and attributed, {n['found']} found, "
            f"{n['missed']} missed; a neighbour found in {n['false']}"
        )


if __name__ == "__main__":
    main(sys.argv[1:] or list(LANGUAGES))
