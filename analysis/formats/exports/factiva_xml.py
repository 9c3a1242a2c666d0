"""Factiva as XML, as its service answers: elements with names of their own, one <article> each."""

from collections.abc import Iterator
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import factiva_fields
from analysis.formats.found import Found


def of_xml(tree: Any, origin: str) -> Iterator[Found]:
    """The articles of the service's XML; its own count of them is not believed.

    Args:
        tree: the document's root.
        origin: its own.
    """
    count = 0
    for node in markup.named(tree, "article"):
        if any(markup.local(child) in {"headline", "accessionno"} for child in node):
            count += 1
            yield _of_xml(node, f"{origin}#{count}")


def _of_xml(node: Any, origin: str) -> Found:
    names = {
        "title": "headline",
        "author": "byline",
        "outlet": "sourcename",
        "accession": "accessionno",
        "page": "pages",
        "section": "sectionname",
        "edition": "edition",
        "words_given": "wordcount",
        "lang_given": "baselanguage",
    }
    fields: dict[str, Any] = {ours: markup.first(node, theirs) for ours, theirs in names.items()}
    when = next(markup.named(node, "publicationdate"), None)
    fields["published"] = None if when is None else _moment(when)
    parts = [
        paragraph
        for part in markup.named(node, "leadparagraph", "tailparagraphs")
        for paragraph in _of_part(part)
    ]
    fields["text"] = "\n\n".join(parts) or None
    return factiva_fields.found(fields, origin, "publicationDate")


def _of_part(part: Any) -> list[str]:
    inner = [node for node in part if markup.local(node) == "paragraph"]
    return [text for node in inner or [part] if (text := " ".join("".join(node.itertext()).split()))]


def _moment(when: Any) -> str | None:
    whole = markup.first(when, "datetime")
    if whole:
        return whole
    day_, hour = markup.first(when, "date"), markup.first(when, "time")
    return f"{day_}T{hour}" if day_ and hour and "T" not in day_ else day_ or markup.content(when)
