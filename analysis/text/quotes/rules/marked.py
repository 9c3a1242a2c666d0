"""Rules for words between quote marks."""

from collections.abc import Iterator

from analysis.text.grammar.classes import BE, COLON, COMPLEMENTISER, DETERMINER, any_of
from analysis.text.grammar.noun_phrases import phrase_after, verb_at
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import form, speaks
from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.extent import has_verb
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.rules import subjunctive
from analysis.text.quotes.rules.lines import BREAKS, is_somebody
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import after as followers
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import inverted, reaches, speaker, subjectless
from analysis.text.quotes.verbs.cues import Cue

LONG = 6
"""Tokens, marks included, of the longest marked words that need a pause before a verb, or a listed verb."""
LONGEST_GAP = 30
"""Tokens between a verb and the mark it leads to."""

PAUSES = frozenset(",?!…—–-")
"""Signs that marked words end in before a verb that reports them."""
PERSONS = frozenset({"name", "role", "group", "metonym"})
"""Mentions that are a subject after a verb, not its object: `ha risposto | il sindaco: «`."""

ENDS_SENTENCE = any_of("COMMA STOP SEMICOLON COLON DASH UNBRACKET COORDINATOR")
"""What may follow marked words that the narrator's sentence does not run through."""

JOINS_CLAUSE = any_of("COORDINATOR SUBORDINATOR")
"""What begins another clause after marked words: `a “baseness”, | while Lee says`."""

AFTER_MARKS = pattern("(COMMA | DASH | STOP)*")
JOINED = pattern("(COMMA | COORDINATOR)+")

NARRATED = pattern(
    "(NOT (OPENING | COLON | STOP | SEMICOLON)"
    " | OPENING (NOT (OPENING | STOP | CLOSING))* CLOSING)*"
    "NOT (OPENING | CLOSING | COLON | STOP | SEMICOLON | REPORTING | COMMA | DASH)"
)
"""The narrator's words, some marked, right before those that end their clause: `L'État | « paiera »`."""

OPEN_RELATIVE = pattern("ANY+ COMMA RELATIVE NOT COMMA*")
"""The narrator's words up to marked ones in a relative clause: `Roy, qui nie un | «`."""

ENDS_REPORT = pattern("((STOP | COMMA | TIME) ANY*)?")
"""The rest of a sentence after the verb of long marked words: nothing, or an adjunct: `Lee said | Monday.`"""

INTRODUCES = pattern("(COMMA | COLON) OPENING ANY*")

TO_COLON = pattern("(NOT (STOP | SEMICOLON | CLOSING | DASH))* COLON (BREAK | DASH)*")
"""What may stand between a verb and the words it leads to: `said in a statement on Monday: | “`."""

TO_COMMA = pattern("(NOT (STOP | SEMICOLON | CLOSING | COMPLEMENTISER | FINITE | BE))* COMMA")
"""The same before a comma, which a clause may not hold."""

OBJECT_PHRASE = pattern(
    "(NOT (STOP | SEMICOLON | OPENING | CLOSING | COMPLEMENTISER | COLON | REPORTING)){0,15}"
    "(OPENING (NOT (STOP | CLOSING))* CLOSING"
    " (NOT (STOP | SEMICOLON | OPENING | CLOSING | COMPLEMENTISER | COLON | VERB)){1,6}){0,3}"
)
"""What a verb names or blames, before the marked words: `called | the plan | “folly”`; some of it marked."""

TAKEN = pattern("(NOT (COMMA | AUXILIARY | SUBJECT) ANY*)?")
"""What stands between a verb that mostly opens a clause and marked words it takes: no clause."""


ITEM = pattern(
    "SIGN | DASH | NUMBER (STOP | UNBRACKET) | NAME? NUMBER (COLON NUMBER)? (NAME | WORD)? (DASH | COLON)"
)
"""What may number, mark or date a line before who speaks: `•`, `2.`, `14.10 Uhr –`, `Ore 12 –`."""

CLEFT = pattern("PREPOSITION (NOT (COMMA | BE)){1,5} BE+")
"""What puts its verb before who speaks: `A lanciare l'allarme è | il sindaco: «`."""

IS = pattern("BE+")
BEFORE_SUBJECT = pattern("WORD (NAME | DETERMINER)")
"""A predicate behind its verb, before who it is of: `è convinta | Ada`."""

PREDICATE = pattern("WORD ANY | SUBJECT PREPOSITION")
"""What somebody is, where it opens a sentence: `optimista | es`, `uno de | los primeros`."""

TITLED = pattern("DETERMINER? (WORD | NAME){1,3} (BE | WORD | ADVERB){1,2}")
"""A subject and its verb before a colon: `Le titre était`."""

TOPIC = pattern("NAME COMMA")
"""The topic of a headline, where its word is nobody's: `Piena, | la sindaca: «…»`."""


