"""Why a sentence gave a quotation or none: each reason once, in the words an analyst reads."""

import pytest

from analysis.text import lexicon, quotes
from analysis.text.quotes.candidates import RANK, RULES, Candidate, select
from analysis.text.quotes.reading import read

ENGLISH = lexicon.load("en")


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Rain fell.", "no reporting verb, no quotation mark and no attributing phrase is known in it"),
        ("Lee never said why.", "“said” is denied"),
        ("She was told to leave.", "“was told” is passive, and nobody is found who says it"),
        ("The report was late.", "“report” is a form of a reporting verb, but does not stand as a verb here"),
        ("“Aye”, he yodelled.", "marked words, and no reporting verb known beside them"),
        ("I hope that it rains.", "“hope” is what “I”, the narrator, only thinks"),
        (
            "Police say.",
            "“say” has “Police” as its speaker, but no clause, marked words or colon that it reports",
        ),
        ("“Lee said nothing” is a film.", "“said” stands inside quotation marks"),
    ],
)
def test_why_nothing(sentence, why):
    assert [(one.outcome, one.why) for one in quotes.explain(sentence, ENGLISH)] == [("nothing", why)]


def test_what_lost_and_to_which():
    rows = quotes.explain("He said “we leave” and that they left.", ENGLISH)
    assert [(one.outcome, one.rule) for one in rows] == [("lost", "zero"), ("found", "head")]
    assert rows[0].why == "the words went to the rule head: a verb leads to the marked words"


def test_what_goes_on_is_explained_too():
    rows = quotes.explain("“The ferry is late,” the captain said. Rain fell. “Nobody waits.”", ENGLISH)
    assert [(one.outcome, one.rule, one.source) for one in rows] == [
        ("found", "tail", "the captain"),
        ("nothing", None, None),
        ("found", "floating", "the captain"),
    ]


def test_explained_quotations_are_those_found():
    text = "Ann Roy said: “Fix it.” According to Roy, the port will pay. Her deputy shrugged: “Who else?”"
    found = [one.quote for one in quotes.explain(text, ENGLISH) if one.outcome == "found"]
    assert found == [quote.quote for quote in quotes.find(text, ENGLISH)]


@pytest.mark.parametrize(("better", "worse"), zip(list(RULES), list(RULES)[1:], strict=False))
def test_of_two_rules_the_one_named_first_is_believed(better, worse):
    rivals = [Candidate(0, 9, "direct", worse, source=(0, 1)), Candidate(0, 9, "direct", better)]
    assert [c.rule for c in select(rivals, read("The ferry is late.", ENGLISH))] == [better]
    assert RANK[better] < RANK[worse]


def test_of_two_by_one_rule_the_one_who_knows_the_speaker_is_believed():
    rivals = [Candidate(0, 9, "direct", "zero"), Candidate(2, 9, "direct", "zero", source=(0, 1))]
    assert [c.start for c in select(rivals, read("The ferry is late.", ENGLISH))] == [2]
