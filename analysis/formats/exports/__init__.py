"""Exports of archives: which archive a file comes from, told by its marks, and the reader of each.

The marks stand under `[archives]` in archives.toml. An export that no reader reads is refused by its name: as
a plain text or a page it would become one article without a word.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from analysis.text import lexicon

HEAD = 262_144  # characters in which an export shows what it is; it may open with 200 kB of style sheet
BEGINNING = 16_384


def of_text(text: str) -> str | None:
    r"""The archive whose export a text is, None for a text of any other kind.

    Args:
        text: of a file, or its beginning.

    >>> of_text("  3 of 146 DOCUMENTS\n"), of_text("The prosecutor said 2 of 5 DOCUMENTS were missing.")
    ('nexis', None)
    """
    return _told(text[:HEAD], "text")


def of_page(html: str) -> str | None:
    """The archive whose export a page is, None for any other page.

    Args:
        html: the source, or its beginning.

    >>> of_page('<div class="article enArticle">'), of_page("<p>global.factiva.com</p>")
    ('factiva', None)
    """
    # Most show it at once, and the lower case of a whole head that is not ASCII takes a millisecond.
    return _told(html[:BEGINNING].lower(), "page") or _told(html[:HEAD].lower(), "page")


def _told(head: str, where: str) -> str | None:
    return next(
        (key for key, found in marks(where).items() if any(mark.search(head) for mark in found)), None
    )


def evidence(archive: str, whole: str, *, page: bool) -> str:
    r"""The first mark of an archive in a file, as it stands there.

    Args:
        archive: as `of_text` or `of_page` told it.
        whole: the text, or the page's source.
        page: whether it is a page.

    >>> evidence("nexis", "Cover\n  3 of 146 DOCUMENTS\n", page=False)
    '3 of 146 DOCUMENTS'
    """
    head = whole[:HEAD].lower() if page else whole[:HEAD]
    found = (mark.search(head) for mark in marks("page" if page else "text")[archive])
    return next(match[0].strip().partition("\n")[0][:60] for match in found if match)


@cache
def marks(where: str) -> Mapping[str, Sequence[re.Pattern[str]]]:
    """Archive → what its exports look like, in the order of the table.

    Args:
        where: `"text"`, where a mark is a line of its own, or `"page"`, where it stands anywhere in the
            source, in lower case: without flags and one by one, patterns are searched ten times faster.
    """
    frame = r"^(?:{})$" if where == "text" else "{}"
    return {
        key: [re.compile(frame.format(mark), re.MULTILINE) for mark in entry[where]]
        for key, entry in entries().items()
        if entry.get(where)
    }


def is_mark(archive: str, line: str) -> bool:
    """Whether a line is a mark of an archive's text.

    Args:
        archive: a key of the table.
        line: without its end.

    >>> is_mark("nexis", "Dokument 3 von 146"), is_mark("nexis", "He read 3 of 146 DOCUMENTS.")
    (True, False)
    """
    return any(mark.fullmatch(line) for mark in marks("text")[archive])


def entries() -> Mapping[str, Any]:
    """Archive → its entry in archives.toml."""
    table: Mapping[str, Any] = lexicon.shared("archives")["archives"]
    return table


def name(archive: str) -> str:
    """What an archive's export is called in a problem.

    >>> name("nexis")
    'an export of Nexis'
    """
    return str(entries()[archive]["name"])
