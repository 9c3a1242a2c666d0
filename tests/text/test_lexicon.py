"""Language files: what they may hold, what an analyst may add, and that slips are named."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from analysis.text import lexicon, schema
from analysis.text.grammar.conjugation import verbs

ROOT = Path(__file__).parents[2]
MANUAL = (lexicon.LANGUAGES / "README.md").read_text(encoding="utf-8")
KEYS = sorted(
    (section, key) for section, keys in schema.language().items() if isinstance(keys, dict) for key in keys
)
NAMED = [(section, key) for section, key in KEYS if key != schema.ANY and section != "verbs"]


@pytest.mark.parametrize("lang", lexicon.available())
def test_a_language_file_holds_what_it_may(lang: str) -> None:
    sections = lexicon.load(lang).sections
    schema.check(sections, lang)
    assert sections["code"] == lang
    assert sections["name"]


@pytest.mark.parametrize("lang", lexicon.available())
def test_no_line_is_too_long_to_read_in_a_diff(lang: str) -> None:
    lines = (lexicon.LANGUAGES / f"{lang}.toml").read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 110] == []


def lists(table: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from lists(value, f"{path}.{key}")
    elif isinstance(table, list) and table and all(isinstance(word, str) for word in table):
        yield path, table


@pytest.mark.parametrize("lang", lexicon.available())
def test_no_list_has_a_word_twice(lang: str) -> None:
    word_lists = [
        (path, words)
        for path, words in lists(lexicon.load(lang).sections)
        if not path.startswith((".pronouns", ".agreement", ".verbs", ".conjugation"))
    ]
    assert [path for path, words in word_lists if len(set(words)) < len(words)] == []


def test_no_line_of_the_manual_is_too_long() -> None:
    assert [number for number, line in enumerate(MANUAL.splitlines(), 1) if len(line) > 120] == []


def test_all_files_together_are_no_larger_than_they_may_be() -> None:
    """298,000 bytes when forms came from endings; the rest are words that unseen press asked for."""
    assert sum(path.stat().st_size for path in lexicon.LANGUAGES.glob("*.toml")) <= 350_000


@pytest.mark.parametrize(("section", "key"), NAMED)
def test_the_manual_describes_each_key(section: str, key: str) -> None:
    assert re.search(rf"`(?:[\w ]* )?{key}(?: [\w ]*)?`", MANUAL), f"[{section}] {key}"


@pytest.mark.parametrize("section", sorted({section for section, _ in KEYS}))
def test_the_manual_describes_each_section(section: str) -> None:
    assert f"`[{section}" in MANUAL


@cache
def literals() -> frozenset[str]:
    """The strings of the text floor outside the schema, whole and after a point, and its records' fields."""
    found: set[str] = set()
    for path in (ROOT / "analysis" / "text").rglob("*.py"):
        if path.name != "schema.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {node.value, node.value.rpartition(".")[2]}  # "label_verbs", "mentions.roles"
                if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                    found.add(node.target.id)  # a field of a record that is filled from a table of that name
    return frozenset(found)


@pytest.mark.parametrize(("section", "key"), NAMED)
def test_each_key_is_read_by_some_code(section: str, key: str) -> None:
    assert key in literals(), f"[{section}] {key}"


