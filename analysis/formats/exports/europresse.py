"""Europresse as a page, in its three layouts: spans in a table, <article> with DocText, that of today."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import lines
from analysis.formats.found import Found
from analysis.text import dates

OUTLET, HEADER, TITLE = "docpublicationname", "docheader", "titrearticlevisu"
BODIES = ("dococurrcontainer", "doctext")
AUTHORS = "sm-margin-bottomnews"
NUMBERS = "public_lblnodoc", "public-lblnodoc"
PAGE = re.compile(r"\bpp?\.\s*([\w*+-]+(?:\s?,\s?\w{1,4}\d+)*)")  # Politique, mardi 14 mars 2006, p. 12
WORDS = re.compile(r"(?<![\d:])(\d{1,3}(?:\s\d{3})+|\d+)\s*(?:mots|words)\b")  # 1 245 mots; not 08:15 245
ISSUE = re.compile(r"\s*,\s*(n[o°]\.?\s?[\w -]+).*\Z", re.IGNORECASE)  # Le Monde, no. 21345
NUMBER = re.compile(r"(?:Numéro de document|Document number)\s*:\s*(\S+)")
FOOT = re.compile(
    r"news·\S+\Z|(?:©|\(c\)).{0,80}\d{4}|Numéro de document|Document number|Ce certificat est émis"
    r"|Tous droits réservés",
    re.IGNORECASE,
)
# Ann Lee et Jean de La Tour: what stands alone between headline and body of the old layout
NAMES = re.compile(
    r"[^\W\d_a-zà-ÿ][\w'’.-]*"
    r"(?:,? (?:(?:et|and|avec|de|du|la|le|des|von|van|à)\b|[^\W\d_a-zà-ÿ][\w'’.-]*)){1,7}"
)
NO_ARTICLE = {
    "tweet": "a message of a social network",
    "socialnetworkpost": "a message of a social network",
    "link-not-hosted": "a link, its text is not in the export",
}
MARK = '<article>, or class="DocPublicationName"'


def of_page(page: str, origin: str) -> Iterator[Found]:
    """The documents of an export; none is left out for lack of a title, a date or a text.

    Args:
        page: the source, decoded.
        origin: its own; each record's ends in `#` and its number.

    >>> page = '<article><p class="DocHeader">Une, 3 mai 2019, p. 2</p><p class="titreArticleVisu">Pluie</p>'
    >>> found = next(of_page(page + '<div class="DocText"><p>Il pleut.</p></div></article>', "a.html"))
    >>> [found.fields[name] for name in ("title", "page", "text")]
    ['Pluie', '2', 'Il pleut.']
    """
    tree = markup.document(page)
    nodes = list(tree.iter("article")) or _containers(tree)
    for count, node in enumerate(nodes, 1):
        yield _article(node, f"{origin}#{count}")
    if not nodes:
        yield Found(origin, problem=f"no article: of Europresse's marks, {MARK} is not there")


def _containers(tree: Any) -> list[Any]:
    # The old layout has no element for an article: the largest one around each name of a publication is
    # taken.
    names = [node for node in tree.iter("span", "div", "p") if OUTLET in _classes(node)]
    held = Counter(ancestor for name in names for ancestor in name.iterancestors())
    found = [_largest(name, held) for name in names]
    return [node for node in found if node is not None]


def _largest(name: Any, held: Counter[Any]) -> Any:
    alone = [node for node in name.iterancestors() if held[node] == 1 and node.tag != "html"]
    return alone[-1] if alone else name.getparent()


def _classes(node: Any) -> str:
    return f"{node.get('class', '')} {node.get('id', '')}".lower()


def _all(node: Any, *names: str) -> list[Any]:
    return [
        one
        for one in node.iter()
        if isinstance(one.tag, str) and any(name in _classes(one) for name in names)
    ]


def _article(node: Any, origin: str) -> Found:
    header = " ".join(" ".join(markup.content(one) or "" for one in _all(node, HEADER)).split())
    title = next(iter(_all(node, TITLE)), None)
    outlet = next((text for one in _all(node, OUTLET) if (text := markup.content(one))), None)
    name, issue = _issue(outlet)
    named = _author(node, title)
    rows = [row for row in _body(node, title) if row != named]
    author = rows.pop(0) if node.tag != "article" and len(rows) > 1 and NAMES.fullmatch(rows[0]) else None
    fields = {
        "outlet": name,
        "title": markup.content(title) if title is not None else None,
        "author": lines.byline(named or author),
        **_of_header(header),
        "edition": issue,
        "accession": _number(node),
        "interface_lang": "fr" if "Numéro" in "".join(node.itertext()) else None,
        "text": "\n\n".join(rows) or None,
    }
    return Found(origin, fields, _problem(node, fields), "europresse:DocHeader")


def _issue(outlet: str | None) -> tuple[str | None, str | None]:
    found = ISSUE.search(outlet or "")
    return (outlet[: found.start()].strip(), found[1].strip()) if outlet and found else (outlet, None)


def _of_header(header: str) -> dict[str, Any]:
    printed = dates.find(header, ("fr",)) or dates.find(header)
    page, words = PAGE.search(header), WORDS.search(header)
    return {
        "section": _section(header) if printed else None,
        "published": printed.moment if printed else header or None,
        "page": page and page[1],
        "words_given": words and words[1],
    }


def _section(header: str) -> str | None:
    before = [part.strip() for part in re.split(r",|\s(?=\d{1,2}\s|[^\W\d_]+\s+\d{1,2}\s)", header)]
    kept = []
    for part in before:
        if not part or dates.after_weekday(part) == "" or re.match(r"\d", part) or dates.find(part):
            break
        kept.append(part)
    return ", ".join(kept) or None


def _author(node: Any, title: Any) -> str | None:
    named = next((text for one in _all(node, AUTHORS) if (text := markup.content(one))), None)
    header = next(node.iter("header"), None)
    if named or header is None or title is None:
        return named
    after = False
    for child in header:
        inside = title in set(child.iter())
        if after and child.tag in {"div", "p"} and (text := markup.content(child)) and len(text) < 120:
            return text
        after = after or inside
    return None


def _number(node: Any) -> str | None:
    found = next((markup.content(one) for one in _all(node, *NUMBERS)), None)
    printed = NUMBER.search("".join(node.itertext()))
    return found or (printed[1] if printed else None)


def _body(node: Any, title: Any) -> list[str]:
    for name in BODIES:
        boxes = [one for one in _all(node, name) if one.tag in {"div", "section"}]
        outer = [one for one in boxes if not any(parent in boxes for parent in one.iterancestors())]
        rows = [part for box in outer for part in _paragraphs(box)]
        if rows:
            return rows
    sections = list(node.iter("section")) if node.tag == "article" else []
    return [row for one in sections for row in _paragraphs(one)] or _after(node, title)


def _paragraphs(box: Any) -> list[str]:
    rows = markup.paragraphs(box, skipped=("aside", "footer"))
    whole = "\n\n".join(rows)
    return [markup.text(whole) or ""] if re.search(r"</?(?:p|br)\b", whole) else rows  # escaped HTML


def _after(node: Any, title: Any) -> list[str]:
    # The old layout: all that follows the headline and does not look like the archive's foot.
    rows = markup.paragraphs(node, skipped=("header", "footer", "aside", "form", "button"), breaks="\n")
    rows = [row for paragraph in rows for row in paragraph.split("\n")]
    heading = markup.content(title) if title is not None else None
    start = next((number for number, row in enumerate(rows) if heading and row.startswith(heading)), None)
    if start is None:
        headers = [number for number, row in enumerate(rows) if dates.find(row, ("fr",))]
        start = headers[0] if headers else -1
    first = rows[start][len(heading) :].strip() if heading and start >= 0 else ""
    body = [row for row in [first, *rows[start + 1 :]] if row]
    foot = next((number for number, row in enumerate(body) if FOOT.match(row)), len(body))
    return body[:foot]


def _problem(node: Any, fields: dict[str, Any]) -> str | None:
    kinds = {_kind for one in node.iter() if isinstance(one.tag, str) for _kind in _classes(one).split()}
    other = next(
        (what for name, what in NO_ARTICLE.items() if name in kinds or node.get("class") == name), None
    )
    if other and not fields["text"]:
        return f"no article: {other}"
    return None if fields["text"] else "no text: the document has neither DocText nor docOcurrContainer"
