"""Article-local verbs: each a thin loop over one function of the text floor.

A stage takes the articles table, leaves it untouched, looks at one article at a time, and gives a table; an
empty table in gives an empty table of the same columns out.
"""

import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analysis import scores, tables
from analysis.text import boilerplate, classify, language, lexicon, quotes, resolve
from analysis.text import credits as agency_credits
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote

if TYPE_CHECKING:
    import pandas as pd

load_lexicon = lexicon.load

DETECTED = "detect_language()"
Finder = Callable[[str, Lexicon], list[Quote]]


def readable(articles: "pd.DataFrame", *others: str) -> Iterator[tuple[str, ...]]:
    """`article_id`, `text` and the other columns named, of the articles that have a text."""
    rows = articles[articles["text"].notna()]
    yield from zip(*(rows[name] for name in ("article_id", "text", *others)), strict=True)


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
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    given = [articles[name] for name in ("raw_text", "text") if name in articles]
    raws = given[0].where(given[0].notna(), given[-1])
    texts = [raw if isinstance(raw, str) else None for raw in raws]
    return list(zip(articles["article_id"], texts, _repeated_keys(articles, repeated), strict=True))


def _repeated_keys(articles: "pd.DataFrame", repeated: "pd.DataFrame | None") -> list[frozenset[str]]:
    """For each article, the keys of the lines that its outlet repeats."""
    if repeated is None:
        return [frozenset()] * len(articles)
    tables.require(articles, "articles", outlet="read_articles()")
    tables.require(repeated, "repeated", outlet="find_repeated_lines()", line="find_repeated_lines()")
    lines = repeated.groupby("outlet")["line"]
    known = {outlet: frozenset(map(boilerplate.key, of_outlet)) for outlet, of_outlet in lines}
    return [known.get(outlet, frozenset()) for outlet in articles["outlet"]]


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
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    found = [(id_, *credit) for id_, text in readable(articles) for credit in agency_credits.find(text)]
    return tables.from_rows(agency_credits.Credit, found)


def detect_language(articles: "pd.DataFrame", *, method: str = "auto") -> "pd.DataFrame":
    """The articles with their languages: columns `lang`, `lang_prob` and `lang_grade`, replaced if there.

    Args:
        articles: needs `article_id` and `text`.
        method: `"auto"` asks py3langid, and langdetect where one opinion is not enough; `"langdetect"` asks
            langdetect alone, seeded, and grades no answer higher than `"medium"`.

    Returns:
        The same rows; `lang` is `"und"` where the opinions do not settle it, NA where there is no text.

    Raises:
        ValueError: for another method, or where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Le maire est parti hier.", "2022"]})
    >>> detect_language(articles)[["lang", "lang_grade"]].values.tolist()
    [['fr', 'high'], ['und', 'und']]
    """
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    methods = {"auto": language.detect, "langdetect": language.ask_langdetect}
    if method not in methods:
        raise ValueError(f"method must be one of {list(methods)}, not {method!r}")
    found = [methods[method](text) if isinstance(text, str) else (None,) * 3 for text in articles["text"]]
    rows = zip(articles["article_id"], *zip(*found, strict=True), strict=True) if found else []
    made = tables.from_rows(language.Detection, rows).set_index(articles.index)
    return articles.assign(**{name: made[name] for name in language.Detection._fields})


def score_readability(
    articles: "pd.DataFrame",
    *,
    quotes: "pd.DataFrame | None" = None,
    method: str = "native",
    interval: bool = False,
) -> "pd.DataFrame":
    """How hard each article is to read, by the formulas that hold in its language.

    Args:
        articles: needs `article_id`, `text` and `lang`.
        quotes: adds rows for the narration and for the marked quotations of each article that has any; the
            words of an indirect quotation are the journalist's.
        method: `"native"` for the measures of formulas(), `"textstat"` for ten measures of that package under
            its own names.
        interval: add 95 % intervals of flesch and lix, sentences resampled; native only.

    Returns:
        One row per article and part. A measure that does not apply is missing and `reason` says why; one
        warning says how many articles that concerns.

    Raises:
        ValueError: for another method, an interval of textstat, quotations that are not in their article, or
            where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Il pleut. Tout va bien."], "lang": ["fr"]})
    >>> score_readability(articles)[["part", "n_words", "formula", "too_short"]].values.tolist()
    [['whole', 5, 'kandel_moles_1958', True]]
    """
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()", lang=DETECTED)
    if quotes is not None:
        tables.require(quotes, "quotes", **dict.fromkeys(scores.QUOTED, "find_quotes()"))
    record, score = scores.scorer(method, interval=interval)
    pieces = scores.pieces(articles, quotes)
    rows = [(article_id, *score(text, lang, part)) for article_id, lang, part, text in pieces]
    made = tables.from_rows(record, rows)
    lacking = made["article_id"][made["reason"].notna()].nunique()
    if lacking:
        message = f"{lacking} of {len(articles)} articles lack scores: column 'reason' says why"
        warnings.warn(message + _undetected(articles), stacklevel=2)
    return made


def find_quotes(
    articles: "pd.DataFrame", *, lexicon: Lexicon | None = None, finder: Finder | None = None
) -> "pd.DataFrame":
    """The quotations of each article: what is said, by which words it is reported, and by whom.

    Args:
        articles: needs `article_id`, `text` and `lang`.
        lexicon: used instead of the file of its own language, for example with the analyst's own verbs.
        finder: someone's own `(text, lexicon) → list[Quote]`, perhaps a model, used instead of the rules.

    Returns:
        The quotes table, one row per contiguous stretch. An article in a language whose file does not say
        how it reports speech gives no row; one warning says how many those are.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["« Oui », a dit Ada Roy."], "lang": ["fr"]})
    >>> find_quotes(articles)[["quote", "cue", "source"]].values.tolist()
    [['Oui', 'a dit', 'Ada Roy']]
    """
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()", lang=DETECTED)
    given = {lexicon.code: lexicon} if lexicon else {}
    rows: list[tuple[object, ...]] = []
    left: list[str] = []
    for article_id, text, lang in readable(articles, "lang"):
        own = _quotable(lang, given)
        if own is None:
            left.append(article_id)
        else:
            found = resolve.speakers(text, (finder or quotes.find)(text, own), own)
            rows += [(article_id, *quote) for quote in classify.sources(text, found, own)]
    if left:
        message = f"{len(left)} of {len(articles)} articles are in no language we find quotations in: no rows"
        warnings.warn(message + _undetected(articles), stacklevel=2)
    return tables.from_rows(Quote, rows)


def _undetected(articles: "pd.DataFrame") -> str:
    """What to do about a column `lang` that is there, as in every articles table, and that nobody filled."""
    return f" (none of them has a 'lang': run {DETECTED} first)" if articles["lang"].isna().all() else ""


def _quotable(lang: object, given: dict[str, Lexicon]) -> Lexicon | None:
    """The lexicon of a language in which quotations can be found, else None."""
    code = lexicon.primary(lang) if isinstance(lang, str) else ""
    return given.get(code) or (lexicon.load(code) if code in lexicon.quotable() else None)
