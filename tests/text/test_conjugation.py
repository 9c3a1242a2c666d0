"""Forms made from a lemma and its class: all that were once listed by hand, and those forgotten there."""

import lzma
from functools import cache
from pathlib import Path

import pytest

from analysis.text import lexicon
from analysis.text.grammar.conjugation import conjugate, verbs

HAND = Path(__file__).parent / "hand_written_forms.txt.xz"
"""language, lemma, tense and forms a line: the lists of the language files up to commit 68974d5."""

COUNTS = {
    "de": (918, 1223),
    "en": (1202, 1277),
    "es": (2019, 2733),
    "fr": (3766, 4352),
    "it": (1546, 2392),
    "pt": (1722, 2583),
    "ru": (1284, 1414),
}
"""Language → forms listed by hand (counted in that file, which nobody changes), forms made."""

MISSPELT = {
    "esordiceva", "esordicevano", "esordicendo", "geverratet", "guaranteing",
    "plaudiceva", "plaudicevano", "plaudicendo", "verratet", "verratete", "verrateten",
}  # fmt: skip
"""Forms of the hand-written lists that no verb has: esordiva, guaranteeing, plaudiva, verrät are right."""

LEFT_OUT = {"sagt … zu", "sagte … zu", "sagten … zu", "hieß es"}
"""Forms of the hand-written lists that hid others: sagte, die Steuer sei | zu hoch; hieß | es."""


@cache
def listed(lang: str) -> frozenset[tuple[str, str, str]]:
    lines = lzma.decompress(HAND.read_bytes()).decode().splitlines()
    rows = (line.split("\t") for line in lines)
    return frozenset(
        (lemma, tense, form) for code, lemma, tense, *forms in rows if code == lang for form in forms
    )


@cache
def made(lang: str) -> frozenset[tuple[str, str, str]]:
    known = verbs(lexicon.load(lang))
    return frozenset(
        (verb.lemma, tense, form) for verb in known for tense in verb.forms for form in verb.forms[tense]
    )


@pytest.mark.parametrize("lang", sorted(COUNTS))
def test_no_form_is_missing(lang: str) -> None:
    missing = {form for _, _, form in listed(lang) - made(lang)}
    assert missing <= MISSPELT | LEFT_OUT
    assert (len(listed(lang)), len(made(lang))) == COUNTS[lang]


def test_every_language_is_counted() -> None:
    assert sorted(COUNTS) == sorted(lexicon.quotable())


ER = {"pres": ["e", "ent"], "future": ["era"], "participle": ["é"]}
CLASSES = {
    "er": ER,
    "cer": {"like": "er", "past_simple": ["ça"]},
    "é*er": {"like": "er", "pres": ["è*e"]},
    "double": {"lemma": "*", "past": ["**ed"]},
    "weak": {"lemma": "en", "pres": ["t", "en"], "participle": ["ge~t"]},
    "arse": {"pres": ["se ~a"]},
}


@pytest.mark.parametrize(
    ("lemma", "entry", "tense", "forms"),
    [
        ("déclarer", "er", "pres", ("déclare", "déclarent")),
        ("annoncer", "cer", "past_simple", ("annonça",)),
        ("annoncer", "cer", "future", ("annoncera",)),  # of the class it is like
        ("intégrer", "é*er", "pres", ("intègre",)),  # the last é, and what stands between
        ("admit", "double", "past", ("admitted",)),
        ("sum up", "double", "past", ("summed up",)),  # the first word is the head
        ("laisser entendre", "er", "future", ("laissera entendre",)),
        ("se vanter", "er", "pres", ("se vante", "se vantent")),
        ("se vanter", "er", "participle", ("vanté",)),  # s'est vanté: the pronoun is not beside it
        ("s'étonner", "er", "future", ("s'étonnera",)),
        ("quejarse", "arse", "pres", ("se queja",)),
        ("sagen", "weak", "participle", ("gesagt",)),
        ("mitteilen", {"class": "weak", "apart": "mit"}, "participle", ("mitgeteilt",)),
        ("mitteilen", {"class": "weak", "apart": "mit"}, "pres", ("teilt … mit", "teilen … mit", "mitteilt")),
        ("dater", {"class": "er", "future": []}, "future", ()),  # written out: none
        ("vagir", {"pres": ["vagit"]}, "pres", ("vagit",)),  # no class
    ],
)
def test_forms(lemma: str, entry: str | dict[str, object], tense: str, forms: tuple[str, ...]) -> None:
    assert conjugate(lemma, entry, CLASSES, frozenset({"se", "s'"}))[tense] == forms


def test_a_lemma_that_no_class_fits() -> None:
    with pytest.raises(ValueError, match=r"no word of the verb 'finir' ends with 'er'"):
        conjugate("finir", "er", CLASSES)
