import datetime as dt

import pytest

from analysis.report.parameters import chosen, from_text, read

CELL = """\
corpus: str = "data/sample"  # path: where the articles are
outlet: str | None = None    # only this outlet
langs: list[str] = ["fr", "en"]
min_stories: int = 10
share: float = 0.5
quiet: bool = False
untyped = None
"""
KNOWN = read(CELL)


def test_reads_name_type_default_and_comment():
    assert list(KNOWN) == ["corpus", "outlet", "langs", "min_stories", "share", "quiet", "untyped"]
    assert KNOWN["corpus"] == ("corpus", ("str",), "data/sample", "where the articles are", True)
    assert KNOWN["outlet"] == ("outlet", ("str", "None"), None, "only this outlet", False)
    assert KNOWN["langs"].kinds == ("list",)
    assert KNOWN["untyped"].kinds == ()


def test_a_value_over_several_lines_keeps_the_comment_of_its_last():
    found = read('phrases = [\n    "one",  # not this\n    "two",\n]  # path: this')
    assert found["phrases"].default == ["one", "two"]
    assert found["phrases"].comment == "this"


@pytest.mark.parametrize("cell", ["corpus = open('x')", "corpus = (", "corpus = 'a' + other"])
def test_only_constants_are_parameters(cell):
    with pytest.raises(ValueError, match="must hold constants only"):
        read(cell)


def test_a_typing_error_is_answered_with_the_name_meant():
    with pytest.raises(ValueError, match=r"no parameter 'min_storys'; did you mean 'min_stories'\?"):
        chosen(KNOWN, {"min_storys": 3}, "report.ipynb")
    with pytest.raises(ValueError, match="no parameter 'zzz'; there are corpus, langs"):
        chosen(KNOWN, {"zzz": 3}, "report.ipynb")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_stories", "many"),
        ("min_stories", True),
        ("min_stories", 2.5),
        ("outlet", 2024),
        ("quiet", 1),
        ("langs", "fr"),
        ("corpus", None),
    ],
)
def test_a_value_of_another_type_is_refused(name, value):
    with pytest.raises(TypeError, match=f"parameter '{name}' takes .*, not {type(value).__name__}"):
        chosen(KNOWN, {name: value}, "report.ipynb")


def test_what_a_type_admits():
    given = {"outlet": None, "share": 1, "untyped": [1], "langs": [], "quiet": True}
    assert chosen(KNOWN, given, "report.ipynb") == given


def test_yaml_reads_a_date_where_a_string_is_meant():
    assert chosen(KNOWN, {"outlet": dt.date(2024, 1, 10)}, "report.ipynb") == {"outlet": "2024-01-10"}


def test_a_relative_path_starts_from_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").touch()
    whole = {"corpus": str(tmp_path / "mine")}
    assert chosen(KNOWN, {"corpus": "mine"}, "report.ipynb") == whole
    assert chosen(KNOWN, {"corpus": tmp_path / "mine"}, "report.ipynb") == whole
    assert chosen(KNOWN, {"outlet": "mine"}, "report.ipynb") == {"outlet": "mine"}


def test_a_path_where_nothing_is_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="parameter 'corpus': there is no file or folder 'mien'"):
        chosen(KNOWN, {"corpus": "mien"}, "report.ipynb")


def test_typed_values_are_read_as_the_parameter_takes_them():
    typed = {"outlet": "0012", "min_stories": "3", "share": "0.1", "quiet": "true", "langs": "[it]"}
    read_as = {"outlet": "0012", "min_stories": 3, "share": 0.1, "quiet": True, "langs": ["it"]}
    assert from_text(KNOWN, typed, "report.ipynb") == read_as
    assert from_text(KNOWN, {"outlet": "", "corpus": ""}, "report.ipynb") == {"outlet": None, "corpus": ""}
    assert from_text(KNOWN, {"langs": "[un", "outlet": "[un"}, "x") == {"langs": "[un", "outlet": "[un"}
