"""The contract of a stage, once for every stage; then what each does besides its text function."""

import inspect
import warnings
from collections.abc import Callable

import pandas as pd
import pytest

from analysis import mixtures, stages
from analysis.text import boilerplate

# Every article-local verb. A new one is a new line here.
STAGES = [
    stages.clean_text,
    stages.find_boilerplate,
    stages.find_credits,
    stages.detect_language,
    stages.find_quotes,
    stages.score_readability,
    mixtures.detect_paragraphs,
    mixtures.find_translation_traces,
]
Stage = Callable[..., pd.DataFrame]

each_stage = pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)


@pytest.fixture
def articles() -> pd.DataFrame:
    """Invented: two to find things in, one unreadable, one of digits, one in no language we have."""
    return pd.DataFrame(
        {
            "article_id": ["fr", "en", "lost", "digits", "und"],
            "outlet": ["Courrier", "Post", "Post", None, "Post"],
            "text": [
                "LYON, 3 mars (AFP) — « Le pont est ouvert », a dit le maire de Sarnay.\n\n\n\nPartager\n",
                "“The bridge is open,” the mayor of Sarnay said on Monday.\n\nLeave a Reply\n\nTop\n\n(AP)",
                None,
                "2022 2023 2024",
                "Kaliteraki mera, kalimera sas.",
            ],
            "lang": ["fr", "en", None, "und", "xx"],
            "note": [1, 2, 3, 4, 5],
        }
    )


