"""Telegrams of agencies, IPTC 7901 and ANPA 1312: header, headline and body between control characters."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from analysis.formats import decode
from analysis.formats.exports import lines
from analysis.formats.found import Found, join, spoilt
from analysis.formats.wires.nitf import author
from analysis.text import dates, words

START, BODY, END = "\x01", "\x02", "\x03"
HEADER = re.compile(
    r"^[a-z]{2,4}\d{3,4} \d [a-z]{1,4} \d{1,4} .*$", re.MULTILINE
)  # eca062 4 i 211 ccccb dpa 061
COUNTED = re.compile(r"[a-z]{2,4}\d{3,4} \d (?P<category>[a-z]{1,4}) (?P<words>\d{1,4})\b")
AGENCY = re.compile(r"([^\W\d_][\w-]*)\s+\d{1,4}\s*\Z")
SENT = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>[A-Z]{2,5})?\s+(?P<month>[^\W\d_]{3,9})\.?\s+(?P<year>\d\d(?:\d\d)?)\b"
)
ANPA_SENT = re.compile(
    r"(?P<agency>[A-Z]{2,5})-\w{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)"
    r" (?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>[A-Z]{3,4})?"
)
# (Achtung), 1ST LEAD, REFILE: what stands over a headline
OVER = re.compile(
    r"\(.*\)|(?:\d(?:ST|ND|RD|TH)\s+)?(?:LEAD|REFILE|UPDATE|CORRECTION|URGENT|FLASH|EXTRA|BULLETIN|WRAPUP|WRITETHRU|SUMMARY)\W*(?:\d\W*)?",
    re.IGNORECASE,
)
# What follows a body and is not for readers
AFTER = re.compile(r"\s*(?:#+ .*|\* \* \* \*.*|\(?Notes? to editors?\b.*|_{3,}\s*\Z.*|-{4,})", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
NOTES = re.compile(
    r"(?:Eds|EDITOR'?S'? NOTE|AP Photo|AP Video|AP Graphic|With AP|Adds|Updates|HOLD|ADVISORY)\b",
    re.IGNORECASE,
)
SERVICE = re.compile(r"(.{15,40}?)\s*\1", re.DOTALL)  # "copyright by dpa copyright by dpa ...": no article
FAR = 12  # lines in which a headline is closed


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    r"""The telegrams of a file.

    Args:
        stream: the file, read to its end.
        origin: its own; with several telegrams each record's ends in `#` and its number.

    >>> import io
    >>> raw = b"\x01abc012 4 i 2 abc 007\n\x02Rain =\n\n  It rains.\n\x03131137 GMT Nov 13\n"
    >>> [(found.fields["title"], found.fields["text"]) for found in read(io.BytesIO(raw), "a.txt")]
    [('Rain', 'It rains.')]
    """
    text, problem = decode.decode(stream.read())
    pieces = _pieces(words.normalise(text))
    for count, piece in enumerate(pieces, 1):
        fields = _anpa(piece) if re.search(r"^\^", piece.partition(BODY)[2], re.MULTILINE) else _iptc(piece)
        place = f"{origin}#{count}" if len(pieces) > 1 else origin
        yield Found(place, fields, join(_problem(fields), spoilt(problem, fields)), "wire:sent")


def _pieces(text: str) -> list[str]:
    parts = [part for part in text.split(START) if part.strip("\x00\x04\x16\x7f \n\r\t")]
    return parts if START in text else [text]


def _problem(fields: dict[str, Any]) -> str | None:
    if not fields["text"]:
        return "no text: the telegram has no body"
    return "no article: a message of the agency's service" if SERVICE.match(fields["text"]) else None


def _clean(text: str) -> str:
    return CONTROLS.sub("", text.replace("\t", " "))


def _iptc(piece: str) -> dict[str, Any]:
    header, mark, rest = piece.partition(BODY)
    if not mark:
        header, rest = _unmarked(piece)
    body, _, tail = rest.partition(END)
    first = _clean(header).strip().split("\n")[0]
    heading, story = _headed(_clean(body).split("\n"))
    counted, agency = COUNTED.search(first), AGENCY.search(first)
    ended = next(
        (number for number, row in enumerate(story) if AFTER.match(row) or SENT.match(row.strip())),
        len(story),
    )
    return {
        **_heading(heading),
        "outlet": agency[1] if agency else None,
        "published": _sent(_clean(tail or "\n".join(story[ended:]))),
        "words_given": counted["words"] if counted else None,
        "section": counted["category"] if counted else None,
        "text": lines.body(_unsigned(story[:ended])),
    }


def _unmarked(piece: str) -> tuple[str, str]:
    # Control characters were stripped on the way: the header is a line, the slug the block under it.
    found = HEADER.search(piece)
    start = found.end() if found else 0
    blocks = lines.blocks(piece[start:].split("\n"))
    slug = len(blocks) > 1 and len(blocks[0]) == 1 and blocks[0][0].strip().endswith("/")
    rest = blocks[1:] if slug else blocks
    return piece[:start], "\n\n".join("\n".join(block) for block in rest)


def _headed(rows: Sequence[str]) -> tuple[list[str], list[str]]:
    start = next((number for number, row in enumerate(rows) if row.strip()), 0)
    start += rows[start].strip().endswith("/") if rows else 0  # a slug: Germany-rain/
    closing = next(
        (number for number, row in enumerate(rows[start : start + FAR], start) if row.rstrip().endswith("=")),
        None,
    )
    if closing is None:
        closing = next(
            (number - 1 for number, row in enumerate(rows[start:], start) if not row.strip()), start
        )
    return [row.strip(" =") for row in rows[start : closing + 1] if row.strip(" =")], list(
        rows[closing + 1 :]
    )


def _heading(rows: list[str]) -> dict[str, str | None]:
    by = next((number for number, row in enumerate(rows) if number and lines.byline(row) != row), len(rows))
    title = [row for row in rows[:by] if not OVER.fullmatch(row)]
    name = author(rows[by]) if by < len(rows) else None
    return {"title": lines.one_line(title), "author": re.sub(r",\s*\w{2,5}\Z", "", name) if name else None}


def _unsigned(rows: Sequence[str]) -> list[str]:
    kept = list(rows)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _sent(tail: str) -> dt.datetime | None:
    found = SENT.search(tail)
    number = found and dates.month(found["month"].casefold())
    return _moment(found, number) if found and number else None


def _moment(found: re.Match[str], month: int) -> dt.datetime | None:
    year = int(found["year"])
    year += 0 if year > 99 else 1900 if year > 70 else 2000
    try:
        return dt.datetime(
            year,
            month,
            int(found["day"]),
            int(found["hour"]),
            int(found["minute"]),
            tzinfo=dates.zone(found["zone"]),
        )
    except ValueError:
        return None


def _anpa(piece: str) -> dict[str, Any]:
    rest = piece.partition(BODY)[2]
    body, _, tail = rest.partition(END)
    rows = _clean(body).split("\n")
    head = [row.strip(" ^<") for row in rows if row.startswith("^")]
    names = [row.rstrip("=").strip() for row in head if row.endswith("=")]
    titles = [row for row in head[1:] if not row.endswith("=") and not NOTES.match(row)]
    sent = ANPA_SENT.search(_clean(tail)) or ANPA_SENT.search(rest)
    counted = re.search(r",(\d{2,5})\Z", head[0]) if head else None
    story = [row for row in rows if not row.startswith("^") and not re.fullmatch(r"\s*_{3}\s*", row)]
    return {
        "title": titles[0] if titles else None,
        "author": author(names[0]) if names else None,
        "outlet": sent["agency"] if sent else None,
        "published": _moment(sent, int(sent["month"])) if sent else None,
        "words_given": counted[1] if counted else None,
        "text": lines.body(story),
    }
