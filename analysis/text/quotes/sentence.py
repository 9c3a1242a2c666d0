"""One sentence as a rule receives it, and the questions that several rules ask of it."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.quotes import subjects
from analysis.text.quotes.cues import Cue
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.subjects import Stretch
from analysis.text.tokens import words


class Sentence(NamedTuple):
    """One sentence.

    Args:
        reading: the article it stands in.
        first: its first token.
        last: the token after it.
        cues: the reporting verbs in it, outside quote marks.
        marked: numbers of the marked stretches that begin in it.
    """

    reading: Reading
    first: int
    last: int
    cues: list[Cue]
    marked: list[int]


def each(reading: Reading, cues: list[Cue]) -> Iterator[Sentence]:
    """The sentences of an article with their verbs and marked stretches."""
    heads = [cue.head for cue in cues]
    opens = [reading.at(mark.open) for mark in reading.marked]
    for first, last in reading.sentences:
        held = cues[bisect_left(heads, first) : bisect_left(heads, last)]
        numbers = range(bisect_left(opens, first), bisect_left(opens, last))
        yield Sentence(reading, first, last, [cue for cue in held if reading.inside[cue.head] < 0], list(numbers))


def bounds(reading: Reading, number: int) -> tuple[int, int]:
    """First and last (exclusive) token of a marked stretch, its marks included."""
    mark = reading.marked[number]
    return reading.at(mark.open), reading.at(mark.close)


def subject(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks, by what stands before the verb; a gerund or a coordinated verb takes the main clause's subject."""
    reading = sentence.reading
    if cue.form == "passive":
        return None
    if cue.enclitic >= 0:
        return cue.enclitic, cue.enclitic + 1
    first = cue.first
    while first > sentence.first and reading.tags[first - 1] in "a!o":
        first -= 1
    if cue.form == "finite" and (found := subjects.before(reading, first, sentence.first)):
        return found
    joined = first > sentence.first and reading.tags[first - 1] == "c"
    if joined or cue.form in ("gerund", "infinitive"):
        return _shared(sentence, cue)
    return None


def _shared(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject of the nearest finite reporting verb before, else of the main clause."""
    for other in reversed([other for other in sentence.cues if other.head < cue.head and other.form == "finite"]):
        if (found := subjects.before(sentence.reading, other.first, sentence.first)) is not None:
            return found
    return subjects.main(sentence.reading, sentence.first, cue.first)


def inverted(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """Who speaks, by what follows the verb: `dit-il`, `said the minister`."""
    if cue.enclitic >= 0:
        return cue.enclitic, cue.enclitic + 1
    if not sentence.reading.lexicon.section("grammar").get("inverted_tail"):
        return None
    return subjects.after(sentence.reading, cue.last, ceiling)


def clause_end(sentence: Sentence, start: int) -> int:
    """The token after a reported clause that begins at `start`: before the final stop, or where another begins."""
    reading, tags, lows = sentence.reading, sentence.reading.tags, sentence.reading.lows
    breakers = words(reading.lexicon, "grammar", "breakers")
    cues = {cue.first: cue for cue in sentence.cues}
    at = start
    while at < sentence.last:
        if tags[at] == "<":
            at = bounds(reading, reading.inside[at])[1]
            continue
        if tags[at] == ";" or (tags[at] == "," and _breaks(sentence, at, breakers, cues)):
            break
        at += 1
    while at > start and tags[at - 1] in ".¶":
        at -= 1
    return at


def _breaks(sentence: Sentence, comma: int, breakers: frozenset[str], cues: dict[int, Cue]) -> bool:
    following = comma + 1
    if following >= sentence.last:
        return False
    cue = cues.get(following) or cues.get(following + 1)
    return sentence.reading.lows[following] in breakers or (cue is not None and cue.form == "gerund")
