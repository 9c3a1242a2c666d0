"""One definition per table: a record's fields, annotations and docstring make columns, dtypes, dictionary."""

import ast
import datetime as dt
import functools
import importlib
import inspect
import pkgutil
import re
import typing
from types import ModuleType, NoneType

import pandas as pd
import pyarrow as pa
import pytest

import analysis
from analysis import tables
from analysis.stories import RepeatedLine
from analysis.tables import Article
from analysis.text.boilerplate import Line
from analysis.text.quotes import Quote
from analysis.text.readability import Readability


def modules() -> list[ModuleType]:
    names = [found.name for found in pkgutil.walk_packages(analysis.__path__, "analysis.")]
    ours = (name for name in names if not {"__main__", "_project"} & {*name.split(".")})
    return [importlib.import_module(name) for name in ours]


def documented() -> list[type]:
    """Every record of ours whose docstring describes fields."""
    values = [value for module in modules() for value in vars(module).values() if isinstance(value, type)]
    found = {value for value in values if hasattr(value, "_fields") and "Fields:" in (value.__doc__ or "")}
    return sorted(found, key=lambda record: (record.__module__, record.__name__))


def tabled() -> set[type]:
    """Every record that a module names when it makes a table: `from_rows(Quote, ...)`."""
    found = set()
    for module in modules():
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MAKERS:
                values = [named_in(module, argument) for argument in node.args]
                found |= {value for value in values if hasattr(value, "_fields") and isinstance(value, type)}
    return found


def named_in(module: ModuleType, node: ast.expr) -> object:
    """What a name, dotted or not, is in a module; None for any other expression."""
    first, *others = ast.unparse(node).split(".")
    start = getattr(module, first, None)
    return functools.reduce(lambda value, name: getattr(value, name, None), others, start)


def fits(record: type) -> bool:
    """Whether every field of a record could be a column."""
    try:
        hints = typing.get_type_hints(record).values()
    except NameError:
        return False  # a type imported for the type checker only
    return all({hint, *filled_by(hint)} & set(tables.DTYPES) for hint in hints)


def filled_by(hint: object) -> list[type]:
    """What a field that may be missing holds otherwise."""
    options = typing.get_args(hint)
    return [kind for kind in options if kind is not NoneType] if NoneType in options else []


MAKERS = {"from_rows", "empty", "conform", "columns", "schema"}
DOCUMENTED = documented()
RECORDS = [record for record in DOCUMENTED if fits(record)]
VALUES = {str: "été", int: 3, float: 0.5, bool: True, dt.datetime: dt.datetime(2020, 1, 13, 8, tzinfo=dt.UTC)}
each = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)


def filled(record: type) -> list[object]:
    """A row with a value in every cell."""
    own = [VALUES[(filled_by(hint) or [hint])[0]] for hint in typing.get_type_hints(record).values()]
    return own if record._fields[0] == "article_id" else ["a1", *own]


def test_every_record_that_makes_a_table_is_documented_and_fits() -> None:
    assert {Article, Quote} <= tabled() <= set(RECORDS)


@pytest.mark.parametrize("record", DOCUMENTED, ids=lambda record: record.__name__)
def test_every_field_is_described_and_nothing_else(record: type) -> None:
    assert list(tables._described(record)) == list(record._fields)


@each
def test_article_id_leads(record: type) -> None:
    names = [column.name for column in tables.columns(record)]
    assert names[0] == "article_id"
    assert len(names) == len(set(names))


@each
def test_an_empty_table_has_every_column_and_dtype(record: type) -> None:
    table = tables.empty(record)
    wanted = {column.name: column.dtype for column in tables.columns(record)}
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == wanted
    assert len(table) == 0


@each
def test_a_full_row_and_a_bare_one_keep_the_dtypes(record: type) -> None:
    full = filled(record)
    bare = [
        None if column.missing else value for column, value in zip(tables.columns(record), full, strict=True)
    ]
    table = tables.from_rows(record, [full, bare])
    assert table.dtypes.equals(tables.empty(record).dtypes)
    assert table.iloc[0].tolist() == full
    assert table.iloc[1].isna().tolist() == [column.missing for column in tables.columns(record)]


@each
def test_the_arrow_schema_holds_the_table(record: type) -> None:
    schema = tables.schema(record)
    table = tables.from_rows(record, [filled(record)])
    back = pa.Table.from_pandas(table, schema, preserve_index=False).to_pandas()
    assert back.iloc[0].tolist() == filled(record)
    assert [field.nullable for field in schema] == [column.missing for column in tables.columns(record)]
    assert schema.metadata == {b"schema_version": str(tables.SCHEMA_VERSION).encode()}


