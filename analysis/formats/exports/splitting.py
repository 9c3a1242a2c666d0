r"""A splitter of one's own: where an article starts and ends, and which label makes which column, in TOML.

    [archives.echo]
    name = "our archive"
    start = 'Dokument \\d+ von \\d+'        # the line an article opens with; (?P<outlet>...) in it makes a
    column end = 'Ende des Dokuments'             # the line it closes with; without it, the next start
    languages = ["de"]                     # of its dates; day_first = true where 03/04 is 3 April
    [archives.echo.labels]                 # column = the labels that open its lines ("Titel: ...")
    title = ["Titel"]
    published = ["Datum"]

What stands under no label is the body. A label goes on until the next one, or until an empty line.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis.formats.exports import lines
from analysis.formats.found import Found
from analysis.tables import Article
from analysis.text import dates

LABEL = r"(?P<label>[^\W\d_][^:]{0,38}?)\s?:[ \t\u00a0]*(?P<value>.*)"
KEYS = {"name", "read", "text", "page", "start", "end", "label", "labels", "languages", "day_first"}
SHOWN = 5  # lines of a file that an error shows


class Splitter(NamedTuple):
    """How the articles of one archive are told apart.

    Args:
        name: what the archive is called in a problem.
        start: what the line is that opens an article.
        end: what the line is that closes one; None where the next start does.
        label: what a line with a label is; its groups are `label` and `value`.
        labels: label, in capitals → column.
        languages: BCP 47 primary languages of the dates.
        day_first: how 03/04/2020 is meant.
    """

    name: str
    start: re.Pattern[str]
    end: re.Pattern[str] | None
    label: re.Pattern[str]
    labels: Mapping[str, str]
    languages: tuple[str, ...] = ()
    day_first: bool | None = None


def load(path: str | os.PathLike[str]) -> list[Splitter]:
    """The splitters of a TOML file of the analyst's.

    Args:
        path: the file; each table under `[archives]` is one.

    Raises:
        FileNotFoundError: for a file that is not there.
        ValueError: for one that is no TOML, or holds what no splitter knows, naming what and the choices.
    """
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"splitter={str(path)!r} is no TOML: {error}") from error
    found = table.get("archives")
    if not isinstance(found, dict) or not found:
        raise ValueError(f"splitter={str(path)!r} holds no table [archives.NAME]; it holds {sorted(table)}")
    return [of_entry(key, entry, f"splitter={str(path)!r}") for key, entry in found.items()]


def of_entry(key: str, entry: Mapping[str, Any], where: str = "archives.toml") -> Splitter:
    """The splitter of one table.

    Args:
        key: its name under `[archives]`.
        entry: the table.
        where: it stands, for an error.

    Raises:
        ValueError: naming the key that is wrong, and the choices.

    >>> of_entry("echo", {"start": "[", "labels": {}})
    Traceback (most recent call last):
    ...
    ValueError: archives.toml: [archives.echo] start='[' is no regular expression: unterminated ...
    """
    place = f"{where}: [archives.{key}]"
    unknown = set(entry) - KEYS
    if unknown or "start" not in entry:
        lacks = "" if "start" in entry else ", and needs start"
        raise ValueError(f"{place} knows {sorted(KEYS)}{lacks}; it has {sorted(entry)}")
    columns = entry.get("labels", {})
    wrong = set(columns) - set(Article._fields)
    if wrong:
        raise ValueError(
            f"{place} labels: {sorted(wrong)} are no columns; columns are {list(Article._fields)}"
        )
    return Splitter(
        entry.get("name", key),
        _compiled(entry, "start", place),
        _compiled(entry, "end", place) if "end" in entry else None,
        _compiled({"label": LABEL, **entry}, "label", place),
        {" ".join(name.upper().split()): column for column, names in columns.items() for name in names},
        tuple(entry.get("languages", ())),
        entry.get("day_first"),
    )


def _compiled(entry: Mapping[str, Any], key: str, place: str) -> re.Pattern[str]:
    try:
        made = re.compile(entry[key])
    except (re.error, TypeError) as error:
        raise ValueError(f"{place} {key}={entry[key]!r} is no regular expression: {error}") from error
    if key == "label" and not {"label", "value"} <= set(made.groupindex):
        raise ValueError(f"{place} label={entry[key]!r} lacks a group (?P<label>...) or (?P<value>...)")
    return made


def matches(splitter: Splitter, text: str) -> bool:
    """Whether a line of a text opens an article.

    Args:
        splitter: of an archive.
        text: of a file.
    """
    return any(splitter.start.fullmatch(row.rstrip()) for row in text.split("\n"))


def split(text: str, origin: str, splitter: Splitter) -> Iterator[Found]:
    r"""The articles of a text.

    Args:
        text: of a file.
        origin: its own; each record's ends in `#` and its number.
        splitter: of the archive.

    >>> echo = of_entry("echo", {"start": "No. .*", "labels": {"title": ["Head"]}})
    >>> text = "No. 1\nHead: Rain\n\nIt rains.\nNo. 2\nIt snows."
    >>> [dict(found.fields) for found in split(text, "a.txt", echo)]
    [{'title': 'Rain', 'text': 'It rains.'}, {'text': 'It snows.'}]
    """
    count = 0
    for opening, rows in _pieces(text.split("\n"), splitter):
        count += 1
        fields = {**{name: value for name, value in opening.items() if value}, **_fields(rows, splitter)}
        printed = dates.read(str(fields.get("published") or ""), splitter.languages, splitter.day_first)
        if printed:
            fields["published"] = printed.moment
        problem = None if fields["text"] else "no text: the article has labels and no body"
        yield Found(f"{origin}#{count}", fields, problem, f"archive:{splitter.name}")
    if not count:
        yield Found(origin, problem=f"no article: {unmatched(text, splitter)}")


def unmatched(text: str, splitter: Splitter) -> str:
    r"""What was looked for in a text in vain, and what its first lines are.

    Args:
        text: of a file.
        splitter: of the archive.

    >>> unmatched("One\nTwo", of_entry("echo", {"start": "No. .*"}))
    "no line is start='No. .*'; the first lines are 'One', 'Two'"
    """
    first = [row.strip()[:60] for row in text.split("\n") if row.strip()][:SHOWN]
    shown = ", ".join(map(repr, first)) or "empty"
    return f"no line is start={splitter.start.pattern!r}; the first lines are {shown}"


def _pieces(rows: Sequence[str], splitter: Splitter) -> Iterator[tuple[dict[str, str | None], list[str]]]:
    opening: dict[str, str | None] | None = None
    piece: list[str] = []
    for row in rows:
        started = splitter.start.fullmatch(row.rstrip())
        ended = splitter.end and splitter.end.fullmatch(row.rstrip())
        if opening is not None and (started or ended):
            yield opening, piece
            opening = None
        if started:
            opening, piece = started.groupdict(), []
            if splitter.label.fullmatch(row.rstrip()):
                piece.append(row)
        elif opening is not None:
            piece.append(row)
    if opening is not None:
        yield opening, piece


def _fields(rows: Sequence[str], splitter: Splitter) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    body: list[str] = []
    column: str | None = None
    for row in rows:
        match = splitter.label.fullmatch(row.rstrip())
        name = match and splitter.labels.get(" ".join(match["label"].upper().split()))
        if match and name:
            column = name
            found.setdefault(name, []).append(match["value"])
        elif column and column != "text" and row.strip():
            found[column][-1] += f" {row.strip()}"
        else:
            column = column if column == "text" else None
            (found["text"] if column == "text" else body).append(row)
    values: dict[str, Any] = {name: _value(name, parts) for name, parts in found.items() if name != "text"}
    return {**values, "text": lines.body([*found.get("text", []), *body])}


def _value(name: str, parts: Sequence[str]) -> str | None:
    return lines.one_line(
        [", ".join(filter(None, (part.strip() for part in parts))) if name == "author" else parts[0]]
    )
