"""A verb without a subject that opens its sentence: the main clause behind it says who speaks."""

from analysis.text.grammar.classes import COMMA, STOP, any_of
from analysis.text.grammar.noun_phrases import subject_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.verbs.cues import Cue

SHORTEST = 2
"""Tokens of a phrase, its determiner included, that has no room for a verb."""

SUBJECTLESS = ("gerund", "infinitive")
LEADS = pattern("(PREPOSITION | ADVERB | COORDINATOR | OBJECT | DETERMINER | SUBORDINATOR)*")
"""What may stand before such a verb: `Tout en | reconnaissant`, `After | saying`."""

NAMES = pattern("NAME{2,4}")
ENDS_PHRASE = any_of("PUNCTUATION COORDINATOR COMPLEMENTISER")


def main(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject of the main clause behind a verb that opens its sentence: `Jugeant que non, | le maire`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> from analysis.text.quotes.sentence import each
    >>> read = reading.read("After saying that no ferry ran, the captain left.", lexicon.load("en"))
    >>> [one] = each(*verbs.find(read))
    >>> read.printed(*main(one, one.cues[0]))
    'the captain'
    """
    reading, first, last = sentence.reading, sentence.first, sentence.last
    bare = cue.form == "infinitive" and cue.first == first
    if cue.form not in SUBJECTLESS or bare or not LEADS.fits(reading.line, first, cue.first):
        return None
    commas = (at for at in range(cue.last, last) if reading.line[at] == COMMA and reading.inside[at] < 0)
    subjects = (subject_after(reading, at + 1, last) for at in commas)
    found = next((one for one in subjects if one and _goes_on(sentence, one)), None)
    named = found and NAMES.skip(reading.line, *found)  # Ada Roy | tomó el barco
    return (found[0], named) if found and named and named > found[0] else found


def _goes_on(sentence: Sentence, found: Stretch) -> bool:
    """Whether a clause goes on behind who may speak: no list, no apposition.

    A phrase up to the end of the sentence has room for a verb that no list holds: `, a ministra | saiu.`
    """
    reading, (first, last) = sentence.reading, found
    after = reading.line[last : last + 1]
    ends = after == STOP and last - first > SHORTEST
    return last < sentence.last and (ends or after not in ENDS_PHRASE) and speaks(reading, found)
