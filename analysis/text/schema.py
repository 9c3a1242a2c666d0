"""What a language file may hold: sections, keys and types; a slip is named when the file is loaded."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from types import UnionType
from typing import Any

STANCES = (
    "neutral",
    "assertive",
    "factive",
    "hedging_distancing",
    "concede",
    "challenge",
    "directive_commissive",
    "expressive",
)
TIERS = ("1", "2", "3")
TENSES = (
    "pres",
    "impf",
    "past_simple",
    "past",
    "future",
    "conditional",
    "subjunctive",
    "participle",
    "gerund",
    "infinitive",
)

Shape = Any
"""A type; `[shape]` a list of such values; `(shape, shape)` a list of just these; a frozenset its members;
a dict a table, where `ANY` stands for every other key."""

ANY = "*"
WORDS = [str]
NUMBER = float | int
AGREEMENT = (frozenset({"f", "m", "n", ""}), frozenset({"singular", "plural", ""}))


def _keys(shape: Shape, names: str) -> dict[str, Shape]:
    return dict.fromkeys(names.split(), shape)


FORMS = dict.fromkeys(TENSES, WORDS)
VERB = {"class": str, "apart": str, **FORMS}
LANGUAGE: dict[str, Shape] = {
    "code": str,
    "name": str,
    "verbs": {stance: {tier: {ANY: str | dict} for tier in TIERS} for stance in STANCES},
    "conjugation": {ANY: {"lemma": str, "like": str, **FORMS}},
    "sentences": {
        **_keys(WORDS, "never may_end end_before_starter before_number starters"),
        "ordinals": bool,
    },
    "marks": {"pairs": [(str, str)], "dash_turns": bool, "apostrophes": WORDS},
    "grammar": {
        **_keys(bool, "inverted_tail clitic_inversion zero_complementiser comma_clause cue_inside_marks"),
        **_keys(bool, "verb_second verb_bracket pro_drop bare_infinitive clitics relative_that"),
        **_keys(bool, "relative_speaks label_with_object colon_headlines negated_questions"),
        **_keys(bool, "noun_gerund known_speakers any_verb_after_marks"),
        "adverb_endings": WORDS,
        **_keys(WORDS, "verb_endings present_endings past_endings participle_endings finite_endings"),
        **_keys(WORDS, "gerund_endings infinitive_endings subjunctive_endings negative_endings no_adverbs"),
        **_keys(WORDS, "adverbs_after_auxiliary subjunctives conditionals infinitive_markers verb_prefixes"),
        **_keys(WORDS, "label_verbs infinitive_verbs recipient_verbs belief_verbs denying_verbs noun_forms"),
        **_keys(WORDS, "headline_forms hearsay reflexives pronominals first_persons recipient_pronouns"),
        **_keys(WORDS, "oblique as_words as_openers opening_phrases report_nouns conjunction_parts"),
        **_keys(WORDS, "article_nouns nouns_after_article elided_articles adjuncts ties genitives joiners"),
        **_keys(WORDS, "breakers gerund_leads purpose_words companions agent_markers label_breakers"),
        **_keys(WORDS, "looking_back line_labels works"),
    },
    "words": {
        **_keys(WORDS, "complementisers interrogatives relatives subjects be have modals negations"),
        **_keys(WORDS, "determiners objects coordinators subordinators times prepositions adverbs finite"),
    },
    "tokens": _keys(WORDS, "proclitics enclitics possessives"),
    "mentions": {
        **_keys(WORDS, "titles particles inner_particles roles role_endings groups metonyms documents"),
        "capitalised_nouns": bool,
    },
    "pronouns": {ANY: AGREEMENT},
    "agreement": {ANY: AGREEMENT},
    "according": _keys(WORDS, "before after around tail alone"),
    "inflection": _keys(WORDS, "endings plural_endings singular_endings"),
    "roles": {ANY: WORDS},
    "resolution": {
        **_keys(WORDS, "persons bodies indefinite former neutral impersonal narrator continuing heads"),
        **_keys(WORDS, "no_names leading members articles"),
        **_keys(bool, "head_final noun_capitals article_before_name"),
    },
    "anonymous": _keys(WORDS, "explicit sources collective impersonal"),
    "spelling": {"elided": WORDS, "hyphen_parts": bool},
    "syllables": {
        **_keys(str, "nucleus dictionary"),
        "rules": [(str, str)],
        "endings": [(str, str, int)],
        "sets": {ANY: str | list},
    },
    "numbers": {
        **_keys(int, "hundred thousand point and"),
        **_keys([int], "units tens over_teens"),
        "abbreviations": {ANY: int},
    },
    "formulas": {
        ANY: {**_keys(str, "column direction source"), "constant": NUMBER, "terms": {ANY: NUMBER}},
    },
    "translation": {"notes": WORDS, **_keys(str, "articles foreign")},
}
"""Section → key → shape, of every language file; what each means stands in languages/README.md."""

NAMES = {str: "a text", bool: "true or false", int: "a whole number", NUMBER: "a number"}


def check(tables: Mapping[str, Any], file: str, known: Mapping[str, Any] | None = None) -> None:
    """Whether a language file holds what it may.

    Args:
        tables: of the file, or of an analyst's additions.
        file: its name, for the message.
        known: the tables of the language that they are added to, whose classes their verbs may use.

    Raises:
        ValueError: for each slip, with file, section, key and what was meant.

    >>> check({"grammar": {"label_verb": ["call"]}}, "my.toml")
    Traceback (most recent call last):
    ValueError: my.toml: [grammar] has no key "label_verb"; meant "label_verbs"?
    """
    classes = {**(known or {}).get("conjugation", {}), **tables.get("conjugation", {})}
    slips = [*_slips(tables, LANGUAGE, ())] or [*_class_slips(classes), *_verb_slips(tables, classes)]
    if slips:
        raise ValueError("\n".join(f"{file}: {slip}" for slip in slips))


def _slips(value: Any, shape: Shape, path: tuple[str, ...]) -> Iterator[str]:
    """What in a table, and in those inside it, is not as the shape says."""
    if not isinstance(shape, dict):
        if not _fits(value, shape):
            yield f"{_place(path)} must be {_in_words(shape)}, not {value!r:.60}"
    elif not isinstance(value, dict):
        yield f"{_place(path)} must be a table{_hint(path)}, not {value!r:.60}"
    else:
        for key, inner in value.items():
            if key in shape or ANY in shape:
                yield from _slips(inner, shape.get(key, shape.get(ANY)), (*path, key))
            else:
                yield f"{_table(path)} has no {_meant(key, shape, 'key')}{_hint(path)}"


def _fits(value: Any, shape: Shape) -> bool:
    if isinstance(shape, frozenset):
        return isinstance(value, str) and value in shape
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(one, shape[0]) for one in value)
    if isinstance(shape, tuple):
        return isinstance(value, list) and len(value) == len(shape) and all(map(_fits, value, shape))
    return isinstance(value, shape) and (shape is bool or not isinstance(value, bool))


def _in_words(shape: Shape) -> str:
    if isinstance(shape, frozenset):
        return " or ".join(f'"{member}"' for member in sorted(shape))
    if isinstance(shape, list):
        return f"a list, each of it {_in_words(shape[0])}"
    if isinstance(shape, tuple):
        return f"[{', '.join(map(_in_words, shape))}]"
    return NAMES.get(shape, str(shape) if isinstance(shape, UnionType) else shape.__name__)


def _place(path: tuple[str, ...]) -> str:
    return f'{_table(path[:-1])} "{path[-1]}"' if path[1:] else f"[{path[0]}]"


def _table(path: tuple[str, ...]) -> str:
    return f"[{'.'.join(path)}]" if path else "the file"


def _meant(key: str, known: Collection[str], noun: str) -> str:
    """The key, and the one meant: that which resembles it, or all there are."""
    near = difflib.get_close_matches(key, known, 1)
    return f'{noun} "{key}"; ' + (f'meant "{near[0]}"?' if near else f"there are {', '.join(known)}")


def _hint(path: tuple[str, ...]) -> str:
    """What an analyst who adds a verb may have missed."""
    wrong = path[:1] == ("verbs",) and len(path) < 3
    return " (a verb stands in a block of its stance and tier, [verbs.neutral.2])" if wrong else ""


def _class_slips(classes: Mapping[str, Any]) -> Iterator[str]:
    """Classes that are like one that is not there, or in the end like themselves."""
    for name, table in classes.items():
        seen, like = {name}, table.get("like")
        while like in classes and like not in seen:
            seen.add(like)
            like = classes[like].get("like")
        if like in seen:
            yield f"[conjugation.{name}] is like itself"
        elif like is not None:
            yield f"[conjugation.{name}] has no {_meant(like, classes, 'class')}"


def _verb_slips(tables: Mapping[str, Any], classes: Mapping[str, Any]) -> Iterator[str]:
    """Verbs in two blocks, and those that cannot be conjugated."""
    blocks: dict[str, tuple[str, ...]] = {}
    for stance, tiers in tables.get("verbs", {}).items():
        for tier, listed in tiers.items():
            path = ("verbs", stance, tier)
            for lemma, entry in listed.items():
                if lemma in blocks:
                    yield f'{_table(path)} "{lemma}" stands in {_table(blocks[lemma])} too'
                blocks[lemma] = path
                yield from _entry_slips(lemma, entry, (*path, lemma), classes)


def _entry_slips(
    lemma: str, entry: str | dict[str, Any], path: tuple[str, ...], classes: Mapping[str, Any]
) -> Iterator[str]:
    table = {"class": entry} if isinstance(entry, str) else entry
    slips = [*_slips(table, VERB, path)]
    yield from slips
    name = table.get("class")
    if slips or (name is None and table.keys() & FORMS):
        return
    if name is None:
        yield f"{_place(path)} has neither a class nor forms"
    elif name not in classes:
        yield f"{_place(path)} has no {_meant(name, classes, 'class')}"
    elif not _ends(lemma, classes[name].get("lemma", name)):
        yield f'{_place(path)} does not end as class "{name}" asks'
    elif not lemma.startswith(table.get("apart", "")):
        yield f'{_place(path)} does not begin with "{table["apart"]}"'


def _ends(lemma: str, ending: str) -> bool:
    """Whether some word of a lemma ends so; what `*` stands for is left to text/grammar/conjugation.py."""
    return any(word.endswith(ending.rpartition(ANY)[2]) for word in re.split("[ ']", lemma))
