"""Names and values: which supplied field makes which column, by the table in archives.toml."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import ftfy

from analysis.formats import cells, dates
from analysis.formats.found import Found, join
from analysis.tables import Article
from analysis.text import lexicon, words

# What UTF-8 leaves when read as Windows-1252 ("Ã©", "â€™") or Windows-1251 ("РїСЂРё"), and stray controls
SUSPECT = re.compile(
    r"""[ÃÂÐÑ] [\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]
    | â€
    | (?: [РС]\S ){4}
    | [\u0080-\u009f]""",
    re.VERBOSE,
)
REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,  # straight quotes would hide who speaks
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
SURROGATES = re.compile("[\ud800-\udfff]")  # half a character, which no file can be written with


class Plan(NamedTuple):
    """Which name makes which column, and which names are carried along under which."""

    fields: Mapping[str, str]
    others: Mapping[str, str]


Row = tuple[Article, dict[str, Any]]
"""An article, and what is carried along beside its columns."""


def articles(records: list[Found]) -> list[Row]:
    """The articles of one file's records; its dates are read together, so that one may explain another."""
    first = dates.order(date for record in records if (date := _date(record)[1]) is not None)
    held = [
        record for record in records if record != Found(record.origin)
    ]  # else a table of ours without rows
    return [_saved(record) if is_saved(record.fields) else _article(record, first) for record in held]


def is_saved(names: Iterable[str]) -> bool:
    """Whether a record has every column of ours: then `write_articles` wrote it, and each cell stands.

    >>> is_saved(["text", "title"]), is_saved(Article._fields)
    (False, True)
    """
    return set(Article._fields) <= set(names)


def _saved(found: Found) -> Row:
    given = {name: cells.plain(found.fields[name]) for name in Article._fields}
    values: dict[str, Any] = {name: None if value is None else str(value) for name, value in given.items()}
    for name in ("text", "raw_text"):
        values[name] = values[name] and words.normalise(values[name])
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
    plan = plan_of(tuple(found.fields))
    given = {column: found.fields[name] for column, name in plan.fields.items()}
    others = {column: found.fields[name] for name, column in plan.others.items()}
    tidied = {
        column: tidy(as_text(given.get(column))) for column in ("outlet", "title", "author", "url", "text")
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
    name = plan_of(tuple(found.fields)).fields.get("text")
    if name:
        return f"no text: {name!r} is empty"
    known = ", ".join(lexicon.shared("archives")["columns"]["text"][:4])
    there = ", ".join(map(repr, [*found.fields][:8])) or "none"
    return f"no text: of the names that mean it ({known} …) none is among the record's: {there}"


def _date(found: Found) -> tuple[str | None, Any]:
    name = plan_of(tuple(found.fields)).fields.get("published")
    value = cells.plain(found.fields[name]) if name else None
    return name, None if isinstance(value, str) and not value.strip() else value


def _published(found: Found, day_first: bool | None) -> tuple[Any, str | None]:
    name, value = _date(found)
    if value is None:
        return None, None
    date = dates.read(value, day_first)
    rule = found.via if ":" in found.via else f"{found.via}:{name}"
    return (date, rule) if date else (None, f"unread: {value}")


@cache
def plan_of(names: tuple[str, ...]) -> Plan:
    """Which of a record's names makes which column: the first in the table's order.

    >>> plan_of(("Body", "text", "problem"))
    Plan(fields={'text': 'text'}, others={'Body': 'Body', 'problem': 'problem_given'})
    """
    plain = {key(name): name for name in reversed(names)}
    table = lexicon.shared("archives")["columns"]
    fields = {
        column: next((plain[key(name)] for name in known if key(name) in plain), "")
        for column, known in table.items()
    }
    language = fields.pop("lang_given")
    fields = {column: name for column, name in fields.items() if name}
    others = [name for name in names if name not in fields.values()]
    return Plan(fields, {name: "lang_given" if name == language else carried(name) for name in others})


def carried(name: str) -> str:
    """The name under which a supplied column is carried: never one of ours.

    >>> carried("page"), carried("problem")
    ('page', 'problem_given')
    """
    return f"{name}_given" if name in Article._fields else name


def field(name: str) -> str | None:
    """The column a supplied name makes, None for a name nobody knows.

    >>> field("Date Published"), field("page")
    ('published', None)
    """
    return _columns().get(key(name))


@cache
def _columns() -> dict[str, str]:
    table = lexicon.shared("archives")["columns"]
    return {key(name): column for column, names in table.items() for name in names}


@cache
def key(name: str) -> str:
    """A name as it is compared: without case, spaces, underscores and punctuation.

    >>> key("date_published") == key("datePublished") == key("Date published")
    True
    """
    return re.sub(r"[\W_]+", "", name.casefold())


def as_text(value: Any) -> str | None:
    """A supplied value as text, None for an empty one.

    >>> as_text(["Ann", "Bob"]), as_text({"name": "Le Matin"}), as_text(" "), as_text(12.0)
    ('Ann, Bob', 'Le Matin', None, '12')
    """
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(as_text, value))) or None
    if isinstance(value, Mapping):
        return as_text(value.get("name"))
    known = cells.plain(value)
    whole = int(known) if isinstance(known, float) and known.is_integer() else known
    text = "" if whole is None else words.normalise(str(whole))
    return text if text.strip() else None


def tidy(text: str | None) -> tuple[str | None, str | None]:
    """A text with its mojibake repaired, quotes and ligatures left as they are, and what was done to it.

    >>> tidy("L’Ã©tÃ©"), tidy("L’été « ﬁni »")
    (('L’été', 'encoding: mojibake repaired'), ('L’été « ﬁni »', None))
    """
    if text is None or not (SUSPECT.search(text) or SURROGATES.search(text)):
        return text, None
    whole = SURROGATES.sub("\ufffd", text)
    fixed = words.normalise(ftfy.fix_text(whole, REPAIR))
    return (
        fixed,
        None
        if fixed == text
        else "encoding: mojibake repaired"
        if fixed != whole
        else "encoding: half characters",
    )


def digest(origin: str, text: str) -> str:
    """The id of an article that brought none.

    >>> digest("one.txt", "Bonjour.")
    '7ea7eb0d08f775a8'
    """
    return hashlib.sha256((origin + text).encode("utf-8", "replace")).hexdigest()[:16]
