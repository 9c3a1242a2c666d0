"""What is scored, and by which of two sets of measures, never mixed: our own, and those of textstat."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from analysis.partial import partial
from analysis.readability import with_textstat
from analysis.text import lexicon, readability

if TYPE_CHECKING:
    import pandas as pd

METHODS = ("native", "textstat")
QUOTED = ["article_id", "start", "end", "utterance", "quote", "kind"]

Scorer = Callable[[str, str, str], tuple[Any, ...]]


def scorer(method: str, *, interval: bool) -> tuple[type, Scorer]:
    """The record of a set of scores, and the function `(text, lang, part) → record` that makes one.

    Raises:
        ValueError: for another method, and for an interval of textstat.

    >>> scorer("spacy", interval=False)
    Traceback (most recent call last):
    ...
    ValueError: method must be one of ('native', 'textstat'), not 'spacy'
    """
    if method not in METHODS:
        raise ValueError(f"method must be one of {METHODS}, not {method!r}")
    if method == "textstat" and interval:
        raise ValueError("interval=True needs method='native': textstat gives no intervals")
    if method == "textstat":
        return with_textstat.Textstat, with_textstat.score
    return readability.Readability, lambda text, lang, part: readability.score(
        text, lexicon.of_language(lang), part, interval=interval
    )


def of_articles(
    articles: "pd.DataFrame", quotes: "pd.DataFrame | None"
) -> Iterator[tuple[str, str, str, str]]:
    """`article_id`, language, part and text of every piece to score; no whole text is an empty piece.

    Args:
        articles: needs `article_id`, `text` and `lang`.
        quotes: of these articles; None for the whole articles only.

    Raises:
        ValueError: where a quotation is not the slice of its article.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["« Oui. » Il sort."], "lang": ["fr"]})
    >>> made = {"article_id": "a", "start": 2, "end": 6, "utterance": 0, "quote": "Oui.", "kind": "direct"}
    >>> [(part, text) for _, _, part, text in of_articles(articles, pd.DataFrame([made]))][1:]
    [('narration', '«   » Il sort.'), ('quotations', 'Oui.')]
    """
    marked = {} if quotes is None else _marked(quotes)
    rows = articles[["article_id", "text", "lang"]].itertuples(index=False, name=None)
    for (article_id, written, lang), apart in zip(rows, partial(articles), strict=True):
        text = written if isinstance(written, str) and not apart else ""
        code = lang if isinstance(lang, str) else "und"
        yield article_id, code, "whole", text
        if article_id in marked and not apart:
            _check(article_id, text, marked[article_id])
            spans = [(start, end, utterance) for start, end, utterance, _ in marked[article_id]]
            for part, piece in readability.divide(text, spans).items():
                yield article_id, code, part, piece


def _marked(quotes: "pd.DataFrame") -> dict[str, list[tuple[int, int, int, str]]]:
    """Article → its marked quotations; the words of an indirect one are the journalist's."""
    own = quotes[quotes["kind"].isin(["direct", "mixed"])]
    found: dict[str, list[tuple[int, int, int, str]]] = {}
    for article_id, *row in own[["article_id", "start", "end", "utterance", "quote"]].itertuples(
        index=False, name=None
    ):
        found.setdefault(article_id, []).append(tuple(row))
    return found


def _check(article_id: str, text: str, marked: list[tuple[int, int, int, str]]) -> None:
    for start, end, _, quote in marked:
        if text[start:end] != quote:
            raise ValueError(
                f"the quotation at {start}:{end} is not the slice of article {article_id!r}:"
                " run find_quotes() on the articles as they are now"
            )
