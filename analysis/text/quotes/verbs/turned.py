"""Verbs that no list holds, betrayed by their place after marked words."""

from analysis.text.grammar.classes import CLOSING, ENCLITIC
from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.verb_forms import forms
from analysis.text.grammar.word_lists import words
from analysis.text.mentions import speaks
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue


def find(reading: Reading) -> list[Cue]:
    """The verbs of an article that only their place tells, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> [cue.lemma for cue in find(read("« Non », trépigne-t-il.", lexicon.load("fr")))]
    ['trépigne']
    """
    rules = {ENCLITIC: glued, CLOSING: after_marks}
    told = ((rules[letter], at) for at, letter in enumerate(reading.line) if letter in rules)
    return [cue for rule, at in told if (cue := rule(reading, at))]


def glued(reading: Reading, at: int) -> Cue | None:
    """A verb that its glued pronoun turns after marked words: `« Non », trépigne-t-il`, `a-t-il tonné`.

    Args:
        reading: the article, its known verbs at REPORTING.
        at: the token of the glued pronoun.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », a-t-il trépigné.", lexicon.load("fr"))
    >>> glued(told, told.line.index("e")).lemma
    'trépigné'
    """
    lexicon, tags = reading.lexicon, reading.line
    if at < 2 or reading.lows[at] in words(lexicon, "first_persons"):
        return None
    participle = tags[at - 1] == "h" and tags[at + 1 : at + 2] == "w"
    head = at + 1 if participle else at - 1
    first = next((i for i in range(at - 1, max(0, at - 4), -1) if tags[i - 1] not in "o!"), at - 1)
    turned = tags[first - 1] == ">" or (
        tags[first - 1] == "," and (tags[first - 2] == ">" or reading.inside[at] >= 0)
    )
    if not turned or tags[head] not in "wf" or _listed(reading, head):
        return None
    return Cue(first, head, max(head, at) + 1, reading.lows[head], "neutral", 2, "finite", False, False, at)


def after_marks(reading: Reading, mark: int) -> Cue | None:
    """A verb between marked words and who speaks: `« Non », s'étrangle Ada Roy`, `a tonné le maire`.

    Args:
        reading: the article, its known verbs at REPORTING.
        mark: the token of the closing mark.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », s'étrangle Ada Roy.", lexicon.load("fr"))
    >>> after_marks(told, told.line.index(">")).lemma
    'étrangle'
    """
    lexicon, tags, lows = reading.lexicon, reading.line, reading.lows
    if not lexicon.section("grammar").get("any_verb_after_marks") or tags[mark + 1 : mark + 2] != ",":
        return None
    at = next((i for i in range(mark + 2, min(mark + 5, len(tags))) if tags[i] not in "o!"), 0)
    head = at + 1 if at and tags[at] == "h" else at
    endings = tuple(words(lexicon, "participle_endings" if head > at else "present_endings"))
    if not head or tags[head : head + 1] != "w" or _listed(reading, head) or not lows[head].endswith(endings):
        return None
    if tags[head + 1 : head + 2] not in ("d", "A") or lows[head + 1] in words(lexicon, "ties"):
        return None
    if not speaks(reading, (head + 1, phrase_after(reading, head + 1, len(tags)))):
        return None
    return Cue(at, head, head + 1, lows[head], "neutral", 2, "finite", False, False, -1)


def _listed(reading: Reading, at: int) -> bool:
    """Whether a word is by itself a form of a reporting verb."""
    return any(len(form.words) == 1 for form in forms(reading.lexicon).get(reading.lows[at], ()))
