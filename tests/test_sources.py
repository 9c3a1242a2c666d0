"""Who speaks: counts and shares worked out by hand on four made articles."""

import math

import pandas as pd
import pytest

from analysis import tables
from analysis.sources import UNATTRIBUTED, summarise_sources
from analysis.tables import Article
from analysis.text.quotes import Quote


def article(article_id, outlet="A", lang="fr", text="…"):
    return Article(article_id, f"{article_id}.txt", outlet=outlet, text=text, lang=lang)


def said(article_id, utterance, n_words, speaker, source_type=None):
    quote = Quote(0, 1, "…", "direct", utterance, n_words, speaker=speaker, source_type=source_type)
    return (article_id, *quote)


@pytest.fixture
def articles():
    rows = [article("a1"), article("a2"), article("b1", "B"), article("b2", "B")]
    return tables.from_rows(Article, rows)


@pytest.fixture
def quotes():
    rows = [
        said("a1", 1, 10, "Ada Roy", "business"),
        said("a1", 1, 6, "Ada Roy", "unspecified"),  # second part of the same utterance
        said("a1", 2, 4, None),
        said("a2", 1, 20, "Ada Roy", "unspecified"),
        said("b1", 1, 8, "police", "security_forces"),
        said("b1", 2, 2, "Ada Roy", "business"),
    ]
    return tables.from_rows(Quote, rows)


def test_utterances_words_and_articles_are_counted(articles, quotes):
    made = summarise_sources(articles, quotes).set_index("speaker")
    counts = made[["n_utterances", "n_quotes", "n_words", "n_articles"]]
    assert counts.loc["Ada Roy"].tolist() == [3, 4, 38, 3]
    assert counts.loc["police"].tolist() == [1, 1, 8, 1]
    assert counts.loc[UNATTRIBUTED].tolist() == [1, 1, 4, 1]
    assert made.loc["Ada Roy", "source_type"] == "business"  # twice business, twice not said


def test_shares_have_the_denominators_they_say(articles, quotes):
    ada = summarise_sources(articles, quotes).set_index("speaker").loc["Ada Roy"]
    assert ada["utterance_share"] == 3 / 5
    assert ada["word_share"] == 38 / 50
    assert ada["article_share"] == 3 / 4  # b2 was analysed and quotes nobody
    assert ada["utterance_share_low"] <= 3 / 5 <= ada["utterance_share_high"]


def test_the_unattributed_come_first_and_are_never_dropped(articles, quotes):
    assert summarise_sources(articles, quotes)["speaker"].tolist() == [UNATTRIBUTED, "Ada Roy", "police"]
    without = quotes[quotes["speaker"].notna()]
    first = summarise_sources(articles, without).iloc[0]
    assert (first["speaker"], first["n_utterances"]) == (UNATTRIBUTED, 0)


def test_each_group_has_its_own_whole(articles, quotes):
    made = summarise_sources(articles, quotes, by="outlet").set_index(["outlet", "speaker"])
    assert made.loc[("A", "Ada Roy"), "utterance_share"] == 2 / 3
    assert made.loc[("B", "Ada Roy"), "utterance_share"] == 1 / 2
    assert made.loc[("B", "Ada Roy"), "articles_analysed"] == 2
    assert summarise_sources(articles, quotes, by=["outlet", "lang"]).columns[:2].tolist() == [
        "outlet",
        "lang",
    ]


def test_what_cannot_be_analysed_leaves_the_denominator_and_is_counted(articles, quotes):
    more = [article("x1", lang="und"), article("x2", lang=None), article("x3", text=None)]
    everything = pd.concat([articles, tables.from_rows(Article, more)], ignore_index=True)
    with pytest.warns(UserWarning, match="3 of 7 articles"):
        made = summarise_sources(everything, quotes)
    assert made["articles_left_out"].unique().tolist() == [3]
    assert made["articles_analysed"].unique().tolist() == [4]


