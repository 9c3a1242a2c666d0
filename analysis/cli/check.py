"""`media-analysis check`: what this installation can and cannot do, tried rather than guessed."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from analysis import project
from analysis.cli.parser import Parser
from analysis.text import lexicon

if TYPE_CHECKING:
    import pandas as pd

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
EXTRAS = {
    "test": "pytest",
    "browser": "playwright",
    "review": "anywidget",
    "dask": "distributed",
    "stats": "statsmodels",
}
"""Each extra and a package that only it brings."""

SENTENCE = "The mayor said that the bridge would open in the spring."


class Finding(NamedTuple):
    """One thing looked at.

    Fields:
        state: ok, missing (something does not work) or absent (an option not installed)
        subject: what was looked at
        said: what was found
    """

    state: str
    subject: str
    said: str


def run(command: str, argv: Sequence[str]) -> int:
    """Print the findings.

    Returns:
        1 when something that we need is missing.
    """
    Parser(f"media-analysis {command}", "Say what this installation can and cannot do.").parse_args(argv)
    states = set()
    for finding in findings():
        print(f"{finding.state:<8} {finding.subject:<20} {finding.said}", flush=True)
        states.add(finding.state)
    return int("missing" in states)


def findings() -> Iterator[Finding]:
    """Everything looked at, one after the other; a trial that fails is a finding.

    >>> next(findings())
    Finding(state='ok', subject='Python', said='3...')
    """
    yield Finding("ok" if sys.version_info >= (3, 11) else "missing", "Python", sys.version.split()[0])
    yield _packages()
    yield _tried("project", lambda: str(project.find()))
    yield _tried("languages", lambda: f"{', '.join(lexicon.available())}: readability, paragraphs")
    yield _tried("quotations", lambda: f"in {', '.join(lexicon.quotable())}: quotations, sources")
    yield _tried("language detection", _detection)
    yield _tried("textstat off-line", _textstat)
    yield _tried("notebook kernel", _kernel)
    yield _chromium()
    yield from (_extra(name, package) for name, package in EXTRAS.items())


def _tried(subject: str, trial: Callable[[], str]) -> Finding:
    try:
        return Finding("ok", subject, trial())
    except Exception as error:  # noqa: BLE001 - whatever stops it is what we were asked to find out
        return Finding("missing", subject, f"{type(error).__name__}: {' '.join(str(error).split())}")


def _packages() -> Finding:
    from analysis.report.record import required, versions

    lacking = [name for name, found in versions().items() if found == "not installed"]
    if lacking:
        return Finding("missing", "packages", f"not installed: {', '.join(lacking)}")
    return Finding("ok", "packages", f"all {len(required())} that we need")


def _detection() -> str:
    from analysis import detect_language

    table = detect_language(_one_article(), method="langdetect")
    return f"langdetect takes an English sentence for {table['lang'].iloc[0]}"


def _textstat() -> str:
    from analysis import score_readability

    score_readability(_one_article(), method="textstat")
    return f"textstat {version('textstat')} scored an English sentence"


def _one_article() -> "pd.DataFrame":
    from analysis.tables import Article, from_rows

    return from_rows(Article, [Article("check", "check", text=SENTENCE, lang="en")])


def _kernel() -> str:
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    from analysis.report.kernel import ThisInterpreter

    notebook = new_notebook(cells=[new_code_cell("import sys, analysis\nprint(sys.executable)")])
    NotebookClient(notebook, kernel_name="python3", kernel_manager_class=ThisInterpreter).execute()
    return f"starts {notebook.cells[0].outputs[0].text.strip()}"


def _chromium() -> Finding:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        return Finding(
            "absent", "Chromium", "no PDF of a report, no browser tests (on Debian: apt-get install chromium)"
        )
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 - found on the PATH
    return Finding("ok", "Chromium", said.stdout.strip() or found)


def _extra(name: str, package: str) -> Finding:
    if find_spec(package) is None:
        return Finding("absent", f"extra [{name}]", f"pip install 'media-analysis[{name}]'")
    return Finding("ok", f"extra [{name}]", f"{package} {_version(package)}")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"
