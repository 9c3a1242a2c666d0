"""A marked article: nothing of it acts, nothing of it is lost, and offsets are believed or refused."""

import re
from html import unescape
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis as an
from analysis.display import answer
from analysis.display.marking import MARKS
from analysis.tables import Article, empty, from_rows
from analysis.text.quotes import Quote

TEXT = "« Les digues tiendront », a assuré la préfète Ada Roy.\nElle a ajouté que tout va bien."
QUOTES = from_rows(
    Quote,
    [
        ("a", *Quote(2, 22, "Les digues tiendront", "direct", 0, 3, "a assuré", 26, 34, "assertive",
                     source="la préfète Ada Roy", source_start=35, source_end=53,
                     source_type="executive_government",
                     speaker="Ada Roy")),
        ("a", *Quote(69, 85, "que tout va bien", "indirect", 1, 4, "a ajouté", 60, 68, "neutral",
                     source="Elle", source_start=55, source_end=59, speaker="Ada Roy")),
    ],
)  # fmt: skip


def article(text: str = TEXT, **others: object) -> pd.DataFrame:
    return from_rows(Article, [Article("a", "a.txt", text=text, lang="fr", **others)])


class Page(HTMLParser):
    """The elements of a fragment, and the text of its body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "div" in self.open and "sup" not in self.open:
            self.text += data


def marks(page: Page) -> list[str]:
    return [str(attrs["title"]) for tag, attrs in page.elements if tag == "mark"]


def test_each_quotation_its_cue_and_its_source_are_marked_with_one_number():
    page = Page(an.show(article(), QUOTES, "a").html)
    assert marks(page) == [
        "quotation 0: direct",
        "cue 0: assertive",
        "source 0: Government",
        "source 1",
        "cue 1: neutral",
        "quotation 1: indirect",
    ]
    assert page.text == TEXT


def test_the_three_marks_differ_by_more_than_colour():
    lines = [re.search(r"underline (\w+)", style)[1] for style in MARKS.values()]
    assert len(set(lines)) == len(MARKS) == 3
    page = Page(an.show(article(), QUOTES, "a").html)
    assert {attrs["class"] for tag, attrs in page.elements if tag == "mark"} == set(MARKS)


def test_every_mark_can_be_reached_by_keyboard_and_is_printed_with_its_colour():
    page = Page(an.show(article(), QUOTES, "a").html)
    found = [attrs for tag, attrs in page.elements if tag == "mark"]
    assert [attrs["tabindex"] for attrs in found] == ["0"] * 6
    assert all("print-color-adjust:exact" in str(attrs["style"]) for attrs in found)


def test_who_says_what_stands_below_for_those_who_do_not_see_the_marks():
    html = an.show(article(), QUOTES, "a").html
    assert "0 · Ada Roy (Government) · a assuré (assertive) · direct" in html
    assert "1 · Ada Roy · a ajouté (neutral) · indirect" in html
    assert (
        "0 · Ada Roy (Gouvernement) · a assuré (assertif) · direct"
        in an.show(article(), QUOTES, "a", locale="fr").html
    )


HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(2)"> & </div></article> $5 million and $6 million'
)


def test_hostile_markup_stays_text_wherever_it_stands():
    said = from_rows(
        Quote, [("a", *Quote(0, 25, HOSTILE[:25], "direct", 0, 1, '"><b>', 0, 5, speaker="<i>x</i>"))]
    )
    removed = pd.DataFrame({"article_id": ["a"], "line": ["<u>"], "kind": ["<s>"], "rule": ["<q>"]})
    table = article(HOSTILE, title=HOSTILE, outlet="<p onclick=x>", author="<a href=x>")
    page = Page(an.show(table, said, "a", boilerplate=removed).html)
    known = {"article", "p", "span", "div", "mark", "sup", "ul", "li", "del"}
    assert {tag for tag, _ in page.elements} <= known
    assert not [
        name for _, attrs in page.elements for name in attrs if name.startswith(("on", "src", "href"))
    ]
    assert page.text == HOSTILE
    assert "mathjax_ignore" in str(page.elements[0][1]["class"])


@given(
    st.text("ab<&é𝔘\n\"'", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)), max_size=4),
)
def test_whatever_is_marked_the_text_is_all_there_and_the_tags_close(text, spans):
    rows = []
    for number, (one, other, third) in enumerate(spans):
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        cue = min(third, len(text))
        rows.append(("a", *Quote(start, end, text[start:end], "direct", number, 1, "x", cue, len(text))))
    page = Page(an.show(article(text), from_rows(Quote, rows), "a").html)
    assert page.text == text
    assert page.open == []


def test_removed_lines_are_shown_on_request_only():
    table = from_rows(
        Article, [Article("a", "a.txt", text="Le pont a rouvert lundi.\nLeave a Reply", lang="fr")]
    )
    boilerplate = an.find_boilerplate(table)
    cleaned = an.clean_text(table)
    assert "Leave a Reply" not in an.show(cleaned, empty(Quote), "a").html
    html = an.show(cleaned, empty(Quote), "a", boilerplate=boilerplate).html
    assert "<del>Leave a Reply</del>" in html
    assert "Removed before the analysis: 1\xa0line" in html


def test_an_article_without_quotations_says_so():
    assert "No quotation found." in an.show(article(), empty(Quote), "a").html


@pytest.mark.parametrize(
    ("table", "article_id", "named"),
    [
        (article(), "b", "article_id='b' is not among the 1 articles, such as 'a'"),
        (article(None, problem="an empty file"), "a", "article_id='a' has no text: an empty file"),
        (
            article("Autre chose. " * 9),
            "a",
            "the quotation 'Les digues tiendront' is not what its article has at 2:22",
        ),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_reason(table, article_id, named):
    with pytest.raises(ValueError, match=re.escape(named)):
        an.show(table, QUOTES, article_id)


@pytest.mark.parametrize("column", ["article_id", "start", "quote", "kind", "utterance"])
def test_a_table_that_lacks_a_column_is_refused_with_its_maker(column):
    with pytest.raises(ValueError, match=rf"the quotes table lacks '{column}' \(made by find_quotes\(\)\)"):
        an.show(article(), QUOTES.drop(columns=column), "a")


def test_removed_lines_without_their_rule_are_refused_with_their_maker():
    removed = pd.DataFrame({"article_id": ["a"], "line": ["Leave a Reply"], "kind": ["comment"]})
    with pytest.raises(ValueError, match=r"the boilerplate table lacks 'rule' \(made by find_boilerplate"):
        an.show(article(), QUOTES, "a", boilerplate=removed)


def test_a_marked_article_shows_itself_in_a_notebook():
    shown = an.show(article(), QUOTES, "a")
    assert shown._repr_mimebundle_() == {"text/html": shown.html, "text/plain": shown.html}


def test_an_answer_is_a_sentence_and_its_values_stay_text():
    html = answer("row", "en", group="<b>$5 and $6</b>", n=3).html
    assert "<b>" not in html
    assert "mathjax_ignore" in html
    assert unescape(re.sub(r"<[^>]*>", "", html)) == "<b>$5 and $6</b> (3)"


def test_each_sentence_shows_how_hard_it_is():
    text = "Il pleut. L'administration pénitentiaire réorganise ses établissements."
    html = an.show(article(text), empty(Quote), "a", difficulty=True).html
    # LIX = words per sentence + 100 × long words / words: 2 + 0; 6 + 100 × 4 / 6 = 73
    assert re.findall(r'class="(\w+)".*?<sup[^>]*>(\d+)</sup>', html) == [
        ("very_easy", "2"),
        ("very_hard", "73"),
    ]


def test_a_text_of_unknown_language_has_a_lix_too():
    html = an.show(article("Jah. Ei.").assign(lang=None), empty(Quote), "a", difficulty=True).html
    assert html.count("<mark") == 2
