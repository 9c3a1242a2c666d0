"""What news agencies send and sites publish: NITF, NewsML, telegrams, feeds, exports of WordPress.

XML is told by its root. Nothing a document names is opened, no entity it defines is grown.
"""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from analysis.formats import markup, untrusted
from analysis.formats.exports import factiva_xml
from analysis.formats.found import Found
from analysis.formats.wires import feeds, newsml, nitf, wordpress

MOST_BYTES = 300_000_000


def _nitf(tree: Any, origin: str) -> Iterator[Found]:
    stories = list(markup.named(tree, "nitf"))
    for count, story in enumerate(stories, 1):
        fields = nitf.fields(story)
        place = f"{origin}#{count}" if len(stories) > 1 else origin
        yield Found(
            place,
            fields,
            None if fields["text"] else "no text: the story has no body.content",
            "nitf:date.issue",
        )


def _ritzau(tree: Any, origin: str) -> Iterator[Found]:
    text = markup.first(tree, "content")
    source = next((node.text or "" for node in markup.named(tree, "content")), "")
    fields = {
        "title": markup.first(tree, "headline"),
        "author": nitf.author(markup.first(tree, "byline")),
        "outlet": (markup.first(tree, "origin") or "").strip("/").capitalize() or None,
        "published": markup.first(tree, "publishdate"),
        "section": markup.first(tree, "section"),
        "text": markup.text(source) if text else None,
    }
    yield Found(
        origin, fields, None if fields["text"] else "no text: <content> is empty", "ritzau:PublishDate"
    )


ROOTS: dict[str, Callable[[Any, str], Iterator[Found]]] = {
    "nitf": _nitf,
    "newsml": newsml.items,
    "newsitem": newsml.items,
    "newsmessage": newsml.items,
    "packageitem": newsml.items,
    "conceptitem": newsml.items,
    "ppsresponse": factiva_xml.of_xml,
    "ppsarticleresponse": factiva_xml.of_xml,
    "ppsarticleresultset": factiva_xml.of_xml,
    "ppsarticle": factiva_xml.of_xml,
    "rbnews": _ritzau,
}
FEEDS = {"rss", "feed", "rdf"}


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The articles of an XML file.

    Args:
        stream: the file; no more than MOST_BYTES of it are read.
        origin: of the file; its records' begin with it.

    Raises:
        ValueError: for XML that is broken, too large, or of a kind that is not read.
    """
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise ValueError(f"too large a document: more than {MOST_BYTES} bytes")
    tree = untrusted.parse(raw)
    if tree is None:
        raise ValueError("broken XML: it has no root")
    return _of_root(tree, raw, origin)


def _of_root(tree: Any, raw: bytes, origin: str) -> Iterator[Found]:
    root = markup.local(tree)
    if root in ROOTS:
        return _some(ROOTS[root](tree, origin), origin)
    inside = next((node for node in markup.named(tree, "newsmessage", "newsml", "nitf", "newsitem")), None)
    if inside is not None:  # wrapped in an envelope of the agency's own, or in Atom
        return _some(ROOTS[markup.local(inside)](inside if root != "feed" else tree, origin), origin)
    if root == "rss" and "wordpress.org/export" in " ".join(str(uri) for uri in tree.nsmap.values()):
        return wordpress.items(tree, origin)
    if root in FEEDS:
        return feeds.read(untrusted.source(raw), origin)
    raise ValueError(f"not a format read here: XML, <{root}>")


def _some(records: Iterator[Found], origin: str) -> Iterator[Found]:
    empty = True
    for record in records:
        empty = False
        yield record
    if empty:
        yield Found(origin, problem="no article: the document holds none")
