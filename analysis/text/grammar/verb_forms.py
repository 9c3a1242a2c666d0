"""The inflected forms of a language's reporting verbs."""

from functools import cache
from typing import NamedTuple

from analysis.text.grammar.conjugation import Verb, verbs
from analysis.text.grammar.phrase_list import by_first_word
from analysis.text.grammar.tokens import cut
from analysis.text.lexicon import Lexicon

GAP = "…"
"""What stands in the language file between the two parts of a form."""


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


@cache
def by_two_words(lexicon: Lexicon) -> dict[str, dict[str, list[Form]]]:
    """First word → second word → the forms that may begin so, the longest first; "" → before any other word.

    French has hundreds of forms that begin with `se`, and one look-up leaves two or three.

    >>> from analysis.text import lexicon
    >>> begun = by_two_words(lexicon.load("en"))["made"]
    >>> [form.words for form in begun["clear"]], begun[""]
    ([('made', 'clear')], [])
    """
    return {first: _by_second_word(begun) for first, begun in forms(lexicon).items()}


def _by_second_word(begun: list[Form]) -> dict[str, list[Form]]:
    """Second word → the forms that have it, or may have any; "" → the latter alone."""
    any_word = [one for one in enumerate(begun) if one[1].words[1:2] in ((), (GAP,))]
    made = {"": any_word}
    for number, form in enumerate(begun):
        if (second := form.words[1:2]) not in ((), (GAP,)):
            made.setdefault(second[0], any_word.copy()).append((number, form))
    return {second: [form for _, form in sorted(some)] for second, some in made.items()}


def _printed(verb: Verb, lexicon: Lexicon) -> dict[tuple[str, ...], set[str]]:
    """The words of each form of a verb → its tenses; the lemma is the infinitive."""
    found: dict[tuple[str, ...], set[str]] = {}
    for tense, made in [*verb.forms.items(), ("infinitive", (verb.lemma,))]:
        for form in made:
            found.setdefault(cut(form, lexicon), set()).add(tense)
    return found
