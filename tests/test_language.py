"""The language of articles and paragraphs as tables; text/test_language.py has the detectors themselves."""

import pandas as pd
import pytest

import analysis as an

ARTICLES = pd.DataFrame(
    {
        "article_id": ["fr", "nl", "none", "digits"],
        "text": ["La maire est partie hier soir.\n2022", "De burgemeester vertrekt.", None, "2022"],
        "lang": ["fr", "nl", None, "und"],
    }
)


def test_a_language_is_replaced_and_no_text_has_none():
    found = an.detect_language(ARTICLES.assign(lang="xx"))
    assert found["lang"].isna().tolist() == [False, False, True, False]
    assert found["lang"][0] == "fr"
    assert found["lang_grade"][3] == "und"


def test_langdetect_alone_is_never_sure():
    grades = an.detect_language(ARTICLES, method="langdetect")["lang_grade"]
    assert grades[0] == "medium"


def test_another_method_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"method must be one of \['auto', 'langdetect'\], not 'spacy'"):
        an.detect_language(ARTICLES, method="spacy")


def test_paragraphs_are_stretches_of_their_article():
    found = an.detect_paragraphs(ARTICLES)
    texts = ARTICLES.set_index("article_id")["text"]
    assert [texts[row.article_id][row.start : row.end] for row in found.itertuples()] == [
        "La maire est partie hier soir.",
        "2022",
        "De burgemeester vertrekt.",
        "2022",
    ]
    assert found["lang"][:2].tolist() == ["fr", "und"]


def test_traces_of_translation_say_where_they_were_not_looked_for():
    with pytest.warns(UserWarning, match="3 of 4"):
        found = an.find_translation_traces(ARTICLES)
    assert found["translation"].fillna(-1).tolist() == [0, -1, -1, -1]
