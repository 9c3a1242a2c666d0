"""Scores worked out by hand on a made gold standard, in its three forms."""

import json
import math
import tomllib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis import tables
from analysis.evaluate import Gold, matching, read_gold, score_quotes
from analysis.text.quotes import Quote
from analysis.text.words import Span

TEXT = (
    "Ada Roy a dit que la route rouvrira. « Non », a crié Paul. « Oui », dit-elle. "
    "On pense que tout va. Fin de jour."
)
LABELS = f'''
[[articles]]
article_id = "made-1"
text = """
{TEXT}
"""

[[articles.quotes]]
quote = "que la route rouvrira"
kind = "indirect"
cue = "a dit"
source = "Ada Roy"
speaker = "Ada Roy"
source_type = "business"

[[articles.quotes]]
quote = "Non"
kind = "direct"
cue = "a crié"
source = "Paul"
speaker = "Paul"

[[articles.quotes]]
quote = "Oui"
kind = "direct"
cue = "dit-elle"
source = "elle"
speaker = "Ada Roy"

[[articles.quotes]]
quote = "que tout va"
kind = "indirect"
optional = true

[[articles.negatives]]
quote = "Fin de jour"
why = "no speech"

[[articles]]
article_id = "made-2"
text = "Rien."
'''


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "fr.toml").write_text(LABELS, encoding="utf-8")
    return read_gold(tmp_path)


def predict(*found):
    """Predictions in the first article: (words, kind, source, speaker, rule)."""
    rows = []
    for number, (words, kind, source, speaker, rule) in enumerate(found):
        start = TEXT.index(words)
        quote = Quote(
            start, start + len(words), words, kind, number, 1, source=source, speaker=speaker, rule=rule
        )
        rows.append(("made-1", *quote))
    return tables.from_rows(Quote, rows)


def cell(scored, kind="all", overlap="exact", **group):
    rows = scored[(scored["kind"] == kind) & (scored["overlap"] == overlap)]
    for column, value in group.items():
        rows = rows[rows[column] == value]
    return rows.iloc[0]


@pytest.fixture
def predicted():
    return predict(
        ("que la route rouvrira", "indirect", "Ada Roy", "Ada Roy", "that"),
        ("la route", "direct", None, None, "wild"),  # the same words again: one too many
        ("Oui", "direct", "elle", "Ada Roy", "tail"),
        ("que tout va", "indirect", None, None, "wild"),  # optional: counts neither way
        ("Fin de jour", "direct", None, None, "wild"),  # a negative
    )


def test_precision_recall_and_f_by_hand(predicted, gold):
    scored = score_quotes(predicted, gold)
    row = cell(scored)
    assert (row["n_gold"], row["n_predicted"], row["n_matched"]) == (3, 4, 2)
    assert (row["precision"], row["recall"]) == (2 / 4, 2 / 3)
    assert row["f1"] == pytest.approx(2 * 2 / (3 + 4))
    assert (row["source_same"], row["e2e_f1"]) == (1.0, row["f1"])
    direct = cell(scored, "direct")
    assert (direct["n_gold"], direct["n_predicted"], direct["n_matched"]) == (2, 3, 1)


def test_overlaps_of_the_gold_and_of_the_union(gold):
    long = predict(("Ada Roy a dit que la route rouvrira", "indirect", "Ada Roy", None, "wild"))
    scored = score_quotes(long, gold)
    # trimmed, gold is "la route rouvrira" (17), the prediction 35: all of gold, 17/35 of the union
    assert [cell(scored, overlap=name)["n_matched"] for name in matching.OVERLAPS] == [0, 1, 1, 0, 1]


def test_negatives_and_speakers_beyond_the_mention_are_counted_apart(predicted, gold):
    scored = score_quotes(predicted, gold)
    negatives, resolved = cell(scored, "negatives", "half"), cell(scored, "resolved", "gold >= 0.3")
    assert (negatives["n_gold"], negatives["n_matched"]) == (1, 1)
    assert (resolved["n_gold"], resolved["n_matched"]) == (1, 1)  # "elle" is Ada Roy
    assert math.isnan(negatives["precision"])


def test_by_rule_recalls_add_up_and_precisions_stand_alone(predicted, gold):
    scored = score_quotes(predicted, gold, by="rule")
    rules = {rule: cell(scored, rule=rule) for rule in ("that", "tail", "wild")}
    assert [rules[rule]["precision"] for rule in rules] == [1.0, 1.0, 0.0]
    assert sum(rules[rule]["recall"] for rule in rules) == pytest.approx(2 / 3)


def test_by_language_and_unknown_columns(predicted, gold):
    assert cell(score_quotes(predicted, gold, by="lang"), lang="fr")["n_gold"] == 3
    with pytest.raises(ValueError, match="by='desk' is neither 'rule' nor a column"):
        score_quotes(predicted, gold, by="desk")


