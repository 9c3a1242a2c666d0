"""The inflected forms of the verbs of reporting, made from a lemma and a class of the language file."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from analysis.text.lexicon import Lexicon

NOT_FINITE = {"participle", "gerund", "infinitive"}

Entry = str | Mapping[str, Any]
"""What the file says of a lemma: its class, or a table of `class`, `apart` and tenses written out."""

Classes = Mapping[str, Any]
"""The table `[conjugation]`: class → `lemma` (its ending), `like` (another class), endings by tense."""

Forms = Mapping[str, tuple[str, ...]]
"""Tense → forms."""


class Verb(NamedTuple):
    """A verb of reporting with all its forms but the lemma."""

    lemma: str
    stance: str
    tier: int
    forms: Forms


class Cut(NamedTuple):
    """A lemma in parts: the words before and after its head, the stem, and what `*` stands for."""

    before: str
    stem: str
    between: str
    after: str


@cache
def verbs(lexicon: Lexicon) -> tuple[Verb, ...]:
    """The verbs of a language in the order of its file, conjugated.

    Args:
        lexicon: its tables `[verbs.STANCE.TIER]` list the lemmas, `[conjugation]` the endings.

    >>> from analysis.text import lexicon
    >>> say = next(verb for verb in verbs(lexicon.load("en")) if verb.lemma == "say")
    >>> say.stance, say.tier, say.forms["past"]
    ('neutral', 1, ('said',))
    """
    classes = lexicon.section("conjugation")
    reflexives = frozenset(lexicon.section("grammar").get("reflexives", ()))
    return tuple(
        Verb(lemma, stance, int(tier), conjugate(lemma, entry, classes, reflexives))
        for stance, tiers in lexicon.section("verbs").items()
        for tier, listed in tiers.items()
        for lemma, entry in listed.items()
    )


def conjugate(lemma: str, entry: Entry, classes: Classes, reflexives: frozenset[str] = frozenset()) -> Forms:
    """The forms of a verb by tense: those of its class, and in their stead those that are written out.

    The head of a lemma of several words is the first that ends as the class asks; the others stay.

    Args:
        lemma: the infinitive.
        entry: its class, or a table.
        classes: the endings of each class.
        reflexives: pronouns that a participle does without.

    >>> er = {"lemma": "er", "pres": ["e", "ent"], "participle": ["é"]}
    >>> conjugate("laisser entendre", "er", {"er": er})["pres"]
    ('laisse entendre', 'laissent entendre')
    >>> conjugate("se vanter", {"class": "er", "pres": ["se vante"]}, {"er": er}, frozenset({"se"}))
    {'pres': ('se vante',), 'participle': ('vanté',)}
    """
    table = {"class": entry} if isinstance(entry, str) else entry
    apart, name = table.get("apart", ""), table.get("class")
    made = _of_class(lemma.removeprefix(apart), name, classes, reflexives) if name else {}
    if apart:
        made = {tense: _apart(tense, forms, apart, lemma) for tense, forms in made.items()}
    return {**made, **{tense: tuple(forms) for tense, forms in _tenses(table)}}


def _tenses(table: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """What is written out in a table of a verb or a class: its lists."""
    return [(key, value) for key, value in table.items() if isinstance(value, list)]


def _of_class(lemma: str, name: str, classes: Classes, reflexives: frozenset[str]) -> Forms:
    """The forms of a class, over those of the class it is like."""
    table = classes[name]
    like = _of_class(lemma, table["like"], classes, reflexives) if "like" in table else {}
    cut = _cut(lemma, table.get("lemma", name))
    bare = cut._replace(before="") if cut.before.strip() in reflexives else cut
    own = {
        tense: tuple(_form(ending, bare if tense == "participle" else cut) for ending in endings)
        for tense, endings in _tenses(table)
    }
    return {**like, **own}


def _cut(lemma: str, ending: str) -> Cut:
    found = _pattern(ending).fullmatch(lemma)
    if found is None:
        raise ValueError(f"no word of the verb {lemma!r} ends with {ending!r}, as its class asks")
    return Cut(**found.groupdict(default=""))


@cache
def _pattern(ending: str) -> re.Pattern[str]:
    """A lemma whose head has the ending; `*` in it stands for the letters in between, as few as there are."""
    tail = re.escape(ending).replace(r"\*", "(?P<between>[^ ']+?)")
    between = "" if "*" in ending else "(?P<between>)"
    return re.compile(rf"(?P<before>(?:.*[ '])??)(?P<stem>[^ ']*){tail}{between}(?P<after>(?: .*)?)")


def _form(ending: str, cut: Cut) -> str:
    """The ending after the stem, or around it where `~` says where the stem stands: ge~t."""
    head = ending.replace("~", cut.stem) if "~" in ending else cut.stem + ending
    return cut.before + head.replace("*", cut.between) + cut.after


def _apart(tense: str, forms: Iterable[str], prefix: str, lemma: str) -> tuple[str, ...]:
    """Forms with a prefix that a main clause puts last: teilt … mit, mitteilt; the lemma is no form."""
    joined = [prefix + form for form in forms if prefix + form != lemma]
    return tuple(joined) if tense in NOT_FINITE else (*(f"{form} … {prefix}" for form in forms), *joined)