@each
def test_the_data_dictionary_has_a_line_a_column(record: type) -> None:
    dictionary = tables.describe(record)
    assert dictionary["column"].tolist() == [column.name for column in tables.columns(record)]
    assert dictionary["dtype"].str.endswith(", NA").tolist() == [
        column.missing for column in tables.columns(record)
    ]


def test_the_documented_columns_of_articles() -> None:
    # the table of the design: name and dtype, "NA" where a cell may be missing
    dictionary = tables.describe(Article).set_index("column")["dtype"]
    assert dictionary[["article_id", "published", "lang_prob"]].tolist() == [
        "str",
        "datetime64[us, UTC], NA",
        "float64, NA",
    ]


def test_conform_orders_casts_and_adds_columns_and_carries_the_others() -> None:
    given = pd.DataFrame(
        {"desk": [3, 4], "text": ["Un.", None], "article_id": ["a", "b"], "origin": ["x", "y"]}
    )
    before = given.copy(deep=True)
    made = tables.conform(given, Article)
    assert list(made) == [*Article._fields, "desk"]
    assert made.dtypes.drop("desk").equals(tables.empty(Article).dtypes)
    assert made["lang_prob"].isna().all()
    assert made["desk"].tolist() == [3, 4]
    pd.testing.assert_frame_equal(given, before)


def test_conform_keeps_the_rows_names() -> None:
    given = pd.DataFrame({"article_id": ["a"], "origin": ["x"]}, index=[7])
    assert tables.conform(given, Article).index.tolist() == [7]


def test_require_names_the_column_its_maker_and_what_there_is() -> None:
    table = pd.DataFrame({"article_id": ["a"], "text": ["Un."]})
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole wording is compared below
        tables.require(table, "articles", text="read_articles()", lang="detect_language()")
    assert str(caught.value) == (
        "the articles table lacks 'lang' (made by detect_language()); it has ['article_id', 'text']"
    )


def test_require_refuses_what_is_no_table() -> None:
    with pytest.raises(TypeError, match="quotes must be a pandas DataFrame, not list"):
        tables.require([], "quotes")  # type: ignore[arg-type]


def test_require_is_content_with_more_than_it_asked_for() -> None:
    tables.require(tables.empty(Article), "articles", text="read_articles()")


@pytest.mark.parametrize("record", [Article, Quote, Line, RepeatedLine, Readability])
def test_what_a_column_holds_is_what_every_table_that_a_verb_takes_has_in_it(record: type):
    held = {name: held.dtype for name, held in tables.incoming.KNOWN.items()}
    for column in [column for column in tables.columns(record) if column.name in held]:
        assert held[column.name] in {column.dtype, "Int64" if column.dtype == "int64" else column.dtype}
        assert not (column.name in tables.incoming.NEVER_MISSING and column.missing), column


def test_require_gives_back_what_harmless_columns_mean():
    given = pd.DataFrame({"article_id": ["a", "b"], "start": [2.0, 3.0], "quote": ["x", "y"], "own": [1, 2]})
    given = given.astype({"quote": "category"}).assign(speaker=float("nan"), published="2025-01-06 12:00")
    before = given.copy(deep=True)
    made = tables.require(given, "quotes", "speaker", "published", start="s", quote="q")
    assert made.dtypes.astype(str).to_dict() == {
        "article_id": "str",
        "start": "int64",
        "quote": "str",
        "own": "int64",
        "speaker": "str",
        "published": "datetime64[us, UTC]",
    }
    pd.testing.assert_frame_equal(given, before)


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        (
            "article_id",
            17,
            "holds 17 (int) in column 'article_id', row 7, where text is needed: quotes[\"article_id\"]",
        ),
        ("start", "two", "holds 'two' (str) in column 'start', row 7, where a whole number is needed"),
        ("start", 2.5, "holds 2.5 (float) in column 'start', row 7, where a whole number is needed"),
        ("published", "in March", 'where a date is needed: quotes["published"] = pd.to_datetime('),
        ("quote", None, "the quotes table has no 'quote' in row 7"),
        ("quote", "\ud83d", "(half a character)"),
        ("desk", ["a"], "where a value that can be grouped is needed"),
    ],
)
def test_require_names_the_cell_and_what_to_do(column, cell, said):
    table = pd.DataFrame({column: pd.Series([cell], [7], dtype=object)})
    with pytest.raises(ValueError, match=re.escape(said)):
        tables.require(table, "quotes", **{column: "you"})


def test_a_number_of_any_width_is_taken_as_it_is():
    table = pd.DataFrame({"utterance": pd.array([1, 2], "int32"), "n_words": pd.array([1, None], "Int64")})
    assert tables.require(table, "quotes", utterance="q", n_words="q").dtypes.equals(table.dtypes)
