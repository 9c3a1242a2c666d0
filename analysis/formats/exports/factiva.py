"""Factiva as a page, with field tags (HD, WC, PD, LP, TD) or without them, and the XML of its service."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import factiva_fields, lines
from analysis.formats.found import Found

ARTICLE = re.compile(r"\barticle\b.*?\b(\w{2})\w{0,4}Article\b")  # class="article deArticle"
MARK = '<div class="article …Article">'


def of_page(page: str, origin: str) -> Iterator[Found]:
    """The articles of an export saved as a page.

    Args:
        page: the source, decoded.
        origin: its own; each record's ends in `#` and its number.

    >>> page = '<div class="article enArticle"><div id="hd">Rain</div><div>2 words</div><div>3 May 2019</div>'
    >>> page += '<div>Echo</div><p class="articleParagraph">It rains.</p></div>'
    >>> [(found.fields["title"], found.fields["text"]) for found in of_page(page, "a.html")]
    [('Rain', 'It rains.')]
    """
    tree = markup.document(page)
    count = 0
    for node in tree.iter("div"):
        found = ARTICLE.search(node.get("class", ""))
        if found:
            count += 1
            yield _article(node, found[1], f"{origin}#{count}")
    if not count:
        yield Found(origin, problem=f"no article: of Factiva's marks, {MARK} is not there")


def _article(node: Any, language: str, origin: str) -> Found:
    tagged = _tagged(node)
    fields = _of_tags(tagged) if tagged else _of_run(node)
    fields["published"] = factiva_fields.day(fields.pop("day", None), fields.pop("hour", None), language)
    fields["interface_lang"] = language
    return factiva_fields.found(fields, origin, "PD" if tagged else "line")


def _tagged(node: Any) -> list[tuple[str, Any]]:
    known = lines.labels_of("factiva")
    rows = (cells for row in node.iter("tr") if len(cells := list(row)) == 2)
    return [(code, cell) for label, cell in rows if (code := _code(label)) in known]


def _code(cell: Any) -> str:
    # <td><b>HD</b></td>, <td><p><b>LP</b></p></td>: by index, which is ten times faster than a path
    while len(cell):
        cell = cell[-1]
    return (cell.text or "").strip()


def _of_tags(rows: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    known = lines.labels_of("factiva")
    fields: dict[str, Any] = {}
    body: list[str] = []
    for code, cell in rows:
        column = known[code]
        if column == "text":
            body += _paragraphs(cell) or [line(cell)]
        elif column != "drop" and column not in fields:
            fields[column] = line(cell) or None
    return {**fields, "text": "\n\n".join(filter(None, body)) or None}


def _paragraphs(node: Any) -> list[str]:
    found = [line(one) for one in node.iter("p") if "articleparagraph" in one.get("class", "").lower()]
    return [text for text in found if text]


def line(node: Any) -> str:
    """The text of an element on one line.

    >>> from lxml import etree
    >>> line(etree.fromstring("<p>It <b>rains</b>,<br/>again.</p>"))
    'It rains, again.'
    """
    if not len(node):
        return squeezed(node.text or "")
    for stop in node.iter("br"):
        stop.tail = f" {stop.tail or ''}"
    return squeezed("".join(node.itertext()))


def squeezed(text: str) -> str:
    """A text with single spaces only; most have no others, and are told so quickly.

    >>> squeezed(" It  rains.")
    'It rains.'
    """
    bare = text.strip()
    single = "  " not in bare and "\n" not in bare and "\t" not in bare and "\xa0" not in bare
    return bare if single else " ".join(bare.split())


def _of_run(node: Any) -> dict[str, Any]:
    heading = next((one for one in node.iter("span", "b") if one.get("class", "").endswith("Headline")), None)
    heading = (
        heading
        if heading is not None
        else next((one for one in node.iter("div") if one.get("id") == "hd"), None)
    )
    before: list[str] = []
    run: list[str] = []
    title = line(heading) if heading is not None else None
    passed = heading is None
    for one in node.iter("div", "span", "b"):
        if one is heading:
            passed = True
        elif one.tag == "div" and one is not node and one.find("div") is None and one.get("id") != "hd":
            (run if passed else before).append(line(one))
    body = _paragraphs(node)
    others = [
        text
        for one in node.findall(".//p")
        if "articleparagraph" not in one.get("class", "").lower() and (text := line(one))
    ]
    number = next((text for text in reversed(others) if factiva_fields.ACCESSION.search(text)), None)
    if not body:
        body = [text for text in others if text != number]
    return {
        "title": title or None,
        "section": next(filter(None, before), None),
        **factiva_fields.of_run([text for text in run if text]),
        "accession": number,
        "text": "\n\n".join(
            text
            for text in body
            if not factiva_fields.ACCESSION.fullmatch(text.split(" ")[-1]) or len(text) > 60
        )
        or None,
    }
