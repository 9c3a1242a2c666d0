"""What grows too far is refused, whatever the archives and tables it lies in; nothing honest is."""

import io
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.formats import columnar, excel, limits, readers
from analysis.formats.json_records import saved

SAID = "It rains in the town. "


def parquet(column: pa.Array, **options: object) -> io.BytesIO:
    stream = io.BytesIO()
    pq.write_table(pa.table({"text": column}), stream, **options)
    stream.seek(0)
    return stream


def again(count: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), pa.array([SAID * 100]))


@pytest.mark.parametrize("schema", [True, False])
def test_a_text_named_often_counts_each_time(monkeypatch: pytest.MonkeyPatch, schema: bool) -> None:
    stream = parquet(again(2_000), store_schema=schema)
    assert len(list(columnar.read(stream, "a"))) == 2_000
    monkeypatch.setattr(limits, "SMALL", 1_000_000)
    with pytest.raises(ValueError, match=r"unsafe Parquet: \d+ bytes grow to 2200000, more than 200 times"):
        list(columnar.read(stream, "a"))


def test_texts_in_lists_and_structures_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SMALL", 1_000_000)
    for column in (
        pa.ListArray.from_arrays([0, 2_000], again(2_000)),
        pa.StructArray.from_arrays([again(2_000)], ["inner"]),
    ):
        with pytest.raises(ValueError, match="unsafe Parquet"):
            list(columnar.read(parquet(column), "a"))


def test_a_large_honest_table_is_read() -> None:
    texts = [f"{SAID * 200}{number}" for number in range(1_000)]
    assert len(list(columnar.read(parquet(pa.array(texts)), "a"))) == 1_000
    limits.check(50 * 10**8, 10**8, "zip")


def test_what_comes_out_of_all_archives_of_a_file_is_one_sum() -> None:
    growth = limits.Growth(1_000)
    growth.add(limits.SMALL, "gzip")
    with pytest.raises(ValueError, match="unsafe table"):
        growth.add(1, "table")


def test_records_count_for_what_their_rows_take() -> None:
    lines = io.BytesIO(b'{"body": "It rains."}\n' * 3)
    growth = limits.Growth(10**6)
    assert len(list(readers.records(lines, "a.jsonl", growth=growth))) == 3
    assert growth.total == 3 * (limits.RECORD + limits.VALUE + len("It rains."))


def workbook(rows: str) -> io.BytesIO:
    book, stream, made = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.append(["title", "body"])
    book.save(stream)
    with zipfile.ZipFile(stream) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
        for name in packed.namelist():
            other.writestr(name, packed.read(name).replace(b"</sheetData>", rows.encode() + b"</sheetData>"))
    made.seek(0)
    return made


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ('<row r="1001"><c r="A1001"><v>1</v></c></row>', "a row beyond 1000"),
        ('<row><c r="XFD2"/></row>', "of 16386 cells 2 hold anything"),
        ("<row/>" * 100_000, "more than 10 tags a byte"),
    ],
    ids=["rows", "cells", "tags"],
)
def test_a_workbook_of_next_to_nothing_is_refused(
    monkeypatch: pytest.MonkeyPatch, rows: str, reason: str
) -> None:
    for name, value in {"MOST_ROWS": 1_000, "FEW_CELLS": 10_000, "FEW_TAGS": 10_000}.items():
        monkeypatch.setattr(excel, name, value)
    with pytest.raises(ValueError, match=f"unsafe Excel: {reason}"):
        list(excel.read(workbook(rows), "a.xlsx"))


def test_a_sparse_workbook_of_a_few_rows_is_read() -> None:
    last = '<row r="2"><c r="XFD2" t="inlineStr"><is><t>far</t></is></c></row>'
    (found,) = excel.read(workbook(last), "a.xlsx")
    assert [value for value in found.fields.values() if value] == ["far"]


def test_articles_of_a_broken_document_are_found_however_long_they_are() -> None:
    long = [f'{{"text": "{SAID * size}"}}' for size in (1, 1_000, 20_000)]
    found = list(saved(f"[{', '.join(long)}, {{broken", "not JSON: x"))
    assert [len(value["text"]) // len(SAID) for value, _ in found if value] == [1, 1_000, 20_000]
    assert found[-1] == (None, "not JSON: x")


def test_a_document_that_breaks_everywhere_is_searched_so_far_and_no_further() -> None:
    (found,) = saved('{"a":' * 50_000, "not JSON: x")
    assert found == (None, "not JSON: x; too large: the rest was not searched for articles")