def extended(tmp_path: Path, text: str, lang: str = "fr") -> lexicon.Lexicon:
    extra = tmp_path / "my_words.toml"
    extra.write_text(text, encoding="utf-8")
    return lexicon.load(lang, extra=extra)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[verb]\n", 'the file has no key "verb"; meant "verbs"?'),
        ('[grammar]\nlabel_verb = ["traiter"]', '[grammar] has no key "label_verb"; meant "label_verbs"?'),
        ('[grammar]\npro_drop = "yes"', "[grammar] \"pro_drop\" must be true or false, not 'yes'"),
        ('[words]\ntimes = "lundi"', "[words] \"times\" must be a list of texts, not 'lundi'"),
        ('[pronouns]\nel = ["x", "plural"]', '[pronouns] "el" must be [gender, number]'),
        ("[numbers]\nhundred = true", '[numbers] "hundred" must be a whole number, not True'),
        ("[formulas.mine]\nconstant = 'x'", "[formulas.mine] \"constant\" must be a number, not 'x'"),
        ('[syllables]\nrules = [["a"]]', "\"rules\" must be a list of pairs [text, text], not [['a']]"),
        ('[marks]\npairs = "«»"', "[marks] \"pairs\" must be a list of pairs [text, text], not '«»'"),
        ("[verbs.neutral.1]\nvagir = 3", '[verbs.neutral.1] "vagir" must be a class or a table, not 3'),
        ("words = 3", "[words] must be a table, not 3"),
        ('verbs = "dire"', "[verbs] must be a table (a verb stands in a block of its stance and tier"),
        ('[verbs]\n"vagir" = "ir"', '[verbs] has no key "vagir"; there are neutral, assertive,'),
        ('[verbs.neutrl.1]\n"vagir" = "ir"', '[verbs] has no key "neutrl"; meant "neutral"?'),
        ('[verbs.neutral.4]\n"vagir" = "ir"', '[verbs.neutral] has no key "4"; there are 1, 2, 3'),
        ('[verbs.neutral.1]\n"vagir" = "irr"', '[verbs.neutral.1] "vagir" has no class "irr"; meant "ir"?'),
        ('[verbs.neutral.1]\n"vagir" = "er"', '[verbs.neutral.1] "vagir" does not end as class "er" asks'),
        ('[verbs.neutral.1]\n"vagir" = {}', '[verbs.neutral.1] "vagir" has neither a class nor forms'),
        (
            '[verbs.neutral.1]\n"vagir" = { class = "ir", passt = ["vagi"] }',
            '[verbs.neutral.1.vagir] has no key "passt"; meant "past"?',
        ),
        ('[verbs.neutral.1]\n"vagir" = { class = "ir", apart = "an" }', '"vagir" does not begin with "an"'),
        (
            '[verbs.neutral.1]\n"vagir" = "ir"\n[verbs.neutral.2]\n"vagir" = "ir"',
            '[verbs.neutral.2] "vagir" stands in [verbs.neutral.1] too',
        ),
        ('[conjugation.oir]\nlike = "dires"', '[conjugation.oir] has no class "dires"; meant "dire"?'),
        ('[conjugation.oir]\nlike = "oir"', "[conjugation.oir] is like itself"),
        ('[conjugation]\nab.like = "ac"\nac.like = "ab"', "is like itself: ab → ac → ab"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ValueError, match=re.escape(named)) as raised:
        extended(tmp_path, text)
    assert str(raised.value).startswith("my_words.toml: ")


def test_every_slip_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="label_verb") as raised:
        extended(tmp_path, '[grammar]\nlabel_verb = ["x"]\ntie = ["x"]')
    assert len(str(raised.value).splitlines()) == 2


def test_a_verb_of_ones_own_is_one_line(tmp_path: Path) -> None:
    own = extended(tmp_path, '[verbs.expressive.2]\n"vagir" = "ir"')
    added = next(verb for verb in verbs(own) if verb.lemma == "vagir")
    assert (added.stance, added.tier, added.forms["past_simple"]) == ("expressive", 2, ("vagit", "vagirent"))
    assert len(verbs(own)) == len(verbs(lexicon.load("fr"))) + 1


def test_a_verb_of_ones_own_stands_instead_of_ours(tmp_path: Path) -> None:
    own = extended(tmp_path, '[verbs.challenge.3]\n"dire" = "dire"')
    assert [(verb.stance, verb.tier) for verb in verbs(own) if verb.lemma == "dire"] == [("challenge", 3)]


def test_a_class_of_ones_own(tmp_path: Path) -> None:
    own = extended(tmp_path, '[verbs.neutral.1]\n"choir" = "choir"\n[conjugation.choir]\npres = ["choit"]')
    assert next(verb.forms for verb in verbs(own) if verb.lemma == "choir") == {"pres": ("choit",)}
    assert {verb.lemma for verb in verbs(lexicon.load("fr"))}.isdisjoint({"choir"})
