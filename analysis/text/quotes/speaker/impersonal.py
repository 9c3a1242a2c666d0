"""Who speaks where the subject is nobody: `In einem Brief | heißt es`, `heißt es aus dem Amt`."""

from collections.abc import Iterator

from analysis.text.grammar.classes import PREPOSITION, any_of
from analysis.text.grammar.noun_phrases import phrase_after, phrase_before
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import endings
from analysis.text.mentions import is_office
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.verbs.cues import Cue

CIRCUMSTANCE = pattern("(ADVERB | TIME)*")
RELATIVE = pattern("COMMA PREPOSITION DETERMINER")
"""A relative pronoun with its preposition: `ein Brief | , in dem`."""

NOUNS = any_of("NAME WORD")


def named(sentence: Sentence, candidate: Candidate) -> Candidate:
    """A candidate whose subject is nobody, with the document or body that its sentence names instead.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("„Die Fähre sinkt“, heißt es in einem Brief des Hafenamts.", lexicon.load("de"))
    >>> [(quote.quote, quote.source) for quote in found]
    [('Die Fähre sinkt', 'einem Brief des Hafenamts')]
    """
    cue, source = candidate.cue, candidate.source
    if cue is None or not (_is_nobody(sentence.reading, source) if source else _names_none(sentence, cue)):
        return candidate
    after = cue.first + 1 if cue.form == "passive" else cue.last
    first, last = (min(cue.first, source[0]), max(cue.last, source[1])) if source else (cue.first, after)
    origins = (*_after(sentence, last), *_before(sentence, first))
    return candidate._replace(source=next(iter(origins), None))


def _names_none(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb is a framed passive, or reads: `wird in einem Brief | gefordert`, `si legge`."""
    framed = cue.form == "passive" and cue.first < cue.head and sentence.switch("verb_bracket")
    return framed or cue.lemma in sentence.words("reading_verbs")


def _is_nobody(reading: Reading, source: Stretch) -> bool:
    """Whether a source is a pronoun behind which nobody stands: `es`, `man`."""
    return source[1] - source[0] == 1 and reading.listed(source[0], "nobodies")


def _after(sentence: Sentence, at: int) -> Iterator[Stretch]:
    """The origins named after the verb: `heißt es weiter | in einem Brief`, `hieß es | aus dem Amt`."""
    reading, last = sentence.reading, sentence.last
    at = CIRCUMSTANCE.skip(reading.line, at, last)
    while reading.line[at:last][:1] == PREPOSITION:
        end = phrase_after(reading, at + 1, last)
        if end > at + 1 and _is_origin(reading, at, end):
            yield at + 1, end
        at = CIRCUMSTANCE.skip(reading.line, max(end, at + 1), last)


def _before(sentence: Sentence, at: int) -> Iterator[Stretch]:
    """The origin named before the verb: `In dem Brief | heißt es`, `ein Brief, in dem | es heißt`."""
    reading, floor = sentence.reading, sentence.first
    found = phrase_before(reading, CIRCUMSTANCE.skip_back(reading.line, at, floor), floor)
    if found is None or found[0] == floor:
        return
    first, end = found
    if _is_origin(reading, first - 1, end):
        yield found
    relative = RELATIVE.fits(reading.line, first - 2, end) and phrase_before(reading, first - 2, floor)
    if relative:
        yield relative


def _is_origin(reading: Reading, at: int, end: int) -> bool:
    """Whether a preposition and its phrase say where words come from: `aus dem Amt`, `in einem Brief`."""
    if reading.listed(at, "origins"):
        return True
    nouns = (noun for noun in range(at + 1, end) if reading.line[noun] in NOUNS)
    written = endings(reading.lexicon, "mentions.documents")
    return reading.listed(at, "places") and any(
        is_office(reading, noun) or reading.lows[noun].endswith(written) for noun in nouns
    )
