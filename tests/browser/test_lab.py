"""JupyterLab as an analyst meets it: it opens at the first question, all runs, nothing acts or leaves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

NOTEBOOKS = sorted(path.stem for path in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
OUTPUT = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"


def test_lab_opens_at_the_first_question(lab: Any, tab: Any) -> None:
    tab.page.goto(lab.url)
    tab.page.wait_for_selector(".jp-Notebook h1", timeout=120_000)
    assert tab.page.locator(".jp-Notebook h1").first.inner_text().startswith("What is in my corpus?")
    assert tab.page.url.endswith("/notebooks/01-articles.ipynb")
    assert tab.elsewhere == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_run_all_gives_no_error_and_charts_have_alt_text(
    name: str, run_all: Callable[[str], Any], tab: Any
) -> None:
    page = run_all(name)
    failed = page.locator(f"{OUTPUT}[data-mime-type='application/vnd.jupyter.error']")
    assert failed.all_inner_texts() == []
    alts = page.eval_on_selector_all(f"{OUTPUT} img", "images => images.map(image => image.alt)")
    code = page.eval_on_selector_all(
        ".jp-CodeCell .cm-content", "cells => cells.map(cell => cell.textContent).join()"
    )
    assert len(alts) == code.count("charts.export") > 0
    assert all(len(alt) > 40 for alt in alts)
    assert page.locator(f"{OUTPUT} mjx-container").count() == 0
    assert (tab.errors, tab.elsewhere) == ([], [])


def test_show_marks_quotations_cues_and_sources_and_they_can_be_focused(
    run_all: Callable[[str], Any],
) -> None:
    page = run_all("04-quotes")
    looks = set()
    for role in ("quotation", "cue", "source"):
        mark = page.locator(f"{OUTPUT} mark.{role}").first
        mark.focus()
        assert mark.evaluate("mark => document.activeElement === mark")
        assert mark.get_attribute("title")
        looks.add(mark.evaluate("mark => getComputedStyle(mark).textDecorationStyle"))
    assert looks == {"solid", "dotted", "double"}


def test_hostile_markup_stays_text_and_money_is_not_mathematics(
    run_all: Callable[[str], Any], tab: Any
) -> None:
    page = run_all("hostile")
    assert page.evaluate("window.hit") is None
    images = page.eval_on_selector_all(
        f"{OUTPUT} img", "images => images.map(image => image.src.slice(0, 10))"
    )
    assert images == ["data:image"]  # our chart; none of the article's
    assert page.locator(f"{OUTPUT} script").count() == 0
    text = page.locator(f"{OUTPUT} article").inner_text()
    assert "<script>window.hit = 1</script>" in text
    # Lab does typeset what is mathematics: the test would see it if ours were.
    page.wait_for_selector(".jp-MarkdownCell mjx-container")
    assert page.locator(f"{OUTPUT} mjx-container").count() == 0
    assert page.locator(f"{OUTPUT}").filter(has_text="$5 million and $6 million").count() == 3
    assert (tab.errors, tab.elsewhere) == ([], [])
