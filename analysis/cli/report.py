"""`media-analysis report`: run a notebook of ours with other parameters."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis import project
from analysis.cli import screen
from analysis.cli.parser import Parser

EPILOG = """\
a parameter is a constant of the notebook's first code cell; relative paths start from the current folder:
  media-analysis report -p corpus=my/articles -p outlet="Le Monde" -o reports/monde
exit code: 0 good; 1 a cell failed (see NAME.failed.ipynb) or the disc is full; 2 wrong use.
Whatever it is, the last good report stays."""


def run(command: str, argv: Sequence[str]) -> int:
    """Run a notebook and print where its page is.

    Returns:
        1 when a cell failed, which the error stream then tells.

    Raises:
        ValueError: for a `-p`, a `-f` or a parameter that cannot be right.
        TypeError: for a value of another type than the notebook says.
        OSError: for a notebook or a given path that is not there, or a `-o` that cannot be a folder.

    >>> run("report", ["-p", "locale"])
    Traceback (most recent call last):
    ...
    ValueError: -p takes NAME=VALUE, not 'locale'
    """
    typed = _parser(command).parse_args(argv)
    try:
        page = _report(typed, project.of_command(typed.project))
    except RuntimeError as error:
        screen.tell(f"media-analysis: {error}")
        return 1
    try:
        screen.put(f"{page}\n")
    except OSError as error:  # the report is there, whoever is told
        screen.leave()
        screen.tell(f"{page}: {error.strerror}")
    return 0


def _parser(command: str) -> Parser:
    parser = Parser(
        f"media-analysis {command}", "Run a notebook; keep it executed, as HTML, with charts and tables."
    )
    parser.epilog = EPILOG
    parser.add_argument(
        "notebook", nargs="?", default="report", metavar="NOTEBOOK", help="file or name; default: report"
    )
    parser.add_argument(
        "-p", dest="given", action="append", default=[], metavar="NAME=VALUE", help="set a parameter"
    )
    parser.add_argument("-f", dest="file", type=Path, metavar="FILE", help="parameters as YAML, name: value")
    parser.add_argument(
        "-o", dest="out", type=Path, metavar="DIR", help="folder to write; default: reports/NAME"
    )
    parser.add_argument(
        "--project", type=Path, metavar="DIR", help="folder of the project; default: the nearest above"
    )
    return parser


def _report(typed: Any, folder: Path) -> Path:
    from analysis.report import notebook, parameters
    from analysis.report.run import run as run_notebook

    path = notebook.find(typed.notebook, folder)
    known = notebook.takes(notebook.opened(path), path.name)
    texts = dict(_pair(text) for text in typed.given)
    if "out" in texts:
        raise ValueError("the output folder is given as -o DIR, not as -p out=…")
    given = _from_file(typed.file) if typed.file else {}
    given |= parameters.from_text(known, texts, path.name)
    return run_notebook(path, typed.out or Path("reports", path.stem), given, folder)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise ValueError(f"-p takes NAME=VALUE, not {text!r}")
    return name, value


def _from_file(path: Path) -> dict[str, Any]:
    import yaml

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"-f {path} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is not YAML: {error}") from error
    if not isinstance(found, dict):
        raise ValueError(f"{path} must hold lines of name: value")
    return found
