"""Rules for a language that puts its finite verb second and marks reported speech by the subjunctive."""

from collections.abc import Iterator
from functools import cache

from analysis.text.grammar.noun_phrases import phrase_after, phrase_before
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import clause_end
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import speaker
from analysis.text.quotes.verbs.cues import Cue

REACH = 30
"""Tokens between a verb and the comma that opens its clause."""

SERIES = 5
"""Tokens in the shortest sentence that its subjunctive alone makes a report."""


def subjunctive_clause(sentence: Sentence) -> Iterator[Candidate]:
    """A clause after a comma whose verb is in the subjunctive, or an infinitive with its marker.

    de: Die Ministerin sagte am Montag, der Damm sei sicher. Er kündigte an, den Damm zu erhöhen.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Die Reederei kündigte an, das Schiff zu verkaufen.", lexicon.load("de"))
    >>> q.quote, q.cue, q.source, q.rule
    ('das Schiff zu verkaufen', 'kündigte', 'Die Reederei', 'zero')
    """
    for cue in sentence.cues if sentence.switch("verb_second") else ():
        labels = cue.lemma in sentence.words("label_verbs")
        if cue.form not in ("finite", "passive") or cue.tier > 2 or labels:
            continue
        opening, source = _opening(sentence, cue), speaker(sentence, cue)
        if opening is None or (source is None and cue.form == "finite") or _inside(source, opening):
            continue
        end = clause_end(sentence, opening + 1, cue)
        if end - opening >= SHORTEST:
            yield clause(sentence.reading, (opening, end), "zero", cue, source)


def _inside(source: Stretch | None, opening: int) -> bool:
    return source is not None and source[0] < opening < source[1]


def _opening(sentence: Sentence, cue: Cue) -> int | None:
    """The token after the first comma that a clause with a subjunctive or an infinitive follows."""
    reading, tags = sentence.reading, sentence.reading.line
    for at in range(cue.last, min(cue.last + REACH, sentence.last - SHORTEST)):
        if tags[at] in ".;:<>kqv":
            return None
        if tags[at] == "," and tags[at + 1] not in "kqrs" and _reports(reading, at + 1, sentence.last):
            return at + 1
    return None


def _reports(reading: Reading, first: int, last: int) -> bool:
    """Whether the stretch up to the next comma holds a subjunctive or ends in an infinitive."""
    lists = (words(reading.lexicon, name) for name in ("subjunctives", "conditionals"))
    forms = frozenset[str]().union(*lists)
    stop = next((at for at in range(first, last) if reading.line[at] in ",;.:"), last)
    if any(_verb(reading, at, forms) or _reported(reading, at) for at in range(first, stop)):
        return True
    purpose = reading.lows[first] in words(reading.lexicon, "purpose_words")
    return not purpose and stop - first >= SHORTEST and _infinitive(reading, stop - 1)


def _verb(reading: Reading, at: int, forms: frozenset[str]) -> bool:
    """Whether a token is one of the forms, and no noun spelt like it: `im Laufe`."""
    return reading.lows[at] in forms and reading.text[reading.starts[at]].islower()


def _reported(reading: Reading, at: int) -> bool:
    """Whether a word after a subject ends like a subjunctive: `die Entdeckung | werfe Fragen auf`."""
    grammar = reading.lexicon.section("grammar")
    endings = tuple(grammar.get("subjunctive_endings", ())) or ("\n",)
    past = tuple(grammar.get("past_endings", ())) or ("\n",)
    low = reading.lows[at]
    tags = reading.line
    placed = tags[at] == "w" and tags[at - 1] in "Au" and tags[at + 1 : at + 2] != "A"
    return placed and low.endswith(endings) and not low.endswith(past)


def _infinitive(reading: Reading, at: int) -> bool:
    """Whether a clause ends in an infinitive with its marker: `zu erhöhen`, `anzuheben`."""
    markers = tuple(words(reading.lexicon, "infinitive_markers"))
    if reading.lows[at - 1] in markers:
        return True
    prefixes = words(reading.lexicon, "verb_prefixes")
    endings = tuple(words(reading.lexicon, "infinitive_endings")) or ("\n",)
    glued = any(reading.lows[at].startswith(prefix + marker) for prefix in prefixes for marker in markers)
    return glued and reading.lows[at].endswith(endings)


def series(reading: Reading, chosen: list[Candidate]) -> Iterator[Candidate]:
    """Sentences in the subjunctive that go on with what the sentence before reports.

    de: Der Damm halte, sagte die Ministerin. Er sei erst im Mai erneuert worden.

    Args:
        reading: the article.
        chosen: the candidates that stand.

    >>> from analysis.text import lexicon, quotes
    >>> text = "Das Schiff fahre, sagte die Reederei. Es sei erst im Mai geprüft worden."
    >>> [(q.quote, q.source, q.rule) for q in quotes.find(text, lexicon.load("de"))][1]
    ('Es sei erst im Mai geprüft worden.', 'die Reederei', 'floating')
    """
    forms = words(reading.lexicon, "subjunctives")
    starts = sorted((candidate.start, candidate.end) for candidate in chosen)
    number = 0
    for first, last in reading.sentences if forms else ():
        start, end = reading.starts[first], reading.ends[last - 1]
        while number < len(starts) and starts[number][1] <= start:
            number += 1
        taken = number < len(starts) and starts[number][0] < end
        if not taken and number and last - first >= SERIES and _plain(reading, first, last, forms):
            held = any(inner >= 0 for inner in reading.inside[first:last])
            yield Candidate(start, end, "mixed" if held else "indirect", "floating")


