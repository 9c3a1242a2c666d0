"""Charts of quotations: how much of the text they fill, how they are introduced, how long they are.

None counts what nobody said (`analysis.said`); the note below the chart says how much that is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.charts import draw
from analysis.charts.chart import Chart, finish, nothing, styled
from analysis.charts.compare import contrast, dotted, medians, shares, tidy, usual
from analysis.charts.groups import FEWEST, grouped, groups_of, note, rows_of, unsaid
from analysis.said import UNSAID, left_out, said
from analysis.tables import require
from analysis.wording import name, say

if TYPE_CHECKING:
    import pandas as pd

KINDS = ["direct", "mixed", "indirect"]
STANCES = [
    "neutral",
    "assertive",
    "hedging_distancing",
    "factive",
    "challenge",
    "concede",
    "directive_commissive",
    "expressive",
]


@styled()
def quotation_shares(
    articles: "pd.DataFrame",
    quotes: "pd.DataFrame",
    *,
    by: str = "outlet",
    min_stories: int = FEWEST,
    locale: str = "en",
) -> Chart:
    r"""How much of the text is quotation, by kind: quoted words over all words of a group.

    Args:
        articles: with `article_id`, `n_words` (how long each is) and the column `by`. Leave out articles in a
            language without reporting verbs: they would count as articles that quote nobody.
        by: the column of articles whose values are compared.
        min_stories: groups of fewer articles are drawn light and starred.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart with a row a group and a column a kind, those of a finder of your own last; its n is the
        number of articles.

    Raises:
        ValueError: where a column is missing, naming what makes it.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["Fanal", "Phare"]})
    >>> quotes = pd.DataFrame({"article_id": ["a", "b"], "kind": ["direct", "mixed"], "n_words": [10, 30]})
    >>> chart = quotation_shares(articles.assign(n_words=[40, 160]), quotes, min_stories=1)
    >>> chart.title.replace("\xa0", " ")
    'Quotation fills 20% of the text; most in Fanal (25%), least in Phare (19%)'
    """
    made = {by: "you", "article_id": "read_articles()", "n_words": "score_readability()"}
    articles = require(articles, "articles", **made)
    quotes = _taken(quotes, "kind", "n_words")
    known = grouped(articles, by)
    if known.empty:
        return nothing(known, locale)
    groups = groups_of(known, by, min_stories, locale)
    inside = quotes[quotes["article_id"].isin(known["article_id"])]
    counts = _quoted_words(known, inside[said(inside)], by)
    columns = {kind: name("kinds", kind, locale) for kind in [*KINDS, *_others(counts, KINDS)]}
    data = tidy(counts, groups, list(columns), "quoted_words")
    words = known.groupby(by).n_words.sum()
    data = data.assign(words=data[by].map(words), share=data.quoted_words / data[by].map(words))
    figure, spoken = shares(data.set_index([by, "kind"]), rows_of(groups), columns, locale)
    title = say("quotation_shares.title", locale, share=data.quoted_words.sum() / words.sum())
    title += contrast("quotation_shares.contrast", data.groupby(by).share.sum(), groups)
    alt = say("quotation_shares.alt", locale, title=title, values=spoken)
    below = note(groups, len(known), "article") + unsaid(left_out(inside), locale)
    return finish(Chart(figure, data, title, alt, len(known)), below)


@styled()
def cue_stance(
    quotes: "pd.DataFrame", *, by: str = "source_type", min_stories: int = FEWEST, locale: str = "en"
) -> Chart:
    """With which kind of reporting word each group is introduced: a share of its utterances with a cue.

    Args:
        quotes: with `article_id`, `utterance`, `stance` and the column `by`.
        by: the column whose values are compared: `"source_type"`, or one merged in from the articles.
        min_stories: groups from fewer articles are drawn light and starred.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart with a row a group and a column a stance, those of a lexicon of your own last; its n is the
        number of utterances with a cue.

    Raises:
        ValueError: where a column is missing, naming what makes it.

    >>> import pandas as pd
    >>> stances = ["neutral", "neutral", "hedging_distancing", None]  # the last utterance has no cue
    >>> quotes = pd.DataFrame({"article_id": "a", "utterance": range(4), "stance": stances})
    >>> chart = cue_stance(quotes.assign(outlet="Le Fanal"), by="outlet")
    >>> chart.title, chart.n
    ('67% of utterances with a cue are introduced neutrally', 3)
    """
    quotes = _taken(quotes, "utterance", "stance", by)
    introduced = quotes[quotes.stance.notna()]
    cued = grouped(introduced[said(introduced)], by).drop_duplicates(["article_id", "utterance"])
    if cued.empty:
        return nothing(cued, locale)
    groups = groups_of(cued, by, min_stories, locale)
    counts = cued.pivot_table(index=by, columns="stance", values="utterance", aggfunc="count", fill_value=0)
    drawn = [stance for stance in [*STANCES, *_others(counts, STANCES)] if stance in counts]
    columns = {stance: name("stances", stance, locale) for stance in drawn}
    data = tidy(counts, groups, list(columns), "utterances")
    data["share"] = data.utterances / data.groupby(by).utterances.transform("sum")
    figure, spoken = shares(data.set_index([by, "stance"]), rows_of(groups), columns, locale)
    title = say("cue_stance.title", locale, share=(cued.stance == "neutral").mean())
    doubted = data[data.stance == "hedging_distancing"].set_index(by).share
    title += contrast("cue_stance.contrast", doubted, groups)
    alt = say("cue_stance.alt", locale, title=title, values=spoken)
    below = note(groups, len(cued), "utterance") + unsaid(left_out(introduced), locale)
    return finish(Chart(figure, data, title, alt, len(cued)), below)


@styled()
def quotation_lengths(
    quotes: "pd.DataFrame", *, by: str = "kind", min_stories: int = FEWEST, locale: str = "en"
) -> Chart:
    r"""How many words an utterance has; the parts of an interrupted one are added up.

    Args:
        quotes: with `article_id`, `utterance`, `n_words` and the column `by`.
        min_stories: groups from fewer articles are drawn light and starred.
        locale: `"en"` or `"fr"`.

    Returns:
        A Chart with a dot an utterance; its n is the number of utterances.

    Raises:
        ValueError: where a column is missing, naming what makes it.

    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"article_id": "a", "utterance": [1, 1, 2], "n_words": [4, 5, 3]})
    >>> quotation_lengths(quotes.assign(kind="direct")).title.replace("\xa0", " ")
    'Half of the utterances have 6 words or fewer; the longest has 9'
    """
    quotes = _taken(quotes, "utterance", "n_words", by)
    parts = grouped(quotes[said(quotes)], by).groupby([by, "article_id", "utterance"])
    data = parts.n_words.sum().reset_index(name="words")
    if data.empty:
        return nothing(data, locale)
    groups = groups_of(data, by, min_stories, locale)
    rows = dotted(data, "words", groups)
    figure = draw.dots([draw.Panel("", rows, usual(data.words), say("quotation_lengths.scale", locale))])
    title = say("quotation_lengths.title", locale, median=data.words.median(), longest=data.words.max())
    title += contrast("quotation_lengths.contrast", data.groupby(by).words.median(), groups)
    alt = say("quotation_lengths.alt", locale, title=title, values=medians(rows, locale))
    below = (
        f"{note(groups, len(data), 'utterance')} {say('note.dots', locale)}{unsaid(left_out(quotes), locale)}"
    )
    return finish(Chart(figure, data, title, alt, len(data)), below)


def _taken(quotes: "pd.DataFrame", *columns: str) -> "pd.DataFrame":
    made = dict.fromkeys(["article_id", *columns], "find_quotes(), or merged in from articles")
    return require(quotes, "quotes", *UNSAID, **made)


def _others(counts: "pd.DataFrame", known: Sequence[str]) -> list[str]:
    """Columns that are none of ours: what is counted is drawn, whoever named it."""
    return sorted(set(map(str, counts)) - set(known))


def _quoted_words(articles: "pd.DataFrame", quotes: "pd.DataFrame", by: str) -> "pd.DataFrame":
    """Quoted words of each group, a column a kind."""
    quoted = quotes[["article_id", "kind", "n_words"]].merge(articles[["article_id", by]], on="article_id")
    counts = quoted.pivot_table(index=by, columns="kind", values="n_words", aggfunc="sum", fill_value=0)
    return counts.rename_axis(columns="kind")
