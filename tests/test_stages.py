"""The contract of a stage, an article-local verb, once for every stage.

A stage takes the articles table, leaves it untouched, looks at one article at a time, and gives a table; an
empty table in gives an empty table of the same columns out.
"""

import inspect
import warnings
from collections.abc import Callable

import pandas as pd
import pytest

import analysis as an

# Every article-local verb. A new one is a new line here.
STAGES = [
    an.select,
    an.clean_text,
    an.find_boilerplate,
    an.find_credits,
    an.detect_language,
    an.detect_paragraphs,
    an.find_translation_traces,
    an.score_readability,
    an.find_quotes,
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


@pytest.mark.parametrize("verb", [an.find_quotes, an.score_readability])
def test_a_table_whose_languages_nobody_detected_says_what_to_run(verb, articles: pd.DataFrame):
    blank = articles.assign(lang=None)
    with pytest.warns(UserWarning, match=r"none of them has a 'lang': run detect_language\(\) first"):
        verb(blank)
