"""Run a notebook in a folder aside, and move what it made into place when it is good."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.report import notebook as notebooks
from analysis.report import page, parameters, place, record
from analysis.report.settle import settled

if TYPE_CHECKING:
    from nbformat import NotebookNode


LONGEST = 200
"""Bytes of a notebook's name that the name of its failed run begins with: file systems end at 255."""


class Job(NamedTuple):
    """What is to be run, and where it goes; made of nothing but what has been checked.

    Fields:
        path: the notebook's file
        notebook: the notebook in it
        given: the parameters that replace a default
        used: every parameter but `out`, with the value it has
        out: the folder for the report
        project: the folder the notebook's default paths start from
        exports: whether the notebook has a parameter `out`, and so writes files of its own
    """

    path: Path
    notebook: "NotebookNode"
    given: dict[str, Any]
    used: dict[str, Any]
    out: Path
    project: Path
    exports: bool


def run(notebook: str | Path, out: Path, given: Mapping[str, Any], project: Path) -> Path:
    """Run a notebook and move the executed notebook, the page, charts, tables and `run.json` to `out`.

    Args:
        project: the folder the notebook's default paths start from.

    Returns:
        The HTML page.

    Raises:
        ValueError: for a parameter the notebook does not have, or a notebook without parameters.
        TypeError: for a value of another type than the notebook says.
        OSError: for a notebook or a given path that is not there, or an `out` that cannot be a folder.
        RuntimeError: when a cell raised; the partial notebook is kept in `out` as `NAME.failed.ipynb`.
    """
    started = dt.datetime.now(dt.UTC)
    job = _job(notebooks.find(notebook, project).resolve(), out, given, project)
    html = Path(f"{job.path.stem}.html")
    with place.making(out) as folder:
        known = [job.path.name, _failed(job).name, record.NAME, *record.listed(out)]
        place.check(out, [html, *map(Path, known)])
        work = folder.resolve()
        with _told(job):
            _make(job, work)
            record.write(work, job.path, job.used, started)
            place.put(work, out)
            _failed(job).unlink(missing_ok=True)
    notebooks.trust(out / job.path.name)
    return out / html


@contextmanager
def _told(job: Job) -> Iterator[None]:
    """What stops a run that was well asked for is no wrong use: a full disc, something in the way."""
    try:
        yield
    except OSError as error:
        where = error.filename or job.out
        raise RuntimeError(f"{job.path.name}: {error.strerror or error}: {where}") from error


def _job(path: Path, out: Path, given: Mapping[str, Any], project: Path) -> Job:
    notebook = notebooks.opened(path)
    known = notebooks.takes(notebook, path.name)
    checked = parameters.chosen(known, given, path.name)
    used = {name: checked.get(name, one.default) for name, one in known.items() if name != "out"}
    notebook = notebooks.worded(notebook, path.stem, str(used.get("locale", "en")))
    return Job(path, notebook, checked, used, out, project, "out" in known)


def _make(job: Job, work: Path) -> None:
    import nbformat

    target = work / job.path.name
    values = job.given | ({"out": str(work)} if job.exports else {})
    try:
        done = settled(notebooks.executed(job.notebook, target, values, job.project), work)
    except RuntimeError as error:
        raise RuntimeError(f"{job.path.name}: {error}{_kept(target, _failed(job))}") from error
    nbformat.write(done, target)
    html = page.html(done, _title(job), str(job.used.get("locale", "en")))
    target.with_suffix(".html").write_text(html, encoding="utf-8")


def _title(job: Job) -> str:
    return str(job.used.get("title") or notebooks.title(job.notebook))


def _failed(job: Job) -> Path:
    short = job.path.stem.encode()[:LONGEST].decode(errors="ignore")
    return job.out / f"{short}.failed.ipynb"


def _kept(partial: Path, failed: Path) -> str:
    if not partial.is_file():  # the kernel never started
        return ""
    partial.replace(failed)
    return f" (see {failed})"
