"""Mentions: forms, names without their titles, agreement."""

from itertools import pairwise

import pytest

from analysis.text import lexicon, mentions
from analysis.text.grammar.tokens import tokenise


def only(text: str, language: str) -> mentions.Mention:
    tokens = tokenise(text, lexicon.load(language))
    return mentions.describe(tokens, 0, len(tokens.starts))


@pytest.mark.parametrize(
    ("text", "language", "form", "name"),
    [
        ("Le président Jean Dupont", "fr", "name", "Jean Dupont"),
        ("M. Charles de Gaulle", "fr", "name", "Charles de Gaulle"),
        ("Sen. Ann Lee", "en", "name", "Ann Lee"),
        ("Ann Lee, head of the union", "en", "name", "Ann Lee"),
        ("la ministre", "fr", "role", ""),
        ("un proche de Jean Dupont", "fr", "role", ""),
        ("a spokesman for Ann Lee", "en", "role", ""),
        ("les riverains", "fr", "group", ""),
        ("the police", "en", "group", ""),
        ("un rapport", "fr", "document", ""),
        ("elle", "fr", "pronoun", ""),
        ("they", "en", "pronoun", ""),
        ("die Delegierte", "de", "role", ""),
        ("Delegierte", "de", "name", "Delegierte"),
    ],
)
def test_form_and_name(text: str, language: str, form: str, name: str) -> None:
    found = only(text, language)
    assert (found.form, found.name) == (form, name)


@pytest.mark.parametrize(
    ("text", "language", "agreement"),
    [
        ("la ministre", "fr", ("f", "singular")),
        ("les ministres", "fr", ("", "plural")),
        ("il", "fr", ("m", "singular")),
        ("Mrs. Lee", "en", ("f", "singular")),
        ("they", "en", ("", "plural")),
    ],
)
def test_gender_and_number_as_the_words_show_them(
    text: str, language: str, agreement: tuple[str, str]
) -> None:
    found = only(text, language)
    assert (found.gender, found.number) == agreement


def test_mentions_come_in_order_and_do_not_overlap() -> None:
    text = "Le maire Paul Vasseur a vu la ministre. Elle a parlé aux riverains."
    found = mentions.find(text, lexicon.load("fr"))
    assert [text[m.start : m.end] for m in found][:3] == ["Le maire Paul Vasseur", "la ministre", "Elle"]
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "language", "mentioned"),
    [
        ("Ada Roy accueille Jo Blanc.", "fr", ["Ada Roy", "Jo Blanc"]),
        ("Mme Roy salue M. Blanc.", "fr", ["Mme Roy", "M. Blanc"]),
        ("Ann Lee welcomed Jo Blanc.", "en", ["Ann Lee", "Jo Blanc"]),
        ("Ada Roy de Lor", "fr", ["Ada Roy de Lor"]),
        ("Omar Ali bin Said", "en", ["Omar Ali bin Said"]),
        ("Port Roy mayor Ann Lee", "en", ["Port Roy mayor Ann Lee"]),
        (
            "le ministre de l'Éducation nationale Luc Arnel",
            "fr",
            ["le ministre de l'Éducation nationale Luc Arnel"],
        ),
    ],
)
def test_a_verb_parts_two_names_and_a_particle_or_role_does_not(
    text: str, language: str, mentioned: list[str]
) -> None:
    assert [text[m.start : m.end] for m in mentions.find(text, lexicon.load(language))] == mentioned


def test_somebody_speaks_and_something_does_not() -> None:
    french = lexicon.load("fr")
    tokens = tokenise("la ministre le doigt", french)
    assert mentions.speaks(tokens, (0, 2))
    assert not mentions.speaks(tokens, (2, 4))
