"""An executed notebook without what differs from run to run: times, random ids, the folder it worked in."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbformat import NotebookNode

WARNING = re.compile(
    r"""
    ^\S+ : \d+ : \s                            # /tmp/ipykernel_71/5.py:3:
    (?P<said> \w*Warning: \s .* \n)            # UserWarning: 2 of 24 articles have no text
    (?: \ {2} \S .* \n)?                       #   articles = an.clean_text(articles)
    """,
    re.MULTILINE | re.VERBOSE,
)
"""A warning as Python prints it: where (a process has its own folder there), what, and the line of code."""

KEPT = {"kernelspec", "language_info"}
"""What of the notebook's metadata its input decides."""


def settled(notebook: "NotebookNode", folder: Path) -> "NotebookNode":
    r"""The notebook with only what its input decides.

    Args:
        notebook: an executed notebook; it is not changed.
        folder: the folder it worked in, which is called "." from now on.

    Returns:
        A copy.

    >>> from nbformat.v4 import new_code_cell, new_notebook, new_output
    >>> said = "/tmp/ipykernel_71/5.py:3: UserWarning: 2 articles have no text\n  clean_text(articles)\n"
    >>> cell = new_code_cell(outputs=[new_output("stream", name="stderr", text=said)])
    >>> settled(new_notebook(cells=[cell]), Path("/tmp/work")).cells[0].outputs[0].text
    'UserWarning: 2 articles have no text\n'
    """
    clean: NotebookNode = _replaced(notebook, str(folder), ".")
    for key in set(clean.metadata) - KEPT:
        del clean.metadata[key]
    for number, cell in enumerate(clean.cells, 1):
        _settle(cell, number)
    return clean


def _settle(cell: "NotebookNode", number: int) -> None:
    cell.id = f"cell-{number}"
    for key in ("papermill", "execution"):
        cell.metadata.pop(key, None)
    for output in cell.get("outputs", []):
        if output.get("name") == "stderr":
            output.text = WARNING.sub(r"\g<said>", output.text)


def _replaced(node: Any, old: str, new: str) -> Any:
    if isinstance(node, str):
        return node.replace(old, new)
    if isinstance(node, dict):
        return type(node)({key: _replaced(value, old, new) for key, value in node.items()})
    if isinstance(node, list):
        return [_replaced(value, old, new) for value in node]
    return node
