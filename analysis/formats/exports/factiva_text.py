"""Factiva as text or RTF: field tags at the beginning of lines, or the run of lines that its pages have."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.formats.exports import factiva_fields, lines
from analysis.formats.found import Found

SURE = "HD BY WC PD ET SN SC ED PG SE LA CY LP TD IPC IPD PUB NGC CLM ART VOL RST"
TAG = re.compile(rf"({SURE.replace(' ', '|')}|CR|CT|RF|CO|IN|NS|RE|GC|CX|AN)(?:[ \t\u00a0]+(.*))?")
CODED = re.compile(
    r"\w+ ?:|Document\b|\S+ [A-Za-z0-9]{4,12}(?:19|20)\d{6}"
)  # fra : France | ...; Document TEST...
END = re.compile(r"(?:AN[ \t]+)?(?:\S+[ \t\u00a0]+)?[A-Za-z0-9]{4,12}(?:19|20)\d{6}[a-z0-9]{9}\s*")

MARK = 'a line that begins with HD, or one like "Document ECHO000020190503ef530000x"'

Tagged = list[tuple[str, list[str]]]


def of_text(text: str, origin: str) -> Iterator[Found]:
    r"""The articles of an export.

    Args:
        text: the file, decoded, or the text of an RTF.
        origin: its own; each record's ends in `#` and its number.

    >>> text = "HD Rain\nPD 3 May 2019\nSN Echo\nLP\nIt rains.\nAN Document ECHO000020190503ef530000x"
    >>> [(found.fields["title"], found.fields["text"]) for found in of_text(text, "a.txt")]
    [('Rain', 'It rains.')]
    """
    rows = text.split("\n")
    tagged = any(row.startswith(("HD", "HD\t")) and TAG.fullmatch(row.rstrip()) for row in rows)
    made = map(_of_tags, _articles(rows)) if tagged else map(_of_run, _pieces(rows))
    count = 0
    for count, fields in enumerate(filter(None, made), 1):
        fields["published"] = factiva_fields.day(fields.pop("day", None), fields.pop("hour", None), None)
        yield factiva_fields.found(fields, f"{origin}#{count}", "PD" if tagged else "line")
    if not count:
        yield Found(origin, problem=f"no article: of Factiva's marks, {MARK} is not there")


def _articles(rows: Sequence[str]) -> Iterator[Tagged]:
    now: Tagged = []
    for row in rows:
        tag = _tag(row.rstrip())
        if tag is None:
            if now:
                now[-1][1].append(row)
            continue
        if _begins(tag[0], now):
            yield now
            now = []
        now.append((tag[0], [tag[1]]))
    yield now


def _begins(code: str, now: Tagged) -> bool:
    there = {code for code, _ in now}
    return "AN" in there or (
        code in {"HD", "SE"} and "HD" in there and bool(there & {"LP", "TD", "WC", "PD"})
    )


def _tag(row: str) -> tuple[str, str] | None:
    found = TAG.fullmatch(row)
    if not found:
        return None
    code, value = found[1], found[2] or ""
    sure = code in SURE.split() or not value or CODED.match(value)
    return (code, value) if sure else None


def _of_tags(tagged: Tagged) -> dict[str, Any] | None:
    known = lines.labels_of("factiva")
    if not any(known[code] in {"title", "text"} for code, _ in tagged):
        return None
    fields: dict[str, Any] = {}
    body: list[str] = []
    for code, rows in tagged:
        column = known[code]
        if column == "text":
            body += [*rows, ""]
        elif column != "drop":
            fields.setdefault(column, lines.one_line(rows))
    return {**fields, "text": lines.body(body)}


def _pieces(rows: Sequence[str]) -> Iterator[list[str]]:
    start = 0
    for number, row in enumerate(rows):
        if END.fullmatch(row):
            yield list(rows[start : number + 1])
            start = number + 1


def _of_run(piece: list[str]) -> dict[str, Any] | None:
    rows = [row.strip() for row in piece]
    words = next((number for number, row in enumerate(rows) if factiva_fields.WORDS.fullmatch(row)), None)
    if words is None:
        return {"text": lines.body(rows[:-1]), "accession": rows[-1]}
    above = [row for row in rows[:words] if row]
    author = above.pop() if len(above) > 1 and lines.byline(above[-1]) != above[-1] else None
    rights = next(
        (number for number, row in enumerate(rows[words:], words) if factiva_fields.RIGHTS.match(row)), None
    )
    stop = (
        rights
        if rights is not None
        else next((number for number, row in enumerate(rows[words:], words) if not row), words)
    )
    run = [row for row in rows[words : stop + 1] if row]
    return {
        **factiva_fields.of_run(run),
        "author": author,
        "section": above[0] if len(above) > 1 and len(above[0]) < 40 else None,
        "title": lines.one_line(above[1:] if len(above) > 1 and len(above[0]) < 40 else above),
        "accession": rows[-1],
        "text": lines.body(rows[stop + 1 : -1]),
    }
