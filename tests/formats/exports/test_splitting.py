"""A splitter of one's own: what it splits, and what it says when it cannot."""

from pathlib import Path

import pytest

from analysis import read_articles
from tests.formats.reading import cells, read

TOML = r"""
[archives.echo]
name = "our archive"
start = 'Artikel (?P<accession>\d+) von \d+'
end = '=+'
languages = ["de"]
[archives.echo.labels]
title = ["Titel"]
published = ["Datum"]
author = ["Autor"]
"""
TEXT = """Suche: Regen
Artikel 1 von 2
Titel: Regen über
 Vesthal
Datum: 3. Mai 2019
Autor: Ann Lee
Autor: Bob Ray

Es regnet.

Noch immer: ja.
======
Fußzeile
Artikel 2 von 2
Titel: Sonne
"""


def splitter(folder: Path, toml: str = TOML) -> Path:
    path = folder / "echo.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_start_end_labels_and_dates(tmp_path: Path) -> None:
    table = read(tmp_path, "a.txt", TEXT, splitter=splitter(tmp_path))
    assert cells(table, "origin", "title", "published", "author", "text", "accession") == [
        (
            "a.txt#1",
            "Regen über Vesthal",
            "2019-05-03",
            "Ann Lee, Bob Ray",
            "Es regnet.\n\nNoch immer: ja.",
            "1",
        ),
        ("a.txt#2", "Sonne", None, None, None, "2"),
    ]
    assert table["problem"].fillna("").tolist() == ["", "no text: the article has labels and no body"]
    assert table["published_rule"][0] == "archive:our archive"


def test_a_page_and_an_rtf_are_split_too(tmp_path: Path) -> None:
    made = splitter(tmp_path)
    page = "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))
    assert len(read(tmp_path, "a.html", f"<html><body>{page}</body></html>", splitter=made)) == 2
    assert len(read(tmp_path, "a.rtf", r"{\rtf1 " + TEXT.replace("\n", "\\par\n") + "}", splitter=made)) == 2


def test_a_text_it_does_not_fit_shows_its_first_lines(tmp_path: Path) -> None:
    table = read(tmp_path, "a.txt", "Dokument 1\nRegen\n", splitter=splitter(tmp_path))
    assert table["problem"].tolist() == [
        r"no article: no line is start='Artikel (?P<accession>\\d+) von \\d+'; the first lines are 'Dokument 1', 'Regen'"
    ]


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("start = 'x'", r"holds no table \[archives.NAME\]; it holds \['start'\]"),
        ("[archives.echo]\nend = 'x'", "needs start"),
        ("[archives.echo]\nstart = 'x'\nbegin = 'y'", "knows .*'start'.*it has .*'begin'"),
        ("[archives.echo]\nstart = '('", r"start='\(' is no regular expression"),
        ("[archives.echo]\nstart = 'x'\nlabel = 'y'", r"lacks a group \(\?P<label>"),
        (
            "[archives.echo]\nstart = 'x'\n[archives.echo.labels]\ntitel = ['T']",
            r"\['titel'\] are no columns; columns are",
        ),
        ("nothing", "is no TOML"),
    ],
)
def test_a_wrong_splitter_names_what_is_wrong(tmp_path: Path, toml: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_articles(tmp_path, splitter=splitter(tmp_path, toml))
