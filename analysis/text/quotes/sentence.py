"""One sentence as a rule receives it, and who speaks in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch, words
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.cues import Cue

DATELINE = pattern(
    "((NAME | COMMA | NUMBER | COMMA NUMBER WORD | BRACKET WORD UNBRACKET"
    " | BRACKET | UNBRACKET | TIME | SIGN | STOP){1,15} DASH){1,2}"
    " | SIGN NAME SIGN STOP"
)
"""`(AGENCY) - PORT ROY, 3 mar -`; `/AGENCY/.` where the place before it is a sentence of its own."""


class Sentence(NamedTuple):
    """One sentence.

    Args:
        reading: the article it stands in.
        first: its first token.
        last: the token after it.
        cues: the reporting verbs in it, outside quote marks.
        spoken: the reporting verbs in it, inside quote marks.
        by_first: first token → reporting verb, of `cues`.
        marked: numbers of the marked stretches that begin in it.
        speakers: head of a verb → who speaks, as far as a rule has asked.
    """

    reading: Reading
    first: int
    last: int
    cues: list[Cue]
    spoken: list[Cue]
    by_first: dict[int, Cue]
    marked: range
    speakers: dict[int, Stretch | None]

    def words(self, name: str) -> frozenset[str]:
        """A list of the language file, as `word_lists.words` names it."""
        return words(self.reading.lexicon, name)

    def switch(self, name: str) -> bool:
        """A switch of the language file."""
        return switch(self.reading.lexicon, name)

    def leading(self, at: int) -> Cue | None:
        """The last verb that ends before a token."""
        number = bisect_right(self.cues, at, key=lambda cue: cue.last)
        return self.cues[number - 1] if number else None

    def following(self, at: int) -> Cue | None:
        """The first verb that begins at or after a token."""
        number = bisect_left(self.cues, at, key=lambda cue: cue.first)
        return self.cues[number] if number < len(self.cues) else None


def each(reading: Reading, cues: list[Cue]) -> Iterator[Sentence]:
    """The sentences of an article, each with the verbs and the marks in it.

    Args:
        reading: the article.
        cues: its reporting verbs, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> read = reading.read("It rained. “I said no,” she says.", lexicon.load("en"))
    >>> [([cue.lemma for cue in one.cues], len(one.marked)) for one in each(*verbs.find(read))]
    [([], 0), (['say'], 1)]
    """
    heads, opens = [cue.head for cue in cues], [first for first, _ in reading.edges]
    for first, last in reading.sentences:
        held = cues[bisect_left(heads, first) : bisect_left(heads, last)]
        told = [cue for cue in held if reading.inside[cue.head] < 0]
        spoken = [cue for cue in held if reading.inside[cue.head] >= 0]
        numbers = range(bisect_left(opens, first), bisect_left(opens, last))
        yield Sentence(reading, first, last, told, spoken, {cue.first: cue for cue in told}, numbers, {})


def lead(sentence: Sentence) -> int:
    """The first token of a sentence after its dateline: `PARIS, May 2 (Agency) — | The`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import reading
    >>> read = reading.read("PORT ROY, May 2 (Agency) — The ferry is late.", lexicon.load("en"))
    >>> [read.printed(lead(one), one.last) for one in each(read, [])]
    ['The ferry is late.']
    """
    return after_dateline(sentence.reading, sentence.first, sentence.last)


def after_dateline(reading: Reading, first: int, last: int) -> int:
    """The first token of a stretch after its dateline."""
    return DATELINE.skip(reading.line, first, last)
