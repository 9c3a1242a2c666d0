"""Quotations: what holds of every text, and what the cases do not show. The constructions: tests/cases."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text import lexicon, quotes
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import reading
from analysis.text.quotes.speaker.before import before, main

TESTS = Path(__file__).parents[1]
PIECES = [
    "« ", " »", "“", "”", '"', "''", "’", "—", ": ", ", ", ". ", "? ", "; ", "(", ")", "\n", "\n\n", " ",
    "dit-il", "a déclaré ", "dit ", "que ", "selon ", "le maire ", "Paul Vasseur ", "il ", "qui ", "said ",
    "that ", "the mayor ", "Ann Lee ", "he ", "who ", "according to ", "adding ", "and ", "but ", "called ",
    "12 ", "é", "😀", "\u202b", "\x07", "\u200b", "M. ", "l'", "d’", "-t-elle",
]  # fmt: skip


def find(text: str, language: str = "en") -> list[quotes.Quote]:
    return quotes.find(text, lexicon.load(language))


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(deadline=None, max_examples=150)
@given(words=st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_gives_quotations_that_are_slices_of_it(language: str, words: list[str]) -> None:
    text = "".join(words)
    found = find(text, language)
    for quote in found:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.quote
        if quote.source is not None and quote.source_start is not None and quote.source_end is not None:
            assert text[quote.source_start : quote.source_end] == quote.source
            assert quote.source_end <= quote.start or quote.end <= quote.source_start
        if quote.cue is not None:
            assert text[quote.cue_start : quote.cue_end] == quote.cue
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "«",
        "»",
        '"',
        "…",
        "12",
        "dit",
        "said",
        "a\x00b",
        "\u202eabc",
        "😀 « Oui »",
        "« Non », a dit à la presse Ada",
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_odd_texts_raise_nothing(text: str, language: str) -> None:
    assert isinstance(find(text, language), list)


def test_a_language_that_nothing_is_known_of_gives_only_what_needs_no_verb() -> None:
    assert quotes.find("Kara wore: nothing.", lexicon.UNDETERMINED) == []


def test_the_seed_look_alike_row_by_row() -> None:
    """Rows, kinds, cues, sources and utterances as tests/seed_lookalike.toml lists them."""
    wanted = tomllib.loads((TESTS / "seed_lookalike.toml").read_text(encoding="utf-8"))
    found = find((TESTS / "seed_lookalike.txt").read_text(encoding="utf-8"), "fr")
    fields = ("kind", "quote", "cue", "source")
    assert [tuple(getattr(q, name) for name in fields) for q in found] == [
        tuple(row[name] for name in fields) for row in wanted["quotes"]
    ]
    assert len({q.utterance for q in found}) == wanted["utterances"]


def test_both_halves_of_a_split_clause_are_one_utterance() -> None:
    first, second = find("The bridge, the minister said, has been closed.")
    assert first.utterance == second.utterance


def test_two_verbs_are_two_utterances() -> None:
    first, second = find("The minister said two roads were cut, adding that help was near.")
    assert first.utterance != second.utterance


def test_a_name_spelled_like_a_modal_is_none_but_in_a_headline_it_is() -> None:
    texts = (
        "Ann May left.",
        "It rained in May, Lee said.",
        "LOR, May 2",
        "The ferry may sail.",
        "Ferry May Sail",
        "It rained. May 10 ferries sail?",
    )
    tags = [reading.read(text, lexicon.load("en")) for text in texts]
    assert [told.line[told.lows.index("may")] for told in tags] == ["A", "A", "A", "m", "m", "m"]


def test_words_and_stance_of_the_verb() -> None:
    (quote,) = find("The minister warned that two roads were cut.")
    assert (quote.n_words, quote.stance, quote.polarity) == (5, "directive_commissive", None)


def test_a_report_in_the_passive_names_its_rule_where_nobody_is_named() -> None:
    texts = (
        ("Lee was told that boats were late.", "en"),
        ("Lee was told by Roy that boats were late.", "en"),
        ("Dijo que el barco llega tarde.", "es"),
    )
    assert [quote.rule for text, language in texts for quote in find(text, language)] == [
        "passive",
        "that",
        "that",
    ]


def test_a_question_that_was_put_but_not_answered_is_negated() -> None:
    (quote,) = find("The minister would not say whether he knew.")
    assert quote.polarity == "negated"


def test_the_verbs_own_pronoun_supposes_nothing_and_an_elided_si_does() -> None:
    texts = (
        ("« On nous a oubliés », s’est indignée la capitaine.", "fr"),
        ("S’il affirme que le bac est plein, personne ne le croira.", "fr"),
        ("“Fomos esquecidos”, se queixa a capitã.", "pt"),
        ("Se a capitã diz que o barco está cheio, ninguém sobe.", "pt"),
    )
    moods = [quote.mood for text, language in texts for quote in find(text, language)]
    assert moods == [None, "hypothetical", None, "hypothetical"]


def test_hearsay_mood() -> None:
    (quote,) = find("Le maire aurait déclaré que la digue tenait.", "fr")
    assert quote.mood == "hearsay"


def test_a_clitic_speaker_is_the_pronoun_alone() -> None:
    (quote,) = find("« Nous partons », a-t-elle dit.", "fr")
    assert (quote.source, quote.source_form) == ("elle", "pronoun")


def test_the_analysts_own_verb(tmp_path: Path) -> None:
    extra = tmp_path / "verbs.toml"
    extra.write_text('[verbs.neutral.1]\n"vlog" = "double"\n', encoding="utf-8")
    own: Lexicon = lexicon.load("en", extra=extra)
    assert [quote.cue for quote in quotes.find("Ann Lee vlogged that it was over.", own)] == ["vlogged"]
    assert find("Ann Lee vlogged that it was over.") == []


def test_a_long_article_is_read_like_its_parts() -> None:
    """Nothing of one paragraph changes what is found in another."""
    one = "“We leave tomorrow,” Ann Lee said.\n\nThe bridge is closed.\n\nThe bridge is closed.\n\n"
    assert [q.quote for q in find(one * 30)] == [q.quote for q in find(one)] * 30


@pytest.mark.parametrize(("days", "sentences"), [(23, 1), (24, 2)])
def test_a_sentence_after_marks_is_their_verb_while_it_is_short(days: int, sentences: int) -> None:
    """A sentence of 157 code points is read with the question before it, one of 163 is not."""
    tail = f"Lee asked the port {' '.join(['later'] * days)}."
    read = reading.read(f"“Who pays?” {tail}", lexicon.load("en"))
    assert len(read.sentences) == sentences


def test_a_sentence_that_no_sentence_is_as_long_as_is_read_in_pieces() -> None:
    """250 tokens bound the cost of a rule; a marked stretch is never cut."""
    read = reading.read(f"{'ferry ' * 249}“{'late ' * 300}” {'ferry ' * 10}", lexicon.load("en"))
    first, last = read.edges[0]
    assert read.sentences == [(0, last), (last, len(read.line))]
    assert last - first == 302


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Lee on Monday said no.", "Ann Lee"),
        ("Ann Lee, head of the union, said no.", "Ann Lee, head of the union"),
        ("Ann Lee, head of the union, on Monday said no.", None),
        ("Ann Lee, who runs the union, said no.", "Ann Lee"),
        ("In a letter said no.", None),
        ("He saw, in a letter Ann Lee said no.", "Ann Lee"),
    ],
)
def test_the_subject_right_before_a_verb(text: str, subject: str | None) -> None:
    read = reading.read(text, lexicon.load("en"))
    found = before(read, read.lows.index("said"), 0)
    assert (read.printed(*found) if found else None) == subject


def test_the_main_clause_has_no_subject_beyond_a_quotation() -> None:
    near = reading.read("On Monday the captain was ill.", lexicon.load("en"))
    beyond = reading.read("On Monday “no” the captain was ill.", lexicon.load("en"))
    assert near.printed(*(main(near, 0, len(near.line)) or (0, 0))) == "the captain"
    assert main(beyond, 0, len(beyond.line)) is None


@pytest.mark.parametrize(
    ("text", "n_words"), [("“We do not go,” Lee said.", 4), ("“It costs 5 % – or $ 3,” Lee said.", 5)]
)
def test_words_that_deny_are_words_and_signs_are_none(text, n_words):
    assert [quote.n_words for quote in quotes.find(text, lexicon.load("en"))] == [n_words]
