import json
import os
import signal
import subprocess
import sys
import time

import nbformat
import pandas as pd
import pytest
from nbformat.sign import NotebookNotary

from analysis import project, run_report
from analysis.cli import main
from analysis.report import notebook, record, write_tables
from analysis.report.run import run

EXPORTS = """\
from pathlib import Path
import warnings
Path(out, "charts").mkdir()
Path(out, "charts", "speakers.csv").write_text(f"{outlet};{min_stories}")
warnings.warn("2 articles have no text", stacklevel=1)
print("written to", out)
"""


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in record.files(folder)}


def test_a_report_is_the_page_the_notebook_its_files_and_the_record(project_folder, write_notebook):
    write_notebook(project_folder / "notebooks" / "01-small.ipynb", EXPORTS)
    (project_folder / "mine").mkdir()
    made = run_report("01-small", out="out/here", outlet="Le Courrier", corpus="mine")
    assert made.as_posix() == "out/here/01-small.html"
    folder = made.parent
    assert set(everything(folder)) == {"01-small.html", "01-small.ipynb", "charts/speakers.csv"}
    assert (folder / "charts" / "speakers.csv").read_text() == "Le Courrier;10"
    written = json.loads((folder / "run.json").read_text())
    assert written["parameters"] == {
        "corpus": str(project_folder / "mine"),
        "outlet": "Le Courrier",
        "min_stories": 10,
        "share": 0.5,
        "title": "",
    }
    assert written["files"] == {name: record.sha256(folder / name) for name in everything(folder)}
    assert written["versions"]["python"] == sys.version.split()[0]
    page = made.read_text()
    assert "<title>Who speaks?</title>" in page
    assert "UserWarning: 2 articles have no text" in page
    assert str(project_folder) not in page
    notary = NotebookNotary()
    assert notary.check_signature(nbformat.read(folder / "01-small.ipynb", 4))
    notary.store.close()


@pytest.mark.slow
def test_a_second_run_gives_the_same_bytes(project_folder, write_notebook):
    write_notebook(project_folder / "notebooks" / "report.ipynb", EXPORTS, "set('abc') == set('cba')")
    one = run_report("report", out="one").parent
    other = run_report("report", out="other").parent
    assert everything(one) == everything(other)


@pytest.mark.slow
def test_a_failed_run_keeps_what_there_is_and_the_last_good_report(project_folder, write_notebook):
    path = project_folder / "notebooks" / "report.ipynb"
    cells = [EXPORTS, "if min_stories == 3:\n    raise OSError('the disc\\nis full')", "print('the end')"]
    write_notebook(path, *cells)
    run_report("report", out="out")
    good = everything(project_folder / "out")
    with pytest.raises(RuntimeError, match=r"cell 4 failed: OSError: the disc is full \(see out"):
        run_report("report", out="out", min_stories=3)
    failed = project_folder / "out" / "report.failed.ipynb"
    assert "the disc" in failed.read_text()
    failed.unlink()
    assert everything(project_folder / "out") == good
    assert [path.name for path in (project_folder / "out").iterdir() if path.name.startswith(".")] == []


@pytest.mark.slow
def test_a_good_run_takes_away_what_the_last_one_left_and_nothing_else(project_folder, write_notebook):
    path = project_folder / "notebooks" / "report.ipynb"
    make = "from pathlib import Path\nPath(out, f'chart{min_stories}.csv').write_text('a')"
    write_notebook(path, make)
    out = project_folder / "out"
    run_report("report", out=out)
    (out / "report.failed.ipynb").touch()
    (out / "mine.txt").touch()
    run_report("report", out=out, min_stories=4)
    assert set(everything(out)) == {"chart4.csv", "mine.txt", "report.html", "report.ipynb"}


@pytest.mark.slow
def test_the_kernel_is_this_interpreter_whatever_is_registered(project_folder, write_notebook, monkeypatch):
    registered = project_folder / "jupyter" / "kernels" / "python3"
    registered.mkdir(parents=True)
    argv = ["/no/such/python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (registered / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "other"}))
    monkeypatch.setenv("JUPYTER_PATH", str(registered.parents[1]))
    write_notebook(project_folder / "notebooks" / "report.ipynb", "import sys\nprint(sys.executable)")
    assert sys.executable in run_report("report", out="out").read_text()


@pytest.mark.slow
def test_a_dead_kernel_is_told(project_folder, write_notebook):
    write_notebook(project_folder / "notebooks" / "report.ipynb", "import os\nos._exit(3)")
    with pytest.raises(RuntimeError, match="Kernel died"):
        run_report("report", out="out")


@pytest.mark.slow
def test_an_interrupted_run_leaves_130_and_nothing(project_folder, write_notebook):
    sleeping = "from pathlib import Path\nimport time\nPath(corpus, 'started').touch()\ntime.sleep(60)"
    write_notebook(project_folder / "notebooks" / "report.ipynb", sleeping)
    command = [sys.executable, "-m", "analysis", "report", "-p", "corpus=.", "-o", "out"]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True) as running:
        while not (project_folder / "started").exists():
            assert running.poll() is None
            time.sleep(0.1)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: the command and its kernel
        _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said
    assert list((project_folder / "out").iterdir()) == []


NAMES = ["a b", "it's", 'say "x"', "a\nb", "{a}", "$HOME", "朝日 é", "-o", "a" * 240]
"""Folders and notebooks that a shell, a template or an option could take for something else."""


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_folder_or_a_notebook_of_any_name(project_folder, write_notebook, name):
    write_notebook(project_folder / "notebooks" / f"{name}.ipynb", EXPORTS)
    assert main(["report", f"notebooks/{name}.ipynb", f"-o{name}"]) == 0
    made = {f"{name}.html", f"{name}.ipynb", "charts/speakers.csv"}
    assert set(everything(project_folder / name)) == made


