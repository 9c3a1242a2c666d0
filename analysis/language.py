"""In which languages the articles are written, as a whole and by paragraph, and which may be translations."""

import warnings
from typing import TYPE_CHECKING

from analysis import tables
from analysis.text import language, lexicon, translation

if TYPE_CHECKING:
    import pandas as pd

DETECTED = "detect_language()"
"""What makes the column `lang`, as errors name it."""


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
    known = tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    methods = {"auto": language.detect, "langdetect": language.ask_langdetect}
    if method not in methods:
        raise ValueError(f"method must be one of {list(methods)}, not {method!r}")
    found = [methods[method](text) if isinstance(text, str) else (None,) * 3 for text in known["text"]]
    rows = zip(known["article_id"], *zip(*found, strict=True), strict=True) if found else []
    made = tables.from_rows(language.Detection, rows).set_index(articles.index)
    return articles.assign(**{name: made[name] for name in language.Detection._fields})


def undetected(articles: "pd.DataFrame") -> str:
    """What to do about a column `lang` that is there, as in every articles table, and that nobody filled.

    >>> import pandas as pd
    >>> undetected(pd.DataFrame({"lang": [None, None]})), undetected(pd.DataFrame({"lang": ["fr", None]}))
    (" (none of them has a 'lang': run detect_language() first)", '')
    """
    return f" (none of them has a 'lang': run {DETECTED} first)" if articles["lang"].isna().all() else ""


def detect_paragraphs(articles: "pd.DataFrame") -> "pd.DataFrame":
    r"""The language of each paragraph: where an article mixes languages, this shows it.

    Args:
        articles: needs `article_id` and `text`.

    Returns:
        One row per paragraph, graded as detect_language() does; short paragraphs are often "und".

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> text = "Le maire est parti hier soir.\nThe mayor left the town last night."
    >>> detect_paragraphs(pd.DataFrame({"article_id": ["a"], "text": [text]}))["lang"].tolist()
    ['fr', 'en']
    """
    known = tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    rows = [
        (article_id, *stretch)
        for article_id, text in tables.readable(known)
        for stretch in language.by_paragraph(text)
    ]
    return tables.from_rows(language.Stretch, rows)


def find_translation_traces(articles: "pd.DataFrame") -> "pd.DataFrame":
    """Traces of translation in each article: a flag from 0 to 3 with its evidence, never a verdict.

    Args:
        articles: needs `article_id`, `text` and `lang`.

    Returns:
        One row per article: `translation`, how many kinds of traces there are (a note that says so, a name in
        the spelling of another language, two sentences run into one), and `evidence`, the words. Missing for
        a language without a file; one warning says how many articles that concerns.

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Elle quitte la Mazhilis."], "lang": ["fr"]})
    >>> find_translation_traces(articles).values.tolist()
    [['a', 1, 'la Mazhilis']]
    """
    made = {"article_id": "read_articles()", "text": "read_articles()", "lang": DETECTED}
    known = tables.require(articles, "articles", **made)
    rows = [
        (article_id, *_summary(text, lang))
        for article_id, text, lang in known[[*made]].itertuples(index=False, name=None)
    ]
    unknown = sum(flag is None for _, flag, _ in rows)
    if unknown:
        message = (
            f"{unknown} of {len(articles)} articles are in no language with a file: no traces looked for"
        )
        warnings.warn(message, stacklevel=2)
    return tables.from_rows(translation.Translation, rows)


def _summary(text: object, lang: object) -> translation.Translation:
    own = lexicon.of_language(lang) if isinstance(lang, str) and isinstance(text, str) else None
    if own is None or not own.section("translation"):
        return translation.Translation(None, None)
    return translation.summarise(translation.find(str(text), own))
