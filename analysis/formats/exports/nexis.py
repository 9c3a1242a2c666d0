"""Nexis as text or page: articles that open with "3 of 146 DOCUMENTS", in every language of the interface.

Outlet, date and headline stand before the first label, in blocks of their own; labels follow (BYLINE,
SECTION, LENGTH, ...), then the body, then labels again (LOAD-DATE, LANGUAGE, GRAPHIC, ...) and the copyright.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from analysis.formats import markup
from analysis.formats.exports import is_mark, lines
from analysis.formats.found import Found
from analysis.text import dates, lexicon

DOCUMENT = re.compile(r"<!--[^>]*?<DOC\b[^>]*>\s*<DOCFULL>\s*-->", re.IGNORECASE)
OPENING = "\u2063document\u2063"  # stands in a page where a document opens, and in no article
ERROR = 400  # characters; what an archive says in place of a document is shorter
MARK = 'a line like "3 of 146 DOCUMENTS"'
COPYRIGHT = re.compile(
    r"\s*(?:Copyright|\(c\)|©)\W.*\d{4}"
    r"|\s*(?:All Rights Reserved|Tous droits réservés|Alle Rechte vorbehalten)",
    re.IGNORECASE,
)
OF = re.compile(r"\d+")
PAGE = re.compile(r"\b(?:Pg?s?|S|Page|Seite)\.? ?([A-Z]{0,3}-?\d+[A-Z]?)", re.IGNORECASE)  # NEWS; Pg. 3
HEAD = {
    "title",
    "author",
    "section",
    "words_given",
    "dateline",
    "standfirst",
    "edition",
    "head",
    "published",
    "url",
}

Block = list[str]


class Parts(NamedTuple):
    """One article cut up: blocks before the labels, labels and their values, blocks of the body."""

    head: list[Block]
    labels: dict[str, str]
    body: list[Block]


def of_text(text: str, origin: str) -> Iterator[Found]:
    r"""The articles of an export saved as text.

    Args:
        text: the file, decoded.
        origin: its own; each record's ends in `#` and its number.

    >>> text = "1 of 1 DOCUMENTS\n\nThe Echo\n\nMay 3, 2019 Friday\n\nRain\n\nLENGTH: 2 words\n\nIt rains."
    >>> [found.fields["title"] for found in of_text(text, "a.txt")]
    ['Rain']
    """
    rows = text.split("\n")
    return _found(rows, [number for number, row in enumerate(rows) if is_mark("nexis", row)], origin)


def of_page(html: str, origin: str) -> Iterator[Found]:
    """The articles of an export saved as a page.

    Args:
        html: the page, decoded.
        origin: its own.
    """
    rows: list[str] = []
    marked = DOCUMENT.sub(f"<p>{OPENING}</p>", html)
    for paragraph in markup.paragraphs(markup.document(marked), breaks="\n"):
        rows += [*paragraph.split("\n"), ""]
    # An error document has no number, but it has the comment that opens a document.
    starts = [number for number, row in enumerate(rows) if row == OPENING]
    starts = starts or [number for number, row in enumerate(rows) if is_mark("nexis", row)]
    return _found(rows, starts, origin)


def _found(rows: Sequence[str], starts: Sequence[int], origin: str) -> Iterator[Found]:
    for count, (start, end) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True), 1):
        yield _article(rows[start + 1 : end], f"{origin}#{count}")
    if not starts:
        yield Found(origin, problem=f"no article: of Nexis's marks, {MARK} is not there")


def _article(rows: Sequence[str], origin: str) -> Found:
    parts = cut(lines.blocks(row for row in rows if not is_mark("nexis", row)))
    languages = lines.languages_of(parts.labels)
    columns = _columns()
    known = {columns[label]: value for label, value in parts.labels.items() if label in columns and value}
    fields = _of_head(parts.head, languages)
    fields |= {name: known[name] for name in ("title", "url") if name in known}
    fields["author"] = lines.byline(known.get("author"))
    fields |= {name: known.get(name) for name in ("section", "words_given", "edition") if name in known}
    fields["page"] = _page(known.get("section"))
    fields["interface_lang"] = languages[0] if len(languages) == 1 else None
    fields["text"] = lines.body([row for block in parts.body for row in (*block, "")])
    problem = None if fields["text"] else "no text: the article has labels and no body"
    if not parts.labels and not fields.get("published") and is_error(fields["text"] or ""):
        return Found(origin, problem=f"no article: the archive's own message, {fields['text'][:80]!r}")
    return Found(origin, fields, problem, "nexis:date line")


def is_error(text: str) -> bool:
    """Whether a text without labels is what an archive prints in place of a document it cannot show.

    Args:
        text: of a document.

    >>> is_error("We are sorry but there is an error in this document."), is_error("It rains.")
    (True, False)
    """
    words = lexicon.shared("archives")["labels"]["errors"]["words"]
    return len(text) < ERROR and any(word in text.casefold() for word in words)


def _columns() -> dict[str, str]:
    return dict(lines.labels_of("nexis"))


def cut(parts: Sequence[Block]) -> Parts:
    """The blocks of one article as head, labels and body.

    Args:
        parts: all blocks after the mark.

    >>> cut([["Echo"], ["LENGTH: 2 words"], ["It rains."], ["LANGUAGE: ENGLISH"]])
    Parts(head=[['Echo']], labels={'LENGTH': '2 words', 'LANGUAGE': 'ENGLISH'}, body=[['It rains.']])
    """
    columns = _columns()
    opening = _run(parts, 0, lambda block: _label(block, columns) is None)
    opening = opening if opening < len(parts) else _head_alone(parts)
    labels: dict[str, str] = {}
    here = opening
    while (
        here < len(parts) and (found := _label(parts[here], columns)) and columns[found[0]] in HEAD | {"body"}
    ):
        labels.setdefault(*found)
        here += 1
        if columns[found[0]] == "body":
            return _body(parts, here, opening, labels, [parts[here - 1][1:] or [found[1]]])
    return _body(parts, here, opening, labels, [])


def _body(
    parts: Sequence[Block], here: int, opening: int, labels: dict[str, str], first: list[Block]
) -> Parts:
    columns = _columns()
    end = _run(parts, here, lambda block: not _ends(block, columns))
    for block in parts[end:]:
        if found := _label(block, columns):
            labels.setdefault(*found)
    kept = [block for block in first if any(row.strip() for row in block)] + list(parts[here:end])
    while kept and COPYRIGHT.match(kept[-1][0]):
        kept.pop()
    return Parts(list(parts[:opening]), labels, kept)


def _run(parts: Sequence[Block], start: int, holds: Any) -> int:
    return next((place for place in range(start, len(parts)) if not holds(parts[place])), len(parts))


def _head_alone(parts: Sequence[Block]) -> int:
    # No label at all: the head ends with the block after the date.
    for place, block in enumerate(parts[:4]):
        if dates.find(" ".join(block)):
            return min(place + 2, len(parts))
    return 0


def _label(block: Block, columns: dict[str, str]) -> tuple[str, str] | None:
    found = lines.LABEL.fullmatch("\n".join(block))
    name = found and " ".join(found[1].upper().split())
    if not found or name not in columns or found[1].strip() != found[1].strip().upper():
        return None
    return name, lines.one_line([found[2]]) or ""


def _ends(block: Block, columns: dict[str, str]) -> bool:
    found = _label(block, columns)
    return bool(found and columns[found[0]] in {"drop", "published"})


def _of_head(head: Sequence[Block], languages: tuple[str, ...]) -> dict[str, Any]:
    rows = ([row for row in block if not COPYRIGHT.match(row)] for block in head)
    blocks = [block for block in rows if block]
    place, printed = _dated(blocks, languages)
    if printed is None:
        vague = _vague(blocks)
        above, below = (blocks[:vague], blocks[vague + 1 :]) if vague else (blocks[:1], blocks[1:])
        day = _joined(blocks[vague : vague + 1]) if vague else None
        return {"outlet": _joined(above), "title": _joined(below), "published": day}
    day = " ".join(blocks[place])
    return {
        "outlet": _joined(blocks[:place]),
        "title": _joined(blocks[place + 1 :]),
        "published": printed.moment,
        "edition": _edition(day[printed.end :]),
    }


def _dated(blocks: Sequence[Block], languages: tuple[str, ...]) -> tuple[int, dates.Printed | None]:
    for place, block in enumerate(blocks[:4]):
        day = " ".join(block)
        printed = dates.find(day, languages) or dates.find(day)  # a page in French may date in English
        if printed and len(day) < 160 and (place or len(blocks) == 1):
            return place, printed
    return 0, None


def _vague(blocks: Sequence[Block]) -> int:
    # "March 2013", of a monthly: no day, but no headline either
    for place, block in enumerate(blocks[1:3], 1):
        words = " ".join(block).casefold().split()
        if (
            len(words) < 5
            and re.search(r"\b(?:19|20)\d\d\b", " ".join(words))
            and any(map(dates.month, words))
        ):
            return place
    return 0


def _joined(blocks: Sequence[Block]) -> str | None:
    return lines.one_line(row for block in blocks for row in block)


def _edition(rest: str) -> str | None:
    return lines.one_line([re.sub(r"\s*Correction Appended\s*$", "", dates.after_weekday(rest))])


def _page(section: str | None) -> str | None:
    found = PAGE.search(section or "")
    return found and found[1]
