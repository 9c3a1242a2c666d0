"""Reports: run a notebook with parameters and keep what it found as files.

    run_report("notebooks/report.ipynb", out="reports/monde", corpus="data/local/monde", outlet="Le Monde")

`notebook` finds and executes it, `parameters` checks what it is given, `settle` takes out what differs from
run to run, `page` makes the HTML, `record` writes `run.json`, `place` puts all of it into place; `run` is the
whole.
"""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import project

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES = (".parquet", ".csv", ".xlsx")
"""How a result table is kept: for programs, for anything, for a spreadsheet."""


def run_report(notebook: str | Path, /, *, out: str | Path, **parameters: object) -> Path:
    """Run a notebook; keep it executed, as an HTML page without code, with its charts, tables and `run.json`.

    Nothing in `out` changes until the run has succeeded; then all files are put into place, or none: where a
    run dies between, the next one takes the last report back. Files of your own in that folder stay. All but
    `run.json` are the same bytes when the same version runs again on the same input.

    Args:
        notebook: a notebook file, or the name of one of the project's notebooks (`"04-quotes"`).
        out: the folder for this report. The notebook's own parameter `out` is set by this one.
        parameters: values for the notebook's `parameters` cell. A relative path is relative to the current
            folder; a default that is not replaced is relative to the project.

    Returns:
        The HTML page.

    Raises:
        ValueError: for a parameter the notebook does not have, or a notebook without parameters.
        TypeError: for a value of another type than the notebook says.
        FileNotFoundError: for a notebook, or a path given as a parameter, that is not there.
        OSError: where `out` cannot be written to, something is in the way, or another run is at work in it.
        RuntimeError: when a cell raised, the partial notebook being kept in `out` as `NAME.failed.ipynb`, or
            when the disc was full.

    >>> run_report("no such notebook", out="reports/none")
    Traceback (most recent call last):
    ...
    FileNotFoundError: notebook='no such notebook' is neither a file nor one of the project's: ...
    """
    from analysis.report.run import run

    return run(notebook, Path(out), parameters, project.find())


def write_tables(folder: str | Path, **tables: "pd.DataFrame") -> list[Path]:
    """Write result tables, each as Parquet, as CSV that Excel reads (UTF-8 with its mark), and as .xlsx.

    A workbook holds a table as far as Excel can, and a file is left out whose format cannot hold the table; a
    warning says what was left out.

    Args:
        tables: the tables, each under the name its files shall have.

    Returns:
        The files written.

    >>> import tempfile, pandas as pd
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_tables(folder, outlets=pd.DataFrame({"outlet": ["Le Courrier"], "n": [3]}))
    >>> [path.name for path in written]
    ['outlets.parquet', 'outlets.csv', 'outlets.xlsx']
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {folder / f"{name}{suffix}": table for name, table in tables.items() for suffix in SUFFIXES}
    return [path for path, table in paths.items() if _written(table, path)]


def _written(table: "pd.DataFrame", path: Path) -> bool:
    from analysis.formats import write_table
    from analysis.report.fitting import fitted

    held, left = fitted(table) if path.suffix == ".xlsx" else (table, [])
    if left:
        warnings.warn(f"{path.name} holds what Excel can: {'; '.join(left)}", stacklevel=4)
    try:
        write_table(held, path)
    except ValueError as error:
        warnings.warn(f"{path.name} is left out: {error}", stacklevel=4)
        return False
    return True
