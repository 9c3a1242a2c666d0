"""ProQuest as text, page, RTF or mail: labelled fields, articles parted by lines of underscores."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.formats import markup
from analysis.formats.exports import lines
from analysis.formats.found import Found
from analysis.text import dates

RULE = re.compile(r"\s*_{20,}\s*")
DOCUMENT = re.compile(r"\s*(?:Document|Dokument|Documento) \d+ (?:of|von|de|sur|di) \d+\s*")
CLOSES = {"DATABASE", "DATENBANK", "BASE DE DONNÉES", "BASE DE DATOS"}
INFO = re.compile(r"(?P<outlet>[^;\[]+?)\s*(?:;|\[|,\s*(?:suppl|Late|\w+ edition)|\.\s|(?=\d))")
NO_TEXT = re.compile(
    r"\s*(?:Not available|Nicht verfügbar|Non disponible|No disponible)\.?\s*", re.IGNORECASE
)
MARK = 'a label "Full text:", "Publication title:" or "ProQuest document ID:"'


def of_text(text: str, origin: str) -> Iterator[Found]:
    r"""The articles of an export.

    Args:
        text: the file, decoded.
        origin: its own; each record's ends in `#` and its number.

    >>> text = "Rain\n\nAuthor: Lee, Ann\n\nFull text: It rains.\n\nPublication title: Echo\n"
    >>> [(found.fields["title"], found.fields["text"]) for found in of_text("_" * 60 + "\n" + text, "a.txt")]
    [('Rain', 'It rains.')]
    """
    pieces: list[list[str]] = [[]]
    for row in text.split("\n"):
        if RULE.fullmatch(row):
            pieces.append([])
        else:
            pieces[-1].append(row)
    return _found([part for piece in pieces for part in _parted(piece)], origin)


def of_page(page: str, origin: str) -> Iterator[Found]:
    """The articles of an export saved as a page.

    Args:
        page: the source, decoded.
        origin: its own.
    """
    rows = [
        row
        for paragraph in markup.paragraphs(markup.document(page), breaks="\n")
        for row in (*paragraph.split("\n"), "")
    ]
    return of_text("\n".join(rows), origin)


def _parted(rows: list[str]) -> list[list[str]]:
    # Pages have no rules between articles: the label that closes each one's details parts them.
    closing = [number for number, row in enumerate(rows) if (found := _label(row)) and found[0] in CLOSES]
    if len(closing) < 2:
        return [rows]
    cuts = [0]
    for number in closing:
        value = next((place for place in range(number, len(rows)) if _value(rows[place])), number)
        cuts.append(value + 1)
    return [rows[start:end] for start, end in zip(cuts, [*cuts[1:], len(rows)], strict=True)]


def _value(row: str) -> str:
    found = _label(row)
    return found[1] if found else row.strip()


def _found(pieces: Sequence[list[str]], origin: str) -> Iterator[Found]:
    count = 0
    for piece in pieces:
        parts = _parts(piece)
        columns = {lines.labels_of("proquest").get(label) for label, _ in parts}
        if columns & {"text", "outlet", "accession", "info"}:
            count += 1
            yield _article(parts, f"{origin}#{count}")
    if not count:
        yield Found(origin, problem=f"no article: of ProQuest's marks, {MARK} is not there")


def _label(row: str) -> tuple[str, str] | None:
    table = lines.labels_of("proquest")
    bare = row.strip(" *\u00a0")
    if bare.upper() in table and (bare.isupper() or bare.upper() in {"FULL TEXT", "DETAILS", "ABSTRACT"}):
        return bare.upper(), ""
    found = lines.LABEL.fullmatch(bare)
    name = " ".join(found[1].upper().split()) if found else ""
    return (name, found[2].strip()) if found and name in table else None


def _parts(rows: Sequence[str]) -> list[tuple[str, list[str]]]:
    parts: list[tuple[str, list[str]]] = [("", [])]
    for row in rows:
        found = _label(row)
        if found:
            parts.append((found[0], [found[1]]))
        else:
            parts[-1][1].append(row)
    return parts


def _article(parts: Sequence[tuple[str, list[str]]], origin: str) -> Found:
    table = lines.labels_of("proquest")
    fields: dict[str, Any] = {}
    for label, rows in parts:
        column = table.get(label)
        if column in {"text", "abstract"}:
            fields.setdefault(column, _prose(rows))
        elif column and column != "drop" and (value := lines.one_line(_first(rows))):
            fields.setdefault(column, value)
    fields["title"] = fields.get("title") or _heading(parts[0][1])
    fields |= _where(fields)
    languages = lines.languages_of(label for label, _ in parts)
    fields["interface_lang"] = languages[0] if len(languages) == 1 else None
    abstract = fields.pop("abstract", None)
    if not fields.get("text") and abstract:
        fields |= {"text": abstract, "text_kind": "summary"}
    fields.setdefault("text", None)
    problem = None if fields["text"] else "no text: the article has neither a full text nor an abstract"
    return Found(origin, fields, problem, "proquest:Publication date")


def _first(rows: Sequence[str]) -> Sequence[str]:
    parts = lines.blocks(rows)
    return parts[0] if parts else []


def _prose(rows: Sequence[str]) -> str | None:
    text = lines.body(rows)
    text = re.sub(r"\A(?:html>|Translate\s|\[ ?\w+ ?\]\s)", "", text) if text else None
    return None if not text or NO_TEXT.fullmatch(text) else text


def _heading(rows: Sequence[str]) -> str | None:
    parts = [
        block for block in lines.blocks(rows) if not DOCUMENT.fullmatch(block[0]) and "http" not in block[0]
    ]
    return lines.one_line(parts[0]) if parts else None


def _where(fields: dict[str, Any]) -> dict[str, Any]:
    # An info reads: The Globe and Mail ; Toronto, Ont. [Toronto, Ont]. 01 Jan 2015: A.1.
    info = fields.pop("info", None) or ""
    year = fields.pop("year", None)
    printed = dates.find(fields.get("published") or "") or dates.find(info) or dates.find(year or "")
    found = INFO.match(info)
    outlet = fields.get("outlet")
    page = re.search(r"\d{4}\s*:\s*([\w. ]{1,12}?)\.?\s*\Z", info)
    return {
        "outlet": re.split(r"\s*[;\[]|\s*\(Online\)", outlet)[0].strip()
        if outlet
        else (found["outlet"].strip() if found else None),
        "published": printed.moment if printed else fields.get("published") or year,
        "page": fields.get("page") or (page[1] if page else None),
    }
