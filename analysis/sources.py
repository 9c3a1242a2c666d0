"""Who speaks, how much and in how many articles: corpus-level tables with their intervals."""

import json
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from analysis import intervals, tables
from analysis.language import DETECTED
from analysis.partial import counted
from analysis.quotes import quotable
from analysis.said import UNSAID, left_out, said

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

UNSPECIFIED = "unspecified"
UNATTRIBUTED = "(unattributed)"
"""What the table calls the utterances whose speaker is not known."""

MEASURES = ["n_utterances", "n_quotes", "n_words", "n_articles"]
WHOLES = ["utterances_counted", "articles_analysed"]
LEFT_OUT = ["articles_left_out", "utterances_left_out"]
SHARES = {"utterance_share": "n_utterances", "word_share": "n_words", "article_share": "n_articles"}


def summarise_sources(
    articles: "pd.DataFrame",
    quotes: "pd.DataFrame",
    *,
    by: str | Sequence[str] | None = None,
    seed: int = 0,
) -> "pd.DataFrame":
    """Who speaks, corpus-level: a row for each speaker of each group, the unattributed first.

    Equal names in two articles are counted as one speaker. Of several who speak an utterance together
    (`speakers`) each is counted; in every whole the utterance is counted once, so shares may add up to more.

    Args:
        articles: needs `article_id`, `text`, `lang`, and the columns named in `by`.
        quotes: what find_quotes() made of them.
        by: columns of articles that part the table: `"outlet"`, or `["outlet", "lang"]`.
        seed: of the samples of articles behind the 95 % intervals.

    Returns:
        The columns of `by`, then `speaker`, `source_type` (its most frequent one that is specified),
        `n_utterances` (parts of an interrupted quotation are one), `n_quotes` (rows), `n_words` (quoted
        words), `n_articles` (where it speaks), and three shares of the same group, each with `_low` and
        `_high`: `utterance_share` of all utterances, `word_share` of all quoted words, `article_share` of
        the articles analysed. The last four columns are two denominators, `utterances_counted` and
        `articles_analysed`;
        `articles_left_out`: those without the text of a whole article (`text_kind`), or in a language in
        which we find no quotations; and `utterances_left_out`: those that nobody said, whose `polarity` is
        negated or whose `mood` is hypothetical. Intervals are percentile bootstraps over articles (Efron &
        Tibshirani 1993, ch. 13), NaN where fewer than two articles were analysed. One warning counts the
        articles left out.

    Raises:
        ValueError: where a column is missing.

    >>> from analysis.tables import from_rows, Article
    >>> from analysis.text.quotes import Quote
    >>> articles = from_rows(Article, [Article("a", "a.txt", text="…", lang="fr")])
    >>> quotes = from_rows(Quote, [("a", *Quote(0, 1, "…", "direct", 1, 5, speaker="Ada Roy")),
    ...                            ("a", *Quote(2, 3, "…", "direct", 1, 3, speaker="Ada Roy"))])
    >>> made = summarise_sources(articles, quotes)
    >>> made[["speaker", "n_utterances", "n_quotes", "n_words"]].values.tolist()
    [['(unattributed)', 0, 0, 0], ['Ada Roy', 1, 2, 8]]
    """
    import pandas as pd

    groups = [by] if isinstance(by, str) else list(by or ())
    articles, quotes = _taken(articles, quotes, groups)
    analysed = quotable(articles)
    if left := int((~analysed).sum()):
        among = counted(articles)
        warnings.warn(
            f"{left} of {len(articles)} articles have no text or no language we find quotations in"
            f"{among and f' or are no whole articles ({among})'}: left out",
            stacklevel=2,
        )
    counting = quotes[said(quotes)]
    people = each_speaker(counting).fillna({"speaker": UNATTRIBUTED})
    by_article, whole = _totals(people, "speaker"), _totals(counting)
    rows: list[dict[str, Any]] = []
    for key, members in articles.groupby(groups, dropna=False) if groups else [((), articles)]:
        looked_at = members[analysed[members.index]]
        own = quotes[quotes["article_id"].isin(looked_at["article_id"])]
        apart = {"articles_left_out": len(members) - len(looked_at), "utterances_left_out": left_out(own)}
        group = dict(zip(groups, key, strict=True))
        rows += [group | row | apart for row in _group(looked_at, by_article, whole, seed)]
    bounds = [name for share in SHARES for name in (share, f"{share}_low", f"{share}_high")]
    names = ["speaker", "source_type", *MEASURES, *bounds, *WHOLES, *LEFT_OUT]
    return pd.DataFrame(rows, columns=[*groups, *names]).astype({"speaker": "str", "source_type": "str"})


