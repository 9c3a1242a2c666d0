"""Article-local verbs for articles that are not of one piece: mixed languages, traces of translation."""

import warnings
from typing import TYPE_CHECKING

from analysis import tables
from analysis.text import language, lexicon, translation

if TYPE_CHECKING:
    import pandas as pd


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
    tables.require(articles, "articles", article_id="read_articles()", text="read_articles()")
    written = articles[articles["text"].notna()]
    pairs = zip(written["article_id"], written["text"], strict=True)
    rows = [(article_id, *stretch) for article_id, text in pairs for stretch in language.by_paragraph(text)]
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
    tables.require(
        articles, "articles", article_id="read_articles()", text="read_articles()", lang="detect_language()"
    )
    rows = [
        (article_id, *_summary(text, lang))
        for article_id, text, lang in articles[["article_id", "text", "lang"]].itertuples(
            index=False, name=None
        )
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
