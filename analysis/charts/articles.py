"""Chart of the articles: how many were read, and how many of them were analysed."""

from typing import TYPE_CHECKING, Any

from analysis.charts import draw
from analysis.charts.chart import Chart, finish, nothing, styled
from analysis.charts.compare import listed
from analysis.tables import require
from analysis.wording import name, number, say, strings

if TYPE_CHECKING:
    import pandas as pd


@styled()
def corpus_flow(flow: "pd.DataFrame", *, locale: str = "en") -> Chart:
    r"""How many records were read, and how many articles were left after each step up to the analysis.

    Args:
        flow: a row a step, in order: `step` (read, readable, cleaned, selected, analysed) and `articles`.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart with a bar a step; its n is the number of records read.

    Raises:
        ValueError: for a step that has no name, naming those that have.

    >>> import pandas as pd
    >>> flow = pd.DataFrame({"step": ["read", "readable", "analysed"], "articles": [30, 26, 24]})
    >>> corpus_flow(flow).title.replace("\xa0", " ")
    '24 of 30 records were analysed; 4 could not be read'
    """
    flow = require(flow, "flow", step="you: a row a step", articles="you: a count a step")
    if flow.empty:
        return nothing(flow, locale)
    unknown = set(flow.step) - set(strings(locale)["steps"])
    if unknown:
        raise ValueError(
            f"flow.step has {sorted(unknown)}; the steps are {', '.join(strings(locale)['steps'])}"
        )
    left = flow.set_index("step").articles
    rows = [name("steps", step, locale) for step in flow.step]
    shown = [number(count, locale) for count in flow.articles]
    bars = left.set_axis(rows).to_frame("")
    figure = draw.bars(bars, bars.assign(**{"": shown}), bars < 0)
    title, read = _flow_title(left, locale), int(left.iloc[0])
    spoken = listed(zip(rows, shown, strict=True), locale)
    alt = say("corpus_flow.alt", locale, title=title, values=spoken)
    return finish(Chart(figure, flow, title, alt, read), say("note.n", locale, n=read, unit="record"))


def _flow_title(left: "pd.Series[Any]", locale: str) -> str:
    read, analysed = int(left.iloc[0]), int(left.iloc[-1])
    unread = read - int(left.get("readable", read))
    title = say("corpus_flow.title", locale, read=read, analysed=analysed)
    return title + (say("corpus_flow.unread", locale, unread=unread) if unread else "")
