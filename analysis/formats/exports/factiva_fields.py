"""What Factiva's pages and texts share: its accession numbers, its run of unlabelled lines, its days."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from analysis.formats.exports import lines
from analysis.formats.found import Found
from analysis.text import dates

ACCESSION = re.compile(
    r"\b([A-Za-z0-9]{4,12}(?:19|20)\d{6}[a-z0-9]{9})\s*\Z"
)  # Document TEST000020111229e7ct0001r
WORDS = re.compile(r"\d[\d.,\s\u00a0\u202f]*\s*[^\W\d_]+\.?")  # 1,234 words; 295 mots; 541 字
HOUR = re.compile(r"\d{1,2}[:.]\d\d(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?")
CODE = re.compile(r"[A-Z0-9]{2,10}")
PAGE = re.compile(r"[A-Z]{0,3}[-.]?\d{1,3}[A-Z]?(?:[;,] ?\S+)*|[A-Z]\d{1,3}")
RIGHTS = re.compile(r"\(c\)|©|copyright", re.IGNORECASE)
RUNNING = re.compile(r"\A\(?\d{1,4}\)\s+(?=\S)")  # 1) before a headline


def found(fields: dict[str, Any], origin: str, where: str) -> Found:
    """The record of one article, its fields tidied.

    Args:
        fields: under names of ours, as read.
        origin: of the record.
        where: what its date stood in.
    """
    fields["title"] = fields.get("title") and RUNNING.sub("", fields["title"])
    fields["author"] = lines.byline(fields.get("author"))
    number = ACCESSION.search(fields.get("accession") or "")
    fields["accession"] = number[1] if number else fields.get("accession")
    fields.setdefault("text", None)
    problem = None if fields["text"] else "no text: the article has neither LP nor TD, nor paragraphs"
    return Found(origin, fields, problem, f"factiva:{where}")


def day(printed: str | None, hour: str | None, language: str | None) -> Any:
    """The moment of a day and an hour that stand apart; what stands there where it cannot be read.

    Args:
        printed: the day.
        hour: on its own, or None.
        language: of the interface, where it is known.

    >>> day("29 décembre 2011", "15:32", "fr")
    datetime.datetime(2011, 12, 29, 15, 32)
    """
    read = printed and (dates.find(printed, (language,) if language else ()) or dates.find(printed))
    if not read:
        return printed
    time = dates.CLOCK.search(hour or "")
    return dt.datetime.combine(read.moment, dates.clock(time)) if time else read.moment


def of_run(run: Sequence[str]) -> dict[str, Any]:
    """What the unlabelled lines between headline and body are, told by their shapes and their order.

    Args:
        run: (byline) words date (hour) outlet code (edition) (page) language copyright.

    >>> of_run(["By Ann Lee", "2 words", "3 May 2019", "10:30", "The Echo", "ECHO", "A6", "English", "(c)"])
    {'author': 'By Ann Lee', 'words_given': '2 words', 'day': '3 May 2019', 'hour': '10:30',
     'outlet': 'The Echo', 'page': 'A6', 'edition': None, 'lang_given': 'English'}
    """
    place = next((number for number, text in enumerate(run) if WORDS.fullmatch(text)), None)
    if place is None:
        place = next((number - 1 for number, text in enumerate(run) if dates.find(text)), -1)
    rest = list(run[place + 1 :])
    fields: dict[str, Any] = {
        "author": lines.one_line(run[: max(place, 0)]),
        "words_given": run[place] if place >= 0 and WORDS.fullmatch(run[place]) else None,
        "day": rest.pop(0) if rest else None,
        "hour": rest.pop(0) if rest and HOUR.fullmatch(rest[0]) else None,
        "outlet": rest.pop(0) if rest else None,
    }
    right = next((number for number, text in enumerate(rest) if RIGHTS.match(text)), len(rest))
    return fields | _details(rest[:right])


def _details(rest: list[str]) -> dict[str, Any]:
    rest = rest[1:] if rest and CODE.fullmatch(rest[0]) else rest
    language = rest.pop() if rest and not PAGE.fullmatch(rest[-1]) else None
    page = next((text for text in reversed(rest) if PAGE.fullmatch(text)), None)
    return {
        "page": page,
        "edition": next((text for text in rest if text != page), None),
        "lang_given": language,
    }
