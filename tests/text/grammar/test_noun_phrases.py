"""Where noun phrases end: at a verb, at a preposition that ties nothing, never inside a name."""

import pytest

from analysis.text import lexicon
from analysis.text.grammar.noun_phrases import phrase_after, phrase_before, verb_at
from analysis.text.grammar.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "lang", "phrase"),
    [
        ("l'un d'eux part", "fr", "l'un"),
        ("l'un des maires part", "fr", "l'un des maires part"),
        ("le maire de la ville, hier", "fr", "le maire de la ville"),
        ("Ann Roy laughed at Lee", "en", "Ann Roy"),
        ("Roy laughed", "en", "Roy laughed"),
        ("Hans Roy lachte laut", "de", "Hans Roy"),
        ("Hans Roy ad-Din", "de", "Hans Roy ad-Din"),
        ("Agentur dpa", "de", "Agentur dpa"),
        ("le maire de 3 villes", "fr", "le maire"),
        ("the captain of whom", "en", "the captain"),
        ("Jo Roy da Silva", "fr", "Jo Roy da Silva"),
        ("Ada Roy note Jo Blanc", "fr", "Ada Roy"),
        ("very quietly", "en", ""),
    ],
)
def test_a_phrase_read_forwards(text: str, lang: str, phrase: str) -> None:
    tokens = tokenise(text, lexicon.load(lang))
    assert tokens.printed(0, phrase_after(tokens, 0, len(tokens.line))) == phrase


@pytest.mark.parametrize(
    ("text", "lang", "phrase"),
    [
        ("hier le maire de la ville", "fr", "le maire de la ville"),
        ("saw the captain and the mayor", "en", "the mayor"),
        ("saw Ann Lee and Jo Roy", "en", "Ann Lee and Jo Roy"),
        ("saw captain and Roy", "en", "Roy"),
        ("heute das Haus der Kirche", "de", "das Haus der Kirche"),
        ("heute das Haus die Kirche", "de", "die Kirche"),
        ("quietly", "en", None),
    ],
)
def test_a_phrase_read_backwards(text: str, lang: str, phrase: str | None) -> None:
    tokens = tokenise(text, lexicon.load(lang))
    found = phrase_before(tokens, len(tokens.line), 0)
    assert (tokens.printed(*found) if found else None) == phrase


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le maire adjoint hausse les épaules", "hausse"),
        ("Le maire adjoint hausse du ton", None),
        ("Le maire adjoint les épaules", None),
        ("Ada Roy hausse du ton", "hausse"),
    ],
)
def test_the_verb_after_its_subject(text: str, verb: str | None) -> None:
    tokens = tokenise(text, lexicon.load("fr"))
    at = verb_at(tokens, 0, len(tokens.line))
    assert (tokens.lows[at] if at < len(tokens.line) else None) == verb
