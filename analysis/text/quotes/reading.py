"""An article as the rules see it: its tokens, what marks enclose, and sentences that respect them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.text import marks, sentences
from analysis.text.grammar.classes import CLOSING, OPENING, POSSESSIVE, QUOTE_MARK, any_of
from analysis.text.grammar.tokens import Stretch, Tokens, tokenise
from analysis.text.grammar.verb_forms import forms
from analysis.text.lexicon import Lexicon
from analysis.text.marks import Marked
from analysis.text.quotes import named
from analysis.text.words import Span

LONGEST = 250
"""Tokens outside quote marks in the longest sentence that is read as one: bounds cost."""

LONGEST_TAIL = 160
"""Code points, beyond which a sentence after marked words is no mere `Lee asked`."""

ASKS = frozenset("?!…,")
"""What marked words end with where the sentence goes on after them."""

INTRODUCES = (":", ",")
"""What stands before marked words that a verb before them reports."""

MARK = frozenset({QUOTE_MARK, POSSESSIVE})
"""What a quotation mark is to the tokens: an apostrophe may be one."""

SUBJECT_OPENS = any_of("NAME DETERMINER SUBJECT WORD NUMBER")
"""What the subject of a sentence may begin with."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading(Tokens):
    """The tokens of an article and what is known of each; rules read this and nothing else.

    In its line the outer marks are OPENING and CLOSING, and REPORTING once the verbs are known; marked words
    that are a name are NAME, their marks too.

    Args:
        marked: the stretches between outer marks, in order.
        edges: first and last (exclusive) token of each marked stretch, its marks included.
        inside: for each token the number of the stretch it is in, its marks included, or -1.
        sentences: first and last (exclusive) token of each sentence; none ends inside a marked stretch.
        names: numbers of the marked stretches that are names, which nobody says.
    """

    marked: list[Marked]
    edges: list[Stretch]
    inside: list[int]
    sentences: list[Stretch]
    names: frozenset[int]

    def at(self, offset: int) -> int:
        """The first token that begins at or after a code point."""
        return bisect_left(self.starts, offset)


def read(text: str, lexicon: Lexicon) -> Reading:
    """The reading of an article.

    >>> from analysis.text import lexicon
    >>> read("« Oui », dit-elle.", lexicon.load("fr")).line
    '<A>,we.'
    """
    tokens = tokenise(text, lexicon)
    outer = marks.outer(marks.pair(text, lexicon))
    starts = tokens.starts
    edges = [(bisect_left(starts, mark.open), bisect_left(starts, mark.close)) for mark in outer]
    inside = _inside(len(tokens.line), edges)
    cut = [piece for part in _sentences(tokens, outer) for piece in _pieces(part, inside)]
    line = _with_marks(tokens.line, outer, edges)
    names = frozenset(named.find(replace(tokens, line=line), outer, edges, cut))
    line = named.as_names(line, edges, names)
    return Reading(text, lexicon, starts, tokens.ends, tokens.lows, line, outer, edges, inside, cut, names)


def _inside(size: int, edges: list[Stretch]) -> list[int]:
    """For each token the number of the marked stretch it is in, or -1."""
    inside = [-1] * size
    for number, (first, last) in enumerate(edges):
        inside[first:last] = [number] * (last - first)
    return inside


def _with_marks(line: str, outer: list[Marked], edges: list[Stretch]) -> str:
    """The line of a text with its outer marks told from other signs."""
    letters = list(line)
    for mark, (first, last) in zip(outer, edges, strict=True):
        if mark.open < mark.start and first < last and letters[first] in MARK:
            letters[first] = OPENING
        if mark.close > mark.end and first < last and letters[last - 1] in MARK:
            letters[last - 1] = CLOSING
    return "".join(letters)


def _sentences(tokens: Tokens, outer: list[Marked]) -> list[Stretch]:
    """Token ranges of the sentences, those that a marked stretch joins put together."""
    opens, starts = [mark.open for mark in outer], tokens.starts
    joined: list[Span] = []
    for span in sentences.split(tokens.text, tokens.lexicon):
        held = bisect_right(opens, span.start - 1) - 1
        before, inner = (joined[-1] if joined else None), held >= 0 and span.start < outer[held].close
        if before and (inner or _belongs(tokens, outer[max(0, held) : held + 2], before, span)):
            joined[-1] = Span(before.start, span.end)
        else:
            joined.append(span)
    return [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in joined]


def _pieces(part: Stretch, inside: list[int]) -> Iterator[Stretch]:
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


def _belongs(tokens: Tokens, around: list[Marked], before: Span, span: Span) -> bool:
    """Whether a sentence goes with the one before: as its verb, or as the marked words that it leads to.

    Args:
        around: the last marked stretch before the sentence, and the one after that.
    """
    leads = tokens.text[before.start : before.end].rstrip().endswith(":")
    led = leads and any(_begins(tokens.text, span, mark) for mark in around)  # Lee added: | “We leave.”
    return led or any(_asked(tokens, mark, before, span) for mark in around[:1])


def _begins(text: str, span: Span, mark: Marked) -> bool:
    """Whether a sentence begins with marked words, or with the dash of a line of dialogue."""
    opens = text[span.start : mark.start]
    return mark.open == span.start or (opens != "" and not any(char.isalnum() for char in opens))


def _asked(tokens: Tokens, mark: Marked, before: Span, span: Span) -> bool:
    """Whether a sentence may be the verb of marked words right before it: `“Why?” | Lee asked`."""
    text = tokens.text
    glued = mark.close == before.end and "\n" not in text[mark.close : span.start]
    asks = glued and text[mark.end - 1] in ASKS and span.end - span.start < LONGEST_TAIL
    introduced = text[before.start : mark.open].rstrip().endswith(INTRODUCES)
    return asks and not introduced and _reports(tokens, span)


def _reports(tokens: Tokens, span: Span) -> bool:
    """Whether a sentence begins with what may be a subject, and holds a verb of reporting."""
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    verbs, opens = forms(tokens.lexicon), first < last and tokens.line[first] in SUBJECT_OPENS
    return opens and any(low in verbs for low in tokens.lows[first:last])
