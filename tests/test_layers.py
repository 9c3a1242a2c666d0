"""The plan of the house, read from the imports: two floors, and every import points to a lower level."""

import ast
import graphlib
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import analysis.charts
import analysis.display
import analysis.formats

PACKAGE = Path(__file__).parents[1] / "analysis"
LEVELS = {
    "__main__": 16,
    "cli": 15,
    "__init__": 14,
    "report": 13,
    "charts": 12,
    "display": 12,
    "sources": 11,
    "quotes": 10,
    "readability": 10,
    "articles": 10,
    "language": 9,
    "stories": 9,
    "evaluate": 9,
    "formats": 9,
    "wording": 8,
    "project": 8,
    "intervals": 8,
    "period": 8,
    "partial": 8,
    "said": 8,
    "meant": 8,
    "tables": 8,
    "text": 7,
    "text.classify": 6,
    "text.resolve": 5,
    "text.quotes": 4,
    "text.countries": 4,
    "text.couples": 3,
    "text.mentions": 2,
    "text.readability": 3,
    "text.sentences": 2,
    "text.mending": 2,
    "text.marked_names": 1,
    "text.syllables": 2,
    "text.language": 2,
    "text.credits": 2,
    "text.dates": 2,
    "text.boilerplate": 2,
    "text.marks": 1,
    "text.numbers": 1,
    "text.translation": 1,
    "text.grammar": 0,
    "text.words": -1,
    "text.wrapping": -1,
    "text.lexicon": -2,
    "text.schema": -3,
}
"""Rooms, a module or a folder each. The command line uses the public verbs as anyone does, so it is above."""

TABLE_LIBRARIES = {"pandas", "pyarrow", "matplotlib", "openpyxl", "analysis.tables"}
MODULES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): path
    for path in PACKAGE.rglob("*.py")
    if "_project" not in path.parts
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The names a module imports, anywhere in it, in full."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(name: str) -> str | None:
    """`analysis.text.words.Span` → `text.words`; None for what is not ours."""
    package, *parts = name.split(".")
    if package != "analysis":
        return None
    for length in range(len(parts), 0, -1):
        found = ".".join(parts[:length])
        if found in MODULES or f"{found}.__init__" in MODULES:
            return found if found in MODULES else f"{found}.__init__"
    return "__init__"


def room_of(module: str) -> str:
    parts = module.split(".")
    room = parts[:2] if parts[0] == "text" else parts[:1]
    return ".".join(room).removesuffix(".__init__")


@cache
def edges() -> dict[str, set[str]]:
    found = {module: {module_of(name) for name in imported(path)} for module, path in MODULES.items()}
    return {module: {to for to in others if to is not None} for module, others in found.items()}


def test_every_room_has_a_level():
    assert {room_of(module) for module in MODULES} <= set(LEVELS)


def test_the_page_of_the_house_names_every_room():
    page = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    plan = page.split("## The house as it stands")[1].split("\n## ")[0]
    rooms = {room_of(module).removeprefix("text.") for module in MODULES} - {"__main__"}
    assert rooms - set(re.findall(r"\w+", plan)) == set()


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_point_down(module):
    room = room_of(module)
    others = {room_of(to) for to in edges()[module]} - {room}
    assert [to for to in sorted(others) if LEVELS[to] >= LEVELS[room]] == []


def test_no_circle():
    tuple(graphlib.TopologicalSorter(edges()).static_order())


@pytest.mark.parametrize("module", sorted(module for module in MODULES if module.startswith("text.")))
def test_the_text_floor_knows_no_tables(module):
    names = set(imported(MODULES[module]))
    assert [name for name in names if name in TABLE_LIBRARIES or name.split(".")[0] in TABLE_LIBRARIES] == []


def test_importing_any_module_imports_no_table_library():
    kernel_only = {"report.kernel"}  # a class of jupyter_client must be there before it is derived from
    names = [f"analysis.{name}".removesuffix(".__init__") for name in MODULES if name not in kernel_only]
    program = f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
    program += (
        "print({'pandas', 'pyarrow', 'matplotlib', 'nltk', 'papermill', 'trafilatura'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout == "set()\n"


@pytest.mark.parametrize("package", [analysis, analysis.charts, analysis.display, analysis.formats])
def test_no_verb_is_named_like_a_module(package):
    """A module takes its name in the package whenever it is imported, over a verb that had it."""
    folder = Path(package.__file__).parent
    modules = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert set(package.__all__) & modules == set()


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def body_lines(function: ast.FunctionDef) -> int:
    """Lines of code of a function, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_stays_small(module):
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 400
    body = tree(MODULES[module]).body
    public = [node.name for node in body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
    assert len(public) <= 8, public


def test_functions_stay_short():
    lengths = sorted(body_lines(function) for path in MODULES.values() for function in functions(path))
    assert statistics.median(lengths) <= 6
    assert lengths[int(0.9 * len(lengths))] <= 20
