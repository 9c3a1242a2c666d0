import inspect
import os
import re
import subprocess
import sys
import unicodedata
import warnings
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest

import analysis
from analysis import cli, project, write_articles
from analysis.cli import check, lab, screen, verbs

ROOT = Path(__file__).parents[1]
VERB_COMMANDS = sorted(set(cli.COMMANDS) - set(cli.OWN))
WITHOUT_COMMAND = {
    "in_project": "gives a path to a notebook",
    "load_lexicon": "gives a lexicon to a verb",
    "read_chunks": "gives one table after the other",
    "read_gold": "score-quotes reads gold itself",
    "run_report": "is the command report",
    "write_articles": "is the -o of every command",
}
NOT_OFFERED = {
    ("find_quotes", "finder"): "a function cannot be typed",
    ("find_quotes", "lexicon"): "an object of Python",
    ("explain_quotes", "lexicon"): "an object of Python",
}


def command(*typed: str, **options):
    return subprocess.run(
        [sys.executable, "-m", "analysis", *typed], capture_output=True, text=True, check=False, **options
    )


@pytest.fixture
def said(capsys):
    def run(*typed: str):
        capsys.readouterr()  # what was said before
        code = cli.main(typed)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_every_verb_has_a_command_or_a_reason():
    named = {name.replace("-", "_") for name in VERB_COMMANDS}
    assert named | set(WITHOUT_COMMAND) == set(analysis.VERBS)
    assert named & set(WITHOUT_COMMAND) == set()
    assert sorted(analysis.VERBS) == analysis.__all__


@pytest.mark.parametrize("name", VERB_COMMANDS)
def test_the_options_are_the_keyword_only_parameters(name):
    verb = getattr(analysis, name.replace("-", "_"))
    taken = {one.name for one in inspect.signature(verb).parameters.values()}
    offered = {one.name for one in verbs.offered(verb)}
    assert taken - offered == {option for of, option in NOT_OFFERED if of == verb.__name__} & taken
    shown = verbs.parser(name, verb).format_help()
    assert all(re.search(rf"{option}|{option.replace('_', '-')}", shown, re.IGNORECASE) for option in offered)


@pytest.mark.parametrize("name", VERB_COMMANDS)
def test_each_argument_is_explained(name):
    verb = getattr(analysis, name.replace("-", "_"))
    explained = verbs.meanings(verb)
    assert [one.name for one in verbs.offered(verb) if not explained.get(one.name)] == []


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_readme_shows_each_command(name):
    assert f"media-analysis {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["report", "check", "lab"])
def test_our_own_commands_have_help(name, said):
    code, out, _ = said(name, "--help")
    assert code == 0
    assert f"usage: media-analysis {name}" in out


