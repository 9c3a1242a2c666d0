"""The benchmarks that decide something: what is compared, what is counted, what a mutant may touch."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

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
