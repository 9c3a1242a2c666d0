"""Rules for words between quote marks."""

from collections.abc import Iterator

from analysis.text.grammar.noun_phrases import verb_at
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import inverted, reaches, speaker
from analysis.text.quotes.verbs.cues import Cue

LONGEST_GAP = 30
"""Tokens between a verb and the mark it leads to."""

INCISE = 12
"""Tokens that may follow the speaker in a frame inside the marks: `lundi à la radio`."""


def tail(sentence: Sentence) -> Iterator[Candidate]:
    """The verb follows the marks, or a clause that ends in marked words.

    fr: « Nous partons », a déclaré le ministre. en: “We are leaving,” the minister said.
    """
    reading = sentence.reading
    for number in sentence.marked:
        if (found := _tail(sentence, number)) is None:
            continue
        first, (opening, closing) = lead(sentence), reading.edges[number]
        if first < opening and _runs_into(sentence, first, opening, number):
            yield clause(reading, (first, closing), "tail", *found)
        else:
            yield _direct(reading, number, "tail", *found)


def _runs_into(sentence: Sentence, first: int, opening: int, number: int) -> bool:
    """Whether marked words end a clause of the narrator's: `L'État « paiera », | a dit le ministre`."""
    reading = sentence.reading
    lower = reading.text[reading.marked[number].start].islower()
    paused = reading.line[opening - 1] in ",-"
    return lower and not paused and not any(tag in "<>:.;v" for tag in reading.line[first:opening])


def _tail(sentence: Sentence, number: int) -> tuple[Cue, Stretch | None] | None:
    reading, tags = sentence.reading, sentence.reading.line
    closing = reading.edges[number][1]
    after = closing
    while after < sentence.last and tags[after] in ",-.":
        after += 1
    cue = sentence.following(after)
    grouped = cue is not None and cue.form == "infinitive" and reaches(sentence, after, cue)
    if (
        cue is None
        or (cue.form not in ("finite", "passive") and not grouped)
        or _leads_on(sentence, cue, after)
    ):
        return None
    pause = after > closing or _paused(reading, number)
    long = closing - reading.edges[number][0] > SHORTEST + 3
    if reaches(sentence, after, cue):
        found = inverted(sentence, cue, sentence.last)
        own = found is None and tags[cue.last : cue.last + 1] == "k"
        return (cue, found) if (pause and not own) or (found and long) else None
    if not pause and not (long and _closes(sentence, cue)):
        return None
    found = speaker(sentence, cue)
    begins = found is not None and after <= found[0] <= after + (tags[after] != "c")
    return (cue, found) if begins else None


def _closes(sentence: Sentence, cue: Cue) -> bool:
    """Whether nothing but an adjunct follows a verb: `“We leave” Lee said Monday`."""
    return cue.last >= sentence.last or sentence.reading.line[cue.last] in ".,t"


def _leads_on(sentence: Sentence, cue: Cue, after: int) -> bool:
    """Whether a verb belongs to what comes next: `“Why?” He answered, “Because.”`; or takes an object."""
    reading = sentence.reading
    new = reading.text[reading.starts[min(after, len(reading.starts) - 1)]].isupper()
    opens = reading.line[cue.last : cue.last + 2] in (",<", ":<")
    asked = reading.text[reading.ends[after - 1] - 2 : reading.ends[after - 1] - 1] in "?!.…"
    return (new and opens and asked) or (cue.lemma in sentence.words("label_verbs") and cue.first > after)


def _paused(reading: Reading, number: int) -> bool:
    """Whether the words end in a comma, a question or a break, as speech before its verb does."""
    mark = reading.marked[number]
    return reading.text[mark.end - 1] in ",?!…—–-"


def head(sentence: Sentence) -> Iterator[Candidate]:
    """The verb stands before the marks.

    fr: Le ministre a déclaré : « Nous partons. » en: The minister said, “We are leaving.”
    """
    reading = sentence.reading
    for number in sentence.marked:
        opening = reading.edges[number][0]
        cue = sentence.leading(opening)
        if cue and _leads(sentence, cue, opening, number):
            for part in range(number, _joined(reading, number, sentence.marked) + 1):
                yield _direct(reading, part, "head", cue, speaker(sentence, cue))


def _leads(sentence: Sentence, cue: Cue, opening: int, number: int) -> bool:
    """Whether only an adjunct stands between a verb and the mark: `said in a statement on Monday, “`."""
    reading = sentence.reading
    gap = reading.line[cue.last : opening]
    if cue.form == "passive" or len(gap) > LONGEST_GAP or any(tag in ".;>" for tag in gap):
        return False
    if not gap:
        named = cue.lemma in sentence.words("label_verbs")
        return cue.form != "infinitive" and not named and not _goes_on(sentence, number)
    if gap[-1] == ":":
        return "-" not in gap
    return (
        gap[-1] == ","
        and not any(tag in "kfb" for tag in gap)
        and cue.lemma not in sentence.words("label_verbs")
    )


def _goes_on(sentence: Sentence, number: int) -> bool:
    """Whether the narrator's sentence runs on through the marked words: `said “nobody” would come`."""
    reading = sentence.reading
    mark, closing = reading.marked[number], reading.edges[number][1]
    lower = reading.text[mark.start].islower()
    return lower and closing < sentence.last and reading.line[closing] not in ",.;:-)c"


