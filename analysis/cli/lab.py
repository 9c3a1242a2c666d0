"""`media-analysis lab`: JupyterLab with the first notebook open."""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from analysis import __version__, project
from analysis.cli.parser import Parser

FIRST = "notebooks/01-articles.ipynb"
NO_NEWS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
"""Nothing leaves the machine: Lab neither asks for news nor looks for a newer Lab."""

PATIENCE = 10
"""Seconds for a server to end its kernels."""

PR_SET_PDEATHSIG = 1
"""Linux: the signal that a process gets when the one that started it has ended (man 2 prctl)."""

MARK = """\
# Made by media-analysis lab: in this folder, the relative paths of the notebooks start here.
[tool.media-analysis]
version = "{}"
"""


def run(command: str, argv: Sequence[str]) -> int:
    """Open JupyterLab and wait until it is closed.

    Args:
        argv: what was typed after it; what is not ours goes to JupyterLab.

    Returns:
        The exit code of JupyterLab.

    Raises:
        ValueError: for a `--project` that holds no project.
    """
    parser = Parser(
        f"media-analysis {command}", "Open the notebooks in JupyterLab, which gets other options."
    )
    parser.add_argument("--project", type=Path, metavar="DIR", help="the project; default: the nearest above")
    typed, others = parser.parse_known_args(argv)
    folder = writable(project.of_command(typed.project))
    with tempfile.TemporaryDirectory(prefix="media-analysis-") as settings:
        return _called([*arguments(folder, settings), *others], folder, prepared(Path(settings)))


def _called(start: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int:
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Lab's: it asks whether to stop, and we wait
    first = _bound_to_us()  # there is one thread here, so that it may run between fork and exec
    server = subprocess.Popen(start, cwd=folder, env=environment, preexec_fn=first)  # noqa: S603, PLW1509 - ours
    try:
        return server.wait()
    finally:
        _end(server)
        signal.signal(signal.SIGINT, before)


def _bound_to_us() -> Callable[[], object] | None:
    """What the server does first: Linux ends it when we are killed; elsewhere it then stays."""
    if sys.platform != "linux":
        return None
    return partial(ctypes.CDLL(None).prctl, PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(server: "subprocess.Popen[bytes]") -> None:
    """Let the server end with us, and its kernels with it."""
    server.terminate()  # no word to one that has ended
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()


def arguments(folder: Path, settings: str) -> list[str]:
    """How JupyterLab is started: this interpreter, the project as its root, the first notebook open.

    Args:
        settings: the folder with Lab's own settings.

    >>> arguments(Path("/home/ada/news"), "/tmp/x")[-1]
    '--LabApp.app_settings_dir=/tmp/x'
    """
    return [
        *(sys.executable, "-m", "jupyterlab"),
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        "--LabApp.extension_manager=readonly",
        f"--LabApp.app_settings_dir={settings}",
    ]


def prepared(settings: Path) -> dict[str, str]:
    """The environment for Lab, after its settings and its kernel, this interpreter, are written.

    Args:
        settings: the folder to write them to, empty.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     environment = prepared(Path(folder))
    ...     written = sorted(path.name for path in Path(folder).iterdir())
    >>> environment["JUPYTER_PATH"].startswith(folder), written
    (True, ['kernels', 'overrides.json'])
    """
    kernel = settings / "kernels" / "python3"
    kernel.mkdir(parents=True)
    start = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": start, "display_name": "Python 3 (media-analysis)", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    (settings / "overrides.json").write_text(json.dumps(NO_NEWS), encoding="utf-8")
    paths = [str(settings), os.environ.get("JUPYTER_PATH", "")]
    return {**os.environ, "JUPYTER_PATH": os.pathsep.join(path for path in paths if path)}


def writable(folder: Path) -> Path:
    """The project itself, or for the copy in the wheel a copy of its own in the current folder.

    >>> writable(Path("/home/ada/news")).as_posix()
    '/home/ada/news'
    """
    if folder != project.PACKED:
        return folder
    copy = Path("media-analysis").resolve()
    if not project.is_project(copy):
        shutil.copytree(folder, copy)
        (copy / "pyproject.toml").write_text(MARK.format(__version__), encoding="utf-8")
        print(f"copied the notebooks and the sample to {copy}", file=sys.stderr)
    return copy