def test_a_score_carries_its_signature_and_interval(predicted, gold):
    scored = score_quotes(predicted, gold, seed=3)
    signature = scored["signature"][0]
    assert f":{gold.sha256[:8]}" in signature
    assert signature.startswith("media-analysis:")
    assert "fr:" in signature
    assert "seed:3" in signature
    row = cell(scored)
    assert row["f1_low"] <= row["f1"] <= row["f1_high"]
    pd.testing.assert_frame_equal(scored, score_quotes(predicted, gold, seed=3))


def test_predictions_of_another_text_are_refused(gold):
    moved = predict(("Oui", "direct", "elle", None, "tail")).assign(start=3, end=6)
    with pytest.raises(ValueError, match="is not the slice of article 'made-1'"):
        score_quotes(moved, gold)


def test_nothing_predicted_is_a_score_too(gold):
    row = cell(score_quotes(predict(), gold))
    assert (row["recall"], row["f1"]) == (0.0, 0.0)
    assert math.isnan(row["precision"])


def test_what_is_measured_is_noted_and_other_languages_stay(predicted, gold, tmp_path):
    path = tmp_path / "measured.toml"
    path.write_text(
        '[es]\ngold = "old"\nn_gold = 1\nrules."tail" = { n = 4, precision = 0.5 }\n', encoding="utf-8"
    )
    score_quotes(predicted, gold, measured=path)
    noted = tomllib.loads(path.read_text(encoding="utf-8"))
    assert noted["es"]["rules"] == {"tail": {"n": 4, "precision": 0.5}}
    assert noted["fr"]["rules"]["that"]["precision"] == 1.0
    assert noted["fr"]["sha256"] == gold.sha256[:16]


def test_what_nothing_was_asked_for_is_nan_in_the_file_too(predicted, gold, tmp_path):
    path = tmp_path / "measured.toml"
    silent = gold._replace(quotes=gold.quotes[:0], name="l’été \U0001f321")
    for _ in range(2):  # the second time, what the first wrote is read
        score_quotes(predicted, silent, measured=path)
    noted = tomllib.loads(path.read_text(encoding="utf-8"))["fr"]
    assert (noted["gold"], noted["n_gold"]) == ("l’été \U0001f321", 0)
    assert noted["rules"]["tail"]["precision"] == 0.0
    assert math.isnan(noted["rules"]["tail"]["recall"])


def test_labels_are_found_in_their_article(gold):
    quotes = gold.quotes
    assert [TEXT[start:end] for start, end in zip(quotes["start"], quotes["end"], strict=True)] == quotes[
        "quote"
    ].tolist()
    assert quotes["core"].tolist() == [True, True, True, False]
    assert quotes["source_start"].tolist()[:3] == [0, TEXT.index("Paul"), TEXT.index("elle")]
    assert quotes["source_type"].tolist()[0] == "business"
    assert len(gold.articles) == 2


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ('quote = "jamais dit"', "'jamais dit' is not in the text"),
        ('quote = "a"', "stands there .* times; add nth"),
        ('quote = "Oui"\nnth = 2', "nth = 2, but 'Oui' stands there 1 times"),
        ('quote = "Oui"\nnth = 0', "nth = 0, but 'Oui' stands there 1 times"),
        ('quote = "a"\nnth = -1', "nth = -1, but 'a' stands there 2 times"),
    ],
)
def test_a_wrong_label_is_named(label, message, tmp_path):
    made = f'[[articles]]\narticle_id = "x"\ntext = "{TEXT}"\n[[articles.quotes]]\nkind = "direct"\n{label}\n'
    (tmp_path / "fr.toml").write_text(made, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"fr\.toml, article x: .*{message}"):
        read_gold(tmp_path)


def test_jsonl_is_read_as_it_stands(tmp_path):
    text = "e\u0301te\u0301 « Oui », dit Al."  # not NFC: offsets count these code points
    start = text.index("Oui")
    quote = {
        "start": start,
        "end": start + 3,
        "kind": "direct",
        "group": "g1",
        "core": True,
        "canonical": "Al Roy",
    }
    quote |= {"speaker": "Al", "speaker_start": text.index("Al"), "speaker_end": text.index("Al") + 2}
    record = {"id": "j", "lang": "fr", "text": text, "quotes": [quote, quote | {"core": False}]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    gold = read_gold(path)
    assert gold.quotes[["quote", "source", "speaker", "utterance"]].iloc[0].tolist() == [
        "Oui",
        "Al",
        "Al Roy",
        1,
    ]
    assert gold.quotes["core"].tolist() == [True, False]


def test_brat_events_are_quotations(tmp_path):
    text = 'Ann said: "It rains" and, Bob thinks, it "may" stop.'
    (tmp_path / "text").mkdir()
    (tmp_path / "marks").mkdir()
    (tmp_path / "text" / "one.txt").write_text(text, encoding="utf-8")
    lines = [
        "T1\tSource 0 3\tAnn",
        "T2\tCue 4 8\tsaid",
        "T3\tContent 10 20\tx",
        "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1",
    ]
    lines += [
        "T4\tSource 26 29\tBob",
        "T5\tContent 21 24;38 51\tx",
        "E2\tAttribution:T4 Content:T5 Source:T4",
    ]
    (tmp_path / "marks" / "one_ab12.ann").write_text("\n".join(lines), encoding="utf-8")
    quotes = read_gold(tmp_path).quotes
    assert quotes["quote"].tolist() == ['"It rains"', "and", 'it "may" stop']
    assert quotes["kind"].tolist() == ["direct", "indirect", "mixed"]
    assert quotes["utterance"].tolist() == [1, 2, 2]
    assert quotes["source"].tolist() == ["Ann", "Bob", "Bob"]


def test_what_is_no_gold_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="no gold at path="):
        read_gold(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="holds no gold"):
        read_gold(tmp_path)
    (tmp_path / "lone.ann").write_text("", encoding="utf-8")
    (tmp_path / ".txt").write_text("of no name", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lone\.ann has no text: there is no lone\.txt beside it"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("quote", "trimmed"),
    [("« que tu viens »,", (6, 14)), ("qu’il", (3, 5)), ("that", (0, 4)), ("...", (3, 3)), ("que", (0, 3))],
)
def test_trimming(quote, trimmed):
    assert matching.trim(0, quote) == trimmed