def _plain(reading: Reading, first: int, last: int, forms: frozenset[str]) -> bool:
    """Whether a sentence is a main clause in the subjunctive, outside marks and without condition."""
    stop = next((at for at in range(first, last) if reading.line[at] in ",;:"), last)
    narrated = (at for at in range(first, stop) if reading.inside[at] < 0)
    return reading.line[first] not in "sqk<" and any(_verb(reading, at, forms) for at in narrated)


@cache
def _phrases(lexicon: Lexicon, place: str) -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases of `[according]` for one place, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    listed = [tuple(phrase.lower().split()) for phrase in lexicon.section("according").get(place, ())]
    for phrase in sorted(listed, key=len, reverse=True):
        index.setdefault(phrase[0], []).append(phrase)
    return index


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all these phrases: most sentences hold none."""
    return frozenset().union(*(_phrases(lexicon, place) for place in ("around", "after", "tail", "alone")))


def attributed(sentence: Sentence) -> Iterator[Candidate]:
    """A phrase that attributes, in any place of its sentence, with or without commas.

    de: Laut Polizei war das Auto zu schnell. Das Auto war laut Polizei zu schnell. Dem Bericht zufolge
    fehlt Geld. Das Auto war zu schnell, so die Polizei. Demnach fehlt Geld.

    Args:
        sentence: any sentence; one without such a phrase yields nothing.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("Die Fähre war laut Hafenamt zu schnell.", lexicon.load("de"))
    >>> [(q.quote, q.cue, q.source, q.rule) for q in found]
    [('Die Fähre war', 'laut', 'Hafenamt', 'according'), ('zu schnell', 'laut', 'Hafenamt', 'according')]
    """
    reading = sentence.reading
    if _first_words(reading.lexicon).isdisjoint(reading.lows[sentence.first : sentence.last]):
        return
    for at in range(sentence.first, sentence.last):
        if reading.inside[at] >= 0:
            continue
        found = (
            _fronted(sentence, at) or _postposed(sentence, at) or _tail(sentence, at) or _alone(sentence, at)
        )
        if found:
            yield from _around(sentence, *found)
            return


def _matched(reading: Reading, at: int, place: str) -> int:
    """How many tokens of a phrase stand at a token."""
    listed = _phrases(reading.lexicon, place).get(reading.lows[at], ())
    return next((len(one) for one in listed if tuple(reading.lows[at : at + len(one)]) == one), 0)


def _fronted(sentence: Sentence, at: int) -> tuple[int, int, Stretch] | None:
    """`laut | Polizei`, `nach | Angaben der Polizei`: where the phrase begins and ends, and who is named."""
    reading = sentence.reading
    length = _matched(reading, at, "around")
    stop = _named(reading, at + length, sentence.last) if length else at
    if stop <= at + length:
        return None
    weak = reading.lows[at] in sentence.words("opening_phrases")
    told = any(low in sentence.words("report_nouns") for low in reading.lows[at + length : stop])
    return None if weak and not told else (at, stop, (at + length, stop))


def _named(reading: Reading, at: int, ceiling: int) -> int:
    """The token after who is named, whose name may stand between marks: `laut | „Abendblatt“`."""
    if at < ceiling and reading.line[at] == "<":
        return reading.edges[reading.inside[at]][1]
    return phrase_after(reading, at, ceiling)


def _postposed(sentence: Sentence, at: int) -> tuple[int, int, Stretch] | None:
    """`dem Bericht | zufolge`."""
    length = _matched(sentence.reading, at, "after")
    found = phrase_before(sentence.reading, at, sentence.first) if length else None
    return (found[0], at + length, found) if found else None


def _tail(sentence: Sentence, at: int) -> tuple[int, int, Stretch] | None:
    """`…, so | die Polizei`: only after a comma or marks, and up to the end of the clause."""
    reading = sentence.reading
    if at == sentence.first or reading.line[at - 1] not in ",>-" or not _matched(reading, at, "tail"):
        return None
    stop = phrase_after(reading, at + 1, sentence.last) if reading.line[at + 1 : at + 2] != "u" else at + 2
    closed = stop >= sentence.last or reading.line[stop] in ".,;tp:<-"
    return (at, stop, (at + 1, stop)) if stop > at + 1 and closed else None


def _alone(sentence: Sentence, at: int) -> tuple[int, int, Stretch] | None:
    """`demnach`: the word itself points at what was named before."""
    length = _matched(sentence.reading, at, "alone")
    return (at, at + length, (at, at + length)) if length else None


def _around(sentence: Sentence, first: int, stop: int, source: Stretch) -> Iterator[Candidate]:
    """The words before and after a phrase: the whole sentence but the phrase."""
    reading, tags = sentence.reading, sentence.reading.line
    begins, ends = (first, source[0]) if source[0] > first else (min(source[1], stop - 1), stop)
    cue = Cue(begins, begins, ends, reading.lows[begins], "neutral", 1, "phrase", False, False, -1)
    goes_on = tags[first - 1] not in ",>-" or tags[stop : stop + 1] != "," or tags[stop + 1] not in "dArp"
    rest = clause_end(sentence, stop, cue) if goes_on else stop
    for begin, end in ((sentence.first, first), (stop, rest)):
        told = [at for at in range(begin, end) if tags[at] not in ",.;:-("]
        if len(told) >= SHORTEST - 1:
            yield clause(reading, (told[0], told[-1] + 1), "according", cue, source)
