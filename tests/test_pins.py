"""Regression: what find_quotes makes of data/gold and data/sample is what tests/pins.toml says.

`python tests/test_pins.py > tests/pins.toml` writes down what it makes of them now. A difference is a mended
defect or a new one: whoever changes a pin reads the rows that changed and says in the commit why.
"""

import hashlib
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

import analysis as an
from analysis.evaluate import score_quotes
from analysis.evaluate.gold import read_gold

PINS = Path(__file__).parent / "pins.toml"
DATA = Path(__file__).parent.parent / "data"
OVERLAP = "gold >= 0.3"
HEAD = f"""\
# What find_quotes makes of data/gold and data/sample, held by tests/test_pins.py.
# Printed by: python tests/test_pins.py > tests/pins.toml
# Whoever changes a number reads the rows that changed and says in the commit why.
#
# rows, sha256: of the quotes table, all its columns as CSV. matched, missed, false: quotations paired at an
# overlap of {OVERLAP}, by language and, below it, by rule (what is missed has no rule); exact: those with the
# very same span; resolved: speakers named as gold names them; negatives: spans labelled as no quotation that
# came back.
"""


def pins() -> dict[str, dict[str, Any]]:
    """Every table of pins.toml, by its heading."""
    return gold_pins() | sample_pins()


def sample_pins() -> dict[str, dict[str, Any]]:
    articles = an.detect_language(an.clean_text(an.read_articles(DATA / "sample")))
    quotes = an.find_quotes(articles)
    langs = quotes["article_id"].map(articles.set_index("article_id")["lang"])
    return {
        "sample": of_table(quotes),
        "sample.rows_by_language": langs.value_counts().sort_index().to_dict(),
    }


def gold_pins() -> dict[str, dict[str, Any]]:
    gold = read_gold(DATA / "gold")
    quotes = an.find_quotes(gold.articles)
    by_language = score_quotes(quotes, gold, by="lang")
    by_rule = score_quotes(quotes, gold, by=["lang", "rule"])
    tables = {"gold": of_table(quotes)}
    for lang in sorted(set(gold.articles["lang"])):
        tables[f"gold.{lang}"] = of_language(by_language[by_language["lang"] == lang])
        tables[f"gold.{lang}.rules"] = of_rules(by_rule[by_rule["lang"] == lang])
    return tables


def of_table(quotes: pd.DataFrame) -> dict[str, Any]:
    canonical = quotes.to_csv(index=False, lineterminator="\n")
    return {"rows": len(quotes), "sha256": hashlib.sha256(canonical.encode()).hexdigest()}


def of_language(scored: pd.DataFrame) -> dict[str, int]:
    rows = scored.set_index(["kind", "overlap"])
    found, matched = rows.loc[("all", OVERLAP)], rows["n_matched"]
    return {
        "matched": int(found["n_matched"]),
        "missed": int(found["n_gold"] - found["n_matched"]),
        "false": int(found["n_predicted"] - found["n_matched"]),
        "exact": int(matched["all", "exact"]),
        "resolved": int(matched["resolved", OVERLAP]),
        "negatives": int(matched["negatives", "half"]),
    }


def of_rules(scored: pd.DataFrame) -> dict[str, dict[str, int]]:
    rows = scored[(scored["kind"] == "all") & (scored["overlap"] == OVERLAP)]
    return {
        row.rule: {"matched": int(row.n_matched), "false": int(row.n_predicted - row.n_matched)}
        for row in rows.sort_values("rule").itertuples()
    }


def as_toml(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """The tables as text: a rule's counts stand on one line."""
    return HEAD + "".join(
        f"\n[{heading}]\n" + "".join(f"{key} = {as_value(value)}\n" for key, value in table.items())
        for heading, table in tables.items()
    )


def as_value(value: str | int | Mapping[str, int]) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {number}" for key, number in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_gold_is_found_as_it_was() -> None:
    assert tomllib.loads(as_toml(gold_pins()))["gold"] == written()["gold"]


def test_the_samples_quotes_table_is_the_same_in_every_cell() -> None:
    assert tomllib.loads(as_toml(sample_pins()))["sample"] == written()["sample"]


def test_outcomes_of_the_languages_add_up_to_the_table() -> None:
    """Rules find what their language finds: a rule that nobody counts would be a hole in the pins."""
    gold = written()["gold"]
    for pinned in (one for one in gold.values() if isinstance(one, dict)):
        rules = pinned["rules"].values()
        assert sum(rule["matched"] for rule in rules) == pinned["matched"]
        assert sum(rule["false"] for rule in rules) == pinned["false"]


def written() -> dict[str, Any]:
    return tomllib.loads(PINS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.stdout.write(as_toml(pins()))
