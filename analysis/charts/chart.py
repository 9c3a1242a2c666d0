"""A chart: a figure that knows its data, its title, its alt text and the n it rests on."""

import base64
import io
import textwrap
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.charts import fonts
from analysis.wording import say

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

STYLE = Path(__file__).parents[1] / "style.mplstyle"
LINE = 76
"""Characters of a title that fit on one line of the figure."""


class Chart(NamedTuple):
    """What a chart verb gives.

    Fields:
        figure: a matplotlib Figure, no pyplot behind it.
        data: every number drawn, tidy: a row a bar or a dot, codes and not their translations.
        title: the finding, computed from the data.
        alt: what the chart shows, for those who do not see it.
        n: how many units of `data` the chart rests on.
    """

    figure: "Figure"
    data: "pd.DataFrame"
    title: str
    alt: str
    n: int

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        # JupyterLab and nbconvert drop the alt text of an image/png output; inside HTML it survives in both.
        picture = base64.b64encode(render(self, "png", dpi=144)).decode()
        width = round(self.figure.get_figwidth() * 100)
        image = f'<img alt="{escape(self.alt)}" width="{width}" src="data:image/png;base64,{picture}"'
        html = f'<figure style="margin:0">{image} style="max-width:100%;height:auto"></figure>'
        return {"text/html": html, "text/plain": self.alt}


@contextmanager
def styled() -> Iterator[None]:
    """The house style, whatever matplotlib was set to; the analyst's own fonts stay as a fallback.

    >>> import matplotlib as mpl
    >>> with styled():  # a dollar in a headline is money
    ...     mpl.rcParams["text.parse_math"], mpl.rcParams["axes.spines.top"]
    (False, False)
    """
    import matplotlib as mpl
    import matplotlib.style

    fonts = ["DejaVu Sans", *mpl.rcParams["font.family"]]
    with matplotlib.style.context(["default", str(STYLE)]), mpl.rc_context({"font.family": fonts}):
        yield


def finish(chart: Chart, note: str) -> Chart:
    """The chart with its title set above the figure and the note below it.

    Args:
        chart: drawn, its title as computed, which may begin with a small letter.
        note: what stands below, in the reader's language: n, and what the marks mean.

    Returns:
        The chart, laid out; its title begins with a capital, the rows of its data are counted from 0.

    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> drawn = Chart(Figure(), pd.DataFrame({"n": [3]}, index=["fr"]), "half of $4 is $2", "", 3)
    >>> done = finish(drawn, "n = 3 articles.")
    >>> done.title, done.figure.get_suptitle(), list(done.data.index)
    ('Half of $4 is $2', 'Half of $4 is $2', [0])
    """
    title = chart.title[:1].upper() + chart.title[1:]
    chart.figure.suptitle(textwrap.fill(title, LINE), x=0.01, ha="left")
    chart.figure.supxlabel(textwrap.fill(note, LINE + 44), x=0.01, ha="left", color="#444444")
    if lacking := _settle(chart.figure):
        warnings.warn(fonts.told(lacking), stacklevel=4)  # of who called the verb, itself inside styled()
    return chart._replace(title=title, data=chart.data.reset_index(drop=True))


def _settle(figure: "Figure") -> str:
    """Lay the figure out once: later drawings take a third of the time, and place everything alike.

    Returns:
        The letters that no font here has.
    """
    with _boxes():
        figure.draw_without_rendering()
        lacking = fonts.fit(figure)
        figure.draw_without_rendering()  # letters of another font may be wider
    figure.set_layout_engine("none")
    return lacking


@contextmanager
def _boxes() -> Iterator[None]:
    """Boxes stand for letters that no font has; finish() has told of them."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def nothing(data: "pd.DataFrame", locale: str) -> Chart:
    """The chart of a table without a row: it says so, and is no error, for a filter may leave nothing.

    >>> import pandas as pd
    >>> nothing(pd.DataFrame({"lang": []}), "en").title
    'Nothing to show: no row is left'
    """
    from matplotlib.figure import Figure

    title = say("nothing", locale)
    return finish(
        Chart(Figure(figsize=(8, 1)), data, title, title, 0), say("note.n", locale, n=0, unit="row")
    )


def render(chart: Chart, kind: str, **options: Any) -> bytes:
    """The bytes of a chart as png, svg or pdf, the same on every run.

    Args:
        kind: `"png"`, `"svg"` or `"pdf"`.
        options: of matplotlib's `savefig`.

    >>> import pandas as pd
    >>> chart = nothing(pd.DataFrame({"lang": []}), "en")
    >>> render(chart, "svg") == render(chart, "svg")
    True
    """
    # Nothing of the day, the hour or the software: a file changes only when its chart does.
    blank = {
        "png": {"Software": None, "Title": chart.title, "Description": chart.alt},
        "svg": {"Date": None, "Creator": None, "Title": chart.title, "Description": chart.alt},
        "pdf": {
            "CreationDate": None,
            "Creator": None,
            "Producer": None,
            "Title": chart.title,
            "Subject": chart.alt,
        },
    }
    buffer = io.BytesIO()
    with styled(), _boxes():
        chart.figure.savefig(buffer, format=kind, metadata=blank[kind], **options)
    return buffer.getvalue()
