"""What every test may ask for: a small project of its own, and notebooks made on the spot."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from hypothesis import settings
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

# A deadline would measure a busy machine, and random examples would fail now and then.
settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("house")

PARAMETERS = """\
corpus: str = "data/sample"  # path: where the articles are
outlet: str | None = None  # only this outlet
min_stories: int = 10  # groups with fewer are a table
share: float = 0.5
title: str = ""
out: str = "reports/report"  # path: where the files go
"""


@pytest.fixture(autouse=True)
def _own_signatures(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter keeps which notebooks are trusted in the user's home: not for notebooks of a test."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path_factory.getbasetemp() / "jupyter"))


@pytest.fixture
def write_notebook() -> Callable[..., Path]:
    """Writes a notebook of a heading, a parameters cell and the code cells given."""

    def write(path: Path, *cells: str, parameters: str = PARAMETERS) -> Path:
        first = new_code_cell(parameters, metadata={"tags": ["parameters"]})
        head = [new_markdown_cell("# Who speaks?\n\nFrom $5 million to $6 million."), first]
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(new_notebook(cells=[*head, *map(new_code_cell, cells)]), path)
        return path

    return write


@pytest.fixture
def project_folder(
    tmp_path: Path, write_notebook: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A project with a small report.ipynb; the test stands in it."""
    folder = tmp_path / "project"
    write_notebook(folder / "notebooks" / "report.ipynb", "print(corpus, outlet, min_stories)")
    (folder / "pyproject.toml").touch()
    monkeypatch.chdir(folder)
    return folder
