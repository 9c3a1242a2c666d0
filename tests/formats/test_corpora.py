"""Whole corpora: encodings, gzip, envelopes of JSON, zones, streams, and what a file was taken for."""

import gzip
import json
import warnings
from pathlib import Path

import pandas as pd
import pytest

from analysis import read_articles
from analysis.formats import explain_file, read_chunks, reports
from analysis.tables import Article
from tests.formats.reading import cells, read

RUSSIAN = "Президент подписал указ о новых мерах. "
GREEK = "Ο πρωθυπουργός ανακοίνωσε νέα μέτρα. "
ENCODINGS = {
    **dict.fromkeys(("cp1251", "koi8-r", "iso-8859-5", "mac-cyrillic"), RUSSIAN),
    **dict.fromkeys(("cp1253", "iso-8859-7"), GREEK),
    "cp1256": "أعلن الرئيس عن إجراءات جديدة. ",
    "gb18030": "总统签署了关于新措施的命令。",
    "big5": "總統簽署了關於新措施的命令。",
    "shift-jis": "首相は新しい経済対策を発表した。",
    "euc-jp": "首相は新しい経済対策を発表した。",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("suffix", ["txt", "csv", "html"])
def test_every_legacy_encoding_is_read_from_every_kind_of_text(
    tmp_path: Path, encoding: str, suffix: str
) -> None:
    body = ENCODINGS[encoding] * 20
    page = f'<!doctype html><html><head><meta charset="{encoding}"></head><body><article><p>{body}</p></article></body></html>'
    content = {"txt": body, "csv": f'title,body\nA,"{body}"\n', "html": page}[suffix]
    table = read(tmp_path, f"a.{suffix}", content.encode(encoding))
    assert table["problem"].isna().all()
    assert table["text"].str.startswith(ENCODINGS[encoding].strip()).all()


@pytest.mark.parametrize(
    "text", ["Été", "Élus réélus à l'unanimité à Évry", "Müller: Größere Höhe für Häuser"]
)
def test_a_short_text_of_accents(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "a.txt", text.encode("cp1252"))["text"].tolist() == [text]


def test_gzip_is_unpacked_and_a_bomb_is_not(tmp_path: Path) -> None:
    lines = b'{"body": "It rains."}\n{"body": "It snows."}\n'
    assert read(tmp_path, "a.jsonl.gz", gzip.compress(lines))["origin"].tolist() == [
        "a.jsonl.gz#1",
        "a.jsonl.gz#2",
    ]
    assert read(tmp_path, "b.csv.gz", gzip.compress(b"title,body\nA,It rains.\n"))["text"].tolist() == [
        "It rains."
    ]
    assert (
        read(tmp_path, "c.gz", gzip.compress(bytes(150_000_000)))["problem"]
        .str.startswith("unsafe gzip")
        .all()
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"response": {"results": [{"webTitle": "A", "webPublicationDate": "2020-01-13T08:00:00Z", "sectionName": "W", "fields": {"body": "<p>It rains.</p><p>Still.</p>"}}]}}, ("A", "2020-01-13T08:00", "It rains.\n\nStill.")),
        ({"response": {"docs": [{"headline": {"main": "A"}, "pub_date": "2020-01-13T08:00:00+0000", "lead_paragraph": "It rains."}]}}, ("A", "2020-01-13T08:00", "It rains.")),
        ({"articles": {"results": [{"title": "A", "dateTime": "2020-01-13T08:00:00Z", "body": "It rains.", "source": {"title": "Echo"}}]}}, ("A", "2020-01-13T08:00", "It rains.")),
        ({"total": 1, "item": [{"headline": "A", "versioncreated": "2020-01-13T08:00:00Z", "body_text": "It rains."}]}, ("A", "2020-01-13T08:00", "It rains.")),
        ({"newsObjects": [{"headLine": "A", "createDate": "2020-01-13T08:00:00Z", "body": "It rains."}]}, ("A", "2020-01-13T08:00", "It rains.")),
        ({"data": {"item": {"headline": "A", "firstcreated": "2020-01-13T08:00:00Z"}, "meta": {"products": [1]}}}, ("A", "2020-01-13T08:00", None)),
        ({"version": "https://jsonfeed.org/version/1", "title": "Echo", "items": [{"title": "A", "content_html": "<p>It rains.</p>", "date_published": "2020-01-13T08:00:00Z"}]}, ("A", "2020-01-13T08:00", "It rains.")),
        ({"title": "A", "publish_date": "2020-01-13", "story_sentences": [{"sentence": "It rains."}, {"sentence": "Still."}]}, ("A", "2020-01-13", "It rains. Still.")),
        ({"uri": "1", "headline": "A", "firstcreated": "2020-01-13", "versioncreated": "2021-01-13", "body_xhtml": "<div><p>It rains.</p></div>"}, ("A", "2020-01-13", "It rains.")),
    ],
    ids=["guardian", "nyt", "event registry", "bbc", "belga", "ap", "json feed", "media cloud", "ninjs"],
)  # fmt: skip
def test_envelopes_and_names_of_json(
    tmp_path: Path, document: object, expected: tuple[str | None, ...]
) -> None:
    assert cells(read(tmp_path, "a.json", json.dumps(document)), "title", "published", "text") == [expected]


