"""JSON in the shapes that analysts have, whole and broken."""

import io
import json

import pytest

from analysis.formats import json_records
from analysis.formats.found import Found

ONE, TWO = {"title": "Un", "body": "Bonjour."}, {"title": "Deux", "body": "Bonsoir."}


def read(text: str) -> list[Found]:
    return list(json_records.read(io.BytesIO(text.encode()), "a.json"))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=2),
        json.dumps({"status": "ok", "articles": [ONE, TWO]}),
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n",
        f"{json.dumps(ONE)}\r\n\r\n{json.dumps(TWO)}",
        f"\ufeff{json.dumps([ONE, TWO])}",
    ],
)
def test_shapes(text: str) -> None:
    assert [(record.fields, record.problem) for record in read(text)] == [(ONE, None), (TWO, None)]


def test_an_article_with_a_list_of_items_is_one_article() -> None:
    record = {"body": "Bonjour.", "items": [{"a": 1}]}
    assert [found.fields for found in read(json.dumps(record))] == [record]


def test_a_line_separator_inside_a_string_ends_no_line() -> None:
    record = {"body": "Un\u2028deux"}
    text = json.dumps(record, ensure_ascii=False) + "\n" + json.dumps(ONE)
    assert [found.fields for found in read(text)] == [record, ONE]


def test_what_is_no_object_says_so() -> None:
    found = read(json.dumps([ONE, 12, "Bonjour.", None]))
    assert [record.problem for record in found] == [
        None,
        "not a record: 12",
        'not a record: "Bonjour."',
        "not a record: null",
    ]


@pytest.mark.parametrize("whole", [[ONE, TWO, ONE], {"articles": [ONE, TWO, ONE]}])
def test_a_file_cut_short_keeps_the_articles_before_the_cut(whole: object) -> None:
    found = read(json.dumps(whole, indent=1)[:-20])
    assert [record.fields for record in found[:-1]] == [ONE, TWO]
    assert str(found[-1].problem).startswith("not JSON: ")


def test_a_broken_article_costs_neither_neighbour() -> None:
    text = json.dumps([ONE, TWO, ONE]).replace('"Deux",', '"Deux"')
    assert [record.fields for record in read(text)] == [ONE, ONE, {}]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 5_000, '{"n": ' + "1" * 5_000 + "}"])
def test_what_breaks_a_parser_is_one_row(text: str) -> None:
    (record,) = read(text)
    assert str(record.problem).startswith("not JSON: ")


def test_lines_whose_first_is_bad_are_lines_all_the_same() -> None:
    found = read(f"bad\n{json.dumps(ONE)}\n{json.dumps(TWO)}\n")
    assert [(record.origin, dict(record.fields)) for record in found] == [
        ("a.json#1", {}),
        ("a.json#2", ONE),
        ("a.json#3", TWO),
    ]
