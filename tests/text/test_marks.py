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


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Get 'em out. 'The nurses' room is shut,' said Ann.", ["The nurses' room is shut,"]),
        ("'Tis late. 'We left 'em there,' said Ann.", ["We left 'em there,"]),
        ("‘It’s the owners’ fault.’", ["It’s the owners’ fault."]),
        ("The 'best teachers' of the town and 'the rest' left.", ["best teachers", "the rest"]),
        ("The 'best teachers' liked the owners' house.", ["best teachers"]),
        ('She read Nature \'s pages. "It is old," he said.', ["It is old,"]),
        ("Rock 'n' roll of the '90s and the workers' choice.", []),
        ('A pony \'Nob ran off. "It is old," he said.', ["It is old,"]),
    ],
)
def test_single_marks_and_apostrophes(text: str, contents: list[str]) -> None:
    assert [one for one, _, _ in spans(text, "en")] == contents


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a closing mark opens after a stop where nothing is open, and closes where something is
        ("fr", "Il part.”Je reste”, dit-elle.", [("Je reste", "paired", 0)]),
        ("fr", "« Je reste. »Elle part.", [("Je reste.", "paired", 0)]),
        ("fr", "« Je reste. »\nElle part.", [("Je reste.", "paired", 0)]),
        ("fr", "Elle part.« Je reste »", [("Je reste", "paired", 0)]),
        ("en", "“Stay!”Ann left.", [("Stay!", "paired", 0)]),
        ("de", "Ja.„\n", [("Ja.", "unopened", 0)]),
        # paragraphs that » takes up, but not one that a verb follows
        (
            "fr",
            "« Un.\n\n» Deux.\n\n» Trois. »",
            [("Un.", "continued", 0), ("Deux.", "continued", 0), ("Trois.", "paired", 0)],
        ),
        ("fr", "« Un.\n» a-t-il dit.", [("Un.", "continued", 0)]),
    ],
)
def test_marks_of_damaged_print(language: str, text: str, expected: list[tuple[str, str, int]]) -> None:
    assert spans(text, language) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We leave, Ann Lee said. It rained.", "We leave,"),
        ("“We leave at noon. It will rain. He laughed.", "We leave at noon. It will rain. He laughed."),
        ("Lee called it “pure folly. It rained.", "pure folly."),
        ("“We leave, and nobody of us all said a word.", "We leave, and nobody of us all said a word."),
    ],
)
def test_a_mark_that_nothing_closes_ends_before_its_verb_or_with_the_sentence(
    text: str, content: str
) -> None:
    assert spans(text, "en") == [(content, "unclosed", 0)]


def test_stray_marks_hide_nothing_after_them() -> None:
    assert spans("A “b “c “Yes,” she said, and “No.”", "en") == [
        ("b", "unclosed", 0),
        ("c", "unclosed", 0),
        ("Yes,", "paired", 0),
        ("No.", "paired", 0),
    ]


def test_a_ruled_line_holds_no_marks() -> None:
    assert spans('""""""""""""""') == []


@given(st.text(GLYPHS, max_size=60))
def test_stretches_are_inside_the_text_and_outer_ones_do_not_overlap(text: str) -> None:
    found = marks.pair(text, lexicon.load("fr"))
    assert all(0 <= m.open <= m.start < m.end <= m.close <= len(text) for m in found)
    outer = marks.outer(found)
    assert all(one.close <= other.open or one.end <= other.start for one, other in pairwise(outer))
