"""Quote marks: every pair and every damage named in the design, on texts of our own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import lexicon, marks

GLYPHS = "«»“”„\"'’‘‹› \n,.aÉ—"


def spans(text: str, language: str = "fr") -> list[tuple[str, str, int]]:
    return [(text[m.start : m.end], m.state, m.depth) for m in marks.pair(text, lexicon.load(language))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("« Oui », dit-il.", "Oui"),
        ("«Oui», dit-il.", "Oui"),
        ("“Oui”, dit-il.", "Oui"),
        ('"Oui", dit-il.', "Oui"),
        ("''Oui'', dit-il.", "Oui"),
        ("‹ Oui ›, dit-il.", "Oui"),
        ("«\u00a0Oui\u202f», dit-il.", "Oui"),
        ("»Oui«, dit-il.", "Oui"),
    ],
)
def test_every_pair(text: str, content: str) -> None:
    assert spans(text) == [(content, "paired", 0)]


def test_german_low_marks_close_with_the_english_opener() -> None:
    assert spans("„Ja“, sagte er. „Nein“, sagte sie.", "de") == [("Ja", "paired", 0), ("Nein", "paired", 0)]


def test_apostrophes_are_not_marks() -> None:
    assert spans("L'été d’hier, aujourd'hui.") == []
    assert spans("''We don't know,'' the voters’ friend said.", "en") == [("We don't know,", "paired", 0)]


def test_british_single_marks_with_apostrophes_inside() -> None:
    assert spans("‘It’s over,’ he said.", "en") == [("It’s over,", "paired", 0)]


def test_inner_marks_are_one_deeper() -> None:
    assert spans("« Il a dit “non” hier »") == [("Il a dit “non” hier", "paired", 0), ("non", "paired", 1)]


def test_a_mark_opened_again_by_the_next_paragraph_goes_on() -> None:
    assert spans("“One.\n\n“Two.”", "en") == [("One.", "continued", 0), ("Two.", "paired", 0)]


def test_marks_that_span_paragraphs_give_one_stretch_each() -> None:
    assert spans("« Un\nDeux\nTrois », dit-il") == [
        ("Un", "continued", 0),
        ("Deux", "continued", 0),
        ("Trois", "paired", 0),
    ]


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    assert spans("Il dit : « Oui.\nPuis rien.") == [("Oui.", "unclosed", 0)]


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert spans('He said "foo. "Bar," she said.', "en") == [("foo.", "unclosed", 0), ("Bar,", "paired", 0)]


def test_a_lost_opening_mark() -> None:
    assert spans("Foo bar,” he said", "en") == [("Foo bar,", "unopened", 0)]


def test_a_dash_opens_a_turn_where_the_language_says_so() -> None:
    assert spans("— Oui, dit-il.\n— Non.") == [("Oui, dit-il.", "turn", 0), ("Non.", "turn", 0)]
    assert spans("— Yes, he said.", "en") == []


def test_a_ruled_line_holds_no_marks() -> None:
    assert spans('""""""""""""""') == []


@given(st.text(GLYPHS, max_size=60))
def test_stretches_are_inside_the_text_and_outer_ones_do_not_overlap(text: str) -> None:
    found = marks.pair(text, lexicon.load("fr"))
    assert all(0 <= m.open <= m.start < m.end <= m.close <= len(text) for m in found)
    outer = marks.outer(found)
    assert all(one.close <= other.open or one.end <= other.start for one, other in pairwise(outer))
