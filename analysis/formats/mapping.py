"""Records to articles: what was found under its own names becomes the columns of the articles table."""

import hashlib
from collections.abc import Mapping
from typing import Any

from analysis.formats import cells, dates, mojibake, naming
from analysis.formats.found import NO_ROWS, Found, join
from analysis.tables import Article
from analysis.text import lexicon, words

Row = tuple[Article, dict[str, Any]]
"""An article, and what is carried along beside its columns."""


def articles(records: list[Found]) -> list[Row]:
    """The articles of one file's records; its dates are read together, so that one may explain another.

    Args:
        records: all of one file, and of its members where it is a zip.

    Returns:
        One row per record, readable or not, empty or not; none for what stands for a table without rows.

    >>> found = [Found("a.csv#1", {"body": "It rains.", "date": "03/04/2020", "page": 7}),
    ...          Found("a.csv#2", {"body": "It snows.", "date": "13/04/2020"})]
    >>> [(row.text, str(row.published.date()), others) for row, others in articles(found)]
    [('It rains.', '2020-04-03', {'page': 7}), ('It snows.', '2020-04-13', {})]
    """
    first = dates.order(date for record in records if (date := _date(record)[1]) is not None)
    held = [record for record in records if record.via != NO_ROWS]
    return [_saved(record) if naming.is_saved(record.fields) else _article(record, first) for record in held]


def _saved(found: Found) -> Row:
    given = {name: cells.plain(found.fields[name]) for name in Article._fields}
    values: dict[str, Any] = {name: None if value is None else str(value) for name, value in given.items()}
    for name in ("text", "raw_text"):
        values[name] = values[name] and words.normalise(values[name])
    values["origin"] = values["origin"] or found.origin
    values["article_id"] = values["article_id"] or digest(values["origin"], values["text"] or "")
    values["published"] = dates.read(given["published"] or "")
    values["lang_prob"] = _number(given["lang_prob"])
    others = {name: value for name, value in found.fields.items() if name not in given}
    row = Article(**values)
    return row._replace(problem=join(row.problem, found.problem)), others


def _number(value: Any) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def _article(found: Found, day_first: bool | None) -> Row:
    plan = naming.plan_of(tuple(found.fields))
    given = {column: found.fields[name] for column, name in plan.fields.items()}
    others = {column: found.fields[name] for name, column in plan.others.items()}
    tidied = {
        column: mojibake.repair(as_text(given.get(column)))
        for column in ("outlet", "title", "author", "url", "text")
    }
    values: dict[str, Any] = {column: value for column, (value, _) in tidied.items()}
    published, rule = _published(found, day_first)
    repaired = next((note for _, note in tidied.values() if note), None)
    problem = join(found.problem, repaired, None if found.problem or values["text"] else _textless(found))
    identity = as_text(given.get("article_id")) or digest(found.origin, values["text"] or "")
    row = Article(
        identity,
        found.origin,
        **values,
        raw_text=values["text"],
        published=published,
        published_rule=rule,
        problem=problem,
    )
    return row, others


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
    return name, None if isinstance(value, str) and not value.strip() else value


def _published(found: Found, day_first: bool | None) -> tuple[Any, str | None]:
    name, value = _date(found)
    if value is None:
        return None, None
    date = dates.read(value, day_first)
    rule = found.via if ":" in found.via else f"{found.via}:{name}"
    return (date, rule) if date else (None, f"unread: {str(value)[:60]}")


def as_text(value: Any) -> str | None:
    """A supplied value as text, None for an empty one.

    Args:
        value: as the file holds it: text, number, list, or a mapping, of which the `name` is taken.

    >>> as_text(["Ann", "Bob"]), as_text({"name": "Le Matin"}), as_text(" "), as_text(12.0)
    ('Ann, Bob', 'Le Matin', None, '12')
    """
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(as_text, value))) or None
    if isinstance(value, Mapping):
        return as_text(value.get("name"))
    known = value if isinstance(value, str) else cells.plain(value)
    whole = int(known) if isinstance(known, float) and known.is_integer() else known
    text = "" if whole is None else words.normalise(str(whole))
    return text if text.strip() else None


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
