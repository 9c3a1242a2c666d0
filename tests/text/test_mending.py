"""What the rules see of a text that layout and damage went through: as long, and legible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import lexicon
from analysis.text.mending import mended


@pytest.mark.parametrize(
    ("language", "text", "seen"),
    [
        # notes and emphasis at quote marks
        ("en", "“The wall held,”[12] said Ann.", "“The wall held,”     said Ann."),
        ("fr", "« Le mur a tenu »¹, dit-elle.", "« Le mur a tenu » , dit-elle."),
        ("en", "*“Yes,”* said Ann.", " “Yes,”  said Ann."),
        ("en", "Figure [12] shows 5 m² and a_b.", "Figure [12] shows 5 m² and a_b."),
        ("en", "“[1] was closed,” said Ann.", "“[1] was closed,” said Ann."),
        # apostrophes with a space beside them
        ("fr", "l 'été qu 'il dit", "l' été qu' il dit"),
        ("fr", "l' été", "l' été"),
        ("fr", "L ’ été", "L’  été"),
        ("it", "un 'altra e un 'no' secco", "un' altra e un 'no' secco"),
        ("en", "Nature 's team don 't know", "Nature's  team don't  know"),
        ("en", "Nature' s team", "Nature's  team"),
        ("en", "It's the voters' choice", "It's the voters' choice"),
        ("en", "He said 'no' to 'em", "He said 'no' to 'em"),
        ("de", "Er sagte 's doch", "Er sagte 's doch"),
        # a name in marks
        ("fr", "La rectrice, « Ada Roy », sort.", "La rectrice,   Ada Roy  , sort."),
        ("en", "The mayor of Lor “Ada Roy” left.", "The mayor of Lor  Ada Roy  left."),
        ("de", "„Ja“, sagte „Ada Roy“.", "„Ja“, sagte  Ada Roy ."),
        ("es", "«Sí», dijo «Ada Roy».", "«Sí», dijo  Ada Roy ."),
        ("it", "«Ada Roy», 40 anni, sorride.", " Ada Roy , 40 anni, sorride."),
        ("pt", "“Ada Roy” sorriu. Ada Roy saiu.", " Ada Roy  sorriu. Ada Roy saiu."),
        ("ru", "Министр «Ада Рой» ушла.", "Министр  Ада Рой  ушла."),
        ("en", "“Stop Roy”, the mayor said.", "“Stop Roy”, the mayor said."),
        ("en", "The mayor shouted “Viva Roy”.", "The mayor shouted “Viva Roy”."),
        (
            "en",
            "They met Ada Roy “Lucky Jack”, a baker, there.",
            "They met Ada Roy “Lucky Jack”, a baker, there.",
        ),
        ("fr", "« Vive Lor » est un cri.", "« Vive Lor » est un cri."),
        ("fr", "« Vive Lor », c’est un cri, dit-il.", "« Vive Lor », c’est un cri, dit-il."),
        ("de", "„Die Ministerin“ geht.", "„Die Ministerin“ geht."),
        # the marks of typewriters and of LaTeX
        ("en", "``We leave,'' said Ann.", " “We leave,'' said Ann."),
        ("de", ',,Wir gehen", sagte Ann.', ' „Wir gehen", sagte Ann.'),
        ("en", "one,,two", "one,,two"),
    ],
)
def test_what_is_seen(language: str, text: str, seen: str) -> None:
    assert mended(text, lexicon.load(language)) == seen
    assert len(seen) == len(text)


@given(st.text(alphabet="ld qu's’'“”«»*_[1]¹,` \n", max_size=60), st.sampled_from(["fr", "en", "it", "de"]))
def test_nothing_moves(text: str, language: str) -> None:
    own = lexicon.load(language)
    seen = mended(text, own)
    assert len(seen) == len(text)
    assert [one for one in seen if one.isalpha()] == [one for one in text if one.isalpha()]
