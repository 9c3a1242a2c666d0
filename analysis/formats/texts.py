"""What a file of running text holds, whatever its format: one text, and what the file says of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.formats import exports
from analysis.formats.exports import lines, reading, splitting
from analysis.formats.exports.splitting import Splitter
from analysis.formats.found import NOTHING, Found, join, spoilt


class Text(NamedTuple):
    """The text of a file.

    Args:
        text: all of it, a line a paragraph or as the file has its lines; empty for a page.
        fields: what the file says of it beside: title, author, published.
        problem: what was wrong with the file.
        via: where the fields stood.
        source: of a page, decoded; None for what is no page.
    """

    text: str
    fields: Mapping[str, Any] = NOTHING
    problem: str | None = None
    via: str = "document"
    source: str | None = None


def articles(found: Text, origin: str, splitters: Sequence[Splitter] = ()) -> Iterator[Found] | None:
    """The articles of an archive's export, None where the text is none and is one article therefore.

    Args:
        found: of a file.
        origin: of the file.
        splitters: of the analyst; with any, no other way of splitting is tried.
    """
    if splitters:
        return _spoilt(_split(found, origin, splitters), found.problem)
    archive = exports.of_page(found.source) if found.source is not None else exports.of_text(found.text)
    if archive is None:
        return None
    whole = found.text if found.source is None else found.source
    return _spoilt(reading.read(archive, whole, origin, page=found.source is not None), found.problem)


def _split(found: Text, origin: str, splitters: Sequence[Splitter]) -> Iterator[Found]:
    text = found.text if found.source is None else reading.as_text(found.source)
    fitting = next((one for one in splitters if splitting.matches(one, text)), splitters[0])
    return splitting.split(text, origin, fitting)


def _spoilt(records: Iterator[Found], problem: str | None) -> Iterator[Found]:
    if problem is None:
        return records
    return (
        record._replace(problem=join(record.problem, spoilt(problem, record.fields))) for record in records
    )


def alone(found: Text, origin: str) -> Iterator[Found]:
    r"""The one article that a document is.

    Args:
        found: of a file.
        origin: of the file; the record bears it unchanged.

    >>> [dict(record.fields) for record in alone(Text("Rain\n\nIt rains.", {"title": "Rain"}), "a.docx")]
    [{'title': 'Rain', 'text': 'It rains.'}]
    """
    body = lines.body(found.text.split("\n"))
    title = found.fields.get("title")
    if body and title and body.startswith(f"{title}\n"):
        body = body.removeprefix(f"{title}\n").lstrip("\n") or body
    empty = None if body else "empty: the document holds no text"
    yield Found(origin, {**found.fields, "text": body}, join(found.problem, empty), found.via)
