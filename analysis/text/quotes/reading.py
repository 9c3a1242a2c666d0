"""An article as the rules see it: one tokenisation, a class for each token, marks and sentences over it."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from analysis.text import marks, sentences
from analysis.text.lexicon import Lexicon
from analysis.text.marks import Marked
from analysis.text.words import Span

CLASSES = {
    "complementisers": "k",
    "interrogatives": "q",
    "relatives": "r",
    "subjects": "u",
    "be": "b",
    "have": "h",
    "modals": "m",
    "negations": "!",
    "determiners": "d",
    "objects": "o",
    "coordinators": "c",
    "subordinators": "s",
    "times": "t",
    "prepositions": "p",
    "adverbs": "a",
    "finite": "f",
}
"""List of `[words]` → the letter its words get; a word of several lists gets the first of these."""

PUNCTUATION = {
    **dict.fromkeys(",،、", ","),
    **dict.fromkeys(";", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(".?!…。！？", "."),
    **dict.fromkeys("—–―-", "-"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    "\n": "¶",
}
LETTER = r"[^\W\d_]"


class Reading(NamedTuple):
    """The tokens of an article and what is known of each; rules read this and nothing else.

    Args:
        text: the article.
        lexicon: its language.
        starts: code point where each token begins.
        ends: code point after each token.
        lows: each token in lower case, its apostrophe straight.
        tags: one letter a token: A capitalised, w other word, n number, v reporting verb, g possessive,
            e enclitic subject, < and > outer quote marks, " any other mark, ¶ line break, y any other sign, the
            letters of `CLASSES` and of `PUNCTUATION`.
        marked: the stretches between outer marks, in order.
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
    inside: list[int]
    sentences: list[tuple[int, int]]

    def at(self, offset: int) -> int:
        """The first token that begins at or after a code point."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """The code points of the tokens from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """The printed text of a stretch of tokens."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


@cache
def pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One token: an elided word, a word with its inner hyphens and apostrophes, an enclitic, a number, a sign."""
    tokens = lexicon.section("tokens")
    titles = [title for title in lexicon.section("mentions").get("titles", ()) if title.endswith(".")]
    enclitics = _alternatives(tokens.get("enclitics", ()))
    stop = rf"(?!(?:{enclitics})(?!\w))" if enclitics else ""
    pieces = [
        rf"(?:{_alternatives(tokens.get('proclitics', ()))})(?=\w)" if tokens.get("proclitics") else "",  # l'
        rf"(?:{enclitics})(?!\w)" if enclitics else "",  # -t-il   's
        rf"(?<!\w)(?:{_alternatives(titles)})" if titles else "",  # Mr.
        rf"(?:{LETTER}\.){{2,}}|(?<!\w)[A-ZÀ-Þ]\.(?=[\s-]?[A-ZÀ-Þ])",  # U.S.   J. Doe
        r"\d+(?:[.,:\u202f\u00a0]\d+)*(?:\w+|\s?%)?",  # 1,000   10h   5 %
        rf"[^\W_]+(?:{stop}[-'’.&][^\W_]+)*",  # Kassym-Jomart   don’t   abc.com
        r"''|``|\n|\S",
    ]
    return re.compile("|".join(piece for piece in pieces if piece), re.IGNORECASE)


def _alternatives(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]") for word in ordered)


@cache
def classes(lexicon: Lexicon) -> dict[str, str]:
    """Word → letter of its class."""
    lists = lexicon.section("words")
    return {word: CLASSES[name] for name in reversed(CLASSES) for word in lists.get(name, ())}


def read(text: str, lexicon: Lexicon) -> Reading:
    """The reading of an article.

    Args:
        text: the article.
        lexicon: its language.

    >>> from analysis.text import lexicon
    >>> "".join(read("Oui, dit-elle.", lexicon.load("fr")).tags)
    'A,we.'
    """
    found = [(m.start(), m.end()) for m in pattern(lexicon).finditer(text)]
    starts, ends = [start for start, _ in found], [end for _, end in found]
    lows = [text[start:end].lower().replace("’", "'") for start, end in found]
    tags = _tags(text, starts, lows, lexicon)
    outer = marks.outer(marks.pair(text, lexicon))
    inside = _inside(tags, starts, ends, outer)
    parts = _sentences(text, lexicon, starts, outer)
    return Reading(text, lexicon, starts, ends, lows, tags, outer, inside, parts)


def _tags(text: str, starts: list[int], lows: list[str], lexicon: Lexicon) -> list[str]:
    known = classes(lexicon)
    suffix = lexicon.section("grammar").get("adverb_suffix", "\n")
    enclitics = {form: "g" if form == "'s" else "e" for form in lexicon.section("tokens").get("enclitics", ())}
    return [
        known.get(low) or PUNCTUATION.get(low) or enclitics.get(low) or _shape(text[start], low, suffix)
        for start, low in zip(starts, lows, strict=True)
    ]


def _shape(first: str, low: str, suffix: str) -> str:
    """The letter of a word of no closed class, or of a sign."""
    if first.isalpha():
        if first.isupper():
            return "A"
        return "a" if low.endswith(suffix) and len(low) > len(suffix) + 2 else "w"
    if first.isdigit():
        return "n"
    return '"' if first in "“”„\"«»‹›‘’'`" else "y"


def _inside(tags: list[str], starts: list[int], ends: list[int], outer: list[Marked]) -> list[int]:
    """Number the tokens of each marked stretch, and give its marks the letters < and >."""
    inside = [-1] * len(tags)
    for number, mark in enumerate(outer):
        first, last = bisect_left(starts, mark.open), bisect_left(starts, mark.close)
        inside[first:last] = [number] * (last - first)
        if mark.open < mark.start and first < last and tags[first] == '"':
            tags[first] = "<"
        if mark.close > mark.end and first < last and tags[last - 1] == '"':
            tags[last - 1] = ">"
    return inside


def _sentences(text: str, lexicon: Lexicon, starts: list[int], outer: list[Marked]) -> list[tuple[int, int]]:
    """Token ranges of the sentences, those that a marked stretch joins put together."""
    opens = [mark.open for mark in outer]
    joined: list[Span] = []
    for span in sentences.split(text, lexicon):
        held = bisect_right(opens, span.start - 1) - 1
        if joined and held >= 0 and outer[held].close > span.start and opens[held] < span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    ranges = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in joined]
    return [(first, last) for first, last in ranges if first < last]
