"""Two commits beside each other: the same command, the package of one and then of the other.

python benchmarks/beside.py OLD NEW [--times 5] -- COMMAND
python benchmarks/beside.py 68974d5 HEAD -- python benchmarks/cost.py find_quotes CORPUS --lang en

Each commit is checked out as a git worktree in a temporary folder. The command runs where you stand, with the
interpreter that runs this script and PYTHONPATH set to one worktree: only `analysis` changes, so that a
script that the older commit lacks can measure it, and the same script measures both. `{tree}` in the command
is the worktree, for what must come from the commit itself (`{tree}/data/sample`).

One run of each is thrown away. Then they run in turn, A B B A A B …. What is compared is the processor time
of the child, user and system; or, when its last line is `cpu SECONDS` (cost.py), that number, which has no
start-up in it. The ratio is NEW / OLD, pair by pair; its median is what "not slower" means.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent


class Run(NamedTuple):
    """One run: seconds of processor time, whether the command told them itself, and what else it printed."""

    seconds: float
    told: bool
    printed: str


@contextmanager
def worktrees(*commits: str) -> Iterator[list[Path]]:
    """Checked-out commits, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="beside-") as folder:
        trees = [Path(folder) / f"{number}-{commit[:12]}" for number, commit in enumerate(commits)]
        try:
            for tree, commit in zip(trees, commits, strict=True):
                git("worktree", "add", "--quiet", "--detach", str(tree), commit)
            yield trees
        finally:
            for tree in trees:
                if tree.exists():
                    git("worktree", "remove", "--force", str(tree))


def git(*words: str) -> str:
    done = subprocess.run(["git", "-C", str(HERE), *words], capture_output=True, text=True, check=False)  # noqa: S603, S607
    if done.returncode:
        raise SystemExit(f"git {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout.strip()


def environment(tree: Path) -> dict[str, str]:
    """The package is the tree's and nobody else's, wherever the command is started."""
    path = os.pathsep.join([str(tree), str(HERE)])
    return os.environ | {"PYTHONPATH": path, "PYTHONSAFEPATH": "1", "PYTHONHASHSEED": "0"}


def run(command: list[str], tree: Path) -> Run:
    words = [word.replace("{tree}", str(tree)) for word in command]
    words[0] = sys.executable if words[0] in {"python", "python3"} else words[0]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, env=environment(tree), stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"exit code {done.returncode} of {' '.join(words)}")
    return measured(done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measured(printed: str, seconds: float) -> Run:
    r"""Its own number where the command's last line is one.

    >>> measured("300 articles\ncpu 1.5\n", 4.0)
    Run(seconds=1.5, told=True, printed='300 articles')
    >>> measured("300 articles\n", 4.0)
    Run(seconds=4.0, told=False, printed='300 articles')
    """
    *lines, last = printed.strip().split("\n")
    word, _, number = last.partition(" ")
    if word == "cpu" and number:
        return Run(float(number), True, "\n".join(lines))
    return Run(seconds, False, printed.strip())


def check(tree: Path) -> None:
    """Another `analysis` that comes first would be measured twice, without a sign of it."""
    found = subprocess.run(
        [sys.executable, "-c", "import analysis; print(analysis.__file__)"],
        env=environment(tree),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    if not Path(found).is_relative_to(tree):
        raise SystemExit(f"{found} would be measured, not {tree}")


def in_turn(command: list[str], trees: list[Path], times: int) -> list[tuple[Run, Run]]:
    """Pairs of runs, old and new, after one of each that does not count."""
    for tree in trees:
        check(tree)
        run(command, tree)
    pairs = []
    for number in range(times):
        order = trees if number % 2 == 0 else trees[::-1]
        done = {tree: run(command, tree) for tree in order}
        pairs.append((done[trees[0]], done[trees[1]]))
    return pairs


def line(name: str, numbers: list[float], digits: int = 3) -> str:
    """Median, lowest and highest.

    >>> line("old", [1.0, 3.0, 2.0])
    'old      2.000 s (1.000-3.000)'
    """
    low, high = min(numbers), max(numbers)
    return f"{name:<8} {statistics.median(numbers):.{digits}f} s ({low:.{digits}f}-{high:.{digits}f})"


def report(pairs: list[tuple[Run, Run]], names: list[str]) -> None:
    old, new = zip(*pairs, strict=True)
    for label, name, runs in zip(("old", "new"), names, (old, new), strict=True):
        print(f"{line(label, [one.seconds for one in runs])}  {name}: {runs[0].printed or 'nothing printed'}")
    ratios = [two.seconds / one.seconds for one, two in pairs]
    print(
        f"new/old  {statistics.median(ratios):.3f} ({min(ratios):.3f}-{max(ratios):.3f}), pair by pair"
        f" {' '.join(f'{ratio:.3f}' for ratio in ratios)}"
    )
    print(f"processor time {'as the command printed it' if old[0].told else 'of the whole process'}")
    if old[0].told is not new[0].told:
        raise SystemExit("one of the two printed its own time, the other did not: the ratio means nothing")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--times", type=int, default=5, help="runs of each commit that count")
    parser.add_argument("command", nargs="+", help="after --")
    asked = parser.parse_args()
    names = [git("rev-parse", "--short", f"{commit}^{{commit}}") for commit in (asked.old, asked.new)]
    with worktrees(*names) as trees:
        report(in_turn(asked.command, trees, asked.times), names)


if __name__ == "__main__":
    main()