@pytest.mark.slow
@pytest.mark.parametrize("session", [{"LC_ALL": "C"}, {"HOME": None}, {"PYTHONIOENCODING": "ascii"}])
def test_a_session_of_little_makes_a_report(project_folder, session):
    kept = {name: value for name, value in os.environ.items() if name not in session}
    environment = kept | {name: value for name, value in session.items() if value is not None}
    command = [sys.executable, "-m", "analysis", "report", "-o", "é"]
    subprocess.run(command, env=environment, check=True)
    assert (project_folder / "é" / "report.html").is_file()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "is not a notebook"),
        ('{"a": 1}', "is not a notebook"),
        ("[]", "is not a notebook"),
        ("", "is not a notebook"),
    ],
)
def test_a_file_that_is_no_notebook(tmp_path, text, said):
    path = tmp_path / "x.ipynb"
    path.write_text(text)
    with pytest.raises(ValueError, match=said):
        notebook.opened(path)


def test_a_notebook_without_parameters_is_refused_and_nothing_written(tmp_path, write_notebook):
    path = write_notebook(tmp_path / "x.ipynb", "1")
    plain = nbformat.read(path, 4)
    plain.cells[1].metadata.tags = []
    nbformat.write(plain, path)
    with pytest.raises(ValueError, match="has no cell tagged 'parameters'"):
        run(path, tmp_path / "out", {}, tmp_path)
    assert not (tmp_path / "out").exists()


def test_an_unknown_notebook_is_answered_with_those_there_are(project_folder):
    with pytest.raises(FileNotFoundError, match="neither a file nor one of the project's: report"):
        run_report("reprot", out="out")


def test_the_title_is_the_first_heading(write_notebook, tmp_path):
    assert notebook.title(notebook.opened(write_notebook(tmp_path / "x.ipynb"))) == "Who speaks?"


def test_a_record_that_is_not_ours_lists_nothing(tmp_path):
    for text in ("", "[]", "{}", "null"):
        (tmp_path / "run.json").write_text(text)
        assert record.listed(tmp_path) == {}


def test_a_table_is_kept_in_three_forms(tmp_path):
    table = pd.DataFrame({"outlet": ["L'Écho", "=1+1"], "n": [3, 4]})
    parquet, csv, excel = write_tables(tmp_path / "new", outlets=table)
    assert pd.read_parquet(parquet).equals(table)
    assert csv.read_bytes().startswith(b"\xef\xbb\xbf")  # so that Excel reads it as UTF-8
    assert pd.read_csv(csv).shape == table.shape
    assert pd.read_excel(excel)["outlet"].tolist() == ["L'Écho", "=1+1"]
    before = excel.read_bytes()
    write_tables(tmp_path / "new", outlets=table)
    assert excel.read_bytes() == before


def test_a_workbook_holds_what_excel_can_and_says_what_it_left_out(tmp_path, monkeypatch):
    texts = ["é" * 40_000, "😀" * 20_000, "short", None]
    table = pd.DataFrame({"text": texts, "lix": [1.0, float("inf"), float("-inf"), None]})
    said = (
        r"t\.xlsx holds what Excel can: texts cut at 32767 characters: 2; infinite numbers written as text: 2"
    )
    with pytest.warns(UserWarning, match=said):
        parquet, csv, excel = write_tables(tmp_path, t=table)
    assert pd.read_parquet(parquet).equals(table)
    assert [len(text) for text in pd.read_csv(csv)["text"].dropna()] == [40_000, 20_000, 5]
    found = pd.read_excel(excel)
    assert found["text"].dropna().str[-5:].tolist() == ["é […]", "😀 […]", "short"]
    assert all(len(text.encode("utf-16-le")) <= 2 * 32_767 for text in found["text"].dropna())
    monkeypatch.setattr("analysis.report.fitting.MOST_ROWS", 3)
    with pytest.warns(UserWarning, match="rows left out after the first 2: 1"):
        write_tables(tmp_path, n=pd.DataFrame({"n": [1, 2, 3]}))
    assert pd.read_excel(tmp_path / "n.xlsx")["n"].tolist() == [1, 2]


def test_a_file_whose_format_cannot_hold_the_table_is_left_out(tmp_path):
    mixed = pd.DataFrame({"x": pd.Series([1, "a", [2]], dtype=object)})
    with pytest.warns(UserWarning, match=r"x\.parquet is left out: Parquet cannot hold this table"):
        made = write_tables(tmp_path, x=mixed)
    assert [path.name for path in made] == ["x.csv", "x.xlsx"]


def test_the_project_is_the_nearest_above(project_folder, monkeypatch):
    inside = project_folder / "notebooks" / "deep"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert project.find() == project_folder
    assert project.in_project("data") == project_folder / "data"


def test_without_a_project_above_it_is_ours_then_the_packed_copy(tmp_path, monkeypatch, write_notebook):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(project, "PACKAGE", tmp_path / "site-packages" / "analysis")
    monkeypatch.setattr(project, "PACKED", tmp_path / "packed")
    with pytest.raises(FileNotFoundError, match="use --project DIR"):
        project.find()
    write_notebook(tmp_path / "packed" / "notebooks" / "report.ipynb")
    assert project.find() == tmp_path / "packed"
    monkeypatch.chdir(tmp_path / "packed" / "notebooks")  # where its notebooks run, whatever lies above
    (tmp_path / "pyproject.toml").touch()
    write_notebook(tmp_path / "notebooks" / "report.ipynb")
    assert project.find() == tmp_path / "packed"