def label(sentence: Sentence) -> Iterator[Candidate]:
    """Marked words that a verb of naming or blaming applies to somebody; in English with their object.

    fr: Elle a qualifié le projet de « folie pure ». en: She called | the plan “pure folly”.

    >>> from analysis.text import lexicon, quotes
    >>> [q[2:4] + (q.rule,) for q in quotes.find("Le maire a traité Roy de « pirate ».", lexicon.load("fr"))]
    [('pirate', 'mixed', 'label')]
    """
    reading, numbers = sentence.reading, sentence.marked
    for cue in sentence.cues:
        if cue.lemma not in sentence.words("label_verbs"):
            continue
        number = next((number for number in numbers if reading.edges[number][0] >= cue.last), None)
        found = speaker(sentence, cue)
        if number is None or found is None or not _applies(sentence, cue, number):
            continue
        yield Candidate(*_labelled(sentence, cue, number), "mixed", "label", cue, found)


def _labelled(sentence: Sentence, cue: Cue, number: int) -> tuple[int, int]:
    """The marked words alone; with their marks where an object or other marked words belong to them."""
    reading, mark = sentence.reading, sentence.reading.marked[number]
    last = _joined(reading, number, sentence.marked)
    if sentence.switch("label_with_object") and reading.edges[number][0] > cue.last:
        return reading.starts[cue.last], reading.marked[last].close
    return (mark.open, reading.marked[last].close) if last > number else (mark.start, mark.end)


def _applies(sentence: Sentence, cue: Cue, number: int) -> bool:
    reading, mark = sentence.reading, sentence.reading.marked[number]
    gap = reading.line[cue.last : reading.edges[number][0]]
    if not gap and reading.text[mark.start].isupper() and mark.end - mark.start < 30:
        return False
    if gap and reading.lows[cue.last] in ("for", "on"):
        return False
    return len(gap) <= LONGEST_GAP // 2 and not any(tag in ".;>k:v" for tag in gap)


def _joined(reading: Reading, number: int, numbers: range) -> int:
    """The last of the marked stretches that only "and" or a comma joins to one: `“illegals” and “thugs”`."""
    while number + 1 in numbers:
        between = reading.line[reading.edges[number][1] : reading.edges[number + 1][0]]
        if not between or any(tag not in ",c" for tag in between):
            break
        number += 1
    return number


def colon(sentence: Sentence) -> Iterator[Candidate]:
    """Marked words after a colon; where a reporting verb leads to them, head() weighs more.

    fr: Le ministre s'emporte : « Nous partons ! » en: Lee shrugged: “We are leaving.”
    """
    reading = sentence.reading
    for number in sentence.marked:
        opening = reading.edges[number][0]
        if opening - 1 <= sentence.first or reading.line[opening - 1] != ":":
            continue
        source = subjects.before(reading, opening - 1, sentence.first)
        if source is None or source[0] > sentence.first or has_verb(reading, *source):
            source = subjects.main(reading, sentence.first, opening - 1)
        source = (source[0], verb_at(reading, *source)) if source and speaks(reading, source) else None
        yield _direct(reading, number, "colon", None, source)


def inside(sentence: Sentence) -> Iterator[Candidate]:
    """The verb and its speaker stand inside the marks and cut the words in two.

    fr: « Nous partons, explique le ministre. Tout est prêt. »
    """
    if not sentence.switch("cue_inside_marks"):
        return
    reading = sentence.reading
    for number in sentence.marked:
        first, last = reading.edges[number]
        frames = [
            frame
            for cue in sentence.spoken
            if first < cue.first < last and (frame := _incise(sentence, cue, last))
        ]
        at = reading.marked[number].start
        for start, stop, cue, source in frames:
            if start > at:
                yield Candidate(at, start, "direct", "inside", cue, source)
            at = stop
        if frames and any(char.isalnum() for char in reading.text[at : reading.marked[number].end]):
            yield Candidate(at, reading.marked[number].end, "direct", "inside", *frames[-1][2:])


def _incise(sentence: Sentence, cue: Cue, ceiling: int) -> tuple[int, int, Cue, Stretch] | None:
    """Where the words stop before `, explique le ministre.` and where they go on after it."""
    reading, tags = sentence.reading, sentence.reading.line
    before = cue.first - 1
    while tags[before] in "ao!":
        before -= 1
    stops = tags[before] in ",-" or reading.text[reading.starts[before]] in "?!…"
    source = inverted(sentence, cue, ceiling)
    if not stops or cue.form != "finite" or cue.negated or source is None or not speaks(reading, source):
        return None
    if reading.lows[source[0]] in sentence.words("first_persons"):
        return None
    after = max(source[1], cue.last)
    while after < ceiling and tags[after] not in ",.->":
        after += 1
    if after - max(source[1], cue.last) > INCISE:
        return None
    stop = next((at for at in range(after, ceiling) if tags[at] not in ",.-"), ceiling)
    while tags[before] == "-" and tags[before - 1] in ",-":  # «…, — сказал он, — …»
        before -= 1
    end = reading.ends[before] if tags[before] == "." else reading.ends[before - 1]
    return end, reading.starts[min(stop, len(tags) - 1)], cue, source


def _direct(reading: Reading, number: int, rule: str, cue: Cue | None, source: Stretch | None) -> Candidate:
    mark = reading.marked[number]
    return Candidate(mark.start, mark.end, "direct", rule, cue, source)
