"""Each named pattern of the text floor fits its examples and nothing of what stands beside them as wrong."""

import ast
import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.text import lexicon
from analysis.text.grammar.patterns import Pattern, pattern
from analysis.text.quotes import verbs
from analysis.text.quotes.reading import read

ROOT = Path(__file__).parents[3]
EXAMPLES = {
    name: told
    for path in sorted((ROOT / "tests" / "patterns").glob("*.toml"))
    for name, told in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


def named() -> Iterator[str]:
    """Module and name of every pattern that a module of the text floor defines."""
    for path in sorted((ROOT / "analysis" / "text").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT / "analysis" / "text").with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            made = isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
            if made and ast.unparse(node.value.func) == "pattern":
                yield f"{module.removesuffix('.__init__')}.{ast.unparse(node.targets[0])}"


def the(name: str) -> Pattern:
    module, _, constant = name.rpartition(".")
    found = getattr(importlib.import_module(f"analysis.text.{module}"), constant)
    assert isinstance(found, Pattern)
    return found


def line_of(text: str, lang: str) -> str:
    return verbs.find(read(text, lexicon.load(lang)))[0].line


def cases(key: str) -> list[object]:
    return [
        pytest.param(name, text, told.get("lang", "en"), id=f"{name}: {text}")
        for name, told in EXAMPLES.items()
        for text in told[key]
    ]


def test_every_pattern_has_its_examples():
    assert sorted(named()) == sorted(EXAMPLES)
    assert [name for name, told in EXAMPLES.items() if not told["fits"] or not told["not"]] == []


@pytest.mark.parametrize(("name", "text", "lang"), cases("fits"))
def test_fits(name, text, lang):
    line = line_of(text, lang)
    assert the(name).fits(line, 0, len(line)), line


@pytest.mark.parametrize(("name", "text", "lang"), cases("not"))
def test_fits_not(name, text, lang):
    line = line_of(text, lang)
    assert not the(name).fits(line, 0, len(line)), line


@pytest.mark.parametrize(
    ("written", "told"),
    [("NOUNS", "no word class is named 'NOUNS'"), ("(NAME", "close a bracket"), ("NAME)", "must hold names")],
)
def test_a_pattern_that_is_none_is_refused(written, told):
    with pytest.raises(ValueError, match=told):
        pattern(written)


def test_a_pattern_read_backwards_ends_where_it_would_begin():
    both = pattern("(DETERMINER NOUN | COMMA){1,3} NUMBER?")
    assert both.skip("dw,n", 0, 4) == 4
    assert both.skip_back("dw,n", 4, 0) == 0