def tail(sentence: Sentence, number: int) -> Iterator[Candidate]:
    """The verb follows the marks, or a clause that ends in marked words.

    fr: « Nous partons », a déclaré le ministre. en: “We are leaving,” the minister said.
    """
    reading, first, (opening, closing) = sentence.reading, lead(sentence), sentence.reading.edges[number]
    if found := _tail(sentence, number):
        halves, narrated = [*_halves(sentence, number)], NARRATED.fits(reading.line, first, opening)
        if len(halves) > 1 or not (_is_lower(reading, number) and narrated):
            yield from (_direct(reading, part, "tail", *found) for part in halves)
        elif _reports(sentence, opening, *found):
            yield clause(reading, (first, closing), "tail", *found)


def _halves(sentence: Sentence, number: int) -> Iterator[int]:
    """Marked words and those before them that open the sentence, where only an "and" joins the two."""
    line, edges = sentence.reading.line, sentence.reading.edges
    first, joined = lead(sentence), number - 1 in sentence.marked
    if joined and edges[number - 1][0] == first and JOINED.fits(line, edges[number - 1][1], edges[number][0]):
        yield number - 1
    yield number


def _reports(sentence: Sentence, opening: int, cue: Cue, source: Stretch | None) -> bool:
    """Whether a verb reports the clause before it: not `l'homme, qui nie un « vol », | a appelé au calme`."""
    opened = OPEN_RELATIVE.fits(sentence.reading.line, lead(sentence), opening)
    return not opened and cue.form != "passive" and (source is not None or sentence.switch("pro_drop"))


def _tail(sentence: Sentence, number: int) -> tuple[Cue, Stretch | None] | None:
    """The verb after marked words that reports them, and who speaks."""
    reading, (opening, closing) = sentence.reading, sentence.reading.edges[number]
    after = AFTER_MARKS.skip(reading.line, closing, sentence.last)
    after += _points_back(sentence, after)
    cue = sentence.following(after)
    if cue is None or cue.form not in ("finite", "passive", "infinitive") or _leads_on(sentence, cue, after):
        return None
    pause = after > closing or reading.text[reading.marked[number].end - 1] in PAUSES
    long = closing - opening > LONG or opening == lead(sentence)
    closes = ENDS_REPORT.fits(reading.line, cue.last, sentence.last)
    if reaches(sentence, after, cue):
        found = inverted(sentence, cue, sentence.last)
        own_clause = COMPLEMENTISER in reading.line[cue.last : _to_clause(sentence, cue, found)]
        alone = long and closes and sentence.switch("pro_drop")  # «Domani è tardi» ha poi aggiunto.
        return (cue, found) if not own_clause and (pause or alone or (found and long)) else None
    if cue.form == "infinitive" or not (pause or (long and closes)):
        return None
    found, quoted = speaker(sentence, cue), cue.lemma in sentence.words("quoting_verbs")
    leads = (subjects.before(reading, cue.first, after) or found) if quoted else found
    return (cue, found) if found and leads and _begins(reading, after, leads) else None


def _points_back(sentence: Sentence, at: int) -> bool:
    """Whether a colon leads from marked words to a pronoun for them: `«…» | : lo ha annunciato Roi`."""
    reading, phrase = sentence.reading, phrases(sentence.reading.lexicon, "looking_back")
    leads = reading.line[at : at + 1] == COLON and at + 1 < sentence.last
    return leads and length_at(phrase, reading.lows, at + 1) > 0


def _to_clause(sentence: Sentence, cue: Cue, found: Stretch | None) -> int:
    """The token before which a verb's own clause opens; after who speaks, a relative clause may.

    es: «…», dijo que; but «…», dijo un vecino | que pasaba.
    """
    if found is None:
        return cue.last + 1
    return found[1] + (not sentence.switch("relative_subject"))


def _begins(reading: Reading, after: int, found: Stretch) -> bool:
    """Whether who speaks begins what follows marked words, or comes after one word: `“…”, as | Lee said`."""
    linked = reading.listed(after, "as_words") or reading.line[after] not in JOINS_CLAUSE
    return after <= found[0] <= after + linked


def _leads_on(sentence: Sentence, cue: Cue, after: int) -> bool:
    """Whether a verb belongs to what comes next: `“Why?” He answered, “Because.”`; or takes an object."""
    reading = sentence.reading
    asked = reading.text[reading.ends[after - 1] - 2 : reading.ends[after - 1] - 1] in "?!.…"
    if asked and reading.is_capital(after) and INTRODUCES.fits(reading.line, cue.last, sentence.last):
        return True
    return cue.lemma in sentence.words("label_verbs") and cue.first > after