def test_help_costs_no_table_library():
    code = (
        "import sys; from analysis import cli; cli.main(['--help']); "
        "print({'pandas', 'numpy', 'papermill', 'inspect', 'tomllib'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "set()"


def test_the_version(said):
    assert said("--version") == (0, f"media-analysis {analysis.__version__}\n", "")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["reprot"], "no command 'reprot'; did you mean 'report'?"),
        (["xyz"], "no command 'xyz'; there are report, lab, check"),
        ([], "a COMMAND is missing; there are report, lab, check, read-articles"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["find-credits", "no.csv"], "ARTICLES: 'no.csv' is not a file; media-analysis read-articles makes"),
        (
            ["compare-readability", "no.csv", "--by", "lang"],
            "SCORES: 'no.csv' is not a file; media-analysis s",
        ),
        (
            ["find-credits", "list.yaml"],
            "ARTICLES: path='list.yaml': no table has the suffix '.yaml'; choose",
        ),
        (["read-articles", ".", "-o", "a.doc"], "-o: path='a.doc': no table has the suffix '.doc'; choose"),
        (["read-articles", ".", "-o", "no/a.csv"], "-o: path='no/a.csv': there is no folder 'no'; make it"),
        (["read-articles", ".", "-o", "taken.csv"], "-o: path='taken.csv' is a folder: name the file"),
        (["show", "a.csv", "q.csv", "1", "-o", "p.csv"], "-o: path='p.csv': a page has the suffix .html"),
        (["find-credits", "a", "b"], "unrecognized arguments: b"),
        (["find-credits", "a", "--strict"], "unrecognized arguments: --strict"),
        (["report", "no such"], "notebook='no such' is neither a file nor one of the project's: report"),
        (["report", "-p", "min_storys=3"], "no parameter 'min_storys'; did you mean 'min_stories'?"),
        (["report", "-p", "min_stories=many"], "parameter 'min_stories' takes int, not str 'many'"),
        (["report", "-p", "corpus=nowhere"], "parameter 'corpus': there is no file or folder 'nowhere'"),
        (["report", "-p", "min_stories"], "-p takes NAME=VALUE, not 'min_stories'"),
        (["report", "-p", "out=here"], "the output folder is given as -o DIR"),
        (["report", "-f", "no.yaml"], "-f no.yaml cannot be read: No such file or directory"),
        (["report", "-o", "list.yaml"], "out='list.yaml' cannot be a folder for the report: File exists"),
        (["report", "-f", "list.yaml"], "list.yaml must hold lines of name: value"),
        (["report", "-f", "broken.yaml"], "broken.yaml is not YAML"),
        (["report", "-f", "binary.yaml"], "binary.yaml is not YAML"),
        (["compare-readability", "a"], "the following arguments are required: --by"),
        (["report", "--project", "notebooks"], "--project notebooks holds no project"),
        (["check", "extra"], "unrecognized arguments: extra"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2_and_writes_nothing(typed, answer, said, project_folder):
    Path("list.yaml").write_text("- a\n- b\n")
    Path("broken.yaml").write_text("a: [1\nb: {")
    Path("binary.yaml").write_bytes(b"outlet: \xe9\x00")
    Path("taken.csv").mkdir()
    before = sorted(project_folder.rglob("*"))
    code, out, err = said(*typed)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert answer in err
    assert err.startswith("media-analysis")
    assert sorted(project_folder.rglob("*")) == before


def test_a_bad_value_for_a_verb_is_one_line(said, tmp_path):
    articles = str(saved(tmp_path))
    code, out, err = said("detect-language", articles, "--method", "crystal ball")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "method" in err
    assert "crystal ball" in err


def saved(folder: Path) -> Path:
    text = "Amina Diallo: « Nous avons fini. » « Le pont ouvrira mardi », a déclaré Amina Diallo."
    source = folder / "one.txt"
    source.write_text(text, encoding="utf-8")
    assert cli.main(["read-articles", str(source), "-o", str(folder / "articles.parquet")]) == 0
    return folder / "articles.parquet"


def test_verbs_follow_one_another_through_files(said, tmp_path):
    articles, quotes = saved(tmp_path), tmp_path / "quotes.csv"
    found = tmp_path / "found.parquet"
    assert said("detect-language", str(articles), "-o", str(found))[2].endswith("found.parquet: 1 rows\n")
    assert said("find-quotes", str(found), "-o", str(quotes))[0] == 0
    code, out, _ = said("summarise-sources", str(found), str(quotes))
    assert code == 0
    assert out.count("\n") >= 2
    article_id = out_of(found, "article_id")
    code, out, _ = said("show", str(found), str(quotes), article_id)
    assert code == 0
    assert "<meta charset=" in out
    assert "Le pont ouvrira mardi" in out
    assert said("show", str(found), str(quotes), article_id, "-o", str(tmp_path / "a.html"))[0] == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == out


def test_an_option_that_takes_several_is_given_several_times(said, tmp_path):
    (tmp_path / "news.csv").write_text("id,text,outlet\na,Oui.,Fanal\nb,Non.,Phare\nc,Si.,Cri\n")
    table = tmp_path / "articles.csv"
    said("read-articles", str(tmp_path / "news.csv"), "-o", str(table))
    code, out, _ = said("select", str(table), "--outlet", "Cri", "--outlet", "Fanal")
    assert (code, [line[0] for line in out.splitlines()[1:]]) == (0, ["a", "c"])
    assert said("select", str(table), "--outlet", "Cry") == (
        2,
        "",
        "media-analysis: outlet='Cry' is the outlet of no article; did you mean 'Cri'?\n",
    )


def out_of(path: Path, column: str) -> str:
    from analysis.formats import read_table

    return str(read_table(path)[column].iloc[0])


def test_a_bad_output_is_refused_before_the_work_begins(said, monkeypatch, tmp_path):
    articles = saved(tmp_path)
    called = []
    monkeypatch.setattr(verbs, "_table", lambda *given: called.append(given))
    code, _, err = said("detect-language", str(articles), "-o", str(tmp_path / "a.docx"))
    assert (code, called) == (2, [])
    assert ".docx" in err


def test_an_output_that_cannot_be_written_is_told_under_its_option(said, monkeypatch, tmp_path):
    articles, quotes = str(tmp_path / "found.parquet"), str(tmp_path / "quotes.parquet")
    assert said("detect-language", str(saved(tmp_path)), "-o", articles)[0] == 0
    assert said("find-quotes", articles, "-o", quotes)[0] == 0
    article_id = out_of(Path(articles), "article_id")
    code, _, err = said("show", articles, quotes, article_id, "-o", str(tmp_path / "no" / "a.html"))
    assert code == 2
    assert err.startswith("media-analysis: -o: ")
    assert "No such file or directory" in err

    def full(*_):
        raise OSError("path='a.csv' cannot be written: No space left on device")

    monkeypatch.setattr("analysis.formats.write_table", full)
    code, _, err = said("find-credits", articles, "-o", str(tmp_path / "a.csv"))
    assert (code, err) == (2, "media-analysis: -o: path='a.csv' cannot be written: No space left on device\n")


def test_a_verb_that_fails_is_not_told_under_the_output(said, tmp_path):
    articles = str(saved(tmp_path))
    _, _, err = said("detect-language", articles, "--method", "crystal ball", "-o", str(tmp_path / "a.csv"))
    assert "method" in err
    assert "-o" not in err


def test_every_table_of_a_verb_has_a_command_that_makes_it():
    taken = {one.name for name in VERB_COMMANDS for one in tables_of(name)}
    assert set(verbs.MADE_BY) == taken
    assert set(verbs.MADE_BY.values()) <= set(cli.COMMANDS)


def tables_of(name: str):
    verb = getattr(analysis, name.replace("-", "_"))
    return [one for one in verbs.offered(verb) if verbs._kind(one) == verbs.TABLE]


def test_a_warning_is_a_note_of_one_line(said, monkeypatch):
    def warned(*_):
        warnings.simplefilter("default")  # under pytest a warning is an error
        warnings.warn("2 of 24 articles have no text", stacklevel=1)
        return 0

    monkeypatch.setattr(check, "run", warned)
    assert said("check") == (0, "", "note: 2 of 24 articles have no text\n")


def test_a_reader_that_has_gone_is_no_error():
    program = (
        "import sys; from analysis import cli; from analysis.cli import check\n"
        "check.run = lambda *_: [print('x' * 1000) for _ in range(1000)] and 0\n"
        "sys.exit(cli.main(['check']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_an_interrupt_is_130(said, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert said("check")[0] == 130


def test_check_tells_what_is_missing(said, monkeypatch, project_folder):
    def broken():
        raise OSError("no\nsuch kernel")

    for trial in ("_detection", "_textstat", "_kernel"):
        monkeypatch.setattr(check, trial, lambda: "fine")
    assert said("check")[0] == 0
    monkeypatch.setattr(check, "_kernel", broken)
    code, out, _ = said("check")
    assert code == 1
    assert "missing  notebook kernel      OSError: no such kernel\n" in out


def test_check_tells_the_languages_with_quotations_from_the_others(said, monkeypatch, project_folder):
    for trial in ("_detection", "_textstat", "_kernel"):
        monkeypatch.setattr(check, trial, lambda: "fine")
    monkeypatch.setattr(check.lexicon, "available", lambda: ("en", "xx"))
    monkeypatch.setattr(check.lexicon, "quotable", lambda: ("en",))
    _, out, _ = said("check")
    assert "ok       languages            en, xx: readability" in out
    assert "ok       quotations           in en: " in out


def test_check_names_packages_and_options_that_are_not_installed(monkeypatch):
    from analysis.report import record

    monkeypatch.setattr(record, "versions", lambda: {"pandas": "3.0", "ftfy": "not installed"})
    assert check._packages() == ("missing", "packages", "not installed: ftfy")
    assert check._extra("test", "no_such_package").state == "absent"
    monkeypatch.setattr(check, "BROWSERS", ("no such browser",))
    assert check._chromium().state == "absent"


@pytest.mark.slow
def test_check_really_tries():
    shown = command("check")
    assert shown.returncode == 0, shown.stdout
    assert f"starts {sys.executable}" in shown.stdout


def test_lab_starts_this_interpreter_at_the_first_notebook(tmp_path, monkeypatch, project_folder):
    calls = []
    server = SimpleNamespace(wait=lambda *_: 0, terminate=lambda: None)
    monkeypatch.setattr(
        lab.subprocess, "Popen", lambda *given, **options: calls.append((given, options)) or server
    )
    assert cli.main(["lab", "--no-browser"]) == 0
    ((arguments,), options) = calls[0]
    assert arguments[:3] == [sys.executable, "-m", "jupyterlab"]
    assert "--LabApp.default_url=/lab/tree/notebooks/01-articles.ipynb" in arguments
    assert "--LabApp.extension_manager=readonly" in arguments  # the other one asks a server on the net
    assert arguments[-1] == "--no-browser"
    assert options["cwd"] == project_folder


def test_lab_knows_this_kernel_and_asks_nobody_for_news(tmp_path, monkeypatch):
    from jupyter_client.kernelspec import KernelSpecManager

    monkeypatch.setenv("JUPYTER_PATH", lab.prepared(tmp_path)["JUPYTER_PATH"])
    assert KernelSpecManager().get_kernel_spec("python3").argv[0] == sys.executable
    assert '"fetchNews": "false"' in (tmp_path / "overrides.json").read_text()


def test_lab_copies_the_packed_project_once(tmp_path, monkeypatch, project_folder, capsys):
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    (project_folder / "pyproject.toml").unlink()  # the packed copy has none
    monkeypatch.setattr(project, "PACKED", project_folder)
    copy = lab.writable(project_folder)
    assert copy == desk / "media-analysis"
    assert project.is_project(copy)
    assert "copied the notebooks" in capsys.readouterr().err
    own = copy / "notebooks" / "report.ipynb"
    own.write_text("mine")
    assert lab.writable(project_folder) == copy
    assert own.read_text() == "mine"
    assert lab.writable(tmp_path) == tmp_path


def test_the_report_command_prints_where_the_page_is(project_folder, said):
    Path("p.yaml").write_text("outlet: L'Écho\nmin_stories: 3\n", encoding="utf-8")
    code, out, _ = said("report", "-f", "p.yaml", "-p", "min_stories=4", "-o", "out")
    assert (code, out) == (0, "out/report.html\n")
    executed = nbformat.read("out/report.ipynb", 4)
    assert executed.cells[-1].outputs[0].text == "data/sample L'Écho 4\n"


@pytest.mark.slow
def test_the_report_command_tells_of_a_failed_cell(project_folder, write_notebook, said):
    write_notebook(project_folder / "bad.ipynb", "1 / 0")
    code, out, err = said("report", "bad.ipynb")
    assert (code, out) == (1, "")
    assert err == (
        "media-analysis: bad.ipynb: cell 3 failed: ZeroDivisionError: division by zero "
        "(see reports/bad/bad.failed.ipynb)\n"
    )


@pytest.mark.slow
def test_the_project_may_be_named(tmp_path, project_folder, said, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, _ = said("report", "--project", "project")
    assert (code, out) == (0, "reports/report/report.html\n")


HOSTILE = "It \x1b[31mrains\x07 \x9b2J\r\tin the town."


def hostile(path: Path) -> Path:
    row = {"article_id": "a", "text": HOSTILE, "lang": "en", "outlet": "\x1b]0;mine\x07"}
    return write_articles(pd.DataFrame([row]).assign(origin="a"), path)


def test_control_characters_of_an_article_are_printed_as_pictures_and_kept_in_files(said, tmp_path):
    table = hostile(tmp_path / "a.parquet")
    code, out, _ = said("select", str(table))
    assert (code, set(out) & set("\x1b\x07\x9b\r")) == (0, set())
    assert "It ␛[31mrains␇ \ufffd2J␍\tin the town." in out
    assert "␛]0;mine␇" in out
    assert said("select", str(table), "-o", str(tmp_path / "b.parquet"))[0] == 0
    assert pd.read_parquet(tmp_path / "b.parquet")["text"].tolist() == [HOSTILE]
    code, _, err = said("select", str(table), "--outlet", "Nobody")
    assert code == 2
    assert "\x1b" not in err


def test_a_marked_article_on_the_screen_holds_no_control_character(said, tmp_path):
    table = hostile(tmp_path / "a.parquet")
    assert said("find-quotes", str(table), "-o", str(tmp_path / "q.parquet"))[0] == 0
    code, out, _ = said("show", str(table), str(tmp_path / "q.parquet"), "a")
    assert (code, set(out) & set("\x1b\x07\x9b")) == (0, set())


def test_what_is_printed_is_as_long_as_what_it_stands_for():
    every = "".join(map(chr, range(0x100)))
    assert len(screen.shown(every)) == len(every)
    assert not {letter for letter in screen.shown(every) if unicodedata.category(letter) == "Cc"} - set(
        "\t\n"
    )


def test_a_screen_that_lacks_a_letter_shows_its_code():
    shown = command("formulas", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert shown.returncode == 0
    assert "Fern\\xe1ndez" in shown.stdout


def test_a_session_that_cannot_read_what_is_typed_is_told_what_to_set():
    forced = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    refused = command("select", "é.parquet", env=forced)
    assert refused.returncode == 2
    assert refused.stderr.rstrip().endswith(
        "cannot be read in this session's encoding, ascii: set PYTHONUTF8=1"
    )


@pytest.mark.slow
@pytest.mark.parametrize("redirected", [">&-", "> /dev/full"])
def test_a_report_is_done_whoever_is_told(project_folder, redirected):
    line = f'"{sys.executable}" -m analysis report -o out {redirected}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, (project_folder / "out" / "report.html").is_file()) == (0, True), done.stderr
