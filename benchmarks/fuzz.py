"""Fuzzing: mutated files, each read alone by read_articles() in a worker of little memory and time.

    python benchmarks/fuzz.py N SEED [FOLDER ...] [--directories | --as-they-are]

N files of data/sample, and of every FOLDER given, are damaged: bits flipped, cut, pieces of another file put
in, pieces doubled, bytes put in; of zips and workbooks also their directories alone (with --directories
nothing else). Printed are the files that raised, that ended their worker, that gave no row, that took more
than SECONDS of processor time; then a digest of all that was read, the same on a busy machine and on an idle
one. The exit code is 1 where there is any such file. With --as-they-are the files of the FOLDERs are read
undamaged, N of them at most.
"""

import argparse
import hashlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import analysis as an

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
MEMORY = 1024**3  # bytes, beside those that the libraries take before they read anything
SECONDS = 30  # of processor time a file
ZIP = b"PK"
KILLED = 2 * SECONDS  # when a file's worker is ended


class Outcome(NamedTuple):
    """What became of a file: its rows, their problems, or what it raised; processor time; a digest."""

    name: str
    rows: int
    problems: str
    raised: str | None
    seconds: float
    digest: str


# ── Damage ──


def flipped(raw: bytes, rng: random.Random) -> bytes:
    made = bytearray(raw)
    for _ in range(rng.choice((1, 1, 3, 20))):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def cut(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(len(raw))]


def spliced(raw: bytes, rng: random.Random, other: bytes) -> bytes:
    return raw[: rng.randrange(len(raw))] + other[rng.randrange(len(other)) :]


def doubled(raw: bytes, rng: random.Random) -> bytes:
    first, last = _piece(raw, rng)
    return raw[:last] + raw[first:last] * rng.choice((1, 1, 50)) + raw[last:]


def inserted(raw: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + rng.choice((bytes(4), b"\xff" * 3, b'"', b"<", b"{", rng.randbytes(40))) + raw[at:]


def _piece(raw: bytes, rng: random.Random) -> tuple[int, int]:
    first = rng.randrange(len(raw))
    return first, first + rng.randrange(1, 2000)


def misdirected(raw: bytes, rng: random.Random) -> bytes:
    """One byte changed in the directory of a zip, in the end of it, or in the head of a member."""
    heads = [at for mark in (b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04") for at in _places(raw, mark)]
    made = bytearray(raw)
    made[min(rng.choice(heads) + rng.randrange(4, 46), len(raw) - 1)] = rng.randrange(256)
    return bytes(made)


def _places(raw: bytes, mark: bytes) -> Iterator[int]:
    at = raw.find(mark)
    while at >= 0:
        yield at
        at = raw.find(mark, at + 1)


def mutated(files: Sequence[Path], number: int, seed: int, only: str | None = None) -> tuple[str, bytes]:
    """The damaged file of a number, the same for the same seed: its name and its content.

    Args:
        only: the kind of damage, where it is not to be drawn.
    """
    rng = random.Random(f"{seed}:{number}")  # noqa: S311 - no secret
    path = rng.choice(files)
    raw = path.read_bytes()
    kinds = {"flip": flipped, "cut": cut, "double": doubled, "insert": inserted}
    kind = only or rng.choice([*kinds, "splice", *["directory"] * 2 * raw.startswith(ZIP)])
    if kind == "splice":
        made = spliced(raw, rng, rng.choice(files).read_bytes())
    else:
        made = (kinds | {"directory": misdirected})[kind](raw, rng)
    return f"{number:05d}-{kind}-{path.name}", made


# ── Workers ──


def read(name: str) -> Outcome:
    """One file, as the worker reads it."""
    began, rows, problems, raised, digest = time.process_time(), 0, "", None, ""
    try:
        table = an.read_articles(name)
        rows = len(table)
        problems = "\n".join(table["problem"].dropna().unique()[:20])
        digest = hashlib.sha256(repr(table.to_dict("list")).encode("utf-8", "replace")).hexdigest()
    except BaseException as error:  # noqa: BLE001 - that nothing comes out of it is what is asked
        raised = f"{type(error).__name__}: {error}"[:200]
    return Outcome(Path(name).name, rows, problems, raised, time.process_time() - began, digest)


def work() -> None:
    """Read the files named on standard input, a line each, and write their outcomes."""
    warnings.simplefilter("ignore")
    an.read_articles(SAMPLE)  # what is loaded when it is first used is no memory of a file
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
    for line in sys.stdin:
        limit = int(time.process_time()) + KILLED
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        print(json.dumps(read(line.strip())), flush=True)


def outcomes(paths: Sequence[Path]) -> Iterator[Outcome]:
    """What becomes of each file; a worker that a file ends is followed by another."""
    left = list(paths)
    while left:
        command = [sys.executable, __file__, "--work"]
        with subprocess.Popen(  # noqa: S603 - ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as worker:
            while left and (outcome := _asked(worker, left[0])):
                left.pop(0)
                yield outcome
        if left:
            yield Outcome(left.pop(0).name, 0, "", f"died: {worker.returncode}", 0, "")


def _asked(worker: "subprocess.Popen[str]", path: Path) -> Outcome | None:
    assert worker.stdin
    assert worker.stdout
    try:
        worker.stdin.write(f"{path}\n")
        worker.stdin.flush()
    except BrokenPipeError:
        return None
    line = worker.stdout.readline()
    return Outcome(*json.loads(line)) if line else None


# ── Report ──


def faults(outcome: Outcome) -> str | None:
    """What is wrong with an outcome, in a word."""
    if outcome.raised:
        return "died" if outcome.raised.startswith("died") else "raised"
    if not outcome.rows:
        return "without a row"
    return "slow" if outcome.seconds > SECONDS else None


def report(found: Sequence[Outcome]) -> int:
    """Print what became of the files; how many are at fault."""
    bad = [(fault, one) for one in found if (fault := faults(one))]
    for fault, one in bad:
        print(f"{fault:14} {one.name}  {one.seconds:.1f} s  {one.raised or ''}")
    kinds = ("raised", "died", "without a row", "slow")
    print(", ".join(f"{sum(fault == kind for fault, _ in bad)} {kind}" for kind in kinds))
    times = sorted(one.seconds for one in found)
    whole = hashlib.sha256("".join(one.digest for one in found).encode()).hexdigest()[:16]
    print(
        f"{len(found)} files, {sum(times):.0f} s of processor time, slowest {times[-1]:.1f}; read: {whole}",
    )
    return len(bad)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("n", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--directories", action="store_true")
    parser.add_argument("--as-they-are", action="store_true")
    given = parser.parse_args()
    folders = given.folders if given.as_they_are else [SAMPLE, *given.folders]
    files = [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size and (not given.directories or _is_zip(path))
    ]
    only = "directory" if given.directories else None
    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        paths = (
            files[: given.n]
            if given.as_they_are
            else list(_written(files, given.n, given.seed, Path(made), only))
        )
        return 1 if report(list(outcomes(paths))) else 0


def _is_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(ZIP)) == ZIP


def _written(
    files: Sequence[Path], n: int, seed: int, folder: Path, only: str | None = None
) -> Iterator[Path]:
    for number in range(n):
        name, content = mutated(files, number, seed, only)
        (folder / name).write_bytes(content)
        yield folder / name


if __name__ == "__main__":
    if sys.argv[1:] == ["--work"]:
        work()
    else:
        raise SystemExit(main())
