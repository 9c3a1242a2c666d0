"""Saved web pages: the article's body and its fields, by trafilatura. Nothing is fetched or run."""

import logging
import re
import signal
import threading
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from analysis.formats import decode, first_day, head, tags
from analysis.formats.found import Found, join
from analysis.formats.texts import Text

# Measured: no page within these limits takes half a minute of processor time. All is counted, so that a page
# is read or refused whatever else the machine does.
MOST_BYTES = 10_000_000
MOST_TAGS = 50_000
MOST_BLOCKS = 10_000  # cells, items, divisions: trafilatura's time grows with their square
MOST_DEPTH = 250  # tags in tags; libxml2 drops what lies deeper without a word
MOST_SECONDS = 300  # of processor time: ten times what any page should take, for what nobody thought of
MOST_EXPORT = (
    300_000_000  # bytes of a page that is an archive's export: many articles, and read by lxml alone
)

BLOCK = re.compile(r"<(?:t[dhr]|[duo]l|li|d[dt]|div|section|article|blockquote|h[1-6])\b", re.IGNORECASE)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)  # <meta charset="utf-8">
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")  # lxml refuses a text that declares an encoding
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
        ValueError: for a page too large or too deep, or not read within MOST_SECONDS.
    """
    html = found.source or ""
    check(html)
    try:
        with deadline(MOST_SECONDS):
            fields, via = extract(html)
    except TimeoutError:
        spent = f"{MOST_SECONDS} seconds of processor time"
        raise ValueError(f"too large a page: not read within {spent}") from None
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

    >>> check("<p>" * 60_000)
    Traceback (most recent call last):
    ...
    ValueError: too large a page: more than 50000 tags
    """
    if len(html) > MOST_BYTES:
        raise ValueError(f"too large a page: more than {MOST_BYTES} bytes")
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"too large a page: more than {MOST_TAGS} tags")
    if len(BLOCK.findall(html)) > MOST_BLOCKS:
        raise ValueError(f"too large a page: more than {MOST_BLOCKS} blocks")
    tags.check(html)


def extract(html: str) -> tuple[dict[str, Any], str]:
    """The fields of a page's article, and where its date stood.

    Args:
        html: the page, decoded, without an XML declaration and without NUL.

    Returns:
        First `title`, `author`, `url`, `outlet`, `published`, `section` and `text`, each None where the page
        has none, or no field at all where trafilatura finds nothing; then where the date stood: `"html:meta"`
        in what the page says of itself, `"html:text"` in what it shows.

    Raises:
        ValueError: for a page whose tags lie deeper in each other than it is parsed.
    """
    import trafilatura

    tree = trafilatura.load_html(html)
    if tree is None:
        return {}, "html:meta"
    if tree.xpath(f"boolean({'/*' * MOST_DEPTH})"):
        raise ValueError(f"too deep a page: tags in tags, more than {MOST_DEPTH} deep")
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
        seconds: of the processor's time, however long they take on the clock.

    >>> with deadline(5):
    ...     pass
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)  # again each second: a library may swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _late(number: int, frame: types.FrameType | None) -> None:  # noqa: ARG001 - what a signal's handler is given
    raise TimeoutError
