"""Classes have names: no rule speaks in the letters that stand for them."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from analysis.text import lexicon
from analysis.text.grammar import classes
from analysis.text.grammar.tokens import tokenise
from analysis.text.grammar.word_lists import words
from analysis.text.quotes import verbs
from analysis.text.quotes.reading import read

TEXT = Path(__file__).parents[3] / "analysis" / "text"
SPEAKING = ("quotes", "resolve", "classify", "grammar", "mentions.py")
LETTERS = set(classes.LETTERS.values())


def constants(node: ast.AST) -> set[str]:
    """The strings that stand in a comparison, alone or in a display."""
    return {
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def speaks_of_classes(node: ast.AST) -> bool:
    """Whether an expression is a token's class or a stretch of the line."""
    names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    names |= {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    return bool(names & {"line", "tags", "tag", "letter", "letters", "gap", "between"})


def literals() -> list[str]:
    """Comparisons with class letters that are spelt out, as file:line."""
    found = []
    for path in (path for name in SPEAKING for path in [*(TEXT / name).rglob("*.py"), TEXT / name]):
        if path.suffix != ".py" or path.name == "classes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Compare):
                continue
            sides = [node.left, *node.comparators]
            spelt = set().union(*(constants(side) for side in sides)) - {""}
            if any(speaks_of_classes(side) for side in sides) and any(set(one) <= LETTERS for one in spelt):
                found.append(f"{path.relative_to(TEXT)}:{node.lineno}: {ast.unparse(node)}")
    return found


def test_no_rule_spells_a_class_letter():
    assert literals() == []


def test_every_class_has_a_name_a_letter_and_an_example_of_its_own():
    assert [letter for letter, n in Counter(one.letter for one in classes.CLASSES).items() if n > 1] == []
    for one in classes.CLASSES:
        assert getattr(classes, one.name) == one.letter
        assert len(one.letter) == 1
        assert one.holds
        assert one.example


@pytest.mark.parametrize("one", [one for one in classes.CLASSES if one.filled_by], ids=lambda one: one.name)
def test_a_list_fills_its_class(one):
    """Some word of the list has the class in some language; most lists exist in all."""
    told = {code: lexicon.load(code) for code in lexicon.available()}
    filled = [
        code
        for code, known in told.items()
        for word in sorted(words(known, one.filled_by))[:3]
        if one.letter in tokenise(word, known).line
    ]
    assert filled


@pytest.mark.parametrize(
    ("text", "lang", "line"),
    [
        ("Oui, dit-elle.", "fr", "A,we."),
        ("the voters' choice (50 %) — Roy's", "en", "dwgw(n)-Ag"),
        ("« Oui »\n“Ja”;:", "fr", '"A"¶"A";:'),
    ],
)
def test_the_line_of_a_text(text, lang, line):
    assert tokenise(text, lexicon.load(lang)).line == line


def test_marks_and_verbs_get_their_classes_when_they_are_known():
    reading, _ = verbs.find(read("“Yes,” said Roy.", lexicon.load("en")))
    assert reading.line == "<A,>vA."


def test_a_class_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no word class is named 'NOUNS'; there are COMPLEMENTISER"):
        classes.any_of("NAME NOUNS")
