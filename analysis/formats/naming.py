"""Which supplied name makes which column, by the table in archives.toml; no two of a record make one."""

import itertools
import re
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.formats import cells
from analysis.tables import Article
from analysis.text import lexicon

CORE = frozenset(Article._fields[: Article._fields.index("section")])
"""The columns of a table as the first version wrote it; what was added since may be missing from a file."""


class Plan(NamedTuple):
    """Which name makes which column, and which names are carried along under which."""

    fields: Mapping[str, str]
    others: Mapping[str, str]


def is_saved(names: Iterable[str]) -> bool:
    """Whether a record has every column of ours: then `write_articles` wrote it, and each cell stands.

    Args:
        names: of a record's fields, or of a file's columns.

    >>> is_saved(["text", "title"]), is_saved(Article._fields)
    (False, True)
    """
    return _is_saved(tuple(names))


@lru_cache(4096)
def _is_saved(names: tuple[str, ...]) -> bool:
    return set(names) >= CORE


@lru_cache(4096)
def plan_of(names: tuple[str, ...]) -> Plan:
    """Which of a record's names makes which column: the first in the table's order.

    Args:
        names: of a record's fields, as the file spells them.

    Returns:
        The plan; what is carried along keeps a column of its own, however alike the names are.

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
    wanted = {name: "lang_given" if name == language else carried(name) for name in others}
    return Plan(fields, _apart(wanted))


def _apart(wanted: Mapping[str, str]) -> dict[str, str]:
    # No two of a record's names become one column: who bears the name keeps it, the other gets a number.
    made: dict[str, str] = {}
    for name, column in sorted(wanted.items(), key=lambda pair: pair[0] != pair[1]):
        made[distinct(column, made)] = name
    columns = {name: column for column, name in made.items()}
    return {name: columns[name] for name in wanted}


def carried(name: str) -> str:
    """The name under which a supplied column is carried: never one of ours.

    Args:
        name: as the file spells it.

    >>> carried("desk"), carried("problem")
    ('desk', 'problem_given')
    """
    return f"{name}_given" if name in Article._fields else cells.whole(name)


def field(name: str) -> str | None:
    """The column a supplied name makes, None for a name nobody knows.

    Args:
        name: as the file spells it.

    Returns:
        A key of `[columns]` in archives.toml: a column of ours, or `lang_given`.

    >>> field("Date Published"), field("desk")
    ('published', None)
    """
    return _columns().get(key(name))


@cache
def _columns() -> dict[str, str]:
    table = lexicon.shared("archives")["columns"]
    return {key(name): column for column, names in table.items() for name in names}


@lru_cache(65536)
def key(name: str) -> str:
    """A name as it is compared: without case, spaces, underscores and punctuation.

    Args:
        name: in any spelling.

    >>> key("date_published") == key("datePublished") == key("Date published")
    True
    """
    return re.sub(r"[\W_]+", "", name.casefold())


def unique(names: Iterable[str]) -> list[str]:
    """Names of columns made distinct, those left empty called by their place.

    Args:
        names: of a header, in its order.

    >>> unique(["a", "", "a"])
    ['a', 'column_2', 'a_2']
    """
    made: dict[str, None] = {}
    for place, name in enumerate(names, 1):
        made[distinct(name.strip() or f"column_{place}", made)] = None
    return list(made)


def distinct(name: str, taken: Container[str]) -> str:
    """A name, or where it is taken the name with the first number that is free.

    Args:
        name: of a column to make.
        taken: the names there are.

    >>> distinct("a", ["b"]), distinct("a", ["a", "a_2"])
    ('a', 'a_3')
    """
    numbered = (f"{name}_{number}" for number in itertools.count(2))
    return name if name not in taken else next(new for new in numbered if new not in taken)


def widened(names: list[str], width: int) -> list[str]:
    """The names of a header for a row that may have more cells than it.

    Args:
        names: of the header, distinct already.
        width: how many cells the row has.

    >>> widened(["a"], 2)
    ['a', 'column_2']
    """
    return names if width <= len(names) else unique([*names, *[""] * (width - len(names))])
