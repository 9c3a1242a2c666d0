"""An article with its quotations, their cues and their sources marked, as safe HTML."""

from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.tables import require
from analysis.wording import day, name, say

if TYPE_CHECKING:
    import pandas as pd

# Three tints of Okabe and Ito and three lines: none is told by its colour alone, on screen or on paper.
MARKS = {
    "quotation": "background:#cfe8f7;text-decoration:underline solid 2px",
    "cue": "background:#d6efe4;text-decoration:underline dotted 2px",
    "source": "background:#fde3c4;text-decoration:underline double 2px",
}
SPANS = {
    "quotation": ("start", "end"),
    "cue": ("cue_start", "cue_end"),
    "source": ("source_start", "source_end"),
}
"""Columns of the quotes table that say where each mark begins and ends."""
MARK = "color:#111;padding:1px 2px;border-radius:2px;text-underline-offset:3px;print-color-adjust:exact;"
PAGE = (
    "max-width:42rem;padding:.8rem 1rem;background:#fff;color:#111;border:1px solid #ccc;"
    "line-height:1.7;overflow-wrap:anywhere"
)
PLAIN = "tex2jax_ignore mathjax_ignore"
"""Classes that keep a page's dollars from being typeset as mathematics."""
SMALL = "color:#444;font-size:.85em"


class Marked(NamedTuple):
    """HTML that shows itself in a notebook.

    Args:
        html: a fragment to put into a page; everything in it that we did not write is escaped.
    """

    html: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.html}


class Mark(NamedTuple):
    """A stretch of the text to mark.

    Args:
        start: code point where it begins.
        end: code point after it.
        role: quotation, cue or source.
        utterance: the number that ties the three together.
        title: what is known of it.
    """

    start: int
    end: int
    role: str
    utterance: int
    title: str


def show(
    articles: "pd.DataFrame",
    quotes: "pd.DataFrame",
    article_id: str,
    *,
    boilerplate: "pd.DataFrame | None" = None,
    locale: str = "en",
) -> Marked:
    """An article with its quotations marked: each with its cue and its source, tied together by a number.

    Nothing in the article can act: its markup stays text, and its dollars are no mathematics.

    Args:
        articles: the table the quotations were found in.
        quotes: what `find_quotes` gave for it.
        article_id: which article.
        boilerplate: what `find_boilerplate` gave; the lines removed from this article then stand below it.
        locale: `"en"` or `"fr"`: of the labels, not of the article.

    Returns:
        A Marked, which a notebook shows; its `html` is the fragment.

    Raises:
        ValueError: for an article that is not there or has no text, and where a quotation is not the slice of
            its article that its offsets say: the two tables then do not belong together.

    >>> import pandas as pd
    >>> from analysis.tables import Article, from_rows
    >>> from analysis.text.quotes import Quote
    >>> articles = from_rows(Article, [Article("a", "a.txt", text="“Yes,” said Ada <b>Roy</b>.")])
    >>> quotes = from_rows(Quote, [("a", *Quote(1, 5, "Yes,", "direct", 1, 1, "said", 7, 11))])
    >>> "Ada &lt;b&gt;Roy&lt;/b&gt;." in show(articles, quotes, "a").html
    True
    """
    article = _chosen(articles, article_id)
    require(
        quotes,
        "quotes",
        article_id="find_quotes()",
        start="find_quotes()",
        end="find_quotes()",
        quote="find_quotes()",
    )
    own = quotes[quotes.article_id == article_id].sort_values("start")
    _require_slices(article.text, own)
    parts = [
        _head(article, locale),
        _legend(locale),
        _body(article, _marks(own, locale)),
        _listing(own, locale),
        _removed(boilerplate, article_id, locale),
    ]
    return Marked(f'<article class="{PLAIN}" style="{PAGE}">{"".join(parts)}</article>')


def answer(key: str, locale: str, **values: object) -> Marked:
    """A sentence of a locale's file filled in with what was computed, as the answer of its notebook.

    Args:
        key: the sentence's place in the file, `"answers.sources"`.
        locale: `"en"` or `"fr"`.
        values: what it says, under the names it uses.

    >>> answer("answers.none", "en").html
    '<p class="tex2jax_ignore mathjax_ignore" style="font-size:1.2em;...">No article is left.</p>'
    """
    said = escape(say(key, locale, **values))
    return Marked(f'<p class="{PLAIN}" style="font-size:1.2em;font-weight:bold">{said}</p>')


def _chosen(articles: "pd.DataFrame", article_id: str) -> Any:
    require(articles, "articles", article_id="read_articles()", text="read_articles()")
    found = articles[articles.article_id == article_id]
    if found.empty:
        some = ", ".join(map(repr, articles.article_id.head(3)))
        raise ValueError(
            f"article_id={article_id!r} is not among the {len(articles)} articles, such as {some}"
        )
    article = found.iloc[0]
    if not isinstance(article.text, str):
        raise ValueError(f"article_id={article_id!r} has no text: {article.get('problem')}")
    return article


