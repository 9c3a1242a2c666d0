"""Word (.docx) and OpenDocument (.odt): the text of their paragraphs; nothing is unpacked to disk."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from analysis.formats import archive, markup, untrusted
from analysis.formats.found import LOCKED
from analysis.formats.texts import Text
from analysis.text import words

MOST_XML = 200_000_000  # bytes of a document's text, unpacked: some hundred novels
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MANIFEST = "META-INF/manifest.xml"  # in which OpenDocument says that its parts are encrypted
HEADINGS = ("title", "titre", "titel", "heading1", "heading 1", "berschrift1", "título")


def load(stream: BinaryIO) -> Text:
    """The text of a .docx or .odt, a paragraph or a line break a line.

    Args:
        stream: the file, seekable.

    Raises:
        ValueError: for a file that is broken or would unpack to too much.
    """
    try:
        with archive.document(stream) as packed:
            names = set(packed.namelist())
            if MANIFEST in names and b"encryption-data" in packed.read(MANIFEST):
                raise ValueError(LOCKED)
            return _docx(packed) if "word/document.xml" in names else _odt(packed)
    except (KeyError, zipfile.BadZipFile) as error:
        raise ValueError(f"broken document: {error}") from error


def _xml(packed: zipfile.ZipFile, name: str) -> Any:
    if packed.getinfo(name).file_size > MOST_XML:
        raise ValueError(f"too large a document: {name} holds more than {MOST_XML} bytes")
    tree = untrusted.parse(packed.read(name))
    if tree is None:
        raise ValueError(f"broken document: {name} is no XML")
    return tree


def _docx(packed: zipfile.ZipFile) -> Text:
    tree = _xml(packed, "word/document.xml")
    paragraphs = list(tree.iter(f"{W}p"))
    rows = [line for paragraph in paragraphs for line in "".join(_runs(paragraph)).split("\n")]
    heading = next(
        (
            line
            for paragraph in paragraphs[:5]
            if _is_heading(paragraph) and (line := "".join(_runs(paragraph)).strip())
        ),
        None,
    )
    return _made(rows, heading)


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val", "").casefold().endswith(HEADINGS)


def _runs(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab", f"{W}noBreakHyphen"):
        name = markup.local(node)
        yield node.text or "" if name == "t" else {"tab": "\t", "nobreakhyphen": "-"}.get(name, "\n")


def _odt(packed: zipfile.ZipFile) -> Text:
    tree = _xml(packed, "content.xml")
    body = next(markup.named(tree, "text"), tree)
    nodes = list(markup.named(body, "p", "h"))
    rows = [line for node in nodes for line in "".join(_spans(node)).split("\n")]
    heading = next((markup.content(node) for node in nodes[:5] if markup.local(node) == "h"), None)
    return _made(rows, heading)


def _spans(node: Any) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        name = markup.local(child)
        if name in {"span", "a"}:
            yield from _spans(child)
        elif name in {"s", "tab", "line-break"}:
            yield {"s": " ", "tab": "\t"}.get(name, "\n")
        yield child.tail or ""


def _made(rows: list[str], heading: str | None) -> Text:
    # Who created the file and when says nothing of the article's author and day, so it is left alone.
    return Text(words.normalise("\n".join(rows)), {"title": heading} if heading else {})
