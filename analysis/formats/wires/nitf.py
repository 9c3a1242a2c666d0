"""NITF, the agencies' XML of one story: headline, byline, day and body; also inside NewsML."""

import re
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import lines

# gr/bp, VRG, lee.ann, 4711: who typed it, not who wrote it
INITIALS = re.compile(r"\W*(?:[a-z]{1,3}(?:[/.\s-]+[a-z]{1,3})*|[A-Z]{2,4}|[a-z]+(?:[._][a-z]+)+|[\d\W]+)\W*")
STAMPED = ("date.issue", "date.release", "story.date")


def fields(tree: Any) -> dict[str, Any]:
    """The fields of a story.

    Args:
        tree: the element <nitf>.

    >>> from lxml import etree
    >>> xml = "<nitf><head><date.issue norm='20200113T080000Z'/></head><body><hl1>Rain</hl1>"
    >>> xml += "<body.content><p>It rains.</p></body.content></body></nitf>"
    >>> found = fields(etree.fromstring(xml))
    >>> found["title"], found["published"], found["text"]
    ('Rain', '20200113T080000Z', 'It rains.')
    """
    contents = list(markup.named(tree, "body.content"))
    return {
        "title": markup.first(tree, "hl1", "headline", "title"),
        "author": author(_byline(tree)),
        "outlet": _outlet(tree),
        "published": _day(tree),
        "text": body(contents) if contents else None,
    }


def _byline(tree: Any) -> str | None:
    node = next(markup.named(tree, "byline"), None)
    if node is None:
        return None
    person = next(markup.named(node, "person"), None)
    if person is not None:
        return markup.content(person)
    return " ".join(markup.paragraphs(node, skipped=("byttl",))) or None


def author(byline: str | None) -> str | None:
    """The names of a byline, None for initials of the desk.

    Args:
        byline: as the story has it.

    >>> author("By ANN LEE"), author("gr/bp"), author("lee.ann")
    ('ANN LEE', None, None)
    """
    names = lines.byline(byline)
    return None if not names or INITIALS.fullmatch(names) else names


def _outlet(tree: Any) -> str | None:
    named = markup.first(tree, "distributor", "rights.owner")
    holder = next(
        (node.get("holder") for node in markup.named(tree, "doc.copyright") if node.get("holder")), None
    )
    source = next((node.get("regsrc") for node in markup.named(tree, "doc-id") if node.get("regsrc")), None)
    return holder if holder and not named else named or source


def _day(tree: Any) -> str | None:
    for name in STAMPED:
        for node in markup.named(tree, name):
            if node.get("norm"):
                return str(node.get("norm"))
    for node in markup.named(tree, "pubdata"):
        if node.get("date.publication"):
            return str(node.get("date.publication"))
    named = {"timestamp", "date", "pubdate", "ntb-dato"}
    return next(
        (
            node.get("content")
            for node in markup.named(tree, "meta")
            if (node.get("name") or "").casefold() in named
        ),
        None,
    )


def body(contents: list[Any]) -> str | None:
    """The paragraphs of a story's content, without its media, tables of notes and endings.

    Args:
        contents: the elements <body.content>.
    """
    skipped = (
        "media",
        "media-caption",
        "media-producer",
        "media-reference",
        "media-metadata",
        "note",
        "hl1",
        "byline",
        "dateline",
        "abstract",
    )
    rows = (row for node in contents for row in markup.paragraphs(node, skipped))
    # What was pasted in, of a player or a map, may stand there as text.
    shown = (markup.text(row) if markup.is_markup(row) else row for row in rows)
    return "\n\n".join(row for row in shown if row) or None
