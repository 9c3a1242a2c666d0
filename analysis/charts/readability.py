"""Chart of readability: every article on the scale of its own language."""

import math
from typing import TYPE_CHECKING

from analysis.charts import draw
from analysis.charts.chart import Chart, finish, nothing, styled
from analysis.charts.compare import contrast, dotted, medians, usual
from analysis.charts.groups import FEWEST, Groups, called, grouped, groups_of, note
from analysis.tables import require
from analysis.wording import name, say

if TYPE_CHECKING:
    import pandas as pd

HARDER = {"lix", "rix", "words_per_sentence"}
"""Measures that grow with difficulty; all others grow with ease."""


@styled()
def readability_scores(
    scores: "pd.DataFrame",
    *,
    by: str = "outlet",
    measure: str = "flesch",
    min_stories: int = FEWEST,
    locale: str = "en",
) -> Chart:
    r"""How hard the articles, or their parts, are to read: a dot a text, a panel a language.

    Formulas of two languages share no scale, so that no panel is compared with another. The grey band is the
    usual range of its panel: where the middle eight tenths of its articles lie.

    Args:
        scores: what `score_readability` gave, with `article_id`, `lang`, `measure` and the column `by`.
            Texts without a score are counted below the chart and not drawn.
        min_stories: groups of fewer articles are drawn light and starred.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart; its n is the number of texts with a score.

    Raises:
        ValueError: for several rows of one article in one group, and where a column is missing.

    >>> import pandas as pd
    >>> scores = pd.DataFrame({"article_id": ["a", "b", "c"], "lang": "fr", "flesch": [40.0, 50.0, 70.0]})
    >>> scores["outlet"] = ["Le Fanal", "Le Fanal", "Le Phare"]
    >>> readability_scores(scores, min_stories=1).title.replace("\xa0", " ")
    'French: half of 3 texts score below 50; easiest in Le Phare (70), hardest in Le Fanal (45)'
    """
    scores = require(
        scores,
        "scores",
        article_id="score_readability()",
        lang="detect_language()",
        **{measure: "you", by: "you"},
    )
    if scores.duplicated(["article_id", by]).any():
        raise ValueError(
            f"scores has several rows an article in {by!r}: choose a part, scores[scores.part == 'whole']"
        )
    finite = scores[measure].notna() & ~scores[measure].isin([math.inf, -math.inf])
    known = grouped(grouped(scores[finite], by), "lang")
    if known.empty:
        return nothing(known, locale)
    parts = {lang: known[known.lang == lang] for lang in groups_of(known, "lang", 0, locale).sizes.index}
    panels = [_panel(part, measure, groups_of(part, by, min_stories, locale)) for part in parts.values()]
    first = next(iter(parts.values()))
    title = _title(first, measure, groups_of(first, by, min_stories, locale))
    spoken = " ".join(f"{panel.title}: {medians(panel.groups, locale)}" for panel in panels)
    alt = say("readability_scores.alt", locale, title=title, values=spoken)
    below = [note(groups_of(known, by, min_stories, locale), len(known), "text"), say("note.dots", locale)]
    if unscored := len(scores) - len(known):
        below.append(say("readability_scores.unscored", locale, n=unscored))
    return finish(Chart(draw.dots(panels), known, title, alt, len(known)), " ".join(below))


def _panel(part: "pd.DataFrame", measure: str, groups: Groups) -> draw.Panel:
    """One language; a group is small within it, however many articles it has in another."""
    language = called("lang", part.lang.iloc[0], groups.locale)
    return draw.Panel(
        language, dotted(part, measure, groups), usual(part[measure]), _scale(part, measure, groups.locale)
    )


def _scale(part: "pd.DataFrame", measure: str, locale: str) -> str:
    """The measure, and for Flesch the formula of this language by its author and year."""
    label = name("measures", measure, locale)
    named = measure == "flesch" and "formula" in part
    return f"{label}, {part.formula.iloc[0].replace('_', ' ').title()}" if named else label


def _title(part: "pd.DataFrame", measure: str, groups: Groups) -> str:
    """About the language with the most articles."""
    language = called("lang", part.lang.iloc[0], groups.locale)
    median = part[measure].median()
    title = say("readability_scores.title", groups.locale, language=language, n=len(part), median=median)
    key = "readability_scores.harder" if measure in HARDER else "readability_scores.easier"
    return title + contrast(key, part.groupby(groups.by)[measure].median(), groups)
