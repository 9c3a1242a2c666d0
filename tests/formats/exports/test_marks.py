"""An export is told by its marks, read or refused by its name; what only mentions an archive is neither."""

from pathlib import Path

import pytest

from tests.formats.reading import read

SAID = "The prosecutor spoke for an hour in court on Monday, and the judge listened to every word of it. "


@pytest.mark.parametrize(
    ("name", "content", "records"),
    [
        (
            "a.csv",
            "title,body,url\nA,Un.,https://global.factiva.com/redir/x\nB,Deux.,https://global.factiva.com/y\n",
            2,
        ),
        ("a.jsonl", '{"body": "Un.", "url": "https://global.factiva.com/redir/x"}\n', 1),
        ("a.csv", "DocPublicationName,title,body\nEcho,A,Un.\n", 1),
        ("a.txt", f"{SAID}\nThe prosecutor said that 2 of 5 DOCUMENTS were missing.\n{SAID}", 1),
        (
            "a.html",
            f"<!doctype html><article><h1>Court</h1><p>{SAID * 3}</p><p>12 of 40 DOCUMENTS</p></article>",
            1,
        ),
        (
            "a.html",
            f"<!doctype html><title>Integrum and Factiva merge</title><article><p>{SAID * 4}</p></article>",
            1,
        ),
    ],
    ids=["url in csv", "url in jsonl", "name of a column", "sentence", "page", "title of a page"],
)
def test_what_mentions_an_archive_is_read_as_what_it_is(
    tmp_path: Path, name: str, content: str, records: int
) -> None:
    table = read(tmp_path, name, content)
    assert (len(table), table["text"].notna().sum(), table["problem"].notna().sum()) == (records, records, 0)


def test_what_is_not_read_is_refused_by_name(tmp_path: Path) -> None:
    text = f"Regn\n{'=' * 60}\nEkot, 2019-05-03\nLäs hela artikeln på http://ret.nu/x\n"
    assert read(tmp_path, "a.txt", text)["problem"].tolist() == [
        "not a format read here: an export of Retriever"
    ]


def test_an_export_whose_marks_are_not_there_says_which(tmp_path: Path) -> None:
    page = "<html><head><title>ヨミダス歴史館</title></head><body><p>雨</p></body></html>"
    problem = "no article: of Yomidas's marks, a table of the class contentsTable is not there"
    assert read(tmp_path, "a.html", page)["problem"].tolist() == [problem]


def test_ris_and_iramuteq_are_split_by_their_entries_in_the_table(tmp_path: Path) -> None:
    ris = "".join(
        f"TY  - NEWS\nT1  - Rain {n}\nAU  - Lee, Ann\nAU  - Ray, Bob\nDA  - 2019/05/03\nN2  - It rains.\nER  - \n\n"
        for n in (1, 2)
    )
    table = read(tmp_path, "a.txt", ris)
    assert table["title"].tolist() == ["Rain 1", "Rain 2"]
    assert table["author"].tolist() == ["Lee, Ann, Ray, Bob"] * 2
    corpus = "".join(f"**** *source_echo{n} *date_20190503\nIl pleut.\n" for n in (1, 2))
    table = read(tmp_path, "b.txt", corpus)
    assert table["outlet"].tolist() == ["echo1", "echo2"]
    assert table["text"].tolist() == ["Il pleut."] * 2