def test_what_is_no_whole_article_leaves_the_denominator_and_is_counted(articles, quotes):
    told = r"1 of 4 articles have no text or .* or are no whole articles \(1 × caption\): left out"
    with pytest.warns(UserWarning, match=told):
        made = summarise_sources(articles.assign(text_kind=["full", None, None, "caption"]), quotes)
    assert made["articles_left_out"].unique().tolist() == [1]
    assert made["articles_analysed"].unique().tolist() == [3]


def test_the_interval_resamples_articles(articles, quotes):
    made = summarise_sources(articles, quotes, seed=1)
    pd.testing.assert_frame_equal(made, summarise_sources(articles, quotes, seed=1))
    # one of four articles has the police: (3/4)⁴ = .32 of the samples lack it, so the interval begins at 0
    police = made.set_index("speaker").loc["police"]
    assert police["article_share_low"] == 0
    assert police["article_share_high"] == pytest.approx(0.75)  # P(4 of 4) = .004 < .025


def test_one_article_gives_no_interval(articles, quotes):
    made = summarise_sources(articles[:1], quotes)
    assert math.isnan(made.set_index("speaker").loc["Ada Roy", "utterance_share_low"])


def test_input_is_untouched_and_nothing_in_gives_a_table_out(articles, quotes):
    before = articles.copy(), quotes.copy()
    summarise_sources(articles, quotes, by="outlet")
    pd.testing.assert_frame_equal(articles, before[0])
    pd.testing.assert_frame_equal(quotes, before[1])
    empty = summarise_sources(articles[:0], quotes[:0])
    assert (len(empty), math.isnan(empty["utterance_share"][0])) == (1, True)


def test_a_missing_column_is_named(articles, quotes):
    with pytest.raises(ValueError, match="the articles table lacks 'desk'"):
        summarise_sources(articles, quotes, by="desk")
    with pytest.raises(ValueError, match=r"the quotes table lacks 'speaker' .*find_quotes"):
        summarise_sources(articles, quotes.drop(columns="speaker"))


def test_what_nobody_said_counts_in_no_share_and_is_counted_apart(articles, quotes):
    denied = [said("a1", 3, 9, "Ada Roy"), said("b2", 1, 9, "Jo Lin")]
    supposed = [said("b1", 3, 9, "police")] * 2  # two parts of one utterance
    hearsay = [said("b2", 2, 5, "Jo Lin")]
    kinds = {
        "polarity": [pd.NA] * 6 + ["negated"] * 2 + [pd.NA] * 3,
        "mood": [pd.NA] * 8 + ["hypothetical"] * 2 + ["hearsay"],
    }
    rows = pd.concat([quotes, tables.from_rows(Quote, [*denied, *supposed, *hearsay])], ignore_index=True)
    made = summarise_sources(articles, rows.assign(**kinds), by="outlet")
    left = made.groupby("outlet")["utterances_left_out"].unique()
    assert {outlet: list(each) for outlet, each in left.items()} == {"A": [1], "B": [2]}
    assert set(made["speaker"]) == {UNATTRIBUTED, "Ada Roy", "police", "Jo Lin"}  # hearsay is said
    whole = summarise_sources(articles, rows.assign(**kinds)).set_index("speaker")
    assert whole.loc["Ada Roy", "utterance_share"] == 3 / 6
    assert whole.loc["Jo Lin", ["n_utterances", "n_words"]].tolist() == [1, 5]


def test_who_speak_together_are_counted_each_and_their_utterance_once(articles, quotes):
    together = quotes.assign(speakers=[None, None, None, '["Ada Roy", "Jan Lind"]', None, None])
    made = summarise_sources(articles, together).set_index("speaker")
    counts = made[["n_utterances", "n_quotes", "n_words", "n_articles"]]
    assert counts.loc["Ada Roy"].tolist() == [3, 4, 38, 3]  # as without it
    assert counts.loc["Jan Lind"].tolist() == [1, 1, 20, 1]
    assert made.loc["Jan Lind", ["utterance_share", "word_share"]].tolist() == [1 / 5, 20 / 50]
    assert made["utterances_counted"].unique().tolist() == [5]
    assert made.loc["Jan Lind", "source_type"] == "unspecified"  # the type told is that of the first
