"""Corpus-level: what articles share. All texts are invented."""

from itertools import pairwise

import pandas as pd
import pytest

from analysis import stories
from analysis.articles import clean_text

PARAGRAPHS = [
    "The bridge over the Lerne reopened on Monday after eleven weeks of repairs.",
    "Fishermen in Sarnay found forty crates of oranges on the beach this morning.",
    "The orchestra will play in the old mill until the roof of its hall is mended.",
    "A goat that climbed the town clock was brought down by two firemen with a net.",
    "Schools stay closed on Friday because the boilers of three of them have failed.",
    "The council sold the ferry to its crew for the price of a second-hand lorry.",
]
FOOTER = "The Sarnay Post"


def corpus(*texts: str, outlet: str = "Post") -> pd.DataFrame:
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": texts, "outlet": outlet})


def found(articles: pd.DataFrame) -> list[str]:
    return stories.find_repeated_lines(articles)["line"].tolist()


def test_a_line_on_two_articles_of_one_outlet():
    articles = corpus(f"{PARAGRAPHS[0]}\n\n{FOOTER}", f"{PARAGRAPHS[1]}\n  the sarnay post: ")
    (row,) = stories.find_repeated_lines(articles).itertuples(index=False)
    assert (row.article_id, row.outlet, row.line, row.n_articles) == ("a0", "Post", FOOTER, 2)
    assert articles.text[0][row.start : row.end] == FOOTER


def test_outlets_are_kept_apart():
    articles = corpus(f"{PARAGRAPHS[0]}\n{FOOTER}", f"{PARAGRAPHS[1]}\n{FOOTER}")
    assert found(articles.assign(outlet=["Post", "Courier"])) == []


def test_a_reprint_does_not_make_its_body_repeated():
    dispatch = "\n".join(["Bridge reopens", *PARAGRAPHS[:3], FOOTER])
    assert found(corpus(dispatch, dispatch)) == []
    assert found(corpus(dispatch, dispatch, f"{PARAGRAPHS[3]}\n{FOOTER}")) == [FOOTER]


def test_nor_does_an_edited_or_truncated_one():
    whole = [*PARAGRAPHS[:4], FOOTER]
    edited = [
        "Crews ended the repairs of the bridge over the Lerne on Monday.",
        *PARAGRAPHS[1:3],
        "Bridge reopens",
    ]
    assert found(corpus("\n".join(whole), "\n".join([*edited, FOOTER]), "\n".join(whole[:2]))) == []


@pytest.mark.parametrize("copies", [4, 8])
def test_nor_do_many_reprints_in_a_small_corpus(copies: int):
    dispatch = "\n".join(["Bridge reopens", *PARAGRAPHS[:3], FOOTER])
    assert found(corpus(*[dispatch] * copies)) == []


def test_a_sentence_needs_half_of_the_outlet():
    notice = "Readers who break the rules of this page will be asked to leave it."
    texts = [f"{first} {second}\n{notice}" for first, second in pairwise(PARAGRAPHS)]
    assert found(corpus(*texts)) == [notice]
    assert found(corpus(*texts[:3], *PARAGRAPHS[3:])) == []


@pytest.mark.parametrize("line", ["— No.", "Why now?", "He added:", "“We shall see”", "Not today!"])
def test_short_speech_is_no_page_line(line: str):
    assert found(corpus(f"{PARAGRAPHS[0]}\n{line}", f"{PARAGRAPHS[1]}\n{line}")) == []


def test_marks_and_numbers_are_no_lines():
    assert found(corpus(f"{PARAGRAPHS[0]}\n***\n2", f"{PARAGRAPHS[1]}\n***\n2")) == []


def test_an_author_named_by_the_table_is_no_page_line():
    articles = corpus(f"Anna Smith\n{PARAGRAPHS[0]}", f"Anna Smith\n{PARAGRAPHS[1]}")
    assert found(articles) == ["Anna Smith"]
    assert found(articles.assign(author="Anna Smith")) == []


def test_clean_text_takes_what_was_found():
    articles = corpus(*(f"{paragraph}\n{FOOTER}" for paragraph in PARAGRAPHS[:3]))
    cleaned = clean_text(articles, repeated=stories.find_repeated_lines(articles))
    assert cleaned["text"].tolist() == PARAGRAPHS[:3]
    assert clean_text(articles)["text"].tolist() == articles["text"].tolist()


def test_articles_without_outlet_or_text_are_left_out():
    articles = corpus(
        f"{PARAGRAPHS[0]}\n{FOOTER}", f"{PARAGRAPHS[1]}\n{FOOTER}", f"{PARAGRAPHS[2]}\n{FOOTER}"
    )
    articles.loc[2, "outlet"] = None
    articles.loc[1, "text"] = None
    assert found(articles) == []


def test_empty_in_empty_out():
    full = stories.find_repeated_lines(corpus(f"{PARAGRAPHS[0]}\n{FOOTER}", f"{PARAGRAPHS[1]}\n{FOOTER}"))
    empty = stories.find_repeated_lines(corpus("x").iloc[:0])
    assert len(full) == 1
    pd.testing.assert_series_equal(empty.dtypes, full.dtypes)


def test_a_table_without_outlets_is_refused():
    with pytest.raises(ValueError, match="lacks 'outlet'"):
        stories.find_repeated_lines(corpus("x").drop(columns="outlet"))
