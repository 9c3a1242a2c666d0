"""How many small changes of the package the tests notice: mutants, drawn by seed, one at a time.

python benchmarks/mutants.py [N] [--seed 0] [--paths analysis/text ...]

A mutant is one of: a number turned (±1, ×2, ÷2); a comparison flipped (< and <=, == and !=, in and not in);
`and` made `or`; a `not` dropped; an entry dropped from a constant table or from what a loop goes through; a
pattern altered (an alternative, a quantifier or a letter). Kinds are drawn in turn, each as often as the
others while it has any left. Docstrings, doctests, annotations and positions ([0], [1:]) are left alone.

The tree is copied; for each mutant run, until one fails: the doctests of its module, tests/test_cases.py,
tests/test_pins.py, tests/text. Survivors are printed with file, line and change. A number whose line, comment
or docstring says that it "bounds cost" should survive ordinary text, and is reported apart.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("analysis", "tests", "data", "benchmarks", "pyproject.toml")
TESTS = ("tests/test_cases.py", "tests/test_pins.py", "tests/text")
LEFT_OUT = "not megabyte"  # tests of hostile texts take seconds and see only time
MINUTES = 3
COST = "bounds cost"
FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPILERS = {"compile", "pattern", "patterns"}
QUANTIFIER = re.compile(r"(?<=[\w)\]])[*+?](?![?])|\{\d*,?\d*\}")


class Mutant(NamedTuple):
    """One change.

    Args:
        path: the file, from the root of the tree.
        start: of what is replaced, in bytes of the file; `end` the byte after it.
        end: see start.
        kind: number, comparison, connective, negation, entry or pattern.
        old: what stands there.
        new: what takes its place.
        line: its line.
        cost: whether it is said to bound cost.
    """

    path: Path
    start: int
    end: int
    kind: str
    old: str
    new: str
    line: int
    cost: bool

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {self.kind}: {_short(self.old)}  →  {_short(self.new)}"


def _short(code: str) -> str:
    return " ".join(code.split())[:100]


class Source:
    """A file's text, its tree, and which nodes are code that a mutant may change."""

    def __init__(self, path: Path, root: Path = ROOT) -> None:
        self.path = path.relative_to(root)
        self.text = path.read_bytes()
        self.tree = ast.parse(self.text)
        self.offsets = [0]
        for line in self.text.splitlines(keepends=True):
            self.offsets.append(self.offsets[-1] + len(line))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def mutant(self, node: ast.expr, kind: str, new: str) -> Mutant:
        """The change that puts new code in the place of a node."""
        start = self.offsets[node.lineno - 1] + node.col_offset
        end = self.offsets[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        old = self.text[start:end].decode()
        return Mutant(
            self.path, start, end, kind, old, new, node.lineno, kind == "number" and self.bounds(node)
        )

    def bounds(self, node: ast.AST) -> bool:
        """Whether the line, the comment above it or the docstring under it says "bounds cost"."""
        statement = next(one for one in self.above(node, own=True) if isinstance(one, ast.stmt))
        lines = self.text.decode().splitlines()
        first, last = statement.lineno - 1, statement.end_lineno or statement.lineno
        while first > 0 and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        body = getattr(self.parents[statement], "body", [])
        after = body[body.index(statement) + 1 :][:1] if statement in body else []
        if after and _is_docstring(after[0]):
            last = after[0].end_lineno or last
        return COST in " ".join(lines[first:last])

    def above(self, node: ast.AST, *, own: bool = False) -> Iterator[ast.AST]:
        """The nodes a node stands in, from the inside."""
        if own:
            yield node
        while node in self.parents:
            node = self.parents[node]
            yield node

    def code(self) -> Iterator[ast.expr]:
        """Expressions that run: none of docstrings, annotations, types, f-strings."""
        yield from _code(self.tree)


def _code(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.expr):
        yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"} or isinstance(value, ast.JoinedStr):
            continue
        children = value if isinstance(value, list) else [value]
        for child in children:
            if isinstance(child, ast.AST) and not _is_silent(child):
                yield from _code(child)


def _is_silent(node: ast.AST) -> bool:
    checking = (
        isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    )
    return checking or _is_docstring(node) or isinstance(node, ast.JoinedStr | ast.Raise)


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def numbers(source: Source) -> Iterator[Mutant]:
    for node in source.code():
        if (
            isinstance(node, ast.Constant)
            and type(node.value) in {int, float}
            and not _is_position(source, node)
        ):
            value = node.value
            half = value // 2 if isinstance(value, int) else value / 2
            turned = dict.fromkeys([value + 1, value - 1, value * 2, half])
            yield from (source.mutant(node, "number", f"({new})") for new in turned if new != value)


def _is_position(source: Source, node: ast.AST) -> bool:
    return any(isinstance(one, ast.Subscript | ast.Slice) for one in list(source.above(node))[:3])


def comparisons(source: Source) -> Iterator[Mutant]:
    for node in source.code():
        if isinstance(node, ast.Compare):
            for at, operator in enumerate(node.ops):
                operators = [*node.ops[:at], FLIPPED[type(operator)](), *node.ops[at + 1 :]]
                yield source.mutant(
                    node, "comparison", _code_of(ast.Compare(node.left, operators, node.comparators))
                )


def connectives(source: Source) -> Iterator[Mutant]:
    for node in source.code():
        if isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield source.mutant(node, "connective", _code_of(ast.BoolOp(other, node.values)))


def negations(source: Source) -> Iterator[Mutant]:
    for node in source.code():
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield source.mutant(node, "negation", _code_of(node.operand))


def entries(source: Source) -> Iterator[Mutant]:
    """A rule, a word class or a case less in a table, a loop or a choice."""
    for node in source.code():
        if (
            isinstance(node, ast.Tuple | ast.List | ast.Set)
            and len(node.elts) > 1
            and _is_table(source, node)
        ):
            for at in range(len(node.elts)):
                kept = type(node)(elts=[*node.elts[:at], *node.elts[at + 1 :]])
                yield source.mutant(node, "entry", _code_of(kept))
        elif isinstance(node, ast.Dict) and len(node.keys) > 1 and _is_constant(source, node):
            for at in range(len(node.keys)):
                keys, values = (some[:at] + some[at + 1 :] for some in (node.keys, node.values))
                yield source.mutant(node, "entry", _code_of(ast.Dict(keys, values)))


def _is_table(source: Source, node: ast.expr) -> bool:
    parent = source.parents[node]
    looped = isinstance(parent, ast.For | ast.comprehension) and parent.iter is node
    chosen = isinstance(parent, ast.Compare) and isinstance(parent.ops[-1], ast.In | ast.NotIn)
    return looped or (chosen and node is not parent.left) or _is_constant(source, node)


def _is_constant(source: Source, node: ast.expr) -> bool:
    """Whether it is what a module's constant is made of, itself or within one call: `frozenset({…})`."""
    above = [one for one in source.above(node) if not isinstance(one, ast.Call)]
    return isinstance(above[0], ast.Assign | ast.AnnAssign) and isinstance(above[1], ast.Module)


def patterns(source: Source) -> Iterator[Mutant]:
    """An alternative, a quantifier or a letter less in what is compiled, a class less in a set of letters."""
    for node in source.code():
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        parent = source.parents[node]
        if _is_set_of_letters(parent, node):
            letters = node.value
            changed = [letters[:at] + letters[at + 1 :] for at in range(len(letters))]
        elif isinstance(parent, ast.Call | ast.Dict | ast.Tuple) and _is_compiled(source, node):
            changed = list(altered(node.value))
        else:
            continue
        yield from (
            source.mutant(node, "pattern", repr(new)) for new in dict.fromkeys(changed) if new != node.value
        )


def _is_set_of_letters(parent: ast.AST, node: ast.Constant) -> bool:
    """Whether it is what something is looked for in: `tag in "Awn"`."""
    looked_in = isinstance(parent, ast.Compare) and isinstance(parent.ops[-1], ast.In | ast.NotIn)
    return looked_in and node is parent.comparators[-1] and len(node.value) > 1


def _is_compiled(source: Source, node: ast.expr) -> bool:
    calls = (one.func for one in source.above(node) if isinstance(one, ast.Call))
    names = {getattr(func, "attr", getattr(func, "id", "")) for func in calls}
    return any(name.rpartition("_")[2] in COMPILERS for name in names)


def altered(pattern: str) -> Iterator[str]:
    r"""A pattern's small changes that are patterns still.

    >>> list(altered("(a|bc)+ d"))
    ['(bc)+ d', '(a)+ d', '(a|bc) d']
    >>> list(altered(r"\bno\b"))
    ['\\bn\\b']
    """
    cut = [
        re.sub(r"(?<![\\|(])\|$|(?<=\()\||\|(?=\))|\|(?=\|)", "", one)
        for one in _without_alternative(pattern)
    ]
    cut += [pattern[: found.start()] + pattern[found.end() :] for found in QUANTIFIER.finditer(pattern)]
    letter = re.search(r"[^\W\d_](?=\\b$|$)", pattern)
    cut += [pattern[: letter.start()] + pattern[letter.end() :]] if not cut and letter else []
    yield from (one for one in dict.fromkeys(cut) if one.strip() and _compiles(one))


def _without_alternative(pattern: str) -> Iterator[str]:
    for found in re.finditer(r"(?<=[(|:])[^()|\[\]\\]+\||\|[^()|\[\]\\]+(?=[)|])", pattern):
        yield pattern[: found.start()] + pattern[found.end() :]


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern, re.VERBOSE)
    except re.error:
        return False
    return True


