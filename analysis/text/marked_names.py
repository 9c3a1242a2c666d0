"""A name put in quote marks: `the mayor, “Ada Roy”, said`. It is read as if the marks were not there."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.text.grammar.tokens import lowered
from analysis.text.grammar.verb_forms import forms
from analysis.text.grammar.word_lists import endings, switch, words
from analysis.text.lexicon import Lexicon

WORDS = r"[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+){1,2}"
MARKED = re.compile(rf"«\s?({WORDS})\s?»|[“„]({WORDS})[”“]|\"({WORDS})\"")
"""Two or three words between marks, no comma or full stop among them."""

BEFORE = re.compile(r"[^.:;!?,()«»“”„\"\n]*(?P<comma>,?)\s\Z")
SPOKEN = re.compile(r"[«»”“\"]\s?,?\s(?:[\w’'-]+,?\s){1,7}\Z")
"""The verb that follows other words in marks, its subject to come: `“Yes,” | said the baker “Ada Roy”`."""

OPENS = re.compile(r"(?:\A|[\n,.!?] ?)\Z")
FOLLOWS = re.compile(r"(?:\s[^\W\d_]+(?:['’][^\W\d_]+)?){1,4}")
"""The words after the marks of a subject, no sign before them: `“Ada Roy” | said that she`."""

NAMED = re.compile(r"([^\W\d_]+),?\s([^\W\d_]+)\s\Z")
APPOSED = re.compile(r",\s([^,.;:()«»“”„\"\n]{3,80})[,.]")
WORD = re.compile(r"[^\W\d_][\w-]*['’]?")
AUXILIARIES = ("words.be", "words.have", "words.modals")
CLAUSE = ("words.subjects", *AUXILIARIES, "words.finite")
"""Words that no apposition has."""

NEAR, OFFICE = 60, 6
"""Code points before the marks that are looked at, and words among which the office must be."""


def spans(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where the marks around a name stand: code points of the opening one and after the closing one.

    >>> from analysis.text import lexicon
    >>> text = "The mayor, “Ada Roy”, left. “Stop Roy”, he said."
    >>> [text[start:end] for start, end in spans(text, lexicon.load("en"))]
    ['“Ada Roy”']
    """
    for found in MARKED.finditer(text):
        name = found[found.lastindex or 0]
        if all(word[0].isupper() for word in name.split()) and _is_name(text, found, name, lexicon):
            yield found.span()


def _is_name(text: str, found: "re.Match[str]", name: str, lexicon: Lexicon) -> bool:
    """Whether the article tells that marked words are somebody's name, there or beside them."""
    if not words(lexicon, "words.determiners").isdisjoint(lowered(name).split()):
        return False
    near = text[max(0, found.start() - NEAR) : found.start()]
    if _speaks(near, lexicon) or _opens_clause(text, found, near, lexicon):
        return True
    unmarked = re.search(rf"(?<![«“„\"])(?<![«“„\"]\s)\b{re.escape(name)}\b", text)
    return not _is_byname(near, lexicon) and (
        unmarked is not None or _has_office(near, lexicon) or _is_apposed(text, found, lexicon)
    )


def _has_office(near: str, lexicon: Lexicon) -> bool:
    """Whether an office and no verb stands before the marks: `the rector of the school, | “Ada Roy”`."""
    before = BEFORE.search(near)
    last = _words(before.group())[-OFFICE:] if before else []
    governed = bool(last) and last[-1] in words(lexicon, "words.prepositions") | words(lexicon, "named")
    return any(_is_office(word, lexicon) for word in last) and not governed and not _reports(last, lexicon)


def _speaks(near: str, lexicon: Lexicon) -> bool:
    """Whether the subject of a verb that follows words in marks is to come."""
    spoken = SPOKEN.search(near)
    return spoken is not None and _reports(_words(spoken.group()), lexicon)


def _opens_clause(text: str, found: "re.Match[str]", near: str, lexicon: Lexicon) -> bool:
    """Whether marks open a clause as its subject: `“Ada Roy” | read it`, not `“Stop Roy” | said Lee`."""
    after = FOLLOWS.match(text, found.end()) if OPENS.search(near) else None
    told = after.group().split() if after else [""]
    verb = next((at for at, word in enumerate(told) if _is_verb(lowered(word), lexicon)), len(told))
    subject = "".join(told[verb + 1 : verb + 2])
    turned = subject[:1].isupper() or lowered(subject) in _subjects(lexicon)
    hyphen = after is not None and text[after.end() : after.end() + 1] == "-"  # dit-elle
    return told[0][:1].islower() and not (turned or hyphen)


@cache
def _subjects(lexicon: Lexicon) -> frozenset[str]:
    """Words that open a subject."""
    return words(lexicon, "words.determiners") | words(lexicon, "words.subjects")


def _is_byname(near: str, lexicon: Lexicon) -> bool:
    """Whether another name, no place, stands before the marks: `met Ada Roy | “Lucky Jack”`."""
    before = None if switch(lexicon, "mentions.capitalised_nouns") else NAMED.search(near)
    if before is None or not before[2].istitle() or _is_office(lowered(before[2]), lexicon):
        return False
    return lowered(before[1]) not in words(lexicon, "words.prepositions")


def _is_apposed(text: str, found: "re.Match[str]", lexicon: Lexicon) -> bool:
    """Whether a relative clause follows, or an apposition without a verb: `“Ada Roy”, | a baker,`."""
    told = APPOSED.match(text, found.end())
    after = _words(told[1]) if told else []
    if not words(lexicon, "words.relatives").isdisjoint(after[:1]):
        return True
    clause = any(not words(lexicon, name).isdisjoint(after) for name in CLAUSE)
    return bool(after) and not clause and not _reports(after, lexicon)


def _is_office(low: str, lexicon: Lexicon) -> bool:
    offices = words(lexicon, "mentions.roles") | words(lexicon, "mentions.titles")
    return low in offices or low.endswith(endings(lexicon, "mentions.role_endings"))


def _is_verb(low: str, lexicon: Lexicon) -> bool:
    """Whether a word may report, and is no auxiliary."""
    return low in forms(lexicon) and all(low not in words(lexicon, name) for name in AUXILIARIES)


def _reports(some: list[str], lexicon: Lexicon) -> bool:
    return not forms(lexicon).keys().isdisjoint(some)


def _words(text: str) -> list[str]:
    return [lowered(word) for word in WORD.findall(text)]
