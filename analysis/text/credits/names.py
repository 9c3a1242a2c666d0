"""The names of agencies and the words of a credit, from agencies.toml."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis.text import lexicon

# AFP/Reuters · AFP et Reuters · Le Courrier avec AFP
JOINED = r"\s*[/,;&+|()]\s*|\s+(?:et|and|und|y|e|и|avec|with|mit|con|com)\s+"


def agencies(printed: str, city: str | None, framed: bool) -> list[str | None]:
    """The agencies among names joined by slashes, commas or "and"; None for a name that two of them bear.

    Args:
        printed: the names, as they stand in the text.
        city: the city of the dateline, which may tell two agencies of one name apart.
        framed: whether ambiguous short names count.

    >>> agencies("AFP et Reuters", None, framed=True), agencies("MAP", None, framed=False)
    (['afp', 'reuters'], [])
    >>> agencies("APS", "Dakar", framed=True), agencies("APS", None, framed=True)
    (['aps_sn'], [None])
    """
    known = [_ids(part, framed) for part in re.split(JOINED, printed)]
    return list(dict.fromkeys(_one(ids, city) for ids in known if ids))


def _ids(printed: str, framed: bool) -> list[str]:
    """The agencies of one name, with or without an article and quotation marks: ИА «Регнум»."""
    name = printed.strip(_AROUND)
    bare = re.sub("^" + frame("article"), "", name).strip(_AROUND)
    return _names(framed).get(name) or _names(framed).get(bare, [])


_AROUND = ' .«»"“”„'


def _one(ids: list[str], city: str | None) -> str | None:
    """The agency a name stands for, told by the city where several bear it."""
    if len(ids) > 1:
        ids = [id_ for id_ in ids if (city or "").casefold() in map(str.casefold, _entries()[id_]["cities"])]
    return ids[0] if len(ids) == 1 else None


@cache
def _names(framed: bool) -> dict[str, list[str]]:
    """Name → the agencies that bear it; as written, in capitals, acronyms in small letters too (afp)."""
    found: dict[str, list[str]] = {}
    for id_, entry in _entries().items():
        sure, short = entry.get("names", []), entry.get("short", [])
        small = [name.lower() for name in sure if name.isupper()]
        for name in {*sure, *map(str.upper, sure), *small, *(short if framed else [])}:
            found.setdefault(name, []).append(id_)
    return found


def frame(name: str) -> str:
    """The words of a frame, as one alternative that ignores case.

    Args:
        name: a list of `[frames]` in agencies.toml: "with", "label", "byline", "article" or "relay".

    >>> re.match(frame("byline"), "Par AFP")[0], re.match(frame("with"), "mit Material von dpa")[0]
    ('Par', 'mit Material von')
    """
    words: list[str] = lexicon.shared("agencies")["frames"][name]
    return rf"(?ix:{'|'.join(words)})"


def either() -> str:
    """Every sure name, as one alternative.

    >>> re.findall(either(), "selon l'AFP et Reuters, mais pas AP")
    ['AFP', 'Reuters']
    """
    names = sorted(_names(framed=False), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, names)) + ")"


def signatures() -> dict[str, str]:
    """Agency → the form of credit that only it uses.

    >>> line = "(Reporting by Ada Roy; editing by Luc Arnel)"
    >>> [id_ for id_, form in signatures().items() if re.search(form, line, re.VERBOSE | re.IGNORECASE)]
    ['reuters']
    """
    return {id_: entry["signature"] for id_, entry in _entries().items() if "signature" in entry}


def _entries() -> Mapping[str, Any]:
    entries: Mapping[str, Any] = lexicon.shared("agencies")["agencies"]
    return entries
