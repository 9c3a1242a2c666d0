"""The readability formulas: data of each language, evaluated in one line."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis.text import lexicon
from analysis.text.lexicon import Lexicon


class Formula(NamedTuple):
    """One readability formula: a constant and a sum of terms.

    Fields:
        name: author and year
        column: the column of the scores table that holds it; "flesch" is each language's own Flesch
        lang: the language it was fitted on, "any" where it holds for all
        constant: what the sum begins with
        terms: symbol and factor of each term; symbols() says what the symbols mean
        direction: "higher is easier" or "higher is harder"
        source: where it was published
    """

    name: str
    column: str
    lang: str
    constant: float
    terms: Mapping[str, float]
    direction: str
    source: str


def symbols() -> dict[str, str]:
    """The symbols that formulas are written in, and what each means.

    >>> symbols()["WS"]
    'words per sentence'
    """
    found: dict[str, str] = lexicon.shared("formulas")["symbols"]
    return found


def formulas() -> list[Formula]:
    """Every formula there is, those that hold in all languages first.

    >>> [formula.name for formula in formulas()][:2]
    ['lix', 'rix']
    """
    return [
        *valid_for(lexicon.UNDETERMINED),
        *(one for code in lexicon.available() for one in _own(lexicon.load(code))),
    ]


@cache
def valid_for(own: Lexicon) -> tuple[Formula, ...]:
    """The formulas that may be asked in a language: its own, and those of all languages.

    Args:
        own: the language; one without a file has LIX and RIX.

    >>> [formula.name for formula in valid_for(lexicon.load("it"))]
    ['lix', 'rix', 'flesch_vacca_1986', 'gulpease_1988']
    """
    shared = _read(lexicon.shared("formulas")["formulas"], "any")
    return (*shared, *_own(own))


def _own(own: Lexicon) -> list[Formula]:
    return _read(own.section("formulas"), own.code)


def _read(table: Mapping[str, Mapping[str, object]], code: str) -> list[Formula]:
    return [Formula(name, lang=code, **entry) for name, entry in table.items()]  # type: ignore[arg-type]  # TOML


def evaluate(formula: Formula, values: Mapping[str, float]) -> float:
    """The score of a formula.

    Args:
        formula: one of formulas().
        values: symbol → value; an array of values gives an array of scores.

    >>> flesch = next(formula for formula in formulas() if formula.name == "flesch_1948")
    >>> round(evaluate(flesch, {"WS": 10.0, "SW": 1.5}), 3)
    69.785
    """
    return formula.constant + sum(factor * values[symbol] for symbol, factor in formula.terms.items())


def written(formula: Formula) -> str:
    """A formula as a line of text.

    Args:
        formula: one of formulas().

    >>> written(next(formula for formula in formulas() if formula.name == "flesch_1948"))
    '206.835 - 1.015 WS - 84.6 SW'
    """
    signs = {True: "-", False: "+"}
    terms = [f"{signs[factor < 0]} {abs(factor):g} {symbol}" for symbol, factor in formula.terms.items()]
    line = " ".join([f"{formula.constant:g}", *terms] if formula.constant else terms)
    return line.removeprefix("+ ")
