"""Rules for reported clauses that their verb follows, interrupts, or introduces with "as"."""

from bisect import bisect_left
from collections.abc import Iterator

from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import FINITE, clause_end, has_verb
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import inverted, opinion, reaches, speaker
from analysis.text.quotes.verbs.cues import Cue

FRAME = 25
"""Tokens between the verb of a tail and the comma or stop that ends it."""


def clause_tail(sentence: Sentence) -> Iterator[Candidate]:
    """A clause that its verb follows, or interrupts.

    fr: Le pays va bien, a indiqué le ministre. en: The country, the minister said, was well.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> found = quotes.find("The ferry, the captain said, was sold in May.", lexicon.load("en"))
    >>> [(q.quote, q.cue, q.source, q.rule, q.utterance) for q in found]
    [('The ferry', 'said', 'the captain', 'clause_tail', 0),
     ('was sold in May', 'said', 'the captain', 'clause_tail', 0)]
    """
    reading, first = sentence.reading, lead(sentence)
    for cue in sentence.cues:
        frame = _frame(sentence, cue, first)
        if frame is None:
            continue
        comma, source, after = frame
        marked = all(number >= 0 for number in reading.inside[first:comma])
        goes_on = not marked and _continues(sentence, after, cue)
        if _stands(sentence, first, comma, source[0] > cue.first) or (
            goes_on and _nominal(sentence, first, comma)
        ):
            yield clause(reading, (first, comma), "clause_tail", cue, source)
        if goes_on:
            yield clause(reading, (after, clause_end(sentence, after + 1, cue)), "clause_tail", cue, source)


def _frame(sentence: Sentence, cue: Cue, first: int) -> tuple[int, Stretch, int] | None:
    """The comma before a verb in the tail, who speaks, and the token where the words go on."""
    comma = _comma(sentence, cue)
    if comma is None or comma <= first or not _says(sentence, cue):
        return None
    turned = _turned(sentence, comma, cue)
    source = inverted(sentence, cue, sentence.last) if turned else speaker(sentence, cue)
    opened = comma + 1 + (sentence.reading.lows[comma + 1] in sentence.words("as_words"))
    if source is None or opinion(sentence, cue, source) or not (turned or comma < source[0] <= opened):
        return None
    if sentence.switch("known_speakers") and not speaks(sentence.reading, source):
        return None
    after = _rest(sentence, max(cue.last, source[1]))
    return None if after is None else (comma, source, after)


def _says(sentence: Sentence, cue: Cue) -> bool:
    turns = cue.form == "finite" or (cue.form == "infinitive" and sentence.switch("clitic_inversion"))
    return turns and cue.tier < 3 and cue.lemma not in sentence.words("label_verbs")


def _turned(sentence: Sentence, comma: int, cue: Cue) -> bool:
    """Whether the verb comes right after the comma, and not after a subject with its apposition."""
    reading = sentence.reading
    as_words = sentence.words("as_words")
    at = next((at for at in range(comma + 1, cue.first) if reading.lows[at] not in as_words), cue.first)
    if not reaches(sentence, at, cue):
        return False
    apposed = sentence.switch("verb_second") and "," in reading.line[sentence.first : comma]
    told = apposed or sentence.words("verb_endings")
    subject = subjects.before(reading, comma + 1, sentence.first) if told else None
    return subject is None or subject[0] > lead(sentence)


def _stands(sentence: Sentence, first: int, comma: int, turned: bool) -> bool:
    """Whether what comes before the frame is a clause: not `After the vote, | Lee said` alone."""
    reading = sentence.reading
    if comma - first < SHORTEST - 1:
        return False
    if not sentence.words("verb_endings"):
        compared = reading.lows[comma + 1] in sentence.words("as_words")
        return turned or compared or has_verb(reading, first, comma)
    start = first
    if reading.line[first] in "psq" or _gerund(sentence, first):
        start = next((at for at in range(first, comma) if reading.line[at] == ","), comma)
    return has_verb(reading, start, comma)


def _nominal(sentence: Sentence, first: int, comma: int) -> bool:
    """Whether what comes before is the subject of what follows: `The country, | he said, | was well`."""
    opener = sentence.reading.line[first] not in "psacq" and not _gerund(sentence, first)
    return opener and first < comma


