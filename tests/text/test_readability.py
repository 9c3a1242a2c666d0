"""Readability: passages counted by hand, the measures that need no language, parts and intervals."""

import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import readability
from analysis.text.lexicon import UNDETERMINED, Lexicon, load
from analysis.text.readability import counts
from analysis.text.readability.counts import read
from analysis.text.readability.diversity import mattr, mtld
from analysis.text.words import find

PASSAGES = tomllib.loads(
    (Path(__file__).parents[1] / "published" / "readability.toml").read_text(encoding="utf-8")
)["passage"]
COUNTS = {"sentences": "n_sentences", "words": "n_words", "syllables": "n_syllables"}
DUTCH = Lexicon("nl")


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda one: f"{one['lang']} {one['text'][:20]}")
def test_counts_and_scores_are_those_made_by_hand(passage):
    got = readability.score(passage["text"], load(passage["lang"]))
    assert {name: getattr(got, column) for name, column in COUNTS.items()} == {
        name: passage[name] for name in COUNTS
    }
    scores = set(passage) - {"lang", "source", "text", *COUNTS}
    assert {name: getattr(got, name) for name in scores} == pytest.approx(
        {n: passage[n] for n in scores}, abs=0.006
    )


def test_every_formula_of_a_language_fills_its_own_column():
    text = "Ada Roy said no. The minister of transport, who arrived late, refused to answer any question."
    english = readability.score(text, load("en"))
    assert all(
        not math.isnan(getattr(english, one.column)) for one in readability.formulas() if one.lang == "en"
    )
    assert math.isnan(english.gulpease)
    assert english.reason is None


def test_a_language_without_formulas_keeps_lix_and_says_why():
    got = readability.score("De burgemeester heeft maandag het nieuwe gemeentehuis geopend.", DUTCH)
    assert got.lix == pytest.approx(8 + 100 * 4 / 8)  # burgemeester, maandag, gemeentehuis, geopend
    assert math.isnan(got.flesch)
    assert got.n_syllables is None
    assert got.reason == "no formula was fitted on the language 'nl'"
    assert readability.score("Een zin.", UNDETERMINED).reason == "the language is not known"


@pytest.mark.parametrize(
    ("text", "lexicon", "reason"),
    [("", load("fr"), "words"), ("…", DUTCH, "words"), ("你好", Lexicon("zh"), "spaces")],
)
def test_what_cannot_be_counted_says_why(text, lexicon, reason):
    got = readability.score(text, lexicon)
    assert got.n_words == 0
    assert reason in got.reason
    assert math.isnan(got.lix)


def test_too_short_is_below_100_words_or_5_sentences():
    sentence = "one two three four five six seven eight nine ten. "
    assert readability.score(("O" + sentence[1:]) * 10, load("en")).too_short is False
    assert readability.score(("O" + sentence[1:]) * 9, load("en")).too_short is True
    assert readability.score(sentence.replace(". ", ", ") * 10, load("en")).too_short is True


def test_the_interval_holds_the_score_and_is_the_same_every_time():
    text = (
        "It rains. The minister of transport refused to answer. Nobody came. Everybody had been invited. " * 5
    )
    one, other = (readability.score(text, load("en"), interval=True) for _ in range(2))
    assert one == other
    assert one.flesch_low < one.flesch < one.flesch_high
    assert one.lix_low < one.lix < one.lix_high


def test_each_sentence_has_its_own_scores():
    text = "Il pleut.\n\nL'administration pénitentiaire réorganise ses établissements."
    short, long = readability.by_sentence(text, load("fr"))
    assert text[short.start : short.end] == "Il pleut."
    assert short.flesch > long.flesch
    assert long.n_words == 6


def test_narration_and_quotations_are_divided():
    text = "Elle a dit « oui ». Puis, « non, jamais », a-t-elle ajouté."
    parts = readability.divide(text, [(13, 16, 1), (28, 39, 2)])
    assert parts["quotations"] == "oui\nnon, jamais"
    assert "oui" not in parts["narration"]
    assert "ajouté" in parts["narration"]


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=120), st.integers(1, 60))
def test_mattr_is_the_mean_over_every_window(tokens, window):
    size = min(window, len(tokens))
    each = [len(set(tokens[at : at + size])) / size for at in range(len(tokens) - size + 1)]
    assert mattr(tokens, window) == pytest.approx(sum(each) / len(each))


def test_mtld_as_its_authors_work_it_out():
    # McCarthy and Jarvis (2010), their own example: forwards one factor ends after "by the people" (ratio
    # .667), and "for the people" adds none; backwards it is one as well: 9 words a factor
    assert mtld(["of", "the", "people", "by", "the", "people", "for", "the", "people"]) == 9.0
    assert math.isnan(mtld(["all", "different", "words"]))


@given(st.text(alphabet="aBé'’-. 1,«»\n(“”…!_²\u00a0", max_size=40), st.sampled_from(["fr", "en", "it"]))
def test_what_is_read_are_the_words_and_the_counts_of_each_add_up(text, code):
    own = load(code)
    tokens, total = read(text, 1, own)
    assert tokens == [text[start:end].lower() for start, end in find(text, own)]
    each = [counts._measured([token], own) for token in tokens]
    apart = [counts.LANES.unpack(lanes.to_bytes(counts.LANES.size, "little")) for (lanes,) in each]
    assert list(total[2:]) == [sum(one[at] for one in apart) for at in range(6)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "EDF et edf.", [5, 1]),  # three syllables, one and one: only capitals are spelt
        ("en", "ITV told us of the US.", [9, 1]),
        ("en", "ITV-US, the US’s ITV’s.", [6, 0]),  # what is part of a longer word is not spelt
        ("de", "Die CDU.", [4, 1]),
    ],
)
def test_what_is_read_letter_by_letter_has_the_syllables_of_its_letters(code, text, expected):
    found = read(text, 1, load(code))[1]
    assert [found.syllables, found.poly] == expected


def test_what_is_remembered_of_one_language_does_not_reach_another():
    assert read("l'eau", 1, load("fr"))[0] == ["l'", "eau"]
    assert read("l'eau", 1, DUTCH)[0] == ["l'eau"]


def test_forgetting_words_changes_no_count(monkeypatch):
    text = "L'administration réorganise ses établissements, dit-elle : 20 000 places."
    before = read(text, 1, load("fr"))
    monkeypatch.setattr(counts, "MOST_CHUNKS", 0)
    assert [read(text, 1, load("fr")) for _ in range(2)] == [before] * 2
