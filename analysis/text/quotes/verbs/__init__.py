"""Reporting verbs in an article: those the language file lists, and those only their place tells."""

from dataclasses import replace

from analysis.text.grammar.classes import REPORTING
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs import cues, turned
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
    told = turned.find(known)
    if not told:
        return known, found
    letters = list(known.line)
    for cue in told:
        letters[cue.head] = REPORTING
    return replace(known, line="".join(letters)), sorted([*found, *told], key=lambda cue: cue.head)