def _require_slices(text: str, quotes: "pd.DataFrame") -> None:
    for start, end, quote in zip(quotes["start"], quotes["end"], quotes["quote"], strict=True):
        if text[start:end] != quote:
            raise ValueError(
                f"the quotation {quote!r} is not what its article has at {start}:{end}: hand in the articles "
                "that find_quotes() was given, not cleaned or changed since"
            )


def _marks(quotes: "pd.DataFrame", locale: str) -> list[Mark]:
    """The marks of every row; a cue or source that rows of one utterance share is marked once."""
    every = {
        (row[start], row[end], role): Mark(
            row[start], row[end], role, row["utterance"], _title(role, row, locale)
        )
        for row in _rows(quotes)
        for role, (start, end) in SPANS.items()
        if _given(row.get(start)) and _given(row.get(end))
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
    return f"{label}: {name(group, value, locale)}" if _given(value) else label


def _body(article: Any, marks: list[Mark]) -> str:
    lang = article.get("lang")
    told = escape(lang) if _given(lang) else "und"
    return f'<div style="white-space:pre-wrap" dir="auto" lang="{told}">{_marked(article.text, marks)}</div>'


def _marked(text: str, marks: list[Mark]) -> str:
    """The text, cut wherever a mark begins or ends; each piece in its marks, the longest outermost."""
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    by_length = sorted(marks, key=lambda mark: mark.end - mark.start)
    return "".join(_piece(text, start, end, by_length) for start, end in pairwise(cuts))


def _piece(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    html = escape(text[start:end])
    for mark in marks:
        if mark.start <= start and end <= mark.end:
            html = _wrap(html, mark, opens=mark.start == start, closes=mark.end == end)
    return html


def _wrap(html: str, mark: Mark, *, opens: bool, closes: bool) -> str:
    focus = ' tabindex="0"' if opens else ""
    number = f'<sup style="font-size:.65em">{mark.utterance}</sup>' if closes else ""
    style = f"{MARK}{MARKS[mark.role]}"
    return (
        f'<mark class="{mark.role}" title="{escape(mark.title)}" style="{style}"{focus}>{html}{number}</mark>'
    )


def _head(article: Any, locale: str) -> str:
    title = article.get("title")
    facts = [article.get("outlet"), article.get("author"), article.get("published"), article.get("lang")]
    shown = [fact if isinstance(fact, str) else day(fact, locale) for fact in facts if _given(fact)]
    heading = (
        f'<p style="font-weight:bold;font-size:1.15em;margin:0" dir="auto">{escape(title)}</p>'
        if _given(title)
        else ""
    )
    return f'{heading}<p style="{SMALL};margin:0">{escape(" · ".join(shown))}</p>'


def _legend(locale: str) -> str:
    keys = (
        f'<span style="{MARK}{style}">{say(f"show.{role}", locale)}</span>' for role, style in MARKS.items()
    )
    return f'<p style="{SMALL}">{" ".join(keys)} {say("show.legend", locale)}</p>'


def _listing(quotes: "pd.DataFrame", locale: str) -> str:
    """Who says what by which word, an utterance a line: what the marks mean without seeing them."""
    lines = [_line(row, locale) for row in _rows(quotes.drop_duplicates("utterance"))]
    items = "".join(lines) or _item(say("show.none", locale))
    return f'<ul style="{SMALL};list-style:none;padding:0;margin:1em 0 0">{items}</ul>'


def _line(row: dict[str, Any], locale: str) -> str:
    speaker = next(
        (row[key] for key in ("speaker", "source") if _given(row.get(key))), say("show.nobody", locale)
    )
    cue = f" · {row['cue']}" if _given(row.get("cue")) else ""
    stance = f" ({name('stances', row['stance'], locale)})" if _given(row.get("stance")) else ""
    return _item(f"{row['utterance']} · {speaker}{cue}{stance} · {name('kinds', row['kind'], locale)}")


def _removed(boilerplate: "pd.DataFrame | None", article_id: str, locale: str) -> str:
    if boilerplate is None:
        return ""
    own = boilerplate[boilerplate.article_id == article_id]
    lines = (
        f"<del>{escape(row['line'])}</del> {escape(row['kind'])} ({escape(row['rule'])})"
        for row in _rows(own)
    )
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<p style="{SMALL}">{say("show.removed", locale, n=len(own))}</p><ul style="{SMALL}">{items}</ul>'


def _item(text: str) -> str:
    return f"<li>{escape(text)}</li>"


def _rows(table: "pd.DataFrame") -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in table.to_dict("records")]


def _given(value: Any) -> bool:
    import pandas as pd

    return not bool(pd.isna(value))
