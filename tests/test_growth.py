"""The cost of a verb grows as its text does: steps are counted, not seconds."""

import sys
import warnings
from collections.abc import Callable
from functools import lru_cache
from types import FrameType
from typing import Any

import pandas as pd
import pytest

import analysis as an
from analysis.text import boilerplate, language
from analysis.text.boilerplate import lines
from analysis.text.grammar import patterns

MOST = 2.2
"""Times the steps for twice the text: 2, and what a table and a sort cost besides."""

TEXTS = {
    "captions between sentences": "Photo: Ada Roy / AFP\nThe mayor said it rained all day.\n",
    "buttons": "Share on Facebook\n",
    "dialogue": "— Oui, dit-il.\n",
    "quotations": "“Yes,” said Ada Roy.\n",
    "blank lines": "It rains.\n\n\n\n",
    "dashes": "—\n",
}


def articles(text: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": ["a", "b"], "text": text, "lang": "en", "outlet": "The Lamp"})


def steps(job: Callable[[], object]) -> int:
    """How many lines of our own code run: loops that call nothing count too."""
    count = 0

    def watch(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "/analysis/" not in frame.f_code.co_filename:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        job()
    finally:
        sys.settrace(before)
    return count


def shown(text: str) -> Callable[[], object]:
    table = articles(text)
    quotes = an.find_quotes(table)
    return lambda: an.show(table, quotes, "a")


JOBS: dict[str, Callable[[str], Callable[[], object]]] = {
    "clean_text": lambda text: lambda: an.clean_text(articles(text)),
    "find_repeated_lines": lambda text: lambda: an.find_repeated_lines(articles(text)),
    "detect_paragraphs": lambda text: lambda: an.detect_paragraphs(articles(text)),
    "show": shown,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("verb", JOBS)
def test_twice_the_text_is_twice_the_steps(verb: str, name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        JOBS[verb](TEXTS[name])()  # what is loaded once is loaded by now
        small, large = (steps(JOBS[verb](TEXTS[name] * times)) for times in (60, 120))
    assert large <= MOST * small


def test_no_pattern_of_sentences_reads_a_long_line(monkeypatch: pytest.MonkeyPatch):
    read: list[int] = []

    class Watched:
        def search(self, line: str) -> None:
            read.append(len(line))

    monkeypatch.setattr(lines, "_SENTENCE", Watched())
    monkeypatch.setattr(lines, "_UNSPACED", Watched())
    assert boilerplate.is_sentence("He left. Why? " * 1000)
    boilerplate.find("He left. Why? " * 1000 + "\nShe stayed? " + "\u2028Read more" * 1000)
    assert max(read, default=0) <= lines.LONG


def test_a_line_is_turned_round_once_and_not_for_each_look_back(monkeypatch: pytest.MonkeyPatch):
    turned: list[int] = []

    @lru_cache(patterns._turned.cache_parameters()["maxsize"])
    def watched(line: str) -> str:
        turned.append(len(line))
        return line[::-1]

    monkeypatch.setattr(patterns, "_turned", watched)
    an.find_quotes(articles("“Yes,” said Ada Roy. " * 100)[:1])
    long = [length for length in turned if length > 500]
    assert 1 <= len(long) <= 4


def test_a_paragraph_that_returns_is_asked_once(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(language, "detect", lambda text: asked.append(text) or language.UNDETERMINED)
    assert len(language.by_paragraph("Read more\nIt rains.\n" * 50)) == 100
    assert sorted(asked) == ["It rains.", "Read more"]


def test_a_second_opinion_is_not_asked_where_it_settles_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(language, "ask_langdetect", lambda _: pytest.fail("asked"))
    ranking = [("en", language.AGREED / 2), ("fr", language.AGREED / 3)]
    assert language._settle("whatever it is", ranking, 100) == language.UNDETERMINED
    assert language._settle("oui", [("fr", 0.5)], language.FEW - 1) == language.UNDETERMINED


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("write to ada@roy.org now", "write to   now"),
        ("<a href='x'>ada@roy.org</a>", "   "),
        ("see www.roy.org/a or <b>", "see   or  "),
        ("@ada wrote", "@ada wrote"),
    ],
)
def test_addresses_are_no_words_of_a_language(text: str, plain: str):
    assert language.ADDRESS.sub(" ", text) == plain
