"""What is said to readers: every locale says everything, with the same values, in its own form."""

import datetime as dt
import json
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from analysis import wording
from analysis.charts.quotes import KINDS, STANCES

PROJECT = Path(__file__).parents[1]
PROSE = "notebooks"


def leaves(table: Mapping, prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def said(locale: str) -> dict[str, object]:
    return {key: value for key, value in leaves(wording.strings(locale)) if not key.startswith(PROSE)}


def fields(sentence: object) -> set[tuple[str | None, str | None]]:
    texts = [sentence] if isinstance(sentence, str) else []
    return {
        (name, spec)
        for text in texts
        for _, name, spec, _ in string.Formatter().parse(text)
        if name is not None
    }


@pytest.mark.parametrize("locale", wording.available())
def test_every_locale_has_the_keys_and_the_values_of_english(locale):
    own, english = said(locale), said("en")
    assert own.keys() == english.keys()
    assert [key for key in english if fields(own[key]) != fields(english[key])] == []


@pytest.mark.parametrize("locale", wording.available())
def test_no_sentence_is_empty_or_left_in_english(locale):
    own, english = said(locale), said("en")
    assert [key for key, value in own.items() if value == ""] == []
    shared = {
        key for key, value in own.items() if value == english[key] and key.partition(".")[0] in SENTENCES
    }
    assert locale == "en" or shared == {"show.source"}, "the French for source is source"


SENTENCES = {"answers", "corpus_flow", "languages", "readability", "quotation_shares", "cue_stance", "show"}


@pytest.mark.parametrize("locale", wording.available())
def test_every_code_of_the_tables_has_a_name(locale):
    words = wording.strings(locale)
    types = tomllib.loads((PROJECT / "analysis" / "source_types.toml").read_text(encoding="utf-8"))
    assert set(words["stances"]) == set(STANCES)
    assert set(words["kinds"]) == set(KINDS)
    assert set(types) - set(words["source_types"]) == set()
    languages = {path.stem for path in (PROJECT / "analysis" / "languages").glob("*.toml")}
    assert languages - set(words["language_names"]) == set()


@pytest.mark.parametrize(
    "notebook", sorted((PROJECT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem
)
def test_every_markdown_cell_of_a_notebook_has_its_french(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    names = [cell["metadata"]["name"] for cell in cells if cell["cell_type"] == "markdown"]
    assert set(names) == set(wording.prose(notebook.stem, "fr"))
    assert len(names) == len(set(names))


def test_a_locale_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(ValueError, match=r"no strings for locale='xx'; there are en, fr"):
        wording.say("nothing", "xx")


@pytest.mark.parametrize(
    ("locale", "n", "expected"),
    # French counts nought and one as singular, English one only.
    [("en", 0, "0 articles"), ("en", 1, "1 article"), ("fr", 0, "0 article"), ("fr", 2, "2 articles")],
)
def test_a_number_agrees_with_what_it_counts(locale, n, expected):
    assert wording.say("note.n", locale, n=n, unit="article").replace("\xa0", " ") == f"n = {expected}."


def test_a_value_cannot_be_taken_for_a_field():
    assert "{n}" in wording.say("row", "en", group="{n}", n=3)


@pytest.mark.parametrize(
    ("share", "locale", "expected"),
    [
        (0, "en", "0%"),
        (0.004, "en", "<1%"),
        (0.005, "en", "<1%"),
        (0.5, "fr", "50\u202f%"),
        (0.994, "en", "99%"),
        (0.997, "en", ">99%"),
        (0.99999, "fr", ">99\u202f%"),
        (0.1 + 0.2 + 0.7 - 2**-53, "en", "100%"),  # added up, and a digit short of one
        (2**-60, "en", "0%"),
        (1, "en", "100%"),
        (float("nan"), "fr", "–"),
    ],
)
def test_a_share_is_a_whole_percentage_and_never_a_false_nought_or_a_false_all(share, locale, expected):
    assert wording.percent(share, locale) == expected


def test_no_nought_is_negative():
    assert [wording.number(value, "en", 1) for value in (-0.04, -0.0, -0.06)] == ["0.0", "0.0", "−0.1"]
    assert wording.number(-0.4, "fr") == "0"


def test_a_missing_date_is_said_to_be_missing():
    import pandas as pd

    assert wording.day(pd.NaT, "en") == "–"
    assert wording.day(dt.date(2026, 3, 1), "fr") == "1er mars 2026"
