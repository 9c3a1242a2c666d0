"""Encodings are found out, from texts long and short."""

import pytest

from analysis.formats import decode

TEXTS = {
    "cp1252": [
        "Café",
        "Il a neigé à Genève.",
        "« Rien n’augmente », a-t-il assuré.",
        "El niño salió; según él, no habrá más en España.",
        "A situação não está boa, afirmou.",
        "Der Bürgermeister erklärte, es gäbe größere Maßnahmen.",
        "Perché, così però, la città è più tranquilla.",
    ],
    "cp1251": ["Президент заявил во вторник, что ситуация стабильна."],
    "koi8-r": [
        "Президент заявил во вторник, что ситуация стабильна. По его словам, вывод войск начнётся скоро."
    ],
    "cp1250": ["Prezydent powiedział we wtorek, że sytuacja jest stabilna. Śnieg pada w Łodzi i żółknie."],
}
CASES = [(encoding, text) for encoding, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_legacy_encodings(encoding: str, text: str) -> None:
    assert decode.decode(text.encode(encoding)) == (text, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", ["Il a neigé à Genève.", "Президент заявил во вторник, 13 января."])
def test_unicode_encodings(encoding: str, text: str) -> None:
    assert decode.decode(text.encode(encoding))[0] == text


def test_what_the_file_declares_is_believed_only_where_it_can_be() -> None:
    polish = "Śnieg pada w Łodzi"
    assert decode.decode(polish.encode("iso-8859-2"), "iso-8859-2") == (polish, None)
    assert decode.decode("Il a neigé".encode(), "iso-8859-1") == ("Il a neigé", None)
    assert decode.decode("“Café”".encode("cp1252"), "iso-8859-1") == ("“Café”", None)
    assert decode.decode("Café".encode("cp1252"), "no-such-encoding") == ("Café", None)


def test_damage_is_counted_and_nothing_else_changes() -> None:
    raw = "Il a neigé à Genève.".encode() + b"\xfe\xff"
    assert decode.decode(raw) == (
        "Il a neigé à Genève.\ufffd\ufffd",
        "encoding: 2 damaged bytes in UTF-8, shown as \ufffd",
    )


def test_a_nul_here_and_there_is_not_utf_16() -> None:
    assert decode.silent_utf16(b"title\x00,body\nUn,Deux\x00\n") is None
