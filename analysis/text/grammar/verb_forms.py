"""The inflected forms of a language's reporting verbs."""

from functools import cache
from typing import NamedTuple

from analysis.text.grammar.conjugation import Verb, verbs
from analysis.text.grammar.phrase_list import by_first_word
from analysis.text.grammar.tokens import cut
from analysis.text.lexicon import Lexicon


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
        lexicon: of the language.

    >>> from analysis.text import lexicon
    >>> [(" ".join(form.words), form.stance) for form in forms(lexicon.load("en"))["made"]]
    [('made it clear', 'assertive'), ('made clear', 'assertive')]
    """
    made = [
        Form(printed, verb.lemma, verb.stance, verb.tier, frozenset(tenses))
        for verb in verbs(lexicon)
        for printed, tenses in _printed(verb, lexicon).items()
    ]
    return by_first_word(sorted(made, key=lambda form: form.tier), lambda form: form.words)


def _printed(verb: Verb, lexicon: Lexicon) -> dict[tuple[str, ...], set[str]]:
    """The words of each form of a verb → its tenses; the lemma is the infinitive."""
    found: dict[tuple[str, ...], set[str]] = {}
    for tense, made in [*verb.forms.items(), ("infinitive", (verb.lemma,))]:
        for form in made:
            found.setdefault(cut(form, lexicon), set()).add(tense)
    return found
