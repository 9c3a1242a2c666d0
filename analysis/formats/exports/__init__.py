"""Exports of archives: which archive a file comes from, told by its marks, and the reader of each.

The marks stand under `[archives]` in archives.toml. An export that no reader reads is refused by its name: as
a plain text or a page it would become one article without a word.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis.text import lexicon


def of_text(text: str) -> str | None:
    r"""The archive whose export a text is, None for a text of any other kind.

    Args:
        text: of a file, or its beginning.

    >>> of_text("  3 of 146 DOCUMENTS\n"), of_text("The prosecutor said 2 of 5 DOCUMENTS were missing.")
    ('nexis', None)
    """
    return next((key for key, mark in marks("text").items() if mark.search(text)), None)


def of_page(html: str) -> str | None:
    """The archive whose export a page is, None for any other page.

    Args:
        html: the source, or its beginning.

    >>> of_page('<div class="article enArticle">'), of_page("<p>global.factiva.com</p>")
    ('factiva', None)
    """
    return next((key for key, mark in marks("page").items() if mark.search(html)), None)


@cache
def marks(where: str) -> Mapping[str, re.Pattern[str]]:
    """Archive → what its exports look like, in the order of the table.

    Args:
        where: `"text"`, where a mark is a line of its own, or `"page"`, where it stands anywhere in the
            source.
    """
    found = {key: entry[where] for key, entry in entries().items() if entry.get(where)}
    frame = r"^(?:{})$" if where == "text" else "(?:{})"
    return {
        key: re.compile(
            frame.format("|".join(patterns)), re.MULTILINE | (re.IGNORECASE if where == "page" else 0)
        )
        for key, patterns in found.items()
    }


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
