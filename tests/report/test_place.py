"""All or nothing: wherever a run dies, one report is whole, the last or the new; what is not ours stays."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis import run_report
from analysis.report import notebook, place, record
from analysis.report.run import run

OLD = {"report.html": "old page", "charts/a.svg": "old chart", "gone.csv": "old table"}
NEW = {"report.html": "new page", "charts/a.svg": "new chart", "fresh.csv": "new table"}
OWN = {"mine.txt": "mine", "charts/mine.svg": "my chart"}


class Killed(BaseException):
    """As kill -9: nothing is cleaned up after it."""


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def with_record(folder, files):
    write(folder, files)
    hashes = {name: record.sha256(folder / name) for name in files}
    (folder / record.NAME).write_text(json.dumps({"files": hashes}))


def held(folder):
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != record.NAME)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


@pytest.fixture
def out(tmp_path):
    """A report of ours in a folder where the user has files too."""
    folder = tmp_path / "out"
    folder.mkdir()
    with_record(folder, OLD)
    write(folder, OWN)
    return folder


def put(out):
    with place.making(out) as work:
        with_record(work, NEW)
        place.put(work, out)


def test_a_report_takes_the_place_of_the_last_and_leaves_what_is_the_users(out):
    put(out)
    assert held(out) == NEW | OWN
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


MOVES = len(OLD) + 1 + len(NEW) + 1  # each with its record


@pytest.mark.parametrize("step", range(MOVES))
def test_a_disc_that_is_full_at_any_step_leaves_the_last_report_whole(out, monkeypatch, step):
    dies_at(monkeypatch, step, OSError(errno.ENOSPC, "No space left on device"), times=1)
    with pytest.raises(OSError, match="No space left"):
        put(out)
    assert held(out) == OLD | OWN


@pytest.mark.parametrize("step", range(MOVES))
def test_after_a_kill_at_any_step_the_next_run_takes_the_last_report_back(out, monkeypatch, step):
    with monkeypatch.context() as patched:
        patched.setattr(place, "mend", lambda _: None)
        patched.setattr(place.shutil, "rmtree", lambda *_, **__: None)
        dies_at(patched, step, Killed())
        with pytest.raises(Killed):
            put(out)
    with place.making(out):
        assert held(out) == OLD | OWN
    put(out)
    assert held(out) == NEW | OWN


@pytest.mark.parametrize("step", range(3))
def test_a_kill_while_the_last_report_is_taken_back_is_mended_too(out, monkeypatch, step):
    with monkeypatch.context() as patched:
        patched.setattr(place, "mend", lambda _: None)
        dies_at(patched, MOVES - 1, Killed())
        with pytest.raises(Killed):
            put(out)
    with monkeypatch.context() as patched:
        dies_at(patched, step, Killed())
        with pytest.raises(Killed):
            place.mend(out)
    place.mend(out)
    assert held(out) == OLD | OWN


def dies_at(patched, step, error, times=1000):
    moved, dead = place._move, []
    calls = iter(range(1000))

    def move(path, target):
        if next(calls) >= step and len(dead) < times:
            dead.append(1)
            raise error
        moved(path, target)

    patched.setattr(place, "_move", move)


def test_two_runs_at_once_are_told(out):
    with place.making(out), pytest.raises(OSError, match="another run writes to it now"), place.making(out):
        pass
    put(out)


def test_a_system_without_such_locks_makes_reports_too(out, monkeypatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)  # as on Windows
    put(out)
    assert held(out) == NEW | OWN


HOSTILE = [
    {"files": []},
    {"files": "x"},
    {"files": None},
    {"files": {"../victim.txt": hashlib.sha256(b"victim").hexdigest()}},
    {"files": {"charts/../../victim.txt": hashlib.sha256(b"victim").hexdigest()}},
    {"files": {"link/victim.txt": hashlib.sha256(b"victim").hexdigest()}},
    {"files": {"x" * 300: "0", "a\0b": "0", "": "0", "mine.txt": 5}},
    {"files": {"/etc/hostname": "0"}},
    [],
    None,
    "x",
]


@pytest.mark.parametrize("said", HOSTILE)
def test_a_record_that_came_by_mail_deletes_nothing_and_stops_nothing(out, said):
    victim = out.parent / "victim.txt"
    victim.write_text("victim")
    (out / "link").symlink_to(out.parent)
    (out / record.NAME).write_text(json.dumps(said))
    put(out)
    assert victim.read_text() == "victim"
    assert held(out) == OLD | NEW | OWN


@pytest.mark.parametrize("journal", ["{", "5", '["../victim.txt", 7, "/etc/hostname"]', "[]"])
def test_neither_does_a_journal(out, journal):
    (out.parent / "victim.txt").write_text("victim")
    (out / place.PREVIOUS).mkdir()
    (out / place.PREVIOUS / place.PLACING).write_text(journal)
    put(out)
    assert (out.parent / "victim.txt").is_file()
    assert held(out) == NEW | OWN


def test_nor_a_folder_that_is_a_link(out):
    (out.parent / "home").mkdir()
    write(out.parent / "home", {place.MOVING: "[]", "letter.txt": "dear"})
    (out / place.PREVIOUS).symlink_to(out.parent / "home")
    put(out)
    assert held(out.parent / "home") == {place.MOVING: "[]", "letter.txt": "dear"}


def test_what_is_in_the_way_is_found_before_the_run(project_folder, write_notebook):
    write_notebook(project_folder / "notebooks" / "report.ipynb", "1 / 0")
    (project_folder / "out" / "report.html").mkdir(parents=True)
    with pytest.raises(
        FileExistsError, match=r"report\.html' is a folder, where the report has a file: move it"
    ):
        run_report("report", out="out")
    (project_folder / "file").touch()
    with pytest.raises(OSError, match="out='file' cannot be a folder for the report"):
        run_report("report", out="file")


def test_a_file_where_a_folder_has_to_be_is_refused_and_the_last_report_whole(out):
    with place.making(out) as work:
        with_record(work, {"mine.txt/a.svg": "chart"})
        with pytest.raises(FileExistsError, match=r"mine\.txt' is a file, where the report has a folder"):
            place.put(work, out)
    assert held(out) == OLD | OWN


def test_a_folder_that_cannot_be_written_to_is_told_before_the_run(project_folder, monkeypatch):
    def refused(path, **_):
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(OSError, match="out='there' cannot be a folder for the report: Read-only file system"):
        run_report("report", out="there")


def test_a_home_that_cannot_be_written_to_fails_no_report(write_notebook, tmp_path, monkeypatch):
    (tmp_path / "home").touch()
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "home" / "jupyter"))
    with pytest.warns(UserWarning, match=r"a\.ipynb is not marked as trusted for Jupyter"):
        notebook.trust(write_notebook(tmp_path / "a.ipynb"))


def test_a_full_disc_is_no_wrong_use(project_folder, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "out/.making/a.csv")

    monkeypatch.setattr("analysis.report.run._make", full)
    with pytest.raises(RuntimeError, match=r"report\.ipynb: No space left on device: out/\.making/a\.csv"):
        run_report("report", out="out")
    assert list((project_folder / "out").iterdir()) == []


def test_the_longest_name_a_notebook_can_have(tmp_path, write_notebook):
    path = write_notebook(tmp_path / f"{'é' * 124}.ipynb", "1 / 0")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        run(path, tmp_path / "out", {}, tmp_path)
    assert [path.name[-13:] for path in (tmp_path / "out").iterdir()] == [".failed.ipynb"]


@pytest.fixture
def hears_of_hanging_up() -> Iterator[None]:
    """What is started is told of a terminal that hangs up, though who runs the tests (nohup) be not."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_the_last_report_and_the_next_one_clears_up(
    project_folder, write_notebook, hears_of_hanging_up, number
):
    sleeping = (
        "from pathlib import Path\nimport time\nPath(corpus, 'started').touch()\ntime.sleep(60 * min_stories)"
    )
    write_notebook(project_folder / "notebooks" / "report.ipynb", sleeping)
    command = [sys.executable, "-m", "analysis", "report", "-p", "corpus=.", "-o", "out", "-p"]
    subprocess.run([*command, "min_stories=0"], check=True)
    good = held(project_folder / "out")
    (project_folder / "started").unlink()
    with subprocess.Popen([*command, "min_stories=1"]) as running:
        until((project_folder / "started").exists)
        running.send_signal(number)
    assert running.returncode in {128 + number, -number}
    with place.making(project_folder / "out"):
        assert held(project_folder / "out") == good


def until(true):
    for _ in range(600):
        if true():
            return
        time.sleep(0.1)
    pytest.fail("waited for a minute")


LAB = """
import sys
from analysis import __main__
from analysis.cli import lab
served = "import os, time; open('new', 'w').write(str(os.getpid())); os.rename('new', 'pid'); time.sleep(90)"
lab.arguments = lambda *_: [sys.executable, "-c", served]
sys.argv = ["media-analysis", "lab"]
__main__.run()
"""


def test_lab_ends_its_server_when_it_is_ended(project_folder):
    with subprocess.Popen([sys.executable, "-c", LAB]) as running:
        until((project_folder / "pid").exists)
        running.terminate()
    assert running.returncode == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int((project_folder / "pid").read_text()), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with the one that started it")
def test_a_lab_that_is_killed_leaves_no_server(project_folder):
    with subprocess.Popen([sys.executable, "-c", LAB]) as running:
        until((project_folder / "pid").exists)
        running.kill()
    command = Path("/proc", (project_folder / "pid").read_text(), "cmdline")
    until(lambda: not command.exists() or not command.read_bytes())  # empty: ended, and nobody has asked yet
