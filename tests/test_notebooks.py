"""Notebooks: an analyst can read and change them, git sees no output, each is a report in two languages."""

import ast
import json
import re
from pathlib import Path

import pytest

import analysis as an

PROJECT = Path(__file__).parents[1]
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
PARAMETERS = {
    "corpus",
    "outlet",
    "lang",
    "since",
    "until",
    "timezone",
    "title",
    "min_stories",
    "locale",
    "out",
}

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[dict]:
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def test_there_is_one_notebook_a_question_and_the_report():
    assert [path.stem for path in NOTEBOOKS] == [
        "01-articles",
        "02-language",
        "03-readability",
        "04-quotes",
        "05-sources",
        "report",
    ]


@every_notebook
def test_the_title_comes_first_and_the_limits_last(path):
    prose = [source(cell) for cell in cells(path, "markdown")]
    title = prose[0].splitlines()[0]
    assert title.startswith("# ")
    assert title.endswith("?") or path.stem == "report"
    assert "Limits" in prose[-1].splitlines()[0]


@every_notebook
def test_the_first_code_cell_holds_typed_and_commented_constants(path):
    first = cells(path, "code")[0]
    assert first["metadata"]["tags"] == ["parameters"]
    lines = source(first).splitlines()
    assert all(re.fullmatch(r"\w+: [\w| ]+ = \S.*  # \w.*", line) for line in lines)
    assigned = {line.target.id: ast.literal_eval(line.value) for line in ast.parse(source(first)).body}
    assert set(assigned) == PARAMETERS
    assert assigned["corpus"] == "data/sample"


@every_notebook
def test_cells_are_few_and_hold_no_function_class_or_loop(path):
    code = [source(cell) for cell in cells(path, "code")]
    assert len(code) <= 12
    nodes = [node for cell in code for node in ast.walk(ast.parse(cell))]
    loops = (
        ast.FunctionDef,
        ast.ClassDef,
        ast.For,
        ast.While,
        ast.Try,
        ast.ListComp,
        ast.GeneratorExp,
        ast.DictComp,
    )
    assert [node for node in nodes if isinstance(node, loops)] == []


@every_notebook
def test_every_code_cell_follows_from_prose_or_says_why_it_is_there(path):
    assert all(len(source(cell)) > 10 for cell in cells(path, "markdown"))
    assert any("mathjax" in source(cell) for cell in cells(path, "code")), (
        "$5 million and $6 million is not maths"
    )
    assert any("charts.export" in source(cell) for cell in cells(path, "code"))
    assert any("answer(" in source(cell) for cell in cells(path, "code"))


@every_notebook
def test_git_holds_no_output_and_what_papermill_needs(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert [cell for cell in cells(path, "code") if cell["outputs"] or cell["execution_count"]] == []
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    assert notebook["metadata"].keys() == {"kernelspec", "language_info"}


def pictures(page: str) -> list[str]:
    return re.findall(r'<img alt="([^"]*)"', page)


@pytest.mark.slow
@every_notebook
def test_a_notebook_runs_as_a_report_on_the_sample_in_french(path, tmp_path):
    page = an.run_report(path, out=tmp_path, locale="fr").read_text(encoding="utf-8")
    code = "".join(source(cell) for cell in cells(path, "code"))
    assert len(pictures(page)) == code.count("charts.export")
    assert all(len(alt) > 40 for alt in pictures(page))
    assert "Limites" in page
    assert "Limits" not in page
    written = {file.suffix for file in tmp_path.rglob("*") if file.is_file()}
    assert {".png", ".svg", ".pdf", ".csv", ".json", ".parquet", ".xlsx"} <= written


@pytest.mark.slow
@every_notebook
def test_a_selection_that_leaves_nothing_is_a_page_that_says_so(path, tmp_path):
    page = an.run_report(path, out=tmp_path, since="2100").read_text(encoding="utf-8")
    assert "Nothing to show" in page or "0 of" in page


@pytest.mark.slow
def test_an_outlet_that_is_not_there_ends_the_report_with_the_name_meant(tmp_path):
    with pytest.raises(RuntimeError, match="did you mean 'Fanal'"):
        an.run_report("report", out=tmp_path, outlet="Le Fanal")


HOSTILE = """\
Title: <script>alert('title')</script>
Outlet: $5 million and $6 million <img src=x onerror=alert(1)>
Date: 2026-03-02

The mayor said on Monday that the bridge was safe <script>alert('text')</script>.
“The bridge is safe,” the mayor said. He added that $5 million and $6 million had been spent on it.
"""


@pytest.mark.slow
def test_a_hostile_corpus_of_one_article_is_a_page_in_which_nothing_runs(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "one.txt").write_text(HOSTILE, encoding="utf-8")
    html = an.run_report("report", out=tmp_path / "out", corpus=str(tmp_path / "corpus"))
    page = html.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "onerror=alert(1)>" not in page.replace("onerror=alert(1)&gt;", "")
    assert "&lt;script&gt;alert('title')" in page.replace("&#x27;", "'").replace("&#39;", "'")
