"""The articles themselves: which of them, without the lines that are not the article, and whose they are."""

import datetime as dt
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis import period, tables
from analysis.language import DETECTED
from analysis.meant import nearest
from analysis.text import boilerplate
from analysis.text import credits as agency_credits

if TYPE_CHECKING:
    import pandas as pd


def select(
    articles: "pd.DataFrame",
    *,
    outlet: str | Sequence[str] | None = None,
    lang: str | Sequence[str] | None = None,
    since: str | dt.date | None = None,
    until: str | dt.date | None = None,
    timezone: str = "UTC",
) -> "pd.DataFrame":
    """The articles of some outlets, of some languages, of a period; what is not given selects nothing out.

    `"last 7 days"` are those that end with the newest article of the whole table, so that a selection of
    today is the same tomorrow.

    Args:
        articles: needs `article_id` and `text`, and what is selected by: `outlet`, `lang`, `published`.
        outlet: one outlet, or a list of them.
        lang: one language as in the column `lang`, or a list of them.
        since: the first day: `"2025-01-31"`, `"2025-01"`, `"2025"`, a date, or `"last 7 days"`.
        until: the last day, which belongs to it: `"2025-01-31"`, `"2025-01"`, `"2025"` or a date.
        timezone: whose days these are, by its IANA name; the one that read_articles() was given, where days
            without an hour began.

    Returns:
        The rows selected, which may be none. Articles without a date are in no period; one warning says how
        many fell out for that.

    Raises:
        ValueError: for an outlet or a language that no article has, for what is no day, month, year or time
            zone, and where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": "…", "outlet": ["Le Fanal", "Le Phare"]})
    >>> select(articles, outlet="Le Phare")["article_id"].tolist()
    ['b']
    >>> select(articles, outlet="Le Fanale")
    Traceback (most recent call last):
    ...
    ValueError: outlet='Le Fanale' is the outlet of no article; did you mean 'Le Fanal'?
    """
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    chosen = _of(articles, "outlet", outlet, "read_articles()") & _of(articles, "lang", lang, DETECTED)
    if since is None and until is None:
        return articles[chosen]
    zone = period.zone(timezone)
    days = _days(articles, zone)
    within = _within(days, since, until, zone)
    if undated := int(days[chosen].isna().sum()):
        message = f"{undated} of {int(chosen.sum())} articles have no date and are in no period"
        message += f" (days of {timezone}): left out"
        warnings.warn(message, stacklevel=2)
    return articles[chosen & within]


def _of(
    articles: "pd.DataFrame", column: str, asked: str | Sequence[str] | None, maker: str
) -> "pd.Series[bool]":
    """Which articles have one of the names asked for."""
    import pandas as pd

    if asked is None:
        return pd.Series(True, articles.index)
    has = tables.require(articles, "articles", **{column: maker})[column]
    names = [asked] if isinstance(asked, str) else list(asked)
    if not names:
        raise ValueError(f"{column}={asked!r} names none: leave it out, and every {column} is taken")
    known = sorted(has.dropna().unique())
    for name in names if len(articles) else ():
        if name not in known:
            meant = nearest(str(name), known, most=3) if known else f"none has any: {maker} makes it"
            raise ValueError(f"{column}={name!r} is the {column} of no article; {meant}")
    return has.isin(names)


def _days(articles: "pd.DataFrame", zone: dt.tzinfo) -> "pd.Series[pd.Timestamp]":
    """The day of each article in a time zone, without that zone."""
    published = tables.require(articles, "articles", published="read_articles()")["published"]
    days: pd.Series[pd.Timestamp] = published.dt.tz_convert(zone).dt.tz_localize(None).dt.normalize()
    return days


def _within(
    days: "pd.Series[pd.Timestamp]",
    since: str | dt.date | None,
    until: str | dt.date | None,
    zone: dt.tzinfo,
) -> "pd.Series[bool]":
    """Which days lie in the period; a missing day lies in none."""
    import pandas as pd

    newest = None if days.isna().all() else days.max().date()
    first, last = period.read(since, until, newest, zone)
    found = days.notna()
    if first:
        found &= days >= pd.Timestamp(first)
    if last:
        found &= days <= pd.Timestamp(last)
    return found


