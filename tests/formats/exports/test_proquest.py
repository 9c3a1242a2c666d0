"""ProQuest: look-alikes that we wrote, as text, as page and in a mail."""

from pathlib import Path

from tests.formats.reading import cells, read

RULE = "_" * 60
ARTICLE = """

Rain {n}

Author: Lee, Ann; Ray, Bob

Publication info: The Vesthal Echo ; Vesthal, Ont. [Vesthal, Ont]. 0{n} Jan 2015: A.1.

http://search.example/docview/{n}

Abstract: It rains in town {n}.

Links: none

Full text: It rains in
town {n}.

Still.

Subject: Rain; Sun;

Title: Rain {n}

Publication title: The Vesthal Echo; Vesthal, Ont.

First page: A.1

Section: News

Publication year: 2015

Publication date: Jan {n}, 2015

ProQuest document ID: 163901234{n}

Language of publication: English

Database: Echoes of Vesthal

"""
TEXT = f"{RULE}\nReport Information from ProQuest\n{RULE}{ARTICLE.format(n=1)}{RULE}{ARTICLE.format(n=2)}{RULE}\nContact us at: x\n"
WANTED = [
    (
        "Rain 1",
        "The Vesthal Echo",
        "Lee, Ann; Ray, Bob",
        "2015-01-01",
        "It rains in town 1.\n\nStill.",
        "1639012341",
    ),
    (
        "Rain 2",
        "The Vesthal Echo",
        "Lee, Ann; Ray, Bob",
        "2015-01-02",
        "It rains in town 2.\n\nStill.",
        "1639012342",
    ),
]
NAMES = ("title", "outlet", "author", "published", "text", "accession")


def unwrapped(text: str) -> str:
    return text.replace("rains in\ntown", "rains in town")


def test_text(tmp_path: Path) -> None:
    table = read(tmp_path, "a.txt", unwrapped(TEXT))
    assert cells(table, *NAMES) == WANTED
    assert cells(table, "section", "page", "interface_lang", "lang_given")[0] == (
        "News",
        "A.1",
        "en",
        "English",
    )


def test_a_mail_holds_the_same(tmp_path: Path) -> None:
    head = "From: ProQuest <p@p.example>\nSubject: Your search\nDate: Mon, 13 Jan 2020 10:00:00 +0100\nMIME-Version: 1.0\n"
    mail = f"{head}Content-Type: text/plain; charset=utf-8\n\n{unwrapped(TEXT)}"
    assert cells(read(tmp_path, "a.eml", mail), *NAMES) == WANTED


def test_a_page_with_headings_and_a_table_of_details(tmp_path: Path) -> None:
    article = """<p>Document {n} of 2</p><h1>Rain {n}</h1><p><b>Author: </b>Lee, Ann</p><a href="x">ProQuest document link</a>
    <p>ABSTRACT</p><p>Short.</p><p>FULL TEXT</p><p>It rains in town {n}.</p><p>Still.</p><p>DETAILS</p><table>
    <tr><td>Publication title:</td><td>The Vesthal Echo; Vesthal, Ont.</td></tr><tr><td>Publication date:</td><td>Jan {n}, 2015</td></tr>
    <tr><td>ProQuest document ID:</td><td>163901234{n}</td></tr><tr><td>Database:</td><td>Echoes</td></tr></table>"""
    table = read(tmp_path, "a.html", f"<html><body>{article.format(n=1)}{article.format(n=2)}</body></html>")
    assert cells(table, "title", "outlet", "published", "text", "accession") == [
        (title, outlet, day, text, number) for title, outlet, _, day, text, number in WANTED
    ]


def test_an_abstract_alone_is_a_summary(tmp_path: Path) -> None:
    text = f"{RULE}\n\nRain\n\nAbstract: It rains.\n\nFull text: Not available.\n\nPublication title: Echo\n\nProQuest document ID: 7\n"
    assert cells(read(tmp_path, "a.txt", text), "title", "text", "text_kind") == [
        ("Rain", "It rains.", "summary")
    ]
