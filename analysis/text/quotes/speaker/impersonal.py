"""Who speaks where nobody in particular does: the text, body or place named beside the verb.

de: In einem Brief | heißt es. ru: сообщили | в мэрии. es: explican | desde la alcaldía. fr: dit-on | au port.
"""

from collections.abc import Iterator

from analysis.text.grammar.classes import DETERMINER, PREPOSITION, any_of
from analysis.text.grammar.noun_phrases import phrase_after, phrase_before
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import endings
from analysis.text.mentions import is_office
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker.after import DATES, PLACE, WHEN
from analysis.text.quotes.verbs.cues import Cue

CIRCUMSTANCE = pattern("(ADVERB | TIME)*")
BEFORE_VERB = pattern("(ADVERB | TIME | OBJECT | NEGATION | NUMBER)*")
OPENS = pattern("(ADVERB | COORDINATOR | SUBORDINATOR | COMMA | DASH)*")
"""What may stand before an origin that opens its sentence: `Как | на сайте`."""

RELATIVE_PLACE = pattern("COMMA PREPOSITION DETERMINER")
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


def beside(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """The origin beside a verb whose form leaves its subject out, after the verb or before it.

    Args:
        ceiling: the token after the last that may belong to who speaks.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> from analysis.text.quotes.sentence import each
    >>> [one] = each(*verbs.find(reading.read("«Нет», — сообщили в мэрии.", lexicon.load("ru"))))
    >>> one.reading.printed(*beside(one, one.cues[0], one.last))
    'мэрии'
    """
    reading = sentence.reading
    ends = (reading.ends_as(at, "subjectless_endings") for at in (cue.first, cue.head))
    if cue.form != "finite" or not any(ends):
        return None
    found = _opened(reading, DATES.skip(reading.line, cue.last, ceiling), ceiling)
    return found or _opening(reading, cue.first, sentence.first)


def informant(reading: Reading, start: int, ceiling: int) -> Stretch | None:
    """Whom nobody in particular has it from, after a verb: `a-t-on appris jeudi auprès de | la préfecture`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("a-t-on appris, jeudi, auprès de la préfecture", lexicon.load("fr"))
    >>> told.printed(*informant(told, told.lows.index(","), len(told.lows)))
    'la préfecture'
    """
    return _opened(reading, WHEN.skip(reading.line, start, ceiling), ceiling)


def before(sentence: Sentence, first: int) -> Stretch | None:
    """Where words come from, right before a verb that has no subject: `Aus | dem Rathaus | verlautete`.

    Args:
        first: the first token of the verb with its own words.
    """
    found = phrase_before(sentence.reading, first, sentence.first)
    from_ = found and found[0] > sentence.first and sentence.reading.listed(found[0] - 1, "origins")
    return found if from_ else None


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
        if found := _opened(reading, at, last):
            yield found
        at = CIRCUMSTANCE.skip(reading.line, max(phrase_after(reading, at + 1, last), at + 1), last)


def _before(sentence: Sentence, at: int) -> Iterator[Stretch]:
    """The origin named before the verb: `In dem Brief | heißt es`, `ein Brief, in dem | es heißt`."""
    reading, floor = sentence.reading, sentence.first
    found = phrase_before(reading, CIRCUMSTANCE.skip_back(reading.line, at, floor), floor)
    if found is None or found[0] == floor:
        return
    first, end = found
    if _is_origin(reading, first - 1, end):
        yield found
    relative = RELATIVE_PLACE.fits(reading.line, first - 2, end) and phrase_before(reading, first - 2, floor)
    if relative:
        yield relative


def _opening(reading: Reading, end: int, floor: int) -> Stretch | None:
    """The origin that opens a sentence and ends before a verb: `На сайте мэрии | говорится`."""
    last = BEFORE_VERB.skip_back(reading.line, end, floor)
    found = phrase_before(reading, last, floor)
    if found is None or found[0] == floor or OPENS.skip(reading.line, floor, found[0]) != found[0] - 1:
        return None
    return _opened(reading, found[0] - 1, last)


def _opened(reading: Reading, at: int, ceiling: int) -> Stretch | None:
    """The origin that a preposition opens at a token, also one with its article in it: `| du parquet`."""
    if at >= ceiling:
        return None
    noun = at if reading.line[at] == DETERMINER else PLACE.skip(reading.line, at, ceiling)
    end = phrase_after(reading, noun, ceiling)
    return (noun, end) if end > noun and _is_origin(reading, at, end) else None


def _is_origin(reading: Reading, at: int, end: int) -> bool:
    """Whether a preposition and its phrase say where words come from: `aus dem Amt`, `in einem Brief`.

    An occasion does not, which says nothing: `на встрече`.
    """
    if reading.listed(at, "origins"):
        return not reading.any_listed(at + 1, end, "occasions")
    nouns = (noun for noun in range(at + 1, end) if reading.line[noun] in NOUNS)
    written = endings(reading.lexicon, "mentions.documents")
    return reading.listed(at, "places") and any(
        is_office(reading, noun) or reading.lows[noun].endswith(written) for noun in nouns
    )
