"""Quotations, cues and sources as marks in a text; every character of the text is escaped."""

from collections import defaultdict
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.wording import name, say

if TYPE_CHECKING:
    import pandas as pd

# Three tints of Okabe and Ito and three lines: none is told by its colour alone, on screen or on paper.
MARKS = {
    "quotation": "background:#cfe8f7;text-decoration:underline solid 2px",
    "cue": "background:#d6efe4;text-decoration:underline dotted 2px",
    "source": "background:#fde3c4;text-decoration:underline double 2px",
}
# Sentences from easy to hard; the number beside each says what the tint says.
LEVELS = {
    "very_easy": "background:#fff",
    "easy": "background:#fdf1e3",
    "medium": "background:#fbdcb8",
    "hard": "background:#f6bd80",
    "very_hard": "background:#ee9648",
}
STYLES = MARKS | LEVELS
SPANS = {
    "quotation": ("start", "end"),
    "cue": ("cue_start", "cue_end"),
    "source": ("source_start", "source_end"),
}
"""Columns of the quotes table that say where each mark begins and ends."""
MARK = (
    "color:#111;padding:1px 2px;border-radius:2px;text-underline-offset:3px;"
    "-webkit-print-color-adjust:exact;print-color-adjust:exact;"
)


class Mark(NamedTuple):
    """A stretch of the text to mark.

    Fields:
        start: code point where it begins.
        end: code point after it.
        role: quotation, cue or source; or how hard a sentence is.
        number: what ties the three together, or the sentence's LIX.
        title: what is known of it.
    """

    start: int
    end: int
    role: str
    number: int
    title: str


def marks_of(quotes: "pd.DataFrame", locale: str) -> list[Mark]:
    """The marks of every quotation; a cue or source that parts of one utterance share is marked once.

    Args:
        quotes: the quotes of one article.

    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"start": [1, 20], "end": [5, 28], "utterance": 1, "kind": "direct"})
    >>> [(mark.role, mark.start) for mark in marks_of(quotes.assign(cue_start=7, cue_end=11), "en")]
    [('quotation', 1), ('cue', 7), ('quotation', 20)]
    """
    every = {
        (row[start], row[end], role): Mark(
            row[start], row[end], role, row["utterance"], _title(role, row, locale)
        )
        for row in rows_of(quotes)
        for role, (start, end) in SPANS.items()
        if given(row.get(start)) and given(row.get(end))
    }
    return list(every.values())


def _title(role: str, row: dict[str, Any], locale: str) -> str:
    known = {
        "quotation": ("kinds", "kind"),
        "cue": ("stances", "stance"),
        "source": ("source_types", "source_type"),
    }
    group, column = known[role]
    value = row.get(column)
    label = f"{say(f'show.{role}', locale)} {row['utterance']}"
    return f"{label}: {name(group, value, locale)}" if given(value) else label


def marked_text(text: str, marks: list[Mark]) -> str:
    """The text, cut wherever a mark begins or ends; each piece in its marks, the longest outermost.

    Args:
        marks: stretches of it, in any order; they may overlap.

    >>> marked_text("<b>", [])
    '&lt;b&gt;'
    """
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    opening = defaultdict[int, list[Mark]](list)
    for mark in marks:
        opening[mark.start].append(mark)
    pieces, over = [], list[Mark]()
    for start, end in pairwise(cuts):  # the marks over each piece are carried along, never looked for
        over = [mark for mark in over + opening[start] if mark.end > start]
        pieces.append(_piece(text, start, end, over))
    return "".join(pieces)


def _piece(text: str, start: int, end: int, over: list[Mark]) -> str:
    html = escape(text[start:end])
    for mark in sorted(over, key=lambda mark: mark.end - mark.start):
        html = _wrap(html, mark, opens=mark.start == start, closes=mark.end == end)
    return html


def _wrap(html: str, mark: Mark, *, opens: bool, closes: bool) -> str:
    focus = ' tabindex="0"' if opens else ""
    number = f'<sup style="font-size:.65em">{mark.number}</sup>' if closes else ""
    style = f"{MARK}{STYLES[mark.role]}"
    return (
        f'<mark class="{mark.role}" title="{escape(mark.title)}" style="{style}"{focus}>{html}{number}</mark>'
    )


def rows_of(table: "pd.DataFrame") -> list[dict[str, Any]]:
    """The rows of a table, each as column → cell.

    Args:
        table: any table; its index is left out.

    >>> import pandas as pd
    >>> rows_of(pd.DataFrame({"line": ["Read more"], "kind": ["link"]}, index=["a"]))
    [{'line': 'Read more', 'kind': 'link'}]
    """
    return [{str(name): cell for name, cell in row.items()} for row in table.to_dict("records")]


def given(value: Any) -> bool:
    """Whether a cell holds something.

    Args:
        value: a cell; None, NaN, NaT and NA are nothing, an empty text is something.

    >>> given(None), given(float("nan")), given(""), given(0)
    (False, False, True, True)
    """
    import pandas as pd

    return not bool(pd.isna(value))
