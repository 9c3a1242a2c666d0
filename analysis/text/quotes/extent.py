"""Where a reported clause begins and ends."""

from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.word_lists import words
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.verbs.cues import Cue

FINITE = frozenset("bhmfv")
"""Classes of words that are finite verbs."""

LONGEST = 160
"""Tokens in the longest reported clause."""


def skip_adjuncts(sentence: Sentence, cue: Cue) -> int:
    """The token after what may stand between a verb and its clause: whom it is told, times, places.

    en: told reporters | that; said on Monday | he would. fr: a indiqué mardi à la presse | que.

    Args:
        sentence: the sentence of the verb.
        cue: the verb.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading, sentence
    >>> read = reading.read("Le maire a indiqué mardi à la presse que le bac part.", lexicon.load("fr"))
    >>> [one] = sentence.each(*verbs.find(read))
    >>> read.printed(skip_adjuncts(one, one.cues[0]), one.last)
    'que le bac part.'
    """
    at = cue.last
    if cue.lemma in sentence.words("recipient_verbs"):
        at = _recipient(sentence, at)
    while at < sentence.last and (after := _adjunct(sentence, at)) > at:
        at = after
    return at


def _adjunct(sentence: Sentence, at: int) -> int:
    """The token after an adverb, a time or a prepositional phrase; the same token where none stands."""
    reading = sentence.reading
    if reading.line[at] in "tae":
        return at + 1
    place = (
        reading.line[at] == "p" and reading.lows[at] in sentence.words("adjuncts") and at + 1 < sentence.last
    )
    stop = phrase_after(reading, at + 1, sentence.last) if place else at
    return stop if stop > at + 1 else at


def _recipient(sentence: Sentence, at: int) -> int:
    """The token after whom something is told: a pronoun, or a phrase that a clause's own subject ends."""
    reading, tags = sentence.reading, sentence.reading.line
    if at < sentence.last and (tags[at] in "ou" or reading.lows[at] in sentence.words("recipient_pronouns")):
        return at + 1
    stop = phrase_after(reading, at, sentence.last)
    return next((i for i in range(at + 1, stop) if tags[i] == "A" and tags[i - 1] == "w"), stop)


def clause_end(sentence: Sentence, start: int, cue: Cue) -> int:
    """The token after a reported clause: before the final stop, or where something else begins.

    Args:
        sentence: the sentence of the clause.
        start: the token from which its end is looked for: its first or the next.
        cue: the verb that reports it; what the verb stands in may close at a comma.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading, sentence
    >>> read = reading.read("The captain said the ferry was late, but nobody had waited.", lexicon.load("en"))
    >>> [one] = sentence.each(*verbs.find(read))
    >>> read.printed(3, clause_end(one, 3, one.cues[0]))
    'the ferry was late'
    """
    reading, tags = sentence.reading, sentence.reading.line
    at, limit = start, min(sentence.last, start + LONGEST)
    aside, plain = _aside(sentence, cue), not sentence.words("verb_endings")
    while at < limit:
        if reading.inside[at] >= 0:
            at = max(at + 1, reading.edges[reading.inside[at]][1])
        elif (
            tags[at] == ";"
            or (tags[at : at + 2] == ":<" and ":" in sentence.words("breakers"))
            or (at > start and tags[at] in ",c" and _breaks(sentence, at))
            or (aside and tags[at] == "," and (plain or cue.form == "passive" or _verbal(reading, at + 1)))
        ):
            break
        else:
            at += 1
    at = min(at, sentence.last)
    while at > start and tags[at - 1] in ".¶,-:c":
        at -= 1
    return at


def _aside(sentence: Sentence, cue: Cue) -> bool:
    """Whether a comma closes what the verb is in: `Lee, who said …, left`; `Asked whether …, Lee left`."""
    tags, first = sentence.reading.line, cue.first
    relative = first - 2 >= sentence.first and tags[first - 1] == "r" and tags[first - 2] == ","
    reduced = (
        cue.form == "passive"
        and cue.first == cue.head
        and (first == sentence.first or tags[first - 1] in ",sq")
    )
    return relative or reduced


def _verbal(reading: Reading, at: int) -> bool:
    return at < len(reading.line) and has_verb(reading, at, at + 1)


def _breaks(sentence: Sentence, at: int) -> bool:
    """Whether a comma or an "and" ends a reported clause."""
    return (
        _comma_breaks(sentence, at + 1) if sentence.reading.line[at] == "," else _and_breaks(sentence, at + 1)
    )


def _comma_breaks(sentence: Sentence, at: int) -> bool:
    """`, but`, `, adding`, `, and then said`."""
    reading, breakers = sentence.reading, sentence.words("breakers")
    leads = sentence.words("gerund_leads")
    while at + 1 < sentence.last and reading.lows[at] not in breakers:
        if reading.line[at] not in "ac" and reading.lows[at] not in leads:
            break
        at += 1
    cue = sentence.by_first.get(at)
    return at < sentence.last and (
        reading.lows[at] in breakers or (cue is not None and cue.form in ("gerund", "finite"))
    )


def _and_breaks(sentence: Sentence, at: int) -> bool:
    """`and said`, `and she felt`."""
    tags = sentence.reading.line
    while at < sentence.last and tags[at] == "a":
        at += 1
    cue = sentence.by_first.get(at)
    if cue is not None:
        return cue.form == "gerund" or (cue.form == "finite" and cue.tier == 1)
    if at >= sentence.last:
        return False
    end = at + 1 if tags[at] == "u" else phrase_after(sentence.reading, at, min(at + 6, sentence.last))
    second = sentence.by_first.get(end)
    return second is not None and second.form == "finite"


def has_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch holds what looks like a finite verb of its own.

    Args:
        reading: the article.
        first: first token of the stretch.
        last: the token after it.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("The late ferry. The ferry was late.", lexicon.load("en"))
    >>> [has_verb(told, first, last) for first, last in told.sentences]
    [False, True]
    """
    tags, lows = reading.line, reading.lows
    known = words(reading.lexicon, "finite_endings") or words(reading.lexicon, "verb_endings")
    endings = tuple(known) or ("\n",)
    return any(
        tags[at] in FINITE or (tags[at] == "w" and lows[at].endswith(endings)) or lows[at].endswith("n't")
        for at in range(first, last)
    )
