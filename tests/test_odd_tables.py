"""Tables as analysts have them, and every public verb that takes one: what each cell of the matrix gives.

`python tests/test_odd_tables.py` prints the matrix in numbers.
"""

import datetime as dt
import io
import re
import sys
import tempfile
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pytest

import analysis as an
from analysis import charts
from analysis.evaluate import Gold
from analysis.formats import write_table
from analysis.tables import Article, from_rows

PACKAGE = str(Path(an.__file__).parent)
FRENCH = (
    "« Le pont est ouvert », a dit Ada Roy.\nElle a ajouté que tout va bien.\n\n\n\nPartager sur Facebook"
)
ENGLISH = "“The bridge is open,” said Jo Lin.\nShe added that all is well.\nThe Daily Lamp"
OTHER = "“The road is closed,” said Jo Lin, who left at noon and did not come back.\nThe Daily Lamp"


def _article(article_id: str, outlet: str, text: str, lang: str, day: int) -> Article:
    when = dt.datetime(2025, 1, day, 12, tzinfo=dt.UTC)
    return Article(
        article_id, f"{article_id}.txt", outlet, "A bridge", "Jo", published=when, text=text, lang=lang
    )


@cache
def tables() -> dict[str, pd.DataFrame]:
    """One table of each kind, as our verbs make them; invented."""
    rows = [
        _article("a1", "Le Fanal", FRENCH, "fr", 6),
        _article("b2", "The Lamp", ENGLISH, "en", 7),
        _article("c3", "The Lamp", OTHER, "en", 8),
    ]
    articles = from_rows(Article, rows)
    quotes = an.find_quotes(articles)
    scores = an.score_readability(articles).merge(articles[["article_id", "outlet"]], on="article_id")
    return {
        "articles": articles,
        "quotes": quotes,
        "repeated": an.find_repeated_lines(articles),
        "boilerplate": an.find_boilerplate(articles),
        "scores": scores,
        "sources": an.summarise_sources(articles, quotes, by="outlet"),
        "flow": pd.DataFrame({"step": ["read", "analysed"], "articles": [3, 3]}),
    }


Tables = dict[str, pd.DataFrame]


def _shares(given: Tables) -> object:
    articles = given["articles"]
    counted = articles.assign(n_words=10) if isinstance(articles, pd.DataFrame) else articles
    return charts.quotation_shares(counted, given["quotes"])


def _show(given: Tables) -> object:
    articles = given["articles"]
    return an.show(
        articles,
        given["quotes"],
        tables()["articles"]["article_id"].iloc[0],
        boilerplate=given["boilerplate"],
    )


def _score_quotes(given: Tables) -> object:
    plain = tables()
    none = pd.DataFrame(columns=["article_id", "start", "end", "why"])
    gold = Gold(plain["articles"], plain["quotes"], none, "made", "0" * 64)
    return an.score_quotes(given["quotes"], gold)


def _written(given: Tables) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return an.read_articles(an.write_articles(given["articles"], f"{folder}/a.parquet")).drop(
            columns="origin"
        )


def _written_table(given: Tables) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return write_table(given["quotes"], f"{folder}/a.csv").read_text(encoding="utf-8-sig")


VERBS: dict[str, Callable[[Tables], object]] = {
    "select": lambda given: an.select(given["articles"], outlet=["The Lamp"], lang="en", since="2025-01-08"),
    "clean_text": lambda given: an.clean_text(given["articles"], repeated=given["repeated"]),
    "find_boilerplate": lambda given: an.find_boilerplate(given["articles"]),
    "find_repeated_lines": lambda given: an.find_repeated_lines(given["articles"]),
    "find_credits": lambda given: an.find_credits(given["articles"]),
    "detect_language": lambda given: an.detect_language(given["articles"]),
    "detect_paragraphs": lambda given: an.detect_paragraphs(given["articles"]),
    "find_translation_traces": lambda given: an.find_translation_traces(given["articles"]),
    "score_readability": lambda given: an.score_readability(given["articles"], quotes=given["quotes"]),
    "compare_readability": lambda given: an.compare_readability(given["scores"], by="outlet"),
    "find_quotes": lambda given: an.find_quotes(given["articles"]),
    "explain_quotes": lambda given: an.explain_quotes(given["articles"]),
    "summarise_sources": lambda given: an.summarise_sources(given["articles"], given["quotes"], by="outlet"),
    "show": _show,
    "score_quotes": _score_quotes,
    "write_articles": _written,
    "write_table": _written_table,
    "corpus_flow": lambda given: charts.corpus_flow(given["flow"]),
    "languages_by_week": lambda given: charts.languages_by_week(given["articles"]),
    "quotation_shares": _shares,
    "cue_stance": lambda given: charts.cue_stance(given["quotes"]),
    "quotation_lengths": lambda given: charts.quotation_lengths(given["quotes"]),
    "readability_scores": lambda given: charts.readability_scores(given["scores"], measure="lix"),
    "source_shares": lambda given: charts.source_shares(given["sources"], by="outlet"),
}


