"""Where sentences end, and where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.lexicon import UNDETERMINED, load
from analysis.text.sentences import split

# language, text with a | where a sentence ends and another begins
CASES = [
    ("fr", "M. Roche est venu.|Il a vu Mme L. Martin.|Elle dort."),
    ("fr", "« Qui paiera ? » demande-t-elle.|Personne."),
    ("fr", "Il dit : « Je pars.|Tu restes. »|Elle rit."),
    ("fr", "Le mot « Jamais. Non. » a été entendu.|Puis rien."),
    ("fr", "Son « oui » et son « Non. Jamais. » ont été entendus.|Puis rien."),
    ("fr", "Le cri « Il a dit “Non. Jamais.”. Bon. » fut entendu.|Puis rien."),
    ("fr", "TASS/. Le ministre est parti.|Selon l'art. 5, etc., il revient."),
    ("fr", "Le pont rouvre.Les travaux sont finis."),
    ("fr", "Le pont rouvre…|Les travaux sont finis !|Enfin ?!|Oui."),
    ("en", "The U.S. Congress met on Jan. 5 in Washington, D.C.|The vote failed."),
    ("en", "Mr. Smith of Acme Inc. Europe left at 5 p.m.|He came back."),
    ("en", "“Why?” she asked.|“Because.”|Nobody spoke."),
    ("en", "He was born in 1805. [12]|His father had left. [3]|So it goes."),
    ("de", "Am 5. Januar kam Dr. Weber.|Rund 3 Mio. Euro fehlen, z. B. in Bonn."),
    ("es", "El Sr. García llegó a EE.UU. el lunes.|¿Qué hará?|Nadie lo sabe."),
    ("it", "Il dott. Rossi è qui.|L'art. 3 è chiaro, ecc. ma nessuno lo legge."),
    ("pt", "O Sr. Silva saiu.|A sra. Costa ficou."),
    ("ru", "По данным А. С. Иванова, ушли 20 чел. из города.|Это было в 2022 г.|Он вернулся."),
    ("en", "He left (he was an engineer.) in May.|She stayed."),
    ("fr", "« Nous partons demain. » a dit la maire.|Elle reste."),
    ("it", "«Partiamo domani.» ha detto la sindaca."),
    ("de", "»Wirklich?«|»Ja, sicher!«|»Gut.«"),
    ("de", "Die Händlerin nickte.|»Ich gehe«, sagte sie.|»Es ist spät.«|Er blieb."),
    ("de", "Er rief: ‚Folge mir nicht.‘|Dann ging er."),
    ("fr", "Il dit « non ».|« Oui. »|Elle part."),
    ("en", "The text says:\n\nno point here\n\nA title|"),
]


def told(marked: str) -> tuple[str, list[str]]:
    """The text without its marks, and its sentences: a blank stands for a mark between two words."""
    glued = "rouvre.Les" in marked
    pieces = marked.replace("rouvre.Les", "rouvre.|Les").strip("|").split("|")
    sentences = [line.strip() for piece in pieces for line in piece.split("\n\n")]
    return ("" if glued else " ").join(pieces), sentences


@pytest.mark.parametrize(("code", "marked"), CASES, ids=lambda value: value[:30])
def test_sentences_end_where_they_do(code, marked):
    text, expected = told(marked)
    assert [text[start:end] for start, end in split(text, load(code))] == expected


def test_a_wrapped_line_is_one_sentence_and_a_title_is_its_own():
    text = "A title\nThe minister, who had\narrived late, left.\nNobody minded."
    assert [text[start:end] for start, end in split(text, load("en"))] == [
        "A title",
        "The minister, who had\narrived late, left.",
        "Nobody minded.",
    ]


@pytest.mark.parametrize(
    ("code", "glued"),
    [
        ("fr", ["Il part pour l'AFP.", "Dans la ville, rien."]),
        ("fr", ["Ainsi parle Roy.", "« Non », dit-elle."]),
        ("fr", ["Ainsi parle Roy.", "Dans la ville, rien."]),
        ("fr", ["C'est « oui ».", "L'Élysée se tait."]),
        ("ru", ["Пришла она.", "По улице шёл снег."]),
        ("en", ["“We left.”", "Then it rained."]),
        ("en", ["Booking.Com fell."]),
        ("en", ["Mr.Lee of the U.S.Senate left."]),
    ],
)
def test_sentences_glued_together(code, glued):
    text = "".join(glued)
    assert [text[start:end] for start, end in split(text, load(code))] == glued


def test_without_a_lexicon_a_text_is_still_split():
    text = "Een zin. Nog een zin! Klaar?"
    assert len(split(text, UNDETERMINED)) == 3


@pytest.mark.parametrize("damage", ["!", ". ", "[1]", "“", "a “b. C” d ", "A.Aa"])
def test_a_megabyte_of_damage_costs_no_more_than_its_length(damage):
    # where a run were tried from each of its signs, this would take hours
    text = (damage * (10**6 // len(damage))).strip()
    assert len(split(text, load("fr"))) == 1


@given(st.text(alphabet="aB .!?…«»\"“”'’\n[1]é:-)", max_size=60), st.sampled_from(["fr", "en", "de"]))
def test_sentences_hold_all_of_a_text_but_its_white_space(text, code):
    spans = split(text, load(code))
    assert all(start < end for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
