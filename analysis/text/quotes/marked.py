"""Rules for words between quote marks."""

from collections.abc import Iterator

from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.cues import Cue
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence, bounds, inverted, subject
from analysis.text.quotes.subjects import Stretch


def tail(sentence: Sentence) -> Iterator[Candidate]:
    """The verb follows the marks.

    fr: « Nous partons », a déclaré le ministre. en: “We are leaving,” the minister said.
    """
    for number in sentence.marked:
        found = _tail(sentence, number)
        if found:
            yield _direct(sentence.reading, number, "tail", *found)


def _tail(sentence: Sentence, number: int) -> tuple[Cue, Stretch | None] | None:
    reading, tags = sentence.reading, sentence.reading.tags
    after = bounds(reading, number)[1]
    while after < sentence.last and tags[after] in ",-.":
        after += 1
    for cue in sentence.cues:
        if cue.first < after:
            continue
        between = tags[after : cue.first]
        if all(tag in "ao!" for tag in between):
            return cue, inverted(sentence, cue, sentence.last)
        found = subject(sentence, cue)
        return (cue, found) if found and found[0] <= after + 1 else None
    return None


def head(sentence: Sentence) -> Iterator[Candidate]:
    """The verb stands before the marks.

    fr: Le ministre a déclaré : « Nous partons. » en: The minister said, “We are leaving.”
    """
    for number in sentence.marked:
        opening = bounds(sentence.reading, number)[0]
        cue = next((cue for cue in reversed(sentence.cues) if cue.last <= opening), None)
        if cue and _leads(sentence.reading, cue, opening):
            yield _direct(sentence.reading, number, "head", cue, subject(sentence, cue))


def _leads(reading: Reading, cue: Cue, opening: int) -> bool:
    """Whether nothing but an adjunct stands between a verb and the mark: `said in a statement on Monday, “`."""
    gap = reading.tags[cue.last : opening]
    if any(tag in ".;<>kfb" for tag in gap):
        return False
    return not gap or gap == [","] or gap[-1] in ":," and len(gap) < 25


def _direct(reading: Reading, number: int, rule: str, cue: Cue | None, source: Stretch | None) -> Candidate:
    mark = reading.marked[number]
    return Candidate(mark.start, mark.end, "direct", rule, cue, source)