def each_speaker(quotes: "pd.DataFrame") -> "pd.DataFrame":
    """The quotes table with a row for each who speaks: two for what a couple says, as `speakers` lists them.

    Args:
        quotes: needs `speaker` and `source_type`, which is the first one's; `speakers` where known.

    >>> import pandas as pd
    >>> said = pd.DataFrame({"speaker": ["Ada Roy", None], "speakers": ['["Ada Roy", "Jan Lind"]', None]})
    >>> each_speaker(said.assign(source_type="business"))[["speaker", "source_type"]].values.tolist()
    [['Ada Roy', 'business'], ['Jan Lind', 'unspecified'], [nan, 'business']]
    """
    import pandas as pd

    rows = quotes.reset_index(drop=True)
    listed = rows["speakers"] if "speakers" in rows else [None] * len(rows)
    named = [
        json.loads(several) if isinstance(several, str) else [one]
        for one, several in zip(rows["speaker"], listed, strict=True)
    ]
    people = rows.assign(speaker=pd.Series(named, rows.index, dtype=object)).explode("speaker")
    types = people["source_type"].mask(people.index.duplicated(), UNSPECIFIED)
    return people.assign(source_type=types).astype({"speaker": "str"}).reset_index(drop=True)


def _taken(
    articles: "pd.DataFrame", quotes: "pd.DataFrame", by: Sequence[str]
) -> tuple["pd.DataFrame", "pd.DataFrame"]:
    """Both tables as they are read."""
    made = {"article_id": "read_articles()", "text": "read_articles()", "lang": DETECTED}
    made = dict.fromkeys(by, "your own data, as asked for in by=") | made
    columns = ("article_id", "utterance", "n_words", "speaker", "source_type")
    return (
        tables.require(articles, "articles", "text_kind", **made),
        tables.require(quotes, "quotes", *UNSAID, "speakers", **dict.fromkeys(columns, "find_quotes()")),
    )


def _totals(rows: "pd.DataFrame", *by: str) -> "pd.DataFrame":
    """Utterances, rows and words of each article, or of each speaker in it, and the types of these rows."""
    counted = rows.groupby(["article_id", *by], sort=False).agg(
        n_utterances=("utterance", "nunique"),
        n_quotes=("utterance", "size"),
        n_words=("n_words", "sum"),
        types=("source_type", list),
    )
    return counted.assign(n_articles=1).reset_index()


def _group(
    articles: "pd.DataFrame", by_article: "pd.DataFrame", whole: "pd.DataFrame", seed: int
) -> Iterator[dict[str, Any]]:
    """The rows of one group: the unattributed, then the speakers by utterances, words and name."""
    inside = by_article[by_article["article_id"].isin(articles["article_id"])]
    places = {article_id: place for place, article_id in enumerate(articles["article_id"])}
    each = whole.set_index("article_id")[MEASURES].reindex(list(places), fill_value=0)
    wholes = each.assign(n_articles=1).to_numpy(dtype=float)
    weights = intervals.resample(len(places), seed)
    sampled = weights.T @ wholes
    counted = {"utterances_counted": int(each["n_utterances"].sum()), "articles_analysed": len(places)}
    speakers = {UNATTRIBUTED: inside[:0]} | dict(iter(inside.groupby("speaker")))
    rows = [
        {"speaker": speaker, "source_type": _usual_type(own)}
        | counted
        | _counts(
            own, weights[[places[article] for article in own["article_id"]]], wholes.sum(axis=0), sampled
        )
        for speaker, own in speakers.items()
    ]
    yield from sorted(rows, key=_order)


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["speaker"] != UNATTRIBUTED, -row["n_utterances"], -row["n_words"], row["speaker"]


def _usual_type(own: "pd.DataFrame") -> str | None:
    """The most frequent type that is specified; of equals, the first in the alphabet."""
    times = Counter(kind for kinds in own["types"] for kind in kinds if isinstance(kind, str))
    return min(times, key=lambda kind: (kind == UNSPECIFIED, -times[kind], kind), default=None)


def _counts(
    own: "pd.DataFrame", weights: "np.ndarray", whole: "np.ndarray", sampled: "np.ndarray"
) -> dict[str, Any]:
    """The counts of one speaker, its shares of the group, and their intervals.

    Args:
        own: MEASURES in each article where it speaks.
        weights: how often each of those articles is drawn, shape (its articles, samples).
        whole: MEASURES of all speakers together, shape (4,); `n_articles` is that of the articles analysed.
        sampled: the same in each sample, shape (samples, 4).
    """
    counts = own[MEASURES].to_numpy(dtype=float)
    totals = counts.sum(axis=0)
    row: dict[str, Any] = dict(zip(MEASURES, map(int, totals), strict=True))
    shares, drawn = intervals.share(totals, whole), intervals.share(weights.T @ counts, sampled)
    for name, measure in SHARES.items():
        column = MEASURES.index(measure)
        low, high = intervals.percentile(drawn[:, column]) if _vary(sampled) else (float("nan"), float("nan"))
        row |= {name: float(shares[column]), f"{name}_low": low, f"{name}_high": high}
    return row


def _vary(sampled: "np.ndarray") -> bool:
    """Whether there are articles enough to vary: two, of which each sample draws as many."""
    return bool(len(sampled) and sampled[0, MEASURES.index("n_articles")] > 1)