class Odd(NamedTuple):
    """An odd table.

    Fields:
        make: a table as our verbs make it → the same as an analyst may have it
        becomes: "same" (taken, the result is that of the plain table), "refused" or "other" (taken, and the
            result rightly differs)
    """

    make: Callable[[pd.DataFrame], Any]
    becomes: str


def _cells(column: str, made: Callable[[pd.Series], Any]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """One column made otherwise, in whatever table has it."""
    return lambda table: table.assign(**{column: made(table[column])}) if column in table else table


def _objects(values: Callable[[pd.Series], list[Any]]) -> Callable[[pd.Series], pd.Series]:
    return lambda column: pd.Series(values(column), column.index, dtype=object)


def _first(value: object) -> Callable[[pd.Series], pd.Series]:
    """The first cell replaced."""
    return _objects(lambda column: [value, *column.tolist()[1:]])


def _numbers(kind: type) -> Callable[[pd.Series], pd.Series]:
    return lambda column: pd.Series([kind(int(str(cell)[-1])) for cell in column], column.index)


def _from_csv(**options: Any) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda table: pd.read_csv(io.StringIO(table.to_csv(index=False)), **options)


def _unused(column: pd.Series) -> pd.Series:
    return column.astype("category").cat.add_categories(["Nobody"])


def _all(dtype: Any) -> Callable[[pd.Series], pd.Series]:
    return lambda column: pd.Series(None, column.index, dtype=dtype)


def _null(column: pd.Series) -> pd.Series:
    return pd.Series(pd.array([None] * len(column), dtype=pd.ArrowDtype(pa.null())), column.index)


def _twice(*names: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda table: pd.concat([table, table[[name for name in names if name in table]]], axis=1)


def _two_rows_of_names(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_axis(pd.MultiIndex.from_product([["given"], table.columns]), axis=1)


def _two_indexes(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_axis(pd.MultiIndex.from_product([["x"], range(len(table))]))


def _indexed(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index("article_id") if "article_id" in table else table


def _repeated_ids(table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table, table]) if "text" in table else table


def _days(column: pd.Series) -> list[Any]:
    return [when.date() for when in column]


WITHOUT_IDS = {"compare_readability", "corpus_flow", "source_shares", "write_table"}
WITHOUT_ARTICLES = {"score_quotes", "cue_stance", "quotation_lengths", "readability_scores"}
"""Verbs that read no article_id, and no articles table."""

SAME, REFUSED, ANOTHER = "same", "refused", "other"
ODD: dict[str, Odd] = {
    "ids: integers": Odd(_cells("article_id", _numbers(int)), REFUSED),
    "ids: floats": Odd(_cells("article_id", _numbers(float)), REFUSED),
    "ids: one of them a number": Odd(_cells("article_id", _first(7)), REFUSED),
    "ids: bytes": Odd(_cells("article_id", _objects(lambda c: [b"a"] * len(c))), REFUSED),
    "ids: one missing": Odd(_cells("article_id", _first(None)), REFUSED),
    "ids: all missing": Odd(_cells("article_id", _all(object)), REFUSED),
    "ids: each twice": Odd(_repeated_ids, REFUSED),
    "ids: in the index": Odd(_indexed, REFUSED),
    "ids: categorical": Odd(_cells("article_id", lambda c: c.astype("category")), SAME),
    "ids: objects": Odd(_cells("article_id", lambda c: c.astype(object)), SAME),
    "ids: of pyarrow": Odd(_cells("article_id", lambda c: c.astype("string[pyarrow]")), SAME),
    "text: a number": Odd(_cells("text", _first(5)), REFUSED),
    "text: all numbers": Odd(_cells("text", lambda c: pd.Series(range(len(c)), c.index)), REFUSED),
    "text: bytes": Odd(_cells("text", _first(b"It rains.")), REFUSED),
    "text: a list": Odd(_cells("text", _first(["It rains."])), REFUSED),
    "text: half a character": Odd(_cells("text", _first("It rains \ud83d.")), REFUSED),
    "text: all None": Odd(_cells("text", _all(object)), ANOTHER),
    "text: all NaN": Odd(_cells("text", _all(float)), ANOTHER),
    "text: all empty": Odd(_cells("text", lambda c: c.where(c.isna(), "")), ANOTHER),
    "text: categorical": Odd(_cells("text", lambda c: c.astype("category")), SAME),
    "text: objects": Odd(_cells("text", lambda c: c.astype(object)), SAME),
    "text: of pyarrow": Odd(_cells("text", lambda c: c.astype(pd.ArrowDtype(pa.string()))), SAME),
    "raw_text: null of pyarrow": Odd(_cells("raw_text", _null), SAME),
    "lang: numbers": Odd(_cells("lang", lambda c: pd.Series(range(len(c)), c.index)), REFUSED),
    "lang: a list": Odd(_cells("lang", _first(["fr"])), REFUSED),
    "lang: all None": Odd(_cells("lang", _all(object)), ANOTHER),
    "lang: all NaN": Odd(_cells("lang", _all(float)), ANOTHER),
    "lang: categorical": Odd(_cells("lang", lambda c: c.astype("category")), SAME),
    "lang: capitals": Odd(_cells("lang", lambda c: c.str.upper()), ANOTHER),
    "outlet: numbers": Odd(_cells("outlet", lambda c: pd.Series(range(len(c)), c.index)), REFUSED),
    "outlet: a list": Odd(_cells("outlet", _first(["Le Fanal"])), REFUSED),
    "outlet: one missing": Odd(_cells("outlet", _first(None)), ANOTHER),
    "outlet: categorical, one unused": Odd(_cells("outlet", _unused), SAME),
    "published: text": Odd(_cells("published", lambda c: c.astype("str")), SAME),
    "published: without a zone": Odd(_cells("published", lambda c: c.dt.tz_localize(None)), SAME),
    "published: of Paris": Odd(_cells("published", lambda c: c.dt.tz_convert("Europe/Paris")), SAME),
    "published: nanoseconds": Odd(_cells("published", lambda c: c.astype("datetime64[ns, UTC]")), SAME),
    "published: days": Odd(_cells("published", _objects(_days)), ANOTHER),
    "published: all None": Odd(_cells("published", _all(object)), ANOTHER),
    "published: words": Odd(_cells("published", _first("in March")), REFUSED),
    "published: years": Odd(_cells("published", lambda c: pd.Series(2025, c.index)), REFUSED),
    "start: floats": Odd(_cells("start", lambda c: c.astype(float)), SAME),
    "start: text": Odd(_cells("start", lambda c: c.astype("str")), REFUSED),
    "quote: one missing": Odd(_cells("quote", _first(None)), REFUSED),
    "cue_start: floats": Odd(_cells("cue_start", lambda c: c.astype(float)), SAME),
    "n_words: text": Odd(_cells("n_words", lambda c: c.astype("str")), REFUSED),
    "columns: one twice": Odd(_twice("article_id", "step"), REFUSED),
    "columns: two rows of names": Odd(_two_rows_of_names, REFUSED),
    "columns: one that is a number": Odd(lambda table: table.assign(x=1).rename(columns={"x": 7}), ANOTHER),
    "columns: one of lists": Odd(lambda table: table.assign(x=[[1]] * len(table)), ANOTHER),
    "rows: each named alike": Odd(lambda table: table.set_axis([7] * len(table)), SAME),
    "rows: named by two": Odd(_two_indexes, SAME),
    "rows: none": Odd(lambda table: table.iloc[:0], ANOTHER),
    "all: objects": Odd(lambda table: table.astype(object), SAME),
    "all: of pyarrow": Odd(lambda table: table.convert_dtypes(dtype_backend="pyarrow"), SAME),
    "all: pd.read_csv": Odd(_from_csv(), SAME),
    "all: pd.read_csv, pyarrow": Odd(_from_csv(dtype_backend="pyarrow"), SAME),
    "all: a list of rows": Odd(lambda table: table.to_dict("records"), REFUSED),
}


NAMES = {"ids": "article_id", "columns": "", "rows": "", "all": ""}
"""What an odd table is called → the column that is odd, where that is not its name."""
ASKED = ("articles", "quotes", "predicted", "scores", "sources", "flow", "repeated", "boilerplate", "table")


REFUSED_IDS = [odd for odd in ODD if odd.startswith("ids: ") and ODD[odd].becomes == REFUSED]


def column_of(odd: str) -> str:
    about = odd.partition(":")[0]
    return NAMES.get(about, about)


@cache
def plainly(verb: str, without: str) -> object:
    """What a verb makes of the plain tables."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _plain(VERBS[verb](tables()), without)


def came(verb: str, odd: str) -> str:
    """What came of a verb on odd tables: taken, another (with another result), refused, or opaque: …"""
    given = {name: ODD[odd].make(table.copy()) for name, table in tables().items()}
    expected = plainly(verb, column_of(odd))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            made = _plain(VERBS[verb](given), column_of(odd))
        except Exception as error:  # noqa: BLE001 - whatever it raises is looked at
            last = traceback.extract_tb(error.__traceback__)[-1].filename
            said = f"{type(error).__name__}: {error}"
            return "refused" if last.startswith(PACKAGE) and _is_sentence(error, odd) else f"opaque: {said}"
    return "taken" if made == expected else "another"


def _is_sentence(error: BaseException, odd: str) -> bool:
    """Whether an error is one line that names the argument, the column and what to do."""
    said = str(error)
    fix = re.search(r"[\w)'](:|;| \(made by| is not) ", said)
    named = any(re.search(rf"\b{name}\b", said) for name in (*ASKED, "article_id", "outlet", "lang"))
    told = column_of(odd) in said or "is not the slice" in said or "is not what its article has" in said
    return isinstance(error, ValueError | TypeError) and "\n" not in said and bool(fix) and named and told


def _plain(made: object, without: str) -> object:
    """A result as values that compare, whatever the dtypes, without the odd column that it may carry."""
    if isinstance(made, charts.Chart):
        return made.title, made.n, _plain(made.data, without)
    if isinstance(made, pd.DataFrame):
        kept = made.drop(columns=without, errors="ignore")
        return [[_value(cell) for cell in row] for row in kept.astype(object).to_numpy().tolist()]
    return made.html if hasattr(made, "html") else made


def _value(cell: object) -> object:
    if isinstance(cell, list):
        return cell
    if pd.isna(cell):
        return None
    return str(cell).removesuffix("+00:00") if isinstance(cell, dt.datetime | str) else float(cell)


def holds(verb: str, odd: str, came_of_it: str) -> bool:
    """Whether it is what should come: what is harmless taken, what is not refused or not read."""
    if verb == "write_table":  # it writes any table as it is
        return not came_of_it.startswith("opaque")
    fits = {SAME: {"taken"}, REFUSED: {"refused", "taken"}, ANOTHER: {"taken", "another", "refused"}}
    return came_of_it in fits[ODD[odd].becomes]


@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_an_odd_table_or_refuses_it_in_a_sentence(verb: str, odd: str):
    found = came(verb, odd)
    assert holds(verb, odd, found), found


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("verb", ["clean_text", "find_quotes", "show", "summarise_sources"])
def test_four_verbs_on_every_odd_table(verb: str, odd: str):
    found = came(verb, odd)
    assert holds(verb, odd, found), found


IDS = [odd for odd in ODD if odd.startswith("ids: ") and ODD[odd].becomes == REFUSED]
READ = [
    (verb, odd)
    for verb in VERBS
    for odd in IDS
    if verb not in WITHOUT_IDS and not (verb in WITHOUT_ARTICLES and odd == "ids: each twice")
]
"""Verbs and ids that they refuse: a quotes table has many rows an article."""


@pytest.mark.parametrize(("verb", "odd"), READ)
def test_an_id_that_other_tables_cannot_share_is_refused_by_every_verb(verb: str, odd: str):
    assert came(verb, odd) == "refused"


if __name__ == "__main__":
    found = {(verb, odd): came(verb, odd) for verb in VERBS for odd in ODD}
    wrong = {cell: what for cell, what in found.items() if not holds(*cell, what)}
    for (verb, odd), what in wrong.items():
        sys.stdout.write(f"{verb:24} {odd:32} {' '.join(what.split())[:150]}\n")
    counted = Counter(what.partition(":")[0] for what in found.values())
    silent = sum(not what.startswith("opaque") for what in wrong.values())
    sys.stdout.write(f"{len(ODD)} tables x {len(VERBS)} verbs: {dict(counted)}, {silent} of them wrongly\n")