def test_the_most_pairs_are_made():
    # greedily, the first prediction would take the nearest gold and leave the second without one
    gold, found = [Span(0, 10), Span(10, 20)], [Span(5, 20), Span(12, 20)]
    assert sorted(matching.pair(gold, found, matching.OVERLAPS["gold >= 0.3"])) == [(0, 0), (1, 1)]


def test_our_own_gold_is_readable_and_scores_itself_perfectly():
    gold = read_gold(Path(__file__).parents[1] / "data" / "gold")
    core = gold.quotes[gold.quotes["core"]]
    row = cell(score_quotes(core, gold))
    assert (row["precision"], row["recall"], row["source_same"]) == (1.0, 1.0, 1.0)
    assert np.isclose(row["f1_low"], 1.0)
    assert isinstance(gold, Gold)


def test_a_region_does_not_hide_the_language_of_a_gold_article(tmp_path):
    quote = {"start": 0, "end": 6, "kind": "direct"}
    record = {"id": "a", "lang": "fr-CA", "text": "L'école", "quotes": [quote | {"end": 7}], "negatives": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert read_gold(tmp_path / "gold.jsonl").quotes["n_words"].tolist() == [2]  # l' and école, as in French


def spoilt(gold):
    """Our own English gold with every kind of fault: missing, cut, too long, without a source, invented."""
    quotes = gold.quotes.reset_index(drop=True)
    kept = quotes[quotes.index % 5 != 0].copy()
    length, number = kept["end"] - kept["start"], kept.index % 4
    kept["start"] += (length // 10).where(number == 1, 0)
    kept["end"] -= (length // 2).where(number == 2, 0)
    kept["end"] += (length * 2).where(number == 3, 0).clip(upper=40)
    kept.loc[kept.index % 7 == 0, ["source", "source_start", "source_end", "speaker"]] = pd.NA
    made = pd.concat([kept, gold.negatives.drop(columns="why").assign(kind="direct")], ignore_index=True)
    texts = dict(zip(gold.articles["article_id"], gold.articles["text"], strict=True))
    spans = zip(made["article_id"], made["start"], made["end"], strict=True)
    return made.assign(quote=[texts[article][start:end] for article, start, end in spans])


@pytest.mark.parametrize(
    ("kind", "overlap", "expected"),
    [
        ("all", "exact", [0.264, 0.242, 0.253, 0.875, 0.221]),
        ("all", "gold >= 0.8", [0.678, 0.621, 0.648, 0.854, 0.553]),
        ("all", "gold >= 0.3", [0.884, 0.811, 0.846, 0.860, 0.727]),
        ("all", "union >= 0.8", [0.463, 0.424, 0.443, 0.857, 0.379]),
        ("all", "union >= 0.3", [0.884, 0.811, 0.846, 0.860, 0.727]),
        ("direct", "gold >= 0.3", [0.759, 0.830, 0.793, 0.795, 0.631]),
        ("direct", "union >= 0.8", [0.379, 0.415, 0.396, 0.773, 0.306]),
        ("mixed", "gold >= 0.8", [0.800, 0.571, 0.667, 0.875, 0.583]),
        ("indirect", "exact", [0.340, 0.277, 0.305, 0.944, 0.288]),
        ("indirect", "union >= 0.8", [0.547, 0.446, 0.492, 0.897, 0.441]),
    ],
)
def test_another_scorer_prints_the_same(kind, overlap, expected):
    # printed for the same two tables by the independent script that the development sets are scored with
    gold = read_gold(Path(__file__).parents[1] / "data" / "gold" / "en.toml")
    row = cell(score_quotes(spoilt(gold), gold), kind, overlap)
    measures = ["precision", "recall", "f1", "source_shared", "e2e_f1"]
    assert row[measures].astype(float).round(3).tolist() == expected
