"""Whether a language file holds what `schema.toml` says it may; a slip is named when the file is loaded."""

import difflib
import graphlib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "schema.toml"
ANY = "*"
GENDERS, NUMBERS = frozenset({"f", "m", "n", ""}), frozenset({"singular", "plural", ""})

KINDS: dict[str, tuple[str, Any]] = {
    "text": ("a text", str),
    "switch": ("true or false", bool),
    "count": ("a whole number", int),
    "number": ("a number", float | int),
    "words": ("a list of texts", [str]),
    "counts": ("a list of whole numbers", [int]),
    "letters": ("a text or a list", str | list),
    "pairs": ("a list of pairs [text, text]", [(str, str)]),
    "endings": ("a list of [pattern, text, syllables]", [(str, str, int)]),
    "agreement": ('[gender, number]: ["f", "m", "n" or "", "singular", "plural" or ""]', (GENDERS, NUMBERS)),
}
"""Kind of value → what a message calls it, and its shape: a type, members, `[each]` or `(first, second)`."""

Table = dict[str, Any]


@cache
def language() -> Table:
    """Section → key → kind or table, of every language file; `"*"` stands for any key.

    >>> language()["marks"]
    {'pairs': 'pairs', 'dash_turns': 'switch', 'apostrophes': 'words'}
    """
    return _keys(tomllib.loads(FILE.read_text(encoding="utf-8")))


def _keys(table: Table) -> Table:
    """Key → kind, of a table of kind → keys, and so of the tables in it."""
    found: Table = {}
    for name, held in table.items():
        nested = isinstance(held, dict)
        found |= dict.fromkeys(name.split(), _keys(held)) if nested else dict.fromkeys(held, name)
    return found


def check(tables: Mapping[str, Any], file: str, known: Mapping[str, Any] | None = None) -> None:
    """Whether a language file holds what it may.

    Args:
        tables: of the file, or of an analyst's additions.
        file: its name, for the message.
        known: the tables of the language that they are added to, whose classes their verbs may use.

    Raises:
        ValueError: for each slip, with file, section, key and what was meant.

    >>> check({"grammar": {"label_verb": ["call"]}}, "my.toml")
    Traceback (most recent call last):
    ValueError: my.toml: [grammar] has no key "label_verb"; meant "label_verbs"?
    """
    classes = {**(known or {}).get("conjugation", {}), **tables.get("conjugation", {})}
    slips = [*_slips(tables, language())] or [*_class_slips(classes), *_verb_slips(tables, classes)]
    if slips:
        raise ValueError("\n".join(f"{file}: {slip}" for slip in slips))


def _slips(value: Any, wanted: Table | str, *path: str) -> Iterator[str]:
    """What in a table, and in those inside it, is not as the file of keys wants it."""
    if isinstance(wanted, str):
        called, shape = KINDS[wanted]
        if not _fits(value, shape):
            yield f"{_place(path)} must be {called}, not {value!r:.60}"
    elif isinstance(value, dict):
        for key, inner in value.items():
            if kind := wanted.get(key, wanted.get(ANY)):
                yield from _slips(inner, kind, *path, key)
            else:
                yield f"{_table(path)} has no {_meant(key, wanted, 'key')}{_hint(path)}"
    elif "class" not in wanted or not isinstance(value, str):
        may_be = "a class or a table" if "class" in wanted else "a table"
        yield f"{_place(path)} must be {may_be}{_hint(path)}, not {value!r:.60}"


def _fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, frozenset):
        return isinstance(value, str) and value in shape
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(one, shape[0]) for one in value)
    if isinstance(shape, tuple):
        return isinstance(value, list) and len(value) == len(shape) and all(map(_fits, value, shape))
    return isinstance(value, shape) and (shape is bool or not isinstance(value, bool))


def _place(path: tuple[str, ...]) -> str:
    return f'{_table(path[:-1])} "{path[-1]}"' if path[1:] else f"[{path[0]}]"


def _table(path: tuple[str, ...]) -> str:
    return f"[{'.'.join(path)}]" if path else "the file"


def _meant(key: str, known: Collection[str], noun: str) -> str:
    """The key, and the one meant: that which resembles it, or all there are."""
    near = difflib.get_close_matches(key, known, 1)
    return f'{noun} "{key}"; ' + (f'meant "{near[0]}"?' if near else f"there are {', '.join(known)}")


def _hint(path: tuple[str, ...]) -> str:
    """What an analyst who adds a verb may have missed."""
    wrong = path[:1] == ("verbs",) and len(path) < 3
    return " (a verb stands in a block of its stance and tier, [verbs.neutral.2])" if wrong else ""


def _class_slips(classes: Mapping[str, Any]) -> Iterator[str]:
    """Classes that are like one that is not there, or in the end like themselves."""
    like = {name: [table["like"]] for name, table in classes.items() if "like" in table}
    for name, (other,) in like.items():
        if other not in classes:
            yield f"[conjugation.{name}] has no {_meant(other, classes, 'class')}"
    try:
        graphlib.TopologicalSorter(like).prepare()
    except graphlib.CycleError as error:
        yield f"[conjugation.{error.args[1][0]}] is like itself: {' → '.join(reversed(error.args[1]))}"


def _verb_slips(tables: Mapping[str, Any], classes: Mapping[str, Any]) -> Iterator[str]:
    """Verbs in two blocks, and those that cannot be conjugated."""
    blocks: dict[str, str] = {}
    for stance, tiers in tables.get("verbs", {}).items():
        for tier, listed in tiers.items():
            block = _table(("verbs", stance, tier))
            for lemma, entry in listed.items():
                first = blocks.setdefault(lemma, block)
                twice = f"stands in {first} too" if first != block else ""
                if slip := twice or _verb_slip(lemma, entry, classes):
                    yield f'{block} "{lemma}" {slip}'


def _verb_slip(lemma: str, entry: str | Table, classes: Mapping[str, Any]) -> str:
    """Why a verb cannot be conjugated, empty where it can."""
    table = {"class": entry} if isinstance(entry, str) else entry
    name = table.get("class")
    if name is None:
        return "" if table.keys() - {"apart"} else "has neither a class nor forms"
    if name not in classes:
        return f"has no {_meant(name, classes, 'class')}"
    ending = classes[name].get("lemma", name).rpartition(ANY)[2]  # grammar/conjugation.py knows what * may be
    if not any(word.endswith(ending) for word in re.split("[ ']", lemma)):
        return f'does not end as class "{name}" asks'
    return "" if lemma.startswith(table.get("apart", "")) else f'does not begin with "{table["apart"]}"'
