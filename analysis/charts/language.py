"""Chart of languages: in which the articles are written, over time."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from analysis import period
from analysis.charts import draw
from analysis.charts.chart import Chart, finish, nothing, styled
from analysis.charts.groups import called, grouped, groups_of
from analysis.tables import require
from analysis.wording import day, percent, say

if TYPE_CHECKING:
    import pandas as pd


@styled()
def languages_by_week(articles: "pd.DataFrame", *, timezone: str = "UTC", locale: str = "en") -> Chart:
    r"""In which languages the articles are written, week by week.

    Args:
        articles: with `article_id`, `lang` and `published`.
        timezone: whose days make the weeks, by its IANA name; the note says which.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart with a strip a language and a column a week; its n is the number of articles. Articles without
        a date stand in a column of their own.

    >>> import pandas as pd
    >>> from analysis.tables import Article, from_rows
    >>> day = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    >>> rows = [Article(f"a{n}", "", published=day, lang=lang) for n, lang in enumerate(["fr", "fr", "en"])]
    >>> languages_by_week(from_rows(Article, rows)).title.replace("\xa0", " ")
    '3 articles in 2 languages: French 67%, English 33%'
    """
    import pandas as pd

    articles = require(
        articles,
        "articles",
        article_id="read_articles()",
        lang="detect_language()",
        published="read_articles()",
    )
    if articles.empty:
        return nothing(articles, locale)
    periods = _periods(articles.published, period.zone(timezone))
    table = _counted(grouped(articles, "lang").assign(since=periods))
    names = [called("lang", code, locale) for code in table]
    ticks = _ticks(pd.PeriodIndex(table.index), locale)
    figure = draw.counts(table.set_axis(names, axis=1), ticks)
    n = len(articles)
    shown = (f"{name} {percent(size / n, locale)}" for name, size in zip(names, table.sum(), strict=True))
    title = say("languages_by_week.title", locale, n=n, languages=len(names), shares=", ".join(shown))
    alt = say("languages_by_week.alt", locale, title=title, first=ticks[0][1])
    note = say("languages_by_week.note", locale, n=n, undated=int(articles.published.isna().sum()))
    width = "weeks" if pd.PeriodIndex(table.index).freqstr.startswith("W") else "months"
    note += " " + say(f"languages_by_week.{width}", locale, timezone=timezone)
    return finish(Chart(figure, _tidy(table), title, alt, n), note)


def _counted(articles: "pd.DataFrame") -> "pd.DataFrame":
    """Articles of each period and language, the language with most articles first."""
    import pandas as pd

    counts = articles.groupby(["since", "lang"], dropna=False).size()
    table = counts.unstack(fill_value=0)  # noqa: PD010 (a pivot would drop the articles without a date)
    order = groups_of(articles, "lang", 0, "en").sizes.index
    return table.reindex(index=_in_between(pd.PeriodIndex(table.index)), columns=order, fill_value=0)


def _periods(published: "pd.Series[Any]", zone: dt.tzinfo) -> Any:
    days = published.dt.tz_convert(zone).dt.tz_localize(None)
    # More than half a year of weeks is too fine a comb to read.
    return days.dt.to_period("W" if days.max() - days.min() <= dt.timedelta(weeks=30) else "M")


def _in_between(periods: "pd.PeriodIndex") -> "pd.PeriodIndex":
    """Every period from the first to the last, the empty ones too; the undated stay last."""
    import pandas as pd

    dated = periods.dropna()
    if dated.empty:
        return periods
    every = pd.period_range(dated.min(), dated.max())
    return pd.PeriodIndex(every.append(periods[periods.isna()]))


def _ticks(periods: "pd.PeriodIndex", locale: str) -> list[tuple[int, str]]:
    """Eight dates at most, and always the place of the undated, which is the last."""
    starts = periods.dropna().start_time
    every = [(place, day(start, locale, "short_date")) for place, start in enumerate(starts)]
    dated = every[:: -(-len(starts) // 8) or 1]
    if len(starts) == len(periods):
        return dated
    # The place of the undated comes next to the last date, whose name would run into its own.
    return [tick for tick in dated if tick[0] < len(starts) - 1] + [(len(starts), say("undated", locale))]


def _tidy(table: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd

    starts = table.set_axis(pd.PeriodIndex(table.index).to_timestamp().strftime("%Y-%m-%d")).rename_axis(
        "since"
    )
    return starts.reset_index().melt("since", var_name="lang", value_name="articles")
