"""Chart of sources: who is quoted, and how much nobody is named for."""

from typing import TYPE_CHECKING, Any

from analysis.charts.chart import Chart, finish, nothing, styled
from analysis.charts.compare import shares, tidy
from analysis.charts.groups import FEWEST, Groups, called, grouped, note, rows_of, unsaid
from analysis.sources import UNATTRIBUTED
from analysis.tables import require
from analysis.wording import say

if TYPE_CHECKING:
    import pandas as pd

OTHERS = "(others)"
UNPLACED = {UNATTRIBUTED, OTHERS, "unspecified", ""}
"""What names no source: never said to be the most quoted."""
MOST = 16
"""Sources drawn one by one, so that every type has its row; all others share one row of the data."""


@styled()
def source_shares(
    sources: "pd.DataFrame",
    *,
    of: str = "source_type",
    by: str | None = None,
    min_stories: int = FEWEST,
    locale: str = "en",
) -> Chart:
    """Who speaks: each source's share of the utterances, those without a speaker first.

    What several say together counts for each of them and once in the whole.

    Args:
        sources: what `summarise_sources` gave, with the same `by`.
        of: what a row is: `"source_type"` or `"speaker"`.
        by: the column whose values are compared, a column of bars each.
        min_stories: groups of fewer articles are drawn light and starred.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart with a row a source; its n is the number of utterances.

    Raises:
        ValueError: where a column is missing, naming what makes it.

    >>> import pandas as pd
    >>> sources = pd.DataFrame({"speaker": ["Ada Roy", "Jo Lin", UNATTRIBUTED], "n_utterances": [3, 1, 1]})
    >>> source_shares(sources.assign(articles_analysed=4), of="speaker").title
    '20% of utterances have no identified speaker; most quoted of those we can place: Ada Roy (60%)'
    """
    needed = dict.fromkeys(["speaker", of, "n_utterances", "articles_analysed"], "summarise_sources()")
    needed |= {by: f"summarise_sources(by={by!r})"} if by else {}
    sources = require(sources, "sources", **needed)
    group = by or "corpus"
    known = grouped(sources if by else sources.assign(corpus="all"), group).pipe(_ranked, of)
    whole = _wholes(known, group)
    n = int(whole.sum())
    if not n:
        return nothing(known, locale)
    analysed = known.groupby(group).articles_analysed.max().sort_values(ascending=False, kind="stable")
    groups = Groups(group, analysed, min_stories, locale)
    data = _shares_of(known, groups, whole)
    # A bar of all others together would dwarf every one of them.
    rows = {source: _named(of, source, locale) for source in data.source.unique() if source != OTHERS}
    columns = rows_of(groups) if by else {"all": ""}
    figure, spoken = shares(data.set_index(["source", group]), rows, columns, locale)
    title = _title(data.groupby("source").utterances.sum() / n, of, locale)
    alt = say("source_shares.alt", locale, title=title, values=spoken)
    below = note(groups, n, "utterance") if by else say("note.n", locale, n=n, unit="utterance")
    below += _undrawn(data, n, locale) + unsaid(_left_out(known, group), locale)
    return finish(Chart(figure, data, title, alt, n), below)


def _left_out(sources: "pd.DataFrame", group: str) -> int:
    """How many utterances nobody said."""
    return int(_told(sources, group, "utterances_left_out").sum())


def _undrawn(data: "pd.DataFrame", n: int, locale: str) -> str:
    """How much is not drawn, where there are more sources than rows."""
    others = data.utterances[data.source == OTHERS].sum()
    return " " + say("source_shares.others", locale, share=others / n) if others else ""


def _ranked(sources: "pd.DataFrame", of: str) -> "pd.DataFrame":
    """With a `source` to draw: unattributed, the most quoted downwards, all others; in that order."""
    import pandas as pd

    table = grouped(sources, of)
    label = table[of].mask(table.speaker == UNATTRIBUTED, UNATTRIBUTED)
    ranking = table.n_utterances.groupby(label).sum().sort_values(ascending=False, kind="stable").index
    first = [UNATTRIBUTED, *[name for name in ranking if name != UNATTRIBUTED][:MOST]]
    drawn = pd.Categorical(label.where(label.isin(first), OTHERS), [*first, OTHERS])
    return table.assign(source=drawn).sort_values("source", kind="stable")


def _wholes(sources: "pd.DataFrame", group: str) -> "pd.Series[Any]":
    """The utterances of each group, those said together once, which its unattributed row tells."""
    summed = sources.groupby(group).n_utterances.sum()
    return _told(sources, group, "utterances_counted").reindex(summed.index).fillna(summed).astype(int)


def _told(sources: "pd.DataFrame", group: str, column: str) -> "pd.Series[Any]":
    """A number that every row of a group repeats; each that was summarised has one unattributed row."""
    first = sources[sources.speaker == UNATTRIBUTED]
    return first.assign(**{column: first.get(column)}).groupby(group)[column].sum(min_count=1)


def _shares_of(sources: "pd.DataFrame", groups: Groups, whole: "pd.Series[Any]") -> "pd.DataFrame":
    counts = sources.astype({"source": "str"}).pivot_table(
        index=groups.by, columns="source", values="n_utterances", aggfunc="sum", fill_value=0, sort=False
    )
    order = [str(source) for source in sources.source.cat.categories if source in counts]
    data = tidy(counts, groups, order, "utterances")
    return data.assign(share=data.utterances / data[groups.by].map(whole))


def _named(of: str, source: str, locale: str) -> str:
    return say("source_shares.unattributed", locale) if source == UNATTRIBUTED else called(of, source, locale)


def _title(whole: "pd.Series[Any]", of: str, locale: str) -> str:
    """How much is unattributed, and who is quoted most among those that the text lets us place."""
    title = say("source_shares.title", locale, unattributed=whole.get(UNATTRIBUTED, 0.0))
    placed = {str(source): share for source, share in whole.items() if source not in UNPLACED}
    most = [source for source, share in placed.items() if share == max(placed.values())]
    if len(most) != 1:
        return title
    return title + say("source_shares.top", locale, source=_named(of, most[0], locale), share=placed[most[0]])
