"""The first day of a page: what it says of itself, else what it shows.

The day of a change is never that of the publication: whatever says one is taken out before a day is
looked for.
"""

import copy
import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from analysis.formats import dates, markup
from analysis.formats.head import Head, says_change
from analysis.text import dates as printed
from analysis.text import lexicon

OLDEST = dt.datetime(1600, 1, 1)
NEAR = 12  # lines under a headline in which its day stands
SHORT_LINE = 60  # characters of a line that is a day, or a byline with one
SHORT = 120  # no line that says a change is longer
CREATED = re.compile(r"\b\d{4}\b.*\b(?:publi|veröff|erstellt|pubbl|опубл)", re.IGNORECASE)
COPYRIGHT = re.compile(r"©|\(c\)|&copy;|copyright", re.IGNORECASE)
TIMED = frozenset({"meta", "time", "abbr", "span"})


def published(about: Head, url: str | None) -> tuple[Any, str]:
    """The day of the first publication, with its hour where one is stated, and where it stood.

    Args:
        about: what the page says.
        url: its address, where it is known.

    Returns:
        A moment, a day as text, or None; then `"html:meta"` or `"html:text"`. A day that is a guess only (1
        January, which is what a year alone becomes) is None.
    """
    from htmldate import find_date

    for stated in about.published:
        read = dates.read(stated)
        if read is not None:
            return (read if _has_hour(stated) else str(read.date())), "html:meta"
    tree = _unchanged(about.tree)
    under = _under_headline(tree)
    if under:
        return under, "html:text"
    for extensive, via in ((False, "html:meta"), (True, "html:text")):
        day = find_date(tree, original_date=True, extensive_search=extensive, url=url, min_date=OLDEST)
        if day and not (extensive and day.endswith("-01-01")):
            return _of_time(tree, day) or day, via
    return None, "html:text"


def _of_time(tree: Any, day: str) -> dt.datetime | None:
    # The hour of that day, where a <time> states it.
    stated = (node.get("datetime") or "" for node in tree.iter("time"))
    return next((dates.read(one) for one in stated if one.startswith(day) and _has_hour(one)), None)


def _under_headline(tree: Any) -> Any:
    # "Thu, 14 May 2020" in the first lines under it; a clock in the page's head says when it was saved.
    heading = next((node for node in tree.iter("h1") if markup.content(node)), None)
    if heading is None:
        return None
    region = (tree.get("lang") or "").lower()
    first = {"en-us": False, "en": None, "": None}.get(region, True)
    for line in islice(_lines_after(heading), NEAR):
        found = printed.find(line, (), first) if len(line) < SHORT_LINE else None
        if found:
            return dates.read(found.moment) if found.timed else str(found.moment.date())
    return None


def _lines_after(heading: Any) -> Iterator[str]:
    inside = False
    for node in heading.getroottree().iter():
        if inside and isinstance(node.tag, str) and node.tag not in markup.SILENT:
            yield from (" ".join(text.split()) for text in (node.text, node.tail) if text and text.strip())
        inside = inside or node is heading


def _has_hour(stated: str) -> bool:
    return bool(re.search(r"\d[T ]?\d?\d:\d\d|T\d{4}|^\d{10}", stated))


def _unchanged(tree: Any) -> Any:
    # A copy without all that says when the page was changed, saved, or who holds its rights since when.
    made = copy.deepcopy(tree)
    for node in list(made.iter()):
        if (
            isinstance(node.tag, str)
            and node.getparent() is not None
            and (says_change(node) if node.tag in TIMED else _is_change(node))
        ):
            node.drop_tree()
    for node in made.iter("script"):
        if node.text:
            node.text = re.sub(
                r'"(?:dateModified|dateUpdated|uploadDate|modified\w*|updated\w*)"\s*:\s*"[^"]*"',
                '""',
                node.text,
            )
    return made


def _is_change(node: Any) -> bool:
    if node.tag not in {"p", "div", "li", "small", "footer", "em", "i", "b", "strong"} or len(node) > 3:
        return False
    text = markup.content(node) or ""
    if len(text) > SHORT:
        return False
    words = lexicon.shared("archives")["page"]["changed"]
    return bool(COPYRIGHT.search(text)) or (
        text.casefold().startswith(tuple(words)) and not CREATED.search(text)
    )
