"""WARC: the pages of a crawl, each an article, by warcio; requests, pictures and scripts are passed over."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from analysis.formats import page
from analysis.formats.found import Found

HTML = ("text/html", "application/xhtml")
ERRORS = (OSError, EOFError, ValueError, AttributeError, KeyError)


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The pages of an archive.

    Args:
        stream: the file, not packed.
        origin: its own; each record's ends in `#` and the number of the page.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    count = 0
    records = iter(ArchiveIterator(stream))
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # warcio writes its remarks to the screen
                record = next(records)
            found = _record(record)
        except StopIteration:
            break
        except (ArchiveLoadFailed, *ERRORS) as error:
            yield Found(
                f"{origin}#{count + 1}", problem=f"broken web archive: {type(error).__name__}: {error}"
            )
            break
        if found:
            count += 1
            yield found._replace(origin=f"{origin}#{count}")
    if not count:
        yield Found(origin, problem="no article: the web archive holds no page")


def _record(record: Any) -> Found | None:
    kind = record.rec_type
    url = record.rec_headers.get_header("WARC-Target-URI") if record.rec_headers else None
    if kind == "conversion":  # the text of a page, as Common Crawl's WET files have it
        return _plain(record, url)
    if kind not in {"response", "resource"}:
        return None
    headers = record.http_headers
    content_type = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    status = headers.get_statuscode() if headers else "200"
    if not content_type.lower().startswith(HTML):
        return None
    if not status.startswith("2"):
        return Found("", {"url": url}, f"no article: the server answered {status}", "warc")
    return _page(record, url)


def _plain(record: Any, url: str | None) -> Found:
    text = record.content_stream().read(page.MOST_BYTES).decode("utf-8", "replace")
    return Found("", {"url": url, "outlet": host(url), "text": text}, None, "warc")


def _page(record: Any, url: str | None) -> Found:
    raw = record.content_stream().read(page.MOST_BYTES + 1)
    try:
        found = next(page.articles(raw, ""))
    except ValueError as error:
        return Found("", {"url": url}, str(error), "warc")
    fields = {
        "outlet": host(url),
        **{name: value for name, value in found.fields.items() if value},
        "url": url,
    }
    return found._replace(fields=fields)


def host(url: str | None) -> str | None:
    """The name of the server in an address.

    Args:
        url: an address, or None.

    >>> host("https://www.echo.example/rain"), host(None)
    ('www.echo.example', None)
    """
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
