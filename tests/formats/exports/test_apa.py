"""APA and DeFacto: look-alikes that we wrote, as RTF with raw UTF-8 in it, as text and as page."""

from pathlib import Path

import pytest

from tests.formats.reading import cells, read

NAMES = ("title", "outlet", "published", "page", "section", "author", "text")
WANTED = [
    ("Regen 1", "Das Echo", "2013-04-01", "1", "Inland", "Ann Lee", "Es regnet in Größling."),
    ("Regen 2", "Das Echo", "2013-04-02", "2", "Inland", "Ann Lee", "Es regnet in Größling."),
]
RTF = r'\i "Das Echo" vom 0{n}.04.2013  Seite: {n}\par Ressort: Inland\par\i0\b Regen {n}\b0\par Von Ann Lee\par Es regnet in Größling.\par '


@pytest.mark.parametrize("between", [r"\page ", "_" * 67 + r"\par "], ids=["page", "rule"])
def test_rtf(tmp_path: Path, between: str) -> None:
    whole = r"{\rtf1\ansi\deff0 " + between.join(RTF.replace("{n}", str(n)) for n in (1, 2)) + "}"
    assert cells(read(tmp_path, "a.rtf", whole), *NAMES) == WANTED


def test_a_page_of_entries(tmp_path: Path) -> None:
    entry = """<div class="eintrag"><h3>Regen {n}</h3><pre>"Das Echo" Nr. 5 vom 0{n}.04.2013  Seite: {n}  Ressort: Inland</pre>
    <p>Von Ann Lee</p><p>Es regnet in Größling.</p><p>© 2013, APA</p></div>"""
    page = f"<html><head><title>DeFacto-Campus</title></head><body>{entry.format(n=1)}{entry.format(n=2)}</body></html>"
    assert cells(read(tmp_path, "a.htm", page), *NAMES) == WANTED


def test_an_article_that_mentions_a_paper_of_a_day_is_no_export(tmp_path: Path) -> None:
    text = "Das Urteil vom 02.04.2013 wurde bestätigt.\n\nDie Zeitung berichtete am 03.04.2013 darüber."
    assert read(tmp_path, "a.txt", text)["text"].tolist() == [text]
