"""Archives of one country: Mediargus (Belgium), Integrum (Russia), Yomidas and Kikuzo (Japan), clippings."""

import re
from collections.abc import Iterator
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
APART = re.compile(r"\n(?:[ \t]*\n){4,}")
FIELD = re.compile(r"\^(\w\w):\s*(.*?)\s*(?=\^\w\w:|\Z)", re.DOTALL)  # ^ИС: Echo
INTEGRUM = {"ИС": "outlet", "ДТ": "published", "ЗГ": "title", "АВ": "author", "НР": "page", "РБ": "section"}


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
    short = len(bodies) != len(listed)
    for count, source in enumerate(listed, 1):
        title = titles[count - 1] if len(titles) == len(listed) else None
        body = _after_title(bodies[count - 1], title) if count <= len(bodies) else None
        printed = dates.find(source["day"], ("nl",)) or dates.find(source["day"])
        fields = {
            "title": title,
            "outlet": source["outlet"].strip(),
            "published": printed.moment if printed else source["day"],
            "page": source["page"],
            "words_given": source["words"],
            "interface_lang": "nl",
            "text": body,
        }
        doubt = (
            f"order: {len(listed)} sources and {len(bodies)} bodies, which may not belong together"
            if short
            else None
        )
        yield Found(
            f"{origin}#{count}",
            fields,
            join(doubt, None if body else "no text: no body is left"),
            "mediargus:source",
        )


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
    count = 0
    for node in markup.document(page).iter("div"):
        body = node.find("pre")
        given = (
            dict(FIELD.findall(" ".join(markup.paragraphs(table))))
            if (table := node.find("table")) is not None
            else {}
        )
        if given and body is not None:
            count += 1
            fields: dict[str, Any] = {
                INTEGRUM[name]: value or None for name, value in given.items() if name in INTEGRUM
            }
            text = "".join(body.itertext())
            fields["text"] = (
                "\n\n".join(
                    filter(None, (" ".join(part.split()) for part in re.split(r"\n\s*\n|\n[ \t]+", text)))
                )
                or None
            )
            yield Found(
                f"{origin}#{count}",
                fields,
                None if fields["text"] else "no text: <pre> is empty",
                "integrum:ДТ",
            )
    if not count:
        yield Found(
            origin, problem="no article: of Integrum's marks, a table with ^ИС: and a <pre> are not there"
        )


def yomidas(page: str, origin: str) -> Iterator[Found]:
    """The articles of Yomidas: a table of headings each, the body in the box that follows.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    tree, count = markup.document(page), 0
    for table in tree.iter("table"):
        heads = [markup.content(node) for node in table.iter("th")]
        if "contentsTable" not in table.get("class", "").split() or len(heads) < 3:
            continue
        count += 1
        box = next((node for node in table.itersiblings("div")), None)
        box = box if box is not None else next(iter(table.getparent().itersiblings("div")), None)
        rows = (
            []
            if box is None
            else [
                row
                for node in box.iter("p")
                if "mb10" in node.get("class", "")
                for row in markup.paragraphs(node)
            ]
        )
        names = ("published", "title", "edition", "section", "page", "words_given")
        fields = {
            **dict(zip(names, heads[1:], strict=False)),
            "interface_lang": "ja",
            "text": "\n\n".join(rows) or None,
        }
        yield Found(
            f"{origin}#{count}",
            fields,
            None if rows else "no text: the article has no body here",
            "yomidas:date",
        )
    if not count:
        yield Found(
            origin, problem="no article: of Yomidas's marks, a table of the class contentsTable is not there"
        )


def kikuzo(page: str, origin: str) -> Iterator[Found]:
    """The articles of Kikuzo: a box each, with a list of details and the body.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    count = 0
    for table in markup.document(page).iter("table"):
        box = table.getparent()
        body = (
            [node for node in box.iter("div") if "detail001" in node.get("class", "").split()]
            if box is not None
            else []
        )
        if "topic-detail" not in table.get("class", "").split() or not body:
            continue
        count += 1
        title = next(
            (markup.content(node) for node in box.iter("span") if "font002" in node.get("class", "")), None
        )
        cells = [
            markup.content(node)
            for listed in box.iter("table")
            if "topic-list" in listed.get("class", "")
            for node in listed.iter("td")
        ]
        names = ("published", "edition", "section", "page", "words_given")
        text = "\n\n".join(row for node in body for row in markup.paragraphs(node)) or None
        fields = {
            "title": title,
            **dict(zip(names, cells[1:], strict=False)),
            "interface_lang": "ja",
            "text": text,
        }
        yield Found(f"{origin}#{count}", fields, None if text else "no text: the box is empty", "kikuzo:date")
    if not count:
        yield Found(origin, problem="no article: of Kikuzo's marks, a box with detail001 is not there")


def clippings(page: str, origin: str) -> Iterator[Found]:
    """The teasers of a clipping service's index, each a summary.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    count = 0
    for node in markup.document(page).iter("div"):
        held = {one.get("id"): one for one in node.iter() if isinstance(one.tag, str) and one.get("id")}
        own = sum(one.get("id") == "articleTitle" for one in node.iter())
        if (
            own == 1
            and "articleIntro" in held
            and not any(_holds(child) for child in node.iterdescendants("div"))
        ):
            count += 1
            given = {name: markup.content(one) for name, one in held.items()}
            fields = {
                "title": given.get("articleTitle"),
                "outlet": given.get("sourceTitle"),
                "published": given.get("articleDate"),
                "page": given.get("articlePage"),
                "text": given.get("articleIntro"),
                "text_kind": "summary" if given.get("articleIntro") else None,
            }
            yield Found(
                f"{origin}#{count}",
                fields,
                None if fields["text"] else "no text: the teaser is empty",
                "clippings:date",
            )
    if not count:
        yield Found(
            origin,
            problem="no article: of the index's marks, a box with articleTitle and articleIntro is not there",
        )


def _holds(node: Any) -> bool:
    names = {one.get("id") for one in node.iter()}
    return {"articleTitle", "articleIntro"} <= names
