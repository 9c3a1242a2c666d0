"""The lines of a page that are not its article."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from analysis.text.boilerplate.phrases import Rule, first_word, fold, key, letters, phrases
from analysis.text.words import written_lines

# A page goes on to other things after such a line, or has not begun before it. A caption or an
# advertisement stands anywhere in an article and says nothing about what surrounds it.
ANCHORS = frozenset(
    {"share", "comments", "plugin", "nav", "related", "promo", "tags", "paywall", "cookies", "copyright"}
)


class Line(NamedTuple):
    """One line that is not the article.

    Fields:
        start: code point in the raw text where the line begins, white space around it excluded
        end: code point after the line
        line: the line, raw text from start to end
        kind: a kind of boilerplate.toml (share, comments, related, caption and so on), "head" or "tail" for a
            line found by its place, "repeated" for one that the outlet prints on other articles too
        rule: what found it: the way a phrase counts and the phrase, or the neighbour that gave it away
    """

    start: int
    end: int
    line: str
    kind: str
    rule: str


def find(text: str, repeated: Collection[str] = frozenset()) -> list[Line]:
    r"""The lines of a text that are not the article, in order.

    A line goes when it is a phrase of boilerplate.toml, when the outlet repeats it, or by its place: after
    such a line at the end, where no sentence follows any more, or a single word before one at the head, where
    no sentence has come yet. Bylines, datelines and credits stay.

    Args:
        text: the raw text, one paragraph a line; a line goes whole or stays whole.
        repeated: keys (see `key`) of the lines that the same outlet prints on other articles.

    >>> page = "Share this:\nThe bridge reopened on Monday, the mayor said.\nLeave a Reply\nTop of the page"
    >>> [(line.line, line.kind, line.rule) for line in find(page)]
    [('Share this:', 'share', 'exact: Share this'),
     ('Leave a Reply', 'comments', 'exact: Leave A Reply'),
     ('Top of the page', 'tail', 'after: Leave a Reply')]
    """
    spans = list(written_lines(text))
    lines = [text[start:end] for start, end in spans]
    hits = {number: rule for number, line in enumerate(lines) if (rule := _rule(line, repeated))}
    hits = {number: rule for number, rule in hits.items() if not _lonely(number, hits)}
    last = max(_sentences(lines, hits), default=-1)
    hits = {
        number: rule for number, rule in hits.items() if not (number > last and _closing(lines[number], rule))
    }
    found = {**_before(lines, hits), **_after(lines, hits), **hits}
    return [Line(*spans[number], lines[number], *found[number]) for number in sorted(found)]


def is_sentence(line: str, words: int = 3) -> bool:
    """Whether a line reads like a sentence: it ends as one, or it is long.

    A question alone does not count, for a headline is often one.

    Args:
        line: one line, stripped.
        words: how many it must have.

    >>> is_sentence("He left."), is_sentence("He left the town."), is_sentence("Who left the town?")
    (False, True, False)
    """
    if len(line) > LONG:  # first: the patterns would read a line of many sentences once for each of them
        return True
    spoken = _SENTENCE.search(line) if len(line.split()) >= words else _UNSPACED.search(line)
    return spoken is not None


LONG = 200
"""Characters beyond which a line is a sentence, however it ends."""

_SENTENCE = re.compile(
    r"""
    [.!…]\W*$                           # … the town.  … the town!»
    | [a-zà-ÿа-яё][.!?…]\s.*\?\W*$      # He left. Why?   but not: Is Charles III. the heir?
    | ^[«“"].*[»”"]$                    # « He left the town »
    | [؟۔।。！？]\W*$                   # the full stops of other scripts
    """,
    re.VERBOSE,
)
_UNSPACED = re.compile(r"[。！？]\W*$")  # Chinese and Japanese do not part their words


def _rule(line: str, repeated: Collection[str]) -> Rule | None:
    """Why a line goes whatever its place."""
    bare = key(line)
    named = phrases().exact.get(bare) or phrases().beside.get(bare) or _opening(line)
    if named:
        return named
    other = ("repeated", "repeated by the outlet") if bare in repeated else _pattern(line)
    return None if other and _stays(line) else other


def _opening(line: str) -> Rule | None:
    folded = fold(line[:300])
    for phrase, label, rule in phrases().opens.get(first_word(folded), []):
        cut = phrase[-1].isalnum() and folded[len(phrase) :][:1].isalnum()
        if folded.startswith(phrase) and not cut and not (label and is_sentence(line, words=8)):
            return rule
    return None


def _pattern(line: str) -> Rule | None:
    if len(line) > 300:
        return None
    return next((rule for pattern, rule in phrases().patterns if pattern.search(line)), None)


def _stays(line: str) -> bool:
    """Whether a line is a byline, a dateline or a credit."""
    if len(line) > 160:
        return False
    return letters(line) in phrases().agencies or any(pattern.search(line) for pattern in phrases().keep)


def _lonely(number: int, hits: Mapping[int, Rule]) -> bool:
    """Whether a line is the name of a service with nothing beside it: "Facebook" may be a subheading."""
    return hits[number][1].startswith("beside") and number - 1 not in hits and number + 1 not in hits


def _closing(line: str, rule: Rule) -> bool:
    """Whether a caption after the last sentence may itself be the article's last, with its credit."""
    return rule[0] == "caption" and len(line.split()) > 8


def _after(lines: list[str], hits: Mapping[int, Rule]) -> dict[int, Rule]:
    """What follows the first anchor after the last sentence."""
    last = max(_sentences(lines, hits), default=len(lines))
    anchor = min(_anchors(hits, range(last, len(lines))), default=None)
    if anchor is None:
        return {}
    rest = (number for number in range(anchor + 1, len(lines)) if not _stays(lines[number]))
    return dict.fromkeys(rest, ("tail", f"after: {lines[anchor]}"))


def _before(lines: list[str], hits: Mapping[int, Rule]) -> dict[int, Rule]:
    """Single words in front of the last anchor before the first sentence: "Home", "World".

    A headline or an author's name has more than one word.
    """
    anchor = max(_anchors(hits, range(min(_sentences(lines, hits), default=0))), default=None)
    if anchor is None:
        return {}
    words = (number for number in range(anchor) if len(lines[number].split()) == 1)
    gone = (number for number in words if not _stays(lines[number]))
    return dict.fromkeys(gone, ("head", f"before: {lines[anchor]}"))


def _sentences(lines: list[str], hits: Mapping[int, Rule]) -> Iterator[int]:
    return (number for number, line in enumerate(lines) if number not in hits and is_sentence(line))


def _anchors(hits: Mapping[int, Rule], where: range) -> Iterator[int]:
    return (number for number, (kind, _) in hits.items() if number in where and kind in ANCHORS)
