"""Records to articles: what was found under its own names becomes the columns of the articles table."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from analysis.formats import cells, dates, markup, mojibake, naming
from analysis.formats.dates import PLAIN, Reckoning
from analysis.formats.found import NO_ROWS, Found, join, why
from analysis.tables import Article
from analysis.text import lexicon, words

Row = tuple[Article, dict[str, Any]]
"""An article, and what is carried along beside its columns."""

TIDIED = ("outlet", "title", "author", "url", "text", "section", "page", "edition")
GIVEN = ("accession", "text_kind", "interface_lang")
DIGITS = re.compile(r"\d(?:[\d.,' \u00a0\u202f]*\d)?")  # 2,968 words; 2 968 mots


def articles(records: Iterable[Found], how: Reckoning = PLAIN) -> list[Row]:
    """The articles of one file's records; its dates are read together, so that one may explain another.

    Args:
        records: all of one file, and of its members where it is a zip.
        how: what the analyst said of dates.

    Returns:
        One row per record, readable or not, empty or not; none for what stands for a table without rows.

    >>> found = [Found("a.csv#1", {"body": "It rains.", "date": "03/04/2020", "desk": 7}),
    ...          Found("a.csv#2", {"body": "It snows.", "date": "13/04/2020"})]
    >>> [(row.text, str(row.published.date()), others) for row, others in articles(found)]
    [('It rains.', '2020-04-03', {'desk': 7}), ('It snows.', '2020-04-13', {})]
    """
    held = [record for record in records if record.via != NO_ROWS]
    known = dates.order([date for record in held if (date := _date(record)[1]) is not None], how)
    return [_row(record, known) for record in held]


def _row(found: Found, how: Reckoning) -> Row:
    try:
        return _saved(found) if naming.is_saved(found.fields) else _article(found, how)
    except Exception as error:  # noqa: BLE001 - whatever a record holds, the others have their rows
        return unread(found.origin, error)


def unread(origin: str, error: Exception) -> Row:
    """The row of what could not be read.

    Args:
        origin: of the record, or of the file where none of its records is left.
        error: that it ran into.

    >>> unread("a.csv#1", MemoryError())[0].problem
    'too large: it needs more memory than there is'
    """
    return Article(digest(origin, ""), origin, problem=why(error)), {}


def _saved(found: Found) -> Row:
    given = {name: cells.plain(found.fields.get(name)) for name in Article._fields}
    values: dict[str, Any] = {name: None if value is None else str(value) for name, value in given.items()}
    for name in ("text", "raw_text"):
        values[name] = values[name] and words.normalise(values[name])
    values["origin"] = values["origin"] or found.origin
    values["article_id"] = values["article_id"] or digest(values["origin"], values["text"] or "")
    values["published"] = dates.read(given["published"] or "")
    values["lang_prob"] = _number(given["lang_prob"])
    values["words_given"] = _count(given["words_given"])
    others = {name: value for name, value in found.fields.items() if name not in given}
    row = Article(**values)
    return row._replace(problem=join(row.problem, found.problem)), others


def _number(value: Any) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def _count(value: Any) -> int | None:
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    found = DIGITS.search(str(value or ""))
    number = int(re.sub(r"\D", "", found[0])) if found else None
    return number if number is None or number < 2**31 else None


def _article(found: Found, how: Reckoning) -> Row:
    plan = naming.plan_of(tuple(found.fields))
    given = {column: found.fields[name] for column, name in plan.fields.items()}
    others = {column: found.fields[name] for name, column in plan.others.items()}
    tidied = {
        column: mojibake.repair(_as_column(column, given[column])) for column in TIDIED if column in given
    }
    values: dict[str, Any] = {column: value for column, (value, _) in tidied.items()}
    values |= {column: as_text(given[column]) for column in GIVEN if column in given}
    values["words_given"] = _count(given.get("words_given"))
    values["published"], values["published_rule"] = _published(found, how)
    text = values["raw_text"] = values.setdefault("text", None)
    repaired = next((note for _, note in tidied.values() if note), None)
    values["problem"] = join(found.problem, repaired, None if found.problem or text else _textless(found))
    values["text_kind"] = values.get("text_kind") or _kind(text)
    identity = as_text(given.get("article_id")) or digest(found.origin, text or "")
    return Article(identity, found.origin, **values), others


def _as_column(column: str, value: Any) -> str | None:
    text = as_text(value)
    return markup.text(text) if column == "text" and text and markup.is_markup(text) else text


def _kind(text: str | None) -> str | None:
    return text and ("cut" if _cut().search(text[-60:]) else "full")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lexicon.shared('archives')['cut']['ends'])})\s*\Z")


def _textless(found: Found) -> str:
    name = naming.plan_of(tuple(found.fields)).fields.get("text")
    if name:
        return f"no text: {name!r} is empty"
    known = ", ".join(lexicon.shared("archives")["columns"]["text"][:4])
    there = ", ".join(map(repr, [*found.fields][:8])) or "none"
    return f"no text: of the names that mean it ({known} …) none is among the record's: {there}"


def _date(found: Found) -> tuple[str | None, Any]:
    name = naming.plan_of(tuple(found.fields)).fields.get("published")
    value = cells.plain(found.fields[name]) if name else None
    return name, None if _is_no_date(value) else value


def _is_no_date(value: Any) -> bool:
    return isinstance(value, Mapping | Sequence) and not (isinstance(value, str) and value.strip())


def _published(found: Found, how: Reckoning) -> tuple[dt.datetime | None, str | None]:
    name, value = _date(found)
    if value is None:
        return None, None
    date = dates.read(value, how)
    rule = found.via if ":" in found.via else f"{found.via}:{name}"
    return (date, rule) if date else (None, f"unread: {str(value)[:60]}")


def as_text(value: Any) -> str | None:
    """A supplied value as text, None for an empty one.

    Args:
        value: as the file holds it: text, number, list, or a mapping, of which the name is taken.

    >>> as_text(["Ann", "Bob"]), as_text({"name": "Le Matin"}), as_text(" "), as_text(12.0)
    ('Ann, Bob', 'Le Matin', None, '12')
    """
    if isinstance(value, str):
        sound = value.isascii() and "\r" not in value and "\x00" not in value
        text = value if sound else words.normalise(value)
        return text if text and not text.isspace() else None
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(as_text, value))) or None
    if isinstance(value, Mapping):
        return next(
            (as_text(value[name]) for name in lexicon.shared("archives")["json"]["names"] if value.get(name)),
            None,
        )
    known = cells.plain(value)
    whole = int(known) if isinstance(known, float) and known.is_integer() else known
    return None if whole is None else as_text(str(whole))


def digest(origin: str, text: str) -> str:
    """The id of an article that brought none.

    Args:
        origin: file, member and record, as in the `origin` column.
        text: the body; empty where there is none.

    Returns:
        The first 16 hex digits of the sha256 of both.

    >>> digest("one.txt", "Bonjour.")
    '7ea7eb0d08f775a8'
    """
    return hashlib.sha256((origin + text).encode("utf-8", "replace")).hexdigest()[:16]
