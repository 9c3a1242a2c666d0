"""Python asks the language file, never the language: no code of one, no word that a file lists."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from analysis.text import lexicon

PACKAGE = Path(__file__).parents[2] / "analysis"
FILES = sorted(path for room in ("text", "evaluate") for path in (PACKAGE / room).rglob("*.py"))

OURS = frozenset(
    {"name", "group", "document", "body", "official", "direct", "sign", "source", "question", "according"}
    | {"that", "inside", "continued", "caption", "comments", "related", "tags", "label", "like", "notes"}
    | {"recall", "union", "all", "und", "before", "one", "ANY", "NOT"}
)
"""Our own terms that some language spells so: kinds of mentions, forms of cues, names of rules, tenses."""

SECTIONS = ("words", "grammar", "mentions", "tokens", "resolution")
TESTS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix"})
SETS = frozenset({"frozenset", "set", "tuple", "list"})


@cache
def listed() -> frozenset[str]:
    """The codes of all languages we name, and the words of two signs or more that a language file lists."""
    known = [lexicon.load(code) for code in lexicon.available()]
    found = {word for one in known for name in SECTIONS for word in words(one.section(name))}
    found |= {lemma for one in known for tiers in one.section("verbs").values() for lemma in words(tiers)}
    codes = {*lexicon.available(), *lexicon.shared("siblings")["langdetect"]["languages"]}
    codes |= {*lexicon.shared("siblings")["serbo_croatian"]["languages"].values()}
    return frozenset(word for word in found | codes if len(word) > 1 and any(map(str.isalpha, word)))


def words(table: object) -> Iterator[str]:
    """The words in a table's lists; where a list is none but a table of lemmas, these."""
    if isinstance(table, list):
        yield from (word for word in table if isinstance(word, str))
    elif isinstance(table, dict):
        for value in table.values():
            if isinstance(value, list):
                yield from words(value)
            elif isinstance(value, dict):
                yield from value


def compared(tree: ast.AST) -> Iterator[ast.expr]:
    """What a text is compared with: operands, arguments of startswith and the like, sets of words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in TESTS | SETS:
                yield from node.args
        elif isinstance(node, ast.BinOp) and isinstance(node.right, ast.Set):
            yield node.right


def literals(expression: ast.expr) -> Iterator[str]:
    """Strings of an expression, those in a tuple, list or set too."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    elif isinstance(expression, ast.Tuple | ast.List | ast.Set):
        for inner in expression.elts:
            yield from literals(inner)


def known_words(source: str) -> set[str]:
    """Words of a language that a module compares something with."""
    found = {word for expression in compared(ast.parse(source)) for word in literals(expression)}
    return {word for word in found if word.lower() in listed()} - OURS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_knows_a_language(path: Path) -> None:
    assert known_words(path.read_text(encoding="utf-8")) == frozenset()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('if lexicon.code == "fr": pass', {"fr"}),
        ('low in ("for", "on")', {"for", "on"}),
        ('low.endswith("n\'t")', {"n't"}),
        ('LINKS = frozenset(["of", "et"])', {"of", "et"}),
        ('particles - {"of"}', {"of"}),
        ('"""Not of him."""\nwords(lexicon, "grammar", "of")', set()),  # a docstring, a key
        ('tag == "s"', set()),  # a letter is no word
        ('rule == "that"', set()),  # a rule of ours
    ],
)
def test_what_the_test_finds(source: str, found: set[str]) -> None:
    assert known_words(source) == found
