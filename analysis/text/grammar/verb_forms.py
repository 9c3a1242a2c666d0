"""The inflected forms of a language's reporting verbs."""

from functools import cache
from typing import NamedTuple

from analysis.text.grammar.tokens import pattern
from analysis.text.lexicon import Lexicon

TENSES = (
    "pres",
    "impf",
    "past_simple",
    "past",
    "future",
    "conditional",
    "subjunctive",
    "participle",
    "gerund",
    "infinitive",
)


class Form(NamedTuple):
    """One inflected form of a reporting verb."""

    words: tuple[str, ...]
    lemma: str
    stance: str
    tier: int
    tenses: frozenset[str]


@cache
def forms(lexicon: Lexicon) -> dict[str, list[Form]]:
    """First word → the forms that begin with it, the longest first.

    Args:
        lexicon: of the language; the table `[verbs]` holds its lemmas and their tenses.

    >>> from analysis.text import lexicon
    >>> [(" ".join(form.words), form.stance) for form in forms(lexicon.load("en"))["made"]]
    [('made it clear', 'assertive'), ('made clear', 'assertive')]
    """
    found: dict[tuple[tuple[str, ...], str], set[str]] = {}
    facts = {}
    for lemma, entry in lexicon.section("verbs").items():
        facts[lemma] = (entry["stance"], entry["tier"])
        for tense in TENSES:
            for form in entry.get(tense, ()):
                found.setdefault((_words(form, lexicon), lemma), set()).add(tense)
        found.setdefault((_words(lemma, lexicon), lemma), set()).add("infinitive")
    index: dict[str, list[Form]] = {}
    for (printed, lemma), tenses in found.items():
        index.setdefault(printed[0], []).append(Form(printed, lemma, *facts[lemma], frozenset(tenses)))
    for listed in index.values():
        listed.sort(key=lambda form: (-len(form.words), form.tier))
    return index


def _words(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    glued = (
        pattern(lexicon).findall(f"{form}x")[:-1] if form.endswith("'") else pattern(lexicon).findall(form)
    )
    return tuple(word.lower().replace("’", "'") for word in glued)
