"""JupyterLab on a copy of the project, and a Chromium that counts what it asks of other hosts."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PROJECT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A notebook is drawn whole, not only the cells in sight: a test looks at every output.
WHOLE = {"@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"}}
HERE = {"127.0.0.1", "localhost"}


class Lab(NamedTuple):
    """A running JupyterLab.

    Fields:
        url: where it answers
        folder: the project it shows
    """

    url: str
    folder: Path


class Tab(NamedTuple):
    """A browser page and what it did.

    Fields:
        page: Playwright's page
        elsewhere: addresses it asked of other hosts
        errors: exceptions in the page
    """

    page: Any
    elsewhere: list[str]
    errors: list[str]


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """`media-analysis lab` on a copy of notebooks and sample: a test may run and save as it likes."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "project"
    shutil.copytree(
        PROJECT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints")
    )
    shutil.copytree(PROJECT / "data" / "sample", folder / "data" / "sample")
    shutil.copy(PROJECT / "pyproject.toml", folder)
    write_hostile(folder / "notebooks" / "hostile.ipynb")
    port = free_port()
    command = [sys.executable, "-m", "analysis", "lab", "--project", str(folder), "--no-browser"]
    command += [f"--ServerApp.port={port}", "--IdentityProvider.token=", "--allow-root"]
    with (home / "lab.log").open("w") as log:
        process = subprocess.Popen(command, env=environment(home), stdout=log, stderr=log, cwd=folder)
        try:
            running = Lab(f"http://127.0.0.1:{port}", folder)
            wait_until(lambda: asked(running, "/api/status"), 120, "JupyterLab does not answer")
            yield running
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    reason = "needs the extra: pip install -c constraints.txt -e '.[browser]'"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Tab]:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    seen = Tab(page, [], [])
    page.on("request", lambda request: note(request.url, seen.elsewhere))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    yield seen
    page.close()


@pytest.fixture
def run_all(lab: Lab, tab: Tab) -> Callable[[str], Any]:
    """Opens a notebook, runs all its cells from the menu, and gives the page when the kernel is done."""

    def run(name: str) -> Any:
        page = tab.page
        page.goto(f"{lab.url}/lab/tree/notebooks/{name}.ipynb?reset")
        page.wait_for_selector(
            ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-CodeCell", timeout=120_000
        )
        # Lab says "Idle" before a kernel is there at all.
        wait_until(lambda: state(lab, name) == "idle", 120, f"no kernel for {name}")
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator("[data-command='runmenu:run-all']").click()
        page.wait_for_function(FINISHED, timeout=300_000)
        wait_until(lambda: state(lab, name) == "idle", 60, f"the kernel of {name} stays busy")
        return page

    return run


FINISHED = """() => {
  const panel = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const prompts = [...panel.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(e => e.textContent);
  const failed = panel.querySelector("[data-mime-type='application/vnd.jupyter.error']");
  return failed || (prompts.length && prompts.every(text => /\\\\d/.test(text)));
}""".replace("\\\\", "\\")
"""Every code cell has its number, or one has failed and the rest will not run."""


def note(url: str, elsewhere: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"data", "blob"} and parts.hostname not in HERE:
        elsewhere.append(url)


def environment(home: Path) -> dict[str, str]:
    settings = home / "settings"
    for name, values in WHOLE.items():
        file = settings / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    own = {"JUPYTERLAB_SETTINGS_DIR": settings, "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces"}
    own |= {
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "IPYTHONDIR": home / "ipython",
    }
    return {**os.environ, **{name: str(path) for name, path in own.items()}}


def asked(lab: Lab, path: str) -> Any:
    try:
        with urllib.request.urlopen(lab.url + path, timeout=10) as answer:  # noqa: S310 (our own server)
            return json.load(answer)
    except OSError:
        return None


def state(lab: Lab, name: str) -> str | None:
    sessions = asked(lab, "/api/sessions") or []
    states = [one["kernel"]["execution_state"] for one in sessions if one["path"].endswith(f"/{name}.ipynb")]
    return states[0] if states else None


def wait_until(holds: Callable[[], Any], seconds: float, complaint: str) -> None:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{complaint} after {seconds:.0f} s")
        time.sleep(0.3)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


HOSTILE = """
import pandas as pd
import analysis as an
from analysis import charts
from analysis.display import answer
from analysis.tables import Article, from_rows
from analysis.text.quotes import Quote

pd.set_option("display.html.use_mathjax", False, "display.max_colwidth", None)
bad = "<script>window.hit = 1</script><img src=x onerror='window.hit = 2'> $5 million and $6 million"
articles = from_rows(Article, [Article("a", "a.txt", bad, bad, bad, text=bad, lang="en")])
said = Quote(0, 8, bad[:8], "direct", 0, 1, "said", 9, 12, "neutral", speaker=bad)
quotes = from_rows(Quote, [("a", *said)])
"""
SHOWN = [
    'an.show(articles, quotes, "a")',
    'answer("row", "en", group=bad, n=3)',
    'articles[["title", "text"]]',
    "charts.quotation_shares(articles.assign(n_words=9), quotes)",
]


def write_hostile(path: Path) -> None:
    """A notebook that shows an article full of markup and dollars in every way a notebook of ours does."""
    maths = new_markdown_cell("Mathematics is typeset here: $x^2$")
    cells = [maths, *map(new_code_cell, [HOSTILE, *SHOWN])]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(new_notebook(cells=cells, metadata=kernel), path)
