"""Archives of one country: Mediargus (Belgium), Integrum (Russia), Yomidas and Kikuzo (Japan), clippings."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import lines
from analysis.formats.found import Found, join
from analysis.text import dates

ENTRY = re.compile(r"^\W*(\d+)\. (.+)$", re.MULTILINE)  # 12. A headline
SOURCE = re.compile(
    r"^(?P<outlet>.+?), (?P<day>\d{1,2}[^,\n]+?\d{4}), p\. ?(?P<page>[\w,-]+), (?P<words>\d+) ?w\.",
    re.MULTILINE,
)
BLANK = re.compile(r"\n\s*\n|\n[ \t]+")
APART = re.compile(r"\n(?:[ \t]*\n){4,}")
FIELD = re.compile(r"\^(\w\w):\s*(.*?)\s*(?=\^\w\w:|\Z)", re.DOTALL)  # ^ИС: Echo
INTEGRUM = {"ИС": "outlet", "ДТ": "published", "ЗГ": "title", "АВ": "author", "НР": "page", "РБ": "section"}

Fields = dict[str, Any]


def mediargus(text: str, origin: str) -> Iterator[Found]:
    r"""The articles of Mediargus or GoPress: a list of headlines and sources, then the bodies in its order.

    Args:
        text: the file, decoded.
        origin: its own; each record's ends in `#` and its number.

    >>> text = "1. Regen\n\nDe Echo, 3 mei 2019, p. 4, 12w." + "\n" * 7 + "De Echo\n\nRegen\n\nHet regent.\n"
    >>> [(found.fields["title"], found.fields["text"]) for found in mediargus(text, "a.txt")]
    [('Regen', 'Het regent.')]
    """
    listed = list(SOURCE.finditer(text))
    end = listed[-1].end() if listed else 0
    titles = [match[2].strip() for match in ENTRY.finditer(text[:end])]
    bodies = [part for part in APART.split(text[end:]) if part.strip()]
    doubt = None
    if len(bodies) != len(listed):
        doubt = f"order: {len(listed)} sources and {len(bodies)} bodies, which may not belong together"
    titled = titles if len(titles) == len(listed) else [None] * len(listed)
    for count, (source, title, body) in enumerate(zip_longest(listed, titled, bodies[: len(listed)]), 1):
        fields = _of_mediargus(source, title, body and _after_title(body, title))
        problem = join(doubt, None if fields["text"] else "no text: no body is left")
        yield Found(f"{origin}#{count}", fields, problem, "mediargus:source")


def _of_mediargus(source: re.Match[str], title: str | None, body: str | None) -> Fields:
    """What the list says of an article, and its body."""
    printed = dates.find(source["day"], ("nl",)) or dates.find(source["day"])
    return {
        "title": title,
        "outlet": source["outlet"].strip(),
        "published": printed.moment if printed else source["day"],
        "page": source["page"],
        "words_given": source["words"],
        "interface_lang": "nl",
        "text": body,
    }


def _after_title(body: str, title: str | None) -> str | None:
    rows = body.split("\n")
    for number, row in enumerate(rows[:12]):
        if title and row.strip() and title.startswith(row.strip()[:40]):
            return lines.body(rows[number + 1 :])
    return lines.body(rows[5:]) or lines.body(rows)


def integrum(page: str, origin: str) -> Iterator[Found]:
    """The articles of Integrum: a table of `^ИС:` and its kin, then the body in <pre>.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    boxes = ((node.find("table"), node.find("pre")) for node in markup.document(page).iter("div"))
    given = (_of_integrum(table, body) for table, body in boxes if table is not None and body is not None)
    marks = "Integrum's marks, a table with ^ИС: and a <pre> are"
    return _numbered(origin, filter(None, given), "integrum:ДТ", marks, "<pre> is empty")


def _of_integrum(table: Any, body: Any) -> Fields:
    """The fields of a table and the paragraphs beside it; none where the table is another."""
    given = dict(FIELD.findall(" ".join(markup.paragraphs(table))))
    parts = (" ".join(part.split()) for part in BLANK.split("".join(body.itertext())))
    known = {INTEGRUM[name]: value or None for name, value in given.items() if name in INTEGRUM}
    return {**known, "text": "\n\n".join(filter(None, parts)) or None} if given else {}


