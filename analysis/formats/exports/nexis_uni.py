"""Nexis Uni, from Word, RTF or text: articles that close with "End of Document", in every language of it.

Before the body stand headline, outlet, date, perhaps an edition, the copyright, then labels ("Byline:",
"Length:"); the line "Body" opens it. A list of all headlines may precede the first article, which is no
article.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.formats.exports import is_mark, lines
from analysis.formats.exports.nexis import COPYRIGHT, PAGE, is_error
from analysis.formats.found import Found, join
from analysis.text import dates

MARK = 'a line "End of Document"'
SHORT = 120  # no line that is a date is longer


def of_text(text: str, origin: str) -> Iterator[Found]:
    r"""The articles of an export, its paragraphs as lines.

    Args:
        text: of the file.
        origin: its own; each record's ends in `#` and its number.

    >>> text = "Rain\nThe Echo\nMay 3, 2019 Friday\n\nLength: 2 words\nBody\n\nIt rains.\n\nEnd of Document\n"
    >>> [dict(found.fields)["text"] for found in of_text(text, "a.docx")]
    ['It rains.']
    """
    rows = text.split("\n")
    ends = [number for number, row in enumerate(rows) if is_mark("nexis_uni", row)]
    starts = [0, *(end + 1 for end in ends)]
    pieces = [rows[start:end] for start, end in zip(starts, [*ends, len(rows)], strict=True)]
    for count, piece in enumerate(pieces, 1):
        whole = count <= len(ends)
        if whole or _body_at(piece) is not None:
            found = _article(piece, f"{origin}#{count}", count == 1)
            cut = None if whole else f"cut off: {MARK} is missing after the last article"
            yield found._replace(problem=join(found.problem, cut))


def _body_at(rows: Sequence[str]) -> int | None:
    words = lines.labels_of("nexis")
    return next(
        (number for number, row in enumerate(rows) if words.get(row.strip(" :\u00a0").upper()) == "body"),
        None,
    )


def _article(rows: Sequence[str], origin: str, first: bool) -> Found:
    opening = _body_at(rows)
    head = [row.strip() for row in rows[: _first_end(rows) if opening is None else opening]]
    labels, met = _labels(head)
    fields: dict[str, Any] = {**_above(head, first), **labels}
    fields["author"] = lines.byline(labels.get("author"))
    page = PAGE.search(labels.get("section") or "")
    fields["page"] = page and page[1]
    languages = lines.languages_of(met)
    fields["interface_lang"] = languages[0] if len(languages) == 1 else None
    if opening is None and not labels and not fields.get("published"):
        whole = lines.body(rows) or ""
        if is_error(whole):
            return Found(origin, problem=f"no article: the archive's own message, {whole[:80]!r}")
    bare = opening is None and not labels and not fields.get("published")
    if bare:
        fields["title"] = fields["outlet"] = None
    body = rows[opening + 1 :] if opening is not None else rows if bare else []
    fields["text"] = lines.body(body[: _first_end(body)])
    return Found(origin, fields, _problem(fields, opening), "nexis:date line")


def _problem(fields: Mapping[str, Any], opening: int | None) -> str | None:
    if fields["text"]:
        return None
    return (
        "no text: the line 'Body' is missing"
        if opening is None
        else "no text: nothing follows the line 'Body'"
    )


def _first_end(rows: Sequence[str]) -> int:
    table = lines.labels_of("nexis_uni")
    for number, row in enumerate(rows):
        found = lines.labelled(row, table)
        if table.get(row.strip(" :\u00a0").upper()) == "alone" or (found and found[0] == "loaded"):
            return number
    return len(rows)


def _labels(head: Sequence[str]) -> tuple[dict[str, str], set[str]]:
    table, found, met = lines.labels_of("nexis"), {}, set()
    for row in head:
        match = lines.labelled(row, table)
        if match and match[0] in {"author", "section", "words_given", "url", "edition"} and match[1]:
            found[match[0]] = match[1]
            met.add(row.partition(":")[0].strip().upper())
    return found, met


def _above(head: Sequence[str], first: bool) -> dict[str, Any]:
    place, printed = _dated(head)
    if printed is None:
        return _undated(head, first)
    outlet = next((number for number in reversed(range(place)) if head[number]), None)
    rest = [
        row
        for row in [dates.after_weekday(head[place][printed.end :]), *_until_labels(head[place + 1 :])]
        if row
    ]
    return {
        "title": _title(head[:outlet]) if outlet is not None else None,
        "outlet": head[outlet] if outlet is not None else None,
        "published": printed.moment,
        "edition": lines.one_line(row for row in rest if not row.startswith("Correction Appended")),
    }


def _dated(head: Sequence[str]) -> tuple[int, dates.Printed | None]:
    # The last one, since a headline may hold a date too, and the headline comes first.
    table = lines.labels_of("nexis")
    for place in reversed(range(len(head))):
        row = head[place]
        if (
            len(row) > SHORT
            or COPYRIGHT.match(row)
            or lines.labelled(row, table)
            or lines.LABEL.fullmatch(row.partition(" ")[0])
        ):
            continue
        printed = dates.find(row)
        if printed and place:
            return place, printed
    return 0, None


def _until_labels(rows: Sequence[str]) -> Iterator[str]:
    table = lines.labels_of("nexis")
    for row in rows:
        if COPYRIGHT.match(row) or lines.labelled(row, table):
            return
        yield row.strip()


def _title(rows: Sequence[str]) -> str | None:
    parts = lines.blocks(rows)
    return lines.one_line(parts[-1][-3:]) if parts else None


def _undated(head: Sequence[str], first: bool) -> dict[str, Any]:
    above = [row for row in _until_labels(head) if row]
    title, outlet = (above[-2:-1], above[-1:]) if first else (above[:1], above[1:2])
    return {"title": lines.one_line(title), "outlet": lines.one_line(outlet)}
