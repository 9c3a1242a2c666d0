"""The notebook of a report: finding it, what it takes, its title, and running it."""

import logging
import sqlite3
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import wording
from analysis.report import parameters

if TYPE_CHECKING:
    from nbformat import NotebookNode

TITLE = "# "


def find(notebook: str | Path, project: Path) -> Path:
    """A notebook as the analyst names it: a file, or one of the project's by its name.

    Args:
        notebook: a file, or a name with or without its suffix; a file in the current folder comes first.

    Raises:
        FileNotFoundError: naming the project's notebooks.

    >>> from analysis import project
    >>> find("04-quotes", project.find()).name
    '04-quotes.ipynb'
    """
    ours = project / "notebooks"
    for path in (Path(notebook), ours / notebook, ours / f"{notebook}.ipynb"):
        if path.is_file():
            return path
    there = ", ".join(sorted(path.stem for path in ours.glob("*.ipynb")))
    raise FileNotFoundError(f"notebook={str(notebook)!r} is neither a file nor one of the project's: {there}")


def opened(path: Path) -> "NotebookNode":
    """The notebook in a file.

    Args:
        path: the file; an older format is read as the current one.

    Raises:
        ValueError: for a file that is not a notebook.

    >>> opened(Path(__file__))
    Traceback (most recent call last):
    ...
    ValueError: ...notebook.py is not a notebook: ...
    """
    import nbformat

    try:
        read: NotebookNode = nbformat.read(path, as_version=4)
    except (ValueError, AttributeError, nbformat.ValidationError) as error:  # no JSON, or another kind
        raise ValueError(f"{path} is not a notebook: {str(error).splitlines()[0]}") from error
    return read


def worded(notebook: "NotebookNode", name: str, locale: str) -> "NotebookNode":
    r"""The notebook with its prose in the report's language, as far as that locale's file has it.

    Args:
        notebook: the notebook; its Markdown cells are replaced in place.

    Raises:
        ValueError: for a locale without a file, naming those that have one.

    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> ours = new_markdown_cell("# How do they quote?", metadata={"name": "question"})
    >>> notebook = worded(new_notebook(cells=[ours, new_markdown_cell("My note")]), "04-quotes", "fr")
    >>> [cell.source.splitlines()[0] for cell in notebook.cells]
    ['# Comment citent-ils\u202f?', 'My note']
    """
    ours = wording.prose(name, locale)
    for cell in notebook.cells:
        cell.source = ours.get(cell.metadata.get("name"), cell.source)
    return notebook


def takes(notebook: "NotebookNode", name: str) -> dict[str, parameters.Parameter]:
    """The parameters of a notebook, by name.

    Args:
        name: what the errors call it.

    Raises:
        ValueError: for a notebook without a cell tagged `parameters`, or one that holds more than constants.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cell = new_code_cell("min_stories: int = 10", metadata={"tags": ["parameters"]})
    >>> takes(new_notebook(cells=[cell]), "mine.ipynb")["min_stories"].default
    10
    """
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            return parameters.read(cell.source)
    raise ValueError(f"{name} has no cell tagged 'parameters': tag its first code cell, even an empty one")


def title(notebook: "NotebookNode") -> str:
    r"""The first heading of a notebook, "Report" where it has none.

    Args:
        notebook: the notebook; only headings of the first level in its Markdown cells count.

    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> title(new_notebook(cells=[new_markdown_cell("## Draft\n# Who speaks?")]))
    'Who speaks?'
    """
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    headings = (line.removeprefix(TITLE) for line in "\n".join(texts).splitlines() if line.startswith(TITLE))
    return next(headings, "Report").strip()


def executed(
    notebook: "NotebookNode", target: Path, values: Mapping[str, Any], project: Path
) -> "NotebookNode":
    """The notebook after a run.

    Args:
        notebook: the notebook; it is not changed.
        target: the file in which what there is of it is saved after each cell.
        project: the folder its relative paths start from.

    Raises:
        RuntimeError: when a cell raised, or the kernel died.
        KeyboardInterrupt: when a cell was interrupted.
    """
    import papermill

    from analysis.report.kernel import ThisInterpreter

    # It warns of parameters typed "str | None", which it cannot read; all names have been checked by now.
    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        done: NotebookNode = papermill.execute_notebook(
            notebook,
            str(target).replace("{", "{{").replace("}", "}}"),  # papermill fills in braces
            parameters=values,
            kernel_name="python3",
            language="python",
            kernel_manager_class=ThisInterpreter,
            extra_arguments=["--log-level=CRITICAL"],  # an interrupted kernel logs how it closed its sockets
            cwd=str(project),
            progress_bar=sys.stderr.isatty(),
        )
    except papermill.PapermillExecutionError as error:
        if error.ename == "KeyboardInterrupt":
            raise KeyboardInterrupt from error
        said = " ".join(str(error.evalue).split())
        raise RuntimeError(f"cell {error.exec_count} failed: {error.ename}: {said}") from error
    return done


def trust(path: Path) -> None:
    """Have Jupyter show the outputs of a notebook as they are, as `jupyter trust` does.

    Where the user's home cannot be written to, Jupyter will ask; a warning says so.

    Args:
        path: the notebook's file; it is not changed, its signature goes to the user's Jupyter.
    """
    from nbformat.sign import NotebookNotary

    try:
        notary = NotebookNotary(log=logging.getLogger(__name__))
        notary.sign(opened(path))
        notary.store.close()
    except (OSError, sqlite3.Error) as error:
        warnings.warn(f"{path.name} is not marked as trusted for Jupyter: {error}", stacklevel=2)
