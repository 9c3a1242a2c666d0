"""score_readability and its relatives: rows, parts, reasons, refusals."""

import pandas as pd
import pytest

import analysis as an

FR = "La maire a dit « le pont est ouvert ». Elle est partie."
ARTICLES = pd.DataFrame(
    {
        "article_id": ["fr", "nl", "none", "digits"],
        "text": [FR, "De burgemeester vertrekt.", None, "2022"],
        "lang": ["fr", "nl", None, "und"],
    }
)
QUOTES = pd.DataFrame(
    {
        "article_id": ["fr"],
        "start": [FR.index("le pont")],
        "end": [FR.index(" »")],
        "quote": ["le pont est ouvert"],
        "kind": ["direct"],
        "utterance": [1],
    }
)


def test_every_article_keeps_a_row_and_one_warning_says_how_many_lack_scores():
    with pytest.warns(UserWarning, match="3 of 4 articles lack scores") as warned:
        scores = an.score_readability(ARTICLES)
    assert len(warned) == 1
    assert scores["article_id"].tolist() == ARTICLES["article_id"].tolist()
    assert scores["reason"].isna().tolist() == [True, False, False, False]
    assert scores["flesch"].notna().tolist() == [True, False, False, False]
    assert scores["lix"].notna().tolist() == [True, True, False, True]


def test_what_is_no_whole_article_keeps_its_row_without_scores_and_is_counted():
    articles = pd.concat([ARTICLES[:1].assign(article_id=kind, text_kind=kind) for kind in ("full", "cut")])
    quotes = pd.concat([QUOTES.assign(article_id=kind) for kind in ("full", "cut")])
    told = "1 of 2 articles lack scores: column 'reason' says why, 1 × cut"
    with pytest.warns(UserWarning, match=told):
        scores = an.score_readability(articles, quotes=quotes)
    assert scores["article_id"].tolist() == ["full"] * 3 + ["cut"]
    assert scores["lix"].isna().tolist() == [False] * 3 + [True]
    assert scores["reason"].tolist()[-1] == "no whole article: column 'text_kind' says what it is"


def test_parts_are_rows_of_articles_with_quotations():
    scores = an.score_readability(ARTICLES.head(1), quotes=QUOTES)
    assert scores["part"].tolist() == ["whole", "narration", "quotations"]
    assert scores["n_words"].tolist() == [11, 7, 4]


def test_indirect_quotations_are_the_journalist_s_words():
    scores = an.score_readability(ARTICLES.head(1), quotes=QUOTES.assign(kind="indirect"))
    assert scores["part"].tolist() == ["whole"]


def test_quotations_of_another_text_are_refused():
    with pytest.raises(ValueError, match="not the slice of article 'fr'"):
        an.score_readability(ARTICLES.head(1), quotes=QUOTES.assign(start=0))


@pytest.mark.parametrize(
    ("options", "message"),
    [({"method": "spacy"}, "spacy"), ({"method": "textstat", "interval": True}, "native")],
)
def test_a_wrong_call_names_what_is_wrong(options, message):
    with pytest.raises(ValueError, match=message):
        an.score_readability(ARTICLES, **options)


def test_intervals_only_when_asked_for():
    without, with_ = (
        an.score_readability(ARTICLES.head(1)),
        an.score_readability(ARTICLES.head(1), interval=True),
    )
    assert without["flesch_low"].isna().all()
    assert (with_["flesch_low"] <= with_["flesch"]).all()


def test_formulas_name_their_source_and_their_symbols():
    table = an.formulas()
    assert table["source"].str.len().min() > 40
    assert set(table["direction"]) == {"higher is easier", "higher is harder"}
    assert {"fr", "en", "de", "es", "it", "pt", "ru", "any"} == set(table["lang"])


def test_two_formulas_are_not_compared_and_lix_is_offered():
    scores = pd.DataFrame(
        {"lang": ["fr", "en"], "formula": ["a", "b"], "flesch": [50.0, 60.0], "lix": [40.0, 30.0]}
    )
    with pytest.raises(ValueError, match="measure='lix'"):
        an.compare_readability(scores, by="lang", measure="flesch")
    assert an.compare_readability(scores, by="lang")["n"].tolist() == [1, 1]
    one_language = scores.assign(formula="a")
    assert an.compare_readability(one_language, by="lang", measure="flesch")["median"].tolist() == [
        60.0,
        50.0,
    ]
