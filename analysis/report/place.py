"""The folder of a report: one run at a time, the last good report whole, the user's own files left alone.

A run works in `.making`. What it made is put in place in two steps that the next run can undo: the files of
the last report move to `.previous`, then the new ones take their places. A journal there says how far that
went; without one the report is whole.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.report import record

MAKING, PREVIOUS = ".making", ".previous"
MOVING, PLACING = "moving.json", "placing.json"
"""The journal's name while the old files move out, and while the new ones move in."""


@contextmanager
def making(out: Path) -> Iterator[Path]:
    """An empty folder in `out` for a run to work in; what a run that died left there is mended first.

    Args:
        out: the folder of the report; it is made where it is not there.

    Raises:
        OSError: where `out` cannot be a folder or cannot be written to, or another run is at work in it.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, making(Path(folder)) as work:
    ...     work.name
    '.making'
    """
    with _naming(out):
        out.mkdir(parents=True, exist_ok=True)
        lock = _locked(out)
    work = out / MAKING
    try:
        with _naming(out):
            mend(out)
            work.mkdir()
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if lock is not None:
            os.close(lock)


@contextmanager
def _naming(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OSError(f"out={str(out)!r} cannot be a folder for the report: {error.strerror}") from error


def _locked(out: Path) -> int | None:
    """The folder, held by this process until it ends, however it ends; None where it cannot be held."""
    try:
        import fcntl
    except (
        ImportError
    ):  # Windows has no locks that end with us: there, two runs at once are the user's to avoid
        return None
    held = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(held)
        said = "another run writes to it now; wait for its end, or name another folder"
        raise OSError(error.errno, said) from error
    except OSError:  # a file system without locks, as some of the network are: we are as good without one
        pass
    return held


def check(out: Path, names: Iterable[Path]) -> None:
    """Raise where something of the user's stands where a file of the report has to be.

    Args:
        names: the files, relative to `out`.

    Raises:
        FileExistsError: naming what is in the way.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Path(folder, "report.html").mkdir()
    ...     check(Path(folder), [Path("report.html")])
    Traceback (most recent call last):
    ...
    FileExistsError: '.../report.html' is a folder, where the report has a file: move it, ...
    """
    for name in names:
        if (out / name).is_dir():
            raise FileExistsError(_in_the_way(out / name, "a folder", "a file"))
        for parent in [out / above for above in name.parents[:-1]]:
            if parent.exists() and not parent.is_dir():
                raise FileExistsError(_in_the_way(parent, "a file", "a folder"))


def _in_the_way(path: Path, there: str, wanted: str) -> str:
    return f"{str(path)!r} is {there}, where the report has {wanted}: move it, or name another folder"


def put(work: Path, out: Path) -> None:
    """Put what a run made in the place of what the last one made: all of it, or nothing.

    Args:
        work: the files of the run, with their record; it is empty afterwards.
        out: the folder of the report. What the user put there stays, unless it bears the name of a new file.

    Raises:
        OSError: where something is in the way, or the disc is full; the last report is whole then.
    """
    fresh = [path.relative_to(work) for path in [*record.files(work), work / record.NAME]]
    check(out, fresh)
    try:
        _move_out(out, fresh)
        for name in fresh:
            _move(work / name, out / name)
    except BaseException:  # a signal too
        mend(out)
        raise
    _forget(out)


def _move_out(out: Path, fresh: list[Path]) -> None:
    """The files of the last report, and what bears the name of a new one, into `.previous`."""
    previous = out / PREVIOUS
    previous.mkdir()
    _write(previous / MOVING, fresh)
    ours = [name for name, digest in record.listed(out).items() if _unchanged(out / name, digest)]
    for name in {*map(Path, ours), *fresh}:
        if (out / name).is_file():
            _move(out / name, previous / name)
    (previous / MOVING).replace(previous / PLACING)


def _unchanged(path: Path, digest: str) -> bool:
    return path.is_file() and record.sha256(path) == digest


def _write(journal: Path, names: list[Path]) -> None:
    draft = journal.with_suffix(".tmp")
    draft.write_text(json.dumps([name.as_posix() for name in names]), encoding="utf-8")
    draft.replace(journal)


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)


def mend(out: Path) -> None:
    """Take back the last good report where a run died while it put its own in place; remove what it left.

    Args:
        out: the folder of the report, held by this run.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     out, previous = Path(folder), Path(folder, PREVIOUS)
    ...     previous.mkdir()
    ...     _ = (previous / PLACING).write_text('["report.html", "new.csv"]')
    ...     _ = (previous / "report.html").write_text("the last good one"), (out / "new.csv").touch()
    ...     mend(out)
    ...     [path.name for path in out.iterdir()]
    ['report.html']
    """
    previous = out / PREVIOUS
    if previous.is_symlink():  # none of ours
        previous.unlink()
    if (previous / PLACING).is_file():
        for name in _journal(previous / PLACING):
            if record.is_inside(out, name) and not (previous / name).is_file():
                (out / name).unlink(missing_ok=True)  # new, and none was there before
        (previous / PLACING).replace(previous / MOVING)
    if (previous / MOVING).is_file():
        for path in [path for path in previous.rglob("*") if path.is_file() and path != previous / MOVING]:
            _move(path, out / path.relative_to(previous))
    _forget(out)
    shutil.rmtree(out / MAKING, ignore_errors=True)


def _journal(path: Path) -> list[str]:
    """The names in a journal; a folder that came by mail may hold one that is none of ours."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return []
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def _forget(out: Path) -> None:
    """The journal first: from then on the report is whole."""
    for journal in (PLACING, MOVING):
        (out / PREVIOUS / journal).unlink(missing_ok=True)
    shutil.rmtree(out / PREVIOUS, ignore_errors=True)
