"""Corpus-level: what articles share with each other."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from analysis import tables
from analysis.text import boilerplate, words

if TYPE_CHECKING:
    import pandas as pd


class RepeatedLine(NamedTuple):
    """A line that one outlet prints on several articles.

    Fields:
        article_id: the first article that shows it
        start: code point in that article's text where the line begins
        end: code point after the line
        outlet: the outlet that repeats it
        line: the line as that article prints it
        n_articles: how many articles of the outlet show it
    """

    article_id: str
    start: int
    end: int
    outlet: str
    line: str
    n_articles: int


class Seen(NamedTuple):
    """A line in one article."""

    article: int
    start: int
    end: int
    line: str


def find_repeated_lines(articles: "pd.DataFrame") -> "pd.DataFrame":
    r"""Corpus-level: the lines that an outlet prints on two or more articles which otherwise differ.

    A dispatch printed twice repeats its own body, so articles that share a sentence count as one. A sentence
    is taken for the page's own only where half of the outlet's articles, and at least four, print it and
    each of them has more to say than what is repeated.

    Args:
        articles: needs `article_id`, `text` and `outlet`; articles without an outlet are left out.

    Returns:
        One row per outlet and line, in order of outlet and frequency, for clean_text(repeated=…).

    Raises:
        ValueError: where a column is missing.

    >>> import pandas as pd
    >>> texts = ["The bridge is open again.\nThe Daily Post", "The mayor left at noon.\nThe Daily Post"]
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": texts, "outlet": ["Post", "Post"]})
    >>> find_repeated_lines(articles)[["outlet", "line", "n_articles"]].values.tolist()
    [['Post', 'The Daily Post', 2]]
    """
    makers = {"article_id": "read_articles()", "text": "read_articles()", "outlet": "read_articles()"}
    known = tables.require(articles, "articles", "author", **makers)
    rows = known[known["text"].notna() & known["outlet"].notna()]
    found = [row for outlet, part in rows.groupby("outlet") for row in _of_outlet(str(outlet), part)]
    return tables.from_rows(RepeatedLine, found)


def _of_outlet(outlet: str, articles: "pd.DataFrame") -> Iterator[RepeatedLine]:
    """The repeated lines of one outlet, the most frequent first."""
    ids, texts = list(articles["article_id"]), list(articles["text"])
    shared = {key: lines for key, lines in _lines(texts).items() if len(lines) > 1}
    spoken = {key for key, lines in shared.items() if _speaks(lines[0].line)}
    many = max(4, len(texts) / 2)
    told = {key for key in spoken if len(shared[key]) < many}
    witnesses = _witnesses(texts, shared, told)
    needed = {key: many if key in spoken else 2 for key in shared.keys() - told - _authors(articles)}
    for key, lines in sorted(shared.items(), key=lambda item: -len(item[1])):
        if key in needed and sum(line.article in witnesses for line in lines) >= needed[key]:
            first = lines[0]
            yield RepeatedLine(ids[first.article], first.start, first.end, outlet, first.line, len(lines))


def _lines(texts: list[str]) -> Mapping[str, list[Seen]]:
    """Key of a line → where each article first shows it; a line without a letter is none."""
    found: defaultdict[str, dict[int, Seen]] = defaultdict(dict)
    for article, text in enumerate(texts):
        for start, end in words.written_lines(text):
            key = boilerplate.key(text[start:end])
            if any(map(str.isalpha, key)):
                found[key].setdefault(article, Seen(article, start, end, text[start:end]))
    return {key: list(lines.values()) for key, lines in found.items()}


def _speaks(line: str) -> bool:
    """Whether a line may be someone's words, short as it is: "— No.", "Why now?", "He added:"."""
    return boilerplate.is_sentence(line, words=1) or line[-1] in '?:;,»”"'


def _witnesses(texts: list[str], shared: Mapping[str, list[Seen]], told: Collection[str]) -> set[int]:
    """The articles that say something of their own.

    Of the articles that tell a sentence together only the first counts, for the others may be reprints of it;
    and none of which the page would be half.
    """
    again = {line.article for key in told for line in shared[key][1:]}
    page = Counter[int]()
    for key in shared.keys() - told:
        page.update({line.article: len(line.line.split()) for line in shared[key]})
    return {
        number
        for number, text in enumerate(texts)
        if number not in again and 2 * page[number] < len(text.split())
    }


def _authors(articles: "pd.DataFrame") -> set[str]:
    """Keys of the authors, where the table knows them: a byline is repeated and stays."""
    return set(map(boilerplate.key, articles["author"].dropna())) if "author" in articles else set()
