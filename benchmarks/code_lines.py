"""Code lines, without blank lines, comments and docstrings, by folder; and how long functions are.

python benchmarks/code_lines.py [PATH ...]    (folders or files; default: analysis)
"""

import ast
import statistics
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
ENCODING = {tokenize.ENCODING}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def code_lines(path: Path) -> set[int]:
    """Numbers of the lines that hold code."""
    with path.open("rb") as file:
        tokens = [token for token in tokenize.tokenize(file.readline) if token.type not in LAYOUT | ENCODING]
    lines = {line for token in tokens for line in range(token.start[0], token.end[0] + 1)}
    return lines - docstring_lines(ast.parse(path.read_text(encoding="utf-8")))


def docstring_lines(tree: ast.AST) -> set[int]:
    """Lines of strings that stand alone: of a module, class or function, and those below a constant."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def bodies(path: Path) -> Iterator[int]:
    """Code lines of the body of each function."""
    code = code_lines(path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            first, last = node.body[0].lineno, node.body[-1].end_lineno or 0
            yield sum(line in code for line in range(first, last + 1))


def folder(path: Path, root: Path) -> str:
    """Where a file is counted: the first folder below the root, the first two where the first is `text`.

    >>> folder(Path("analysis/text/quotes/rules/tails.py"), Path("analysis"))
    'text/quotes'
    >>> folder(Path("analysis/sources.py"), Path("analysis"))
    '.'
    """
    parts = path.relative_to(root).parts[:-1]
    return "/".join(parts[: 2 if parts[:1] == ("text",) else 1]) or "."


def report(root: Path) -> None:
    files = sorted(root.rglob("*.py")) if root.is_dir() else [root]
    counts: Counter[str] = Counter()
    for path in files:
        counts[folder(path, root)] += len(code_lines(path))
    for name, count in sorted(counts.items()):
        print(f"{name:<20} {count:>6,}")
    text = sum(count for name, count in counts.items() if name.partition("/")[0] == "text")
    print(
        f"{root}: {sum(counts.values()):,} code lines in {len(files)} files"
        + (f", text {text:,}" if text else "")
    )
    lengths = sorted(length for path in files for length in bodies(path))
    if lengths:
        print(
            f"{len(lengths)} functions, body median {statistics.median(lengths):.0f},"
            f" nine in ten at most {lengths[int(0.9 * len(lengths))]}, longest {lengths[-1]}"
        )


def main() -> None:
    for path in sys.argv[1:] or ["analysis"]:
        report(Path(path))


if __name__ == "__main__":
    main()
