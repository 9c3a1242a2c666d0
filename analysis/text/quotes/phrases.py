"""Rules for attribution without a verb."""

from collections.abc import Iterator
from functools import cache

from analysis.text.lexicon import Lexicon
from analysis.text.mentions import phrase_after
from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.clauses import SHORTEST, lead
from analysis.text.quotes.cues import Cue
from analysis.text.quotes.sentence import Sentence, clause_end, has_verb
from analysis.text.tokens import pattern


@cache
def openers(lexicon: Lexicon) -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases of `[according]` that stand before a source, the longest first."""
    phrases = lexicon.section("according").get("before", ())
    split = [
        tuple(word.lower().replace("’", "'") for word in pattern(lexicon).findall(phrase))
        for phrase in phrases
    ]
    index: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(split, key=len, reverse=True):
        index.setdefault(words[0], []).append(words)
    return index


def according(sentence: Sentence) -> Iterator[Candidate]:
    """A phrase such as "according to", before the words or after them.

    fr: Selon le ministre, le pays va bien. en: The country is well, according to the minister.
    """
    reading, index = sentence.reading, openers(sentence.reading.lexicon)
    for at in range(sentence.first, sentence.last):
        words = next(
            (w for w in index.get(reading.lows[at], ()) if tuple(reading.lows[at : at + len(w)]) == w), None
        )
        if words and reading.inside[at] < 0 and reading.tags[at + len(words) : at + len(words) + 1] != ["k"]:
            yield from _around(sentence, at, at + len(words))


def _around(sentence: Sentence, at: int, after: int) -> Iterator[Candidate]:
    reading, tags = sentence.reading, sentence.reading.tags
    source = _source(sentence, after)
    if source is None:
        return
    cue = Cue(at, at, after, reading.lows[at], "neutral", 1, "phrase", False, False, -1)
    first, stop = lead(sentence), source[1]
    opens = at <= first + 1
    if opens or tags[at - 1] in ":;":
        comma = _comma(sentence, stop)
        if comma is not None:
            end = clause_end(sentence, comma + 1, cue)
            if end - comma > SHORTEST:
                yield clause(reading, comma + 1, end, "according", cue, source)
        return
    before = at - 1 if tags[at - 1] in ",-" else at
    if before - first >= SHORTEST - 1:
        yield clause(reading, first, before, "according", cue, source)
    if (
        stop + 1 < sentence.last
        and tags[stop] == ","
        and tags[at - 1] == ","
        and not has_verb(reading, first, before)
    ):
        end = clause_end(sentence, stop + 1, cue)
        yield clause(reading, stop + 1, end, "according", cue, source)


def _source(sentence: Sentence, at: int) -> tuple[int, int] | None:
    reading = sentence.reading
    if at < sentence.last and reading.tags[at] in "uo":
        return at, at + 1
    stop = phrase_after(reading, at, sentence.last)
    return (at, stop) if stop > at else None


def _comma(sentence: Sentence, at: int) -> int | None:
    """The comma after a source that opens a sentence: the last one before a subject with its verb."""
    reading, tags = sentence.reading, sentence.reading.tags
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
