"""How the articles quote: content, cue and source of each quotation, and where any can be found at all."""

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analysis import tables
from analysis.evaluate import measured
from analysis.language import DETECTED, undetected
from analysis.partial import counted, partial
from analysis.text import classify, lexicon, quotes, resolve
from analysis.text.lexicon import Lexicon
from analysis.text.mending import mended
from analysis.text.quotes import Quote, as_printed

if TYPE_CHECKING:
    import pandas as pd

load_lexicon = lexicon.load

Finder = Callable[[str, Lexicon], list[Quote]]


def find_quotes(
    articles: "pd.DataFrame",
    *,
    lexicon: Lexicon | None = None,
    finder: Finder | None = None,
    evidence: bool = False,
) -> "pd.DataFrame":
    """The quotations of each article: what is said, by which words it is reported, and by whom.

    Args:
        articles: needs `article_id`, `text` and `lang`.
        lexicon: used instead of the file of its own language, for example with the analyst's own verbs.
        finder: someone's own `(text, lexicon) → list[Quote]`, perhaps a model, used instead of the rules; it
            gets the text as long as printed, with spaces for the line breaks of hard-wrapped lines.
        evidence: adds `rule_precision` and `rule_n`: how often the row's rule was right in its language on
            labelled articles, and in how many rows (`measured.toml`); NA below 20 rows, and for a finder of
            one's own.

    Returns:
        The quotes table, one row per contiguous stretch. An article in a language whose file does not say
        how it reports speech gives no row, nor does a text that `text_kind` calls cut or a caption; one
        warning says how many those are.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["« Oui », a dit Ada Roy."], "lang": ["fr"]})
    >>> find_quotes(articles)[["quote", "cue", "source"]].values.tolist()
    [['Oui', 'a dit', 'Ada Roy']]
    """
    rows: list[tuple[Any, ...]] = []
    langs: dict[str, str] = {}
    for article_id, text, own in _in_their_languages(articles, lexicon):
        plain = mended(text, own)
        found = resolve.speakers(plain, (finder or quotes.find_mended)(plain, own), own)
        rows += [(article_id, *as_printed(quote, text)) for quote in classify.sources(plain, found, own)]
        langs[article_id] = own.code
    made = tables.from_rows(Quote, rows)
    return _with_evidence(made, {} if finder else langs) if evidence else made


def _with_evidence(quotes: "pd.DataFrame", langs: Mapping[str, str]) -> "pd.DataFrame":
    """The quotes table and what was measured of each row's rule; nothing where `langs` lacks the article."""
    import pandas as pd

    asked = zip(quotes["article_id"], quotes["rule"], strict=True)
    none = measured.Evidence()
    rows = [(id_, *measured.evidence(langs.get(id_, "")).get(rule, none)) for id_, rule in asked]
    columns = tables.from_rows(measured.Evidence, rows)
    return pd.concat([quotes, columns.drop(columns="article_id")], axis=1)


def explain_quotes(articles: "pd.DataFrame", *, lexicon: Lexicon | None = None) -> "pd.DataFrame":
    """Why each sentence gave the quotations it gave, or none: what each rule proposed and what became of it.

    Args:
        articles: needs `article_id`, `text` and `lang`.
        lexicon: used instead of the file of its own language, as in find_quotes().

    Returns:
        One row per sentence and proposal: `outcome` is found, lost (to a rule that `why` names) or nothing
        (`why` says what is missing: no verb known, nobody who says it, …).

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Le maire n'a pas dit oui."], "lang": ["fr"]})
    >>> explain_quotes(articles)[["outcome", "why"]].values.tolist()
    [['nothing', '“a pas dit” is denied']]
    """
    told = _in_their_languages(articles, lexicon)
    rows = [(id_, *one) for id_, text, own in told for one in quotes.explain(text, own)]
    return tables.from_rows(quotes.Explanation, rows)


def _in_their_languages(
    articles: "pd.DataFrame", given: Lexicon | None
) -> Iterator[tuple[str, str, Lexicon]]:
    """Id, text and lexicon of each article in which quotations can be found; a warning counts the others."""
    made = {"article_id": "read_articles()", "text": "read_articles()", "lang": DETECTED}
    articles = tables.require(articles, "articles", "text_kind", **made)
    own = {given.code: given} if given else {}
    apart = partial(articles)
    among, left = counted(articles), int(apart.sum())
    for article_id, text, lang in tables.readable(articles[~apart], "lang"):
        known = _quotable(lang, own)
        left += known is None
        if known is not None:
            yield article_id, text, known
    if left:
        why = "are in no language we find quotations in" + (among and f" or no whole articles ({among})")
        warnings.warn(
            f"{left} of {len(articles)} articles {why}: no rows{undetected(articles)}", stacklevel=3
        )


def _quotable(lang: object, given: dict[str, Lexicon]) -> Lexicon | None:
    """The lexicon of a language in which quotations can be found, else None."""
    code = lexicon.primary(lang) if isinstance(lang, str) else ""
    return given.get(code) or (lexicon.load(code) if code in lexicon.quotable() else None)


def quotable(articles: "pd.DataFrame") -> "pd.Series[bool]":
    """In which articles quotations can be found at all: the denominator of every share of them.

    Args:
        articles: needs `text` and `lang`.

    Returns:
        True where there is the text of a whole article, in a language whose file says how it reports speech.

    >>> import pandas as pd
    >>> quotable(pd.DataFrame({"text": ["Oui.", None, "Jah."], "lang": ["fr", "fr", "et"]})).tolist()
    [True, False, False]
    """
    articles = tables.require(articles, "articles", "text_kind", text="read_articles()", lang=DETECTED)
    primary = articles["lang"].map(lexicon.primary, na_action="ignore")
    return articles["text"].notna() & ~partial(articles) & primary.isin(lexicon.quotable())
