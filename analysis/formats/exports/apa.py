"""APA and its DeFacto archive, as RTF, text or page: articles under `"Outlet" vom 02.04.2013 Seite: 1`."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import lines
from analysis.formats.found import Found
from analysis.text import dates

META = re.compile(
    r"""\s* (?: ["„“»] (?P<quoted>[^"“”«\n]{2,60}) ["“”«] (?:\s[^\n]{0,40}?)? | (?P<plain>[^"„“»\n]{2,60}?) )
        \s+ (?:vom|gefunden\ am) \s+
        (?P<day>\d\d?\.\d\d?\.\d{4}) (?:,?\s+(?P<hour>\d\d?[.:]\d\d)(?:\s*Uhr)?)? (?P<rest>[^\n]*)""",
    re.VERBOSE,
)
QUOTED = re.compile(r'\s*["„“»]')
PAGE = re.compile(r"Seiten?:?\s*([A-Z]?\d[\w/,-]*)")
SECTION = re.compile(r"Ressort:\s*([^;:.?!\n]+?)(?:\s{2,}|\s*(?:Seite|Autor|Land)\b|\Z)")
AUTHOR = re.compile(r"(?:Von|Autor:?|Autoren:?)\s+([^\d.]{3,80})")
RULE = re.compile(r"\s*(?:_{20,}|-{20,}|\*{20,}|\f)\s*")
STOP = re.compile(
    r"Gespeicherte[rn]? Anh[aä]ng|Der gegenständliche Text ist eine Abschrift"
    r"|© ?\d{4}, APA|Alle Rechte vorbehalten"
)
DETAILS = re.compile(r"\s*(?:Ressort|Seite|Autor|Land|Ausgabe)\b.{0,120}\Z")
MARK = 'a line like "Outlet" vom 02.04.2013 Seite: 1'


def of_text(text: str, origin: str) -> Iterator[Found]:
    r"""The articles of an export.

    Args:
        text: the file, decoded, or the text of an RTF.
        origin: its own; each record's ends in `#` and its number.

    >>> text = '"Echo" vom 02.04.2013  Seite: 1  Ressort: Land\n\nRegen\n\nVon Ann Lee\n\nEs regnet.\n'
    >>> [(found.fields["title"], found.fields["author"]) for found in of_text(text, "a.rtf")]
    [('Regen', 'Ann Lee')]
    """
    rows = text.split("\n")
    starts = [number for number, row in enumerate(rows) if is_meta(row)]
    firsts = [_first(rows, start, before) for start, before in zip(starts, [-1, *starts], strict=False)]
    for count, (first, start, end) in enumerate(
        zip(firsts, starts, [*firsts[1:], len(rows)], strict=True), 1
    ):
        yield _article(rows[start], rows[first:start], rows[start + 1 : end], f"{origin}#{count}")
    if not starts:
        yield Found(origin, problem=f"no article: of APA's marks, {MARK} is not there")


def is_meta(row: str) -> bool:
    """Whether a line names outlet and day of an article.

    Args:
        row: one line.

    >>> is_meta('"Der Echo" Nr. 5 vom 02.04.2013'), is_meta("Das Urteil vom 02.04.2013 gilt.")
    (True, False)
    """
    found = META.fullmatch(row)
    return bool(found and (QUOTED.match(row) or PAGE.search(found["rest"]) or SECTION.search(found["rest"])))


def _first(rows: Sequence[str], start: int, before: int) -> int:
    # A headline may stand over the line: then a rule or a page break parts it from the article before.
    for number in range(start - 1, max(before, start - 8), -1):
        if RULE.fullmatch(rows[number]):
            return number + 1
    return start


def _article(meta: str, above: Sequence[str], below: Sequence[str], origin: str) -> Found:
    rows = [row for row in below if not RULE.fullmatch(row)]
    details, rows = _taken(rows, DETAILS.match)
    fields = of_meta("  ".join([meta, *details]))
    over = lines.one_line(above)
    if not over:
        over, rows = _heading(rows)
    author, rest = _taken(rows, lambda row: AUTHOR.fullmatch(row.strip()))
    if len(author) == 1 and (named := AUTHOR.fullmatch(author[0].strip())):
        fields["author"], rows = named[1].strip(), rest
    stop = next((number for number, row in enumerate(rows) if STOP.search(row)), len(rows))
    text = lines.body(rows[:stop])
    return Found(
        origin,
        {**fields, "title": over, "text": text},
        None if text else "no text: nothing follows the headline",
        "apa:vom",
    )


def _taken(rows: Sequence[str], holds: Callable[[str], object]) -> tuple[list[str], list[str]]:
    # The rows at the beginning for which something holds, blank ones aside, and the rest.
    taken: list[str] = []
    for number, row in enumerate(rows):
        if row.strip() and not holds(row):
            return taken, list(rows[number:])
        if row.strip():
            taken.append(row.strip())
    return taken, []


def _heading(rows: Sequence[str]) -> tuple[str | None, list[str]]:
    parts = lines.blocks(rows)
    if not parts:
        return None, []
    size = len(parts[0]) if lines.is_wrapped(parts) and len(parts) > 1 else 1
    start = next(number for number, row in enumerate(rows) if row.strip())
    return lines.one_line(rows[start : start + size]), list(rows[start + size :])


def of_meta(line: str) -> dict[str, Any]:
    """Outlet, day, page and section of the line over an article.

    Args:
        line: as `is_meta` knows it.

    >>> of_meta('"Echo" vom 02.04.2013 18.30 Uhr Seite: 7 Ressort: Land')
    {'outlet': 'Echo', 'published': datetime.datetime(2013, 4, 2, 18, 30), 'page': '7', 'section': 'Land',
     'author': None, 'interface_lang': 'de'}
    """
    found = META.match(line)
    if found is None:
        return {}
    printed = dates.find(f"{found['day']} {found['hour'] or ''}")
    page, section = PAGE.search(found["rest"]), SECTION.search(found["rest"])
    author = re.search(r"Autor(?:en)?:\s*([^\d:]+?)(?:\s{2,}|\Z)", found["rest"])
    return {
        "outlet": (found["quoted"] or found["plain"]).strip(),
        "published": printed.moment if printed else found["day"],
        "page": page and page[1],
        "section": section and section[1].strip(),
        "author": author and author[1].strip(),
        "interface_lang": "de",
    }


def of_page(page: str, origin: str) -> Iterator[Found]:
    """The articles of an export saved as a page.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    tree = markup.document(page)
    entries = [
        node
        for node in markup.named(tree, "div", "li", "td", "section")
        if "eintrag" in node.get("class", "").split()
    ]
    for count, node in enumerate(entries, 1):
        yield _entry(node, f"{origin}#{count}")
    if not entries:
        rows = [
            row for paragraph in markup.paragraphs(tree, breaks="\n") for row in (*paragraph.split("\n"), "")
        ]
        yield from of_text("\n".join(rows), origin)


def _entry(node: Any, origin: str) -> Found:
    rows = markup.paragraphs(node, skipped=("h1", "h2", "h3", "h4", "pre"))
    over = markup.first(node, "h3", "h2", "h4", "h1")
    meta = markup.first(node, "pre") or next(filter(is_meta, rows), "")
    rows = [row for row in rows if row != meta]
    fields = of_meta(meta)
    if rows and (author := AUTHOR.fullmatch(rows[0])):
        fields["author"] = author[1].strip()
        rows = rows[1:]
    stop = next((number for number, row in enumerate(rows) if STOP.match(row)), len(rows))
    text = "\n\n".join(rows[:stop]) or None
    return Found(
        origin,
        {**fields, "title": over, "text": text},
        None if text else "no text: the entry has no paragraph",
        "apa:vom",
    )
