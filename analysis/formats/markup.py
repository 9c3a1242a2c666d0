"""HTML and XML to text: a paragraph a line, an empty line between, no space doubled and none lost."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from lxml import etree

from analysis.formats import tags

BLOCKS = frozenset(
    # a name a line would be a page of them
    name
    for line in (
        "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer",
        "form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main nav ol p pre",
        "section table tbody td tfoot th thead tr ul",
    )
    for name in line.split()
)
SILENT = frozenset(["script", "style", "head", "title", "noscript", "template", "svg", "iframe"])
MARKUP = re.compile(r"<(p|div|br|h[1-6]|ul|span|strong|em|a|img|figure|body|html)\b[^<>]*>", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
BREAK = "\u2028"


def is_markup(text: str) -> bool:
    """Whether a text is a piece of HTML: it opens with a tag, or has a paragraph or a break in it.

    Args:
        text: of a field that may be either.

    >>> is_markup("<p>It rains.</p>"), is_markup("a < b and c > d"), is_markup("One.<br/>Two.")
    (True, False, True)
    """
    if "<" not in text:
        return False
    return bool(MARKUP.match(text.lstrip()) or re.search(r"</p>|<br\s*/?>", text, re.IGNORECASE))


def text(source: str) -> str | None:
    r"""The text of a piece of HTML, None where it has none.

    Args:
        source: tags, entities and all.

    >>> text("<p>It <b>rains</b>,<br>again.</p><p>Caf&eacute;</p><script>x()</script>")
    'It rains, again.\n\nCafé'
    """
    return "\n\n".join(paragraphs(document(source))) or None


def document(source: str) -> Any:
    """The tree of a page; an empty one where nothing is in it.

    Args:
        source: of the page, decoded.

    Raises:
        ValueError: for a tag with more attributes than are read in time.

    >>> document("<p>It rains.").find(".//p").text
    'It rains.'
    """
    tags.check(source)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    tree = etree.fromstring((source if source.strip() else "<p>").encode("utf-8", "replace"), parser)
    return etree.Element("html") if tree is None else tree


def paragraphs(tree: Any, skipped: Iterable[str] = (), breaks: str = " ") -> list[str]:
    """The paragraphs of a tree in order, each without spaces at its ends.

    Args:
        tree: of lxml, HTML or XML; names of XML count without their namespace.
        skipped: names of elements to leave out beside scripts and styles.
        breaks: what a `<br>` becomes.

    >>> paragraphs(etree.fromstring("<body><p>One<br/>two</p>three<x><p>four</p></x></body>"), ["x"])
    ['One two', 'three']
    """
    made: list[list[str]] = [[]]
    if tree is not None:
        _collect(tree, made, SILENT | set(skipped))
    pieces = (re.split(f"{BREAK} *", SPACES.sub(" ", "".join(piece))) for piece in made)
    joined = (breaks.join(line for part in piece if (line := part.strip())) for piece in pieces)
    return [paragraph for paragraph in joined if paragraph]


def _collect(tree: Any, made: list[list[str]], skipped: frozenset[str]) -> None:
    # By events and not by recursion: a hostile page may nest deeper than Python calls.
    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        opens = event == "start"
        name = local(node) if event in {"start", "end"} else ""
        if name in skipped and node is not tree:
            silent += 1 if opens else -1
        elif not silent and name in BLOCKS:
            made.append([])
        elif not silent and opens and name == "br":
            made[-1].append(BREAK)
        if not silent and opens and node.text:
            made[-1].append(_entity(node.text) if node.tag is etree.Entity else node.text)
        if not silent and not opens and node.tail and node is not tree:
            made[-1].append(node.tail)


def _entity(written: str) -> str:
    # &eacute; is known of HTML; what else a document defined, nobody believes.
    known = unescape(written)
    return known if known != written else ""


def local(node: Any) -> str:
    """The name of an element without its namespace, in lower case; empty for a comment.

    Args:
        node: of lxml.

    >>> local(etree.fromstring("<a:Body xmlns:a='urn:a'/>")), local(etree.Comment("x"))
    ('body', '')
    """
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def named(tree: Any, *names: str) -> Iterator[Any]:
    """The elements of a tree that bear one of these names, in any namespace, in order.

    Args:
        tree: of lxml.
        names: in lower case, without a namespace.

    >>> [node.text for node in named(etree.fromstring("<a><B>1</B><c>2</c></a>"), "b")]
    ['1']
    """
    return (node for node in tree.iter(etree.Element) if local(node) in names)


def first(tree: Any, *names: str) -> str | None:
    """The text of the first element with one of these names that has any, on one line.

    Args:
        tree: of lxml.
        names: as for `named`; an earlier name goes before a later one.

    >>> first(etree.fromstring("<a><b> </b><c>x  y</c></a>"), "b", "c")
    'x y'
    """
    return next((line for name in names for node in named(tree, name) if (line := content(node))), None)


def content(node: Any) -> str | None:
    """The text of an element on one line, None where it has none.

    Args:
        node: of lxml.

    >>> content(etree.fromstring("<a>It <b>rains</b>.</a>"))
    'It rains.'
    """
    return " ".join(paragraphs(node)) or None
