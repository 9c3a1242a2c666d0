"""Names that analysts use, and what becomes of values."""

import pytest

from analysis.formats import mapping, mojibake, naming
from analysis.formats.found import NO_ROWS, Found
from analysis.tables import Article
from analysis.text import lexicon


def article(**fields: object) -> Article:
    ((row, _),) = mapping.articles([Found("a.json#1", fields)])
    return row


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *[("Body", "text"), ("maintext", "text"), ("HEADLINE", "title"), ("titre", "title")],
        *[("datePublished", "published"), ("date_publish", "published"), ("Publication Date", "published")],
        *[("domain", "outlet"), ("journal", "outlet"), ("byline", "author"), ("auteur", "author")],
        *[("link", "url"), ("language", "lang_given")],
    ],
)
def test_names_analysts_use(name: str, column: str) -> None:
    assert naming.field(name) == column


@pytest.mark.parametrize(
    "name", ["date_modified", "dateModified", "updated", "last_modified", "date_download"]
)
def test_a_modification_is_no_publication(name: str) -> None:
    assert naming.field(name) is None


def test_every_name_makes_one_column() -> None:
    table = lexicon.shared("archives")["columns"]
    keys = [naming.key(name) for names in table.values() for name in {naming.key(name) for name in names}]
    assert len(keys) == len(set(keys))


def test_a_column_of_ours_leads_its_list() -> None:
    table = lexicon.shared("archives")["columns"]
    assert [column for column, names in table.items() if names[0] != column] == []


def test_the_first_in_the_table_wins_and_the_other_is_carried() -> None:
    ((row, others),) = mapping.articles([Found("a.csv#1", {"content": "Deux.", "body": "Un.", "desk": 3})])
    assert (row.text, others) == ("Un.", {"content": "Deux.", "desk": 3})


def test_a_carried_column_never_takes_a_name_of_ours() -> None:
    _, others = mapping.articles(
        [Found("a.csv#1", {"body": "Un.", "problem": "p", "lang": "fr", "origin": "o"})]
    )[0]
    assert others == {"problem_given": "p", "lang_given": "fr", "origin_given": "o"}


@pytest.mark.parametrize(
    ("fields", "carried"),
    [
        ({"lang": "fr", "lang_given": "de"}, {"lang_given_2": "fr", "lang_given": "de"}),
        ({"problem_given": "q", "problem": "p"}, {"problem_given": "q", "problem_given_2": "p"}),
        ({"Lang": "fr", "lang": "de"}, {"lang_given": "fr", "lang_given_2": "de"}),
        (
            {"lang": "fr", "lang_given": "de", "lang_given_2": "it"},
            {"lang_given_3": "fr", "lang_given": "de", "lang_given_2": "it"},
        ),
        ({"language": "fr", "lang_given": "de"}, {"language": "fr", "lang_given": "de"}),
        ({"lang": "fr", "desk": 3}, {"lang_given": "fr", "desk": 3}),
    ],
)
def test_no_two_names_are_carried_under_one(fields: dict[str, object], carried: dict[str, object]) -> None:
    _, others = mapping.articles([Found("a.csv#1", {"body": "Un.", **fields})])[0]
    assert others == carried
    assert list(others.values()) == list(fields.values())


def test_an_empty_record_keeps_its_row_and_a_table_without_rows_has_none() -> None:
    ((row, _),) = mapping.articles([Found("a.jsonl#2"), Found("b.csv", via=NO_ROWS)])
    assert row.origin == "a.jsonl#2"
    assert str(row.problem).endswith("none is among the record's: none")


def test_lists_objects_and_numbers_become_text() -> None:
    row = article(
        authors=["Ann", {"name": "Bob"}], source={"id": None, "name": "Le Matin"}, id=12.0, body="Un."
    )
    assert (row.author, row.outlet, row.article_id) == ("Ann, Bob", "Le Matin", "12")


def test_text_is_normalised() -> None:
    assert article(body="e\u0301te\u0301\r\nfin\x00").text == "été\nfin"


def test_a_record_without_text_names_what_it_has() -> None:
    problem = str(article(headline="Un", summary="…").problem)
    assert problem.startswith("no text: of the names that mean it (text, body, content, ")
    assert problem.endswith("none is among the record's: 'headline', 'summary'")
    assert article(body=" ").problem == "no text: 'body' is empty"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Lâ€™Ã©tÃ© Ã  la mer", "L’été à la mer"),
        ("â€œRienâ€\x9d, dit-il", "“Rien”, dit-il"),
        ("РџСЂРёРІРµС‚, РјРёСЂ", "Привет, мир"),
    ],
)
def test_mojibake_is_repaired_and_told(broken: str, whole: str) -> None:
    assert mojibake.repair(broken) == (whole, "encoding: mojibake repaired")
    assert article(body=broken).problem == "encoding: mojibake repaired"


@pytest.mark.parametrize(
    "text",
    [
        "« L’été », “dit-il” — l’œuvre ﬁnie",
        "SÃO PAULO",
        "С» РОССИЯ",
        "½ Ω Å",
        "Â, Ã",
        "&lt;b&gt; ﬀ",
        "ＦＵＬＬ",
        "a\x1b[31mb",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mojibake.repair(text) == (text, None)


def test_half_a_character_is_shown_as_damage() -> None:
    row = article(body="fin \ud83d")
    assert (row.text, row.problem) == ("fin \ufffd", "encoding: half characters")
