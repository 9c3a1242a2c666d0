"""What charts and reports say, in the reader's language: sentences, names, numbers and dates."""

import datetime as dt
import math
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from analysis.text import lexicon

MISSING = "–"
"""What stands for a number or a date that is not there."""
LOCALES = Path(__file__).parent / "locales"


def available() -> list[str]:
    """The locales that have a file.

    >>> available()
    ['en', 'fr']
    """
    return sorted(path.stem for path in LOCALES.glob("*.toml"))


def strings(locale: str) -> Mapping[str, Any]:
    """The tables of a locale's file.

    Args:
        locale: `"en"` or `"fr"`.

    Raises:
        ValueError: for a locale without a file, naming those that have one.

    >>> strings("fr")["decimal"]
    ','
    """
    if locale not in available():
        raise ValueError(f"no strings for locale={locale!r}; there are {', '.join(available())}")
    return lexicon.shared(f"locales/{locale}")


def say(key: str, locale: str, **values: object) -> str:
    r"""One sentence of a locale's file with its values filled in, each as that locale writes it.

    Args:
        key: the sentence's place in the file, `"corpus_flow.title"`.
        values: numbers, dates and strings, under the names the sentence uses. `{n:article}` counts a noun of
            the file, `{share:%}` is a percentage, `{score:1}` has one decimal.

    Raises:
        KeyError: for a sentence the file lacks.

    >>> say("note.n", "fr", n=1200, unit="article")
    'n = 1\u202f200\xa0articles.'
    """
    found: Any = strings(locale)
    for part in key.split("."):
        found = found[part]
    return _filler(locale).vformat(found, (), values)


def name(group: str, code: object, locale: str) -> str:
    """What a code of our tables is called, or the code itself where the file has no name for it.

    Args:
        group: a table of names: `"language_names"`, `"kinds"`, `"stances"`, `"source_types"` …

    >>> name("language_names", "de", "fr"), name("language_names", "eo", "fr")
    ('allemand', 'eo')
    """
    return str(strings(locale)[group].get(code, code))


def prose(notebook: str, locale: str) -> Mapping[str, str]:
    r"""The Markdown cells of one of our notebooks in another language than its own.

    Args:
        notebook: its name, `"04-quotes"`.

    Returns:
        The name of a cell (its `metadata.name`) → its text; empty for English, in which they are written.

    >>> prose("04-quotes", "fr")["question"].splitlines()[0], prose("04-quotes", "en")
    ('# Comment citent-ils\u202f?', {})
    """
    cells: Mapping[str, str] = strings(locale).get("notebooks", {}).get(notebook, {})
    return cells


def number(value: float, locale: str, digits: int = 0) -> str:
    """A number with the locale's separators, rounded half to even; an en dash where there is none.

    Args:
        value: the number; NaN is none.
        digits: decimals, written even where they are zeros.

    >>> number(1234.56, "en", 1), number(1234.56, "fr", 1), number(float("nan"), "en")
    ('1,234.6', '1\u202f234,6', '–')
    """
    if math.isnan(value):
        return MISSING
    marks = str.maketrans({",": strings(locale)["thousands"], ".": strings(locale)["decimal"]})
    return f"{value:z,.{digits}f}".translate(marks).replace("-", "−")


def percent(share: float, locale: str) -> str:
    """A share of one as a whole percentage; an en dash where there is none.

    What is there, but below half a per cent, is not called zero, and what is not quite all is not called all.

    Args:
        share: from 0 to 1; NaN is none.

    >>> percent(0.256, "en"), percent(0.256, "fr"), percent(0.001, "en"), percent(0.997, "en")
    ('26%', '26\u202f%', '<1%', '>99%')
    """
    if math.isnan(share):
        return MISSING
    whole = round(100 * share)
    # Shares that were added up may miss 0 and 1 by the last digits of a float.
    if whole in {0, 100} and 1e-12 < share < 1 - 1e-12:
        shown = ">99" if whole else "<1"
    else:
        shown = number(whole, locale)
    return str(strings(locale)["percent"].format(shown))


def day(date: dt.date, locale: str, form: str = "date") -> str:
    """A date as the locale writes it; an en dash where there is none.

    Args:
        form: `"date"`, or `"short_date"` without its year.

    >>> day(dt.date(2026, 2, 1), "fr"), day(dt.date(2026, 2, 1), "en", "short_date")
    ('1er février 2026', '1 Feb')
    """
    if date != date:  # noqa: PLR0124 (pandas' NaT is a date that equals nothing, itself included)
        return MISSING
    words = strings(locale)
    first = words["first_day"] if date.day == 1 else str(date.day)
    month, short = words["months"][date.month - 1], words["short_months"][date.month - 1]
    return str(words[form].format(day=first, month=month, short_month=short, year=date.year))


class _Filler(string.Formatter):
    """Fills a sentence in: the text after a field's colon says how its value is written."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value, as the locale writes it."""
        if value is None or isinstance(value, str):
            return str(value)
        if isinstance(value, dt.date):
            return day(value, self.locale, format_spec or "date")
        if format_spec == "%":
            return percent(value, self.locale)
        if format_spec.isalpha():
            return self._counted(value, format_spec)
        return number(value, self.locale, int(format_spec or 0))

    def _counted(self, value: float, noun: str) -> str:
        words = strings(self.locale)
        one, many = words["nouns"][noun]
        # The space does not break, so that a number never parts from what it counts.
        return f"{number(value, self.locale)}\u00a0{one if value in words['singular'] else many}"


_filler = cache(_Filler)
