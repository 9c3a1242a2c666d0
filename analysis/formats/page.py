"""Saved web pages: the article's body and its fields, by trafilatura. Nothing is fetched or run."""

import logging
import re
import signal
import threading
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from analysis.formats import decode, first_day, head
from analysis.formats.found import Found, join
from analysis.formats.texts import Text

# Measured: 16,000 tags a second; time grows with the square of a tag's attributes (100,000 took three
# minutes, inside libxml2, where no alarm reaches).
MOST_BYTES = 10_000_000
MOST_TAGS = 100_000
MOST_ATTRIBUTES = 1_000
MOST_SECONDS = 30
MOST_EXPORT = (
    300_000_000  # bytes of a page that is an archive's export: many articles, and read by lxml alone
)

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)  # <meta charset="utf-8">
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")  # lxml refuses a text that declares an encoding
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{5000,}")
VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
# What readers wrote, by a name that opens so, where trafilatura leaves it in; never what holds the headline
COMMENTS = """//*[self::div or self::section or self::aside or self::ol or self::ul][not(.//h1)]
    [contains(concat(' ', @class), ' comments') or starts-with(@id, 'comments')]"""
SENTENCE = re.compile(r"^.{40,}|[.!?…。！？؟।][\"'»”’)\s]*$", re.MULTILINE)  # not "Home", "About us"

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its remarks would go to the screen
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def load(stream: BinaryIO) -> Text:
    """The source of a page, decoded.

    Args:
        stream: the page; no more than MOST_EXPORT of it are read.
    """
    return _decoded(stream.read(MOST_EXPORT + 1))


def _decoded(raw: bytes) -> Text:
    declared = CHARSET.search(raw[:4096])
    html, problem = decode.decode(raw, declared[1].decode("ascii") if declared else None)
    return Text("", problem=problem, source=DECLARATION.sub("", html.replace("\x00", "")))


def alone(found: Text, origin: str) -> Iterator[Found]:
    """The one article of a page.

    Args:
        found: the page's source.
        origin: the page's own; the record bears it unchanged.

    Raises:
        ValueError: for a page too large, or not read within MOST_SECONDS.
    """
    html = found.source or ""
    check(html)
    try:
        with deadline(MOST_SECONDS):
            fields, via = extract(html)
    except TimeoutError:
        raise ValueError(f"too large a page: not read within {MOST_SECONDS} seconds") from None
    empty = None if fields.get("text") else "no article: the page holds links and labels only"
    yield Found(origin, fields, join(found.problem, empty), via)


def articles(raw: bytes, origin: str) -> Iterator[Found]:
    """The one article of a page that came in an archive of pages.

    Args:
        raw: the page.
        origin: of the record.
    """
    return alone(_decoded(raw), origin)


def check(html: str) -> None:
    """Raise a ValueError for a page that would take too long to read.

    Args:
        html: the page decoded, for its size, its tags and their attributes.

    >>> check("<p " + "a=1 " * 2000 + ">")
    Traceback (most recent call last):
    ...
    ValueError: too large a page: a tag with more than 1000 attributes
    """
    if len(html) > MOST_BYTES:
        raise ValueError(f"too large a page: more than {MOST_BYTES} bytes")
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"too large a page: more than {MOST_TAGS} tags")
    if any(len(VALUE.sub("", tag).split()) > MOST_ATTRIBUTES for tag in LONG_TAG.findall(html)):
        raise ValueError(f"too large a page: a tag with more than {MOST_ATTRIBUTES} attributes")


def extract(html: str) -> tuple[dict[str, Any], str]:
    """The fields of a page's article, and where its date stood.

    Args:
        html: the page, decoded, without an XML declaration and without NUL.

    Returns:
        First `title`, `author`, `url`, `outlet`, `published`, `section` and `text`, each None where the page
        has none, or no field at all where trafilatura finds nothing; then where the date stood: `"html:meta"`
        in what the page says of itself, `"html:text"` in what it shows.
    """
    import trafilatura

    tree = trafilatura.load_html(html)
    if tree is None:
        return {}, "html:meta"
    about = head.read(tree)
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, prune_xpath=COMMENTS
    )
    if found is None:
        return {}, "html:meta"
    title = head.title(about) or found.title
    text = _body(found.text or "", {title, found.title, *about.headings})
    published, via = first_day.published(about, found.url)
    fields = {
        "title": title,
        "author": about.authors or found.author,
        "url": found.url,
        "outlet": found.sitename,
        "published": published,
        "text": text if SENTENCE.search(text) else None,
    }
    return {**fields, **({"section": about.section} if about.section else {})}, via


def _body(text: str, headlines: set[str | None]) -> str:
    # trafilatura keeps the headline on some pages; the page's title may carry the name of the site.
    first, _, rest = text.partition("\n")
    same = {head.letters(headline) for headline in headlines if headline}
    return rest.lstrip("\n") if rest and head.letters(first) in same else text


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
