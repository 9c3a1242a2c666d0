"""Traces of translation: what counts as one, and what does not."""

import pytest

from analysis.text.lexicon import load
from analysis.text.translation import find, summarise


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Un retrait de l’ONU Le contingent part demain.", ["l’ONU Le contingent"]),
        ("fr", "Le chef de la Mazhilis est parti.", ["la Mazhilis"]),
        ("fr", "Traduit de l'anglais par A. Roche.", ["Traduit de l"]),
        ("en", "Translated from Spanish.", ["Translated from Spanish"]),
        ("fr", "Le journal Le Monde, la ministre et l'ONU. Le chat dort.", []),
        ("fr", "À Zhanaozen, rien.", []),
    ],
)
def test_traces_are_found_with_their_words(code, text, expected):
    found = find(text, load(code))
    assert [trace.evidence for trace in found] == expected
    assert all(text[trace.start : trace.end] == trace.evidence for trace in found)


def test_the_flag_counts_kinds_not_traces():
    text = "La Mazhilis et la Mazhilis. Il quitte l'ONU Le contingent part."
    assert summarise(find(text, load("fr"))).translation == 2
    assert summarise([]) == (0, None)