def head(sentence: Sentence, number: int) -> Iterator[Candidate]:
    """The verb stands before the marks.

    fr: Le ministre a déclaré : « Nous partons. » en: The minister said, “We are leaving.”
    """
    cue = sentence.leading(sentence.reading.edges[number][0])
    if cue and _leads(sentence, cue, number) and not _is_called(sentence, cue):
        for part in range(number, _joined(sentence, number) + 1):
            yield _direct(sentence.reading, part, "head", cue, _leader(sentence, cue, number))


def _leader(sentence: Sentence, cue: Cue, number: int) -> Stretch | None:
    """Who speaks by a verb before marks; it may follow the verb: `Ha risposto | il sindaco: «`."""
    if found := speaker(sentence, cue):
        return found
    reading, opening = sentence.reading, sentence.reading.edges[number][0]
    if reading.line[cue.last] == BE:  # Quem conta é | Ada Roy: “
        return followers.after(reading, cue.last + 1, opening)
    turns = cue.form == "finite" and cue.lemma not in sentence.words("recipient_verbs")
    found = inverted(sentence, cue, opening) if turns else None
    if found is None or reading.line[found[1] - 1] == DETERMINER or not speaks(reading, found):
        return None
    return found if form(reading, *found) in PERSONS else None


def _leads(sentence: Sentence, cue: Cue, number: int) -> bool:
    """Whether only an adjunct stands between a verb and the mark: `said in a statement on Monday, “`."""
    line, opening = sentence.reading.line, sentence.reading.edges[number][0]
    if cue.form == "passive" or opening - cue.last > LONGEST_GAP:
        return False
    if TO_COLON.fits(line, cue.last, opening):
        return True
    if cue.form == "participle" or cue.lemma in sentence.words("label_verbs"):  # une copie dite « … »
        return False
    if opening == cue.last:
        return cue.form != "infinitive" and not _goes_on(sentence, number)
    return TO_COMMA.fits(line, cue.last, opening)


def _goes_on(sentence: Sentence, number: int) -> bool:
    """Whether the narrator's sentence runs on through the marked words: `said “nobody” would come`."""
    reading, closing = sentence.reading, sentence.reading.edges[number][1]
    goes_on = closing < sentence.last and reading.line[closing] not in ENDS_SENTENCE
    return goes_on and _is_lower(reading, number)


def label(sentence: Sentence, number: int) -> Iterator[Candidate]:
    """Marked words that a verb of naming or blaming applies to somebody; in English with their object.

    fr: Elle a qualifié le projet de « folie pure ». en: She called | the plan “pure folly”.

    >>> from analysis.text import lexicon, quotes
    >>> [q[2:4] + (q.rule,) for q in quotes.find("Le maire a traité Roy de « pirate ».", lexicon.load("fr"))]
    [('pirate', 'mixed', 'label')]
    """
    cue = sentence.leading(sentence.reading.edges[number][0])
    if cue is None or not (cue.lemma in sentence.words("label_verbs") or _takes(sentence, cue, number)):
        return
    if _is_called(sentence, cue):
        return
    found = speaker(sentence, cue)
    if _applies(sentence, cue, number) and (found or _unnamed(sentence, cue)):
        yield Candidate(*_labelled(sentence, cue, number), "mixed", "label", cue, found)


