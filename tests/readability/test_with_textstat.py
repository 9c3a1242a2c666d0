"""The textstat off-line: the same numbers as direct calls, nothing downloaded, English for nobody else."""

import math
import socket
from concurrent.futures import ThreadPoolExecutor

import nltk
import pandas as pd
import pytest
import textstat

from analysis.readability import score_readability, with_textstat

TEXTS = {
    "en": "The mayor, who had arrived late, refused to answer. Nobody minded. It was a long meeting.",
    "fr": "La maire, arrivée en retard, a refusé de répondre. Nul ne protestait. La séance fut longue.",
    "de": "Die Bürgermeisterin kam spät und wollte nicht antworten. Niemand war überrascht. Alle gingen.",
}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("something asked the network"))


@pytest.mark.filterwarnings("ignore:There is no easy words")
def test_scores_are_those_of_direct_calls():
    articles = pd.DataFrame({"article_id": list(TEXTS), "text": TEXTS.values(), "lang": list(TEXTS)})
    got = score_readability(articles, method="textstat").set_index("article_id")
    for lang, text in TEXTS.items():
        textstat.set_lang(lang)
        direct = {name: getattr(textstat, name)(text) for name in with_textstat.MEASURES}
        assert got.loc[lang, list(with_textstat.MEASURES)].to_dict() == direct
    textstat.set_lang("en_US")


@pytest.mark.parametrize("lang", ["pt", "uk", "zh", "und"])
def test_a_language_without_coefficients_gets_no_english_ones(lang):
    got = with_textstat.score("O gato está no tapete e dorme.", lang)
    assert math.isnan(got.flesch_reading_ease)
    assert repr(lang) in got.reason


def test_a_text_without_words_scores_nothing_rather_than_zero():
    assert math.isnan(with_textstat.score("2022 …", "en").flesch_reading_ease)


def test_the_corpus_is_written_once_and_whole_however_many_ask(tmp_path):
    with ThreadPoolExecutor(2) as pool:
        roots = set(pool.map(with_textstat.supply_cmudict, [tmp_path] * 2))
    (root,) = roots
    corpus = root / "corpora" / "cmudict" / "cmudict"
    written = corpus.stat().st_mtime_ns
    assert [path.name for path in corpus.parent.iterdir()] == ["cmudict"]
    assert with_textstat.supply_cmudict(tmp_path) == root
    assert corpus.stat().st_mtime_ns == written
    assert nltk.data.path.count(str(root)) == 1
    nltk.data.path.remove(str(root))


def test_a_user_s_own_textstat_keeps_its_language():
    textstat.set_lang("de")
    with_textstat.score(TEXTS["fr"], "fr")
    assert (
        textstat.flesch_reading_ease(TEXTS["de"])
        == with_textstat.score(TEXTS["de"], "de").flesch_reading_ease
    )
    textstat.set_lang("en_US")