def test_a_stump_and_a_caption_are_marked(tmp_path: Path) -> None:
    records = [
        {"title": "A", "content": "It rai… [+1210 chars]"},
        {"type": "picture", "headline": "B", "body_text": "A dam."},
        {"type": "composite", "headline": "C"},
    ]
    table = read(tmp_path, "a.json", json.dumps(records))
    assert cells(table, "text_kind", "problem") == [
        ("cut", None),
        ("caption", "no article: a picture"),
        (None, "no article: a composite"),
    ]


def test_zone_and_order_of_a_corpus(tmp_path: Path) -> None:
    content = "date,body\n2020-01-13 09:00,Un.\n03/04/2020,Deux.\n2020-01-13T09:00Z,Trois.\n"
    table = read(tmp_path, "a.csv", content, timezone="Europe/Paris", day_first=True)
    assert [str(day) for day in table["published"]] == [
        "2020-01-13 08:00:00+00:00",
        "2020-04-02 22:00:00+00:00",
        "2020-01-13 09:00:00+00:00",
    ]
    with pytest.raises(ValueError, match="timezone='Paris' is no time zone"):
        read(tmp_path, "a.csv", content, timezone="Paris")
    with pytest.raises(ValueError, match="day_first='yes' must be True"):
        read(tmp_path, "a.csv", content, day_first="yes")


def test_a_stream_gives_the_same_rows(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.csv").write_text("id,body\n1,Un.\n2,Deux.\n3,\n")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = read_articles(tmp_path)
        parts = list(read_chunks(tmp_path, size=2))
    assert [len(part) for part in parts] == [2, 2, 2, 2, 1]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole)
    with pytest.warns(UserWarning, match="read_chunks: 7 of 9 records have a problem"):
        list(read_chunks(tmp_path))
    with pytest.raises(ValueError, match="size=0 must be 1 or more"):
        read_chunks(tmp_path, size=0)


def test_the_closing_line_counts() -> None:
    tally = reports.Tally()
    tally.add(
        [
            Article("a", "a", text="Un.", text_kind="full"),
            Article("b", "b", text="Un.", text_kind="cut"),
            Article("c", "c", problem="no text: x"),
        ]
    )
    assert str(tally) == "3 found, 2 with text (1 × cut); problems: 1 × no text; 1 exact duplicates"


def test_nothing_is_said_where_nobody_looks_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(tmp_path, "a.txt", "Un.")
    assert capsys.readouterr() == ("", "")
    monkeypatch.setenv("JPY_SESSION_NAME", "a.ipynb")
    read(tmp_path, "a.txt", "Un.")
    assert (
        capsys.readouterr().err.strip()
        == "1 found, 1 with text; no problem; 0 exact duplicates; stamps without a zone are UTC"
    )


def test_what_a_file_was_taken_for(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text(
        "1 of 1 DOCUMENTS\n\nEcho\n\nMay 3, 2019\n\nRain\n\nLENGTH: 2 words\n\nIt rains.\n"
    )
    (tmp_path / "b.gz").write_bytes(gzip.compress(b'{"body": "It rains."}'))
    (tmp_path / "c.txt").write_text("Artikel 1\n\nRegen\n")
    (tmp_path / "d.md").write_text("# Notes")
    table = explain_file(tmp_path)
    assert cells(table, "origin", "taken_for", "records", "with_text") == [
        ("a.dat", "plain text, an export of Nexis", 1, 1),
        ("b.gz", "json", 1, 1),
        ("c.txt", "plain text", 1, 1),
        ("d.md", None, 1, 0),
    ]
    assert table["why"].tolist()[:3] == [
        "a line of it is a mark of an export of Nexis; its mark is '1 of 1 DOCUMENTS'",
        "inside a gzip, it opens like JSON",
        "its suffix is .txt, and its content tells no other",
    ]
    assert table["first_lines"][2] == "Artikel 1 | Regen"
