"""Files that somebody made to do harm, and files that came to harm: each has its rows, and none stops another."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.formats import kinds, limits, mapping, readers
from analysis.formats.found import Found

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def fuzz() -> Any:
    return _script("fuzz")


@pytest.fixture(scope="module")
def hostile() -> Any:
    return _script("hostile")


def _script(name: str) -> Any:
    """A script of benchmarks/, loaded as scripts load each other: by its bare name."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(BENCHMARKS))


@pytest.mark.slow
def test_every_hostile_file_ends_in_rows_that_say_what_is_wrong(
    fuzz: Any, hostile: Any, tmp_path: Path
) -> None:
    found = {outcome.name: outcome for outcome in fuzz.outcomes(hostile.write(tmp_path))}
    assert len(found) >= 78
    assert {name: fuzz.faults(outcome) for name, outcome in found.items() if fuzz.faults(outcome)} == {}
    others = {name: one.problems for name, one in found.items() if not _as_said(one, hostile.FILES[name][1])}
    assert others == {}


def _as_said(outcome: Any, begins: str | None) -> bool:
    problems = outcome.problems.split("\n") if outcome.problems else [""]
    return problems == [""] if begins is None else any(one.startswith(begins) for one in problems)


@pytest.mark.slow
def test_damaged_files_raise_nothing_and_each_has_a_row(fuzz: Any, tmp_path: Path) -> None:
    samples = sorted(path for path in fuzz.SAMPLE.rglob("*") if path.is_file())
    paths = []
    for number in range(40):
        name, content = fuzz.mutated(samples, number, 7)
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content)
    assert [one for one in fuzz.outcomes(paths) if fuzz.faults(one)] == []


# ── Each reader, whatever it is given ──

SEEDS = {
    "delimited": b'title;body\nRain;"It ""rains""."\n',
    "json": b'[{"body": "It rains.", "tags": [1, null]}]',
    "page": b"<html><body><article><p class='a'>It rains in the town.</p></article></body></html>",
    "plain": b"Title: Rain\n\nIt rains.",
    "xml": b"<rss version='2.0'><channel><item><title>Rain</title></item></channel></rss>",
    "wire": b"\x01abc0123 4 p 5678\r\nRain\r\n\x02It rains.\r\n\x03",
    "warc": b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 9\r\n\r\nIt rains.\r\n\r\n",
    "rtf": b"{\\rtf1\\ansi It {\\b rains}.\\par}",
    "mail": b"From: a@echo.example\nTo: b\nSubject: Rain\n\nIt rains.",
    "pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>",
    "excel": b"PK\x03\x04",
    "word": b"PK\x03\x04",
    "parquet": b"PAR1" + bytes(8) + b"PAR1",
}
"""Format → the beginning of what its reader is given; the rest is anything."""


def test_each_reader_has_a_seed() -> None:
    assert set(SEEDS) == {*readers.READERS, *readers.TEXTS}


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 80), cut=st.integers(0, 80), put=st.binary(max_size=40))
def test_a_reader_that_is_given_anything_gives_a_record(
    monkeypatch: pytest.MonkeyPatch, name: str, at: int, cut: int, put: bytes
) -> None:
    import io

    monkeypatch.setattr(kinds, "kind", lambda *_: kinds.Kind(name, None))
    seed = SEEDS[name]
    found = list(readers.records(io.BytesIO(seed[:at] + put + seed[at + cut :]), "a"))
    assert found
    assert len(mapping.articles(found)) == sum(record.via != "a header alone" for record in found)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from(["text", "title", "date", "published", "id", "lang", "word_count", "x"]) | st.text()


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=5), max_size=3))
def test_whatever_a_record_holds_has_its_row(fields: list[dict[str, Any]]) -> None:
    records = [Found(f"a#{number}", held) for number, held in enumerate(fields)]
    assert [row.origin for row, _ in mapping.articles(records)] == [record.origin for record in records]


@given(VALUES)
def test_whatever_a_value_is_it_is_weighed(value: Any) -> None:
    assert limits.weight({"a": value}) >= limits.RECORD + limits.VALUE
