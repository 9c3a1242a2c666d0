"""One article on a page: its head, its text with the marks, who says what, and what was removed."""

from html import escape
from typing import TYPE_CHECKING, Any

from analysis.display.difficulty import marks_of_sentences
from analysis.display.fragment import PLAIN, Marked
from analysis.display.marking import LEVELS, MARK, MARKS, Mark, given, marked_text, marks_of, rows_of
from analysis.tables import require
from analysis.wording import day, name, say

if TYPE_CHECKING:
    import pandas as pd

PAGE = (
    "max-width:42rem;padding:.8rem 1rem;background:#fff;color:#111;border:1px solid #ccc;"
    "line-height:1.7;overflow-wrap:anywhere"
)
QUOTED = ("article_id", "start", "end", "quote", "kind", "utterance")
TOLD = (
    "cue",
    "cue_start",
    "cue_end",
    "source",
    "source_start",
    "source_end",
    "speaker",
    "source_type",
    "stance",
)
HEADED = ("title", "outlet", "author", "published", "lang", "problem")
"""Columns that are shown where they are there: of quotations, of their article."""
REMOVED = ("article_id", "line", "kind", "rule")
"""Columns without which there is nothing to show: of quotations, of lines removed. Others may be missing."""
SMALL = "color:#444;font-size:.85em"


def show(
    articles: "pd.DataFrame",
    quotes: "pd.DataFrame",
    article_id: str,
    *,
    boilerplate: "pd.DataFrame | None" = None,
    difficulty: bool = False,
    locale: str = "en",
) -> Marked:
    """An article with its quotations marked: each with its cue and its source, tied together by a number.

    Nothing in the article can act: its markup stays text, and its dollars are no mathematics.

    Args:
        articles: the table the quotations were found in.
        quotes: what `find_quotes` gave for it.
        article_id: which article.
        boilerplate: what `find_boilerplate` gave; the lines removed from this article then stand below it.
        difficulty: mark each sentence by its LIX, from easy to hard, instead of the quotations.
        locale: `"en"` or `"fr"`: of the labels, not of the article.

    Returns:
        A Marked, which a notebook shows; its `html` is the fragment.

    Raises:
        ValueError: for an article that is not there or has no text, for a table that lacks a column, and
            where a quotation is not the slice of its article that its offsets say: the two tables then do not
            belong together.

    >>> import pandas as pd
    >>> from analysis.tables import Article, from_rows
    >>> from analysis.text.quotes import Quote
    >>> articles = from_rows(Article, [Article("a", "a.txt", text="“Yes,” said Ada <b>Roy</b>.")])
    >>> quotes = from_rows(Quote, [("a", *Quote(1, 5, "Yes,", "direct", 1, 1, "said", 7, 11))])
    >>> "Ada &lt;b&gt;Roy&lt;/b&gt;." in show(articles, quotes, "a").html
    True
    """
    article = _chosen(articles, article_id)
    quotes = require(quotes, "quotes", *TOLD, **dict.fromkeys(QUOTED, "find_quotes()"))
    if boilerplate is not None:
        boilerplate = require(boilerplate, "boilerplate", **dict.fromkeys(REMOVED, "find_boilerplate()"))
    own = quotes[quotes.article_id == article_id].sort_values("start")
    _require_slices(article.text, own)
    parts = [
        _head(article, locale),
        *(_by_difficulty(article, locale) if difficulty else _by_quotation(article, own, locale)),
        _removed(boilerplate, article_id, locale),
    ]
    return Marked(f'<article class="{PLAIN}" style="{PAGE}">{"".join(parts)}</article>')


def _by_quotation(article: Any, quotes: "pd.DataFrame", locale: str) -> list[str]:
    body = _body(article, marks_of(quotes, locale))
    return [_legend(MARKS, "show.legend", locale), body, _listing(quotes, locale)]


def _by_difficulty(article: Any, locale: str) -> list[str]:
    return [_legend(LEVELS, "show.lix", locale), _body(article, marks_of_sentences(article, locale))]


def _chosen(articles: "pd.DataFrame", article_id: str) -> Any:
    made = {"article_id": "read_articles()", "text": "read_articles()"}
    articles = require(articles, "articles", *HEADED, **made)
    found = articles[articles.article_id == article_id]
    if found.empty:
        some = ", such as " * (len(articles) > 0) + ", ".join(map(repr, articles.article_id.head(3)))
        raise ValueError(f"article_id={article_id!r} is not among the {len(articles)} articles{some}")
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


def _body(article: Any, marks: list[Mark]) -> str:
    lang = article.get("lang")
    told = escape(lang) if given(lang) else "und"
    return (
        f'<div style="white-space:pre-wrap" dir="auto" lang="{told}">{marked_text(article.text, marks)}</div>'
    )


def _head(article: Any, locale: str) -> str:
    title, style = article.get("title"), "font-weight:bold;font-size:1.15em;margin:0"
    heading = f'<p style="{style}" dir="auto">{escape(title)}</p>' if given(title) else ""
    return f'{heading}<p style="{SMALL};margin:0">{escape(" · ".join(_facts(article, locale)))}</p>'


def _facts(article: Any, locale: str) -> list[str]:
    published, lang = article.get("published"), article.get("lang")
    return [
        *(article[known] for known in ("outlet", "author") if given(article.get(known))),
        *([day(published, locale)] if given(published) else []),
        *([name("language_names", lang, locale)] if given(lang) else []),
    ]


def _legend(styles: dict[str, str], key: str, locale: str) -> str:
    keys = (
        f'<span style="{MARK}{style}">{say(f"show.{role}", locale)}</span>' for role, style in styles.items()
    )
    return f'<p style="{SMALL}">{" ".join(keys)} {say(key, locale)}</p>'


def _listing(quotes: "pd.DataFrame", locale: str) -> str:
    """Who says what by which word, an utterance a line: what the marks mean without seeing them."""
    lines = [_line(row, locale) for row in rows_of(quotes.drop_duplicates("utterance"))]
    items = "".join(lines) or _item(say("show.none", locale))
    return f'<ul style="{SMALL};list-style:none;padding:0;margin:1em 0 0">{items}</ul>'


def _line(row: dict[str, Any], locale: str) -> str:
    told = [row[key] for key in ("speaker", "source") if given(row.get(key))]
    speaker = told[0] if told else say("show.nobody", locale)
    parts = [
        str(row["utterance"]),
        speaker + _in_brackets("source_types", row.get("source_type"), locale),
        *([row["cue"] + _in_brackets("stances", row.get("stance"), locale)] if given(row.get("cue")) else []),
        name("kinds", row["kind"], locale),
    ]
    return _item(" · ".join(parts))


def _in_brackets(group: str, code: Any, locale: str) -> str:
    return f" ({name(group, code, locale)})" if given(code) else ""


def _removed(boilerplate: "pd.DataFrame | None", article_id: str, locale: str) -> str:
    if boilerplate is None:
        return ""
    own = boilerplate[boilerplate.article_id == article_id]
    lines = (
        f"<del>{escape(row['line'])}</del> {escape(row['kind'])} ({escape(row['rule'])})"
        for row in rows_of(own)
    )
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<p style="{SMALL}">{say("show.removed", locale, n=len(own))}</p><ul style="{SMALL}">{items}</ul>'


def _item(text: str) -> str:
    return f"<li>{escape(text)}</li>"
