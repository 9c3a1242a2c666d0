"""The three drawings every chart is made of: bars in a table, dots along a scale, counts over time.

What they are given is already written in the reader's language. What is drawn light is a group too small to
compare.
"""

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, ROW, MARGIN = 8.0, 0.34, 1.4
"""Inches: of a figure, of a row of bars, of the title and the note together."""
PALE = 0.4
"""Opacity of what is drawn light."""


class Group(NamedTuple):
    """One row of dots.

    Fields:
        name: what stands beside the row.
        values: where the dots stand, in the panel's unit.
        middle: what stands beside the median's mark.
        light: whether the group is drawn light.
    """

    name: str
    values: "np.ndarray[Any, Any]"
    middle: str
    light: bool


class Panel(NamedTuple):
    """Rows of dots that share one scale.

    Fields:
        title: what stands above.
        groups: its rows, from above.
        usual: the two ends of the usual range, a band behind the rows.
        scale: what the scale measures.
    """

    title: str
    groups: Sequence[Group]
    usual: tuple[float, float]
    scale: str


def bars(values: "pd.DataFrame", labels: "pd.DataFrame", light: "pd.DataFrame") -> "Figure":
    """A table of bars, each labelled with its value.

    Every category has its own column and zero line, so that none is told by its colour alone.

    Args:
        values: lengths, a row a group and a column a category.
        labels: what stands at the end of each bar; same shape.
        light: True where the bar is drawn light; same shape.

    >>> import pandas as pd
    >>> values = pd.DataFrame({"direct": [0.4, 0.2], "mixed": [0.1, 0.3]}, index=["Le Fanal", "Le Phare"])
    >>> figure = bars(values, values.map("{:.0%}".format), values < 0)
    >>> [[label.get_text() for label in column.texts] for column in figure.axes]
    [['40%', '20%'], ['10%', '30%']]
    """
    figure = _figure(ROW * len(values))
    columns = figure.subplots(1, values.shape[1], sharey=True, squeeze=False)[0]
    # The room to the right of the longest bar is for its label, which is wide in a narrow column.
    longest = (float(values.to_numpy().max()) or 1.0) * (1 + 0.13 * len(columns))
    for place, (axes, title) in enumerate(zip(columns, values.columns, strict=True)):
        drawn = axes.barh(range(len(values)), values.iloc[:, place], color=f"C{place % 7}", height=0.7)
        _lighten(drawn, light.iloc[:, place])
        axes.bar_label(drawn, labels.iloc[:, place], padding=3, fontsize=9)
        axes.set_title(textwrap.fill(title, 80 // len(columns), break_long_words=False), fontsize=8)
        _bare(axes, longest)
    _name_rows(columns[0], list(values.index))
    return figure


def dots(panels: Sequence[Panel]) -> "Figure":
    """Rows of dots: every value is there, with the middle half as a bar and the median as a labelled mark.

    >>> import numpy as np
    >>> group = Group("Le Fanal (3)", np.array([4, 7, 30]), "7", light=True)
    >>> axes = dots([Panel("French", [group], (5, 25), "words")]).axes[0]
    >>> axes.collections[0].get_offsets()[:, 0].tolist(), axes.texts[0].get_text()
    ([4.0, 7.0, 30.0], '7')
    """
    rows = [len(panel.groups) + 1.6 for panel in panels]
    figure = _figure(1.25 * ROW * sum(rows))
    stacked = figure.subplots(len(panels), 1, squeeze=False, height_ratios=rows)[:, 0]
    for axes, panel in zip(stacked, panels, strict=True):
        axes.axvspan(*panel.usual, color="#eeeeee", zorder=0)
        for row, group in enumerate(panel.groups):
            _row_of_dots(axes, row, group)
        _name_rows(axes, [group.name for group in panel.groups])
        axes.set(title=panel.title, xlabel=panel.scale)
    return figure


def counts(table: "pd.DataFrame", ticks: Sequence[tuple[int, str]]) -> "Figure":
    """Counts over time: a strip of columns for each category, all strips on one scale.

    Args:
        table: counts, a row a period in order and a column a category.
        ticks: which periods are named below, and how: the place of the row, from 0, and its label.

    >>> import pandas as pd
    >>> figure = counts(pd.DataFrame({"French": [2, 0], "English": [1, 5]}), [(0, "2 Mar")])
    >>> {strip.get_ylabel(): [label.get_text() for label in strip.texts] for strip in figure.axes}
    {'French': ['2', ''], 'English': ['1', '5']}
    """
    figure = _figure(2 * ROW * table.shape[1])
    strips = figure.subplots(table.shape[1], 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    for number, (axes, category) in enumerate(zip(strips, table.columns, strict=True)):
        drawn = axes.bar(range(len(table)), table[category], color=f"C{number % 7}", width=0.8)
        axes.bar_label(drawn, [str(count) if count else "" for count in table[category]], fontsize=8)
        axes.set_ylabel(category, rotation=0, ha="right", va="center", fontsize=10)
        axes.set(yticks=[], ylim=(0, 1.35 * int(table.to_numpy().max())))
    strips[-1].set_xticks([place for place, _ in ticks], [label for _, label in ticks])
    return figure


def _figure(height: float) -> "Figure":
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, MARGIN + height))


def _lighten(drawn: Any, light: "pd.Series[bool]") -> None:
    for bar, faint in zip(drawn, light, strict=True):
        if faint:
            bar.set(alpha=PALE, hatch="////", edgecolor="white")


def _bare(axes: "Axes", longest: float) -> None:
    axes.set(xlim=(0, longest), xticks=[])
    axes.spines["bottom"].set_visible(False)
    axes.axvline(0, color="#999999", linewidth=0.8)


def _row_of_dots(axes: "Axes", row: int, group: Group) -> None:
    import numpy as np

    strength = PALE if group.light else 1.0
    # Multiples of the golden ratio spread the dots evenly over the row, the same way on every run.
    heights = row + 0.5 * (np.arange(len(group.values)) * 0.618 % 1 - 0.5)
    axes.scatter(np.sort(group.values), heights, s=12, color="C0", alpha=0.5 * strength, linewidth=0)
    low, middle, high = np.percentile(group.values, [25, 50, 75])
    axes.hlines(row, low, high, color="C1", linewidth=3, alpha=strength)
    axes.plot(middle, row, marker="|", markersize=16, markeredgewidth=2.5, color="black", alpha=strength)
    axes.annotate(group.middle, (middle, row - 0.32), ha="center", va="bottom", fontsize=9, fontweight="bold")


def _name_rows(axes: "Axes", names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [textwrap.shorten(name, 48, placeholder="…") for name in names])
    axes.set_ylim(len(names) - 0.4, -0.7)
