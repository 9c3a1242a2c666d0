"""Quotations as a table: with the analyst's own verbs or finder, and where none can be found."""

import pandas as pd
import pytest

import analysis as an
from analysis.quotes import quotable
from analysis.text.quotes import Quote

ARTICLES = pd.DataFrame(
    {
        "article_id": ["fr", "none", "und"],
        "text": ["« Oui », a dit Ada Roy.", None, "« Oui », a dit Ada Roy."],
        "lang": ["fr-CA", None, "und"],
    }
)


def test_a_language_is_read_by_its_first_part_and_one_warning_counts_the_others():
    with pytest.warns(UserWarning, match="1 of 3 articles are in no language we find quotations in") as told:
        found = an.find_quotes(ARTICLES)
    assert len(told) == 1
    assert found[["article_id", "quote", "speaker"]].to_numpy().tolist() == [["fr", "Oui", "Ada Roy"]]


def test_where_quotations_can_be_found_is_where_find_quotes_looks():
    assert quotable(ARTICLES).tolist() == [True, False, False]


def test_what_is_no_whole_article_gives_no_quotation_and_is_counted():
    kinds = ["full", "cut", "caption"]
    articles = pd.DataFrame(
        {"article_id": kinds, "text": ARTICLES["text"][0], "lang": "fr", "text_kind": kinds}
    )
    with pytest.warns(UserWarning, match=r"2 of 3 .* or no whole articles \(1 × cut, 1 × caption\): no rows"):
        assert an.find_quotes(articles)["article_id"].tolist() == ["full"]
    assert quotable(articles).tolist() == [True, False, False]


def test_a_finder_of_ones_own_is_asked_instead_of_the_rules_and_its_speakers_are_resolved():
    def finder(text, lexicon):
        start = text.index("Ada")
        return [
            Quote(2, 5, "Oui", "direct", 7, 1, source="Ada Roy", source_start=start, source_end=start + 7)
        ]

    found = an.find_quotes(ARTICLES[:1], finder=finder)
    assert found[["utterance", "speaker"]].to_numpy().tolist() == [[7, "Ada Roy"]]


def test_a_lexicon_of_ones_own_is_used_for_its_language_alone(tmp_path):
    (tmp_path / "own.toml").write_text("# no word yet\n", encoding="utf-8")
    own, given = an.load_lexicon("fr", extra=tmp_path / "own.toml"), []
    articles = pd.concat([ARTICLES[:1], ARTICLES[:1].assign(article_id="en", lang="en")])
    an.find_quotes(articles, lexicon=own, finder=lambda _, lexicon: given.append(lexicon) or [])
    assert given == [own, an.load_lexicon("en")]
    assert own.sha256 != an.load_lexicon("fr").sha256
