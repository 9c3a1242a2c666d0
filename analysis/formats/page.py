"""Saved web pages: the article's body and its fields, by trafilatura. Nothing is fetched or run."""

import logging
import re
import signal
import threading
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from analysis.formats import decode
from analysis.formats.found import Found, join

# Measured: 16,000 tags a second; time grows with the square of a tag's attributes (100,000 took three
# minutes, inside libxml2, where no alarm reaches).
MOST_BYTES = 10_000_000
MOST_TAGS = 100_000
MOST_ATTRIBUTES = 1_000
MOST_SECONDS = 30

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)  # <meta charset="utf-8">
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")  # lxml refuses a text that declares an encoding
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{5000,}")
VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
SENTENCE = re.compile(r"^.{40,}|[.!?…。！？؟।][\"'»”’)\s]*$", re.MULTILINE)  # not "Home", "About us"

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its remarks would go to the screen
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The one article of a page.

    Args:
        stream: the page; no more than MOST_BYTES of it are read.
        origin: the page's own; the record bears it unchanged.

    Raises:
        ValueError: for a page too large, or not read within MOST_SECONDS.
    """
    raw = stream.read(MOST_BYTES + 1)
    declared = CHARSET.search(raw[:4096])
    html, problem = decode.decode(raw, declared[1].decode("ascii") if declared else None)
    check(raw, html)
    try:
        with deadline(MOST_SECONDS):
            fields, via = extract(DECLARATION.sub("", html.replace("\x00", "")))
    except TimeoutError:
        raise ValueError(f"too large a page: not read within {MOST_SECONDS} seconds") from None
    empty = None if fields.get("text") else "no article: the page holds links and labels only"
    yield Found(origin, fields, join(problem, empty), via)


def check(raw: bytes, html: str) -> None:
    """Raise a ValueError for a page that would take too long to read.

    Args:
        raw: the page, for its size in bytes.
        html: the same decoded, for its tags and their attributes.

    >>> check(b"", "<p " + "a=1 " * 2000 + ">")
    Traceback (most recent call last):
    ...
    ValueError: too large a page: a tag with more than 1000 attributes
    """
    if len(raw) > MOST_BYTES:
        raise ValueError(f"too large a page: more than {MOST_BYTES} bytes")
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"too large a page: more than {MOST_TAGS} tags")
    if any(len(VALUE.sub("", tag).split()) > MOST_ATTRIBUTES for tag in LONG_TAG.findall(html)):
        raise ValueError(f"too large a page: a tag with more than {MOST_ATTRIBUTES} attributes")


def extract(html: str) -> tuple[dict[str, Any], str]:
    """The fields of a page's article, and where its date stood.

    The date is that of the first publication: what the page's head says, else what its text shows.

    Args:
        html: the page, decoded, without an XML declaration and without NUL.

    Returns:
        First `title`, `author`, `url`, `outlet`, `published` and `text`, each None where the page has none,
        or no field at all where trafilatura finds nothing; then `"html:meta"` or `"html:text"`.
    """
    import trafilatura
    from htmldate import find_date

    tree = trafilatura.load_html(html)
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params={"original_date": True}
    )
    if found is None:
        return {}, "html:meta"
    body = (found.text or "").removeprefix(f"{found.title}\n")  # trafilatura keeps the headline on some pages
    text = body if SENTENCE.search(body) else None
    stated = find_date(tree, original_date=True, extensive_search=False, url=found.url)
    names = {"title": "title", "author": "author", "url": "url", "outlet": "sitename", "published": "date"}
    fields = {name: getattr(found, theirs) for name, theirs in names.items()}
    return {**fields, "text": text}, "html:meta" if stated == found.date else "html:text"


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeoutError inside the block when it takes longer; only where the system has such alarms.

    An alarm reaches the main thread alone: in any other, and on Windows, the limits of `check` stand alone.

    Args:
        seconds: of the clock on the wall, not of the processor.

    >>> with deadline(5):
    ...     pass
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again each second: a library may swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _late(number: int, frame: types.FrameType | None) -> None:  # noqa: ARG001 - what a signal's handler is given
    raise TimeoutError