def _gerund(sentence: Sentence, at: int) -> bool:
    return sentence.reading.lows[at].endswith(tuple(sentence.words("gerund_endings")) or ("\n",))


def _continues(sentence: Sentence, after: int, cue: Cue) -> bool:
    """Whether the clause goes on after its verb: `…, he said, was well`."""
    reading = sentence.reading
    if after >= sentence.last or reading.line[after] in ".;rgp<>" or _gerund(sentence, after):
        return False
    if reading.lows[after] in sentence.words("breakers"):
        return False
    end = clause_end(sentence, after + 1, cue)
    if reading.line[after] == "c" and reading.line[after + 1 : after + 2] in ("d", "u"):
        return end - after > SHORTEST
    own = next((at for at in range(after, end) if reading.line[at] == "r"), end)
    shortest = SHORTEST - (reading.line[after] in FINITE)  # the subject stands before: …, he said, was well
    return end - after >= shortest and has_verb(reading, after, own)


def _comma(sentence: Sentence, cue: Cue) -> int | None:
    """The comma before a verb and its subject, where they come after a clause."""
    reading, tags = sentence.reading, sentence.reading.line
    for at in range(cue.first - 1, max(sentence.first, cue.first - FRAME) - 1, -1):
        if tags[at] == ",":
            return at
        if tags[at] in ".;:<>v¶" or (
            tags[at] in "kqrs" and reading.lows[at] not in sentence.words("as_words")
        ):
            return None
    return None


def _rest(sentence: Sentence, at: int) -> int | None:
    """Where the words go on after a tail: its end, or the token after a comma; None if a clause follows."""
    reading, tags = sentence.reading, sentence.reading.line
    for i in range(at, min(at + FRAME, sentence.last)):
        if tags[i] in ".;":
            return i
        if tags[i] in ",-":
            opens = sentence.switch("comma_clause") and i + 1 < sentence.last and tags[i + 1] in "kq"
            return None if opens else i + 1
        if tags[i] in "kqubhmvf<" or (i == at and tags[i] not in "ptn(ra)"):
            return None
        if reading.lows[i] in sentence.words("infinitive_markers") and tags[i + 1 : i + 2] == "w":
            return None
    return sentence.last if sentence.last - at < FRAME else None


def as_clause(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence that opens with "as" and a verb.

    fr: Comme l'a rappelé le ministre, le pays va bien. en: As the minister said, the country is well.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Comme l'a rappelé la capitaine, le bac part à midi.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('le bac part à midi', 'a rappelé', 'la capitaine', 'as_clause')
    """
    reading, first = sentence.reading, sentence.first
    if reading.lows[first] not in sentence.words("as_openers"):
        return
    comma = next((at for at in range(first, sentence.last) if reading.line[at] == ","), sentence.last)
    for cue in sentence.cues[:1]:
        if cue.last <= comma < sentence.last and _says(sentence, cue):
            source = speaker(sentence, cue) or inverted(sentence, cue, comma)
            end = clause_end(sentence, comma + 2, cue)
            if source and end - comma > SHORTEST:
                yield clause(reading, (comma + 1, end), "as_clause", cue, source)


def looking_back(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence that says who said the one before.

    fr: Le pont fermera lundi. C'est ce qu'a annoncé le maire.

    Args:
        sentence: the one that looks back, not the one that is reported.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Le bac sera vendu. C'est ce qu'a annoncé la capitaine.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('Le bac sera vendu', 'a annoncé', 'la capitaine', 'looking_back')
    """
    reading, first = sentence.reading, sentence.first
    opener = next(
        (
            o
            for o in sentence.words("looking_back")
            if " ".join(reading.lows[first : first + 4]).startswith(o)
        ),
        None,
    )
    if opener is None:
        return
    number = bisect_left(reading.sentences, (first, 0)) - 1
    for cue in sentence.cues[:1]:
        source = inverted(sentence, cue, sentence.last) or speaker(sentence, cue)
        if number >= 0 and source and cue.first - first <= SHORTEST + 2:
            yield clause(reading, reading.sentences[number], "looking_back", cue, source)