def _code_of(node: ast.expr) -> str:
    return f"({ast.unparse(ast.fix_missing_locations(node))})"


KINDS: dict[str, Callable[[Source], Iterator[Mutant]]] = {
    "number": numbers,
    "comparison": comparisons,
    "connective": connectives,
    "negation": negations,
    "entry": entries,
    "pattern": patterns,
}


def drawn(paths: list[Path], n: int, seed: int) -> list[Mutant]:
    """N mutants, no two at one place, the kinds in turn."""
    files = sorted(file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path]))
    sources = [Source(file) for file in files]
    rng = random.Random(seed)  # noqa: S311  # no secret
    pools = {kind: _by_place(find, sources, rng) for kind, find in KINDS.items()}
    chosen: list[Mutant] = []
    while len(chosen) < n and any(pools.values()):
        chosen += [pool.pop() for pool in pools.values() if pool]
    return chosen[:n]


def _by_place(
    find: Callable[[Source], Iterator[Mutant]], sources: list[Source], rng: random.Random
) -> list[Mutant]:
    """One mutant of each place, in an order of chance."""
    places: dict[tuple[Path, int, int], list[Mutant]] = defaultdict(list)
    for source in sources:
        for mutant in find(source):
            places[source.path, mutant.start, mutant.end].append(mutant)
    one_each = [rng.choice(some) for some in places.values()]
    rng.shuffle(one_each)
    return one_each


