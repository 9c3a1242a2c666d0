"""The benchmarks that decide something: what is compared, what is counted, what a mutant may touch."""

import ast
import importlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.text.lexicon import quotable

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "benchmarks"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Loads a script of benchmarks/ as scripts load each other: by its bare name."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module


def test_lines_of_code_are_those_without_docstrings_and_comments(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text(
        '"""A\nfile."""\n\nX = (  # why\n    1,\n)\n"""What X is."""\n\n\n'
        'def f():\n    """F."""\n    return X\n'
    )
    assert sorted(script("code_lines").code_lines(path)) == [4, 5, 6, 10, 12]
    assert list(script("code_lines").bodies(path)) == [1]


def test_a_corpus_of_lines_keeps_language_text_and_id_behind_its_name(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "small.jsonl"
    path.write_text('{"id": "a", "lang": "fr", "text": "Oui."}\n{"id": "b", "lang": "fr", "text": "Oui."}\n')
    articles = script("corpus").read([str(path)])
    assert articles.to_dict("records") == [
        {"article_id": "small/a", "text": "Oui.", "lang": "fr", "corpus": "small"}
    ]


def test_what_ships_is_called_invented(script: Any) -> None:
    corpus = script("corpus")
    assert corpus.read([], n=2)["corpus"].unique().tolist() == ["invented"]
    assert corpus.name_of(ROOT / "data" / "gold") == "gold, invented"


def test_invented_articles_are_the_same_each_time_and_differ_by_seed(script: Any) -> None:
    make = script("articles").make
    assert list(make(4)) == list(make(4))
    assert len({text for seed in (0, 1) for _, text in make(20, seed=seed)}) == 40
    assert not [text for _, text in make(40) if "{" in text]


def test_every_slot_of_a_grammar_is_filled_by_something(script: Any) -> None:
    articles = script("articles")
    for lang in articles.LANGS:
        writer = articles.Writer(lang, articles.random.Random(0))
        for lines in articles.grammar(lang)["rules"].values():
            assert all(writer.expand(line) is not None for line in lines)


def test_a_file_is_damaged_the_same_way_each_time(script: Any, tmp_path: Path) -> None:
    fuzz = script("fuzz")
    (tmp_path / "a.txt").write_text("It rains again, and again.")
    (tmp_path / "b.zip").write_bytes(script("hostile").zipped({"a.txt": "It rains."}))
    files = sorted(tmp_path.iterdir())
    made = [fuzz.mutated(files, number, 3) for number in range(60)]
    assert made == [fuzz.mutated(files, number, 3) for number in range(60)]
    kinds = {name.split("-")[1] for name, _ in made}
    assert kinds == {"flip", "cut", "double", "insert", "splice", "directory"}
    assert all(content != (tmp_path / name.split("-")[2]).read_bytes() for name, content in made)


def test_what_a_file_did_to_its_worker_is_counted(script: Any, capsys: pytest.CaptureFixture[str]) -> None:
    fuzz = script("fuzz")
    good = fuzz.Outcome("a", 1, "", None, 0.1, "x")
    bad = [good._replace(raised="KeyError: 'a'"), good._replace(raised="died: -9"), good._replace(rows=0)]
    assert fuzz.report([good, *bad, good._replace(seconds=31.0)]) == 4
    assert "1 raised, 1 died, 1 without a row, 1 slow" in capsys.readouterr().out


def test_a_mutant_changes_code_in_one_place_and_nothing_else(script: Any) -> None:
    mutants = script("mutants")
    source = mutants.Source(ROOT / "analysis" / "text" / "marks" / "pairing.py")
    before = ast.dump(source.tree)
    for find in mutants.KINDS.values():
        for mutant in find(source):
            changed = ast.parse(mutants.mutated(source.text, mutant))
            assert ast.dump(changed) != before
            assert ast.get_docstring(changed) == ast.get_docstring(source.tree)


def test_mutants_leave_docstrings_annotations_and_positions(script: Any, tmp_path: Path) -> None:
    mutants = script("mutants")
    path = tmp_path / "one.py"
    path.write_text(
        '"""1 < 2"""\nfrom typing import Literal\n\nLIMIT: Literal[3] = 9\n"""It bounds cost."""\n'
        'def f(x: "a < b") -> "not c":\n    """>>> f([1]) == 2"""\n    return x[0]\n'
    )
    found = [mutant for find in mutants.KINDS.values() for mutant in find(mutants.Source(path, tmp_path))]
    assert {(mutant.kind, mutant.old) for mutant in found} == {("number", "9")}
    assert all(mutant.cost for mutant in found)


def test_the_same_seed_draws_the_same_mutants_and_each_kind(script: Any) -> None:
    mutants = script("mutants")
    place = [ROOT / "analysis" / "text"]
    assert mutants.drawn(place, 12, 1) == mutants.drawn(place, 12, 1) != mutants.drawn(place, 12, 2)
    assert len({mutant.kind for mutant in mutants.drawn(place, 12, 1)}) >= 4


@pytest.mark.slow
def test_mutants_are_judged() -> None:
    """A survivor is no failure here: what is tested is that each is run and counted."""
    command = [sys.executable, FOLDER / "mutants.py", "6", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    *lines, last = [line for line in done.stdout.splitlines() if not line.startswith("    ")]
    assert last.endswith("noticed")
    assert sum(line.startswith(("noticed ", "SURVIVES")) for line in lines) == 6


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="two commits need a repository")
def test_a_commit_beside_itself() -> None:
    told = "import analysis, sys; print(analysis.__file__ > ''); print('cpu 2.0')"
    command = [
        sys.executable,
        FOLDER / "beside.py",
        "HEAD",
        "HEAD",
        "--times",
        "2",
        "--",
        "python",
        "-c",
        told,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "new/old  1.000 (1.000-1.000), pair by pair 1.000 1.000" in done.stdout
    listed = subprocess.run(
        ["git", "worktree", "list"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert "beside-" not in listed


def test_a_floor_gives_by_half_a_point_or_two_quotations(script: Any) -> None:
    fallen = script("floors").fallen
    was = {"many": {"n": 1000, "f1": 0.9}, "few": {"n": 20, "f1": 0.9}, "controls": {"n": 264, "right": 1.0}}

    def told(name: str, **figures: float) -> list[str]:
        return fallen({name: was[name]}, {name: was[name] | figures})

    assert told("many", f1=0.895) == []
    assert told("many", f1=0.8949) == ["many f1: .8949, floor .9000, allowed .0050 below"]
    assert told("few", f1=0.8) == []  # 2 of 20
    assert told("few", f1=0.7999) == ["few f1: .7999, floor .9000, allowed .1000 below"]
    assert told("controls", right=263 / 264) == ["controls right: .9962, floor 1.0000, allowed .0000 below"]


def test_what_was_not_measured_or_on_other_gold_is_below_its_floor(script: Any) -> None:
    was = {"few": {"n": 20, "f1": 0.9}}
    for now, n in (({}, None), ({"few": {"n": 21, "f1": 0.9}}, 21)):
        assert script("floors").fallen(was, now) == [
            f"few: {n} quotations, not the 20 its floor was measured on"
        ]


def test_floors_are_written_as_they_are_read_and_hold_every_set(script: Any) -> None:
    floors = script("floors")
    held = tomllib.loads(floors.FLOORS.read_text(encoding="utf-8"))
    assert floors.as_toml(held) == floors.FLOORS.read_text(encoding="utf-8")
    assert {*floors.SETS, "cases", floors.STRICT, *(f"pud_{lang}" for lang in quotable())} == set(held)


def test_sets_of_a_language_are_measured_together(script: Any) -> None:
    floors = script("floors")

    def scored(name: str, lang: str) -> Any:
        articles = pd.DataFrame({"article_id": [name, f"{name} too"], "lang": [lang, "fr"]})
        gold = floors.Gold(articles, articles, articles, name, name)
        return floors.Scored(name, gold, articles, {})

    gold, quotes = floors.together([scored("a", "pt"), scored("b", "pt")], "pt")
    assert gold.articles["article_id"].tolist() == ["a", "b"] == gold.quotes["article_id"].tolist()
    assert (gold.name, len(quotes)) == ("a, b", 4)
