"""Words as they are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.lexicon import UNDETERMINED, Lexicon, load
from analysis.text.words import chunks, cut, find, normalise, overlap


def tokens(text: str, lexicon: Lexicon) -> list[str]:
    return [word for chunk in chunks(text) for word in cut(chunk, lexicon)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "L'été, qu'on dit d’or : aujourd'hui !", "l' été qu' on dit d’ or aujourd'hui"),
        ("fr", "Kassym-Jomart dit-il", "kassym jomart dit il"),
        ("fr", "1,5 % de 20\u00a0000 € à 14:30", "1,5 de 20000 à 14:30"),
        ("it", "Dell'anno, un'altra", "dell' anno un' altra"),
        ("en", "It's O'Neil's well-known U.S. base (X-15).", "it's o'neil's well-known u.s. base x-15"),
        ("de", "Nord-Süd-Achse", "nord-süd-achse"),
        ("ru", "Из-за дождя — 5 чел.", "из-за дождя 5 чел"),
        ("en", "— … !", ""),
    ],
)
def test_words_are_cut_as_they_are_counted(code, text, expected):
    assert " ".join(tokens(text, load(code))) == expected


def test_a_language_without_a_file_has_words():
    assert tokens("De burgemeester's auto", UNDETERMINED) == ["de", "burgemeester's", "auto"]


@given(st.text(alphabet="aBé'’-. 1,«»\n", max_size=40), st.sampled_from(["fr", "en", "it"]))
def test_spans_and_tokens_are_the_same_words(text, code):
    spans = find(text, load(code))
    assert [text[start:end].lower() for start, end in spans] == tokens(text, load(code))


def test_offsets_count_composed_characters_and_plain_line_ends():
    assert normalise("e\u0301\r\nx\x00") == "é\nx"
    assert overlap((0, 4), (2, 9)) == 2
