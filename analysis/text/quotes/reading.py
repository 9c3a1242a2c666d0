"""An article as the rules see it: its tokens, what marks enclose, and sentences that respect them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text import marks, sentences
from analysis.text.grammar.tokens import Tokens, tokenise
from analysis.text.grammar.verb_forms import forms
from analysis.text.lexicon import Lexicon
from analysis.text.marks import Marked
from analysis.text.words import Span

LONGEST = 250
"""Tokens outside quote marks in the longest sentence that is read as one."""


class Reading(NamedTuple):
    """The tokens of an article and what is known of each; rules read this and nothing else.

    Args:
        text: the article.
        lexicon: its language.
        starts: code point where each token begins.
        ends: code point after each token.
        lows: each token in lower case, its apostrophe straight.
        tags: one letter a token, as in `Tokens`, and: v reporting verb, < and > outer quote marks.
        marked: the stretches between outer marks, in order.
        edges: first and last (exclusive) token of each marked stretch, its marks included.
        inside: for each token the number of the stretch it is in, its marks included, or -1.
        sentences: first and last (exclusive) token of each sentence; none ends inside a marked stretch.
    """

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    lows: list[str]
    tags: list[str]
    marked: list[Marked]
    edges: list[tuple[int, int]]
    inside: list[int]
    sentences: list[tuple[int, int]]

    def at(self, offset: int) -> int:
        """The first token that begins at or after a code point."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """The code points of the tokens from `first` up to, not including, `last`; of `-il`, the pronoun."""
        start = self.starts[first]
        if self.tags[first] == "e":
            start += self.text[start : self.ends[first]].rfind("-") + 1
        return Span(start, self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """The printed text of a stretch of tokens."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def read(text: str, lexicon: Lexicon) -> Reading:
    """The reading of an article.

    Args:
        text: the article.
        lexicon: its language.

    >>> from analysis.text import lexicon
    >>> "".join(read("« Oui », dit-elle.", lexicon.load("fr")).tags)
    '<A>,we.'
    """
    tokens = tokenise(text, lexicon)
    outer = marks.outer(marks.pair(text, lexicon))
    edges = [
        (bisect_left(tokens.starts, mark.open), bisect_left(tokens.starts, mark.close)) for mark in outer
    ]
    tags = tokens.tags.copy()
    inside = _inside(tags, outer, edges)
    parts = _sentences(tokens, outer)
    return Reading(
        *tokens[:-1], tags, outer, edges, inside, [piece for part in parts for piece in _pieces(part, inside)]
    )


def _inside(tags: list[str], outer: list[Marked], edges: list[tuple[int, int]]) -> list[int]:
    """Number the tokens of each marked stretch, and give its marks the letters < and >."""
    inside = [-1] * len(tags)
    for number, (mark, (first, last)) in enumerate(zip(outer, edges, strict=True)):
        inside[first:last] = [number] * (last - first)
        if mark.open < mark.start and first < last and tags[first] in '"g':
            tags[first] = "<"
        if mark.close > mark.end and first < last and tags[last - 1] in '"g':
            tags[last - 1] = ">"
    return inside


def _sentences(tokens: Tokens, outer: list[Marked]) -> list[tuple[int, int]]:
    """Token ranges of the sentences, those that a marked stretch joins put together."""
    opens, starts = [mark.open for mark in outer], tokens.starts
    joined: list[Span] = []
    for span in sentences.split(tokens.text, tokens.lexicon):
        held = bisect_right(opens, span.start - 1) - 1
        before = joined[-1] if joined and held >= 0 else None
        if before and (_held(outer[held], span) or _asked(tokens, outer[held], before, span)):
            joined[-1] = Span(before.start, span.end)
        else:
            joined.append(span)
    ranges = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in joined]
    return [(first, last) for first, last in ranges if first < last]


def _pieces(part: tuple[int, int], inside: list[int]) -> Iterator[tuple[int, int]]:
    """A sentence, cut where it is longer than any sentence is, so that no rule's cost grows with it."""
    first, last = part
    while last - first > LONGEST:
        cut = next((at for at in range(first + LONGEST, last) if _between(inside, at)), last)
        yield first, cut
        first = cut
    if first < last:
        yield first, last


def _between(inside: list[int], at: int) -> bool:
    """Whether no marked stretch goes on across the beginning of a token."""
    return inside[at] < 0 or inside[at] != inside[at - 1]


def _held(mark: Marked, span: Span) -> bool:
    """Whether a sentence begins inside a marked stretch."""
    return mark.open < span.start < mark.close


def _asked(tokens: Tokens, mark: Marked, before: Span, span: Span) -> bool:
    """Whether a sentence may be the verb of marked words right before it: `“Why?” | Lee asked`."""
    text = tokens.text
    glued = mark.close == before.end and "\n" not in text[mark.close : span.start]
    asks = glued and text[mark.end - 1] in "?!…," and span.end - span.start < 160
    introduced = text[max(before.start, mark.open - 3) : mark.open].rstrip().endswith((":", ","))
    return asks and not introduced and _reports(tokens, span)


def _reports(tokens: Tokens, span: Span) -> bool:
    """Whether a sentence begins with what may be a subject, and holds a verb of reporting."""
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    verbs, opens = forms(tokens.lexicon), first < last and tokens.tags[first] in "Aduwn"
    return opens and any(low in verbs for low in tokens.lows[first:last])
