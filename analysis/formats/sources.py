"""Paths to files, in one order whatever the disk's."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.formats import cells

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


class Source(NamedTuple):
    """One file to read.

    Args:
        origin: its path relative to the path given, with `/` on every system.
        path: where it is.
    """

    origin: str
    path: Path


def find(paths: Paths) -> list[Source]:
    """Every file at the paths given, each once, sorted by origin.

    Folders are searched through; a file or folder whose name begins with a dot is not looked into.

    Args:
        paths: a file or folder, or several.

    Raises:
        FileNotFoundError: for a path that is not there.
        TypeError: for something that is no path.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("b.txt", "a.txt", ".a.swp"):
    ...         Path(folder, name).touch()
    ...     [source.origin for source in find(folder)]
    ['a.txt', 'b.txt']
    """
    found = [source for path in listed(paths) for source in _under(path)]
    once = {source.path.resolve(): source for source in reversed(found)}
    return sorted(once.values())


def listed(paths: Paths) -> list[Path]:
    """One path or several, as a list.

    Args:
        paths: as the analyst gave them; a string is one path, never its letters.

    Raises:
        TypeError: for something that is no path.

    >>> listed("a.txt")
    [PosixPath('a.txt')]
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    try:
        return [Path(path) for path in given]
    except TypeError:
        raise TypeError(f"paths must be a path or several, not {type(paths).__name__}: {paths!r}") from None


def _under(path: Path) -> Iterator[Source]:
    if not path.exists():
        raise FileNotFoundError(f"paths={str(path)!r} is not there; the current folder is {Path.cwd()}")
    if not path.is_dir():
        yield Source(cells.whole(path.name), path)
        return
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not hidden(name)]
        for name in files:
            if not hidden(name):
                yield _below(path, Path(folder, name))
    for error in closed:  # a folder that nobody may look into is one file that cannot be opened
        yield _below(path, Path(error.filename))


def _below(path: Path, file: Path) -> Source:
    return Source(cells.whole(file.relative_to(path).as_posix()), file)


def hidden(name: str) -> bool:
    """Whether a path has a part that begins with a dot, or is what macOS adds to a zip.

    Args:
        name: a path with `/`, or one part of it; a dot alone stands for the folder itself.

    >>> hidden("a/.DS_Store"), hidden("__MACOSX/a.txt"), hidden("./a.txt")
    (True, True, False)
    """
    return any((part.startswith(".") and part != ".") or part == "__MACOSX" for part in name.split("/"))
