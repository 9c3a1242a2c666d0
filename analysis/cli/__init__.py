"""The command line: one command per verb that reads and writes tables, and `report`, `lab`, `check`.

Exit codes: 0 good; 1 a notebook failed, or `check` found something missing; 2 wrong use; 130 interrupted.
"""

import importlib
import re
import sys
import warnings
from collections.abc import Sequence

from analysis import __version__
from analysis.cli import screen
from analysis.cli.parser import Parser
from analysis.meant import nearest

COMMANDS = {
    "report": "run a notebook: HTML, charts, tables",
    "lab": "open the notebooks in JupyterLab",
    "check": "say what this installation can do",
    "read-articles": "files and folders → the articles table",
    "explain-file": "what a file was taken for, and why",
    "select": "the articles of an outlet, a language, a period",
    "clean-text": "take out the lines that are not the article",
    "find-boilerplate": "which lines are not the article, and why",
    "find-repeated-lines": "lines that an outlet repeats",
    "find-credits": "agency credits and datelines",
    "detect-language": "the language of each article",
    "detect-paragraphs": "the language of each paragraph",
    "find-translation-traces": "traces of translation, with their evidence",
    "score-readability": "how readable each article is",
    "compare-readability": "the scores of groups beside one another",
    "formulas": "the readability formulas, and where each was published",
    "find-quotes": "who is quoted, how, and with which words",
    "explain-quotes": "why a sentence gave a quotation, or none",
    "summarise-sources": "who speaks, how much, how openly",
    "score-quotes": "how right: quotations against a gold standard",
    "show": "one article with its quotations marked",
}
"""Each command and what it is for. Those of the verbs take their options from the verb's own signature."""

HALVES = re.compile("[\ud800-\udfff]")
"""What stands for a letter that the session's encoding does not have."""

OWN = ("report", "lab", "check")


def main(argv: Sequence[str]) -> int:
    """Run a command.

    Returns:
        The exit code.

    >>> main(["--version"])
    media-analysis ...
    0
    """
    screen.prepare()
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _note
            return _run(argv)
    except SystemExit as leaving:  # argparse has printed help, a version or an error
        return int(leaving.code or 0)
    except (ValueError, TypeError, OSError) as error:
        return _ended(error)
    except KeyboardInterrupt:
        return 130


def _run(argv: Sequence[str]) -> int:
    for word in filter(HALVES.search, argv if sys.getfilesystemencoding() != "utf-8" else ()):
        encoding = sys.getfilesystemencoding()
        raise ValueError(f"{word!r} cannot be read in this session's encoding, {encoding}: set PYTHONUTF8=1")
    typed = _parser().parse_args(argv)
    if typed.command is None:
        raise ValueError(f"a COMMAND is missing; there are {', '.join(COMMANDS)}")
    if typed.command not in COMMANDS:
        raise ValueError(f"no command {typed.command!r}; {nearest(typed.command, COMMANDS)}")
    module = importlib.import_module(f"analysis.cli.{typed.command if typed.command in OWN else 'verbs'}")
    return int(module.run(typed.command, typed.rest))


def _parser() -> Parser:
    parser = Parser("media-analysis", "Who speaks in the news, how openly, in which language, how readable.")
    parser.epilog = "\n".join(["commands:", *(f"  {name:<25}{line}" for name, line in COMMANDS.items())])
    parser.add_argument("--version", action="version", version=f"media-analysis {__version__}")
    parser.add_argument(
        "command", nargs="?", metavar="COMMAND", help="one of those below; COMMAND --help says more"
    )
    parser.add_argument("rest", nargs="...", metavar="…", help="its files and options")
    return parser


def _ended(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):  # `… | head` has read enough
        screen.leave()
        return 0
    screen.tell(f"media-analysis: {' '.join(str(error).split())}")
    return 2


def _note(message: Warning | str, *_: object, **__: object) -> None:
    screen.tell(f"note: {message}")