def run(stage: Stage, articles: pd.DataFrame) -> pd.DataFrame:
    """The stage's table; what it warns of is tested by itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return stage(articles)


@each_stage
def test_finds_something(stage: Stage, articles: pd.DataFrame):
    assert len(run(stage, articles)) >= 2


@each_stage
def test_leaves_its_input_untouched(stage: Stage, articles: pd.DataFrame):
    before = articles.copy(deep=True)
    run(stage, articles)
    pd.testing.assert_frame_equal(articles, before)


@each_stage
def test_looks_at_one_article_at_a_time(stage: Stage, articles: pd.DataFrame):
    whole = run(stage, articles)
    alone = pd.concat([run(stage, articles[articles["article_id"] == id_]) for id_ in articles["article_id"]])
    pd.testing.assert_frame_equal(whole, alone.set_axis(whole.index).astype(whole.dtypes))


@each_stage
def test_an_empty_table_gives_an_empty_table_of_the_same_columns(stage: Stage, articles: pd.DataFrame):
    full, empty = run(stage, articles), run(stage, articles.iloc[:0])
    assert len(empty) == 0
    pd.testing.assert_series_equal(empty.dtypes, full.dtypes)


@each_stage
def test_rows_keep_their_order_and_any_index(stage: Stage, articles: pd.DataFrame):
    odd = articles.set_axis([7, 7, 0, 3, 3])
    plain, other = run(stage, articles), run(stage, odd)
    pd.testing.assert_frame_equal(plain.reset_index(drop=True), other.reset_index(drop=True))


@each_stage
def test_options_are_keyword_only_and_nothing_is_kept_between_runs(stage: Stage, articles: pd.DataFrame):
    first, *options = inspect.signature(stage).parameters.values()
    assert first.name == "articles"
    assert all(option.kind is inspect.Parameter.KEYWORD_ONLY for option in options)
    pd.testing.assert_frame_equal(run(stage, articles), run(stage, articles))


@each_stage
@pytest.mark.parametrize("column", ["article_id", "text"])
def test_a_missing_column_is_named_with_its_maker(stage: Stage, articles: pd.DataFrame, column: str):
    with pytest.raises(
        ValueError, match=rf"the articles table lacks '{column}' \(made by read_articles\(\)\); it has"
    ):
        stage(articles.drop(columns=column))


@each_stage
def test_what_is_no_table_is_refused(stage: Stage):
    with pytest.raises(TypeError, match="articles must be a pandas DataFrame, not list"):
        stage(["Le pont est ouvert."])


def test_cleaning_twice_is_cleaning_once(articles: pd.DataFrame):
    once = stages.clean_text(articles)
    pd.testing.assert_frame_equal(stages.clean_text(once), once)


def test_cleaning_changes_text_alone_and_keeps_what_was_read(articles: pd.DataFrame):
    cleaned = stages.clean_text(articles)
    pd.testing.assert_frame_equal(cleaned.drop(columns=["text", "raw_text"]), articles.drop(columns="text"))
    pd.testing.assert_series_equal(cleaned["raw_text"], articles["text"], check_names=False)
    assert cleaned["text"].isna().tolist() == articles["text"].isna().tolist()
    assert cleaned["text"][0] == "LYON, 3 mars (AFP) — « Le pont est ouvert », a dit le maire de Sarnay."
    assert cleaned["text"][1] == "“The bridge is open,” the mayor of Sarnay said on Monday.\n\n(AP)"


def test_what_was_removed_is_listed_with_raw_spans_before_and_after(articles: pd.DataFrame):
    lines = stages.find_boilerplate(articles)
    assert lines["line"].tolist() == ["Partager", "Leave a Reply", "Top"]
    raw = articles.set_index("article_id")["text"]
    assert [raw[row.article_id][row.start : row.end] for row in lines.itertuples()] == lines["line"].tolist()
    pd.testing.assert_frame_equal(stages.find_boilerplate(stages.clean_text(articles)), lines)


def test_a_quotation_found_in_the_cleaned_text_maps_back_to_the_raw_one(articles: pd.DataFrame):
    cleaned = stages.clean_text(articles).assign(
        text=lambda table: "Share\n\n" + table["raw_text"], raw_text=None
    )
    cleaned = stages.clean_text(cleaned)
    raw, text = cleaned["raw_text"][0], cleaned["text"][0]
    start = text.index("Le pont")
    pieces = boilerplate.kept(raw, boilerplate.find(raw))
    assert boilerplate.to_raw((start, start + 7), pieces) == (raw.index("Le pont"), raw.index("Le pont") + 7)


def test_an_article_of_nothing_but_boilerplate_keeps_its_row():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Share\n\nLeave a Reply"]})
    assert stages.clean_text(articles)["text"].tolist() == [""]


def test_repeated_lines_go_only_for_their_outlet():
    texts = ["The bridge is open.\nSarnay Daily"] * 2
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["Post", None], "text": texts})
    repeated = pd.DataFrame({"outlet": ["Post"], "line": ["Sarnay Daily"]})
    cleaned = stages.clean_text(articles, repeated=repeated)
    assert cleaned["text"].tolist() == ["The bridge is open.", texts[1]]
    assert stages.find_boilerplate(articles, repeated=repeated)["kind"].tolist() == ["repeated"]


@pytest.mark.parametrize(("left", "right"), [("outlet", None), (None, "line")])
def test_repeated_lines_need_outlets_on_both_sides(
    articles: pd.DataFrame, left: str | None, right: str | None
):
    repeated = pd.DataFrame({"outlet": ["Post"], "line": ["Sarnay Daily"]})
    with pytest.raises(ValueError, match=rf"lacks '{left or right}'"):
        stages.clean_text(
            articles.drop(columns=[left] if left else []),
            repeated=repeated.drop(columns=[right] if right else []),
        )


def test_credits_are_rows_of_their_article(articles: pd.DataFrame):
    found = stages.find_credits(articles)
    assert found["article_id"].tolist() == ["fr", "en"]
    assert found["place"].tolist() == ["dateline", "tail"]
    assert found["agency"].tolist() == ["afp", "ap"]


@pytest.mark.parametrize("verb", [stages.find_quotes, stages.score_readability])
def test_a_table_whose_languages_nobody_detected_says_what_to_run(verb, articles: pd.DataFrame):
    blank = articles.assign(lang=None)
    with pytest.warns(UserWarning, match=r"none of them has a 'lang': run detect_language\(\) first"):
        verb(blank)
