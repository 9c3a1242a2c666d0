"""What was measured, written down: the signature of a score, and measured.toml."""

import datetime as dt
import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.evaluate.gold import Gold
from analysis.intervals import RESAMPLES
from analysis.text import lexicon

if TYPE_CHECKING:
    import pandas as pd

HEADER = """\
# Precision and recall of each rule, by language, at an overlap of .3 of the gold span; written by
# score_quotes(predicted, gold, measured=…), never by hand. find_quotes(…, evidence=True) cites it.
"""
FIGURES = ("precision", "precision_low", "precision_high", "recall")
FILE = Path(__file__).parents[1] / "measured.toml"
ENOUGH = 20
"""Rows of a rule below which its precision is no evidence: of 19 right ones, one more decides five points."""


class Evidence(NamedTuple):
    """How far the rule of a quotation was right where it was measured.

    Fields:
        rule_precision: how many of the rule's rows in this language were right where articles are labelled,
            as a share; missing where they were fewer than 20
        rule_n: how many rows that share rests on; missing with it
    """

    rule_precision: float | None = None
    rule_n: int | None = None


@cache
def evidence(lang: str) -> dict[str, Evidence]:
    """What measured.toml knows of the rules of a language; a rule with fewer rows than ENOUGH is not in it.

    >>> [rule for rule, known in evidence("en").items() if not known.rule_n]
    []
    """
    rules = tomllib.loads(FILE.read_text(encoding="utf-8")).get(lang, {}).get("rules", {})
    return {rule: Evidence(of["precision"], of["n"]) for rule, of in rules.items() if of["n"] >= ENOUGH}


def signature(gold: Gold, seed: int) -> str:
    """What a score depends on, in one line: version, gold, language files, samples.

    >>> import pandas as pd
    >>> none = pd.DataFrame()
    >>> signature(Gold(pd.DataFrame({"lang": ["fr", "eo"]}), none, none, "made.jsonl", "0" * 64), 7)
    'media-analysis:... | gold:made.jsonl:00000000 | fr:... | resamples:... | seed:7'
    """
    known = [lang for lang in sorted(gold.articles["lang"].dropna().unique()) if lang in lexicon.available()]
    files = [f"{lang}:{lexicon.load(lang).sha256[:8]}" for lang in known]
    parts = [f"gold:{gold.name}:{gold.sha256[:8]}", *files, f"resamples:{RESAMPLES}", f"seed:{seed}"]
    return " | ".join([f"media-analysis:{version('media-analysis')}", *parts])


def write(scored: "pd.DataFrame", gold: Gold, path: Path) -> None:
    """Note the figures of each language and rule; languages the gold does not have keep theirs.

    Args:
        scored: by `lang` and `rule`.
        path: the TOML file, made where there is none; a figure that nothing was asked for is nan in it.
    """
    old = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    rows = scored[(scored["kind"] == "all") & (scored["overlap"] == "gold >= 0.3")]
    new = {str(lang): _language(table, gold) for lang, table in rows.groupby("lang")}
    tables = [_toml(lang, table) for lang, table in sorted((old | new).items())]
    path.write_text("\n".join([HEADER, *tables]), encoding="utf-8", newline="\n")


def _language(rows: "pd.DataFrame", gold: Gold) -> dict[str, Any]:
    said = {
        "gold": gold.name,
        "sha256": gold.sha256[:16],
        "date": dt.date.today().isoformat(),
    }  # the analyst's own day
    counts = {"n_gold": int(rows["n_gold"].iloc[0])}
    rules = {row["rule"]: _figures(row) for row in rows.to_dict("records") if row["n_predicted"]}
    return said | counts | {"rules": dict(sorted(rules.items()))}


def _figures(row: Mapping[Any, Any]) -> dict[str, float]:
    return {"n": int(row["n_predicted"])} | {name: round(float(row[name]), 3) for name in FIGURES}


def _toml(lang: str, table: dict[str, Any]) -> str:
    lines = [f"[{lang}]", *(f"{key} = {_cell(value)}" for key, value in table.items() if key != "rules")]
    for rule, figures in table["rules"].items():
        cells = ", ".join(f"{key} = {_cell(value)}" for key, value in figures.items())
        lines.append(f"rules.{_cell(rule)} = {{ {cells} }}")
    return "\n".join([*lines, ""])


def _cell(value: Any) -> str:
    # TOML spells numbers as Python does (nan, which JSON calls NaN), and texts as JSON does.
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
