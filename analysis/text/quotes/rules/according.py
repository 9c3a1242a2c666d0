"""Rules for attribution without a verb."""

from collections.abc import Iterator
from functools import cache

from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.phrase_list import Phrases, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end, has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.verbs.cues import Cue


@cache
def openers(lexicon: Lexicon) -> Phrases:
    """First word → the phrases of `[according]` that stand before a source, the longest first.

    Args:
        lexicon: of the language.

    >>> from analysis.text import lexicon
    >>> openers(lexicon.load("en"))["according"]
    [('according', 'to')]
    """
    return phrases(lexicon, "according.before")


def according(sentence: Sentence) -> Iterator[Candidate]:
    """A phrase such as "according to", before the words or after them.

    fr: Selon le ministre, le pays va bien. en: The country is well, according to the minister.

    Args:
        sentence: any sentence; one without such a phrase yields nothing.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("The ferry, according to the captain, is never late.", lexicon.load("en"))
    >>> [(q.quote, q.cue, q.source, q.rule) for q in found]
    [('The ferry', 'according to', 'the captain', 'according'),
     ('is never late', 'according to', 'the captain', 'according')]
    """
    reading, index = sentence.reading, openers(sentence.reading.lexicon)
    if index.keys().isdisjoint(reading.lows[sentence.first : sentence.last]):
        return
    for at in range(sentence.first, sentence.last):
        if reading.lows[at] in index and reading.inside[at] < 0 and (length := _matched(reading, at)):
            yield from _around(sentence, at, at + length)


def _matched(reading: Reading, at: int) -> int:
    """How many tokens of a phrase stand at a token."""
    phrases = openers(reading.lexicon)[reading.lows[at]]
    return next(
        (len(phrase) for phrase in phrases if tuple(reading.lows[at : at + len(phrase)]) == phrase), 0
    )


def _around(sentence: Sentence, at: int, after: int) -> Iterator[Candidate]:
    """The words that a phrase attributes: those after it where it opens a clause, else those before it."""
    reading = sentence.reading
    source, first = _held(reading, at, after) or _source(sentence, after), lead(sentence)
    weak = reading.lows[at] in sentence.words("opening_phrases")
    if source is None or (weak and not _weighs(sentence, at, source)):
        return
    cue = Cue(at, at, after, reading.lows[at], "neutral", 1, "phrase", False, False, -1)
    if _opens(sentence, at, first):
        start = _start(sentence, source[1])
        end = clause_end(sentence, start, cue) if start is not None else 0
        if start is not None and end - start >= SHORTEST:
            yield clause(reading, (start, end), "according", cue, source)
    else:
        yield from _before(sentence, at, first, cue, source)


def _weighs(sentence: Sentence, at: int, source: Stretch) -> bool:
    """Whether a weak phrase attributes: it opens the sentence; somebody who can speak and a comma follow."""
    comma = sentence.reading.line[source[1] : source[1] + 1] == ","
    known = sentence.reading.line[source[0]] == "o" or speaks(sentence.reading, source)
    return at == sentence.first and comma and known


def _opens(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a phrase opens its clause: `Selon X,`, `But according to X,`, `that, according to X,`."""
    tags = sentence.reading.line
    before = at - 1 - (tags[at - 1] == ",")
    return at <= first + 1 or tags[at - 1] in ":;" or tags[before] in "kr"


def _before(sentence: Sentence, at: int, first: int, cue: Cue, source: Stretch) -> Iterator[Candidate]:
    reading, tags, stop = sentence.reading, sentence.reading.line, source[1]
    before = at - 1 if tags[at - 1] in ",-" else at
    if before - first >= SHORTEST - 1:
        yield clause(reading, (first, before), "according", cue, source)
    spoken = all(number >= 0 for number in reading.inside[first:before])
    interrupted = not spoken and stop + 1 < sentence.last and tags[stop] == "," and tags[at - 1] == ","
    whole = has_verb(reading, first, before) and not _unfinished(reading, first, before)
    if interrupted and (reading.line[stop + 1] == "s" or not whole):
        yield clause(reading, (stop + 1, clause_end(sentence, stop + 1, cue)), "according", cue, source)


def _unfinished(reading: Reading, first: int, last: int) -> bool:
    """Whether words end in an auxiliary, so that what it governs is still to come: `The ferry is, | …`."""
    at = next((at for at in range(last - 1, first, -1) if reading.line[at] not in "a!"), first)
    return reading.line[at] in "bhm"


def _start(sentence: Sentence, at: int) -> int | None:
    """Where the words begin after a phrase that opens the sentence: after a comma, or at the next phrase."""
    if at < sentence.last and sentence.reading.line[at] in "duA":
        return at
    comma = _comma(sentence, at)
    return None if comma is None else comma + 1


def _held(reading: Reading, first: int, last: int) -> Stretch | None:
    """The pronoun inside a phrase: `по | его | словам`."""
    pronouns = reading.lexicon.section("pronouns")
    inner = (at for at in range(first, last) if reading.line[at] == "o" and reading.lows[at] in pronouns)
    return next(((at, at + 1) for at in inner), None)


def _source(sentence: Sentence, at: int) -> Stretch | None:
    """Who is named after a phrase; no work of art: `d'après le roman` names a model, not a source."""
    reading = sentence.reading
    if at < sentence.last and reading.line[at] in "uo":
        return at, at + 1
    stop = phrase_after(reading, at, sentence.last)
    adapted = any(low in sentence.words("works") for low in reading.lows[at : at + 2])
    return (at, stop) if stop > at and not adapted else None


def _comma(sentence: Sentence, at: int) -> int | None:
    """The comma after a source that opens a sentence: the last one before a subject with its verb."""
    reading, tags = sentence.reading, sentence.reading.line
    if not sentence.words("verb_endings"):
        return next(
            (i for i in range(at, min(at + 40, sentence.last)) if tags[i] == "," and reading.inside[i] < 0),
            None,
        )
    commas = [i for i in range(at, min(at + 40, sentence.last)) if tags[i] == "," and reading.inside[i] < 0]
    for number, comma in enumerate(commas):
        stop = commas[number + 1] if number + 1 < len(commas) else sentence.last
        if (
            tags[comma + 1 : comma + 2]
            and tags[comma + 1] not in "rgp"
            and has_verb(reading, comma + 1, stop)
        ):
            return comma
    return commas[0] if commas else None
