"""Lines of an export: paragraphs that were wrapped are joined again, labels are told from text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from analysis.text import lexicon

WRAP = 90  # no archive wraps its lines later
LONG = 45  # what is shorter than this and does not end its block was not wrapped there
LABEL = re.compile(r"\s*([^\W\d_][^:\n]{0,38}?)\s?[:：][\s\u00a0]*(.*)", re.DOTALL)


def blocks(lines: Iterable[str]) -> list[list[str]]:
    """The lines in blocks that empty lines part.

    Args:
        lines: of a file, in order.

    >>> blocks(["a", "b", " ", "", "c"])
    [['a', 'b'], ['c']]
    """
    made: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            made[-1].append(line)
        elif made[-1]:
            made.append([])
    return made if made[-1] else made[:-1]


def body(lines: Sequence[str]) -> str | None:
    r"""The text of lines: blocks are paragraphs where lines were wrapped, else each line is one.

    Args:
        lines: of one article's body.

    >>> body(["The mayor", "spoke.", "", "He left."]), body(["One."]), body([" "])
    ('The mayor\n\nspoke.\n\nHe left.', 'One.', None)
    """
    parts = blocks(lines)
    if is_wrapped(parts):
        joined = [" ".join(line.strip() for line in block) for block in parts]
    else:
        joined = [line.strip() for block in parts for line in block]
    return "\n\n".join(re.sub(r"[ \t\u00a0]+", " ", paragraph) for paragraph in joined) or None


def is_wrapped(parts: Sequence[Sequence[str]]) -> bool:
    """Whether lines were wrapped: all are short, and nearly all that do not end a block are nearly full.

    Args:
        parts: blocks of lines.

    >>> is_wrapped([["x" * 70, "x" * 72, "end."]]), is_wrapped([["One.", "Two."]]), is_wrapped([["x" * 200]])
    (True, False, False)
    """
    inner = [len(line.rstrip()) for block in parts for line in block[:-1]]
    if not inner or max(len(line.rstrip()) for block in parts for line in block) > WRAP + 20:
        return False
    full = sum(length >= LONG for length in inner)
    return full > len(inner) / 2


def one_line(lines: Iterable[str]) -> str | None:
    """Several lines as one, None where nothing stands in them.

    Args:
        lines: of a title or another field.

    >>> one_line(["  Rain ", "again"]), one_line([" "])
    ('Rain again', None)
    """
    return re.sub(r"[\s\u00a0]+", " ", " ".join(lines)).strip() or None


def labelled(line: str, labels: Mapping[str, str]) -> tuple[str, str] | None:
    """The column that a line's label means, and what stands after the label; None for a line without one.

    Args:
        line: of an export's head or foot.
        labels: label, in capitals → column, as `labels_of` gives them.

    >>> labelled("Length:\u00a0355 words", {"LENGTH": "words_given"}), labelled("Paris: rain", {})
    (('words_given', '355 words'), None)
    """
    found = LABEL.fullmatch(line)
    column = found and labels.get(" ".join(found[1].upper().split()))
    return (column, found[2].strip()) if found and column else None


@cache
def labels_of(table: str) -> Mapping[str, str]:
    """Label, in capitals → column, of an archive.

    Args:
        table: under `[labels]` in archives.toml.

    >>> labels_of("nexis")["LÄNGE"]
    'words_given'
    """
    columns: Mapping[str, Sequence[str]] = lexicon.shared("archives")["labels"][table]
    return {label.upper(): column for column, names in columns.items() for label in names}


@cache
def _openings() -> re.Pattern[str]:
    words = lexicon.shared("archives")["labels"]["bylines"]["openings"]
    return re.compile(rf"\A(?:{'|'.join(map(re.escape, words))})(?:\s*:)?\s+(?=\S)", re.IGNORECASE)


def byline(line: str | None) -> str | None:
    """The names in a byline, without the word that opens it.

    Args:
        line: as the archive has it.

    >>> byline("By PAPER AUTHOR"), byline("Byron Smith"), byline(None)
    ('PAPER AUTHOR', 'Byron Smith', None)
    """
    return (_openings().sub("", line.strip()).strip(" ;,") or None) if line else None


def languages_of(labels: Iterable[str]) -> tuple[str, ...]:
    """The languages whose interface uses these labels, by the table `[interfaces]`; empty where none is told.

    Args:
        labels: those that were met, in capitals.

    >>> languages_of(["LÄNGE", "RUBRIK"])
    ('de',)
    """
    tables: Mapping[str, Any] = lexicon.shared("archives")["interfaces"]
    met = set(labels)
    hits = {language: len(met & {word.upper() for word in words}) for language, words in tables.items()}
    best = max(hits.values(), default=0)
    return tuple(language for language, count in hits.items() if count == best) if best else ()
