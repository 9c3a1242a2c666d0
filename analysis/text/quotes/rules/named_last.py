"""The rule for marked words that a verb of naming ends: `Sie hat den Bau als „Unsinn“ | bezeichnet`."""

from collections.abc import Iterator

from analysis.text.grammar.classes import HAVE, any_of
from analysis.text.grammar.noun_phrases import subject_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import before as subjects

OPENS_RELATIVE = pattern("COMMA DETERMINER NOT (NAME | WORD)")
"""A relative pronoun that is no article: `, die | den Bau`."""

OPENS = pattern("SUBORDINATOR | COMPLEMENTISER | INTERROGATIVE | COMMA DETERMINER NOT (NAME | WORD)")
"""What opens a clause whose verb stands last."""

HELPS, ENDS = any_of("AUXILIARY"), any_of("COMMA STOP SEMICOLON COLON HAVE BE COORDINATOR")
"""What a verb of naming may need before it, and what may stand behind it at the end of its clause."""


def named_last(sentence: Sentence, number: int) -> Iterator[Candidate]:
    """Marked words right before a verb of naming that ends its clause.

    de: Sie hat den Bau als „Unsinn“ bezeichnet. Er kam, weil sie den Bau „Unsinn“ nannte.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("Die Wirtin hat den Bau als „reinen Unsinn“ bezeichnet.", lexicon.load("de"))
    >>> [(quote.quote, quote.cue, quote.source, quote.rule) for quote in found]
    [('reinen Unsinn', 'bezeichnet', 'Die Wirtin', 'label')]
    """
    reading, (opening, closing) = sentence.reading, sentence.reading.edges[number]
    cue = sentence.following(closing) if sentence.switch("verb_bracket") else None
    if cue is None or cue.first != closing or cue.lemma not in sentence.words("label_verbs"):
        return
    named = reading.listed(opening - 1, "as_predicates") and reading.line[cue.last : cue.last + 1] in ENDS
    source = _who(sentence, opening) if named else None
    if source is not None:
        mark = reading.marked[number]
        yield Candidate(mark.start, mark.end, "mixed", "label", cue, source)


def _who(sentence: Sentence, opening: int) -> Stretch | None:
    """Who names: the subject of the clause that the verb ends, or who did it where that is passive."""
    reading, line, floor = sentence.reading, sentence.reading.line, sentence.first
    opens = OPENS.find_back(line, floor, opening - 1)
    start = floor if opens is None else opens
    helper = next((at for at in range(opening - 1, start, -1) if line[at] in HELPS), None)
    if helper is not None and line[helper] != HAVE:
        by = (at for at in range(helper, opening) if reading.listed(at, "agent_markers"))
        return next((subject_after(reading, at + 1, opening) for at in by), None)
    if opens is not None:
        relative = OPENS_RELATIVE.skip(line, opens, opening) > opens
        return (opens + 1, opens + 2) if relative else subject_after(reading, opens + 1, opening)
    if helper is None:
        return None
    return subjects.before(reading, helper, floor) or subject_after(reading, helper + 1, opening)
