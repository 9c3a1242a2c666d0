"""Cases of quotation, one TOML file per language: what find() returns, and what it must not return."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from analysis.text import classify, lexicon, quotes, resolve
from analysis.text.grammar.tokens import tokenise

CASES = Path(__file__).parent / "cases"


def listed() -> list[Any]:
    params = []
    for path in sorted(CASES.glob("??.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            fails = [pytest.mark.xfail(reason="known failure")] if case.get("expect") == "fail" else []
            params.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['label']}", marks=fails))
    return params


@pytest.mark.parametrize(("language", "case"), listed())
def test_case(language: str, case: dict[str, Any]) -> None:
    """Every row in order: content, kind, cue and source exactly as printed; what else the case tells."""
    found = quotes.find(case["text"], lexicon.load(language))
    fields = ("quote", "kind", "cue", "source")
    assert [tuple(getattr(q, name) for name in fields) for q in found] == [
        tuple(wanted.get(name) for name in fields) for wanted in case["quotes"]
    ]
    for row, wanted in zip(found, case["quotes"], strict=True):
        assert {name: getattr(row, name) for name in wanted} == wanted


@pytest.mark.parametrize("language", [path.stem for path in sorted(CASES.glob("??.toml"))])
def test_every_language_has_required_negatives(language: str) -> None:
    cases = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))["cases"]
    assert sum(not case["quotes"] for case in cases) >= len(cases) // 6


@pytest.mark.parametrize("language", [path.stem for path in sorted(CASES.glob("??.toml"))])
def test_a_case_that_is_cut_off_anywhere_has_an_answer(language: str) -> None:
    """Every third case, up to each of its tokens and from each: a text may end where no sentence does."""
    known = lexicon.load(language)
    cases = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))["cases"]
    for text in (case["text"] for case in cases[::3]):
        tokens = tokenise(text, known)
        for cut in (*(text[:end] for end in tokens.ends), *(text[start:] for start in tokens.starts)):
            found = classify.sources(cut, resolve.speakers(cut, quotes.find(cut, known), known), known)
            assert all(quote.quote in cut for quote in found)
