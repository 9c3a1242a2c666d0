"""Where the project of a command or a notebook is: the folder its default paths start from."""

from pathlib import Path

PACKAGE = Path(__file__).parent
PACKED = PACKAGE / "_project"
"""The copy of the notebooks and the sample that travels in the wheel; nothing is ever written there."""


def find(start: str | Path | None = None) -> Path:
    """The project folder: the nearest above, else where the package was installed from, else the packed copy.

    Args:
        start: where to look first; the current folder when not given.

    Raises:
        FileNotFoundError: where none of the three is there, as in a damaged installation.

    >>> (find(PACKAGE) / "notebooks").is_dir()
    True
    """
    here = Path(start or ".").resolve()
    for folder in (here, *here.parents, PACKAGE.parent, PACKED):
        if is_project(folder):
            return folder
    raise FileNotFoundError(
        f"no project (pyproject.toml and notebooks/report.ipynb) in or above {here}: use --project DIR"
    )


def is_project(folder: Path) -> bool:
    """Whether a folder holds `notebooks/report.ipynb` and, unless it is the packed copy, `pyproject.toml`.

    >>> is_project(PACKAGE)
    False
    """
    marked = folder == PACKED or (folder / "pyproject.toml").is_file()
    return marked and (folder / "notebooks" / "report.ipynb").is_file()


def of_command(named: Path | None) -> Path:
    """The project of a command: the folder named with `--project`, else the one found from where we are.

    Args:
        named: what `--project` said, absolute or from the current folder; None without it.

    Raises:
        ValueError: for a folder that holds no project.

    >>> of_command(PACKAGE)
    Traceback (most recent call last):
    ...
    ValueError: --project ...analysis holds no project: pyproject.toml and notebooks/report.ipynb
    """
    if named is None:
        return find()
    if not is_project(named.resolve()):
        raise ValueError(f"--project {named} holds no project: pyproject.toml and notebooks/report.ipynb")
    return named.resolve()


def in_project(path: str | Path) -> Path:
    """A path as a notebook means it: relative to the project, wherever its kernel was started.

    Args:
        path: a path; an absolute one stays as it is.

    Returns:
        The absolute path.

    >>> in_project("/data/monde").as_posix()
    '/data/monde'
    """
    return find() / path
