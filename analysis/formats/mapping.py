"""Names: which supplied field makes which column, by the table in archives.toml."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from analysis.formats import dates
from analysis.formats.found import Found, join
from analysis.tables import Article
from analysis.text import lexicon, words


class Plan(NamedTuple):
    """Which name makes which column, and which names are carried along under which."""

    fields: Mapping[str, str]
    others: Mapping[str, str]


def article(found: Found) -> tuple[Article, dict[str, Any]]:
    """The article of a record, and the fields that are carried along."""
    plan = plan_of(tuple(found.fields))
    given = {field: found.fields[name] for field, name in plan.fields.items()}
    others = {column: found.fields[name] for name, column in plan.others.items()}
    said = {field: as_text(given.get(field)) for field in ("outlet", "title", "author", "url")}
    published, rule = _published(found, plan)
    text = as_text(given.get("text"))
    problem = found.problem or (None if text else "no text")
    key = as_text(given.get("article_id")) or digest(found.origin, text or "")
    return Article(key, found.origin, **said, published=published, published_rule=rule, text=text,
                   raw_text=text, problem=problem), others  # fmt: skip


def _published(found: Found, plan: Plan) -> tuple[Any, str | None]:
    name = plan.fields.get("published")
    value = found.fields[name] if name else None
    if value is None or not str(value).strip():
        return None, None
    date = dates.read(value)
    return (date, f"{found.via}:{name}") if date else (None, f"unread: {value}")


@cache
def plan_of(names: tuple[str, ...]) -> Plan:
    """Which of a record's names makes which column: the first in the table's order.

    >>> plan_of(("Body", "text", "page"))
    Plan(fields={'text': 'text'}, others={'Body': 'Body', 'page': 'page'})
    """
    plain = {key(name): name for name in reversed(names)}
    fields = {}
    for field_, known in lexicon.shared("archives")["columns"].items():
        first = next((plain[key(name)] for name in known if key(name) in plain), None)
        if first is not None:
            fields[field_] = first
    language = fields.pop("lang_given", None)
    used = set(fields.values())
    others = {name: "lang_given" if name == language else carried(name) for name in names if name not in used}
    return Plan(fields, others)


def carried(name: str) -> str:
    """The name under which a supplied column is carried: another than those we make.

    >>> carried("page"), carried("problem")
    ('page', 'problem_given')
    """
    return f"{name}_given" if name in Article._fields else name


@cache
def known_names() -> dict[str, str]:
    """Every known name in its comparable form, and the column it makes."""
    table = lexicon.shared("archives")["columns"]
    return {key(name): field for field, names in reversed(table.items()) for name in names}


def field(name: str) -> str | None:
    """The column a supplied name makes, None for a name nobody knows.

    >>> field("Date Published"), field("page")
    ('published', None)
    """
    return known_names().get(key(name))


@cache
def key(name: str) -> str:
    """A name as it is compared: without case, spaces, underscores and punctuation.

    >>> key("date_published") == key("datePublished") == key("Date published")
    True
    """
    return re.sub(r"[\W_]+", "", name.casefold())


def as_text(value: Any) -> str | None:
    """A supplied value as text, None for an empty one.

    >>> as_text(["Ann", "Bob"]), as_text({"name": "Le Matin"}), as_text(" ")
    ('Ann, Bob', 'Le Matin', None)
    """
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(as_text, value))) or None
    if isinstance(value, Mapping):
        return as_text(value.get("name"))
    text = "" if value is None or value != value else words.normalise(str(value))  # NaN is not itself
    return text if text.strip() else None


def digest(origin: str, text: str) -> str:
    """The id of an article that brought none.

    >>> digest("one.txt", "Bonjour.")
    '7ea7eb0d08f775a8'
    """
    return hashlib.sha256((origin + text).encode("utf-8", "replace")).hexdigest()[:16]
