"""The inflected forms of a language's reporting verbs."""

from functools import cache
from typing import NamedTuple

from analysis.text.grammar.phrase_list import by_first_word
from analysis.text.grammar.tokens import cut
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
                found.setdefault((cut(form, lexicon), lemma), set()).add(tense)
        found.setdefault((cut(lemma, lexicon), lemma), set()).add("infinitive")
    made = [
        Form(printed, lemma, *facts[lemma], frozenset(tenses)) for (printed, lemma), tenses in found.items()
    ]
    return by_first_word(sorted(made, key=lambda form: form.tier), lambda form: form.words)
