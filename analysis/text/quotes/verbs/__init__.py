"""Reporting verbs in an article: those the language file lists, and those only their place tells."""

from dataclasses import replace

from analysis.text.grammar.classes import REPORTING
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs import cues, speech_nouns, turned
from analysis.text.quotes.verbs.cues import Cue


def find(reading: Reading) -> tuple[Reading, list[Cue]]:
    """The reporting verbs of an article, in order, and its reading with REPORTING at the head of each.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told, found = find(read("« Non », trépigne-t-il. Ada Roy a dit oui.", lexicon.load("fr")))
    >>> [cue.lemma for cue in found]
    ['trépigne', 'dire']
    """
    known, found = cues.find(reading)
    told = [*turned.find(known), *speech_nouns.find(known)]
    heads = {cue.head for cue in told}
    if not told:
        return known, found
    line = "".join(REPORTING if at in heads else letter for at, letter in enumerate(known.line))
    return replace(known, line=line), sorted([*found, *told], key=lambda cue: cue.head)