def _is_called(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb says what its subject is called: `La pièce s'appelle « Sel »`; not `es heißt`."""
    reading, called = sentence.reading, cue.lemma in sentence.words("naming_verbs")
    if not called or reading.listed(cue.first - 1, "reflexives") or reading.listed(cue.last, "reflexives"):
        return called
    found = speaker(sentence, cue) if sentence.words("nobodies") else None
    return found is not None and not reading.listed(found[0], "nobodies")


def _takes(sentence: Sentence, cue: Cue, number: int) -> bool:
    """Whether a verb that mostly opens a clause takes marked words: `expressed | “deep sadness”`."""
    reading, (first, last) = sentence.reading, sentence.reading.edges[number]
    short = cue.lemma in sentence.words("marked_verbs") and not _is_term(reading, number)
    weighs = cue.form != "passive" and (short or last - first >= LONG)
    return weighs and _is_lower(reading, number) and TAKEN.fits(reading.line, cue.last, first)


def _is_term(reading: Reading, number: int) -> bool:
    """Whether an article marks the same words twice: its writer's term for something, not a quotation."""
    words = [reading.text[mark.start : mark.end] for mark in reading.marked]
    return words.count(words[number]) > 1


def _unnamed(sentence: Sentence, cue: Cue) -> bool:
    """Whether a finite verb leaves its subject out."""
    return cue.form == "finite" and subjectless(sentence, cue)


def _labelled(sentence: Sentence, cue: Cue, number: int) -> tuple[int, int]:
    """The marked words alone; with their marks where an object or other marked words belong to them."""
    reading, mark = sentence.reading, sentence.reading.marked[number]
    last = _joined(sentence, number)
    if sentence.switch("label_with_object") and reading.edges[number][0] > cue.last:
        return reading.starts[cue.last], reading.marked[last].close
    return (mark.open, reading.marked[last].close) if last > number else (mark.start, mark.end)


def _applies(sentence: Sentence, cue: Cue, number: int) -> bool:
    """Whether a verb names or blames with marked words: not `slammed “The Ferry”`, `called for “calm”`."""
    reading, opening = sentence.reading, sentence.reading.edges[number][0]
    if opening == cue.last:
        return not reading.text[reading.marked[number].start].isupper()
    return not reading.listed(cue.last, "label_breakers") and OBJECT_PHRASE.fits(
        reading.line, cue.last, opening
    )


def _joined(sentence: Sentence, number: int) -> int:
    """The last of the marked stretches that only "and" or a comma joins to one: `“illegals” and “thugs”`."""
    line, edges = sentence.reading.line, sentence.reading.edges
    while number + 1 in sentence.marked and JOINED.fits(line, edges[number][1], edges[number + 1][0]):
        number += 1
    return number


def colon(sentence: Sentence, number: int) -> Iterator[Candidate]:
    """Marked words after a colon; where a reporting verb leads to them, head() weighs more.

    fr: Le ministre s'emporte : « Nous partons ! » en: Lee shrugged: “We are leaving.”
    """
    reading, opening = sentence.reading, sentence.reading.edges[number][0]
    at = BREAKS.skip_back(reading.line, opening, sentence.first) - 1
    if at > sentence.first and reading.line[at] == COLON and not _is_title(reading, sentence.first, at):
        source = _before_colon(sentence, at)
        if source or at + 1 == opening:  # a line break between them: not `Read also: | “Yellow vests”: …`
            yield _direct(reading, number, "colon", None, source)


def _is_title(reading: Reading, first: int, at: int) -> bool:
    """Whether what stands before a colon says that a title follows it: `Le titre était | : « Le sel »`."""
    told = TITLED.skip(reading.line, first, at) == at
    return told and reading.any_listed(first, at, "line_labels")


def _before_colon(sentence: Sentence, at: int) -> Stretch | None:
    """Who is named before a colon: alone in its sentence, or as its subject."""
    reading, first = sentence.reading, ITEM.skip(sentence.reading.line, sentence.first, at)
    if (
        first == 0
        and TOPIC.fits(reading.line, first, first + 2)
        and not is_somebody(reading, first, first + 1)
    ):
        first += 2
    source = subjects.before(reading, at, first)
    if switch(reading.lexicon, "verb_second") and subjunctive.leads(reading, first, at):
        return None
    cleft = source is not None and CLEFT.fits(reading.line, first, source[0])
    if not cleft and (source is None or source[0] > first or has_verb(reading, *source)):
        source = subjects.main(reading, first, at)
    source = (source[0], verb_at(reading, *source)) if source else None
    told = source is not None and speaks(reading, source)
    if (not told or _is_predicate(reading, source)) and switch(reading.lexicon, "pro_drop"):
        source = _fronted(reading, first, at) or _owner(reading, first, at) or source
    return source if source and speaks(reading, source) else None


def _is_predicate(reading: Reading, source: Stretch | None) -> bool:
    """Whether what opens a sentence says what somebody is: `Menos optimista | es Roy:`, `Uno de`."""
    return source is None or PREDICATE.fits(reading.line, source[0], source[0] + 2)


def _fronted(reading: Reading, first: int, at: int) -> Stretch | None:
    """Who stands behind a predicate and its verb: `Ne è convinta | Ada Roi, docente: «`."""
    be = IS.find(reading.line, first, at)
    start = IS.skip(reading.line, at if be is None else be, at)
    start += BEFORE_SUBJECT.fits(reading.line, start, start + 2)
    found = followers.after(reading, start, at)
    return found if found and form(reading, *found) in PERSONS else None


def _owner(reading: Reading, first: int, at: int) -> Stretch | None:
    """Whose words a noun of speech announces: `È arrivata la replica | dell'azienda: «`."""
    nouns = phrases(reading.lexicon, "speech_nouns")
    ends = (noun + length_at(nouns, reading.lows, noun) for noun in range(first, at))
    owned = (end for noun, end in zip(range(first, at), ends, strict=False) if end > noun and end + 1 < at)
    named = (end + 1 for end in owned if reading.listed(end, "genitives"))
    return next(((end, stop) for end in named if (stop := phrase_after(reading, end, at)) > end), None)


def _is_lower(reading: Reading, number: int) -> bool:
    return reading.text[reading.marked[number].start].islower()


def _direct(reading: Reading, number: int, rule: str, cue: Cue | None, source: Stretch | None) -> Candidate:
    mark = reading.marked[number]
    return Candidate(mark.start, mark.end, "direct", rule, cue, source)