def yomidas(page: str, origin: str) -> Iterator[Found]:
    """The articles of Yomidas: a table of headings each, the body in the box that follows.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    tables = _of_class(markup.document(page), "table", "contentsTable")
    given = filter(None, map(_of_yomidas, tables))
    marks = "Yomidas's marks, a table of the class contentsTable is"
    return _numbered(origin, given, "yomidas:date", marks, "the article has no body here")


def _of_yomidas(table: Any) -> Fields:
    """The headings of a table, by their order, and the paragraphs after it; none for another table."""
    heads = [markup.content(node) for node in table.iter("th")]
    box = next(chain(table.itersiblings("div"), table.getparent().itersiblings("div")), None)
    paragraphs = () if box is None else box.iter("p")
    rows = [row for node in paragraphs if "mb10" in node.get("class", "") for row in markup.paragraphs(node)]
    names = ("published", "title", "edition", "section", "page", "words_given")
    given = dict(zip(names, heads[1:], strict=False))
    return {**given, "interface_lang": "ja", "text": "\n\n".join(rows) or None} if len(heads) > 2 else {}


def kikuzo(page: str, origin: str) -> Iterator[Found]:
    """The articles of Kikuzo: a box each, with a list of details and the body.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    boxes = (table.getparent() for table in _of_class(markup.document(page), "table", "topic-detail"))
    given = (_of_kikuzo(box) for box in boxes if box is not None)
    marks = "Kikuzo's marks, a box with detail001 is"
    return _numbered(origin, filter(None, given), "kikuzo:date", marks, "the box is empty")


def _of_kikuzo(box: Any) -> Fields:
    """The title of a box, its details by their order, and its body; none where there is no body."""
    bodies = _of_class(box, "div", "detail001")
    titles = (markup.content(node) for node in box.iter("span") if "font002" in node.get("class", ""))
    listed = (one for one in box.iter("table") if "topic-list" in one.get("class", ""))
    cells = [markup.content(node) for one in listed for node in one.iter("td")]
    names = ("published", "edition", "section", "page", "words_given")
    told = {"title": next(titles, None), **dict(zip(names, cells[1:], strict=False)), "interface_lang": "ja"}
    rows = (row for node in bodies for row in markup.paragraphs(node))
    return {**told, "text": "\n\n".join(rows) or None} if bodies else {}


def clippings(page: str, origin: str) -> Iterator[Found]:
    """The teasers of a clipping service's index, each a summary.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    given = filter(None, map(_of_teaser, markup.document(page).iter("div")))
    marks = "the index's marks, a box with articleTitle and articleIntro is"
    return _numbered(origin, given, "clippings:date", marks, "the teaser is empty")


def _of_teaser(node: Any) -> Fields:
    """What a box of one teaser holds; none for a box of several, or around one."""
    held = {one.get("id"): one for one in node.iter() if isinstance(one.tag, str) and one.get("id")}
    own = sum(one.get("id") == "articleTitle" for one in node.iter())
    if own != 1 or "articleIntro" not in held or any(map(_holds, node.iterdescendants("div"))):
        return {}
    given = {name: markup.content(one) for name, one in held.items()}
    return {
        "title": given.get("articleTitle"),
        "outlet": given.get("sourceTitle"),
        "published": given.get("articleDate"),
        "page": given.get("articlePage"),
        "text": given.get("articleIntro"),
        "text_kind": "summary" if given.get("articleIntro") else None,
    }


def _numbered(origin: str, articles: Iterable[Fields], rule: str, marks: str, empty: str) -> Iterator[Found]:
    """A row for each article; one that says which marks were looked for where there is none.

    Args:
        origin: of the page; each record's ends in `#` and its number.
        rule: where the date stood.
        empty: what is the matter where an article has no text.
    """
    count = 0
    for count, fields in enumerate(articles, 1):
        problem = None if fields["text"] else f"no text: {empty}"
        yield Found(f"{origin}#{count}", fields, problem, rule)
    if not count:
        yield Found(origin, problem=f"no article: of {marks} not there")


def _of_class(node: Any, tag: str, name: str) -> list[Any]:
    """The elements of a tag that have a class."""
    return [one for one in node.iter(tag) if name in one.get("class", "").split()]


def _holds(node: Any) -> bool:
    names = {one.get("id") for one in node.iter()}
    return {"articleTitle", "articleIntro"} <= names
