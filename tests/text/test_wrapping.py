"""Hard-wrapped text: which line breaks are read as spaces, and which stay."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import lexicon, quotes, sentences
from analysis.text.quotes import as_printed
from analysis.text.wrapping import unwrapped

PARAGRAPHS = (
    "The harbour board met on Monday in the old customs house and spoke until midnight about the ferry, "
    "which has not left its berth since the storm of February. Nobody could say who would pay for it.",
    "“We will not open the crossing before the summer, and we will not promise what we cannot keep,” Edda "
    "Voll, the harbour master, said. “The hull has to be replaced first.”",
    "The board wants to hear the engineers in May, once the ice is gone and the divers have seen what is "
    "left of the old one, and to ask the towns on both banks what they would pay for a crossing in winter.",
    "She said that the second boat would sail on weekdays only.",
)
"""The last is shorter than a line."""


def wrap(paragraphs: tuple[str, ...], width: int, between: str = "\n\n", indent: str = "") -> str:
    filled = (textwrap.fill(one, width, initial_indent=indent, break_on_hyphens=False) for one in paragraphs)
    return between.join(filled)


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
def test_lines_of_one_width_are_joined(width: int) -> None:
    assert unwrapped(wrap(PARAGRAPHS, width)) == "\n\n".join(PARAGRAPHS)


def test_a_paragraph_that_begins_with_an_indent_stays_apart() -> None:
    text = wrap(PARAGRAPHS, 72, between="\n", indent="   ")
    assert unwrapped(text) == "\n".join(f"   {one}" for one in PARAGRAPHS)


def test_a_paragraph_ends_after_a_line_with_room() -> None:
    text = wrap((*PARAGRAPHS, *PARAGRAPHS), 72, between="\n")
    assert unwrapped(text) == "\n".join((*PARAGRAPHS, *PARAGRAPHS))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "Ferry late again\nBy Ada Orne\nThe harbour board met on Monday.\nIt spoke of the ferry.",
        # a table: lines of one width, but with room for what follows
        "\n".join(f"Harbour of Tarn, berth {number}, boats that left on a weekday" for number in range(9)),
        # lines of one width that each end a sentence
        "\n".join(f"Nobody on the quay saw boat {n} leave the harbour Monday." for n in range(10, 19)),
        # a poem: no line is wide
        "\n".join(["The ferry sleeps beside the quay", "Nobody waits for it today"] * 4),
        # two breaks show no width
        "The mayor of Tarn and the harbour master of Vire\nThe ferry that was sold and came back\nRain",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_a_small_letter_goes_on_from_a_line_without_an_end() -> None:
    assert unwrapped("The board of the harbour met on Monday and spoke\nof the ferry.").count("\n") == 0
    assert unwrapped("The board of the harbour met on Monday and spoke.\nof the ferry.").count("\n") == 1
    assert unwrapped("Boats of the week\nof the ferry.").count("\n") == 1


def test_a_no_break_space_ends_no_word() -> None:
    text = textwrap.fill("nous avons dit «\u00a0longtemps\u00a0» et «\u00a0demain\u00a0» " * 9, 62)
    assert unwrapped(text).count("\n") == 0


@given(st.text(alphabet="abc .!\n A“", max_size=400))
def test_nothing_moves_and_only_line_breaks_change(text: str) -> None:
    seen = unwrapped(text)
    assert len(seen) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, seen, strict=True))
    assert unwrapped(seen) == seen or "\n" in seen


def test_sentences_and_quotations_of_wrapped_lines_are_slices_of_the_text() -> None:
    english = lexicon.load("en")
    plain, text = "\n\n".join(PARAGRAPHS), wrap(PARAGRAPHS, 66)
    assert sentences.split(text, english) == sentences.split(plain, english)
    found, before = quotes.find(text, english), quotes.find(plain, english)
    assert [q.quote for q in found] == [text[q.start : q.end] for q in found]
    assert [(q.start, q.end, q.rule) for q in found] == [(q.start, q.end, q.rule) for q in before]
    assert "\n" in found[0].quote
    assert as_printed(before[0], text) == found[0]
