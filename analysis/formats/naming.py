"""Which supplied name makes which column, by the table in archives.toml."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.formats import cells
from analysis.tables import Article
from analysis.text import lexicon


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
    return set(Article._fields) <= set(names)


@lru_cache(4096)
def plan_of(names: tuple[str, ...]) -> Plan:
    """Which of a record's names makes which column: the first in the table's order.

    Args:
        names: of a record's fields, as the file spells them.

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

    Args:
        name: as the file spells it.

    >>> carried("page"), carried("problem")
    ('page', 'problem_given')
    """
    return f"{name}_given" if name in Article._fields else cells.whole(name)


def field(name: str) -> str | None:
    """The column a supplied name makes, None for a name nobody knows.

    Args:
        name: as the file spells it.

    Returns:
        A key of `[columns]` in archives.toml: a column of ours, or `lang_given`.

    >>> field("Date Published"), field("page")
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
