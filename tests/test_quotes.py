"""Quotations as a table: with the analyst's own verbs or finder, and where none can be found."""

import json
import tomllib
from pathlib import Path

import pandas as pd
import pytest

import analysis as an
from analysis import tables
from analysis.evaluate import measured
from analysis.formats import read_table, write_table
from analysis.quotes import quotable
from analysis.sources import each_speaker
from analysis.text import lexicon
from analysis.text.quotes import Quote
from analysis.text.quotes.candidates import RULES

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


@pytest.fixture
def figures(tmp_path, monkeypatch):
    """Figures of two French rules, one with a row too few to say anything."""
    file = tmp_path / "measured.toml"
    lines = ["[fr.rules]", "tail = { n = 20, precision = 0.95 }", "that = { n = 19, precision = 1.0 }"]
    file.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(measured, "FILE", file)
    measured.evidence.cache_clear()
    yield
    measured.evidence.cache_clear()


TWO_RULES = ARTICLES[:1].assign(text="« Oui », a dit Ada Roy. Elle a ajouté que le pont reste ouvert.")


@pytest.mark.usefixtures("figures")
def test_evidence_is_the_precision_of_the_rule_where_it_was_measured_on_rows_enough():
    found = an.find_quotes(TWO_RULES, evidence=True)
    assert found["rule"].tolist() == ["tail", "that"]
    assert found["rule_precision"].tolist()[0] == 0.95
    assert found["rule_n"].tolist()[0] == 20
    assert found[["rule_precision", "rule_n"]].isna().all(axis=1).tolist() == [False, True]


@pytest.mark.usefixtures("figures")
def test_no_evidence_for_another_language_or_a_finder_of_ones_own():
    english = pd.DataFrame({"article_id": ["a"], "text": ["“Yes,” said Ann Roy."], "lang": ["en"]})
    own = an.find_quotes(
        ARTICLES[:1], evidence=True, finder=lambda *_: [Quote(2, 5, "Oui", "direct", 0, 1, rule="tail")]
    )
    for found in (an.find_quotes(english, evidence=True), own):
        assert found["rule"].tolist() == ["tail"]
        assert found[["rule_precision", "rule_n"]].isna().all(axis=None)


def test_evidence_adds_its_two_columns_and_nothing_else():
    plain = an.find_quotes(TWO_RULES)
    asked = an.find_quotes(TWO_RULES, evidence=True)
    dtypes = asked[["rule_precision", "rule_n"]].dtypes.astype(str).tolist()
    assert (
        dtypes
        == ["float64", "Int64"]
        == an.find_quotes(TWO_RULES[:0], evidence=True).dtypes.astype(str)[-2:].tolist()
    )
    pd.testing.assert_frame_equal(asked.drop(columns=["rule_precision", "rule_n"]), plain)


def test_what_was_measured_are_our_rules_in_our_languages():
    figures = tomllib.loads(Path(measured.FILE).read_text(encoding="utf-8"))
    assert set(figures) <= set(lexicon.quotable())
    assert {rule for lang in figures.values() for rule in lang["rules"]} <= set(RULES)
    columns = tables.describe(measured.Evidence)["column"].tolist()
    assert columns == ["article_id", "rule_precision", "rule_n"]


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl", ".xlsx"])
def test_all_who_speak_together_are_in_the_table_and_in_the_file(tmp_path, suffix):
    text = "« Oui », ont dit Ada Roy et Luc Arnel."
    found = an.find_quotes(ARTICLES[:1].assign(text=text))
    write_table(found, tmp_path / f"quotes{suffix}")
    back = read_table(tmp_path / f"quotes{suffix}", Quote)
    assert back["speaker"].tolist() == ["Ada Roy"]
    assert json.loads(back["speakers"][0]) == ["Ada Roy", "Luc Arnel"]
    assert each_speaker(back)["speaker"].tolist() == ["Ada Roy", "Luc Arnel"]


def test_a_name_in_marks_is_printed_with_both_and_spoken_of_without():
    text = "« Oui », a dit la maire « Ada Roy » lundi."
    found = an.find_quotes(ARTICLES[:1].assign(text=text))
    assert found[["quote", "source", "speaker"]].to_numpy().tolist() == [
        ["Oui", "la maire « Ada Roy »", "Ada Roy"]
    ]
    assert text[found["source_start"][0] : found["source_end"][0]] == "la maire « Ada Roy »"
