"""Names in quote marks: which marks are read as if they were not there."""

import pytest

from analysis.text import lexicon, marked_names

NAMES = [
    ("en", "“Ada Orne” said that it is late.", "“Ada Orne”"),
    ("fr", "« Marthe Kelvin » niait, depuis juin, avoir vendu.", "« Marthe Kelvin »"),
    ("fr", "Vendredi, « Ivo Tarel » a juré que non.", "« Ivo Tarel »"),
    ("es", "«Marina Solbes» no lo duda: «Ganaremos».", "«Marina Solbes»"),
    ("pt", "“O barco parte”, disse à agência Lusa “Ada Roy”.", "“Ada Roy”"),
    ("pt", "“A estrada”, explicou ontem a secretária de Obras, “Ada Roy”.", "“Ada Roy”"),
]

NONE = [
    ("en", "“Stop Roy” said the mayor."),
    ("en", "“Happy Birthday” said Lee."),
    ("en", "He met Ada “Lucky Jack” Roy."),
    ("fr", "« Vive Lens » dit-elle."),
    ("fr", "« Adieu Lens » a dit le maire."),
    ("de", "„Guten Morgen“ sagte er."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NAMES)
def test_marks_around_a_name(lang: str, text: str, expected: str) -> None:
    assert expected in [text[start:end] for start, end in marked_names.spans(text, lexicon.load(lang))]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_marks_around_words(lang: str, text: str) -> None:
    assert list(marked_names.spans(text, lexicon.load(lang))) == []