def mutated(text: bytes, mutant: Mutant) -> bytes:
    return text[: mutant.start] + mutant.new.encode() + text[mutant.end :]


def copy(folder: Path) -> None:
    for name in COPIED:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=shutil.ignore_patterns("__pycache__", "local"))
        else:
            shutil.copy2(path, folder / name)


def noticed(folder: Path, mutant: Mutant) -> bool:
    """Whether a test fails, or never ends, with this change alone."""
    path = folder / mutant.path
    before = path.read_bytes()
    path.write_bytes(mutated(before, mutant))
    try:
        return fails(folder, str(mutant.path))
    finally:
        path.write_bytes(before)


def fails(folder: Path, *modules: str) -> bool:
    command = [sys.executable, "-P", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-k", LEFT_OUT]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603  # our own command
            [*command, *modules, *TESTS],
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=60 * MINUTES,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    if done.returncode not in {0, 1, 2}:  # passed, failed, or could not even be imported
        raise SystemExit(f"pytest could not start: {done.stdout.decode()[-1000:]}")
    return done.returncode != 0


def report(name: str, judged: list[tuple[Mutant, bool]]) -> None:
    print(f"{name}: {sum(found for _, found in judged)} of {len(judged)} noticed")
    for kind in KINDS:
        of_kind = [found for mutant, found in judged if mutant.kind == kind]
        if of_kind:
            print(f"    {kind}: {sum(of_kind)} of {len(of_kind)}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("n", nargs="?", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--paths", nargs="+", type=Path, default=[ROOT / "analysis" / "text"])
    asked = parser.parse_args()
    mutants = drawn([path.resolve() for path in asked.paths], asked.n, asked.seed)
    judged = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name)
        copy(folder)
        if fails(folder):
            raise SystemExit("the tests fail without any change: mend them first")
        for mutant in mutants:
            found = noticed(folder, mutant)
            judged.append((mutant, found))
            print(f"{'noticed ' if found else 'SURVIVES'}  {mutant}", flush=True)
    report("mutants", [(mutant, found) for mutant, found in judged if not mutant.cost])
    if any(mutant.cost for mutant, _ in judged):
        report("numbers that only bound cost", [(mutant, found) for mutant, found in judged if mutant.cost])


if __name__ == "__main__":
    main()
