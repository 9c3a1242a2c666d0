"""Run a notebook in a folder aside, and move what it made into place when it is good."""

import datetime as dt
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.report import notebook as notebooks
from analysis.report import page, parameters, record
from analysis.report.settle import settled


def run(notebook: str | Path, out: Path, given: Mapping[str, Any], project: Path) -> Path:
    """Run a notebook and move the executed notebook, the page, charts, tables and `run.json` to `out`.

    Args:
        notebook: a file, or the name of one of the project's notebooks.
        out: the folder for this report.
        given: values for the notebook's parameters.
        project: the folder the notebook's default paths start from.

    Returns:
        The HTML page.
    """
    started = dt.datetime.now(dt.UTC)
    path = notebooks.find(notebook, project).resolve()
    known = notebooks.takes(path)
    values = parameters.chosen(known, given, path.name)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.stem}-", dir=out) as folder:
        work = Path(folder).resolve()
        _make(path, work, values | {name: str(work) for name in known if name == "out"}, out, project)
        used = {name: values.get(name, known[name].default) for name in known if name != "out"}
        record.write(work, path, used, started)
        _put(work, out)
    _failed(path, out).unlink(missing_ok=True)
    notebooks.trust(out / path.name)
    return out / f"{path.stem}.html"


def _make(path: Path, work: Path, values: Mapping[str, Any], out: Path, project: Path) -> None:
    import nbformat

    try:
        done = settled(notebooks.executed(path, work, values, project), work)
    except RuntimeError as error:
        raise RuntimeError(f"{error}{_kept(work / path.name, _failed(path, out))}") from error
    nbformat.write(done, work / path.name)
    title = str(values.get("title") or notebooks.title(done))
    html = page.html(done, title, str(values.get("locale", "en")))
    (work / f"{path.stem}.html").write_text(html, encoding="utf-8")


def _failed(path: Path, out: Path) -> Path:
    return out / f"{path.stem}.failed.ipynb"


def _kept(partial: Path, failed: Path) -> str:
    if not partial.is_file():  # the kernel never started
        return ""
    partial.replace(failed)
    return f" (see {failed})"


def _put(work: Path, out: Path) -> None:
    """Rename every file into place, the record last; what only the run before made is removed."""
    before = record.listed(out)
    fresh = [path.relative_to(work) for path in [*record.files(work), work / record.NAME]]
    for name in fresh:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).replace(out / name)
    for old, digest in before.items():
        stale = out / old
        if Path(old) not in fresh and stale.is_file() and record.sha256(stale) == digest:
            stale.unlink()
