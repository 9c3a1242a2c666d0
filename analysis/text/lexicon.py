"""Package data: one TOML file per language, and the lists every language shares."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from analysis.text import schema

PACKAGE = Path(__file__).parents[1]
LANGUAGES = PACKAGE / "languages"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is known of one language, as read from its file.

    Two lexicons are equal only when they are the same object, so that a module may cache what it compiles
    from one (`functools.cache` on a function of a lexicon).

    Args:
        code: BCP 47 primary language, `"fr"`; `"und"` for the lexicon that knows nothing.
        name: the language's English name.
        sections: the file's tables, by name.
        sha256: of the file (and of the analyst's additions), for the signature of a score.
    """

    code: str
    name: str = "undetermined"
    sections: Mapping[str, Any] = field(default_factory=dict, repr=False)
    sha256: str = ""

    def section(self, name: str) -> Mapping[str, Any]:
        """The table `name` of the language file, empty where the file has none.

        >>> load("fr").section("no such table")
        {}
        """
        found: Mapping[str, Any] = self.sections.get(name, {})
        return found


UNDETERMINED = Lexicon("und")
"""The lexicon of a text whose language is unknown or has no file: every section is empty."""


@cache
def available() -> tuple[str, ...]:
    """The languages that have a file.

    >>> "fr" in available() and "en" in available()
    True
    """
    return tuple(sorted(path.stem for path in LANGUAGES.glob("*.toml")))


@cache
def quotable() -> tuple[str, ...]:
    """The languages whose file says how they report speech: verbs and the grammar around them.

    >>> "fr" in quotable() and "en" in quotable()
    True
    """
    known = map(load, available())
    return tuple(one.code for one in known if one.section("verbs") and one.section("grammar"))


def load(code: str, extra: str | Path | None = None) -> Lexicon:
    """The lexicon of a language.

    Args:
        code: a BCP 47 tag; only its primary language counts (`"fr-CA"` reads `fr.toml`).
        extra: a TOML file with the analyst's own words, in the form of the language files: its tables are
            merged into the language's, its lists are appended; its line for a verb stands instead of
            the language's.

    Raises:
        ValueError: for a language without a file, naming those that have one; for a key or a value that no
            language file may hold, naming the file, the key and what was meant.
        FileNotFoundError: for an `extra` that is not there.

    >>> load("fr").name
    'French'
    """
    known = primary(code)
    if known not in available():
        raise ValueError(f"no language file for code={code!r}; there are {', '.join(available())}")
    return _load(known) if extra is None else _extend(_load(known), Path(extra))


@cache
def of_language(lang: str) -> Lexicon:
    """The lexicon of a language; one that knows nothing but its code where there is no file.

    Args:
        lang: a BCP 47 tag; only its primary language counts.

    >>> of_language("fr-CA").name, of_language("nl").section("formulas")
    ('French', {})
    """
    code = primary(lang)
    return load(code) if code in available() else Lexicon(code)


def primary(lang: str) -> str:
    """The primary language of a BCP 47 tag: the languages' files know no regions.

    Args:
        lang: a BCP 47 tag, in capitals or not.

    >>> primary("pt-BR")
    'pt'
    """
    return lang.partition("-")[0].lower()


@cache
def _load(code: str) -> Lexicon:
    raw = (LANGUAGES / f"{code}.toml").read_bytes()
    sections = tomllib.loads(raw.decode())
    schema.check(sections, f"{code}.toml")
    return Lexicon(code, sections["name"], sections, hashlib.sha256(raw).hexdigest())


def _extend(lexicon: Lexicon, extra: Path) -> Lexicon:
    raw = extra.read_bytes()
    added = tomllib.loads(raw.decode())
    schema.check(added, extra.name, lexicon.sections)
    sections = merge(_without(lexicon.sections, added.get("verbs", {})), added)
    digest = hashlib.sha256(lexicon.sha256.encode() + raw).hexdigest()
    return Lexicon(lexicon.code, lexicon.name, sections, digest)


def _without(sections: Mapping[str, Any], verbs: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tables without the verbs that are given anew."""
    given = {lemma for tiers in verbs.values() for listed in tiers.values() for lemma in listed}
    kept = {
        stance: {
            tier: {key: listed[key] for key in listed if key not in given} for tier, listed in tiers.items()
        }
        for stance, tiers in sections.get("verbs", {}).items()
    }
    return {**sections, "verbs": kept}


def merge(old: Any, new: Any) -> Any:
    """Tables merged key by key, lists appended, anything else replaced by the new value.

    Args:
        old: a table, a list or a value.
        new: what is laid over it; neither is changed.

    >>> merge({"a": [1], "b": {"c": 2}}, {"a": [3], "b": {"d": 4}})
    {'a': [1, 3], 'b': {'c': 2, 'd': 4}}
    """
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return {**old, **{key: merge(old[key], value) if key in old else value for key, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return old + new
    return new


@cache
def shared(name: str) -> dict[str, Any]:
    """A list that every language shares: `agencies`, `archives`, `boilerplate`, `countries`, `source_types`.

    Args:
        name: of a TOML file of the package, without the ending; `formulas`, `siblings` and `locales/fr` too.

    Returns:
        The same object to all who ask, so nobody may change it.

    >>> "columns" in shared("archives")
    True
    """
    return tomllib.loads((PACKAGE / f"{name}.toml").read_text(encoding="utf-8"))