def clean_text(articles: "pd.DataFrame", *, repeated: "pd.DataFrame | None" = None) -> "pd.DataFrame":
    r"""The articles without the lines that are not the article; the only verb that changes `text`.

    It starts from `raw_text` wherever that is present, so that cleaning twice is cleaning once, and with
    other `repeated` lines starts afresh. Blank lines collapse to one.

    Args:
        articles: needs `article_id` and `text`; and `outlet` when `repeated` is given.
        repeated: what find_repeated_lines() found, in these articles or in others of the same outlets.

    Returns:
        The same rows with `text` cleaned and `raw_text` as it was read. What was removed, and why:
        find_boilerplate(). An article of nothing but such lines keeps its row, with an empty text.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["The bridge is open.\n\n\n\nLeave a Reply"]})
    >>> clean_text(articles)[["text", "raw_text"]].values.tolist()
    [['The bridge is open.', 'The bridge is open.\n\n\n\nLeave a Reply']]
    """
    import pandas as pd

    raws = _raw_texts(articles, repeated)
    cleaned = [raw and boilerplate.remove(raw, boilerplate.find(raw, known)) for _, raw, known in raws]
    made = {"text": cleaned, "raw_text": [raw for _, raw, _ in raws]}
    return articles.assign(**{name: pd.Series(cells, articles.index, "str") for name, cells in made.items()})


def find_boilerplate(articles: "pd.DataFrame", *, repeated: "pd.DataFrame | None" = None) -> "pd.DataFrame":
    r"""The lines of each article that are not the article, as clean_text() removes them.

    Args:
        articles: as for clean_text(); `raw_text` is read instead of `text` where it is present.
        repeated: what find_repeated_lines() found.

    Returns:
        One row per line: where it stands in the raw text, its kind and the rule that found it.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["The bridge is open.\n\n\n\nLeave a Reply"]})
    >>> find_boilerplate(articles)[["start", "line", "kind"]].values.tolist()
    [[23, 'Leave a Reply', 'comments']]
    """
    raws = _raw_texts(articles, repeated)
    found = [(id_, *line) for id_, raw, known in raws for line in boilerplate.find(raw or "", known)]
    return tables.from_rows(boilerplate.Line, found)


def _raw_texts(
    articles: "pd.DataFrame", repeated: "pd.DataFrame | None"
) -> list[tuple[str, str | None, frozenset[str]]]:
    """Each article's id, what was read of it, and the keys of the lines that its outlet repeats."""
    made = {"article_id": "read_articles()", "text": "read_articles()"}
    known = tables.require(articles, "articles", "raw_text", **made)
    given = [known[name] for name in ("raw_text", "text") if name in known]
    raws = given[0].where(given[0].notna(), given[-1])
    texts = [raw if isinstance(raw, str) else None for raw in raws]
    return list(zip(known["article_id"], texts, _repeated_keys(articles, repeated), strict=True))


def _repeated_keys(articles: "pd.DataFrame", repeated: "pd.DataFrame | None") -> list[frozenset[str]]:
    """For each article, the keys of the lines that its outlet repeats."""
    if repeated is None:
        return [frozenset()] * len(articles)
    outlets = tables.require(articles, "articles", outlet="read_articles()")["outlet"]
    made = dict.fromkeys(["outlet", "line"], "find_repeated_lines()")
    lines = tables.require(repeated, "repeated", **made).groupby("outlet")["line"]
    known = {outlet: frozenset(map(boilerplate.key, of_outlet)) for outlet, of_outlet in lines}
    return [known.get(outlet, frozenset()) for outlet in outlets]


def find_credits(articles: "pd.DataFrame") -> "pd.DataFrame":
    """The news agencies credited in each article: in a dateline, a byline, at the tail or in passing.

    Args:
        articles: needs `article_id` and `text`.

    Returns:
        One row per agency and place; two agencies credited together are two rows of one span. `agency` is an
        id of agencies.toml, NA where two agencies bear the name and nothing tells which of them it is.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["LYON, 3 mars (AFP) — Le pont rouvre lundi."]})
    >>> find_credits(articles)[["place", "agency", "city", "date"]].values.tolist()
    [['dateline', 'afp', 'LYON', '3 mars']]
    """
    known = tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    found = [(id_, *credit) for id_, text in tables.readable(known) for credit in agency_credits.find(text)]
    return tables.from_rows(agency_credits.Credit, found)
