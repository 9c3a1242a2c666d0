"""Content first, suffix second."""

import io

import pytest

from analysis.formats import exports, kinds


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("[Mise à jour] Le maire a parlé.", "a.txt", "plain"),
        ("{Un mot} entre accolades.", "a.txt", "plain"),
        ("Paris, le 13 janvier: texte, date", "a.txt", "plain"),
        ("date;texte\n2020;Un.", "a.txt", "delimited"),
        ('{"body": "Un."}', "a", "json"),
        ("<!-- saved --><!-- twice -->\n<!DOCTYPE html><p>x", "a.txt", "page"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">\n<html>', "a.xml", "page"),
        ("<p>Un fragment.</p>", "a.html", "page"),
        ("Bonjour.", "M. Macron parle", "plain"),
    ],
)
def test_kind(content: str, name: str, expected: str) -> None:
    found = kinds.kind(io.BytesIO(content.encode()), name)
    assert (found.reader, found.problem) == (expected, None)
    assert found.why


@pytest.mark.parametrize("part", ["<!>", "<!-- -->"])
def test_a_prologue_made_to_stall_a_pattern_does_not(part: str) -> None:
    found = kinds.kind(io.BytesIO(b"<?xml ?>" + part.encode() * 5000), "a.xml")
    assert found.problem == "not a format read here: .xml, and the content tells no other"


@pytest.mark.parametrize("blank", [" \n", "\t", "\n", " "])
@pytest.mark.parametrize("opening", ["", "<p class=c1>", "第"])
def test_marks_of_archives_are_looked_for_once_and_not_from_every_blank(opening: str, blank: str) -> None:
    # A mark that tries again from each blank would take hours for these; no clock is asked.
    text = opening + blank * 200_000
    assert exports.of_text(text) is exports.of_page(text) is None
