"""The page of a report as a reader opens it: from a file, in a browser that would run scripts if it could."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.report import page

pytestmark = pytest.mark.browser

HOSTILE = "<p>Kept.</p><script>window.ran = 1</script><img src='x' onerror='window.ran = 2' alt=''>"
REMOTE = "<img src='https://example.org/x.png' alt=''>"


def test_a_page_runs_nothing_and_asks_nobody(tab, tmp_path):
    output = new_output("display_data", {"text/html": HOSTILE})
    cells = [new_markdown_cell("# Who speaks?"), new_code_cell("1", outputs=[output])]
    made = page.html(new_notebook(cells=cells), "Who speaks?", "en")
    path = tmp_path / "page.html"
    # What the exporter takes out is put back by hand: the policy alone must stop it.
    path.write_text(made.replace("</main>", f"{HOSTILE}{REMOTE}</main>"), encoding="utf-8")
    got, refused = [], []
    tab.page.on("requestfinished", lambda request: got.append(request.url))
    tab.page.on("requestfailed", lambda request: refused.append(request.failure))
    tab.page.goto(path.as_uri())
    assert tab.page.title() == "Who speaks?"
    assert tab.page.get_by_text("Kept.").count() == 2
    assert tab.page.evaluate("typeof window.ran") == "undefined"
    assert got == [path.as_uri()]
    assert set(refused) == {"csp"}
