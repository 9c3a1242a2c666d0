"""RSS and Atom by feedparser: an entry a record, its text often a summary only, which `text_kind` says."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from analysis.formats import markup
from analysis.formats.found import Found


def read(text: str, origin: str) -> Iterator[Found]:
    """The entries of a feed.

    Args:
        text: the document, decoded, without a DOCTYPE.
        origin: of the file; each record's ends in `#` and its number.

    >>> feed = "<rss version='2.0'><channel><item><description>It rains.</description></item></channel></rss>"
    >>> [found.fields["text"] for found in read(feed, "a.xml")]
    ['It rains.']
    """
    import feedparser

    found = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    for count, entry in enumerate(found.entries, 1):
        yield _entry(entry, found.feed, f"{origin}#{count}")
    if not found.entries:
        yield Found(origin, problem="no article: the feed has no entry")


def _entry(entry: Any, feed: Any, origin: str) -> Found:
    whole = [part.get("value") for part in entry.get("content", []) if part.get("value")]
    text = as_text(whole[0] if whole else entry.get("summary"))
    rule = "published" if entry.get("published") else "updated"
    fields = {
        "title": as_text(entry.get("title")),
        "author": _author(entry) or _author(feed),
        "url": entry.get("link"),
        "outlet": (entry.get("source") or {}).get("title") or as_text(feed.get("title")),
        "published": _moment(entry, rule),
        "section": ", ".join(tag["term"] for tag in entry.get("tags", []) if tag.get("term")) or None,
        "lang_given": feed.get("language"),
        "text": text,
        "text_kind": None if text is None else "full" if whole else "summary",
    }
    return Found(
        origin, fields, None if text else "no text: the entry has neither content nor summary", f"feed:{rule}"
    )


def _author(held: Any) -> str | None:
    names = [one.get("name") for one in held.get("authors", []) if one.get("name")]
    return ", ".join(dict.fromkeys(names)) or held.get("author") or None


def _moment(entry: Any, rule: str) -> Any:
    # Atom may have no day but that of its last change; then that is said in `published_rule`.
    parsed = entry.get(f"{rule}_parsed")
    return dt.datetime(*parsed[:6]).replace(tzinfo=dt.UTC) if parsed else entry.get(rule)


def as_text(value: str | None) -> str | None:
    """The text of a value that may be HTML.

    Args:
        value: as a feed has it.

    >>> as_text("<p>It rains.</p>"), as_text("Q&amp;A"), as_text(None)
    ('It rains.', 'Q&A', None)
    """
    from html import unescape

    if not value:
        return None
    return markup.text(value) if markup.is_markup(value) else unescape(value).strip() or None
