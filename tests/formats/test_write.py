"""What is written comes back the same, with its types, from every suffix; it is there whole or not at all."""

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import read_articles, tables, write_articles
from analysis.formats import read_table, write, write_table
from analysis.stories import RepeatedLine
from analysis.tables import Article
from analysis.text.quotes import Quote

SUFFIXES = [".parquet", ".csv", ".jsonl", ".xlsx"]
TRAPS = '« L’été », "dit-il" ; =1+1\n\n-- Oui\t_x000D_ \x01 | 𝔘\u2028fin'


@pytest.fixture
def articles() -> pd.DataFrame:
    moment = dt.datetime(2020, 1, 13, 8, 0, 0, 123456, dt.UTC)
    rows = [
        Article("0012", "x/one.txt", "Le Matin", "=1+1", "N/A", None, moment, "column:date", TRAPS, "NA"),
        Article("a2", "b.csv#2", title="@home", problem="no text: 'body' is empty"),
        Article(
            "a3",
            "c.csv#3",
            text="Oui.",
            raw_text="Oui. Partager",
            lang="fr",
            lang_prob=0.1 + 0.2,
            lang_grade="high",
        ),
    ]
    table = tables.from_rows(Article, rows)
    return table.assign(
        section=["0012", None, "NA"],
        desk=pd.array([1, None, 3], dtype="Int64"),
        length=[1, 2, 3],
        share=[0.5, None, 1e-20],
        front=[True, False, True],
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_articles_come_back_the_same(articles: pd.DataFrame, tmp_path: Path, suffix: str) -> None:
    path = write_articles(articles, tmp_path / f"articles{suffix}")
    pd.testing.assert_frame_equal(read_articles_quietly(path), articles)
    pd.testing.assert_frame_equal(read_table(path, Article), articles)


def read_articles_quietly(path: Path) -> pd.DataFrame:
    with pytest.warns(UserWarning, match="1 of 3 records have a problem"):
        return read_articles(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_table_gives_the_same_bytes(articles: pd.DataFrame, tmp_path: Path, suffix: str) -> None:
    first = write_articles(articles, tmp_path / f"one{suffix}").read_bytes()
    assert write_articles(articles, tmp_path / f"two{suffix}").read_bytes() == first


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_quotations_come_back_the_same(tmp_path: Path, suffix: str) -> None:
    rows = [("a1", *Quote(3, 9, "« été »", "direct", 1, 2, cue="dit", cue_start=10, cue_end=13, anonymity=5))]
    rows += [("a1", *Quote(20, 24, "=oui", "indirect", 2, 1))]
    quotes = tables.from_rows(Quote, rows)
    path = write_table(quotes, tmp_path / f"quotes{suffix}")
    pd.testing.assert_frame_equal(read_table(path, Quote), quotes)


@pytest.mark.parametrize("suffix", [".parquet", ".csv", ".xlsx"])
def test_an_empty_table_of_articles_comes_back_empty(tmp_path: Path, suffix: str) -> None:
    path = write_articles(tables.empty(Article), tmp_path / f"none{suffix}")
    pd.testing.assert_frame_equal(read_articles(path), tables.empty(Article))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_table_of_quotations_comes_back_empty(tmp_path: Path, suffix: str) -> None:
    path = write_table(tables.empty(Quote), tmp_path / f"none{suffix}")
    pd.testing.assert_frame_equal(read_table(path, Quote), tables.empty(Quote))


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\ufeff")), min_size=1)
)
def test_any_text_survives_csv_and_excel(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    table = pd.DataFrame({"n": range(len(texts)), "text": pd.array(texts, dtype="str")})
    folder = tmp_path_factory.mktemp("texts")
    pd.testing.assert_frame_equal(read_table(write_table(table, folder / "t.csv")), table)
    back = read_table(write_table(table, folder / "t.xlsx"))
    assert back["text"].fillna("").tolist() == texts  # a sheet has no empty text, only an empty cell


def test_parquet_has_the_schema_of_the_record(articles: pd.DataFrame, tmp_path: Path) -> None:
    schema = pq.read_schema(write_articles(articles, tmp_path / "a.parquet"))
    wanted = tables.schema(Article)
    assert [schema.field(name) for name in wanted.names] == list(wanted)
    assert schema.metadata[b"schema_version"] == str(tables.SCHEMA_VERSION).encode()


def test_csv_opens_in_excel_and_keeps_text_apart(articles: pd.DataFrame, tmp_path: Path) -> None:
    raw = write_articles(articles[["article_id", "origin", "text", "desk"]], tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b'\xef\xbb\xbf"article_id","origin","outlet"')
    assert raw.count(b'"0012"') == 1
    assert raw.rstrip().endswith(b",3")


def test_no_cell_of_a_workbook_is_a_formula(articles: pd.DataFrame, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_articles(articles, tmp_path / "a.xlsx"))
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "=1+1" in [cell.value for cell in book.active["D"]]


def test_a_text_too_long_for_a_cell_is_refused_and_nothing_is_left(
    articles: pd.DataFrame, tmp_path: Path
) -> None:
    articles["text"] = "a" * 32_768
    (tmp_path / "a.xlsx").write_text("the last good one")
    with pytest.raises(
        ValueError, match=r"row 2, 'text': 32768 characters; an Excel cell holds 32767: write \.parquet"
    ):
        write_articles(articles, tmp_path / "a.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert (tmp_path / "a.xlsx").read_text() == "the last good one"


@pytest.mark.parametrize("name", ["a.docx", "a", "a.txt"])
def test_another_suffix_is_refused(articles: pd.DataFrame, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"choose \.parquet, \.csv, \.jsonl, \.xlsx"):
        write_articles(articles, tmp_path / name)


def test_a_missing_folder_is_named(articles: pd.DataFrame, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"there is no folder '.*nowhere'"):
        write_articles(articles, tmp_path / "nowhere" / "a.csv")


def test_a_table_that_is_not_of_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the articles table lacks 'article_id'"):
        write_articles(pd.DataFrame({"text": ["Oui."]}), tmp_path / "a.csv")


def test_a_file_that_is_another_table_is_refused(articles: pd.DataFrame, tmp_path: Path) -> None:
    path = write_articles(articles, tmp_path / "a.csv")
    with pytest.raises(ValueError, match="holds no Quote table: it lacks start, end"):
        read_table(path, Quote)


def test_a_broken_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"article_id": "a"}\nbad\n')
    with pytest.raises(ValueError, match="is no table of ours: not JSON"):
        read_table(tmp_path / "a.jsonl")


def test_a_disk_that_refuses_is_told_under_the_name_asked_for(tmp_path: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(write.WRITERS, ".csv", full)
    with pytest.raises(OSError, match=r"path='.*one\.csv' cannot be written: No space left on device"):
        write_table(tables.empty(Article), tmp_path / "one.csv")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_without_rows_keeps_the_columns_of_its_record(tmp_path: Path, suffix: str) -> None:
    path = write_table(tables.empty(RepeatedLine), tmp_path / f"none{suffix}")
    pd.testing.assert_frame_equal(read_table(path, RepeatedLine), tables.empty(RepeatedLine))


def test_a_header_alone_is_a_table_and_not_of_any_record(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text("outlet,line\n", encoding="utf-8")
    assert list(read_table(path).columns) == ["outlet", "line"]
    with pytest.raises(ValueError, match="holds no RepeatedLine table: it lacks article_id"):
        read_table(path, RepeatedLine)


def test_what_only_calls_itself_a_workbook_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "no.xlsx").write_bytes(b"no archive at all")
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as packed:
        packed.writestr("a.txt", "no workbook")
    for name in ("no.xlsx", "other.xlsx"):
        with pytest.raises(ValueError, match=rf"{name}' is no table of ours: "):
            read_table(tmp_path / name)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx"])
def test_numbers_come_back_to_the_last_digit_and_apart_from_text(tmp_path: Path, suffix: str) -> None:
    table = pd.DataFrame(
        {
            "large": pd.Series([2**63 - 1, -(2**63)], dtype="int64"),
            "larger": pd.Series([10**20, -(10**40)], dtype=object),
            "some": pd.array([2**60 + 1, None], dtype="Int64"),
            "mixed": pd.Series([2**60 + 1, 0.5], dtype=object),
            "digits": pd.array(["100000000000000000000", "9007199254740993"], dtype="str"),
            "share": [0.1 + 0.2, -1e300],
            "whole": [1.0, 2.0],
        }
    )
    back = read_table(write_table(table, tmp_path / f"a{suffix}"))
    pd.testing.assert_frame_equal(back, table, check_exact=True)


def test_digits_in_a_foreign_workbook_stay_text(tmp_path: Path) -> None:
    pd.DataFrame({"id": ["100000000000000000000"]}).to_excel(tmp_path / "a.xlsx", index=False)
    assert read_table(tmp_path / "a.xlsx")["id"].tolist() == ["100000000000000000000"]


def test_a_workbook_that_lost_its_styles_is_read(tmp_path: Path) -> None:
    path = write_table(pd.DataFrame({"n": pd.Series([10**20], dtype=object)}), tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as bare:
        for name in whole.namelist():
            if "styles" not in name:
                bare.writestr(name, whole.read(name))
    assert read_table(path)["n"].tolist() == [10**20]
    assert read_table(tmp_path / "b.xlsx")["n"].tolist() == ["100000000000000000000"]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx"])
@pytest.mark.parametrize("dtype", ["datetime64[ns]", "datetime64[ns, UTC]", "object"])
def test_a_nanosecond_is_refused_where_it_would_be_cut(tmp_path: Path, suffix: str, dtype: str) -> None:
    moments = pd.to_datetime([None, "2020-01-13 08:00:00.123456", "2020-01-13 08:00:00.123456789"])
    seen = pd.Series(moments.tz_localize("UTC" if "UTC" in dtype else None)).astype(dtype)
    table = pd.DataFrame({"n": [1, 2, 3], "seen": seen})
    with pytest.raises(ValueError, match=r"'seen': 2020-01-13 08:00:00\.123456789.* which only .* holds"):
        write_table(table, tmp_path / f"a{suffix}")
    assert list(tmp_path.iterdir()) == []
    assert len(read_table(write_table(table[:2], tmp_path / f"a{suffix}"))) == 2


def test_parquet_holds_a_nanosecond_in_a_column_of_its_own_and_cuts_none(tmp_path: Path) -> None:
    table = pd.DataFrame({"seen": pd.to_datetime([None, "2020-01-13 08:00:00.123456789"])})
    pd.testing.assert_frame_equal(read_table(write_table(table, tmp_path / "a.parquet")), table)
    with pytest.raises(
        ValueError, match=r"'seen': .* has nanoseconds, which only a column of datetime64\[ns\]"
    ):
        write_table(table.astype(object), tmp_path / "a.parquet")


def test_a_number_without_end_is_refused_in_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"row 3, 'share': -inf; an Excel cell holds no such number"):
        write_table(pd.DataFrame({"share": [0.5, float("-inf")]}), tmp_path / "a.xlsx")


def test_a_line_without_fields_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no RepeatedLine table: it lacks article_id"):
        read_table(tmp_path / "a.jsonl", RepeatedLine)
    path = write_table(tables.empty(Article), tmp_path / "none.xlsx")
    assert len(read_table(path)) == 0


@pytest.mark.parametrize("suffix", [".xlsx", ".parquet"])
def test_a_damaged_table_is_one_sentence_that_names_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_table(tables.from_rows(Article, [Article("a", "a.txt", text="It rains.")]), path)
    raw = path.read_bytes()
    said = [
        _refused(path, raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :]) for at in range(0, len(raw), 97)
    ]
    assert {one.partition(": ")[0] for one in said if one} == {f"path='{path}' is no table of ours"}


def _refused(path: Path, content: bytes) -> str | None:
    path.write_bytes(content)
    try:
        read_table(path)
    except ValueError as error:
        return str(error)
    return None
