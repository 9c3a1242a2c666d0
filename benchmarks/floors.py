"""Floors: what was last reached on the development sets, and whether it is reached still.

python benchmarks/floors.py GOLD            measures, and fails where a figure fell too far
python benchmarks/floors.py GOLD --write    writes floors.toml and analysis/measured.toml anew

GOLD is a folder with the sets in quotes/NAME.dev.jsonl, parallel sentences in quotes/pud_parallel.dev.json,
and cases.dev.jsonl with check_cases.py beside it. A figure may fall by half a point or by two quotations,
whichever is more; of the controls, cases that were right from the start, none may. All articles count, and
none is shown.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import analysis as an
from analysis.evaluate import measured
from analysis.evaluate.gold import Gold, read_gold

FLOORS = Path(__file__).parent / "floors.toml"
HEADER = (
    "# What find_quotes reaches on the development sets; written by benchmarks/floors.py, never by hand.\n"
)

PRESS = ("fr_press", "es_press", "de_press", "ru_press", "it_press", "pt_press")
CORPORA = ("polnear", "gum_news", "de_wikinews", "adaq_ru", "cstn_pt")
PASSAGES = ("hand_fr_news", "hand_es", "hand_it", "hand_pt", "hand_ru")
SETS = (*PRESS, *CORPORA, *PASSAGES)
RECALLED = ("cstn_pt",)
"""Sets that label some constructions alone: what is found beyond them is not wrong."""

BUILT_WITH = ("hand_fr_news",)
"""Sets that rules were built with: right there says nothing of other articles."""

POINT, QUOTATIONS, DECIMALS = 0.005, 2, 4
STRICT = "controls"

Figures = dict[str, float]


class Scored(NamedTuple):
    """A development set, what was found in it, and how right it is."""

    name: str
    gold: Gold
    quotes: pd.DataFrame
    figures: Figures


def scored(folder: Path) -> Iterator[Scored]:
    for name in SETS:
        gold = read_gold(folder / "quotes" / f"{name}.dev.jsonl")
        quotes = an.find_quotes(gold.articles)
        every = an.score_quotes(quotes, gold).set_index(["kind", "overlap"]).loc[("all", "gold >= 0.3")]
        measures = ("recall", "e2e_recall") if name in RECALLED else ("f1", "e2e_f1")
        figures = {"n": int(every["n_gold"])} | {each: float(every[each]) for each in measures}
        yield Scored(name, gold, quotes, figures)


def parallel(path: Path) -> dict[str, Figures]:
    """In how many sentences, which say the same in each language, a quotation is found, and its source."""
    texts = json.loads(path.read_text(encoding="utf-8"))["texts"]
    return {f"pud_{lang}": _of_sentences(lang, list(some.values())) for lang, some in sorted(texts.items())}


def _of_sentences(lang: str, texts: list[str]) -> Figures:
    articles = pd.DataFrame({"article_id": map(str, range(len(texts))), "text": texts, "lang": lang})
    quotes = an.find_quotes(articles)
    found, sourced = (some["article_id"].nunique() for some in (quotes, quotes[quotes["source"].notna()]))
    return {"n": len(texts), "found": found / len(texts), "sourced": sourced / len(texts)}


def cases(folder: Path) -> dict[str, Figures]:
    """How many of the small invented inputs are right, those that always were apart."""
    file = folder / "cases.dev.jsonl"
    with tempfile.TemporaryDirectory() as place:
        told = Path(place) / "told.json"
        command = [sys.executable, folder / "check_cases.py", file, "--json", told]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
        wrong = json.loads(told.read_text(encoding="utf-8"))
    listed = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    right = pd.DataFrame(
        [(STRICT if case.get("control") else "cases", not wrong[case["id"]]) for case in listed]
    )
    return {name: {"n": len(some), "right": some.mean()} for name, some in right.groupby(0)[1]}


def fallen(was: Mapping[str, Figures], now: Mapping[str, Figures]) -> list[str]:
    """Each figure that is too far below its floor, and each set that cannot be compared.

    >>> floor = {"fr": {"n": 1000, "f1": 0.900}}
    >>> fallen(floor, {"fr": {"n": 1000, "f1": 0.895}}), fallen(floor, {"fr": {"n": 1000, "f1": 0.894}})
    ([], ['fr f1: .8940, floor .9000, allowed .0050 below'])
    """
    told = []
    for name, floor in was.items():
        found = now.get(name, {})
        if found.get("n") != floor["n"]:
            told.append(
                f"{name}: {found.get('n')} quotations, not the {floor['n']} its floor was measured on"
            )
            continue
        allowed = 0 if name == STRICT else max(POINT, QUOTATIONS / floor["n"])
        told += [
            f"{name} {each}: {_short(found[each])}, floor {_short(least)}, allowed {_short(allowed)} below"
            for each, least in floor.items()
            if each != "n" and round(found[each], DECIMALS) < round(least - allowed, DECIMALS)
        ]
    return told


def _short(share: float) -> str:
    return f"{share:.{DECIMALS}f}".removeprefix("0")


def as_toml(figures: Mapping[str, Figures]) -> str:
    """The figures as floors.toml holds them.

    >>> print(as_toml({"fr": {"n": 3, "f1": 2 / 3}}).partition("[")[2])
    fr]
    n = 3
    f1 = 0.6667
    """
    blocks = [
        "\n".join([f"[{name}]", *(f"{key} = {round(value, DECIMALS)}" for key, value in of.items())])
        for name, of in figures.items()
    ]
    return "\n".join([HEADER, *(f"{block}\n" for block in blocks)])


def note_rules(sets: list[Scored]) -> None:
    """Write down how right each rule is in each language, on the sets that can tell."""
    fit = [one for one in sets if one.name not in (*RECALLED, *BUILT_WITH)]
    for lang in sorted({lang for one in fit for lang in one.gold.articles["lang"]}):
        gold, quotes = together([one for one in fit if (one.gold.articles["lang"] == lang).any()], lang)
        an.score_quotes(quotes, gold, measured=measured.FILE)


def together(sets: list[Scored], lang: str) -> tuple[Gold, pd.DataFrame]:
    """The articles of a language from several sets as one gold standard, and what was found in them."""
    tables = {
        table: pd.concat([getattr(one.gold, table) for one in sets], ignore_index=True)
        for table in ("articles", "quotes", "negatives")
    }
    ids = tables["articles"]["article_id"][tables["articles"]["lang"] == lang]
    own = {name: table[table["article_id"].isin(ids)] for name, table in tables.items()}
    digest = hashlib.sha256("".join(one.gold.sha256 for one in sets).encode()).hexdigest()
    found = pd.concat([one.quotes for one in sets], ignore_index=True)
    return Gold(**own, name=", ".join(one.name for one in sets), sha256=digest), found


def main(folder: Path, write: bool) -> int:
    warnings.simplefilter("ignore")
    sets = list(scored(folder))
    now = (
        {one.name: one.figures for one in sets}
        | parallel(folder / "quotes" / "pud_parallel.dev.json")
        | cases(folder)
    )
    for name, figures in now.items():
        print(
            f"{name:14}"
            + "  ".join(f"{key} {_short(of) if key != 'n' else of}" for key, of in figures.items())
        )
    if write:
        FLOORS.write_text(as_toml(now), encoding="utf-8")
        note_rules(sets)
        return 0
    told = fallen(tomllib.loads(FLOORS.read_text(encoding="utf-8")), now)
    print("\n".join(["", *told, f"{len(told)} below their floor"]))
    return bool(told)


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--write"]
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        raise SystemExit(f"{__doc__}\nno folder of gold at {' '.join(arguments) or '(nothing given)'}")
    sys.exit(main(Path(arguments[0]), "--write" in sys.argv))
