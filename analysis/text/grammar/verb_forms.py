"""The inflected forms of a language's reporting verbs."""

from functools import cache
from typing import NamedTuple

from analysis.text.grammar.conjugation import Verb, verbs
from analysis.text.grammar.tokens import pattern
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
    index: dict[str, list[Form]] = {}
    for verb in verbs(lexicon):
        for printed, tenses in _printed(verb, lexicon).items():
            form = Form(printed, verb.lemma, verb.stance, verb.tier, frozenset(tenses))
            index.setdefault(printed[0], []).append(form)
    for listed in index.values():
        listed.sort(key=lambda form: (-len(form.words), form.tier))
    return index


def _printed(verb: Verb, lexicon: Lexicon) -> dict[tuple[str, ...], set[str]]:
    """The words of each form of a verb → its tenses; the lemma is the infinitive."""
    found: dict[tuple[str, ...], set[str]] = {}
    for tense, made in [*verb.forms.items(), ("infinitive", (verb.lemma,))]:
        for form in made:
            found.setdefault(_words(form, lexicon), set()).add(tense)
    return found


def _words(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    glued = (
        pattern(lexicon).findall(f"{form}x")[:-1] if form.endswith("'") else pattern(lexicon).findall(form)
    )
    return tuple(word.lower().replace("’", "'") for word in glued)
