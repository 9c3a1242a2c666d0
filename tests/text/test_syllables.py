"""Syllables, by language: each group shows a rule, and ends with words that must not fall under it."""

import pytest

from analysis.text import numbers
from analysis.text.lexicon import Lexicon, load
from analysis.text.syllables import count, count_all

GROUPS = {
    "fr": {
        "mute e": "table 1 tables 1 place 1 le 1 des 1 idée 2 idées 2 dites 1",
        "mute -ent": "parlent 1 aiment 1 jouent 1 étaient 2 président 3 content 2 argent 2 vent 1 moment 2",
        "inner e": "seulement 2 enseignement 4 samedi 2 développement 3 gouvernement 4 revenir 3 petit 2",
        "two vowels": "théâtre 2 naïf 2 noël 2 poète 2 chaos 2 ouvrier 3 client 2 nation 2 pied 1 pluie 1",
        "hard and soft": "que 1 guerre 1 langue 1 pigeon 2 aiguille 2",
        "y and ill": "payer 2 voyage 2 pays 2 yeux 1 travailler 3 famille 2",
        "elided and spelt": "me 1 l' 0 qu' 0 lorsqu' 1 aujourd'hui 3 pdg 3",
    },
    "en": {
        "in the dictionary": "opened 2 idea 3 well-known 2",
        "not in it": "gizmoed 2 unbricked 2 defunded 3 clickbait 2 tokenised 3",
        "its stem doubled": "unfretted 3 defragged 2",
        "silent e in compounds": "bridgestock 2 eyeware 2 plainesville 2",
        "sounded e": "ferrigante 4 marzione 4 rutzke 2 kerle 2 hectate 2",
        "two vowels": "samboa 3 xuzhao 2 guileans 3 kleinfurt 2 zoetler 2 theocrat 3 reals 1",
        "y as a consonant": "goatyard 2 dunyan 2",
    },
    "es": {"": "que 1 guerra 2 ciudad 2 país 2 aéreo 4 buey 1 rey 1 prohibido 4 estadounidense 7 s 2"},
    "it": {"": "giorno 2 più 1 economia 5 italia 3 due 2 cliente 3 paura 3 aiuto 3"},
    "de": {"": "freund 1 qualität 3 geändert 3 beobachten 4 geist 1 ideen 3 yoga 2 website 2 journalist 3"},
    "pt": {"": "não 1 história 3 economia 5 rua 2 água 2 mãe 1 nações 2 quando 2"},
    "ru": {"": "мама 2 счастье 2 её 2 в 1"},
}
WORDS = [
    pytest.param(code, group, id=f"{code} {name}")
    for code, groups in GROUPS.items()
    for name, group in groups.items()
]


@pytest.mark.parametrize(("code", "group"), WORDS)
def test_words_have_their_syllables(code, group):
    pairs = group.split()
    expected = dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))
    assert {word: count(word, load(code)) for word in expected} == expected


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("fr", "EDF 3 CGT 3 PIB 3 ONU 2 RTT 3 MM 2 XIV 1"),
        ("en", "ITV 3 EU 2 US 2 BMW 5 SIM 1 IV 1"),
        ("de", "CDU 3 ZDF 3 UNO 2"),
        ("es", "UE 2 FMI 5 OMS 5 ONU 2"),  # e-fe-e-me-i
        ("it", "UE 2 FMI 5 ONU 2"),
        ("pt", "UE 2 STF 5 PIB 1"),  # es-se-tê-e-fe
        ("ru", "МВД 3 США 3 МИД 1"),
    ],
)
def test_what_is_written_in_capitals_is_read_letter_by_letter_or_as_a_word(code, group):
    pairs = group.split()
    expected = dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))
    assert {word: count(word, load(code)) for word in expected} == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "L'EDF et la CGT, dit le PS.", ["edf", "cgt", "ps"]),
        ("fr", "LE PONT DE VAL FERME", []),  # a line in capitals
        ("de", "Die CDU/CSU und die SPD-Fraktion", ["cdu", "csu"]),  # "SPD-Fraktion" is one word
        ("en", "He told us of the US. Elizabeth II of UK", ["us", "uk"]),
        ("nl", "De EU", []),  # a language without a file
    ],
)
def test_words_read_letter_by_letter_are_told_by_their_capitals(code, text, expected):
    lexicon = Lexicon(code) if code == "nl" else load(code)
    assert numbers.spelt(text, lexicon) == expected


def test_many_words_at_once_are_each_counted_as_alone():
    many = ["table", "l'", "porte-parole", "10", "été", "bbc", "président"]
    assert count_all(many, load("fr")) == [count(word, load("fr")) for word in many]


def test_a_code_of_a_million_letters_is_read_no_further_than_a_word():
    assert count("a" * 10**6, load("fr")) == 1
    assert count("ba" * 10**6, load("fr")) == count("ba" * 40, load("fr"))


def test_a_language_without_rules_counts_runs_of_vowels():
    assert count("burgemeester", Lexicon("nl")) == 4


@pytest.mark.parametrize(
    ("code", "token", "expected"),
    [
        ("fr", "72", 3),  # soi-xante-douze
        ("fr", "1000", 1),  # mille
        ("fr", "20\u00a0000", 2),  # vingt mille
        ("en", "1.5", 3),  # one point five
        ("en", "2022", 6),  # two thou-sand twen-ty two
        ("de", "21", 4),  # ein-und-zwan-zig
        ("es", "31", 5),  # trein-ta y u-no
        ("ru", "164", 7),  # сто шесть-де-сят че-ты-ре
        ("en", "1" * 400, None),
    ],
)
def test_numbers_are_read_aloud(code, token, expected):
    spoken = numbers.syllables(token, load(code))
    assert spoken is not None
    assert expected is None or spoken == expected
