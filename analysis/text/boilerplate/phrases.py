"""The phrases of boilerplate.toml, arranged for looking up."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from analysis.text import lexicon

Rule = tuple[str, str]
"""The kind of a line, and what found it."""

Pattern = tuple[re.Pattern[str], Rule]


class Opening(NamedTuple):
    """A phrase that opens a line; a label counts only where the line is not a sentence."""

    phrase: str
    label: bool
    rule: Rule


class Phrases(NamedTuple):
    """The whole file.

    Args:
        exact: key of a whole line → its rule.
        beside: key of a whole line that needs a neighbour → its rule.
        opens: first word → the phrases that begin with it.
        patterns: what is searched in a line, and its rule.
        keep: what marks a byline, a dateline or a credit.
        agencies: names of news agencies, which are credits when they stand alone.
    """

    exact: Mapping[str, Rule]
    beside: Mapping[str, Rule]
    opens: Mapping[str, list[Opening]]
    patterns: list[Pattern]
    keep: list[re.Pattern[str]]
    agencies: frozenset[str]


def key(line: str) -> str:
    """What a line is compared by: no case, no curly apostrophe, no punctuation around it.

    Args:
        line: one line, as the page has it.

    >>> key("» J’aime  ça :")
    "j'aime ça"
    """
    folded = fold(line)
    first, last = re.search(r"\w", folded), re.search(r"\w", folded[::-1])
    return folded[first.start() : len(folded) - last.start()] if first and last else ""


def fold(line: str) -> str:
    """Lower case, straight apostrophes, single spaces, no bullet in front and no blank before a colon.

    Args:
        line: one line, as the page has it.

    >>> fold("→ LIRE AUSSI : les trains")
    'lire aussi: les trains'
    """
    folded = " ".join(line.casefold().replace("’", "'").split())
    return re.sub(r"^[»→►▶•·>*|–—-]+ ?", "", folded).replace(" :", ":")


def first_word(folded: str) -> str:
    """The word by which a phrase that opens a line is looked up.

    Args:
        folded: a line or phrase from fold().

    Returns:
        The word without signs around it, empty where there is none.

    >>> first_word("[read more here]")
    'read'
    """
    match = re.search(r"\w+", folded)
    return match[0] if match else ""


def letters(line: str) -> str:
    """A line from its first letter to its last.

    Args:
        line: one line, as the page has it; capitals stay.

    >>> letters("© AFP 2022")
    'AFP'
    """
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", line)


@cache
def phrases() -> Phrases:
    """The phrases of every kind, compiled once.

    >>> phrases().exact[key("SHARE THIS:")]
    ('share', 'exact: Share this')
    """
    kinds = lexicon.shared("boilerplate")
    keep = [_compiled(pattern) for pattern in kinds["keep"]["pattern"]]
    kinds = {kind: section for kind, section in kinds.items() if kind != "keep"}
    exact, beside = _whole_lines(kinds, "exact"), _whole_lines(kinds, "beside")
    patterns = [_buttons(exact, beside), *_patterns(kinds)]
    return Phrases(exact, beside, _openings(kinds), patterns, keep, _agencies())


def _listed(kinds: Mapping[str, Any], way: str) -> Iterator[tuple[str, int, str]]:
    for kind, section in kinds.items():
        yield from ((kind, number, phrase) for number, phrase in enumerate(section.get(way, []), 1))


def _whole_lines(kinds: Mapping[str, Any], way: str) -> dict[str, Rule]:
    return {key(phrase): (kind, f"{way}: {phrase}") for kind, _, phrase in _listed(kinds, way)}


def _openings(kinds: Mapping[str, Any]) -> dict[str, list[Opening]]:
    found: dict[str, list[Opening]] = {}
    for way in ("opens", "label"):
        for kind, _, phrase in _listed(kinds, way):
            opening = Opening(fold(phrase), way == "label", (kind, f"{way}: {phrase}"))
            found.setdefault(first_word(fold(phrase)), []).append(opening)
    return found


def _patterns(kinds: Mapping[str, Any]) -> Iterator[Pattern]:
    for kind, number, pattern in _listed(kinds, "pattern"):
        yield _compiled(pattern), (kind, f"pattern {number}")


def _buttons(exact: Mapping[str, Rule], beside: Mapping[str, Rule]) -> Pattern:
    """Two share buttons or more on one line: "Facebook X - Twitter Telegram Copiar enlace"."""
    names = [*beside, *(name for name, (kind, _) in exact.items() if kind == "share")]
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    # Atomic and possessive: a line that fails after a hundred buttons fails at once.
    return re.compile(rf"^(?>\W*\b(?:{either})\b\W*){{2,}}+$", re.IGNORECASE), ("share", "several buttons")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def _agencies() -> frozenset[str]:
    entries = lexicon.shared("agencies")["agencies"].values()
    names = (name for entry in entries for name in entry.get("names", []) + entry.get("short", []))
    return frozenset(letters(name) for name in names)
