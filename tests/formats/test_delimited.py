"""Delimited text: every row is a record, whatever its quotes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.formats import delimited
from analysis.formats.found import Found

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12)


def read(text: str, name: str = "a.csv") -> list[Found]:
    return list(delimited.read(io.BytesIO(text.encode()), name))


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["title", "body"], *rows])
    found = [list(record.fields.values()) for record in read(stream.getvalue())]
    assert found == rows


@given(st.lists(st.sampled_from(['"Un."', "Deux.", '"Trois', 'Qua"tre', '"Il dit "oui""', '""']), min_size=1))
def test_no_row_is_ever_swallowed(bodies: list[str]) -> None:
    rows = "".join(f"{number},{body},fin\n" for number, body in enumerate(bodies))
    found = read("id,body,end\n" + rows)
    assert [record.fields["id"] for record in found] == [str(number) for number in range(len(bodies))]


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = f"title{delimiter}body\nUn, deux; trois{delimiter}Quatre | cinq\n" if delimiter == "\t" else None
    text = text or f"title{delimiter}body\nUn{delimiter}Deux\n"
    assert [list(record.fields) for record in read(text)] == [["title", "body"]]


def test_a_spreadsheets_line_about_its_delimiter_is_no_header() -> None:
    (record,) = read("sep=;\ntitle;body\nUn;Deux\n")
    assert dict(record.fields) == {"title": "Un", "body": "Deux"}


def test_text_stays_text() -> None:
    (record,) = read("id,title,body\n0012,NA,1.50\n")
    assert dict(record.fields) == {"id": "0012", "title": "NA", "body": "1.50"}


def test_nul_and_line_ends_of_every_kind() -> None:
    found = read('title,body\r\nUn,"De\x00ux\r\nlignes"\rTrois,Quatre\n')
    assert [list(record.fields.values()) for record in found] == [["Un", "Deux\nlignes"], ["Trois", "Quatre"]]


def test_a_row_too_wide_or_too_narrow_keeps_every_cell_and_says_so() -> None:
    wide, narrow, ended = read("title,body\nUn,Deux,Trois\nUn\nUn,Deux,\n")
    assert dict(wide.fields) == {"title": "Un", "body": "Deux", "column_3": "Trois"}
    assert wide.problem == "width: 3 cells where the header has 2"
    assert dict(narrow.fields) == {"title": "Un", "body": None}
    assert narrow.problem == "width: 1 cells where the header has 2"
    assert ended.problem is None


def test_quotes_not_doubled_are_read_over_several_lines() -> None:
    found = read('id,body,end\n1,"Il dit "oui" hier\net "non" ici.",fin\n2,Deux,fin\n')
    assert [record.fields["body"] for record in found] == ['Il dit "oui" hier\net "non" ici.', "Deux"]
    assert found[0].problem == "quotes: unbalanced or not doubled in this row"
    assert found[1].problem is None


def test_two_columns_of_one_name_are_both_kept() -> None:
    (record,) = read("body,body,\nUn,Deux,Trois\n")
    assert dict(record.fields) == {"body": "Un", "body_2": "Deux", "column_3": "Trois"}
