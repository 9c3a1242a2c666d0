"""Who speaks in a sentence: before a reporting verb, glued to it, after it, or in the main clause."""

from analysis.text.grammar.classes import (
    CLOSING,
    COMMA,
    COMPLEMENTISER,
    COORDINATOR,
    DASH,
    NAME,
    WORD,
    any_of,
)
from analysis.text.grammar.noun_phrases import phrase_before, subject_after
from analysis.text.grammar.patterns import Pattern, pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes import fronted
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import after as followers
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import impersonal
from analysis.text.quotes.verbs.cues import Cue

ADVERBS = pattern("(ADVERB | NEGATION)*")
WITH_PRONOUNS = pattern("(ADVERB | NEGATION | OBJECT)*")
WITH_MANNER = pattern("PREPOSITION WORD (ADVERB | NEGATION | OBJECT)*")
"""What may stand between marked words and their verb: `— с поклоном | сказал он`."""

WITH_TIMES = pattern("(ADVERB | NEGATION | TIME)*")
VERB_GROUP = pattern("(ADVERB | OBJECT | NEGATION | AUXILIARY | WORD | PREPOSITION){0,4} PREPOSITION")
"""A verb before its infinitive: `s'est contenté de | répondre`."""

VERB_LAST = pattern(
    "(SUBORDINATOR | COMPLEMENTISER | INTERROGATIVE) NOT (VERB | PUNCTUATION | CLAUSE_OPENER)*"
)
"""A clause up to its verb, where that stands last: `nachdem die Anwältin dem Richter | …`."""

RELATIVE_CLAUSE = pattern(
    "COMMA DETERMINER (ADVERB | PREPOSITION | DETERMINER | OBJECT | TIME | NUMBER)"
    " NOT (VERB | PUNCTUATION | CLAUSE_OPENER)*"
)
"""The same of a relative clause, its pronoun a determiner: `, die davon | ausgeht`."""

FREE = pattern("ANY (NOT (PUNCTUATION | COMPLEMENTISER)){2,}")
"""A relative clause without a noun, up to the verb whose subject it is."""

ONE_COMMA = pattern("NOT (COMMA | OPENING | CLOSING | VERB)* COMMA")
ENDS_CLAUSE = any_of("COMMA STOP SEMICOLON COLON DASH CLOSING BREAK")
PAUSE = any_of("COMMA DASH")
AFTER_MARKS = pattern("(COMMA | DASH){1,2}")
"""What stands between a closing mark and the verb that reports what it closes: `»|, —|сказал`."""

DROPS_SUBJECT = any_of("SUBORDINATOR INTERROGATIVE")
"""What stands before a verb whose subject, that of the sentence, is left out."""


def speaker(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks, wherever it stands: before the verb, glued to it, after it, or in the main clause.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> from analysis.text.quotes.sentence import each
    >>> read = reading.read("« Non », a dit la capitaine, et Ada Roy a répondu que oui.", lexicon.load("fr"))
    >>> [read.printed(*speaker(one, cue)) for one in each(*verbs.find(read)) for cue in one.cues]
    ['la capitaine', 'Ada Roy']
    """
    if cue.enclitic >= 0:
        return _glued(sentence, cue)
    if cue.head not in sentence.speakers:
        found = _agent(sentence, cue) if cue.form == "passive" else _active(sentence, cue)
        found = _quoted(sentence, cue, found) if _quotes(sentence, cue) else found
        found = None if _is_impersonal(sentence, cue) else found
        sentence.speakers[cue.head] = found or impersonal.beside(sentence, cue, sentence.last)
    return sentence.speakers[cue.head]


def _is_impersonal(sentence: Sentence, cue: Cue) -> bool:
    """Whether a reflexive pronoun says that nobody is named who reports: `el horno arde y se cree | que`."""
    reading, reports = sentence.reading, sentence.reading.line[cue.last : cue.last + 1] == COMPLEMENTISER
    own = cue.first > sentence.first and reading.listed(cue.first - 1, "reflexives")
    verb = cue.lemma.split()[0].endswith(tuple(sentence.words("reflexives")))  # si | è detto certo
    return own and reports and not verb and sentence.switch("pro_drop")


def _glued(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks by a pronoun glued to its verb; by an impersonal one, whom it is from, if that is told.

    fr: dit | -il; a-t-on appris auprès | du parquet.
    """
    reading, pronoun = sentence.reading, cue.enclitic
    if reading.lows[pronoun].rpartition("-")[2] not in sentence.words("resolution.impersonal"):
        return pronoun, pronoun + 1
    informed = impersonal.informant(reading, max(cue.last, pronoun + 1), sentence.last)
    read = cue.head < pronoun < cue.last  # peut-on lire | sur l'affiche
    if read and not informed:
        return followers.after(reading, cue.last, sentence.last)
    return informed or (pronoun, pronoun + 1)


def _agent(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks through a passive: `précisé par | le parquet`, `wurde von | der Polizei | bestätigt`."""
    reading, last = sentence.reading, sentence.last
    places = range(cue.last, min(cue.last + 1, last))
    if sentence.switch("verb_bracket"):
        places, last = range(cue.first + 1, cue.head), cue.head
    at = next((at for at in places if reading.listed(at, "agent_markers")), None)
    return None if at is None else subject_after(reading, at + 1, last)


def _quotes(sentence: Sentence, cue: Cue) -> bool:
    """Whether the object of a verb speaks: who is quoted."""
    return cue.lemma in sentence.words("quoting_verbs")


def _quoted(sentence: Sentence, cue: Cue, subject: Stretch | None) -> Stretch | None:
    """Who is quoted: `wurde | der Minister | zitiert`; with a subject before it, `zitiert | den Minister`."""
    reading = sentence.reading
    if cue.form == "passive":
        inner = followers.after(reading, cue.first + 1, cue.head) if sentence.switch("verb_bracket") else None
        return inner or subjects.before(reading, cue.first, sentence.first)
    leads = subject is not None and subject[1] <= cue.first
    return (followers.after(reading, cue.last, sentence.last) or subject) if leads else subject


def _active(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks by a verb that is no passive: the main clause behind it tells, or its own."""
    main = None if sentence.switch("verb_second") else fronted.main(sentence, cue)
    return main or _speaker(sentence, cue)


def _speaker(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks by a verb in its own clause, or before it."""
    reading, first = sentence.reading, _opening(sentence, cue)
    if first == sentence.first and not sentence.switch("verb_second"):
        return None
    before = reading.line[first - 1]
    if before == CLOSING and cue.form != "gerund":
        return inverted(sentence, cue, sentence.last)
    if found := _own(sentence, cue, first):
        return found
    if before == COORDINATOR or (before in DROPS_SUBJECT and sentence.switch("pro_drop")):
        return _reporter(sentence, cue, first - 1) or subjects.nearest(reading, first - 1, sentence.first)
    if sentence.switch("verb_second"):
        shared = subjects.nearest(reading, first - 1, sentence.first) if before == COMMA else None
        return inverted(sentence, cue, sentence.last) or shared or impersonal.before(sentence, first)
    return _shared(sentence, cue) if cue.form in ("gerund", "infinitive") else None


def _own(sentence: Sentence, cue: Cue, first: int) -> Stretch | None:
    """A verb's own subject, right before it."""
    reading, floor = sentence.reading, sentence.first
    if cue.form == "finite" and (subject := _opened(sentence, cue) or _free(sentence, first)):
        return subject
    if cue.form == "gerund" and (companion := _companion(sentence, first) or _cited(sentence, first - 1)):
        return companion
    named = sentence.switch("noun_gerund") and reading.line[first - 1] == NAME  # Trump | saying
    own = cue.form == "finite" or (cue.form == "gerund" and named)
    found = subjects.before(reading, first, floor) if own and not _interrupts(sentence, cue, first) else None
    speaks = sentence.switch("relative_speaks")
    return found if speaks or found is None else subjects.antecedent(reading, found, floor)


def _interrupts(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether, the verb being second, one comma before it opens a frame: `Das Ziel | , sagt Roy, sei nah`."""
    line, floor = sentence.reading.line, sentence.first
    frames = cue.first == cue.head and sentence.switch("verb_second")
    return (
        frames and ONE_COMMA.fits(line, floor, first) and inverted(sentence, cue, sentence.last) is not None
    )


def _opened(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject that opens a clause its verb ends: `nachdem | die Wirtin | dem Rat mitgeteilt hatte`."""
    reading, floor = sentence.reading, sentence.first
    ends = reading.line[cue.last : cue.last + 1] in ENDS_CLAUSE
    if not ends or cue.first < cue.head or not sentence.switch("verb_bracket"):
        return None
    if (at := VERB_LAST.skip_back(reading.line, cue.first, floor)) < cue.first:
        return subject_after(reading, at + 1, cue.first)
    at = RELATIVE_CLAUSE.skip_back(reading.line, cue.first, floor) + 1
    relative = at < cue.first and reading.listed(at, "pronominals")
    return (at, at + 1) if relative else None


def _free(sentence: Sentence, end: int) -> Stretch | None:
    """A relative clause that is itself the subject: `Chi conosceva la vittima | racconta che`."""
    reading, at = sentence.reading, lead(sentence)
    alone = reading.listed(at, "free_relatives") and FREE.fits(reading.line, at, end)
    return (at, end) if alone else None


def _companion(sentence: Sentence, first: int) -> Stretch | None:
    """A gerund's own subject: `with one guard | shouting`, `un appel | informant que`."""
    reading, found = sentence.reading, phrase_before(sentence.reading, first, sentence.first)
    if found is None:
        return None
    with_ = found[0] > sentence.first and reading.listed(found[0] - 1, "companions")
    written = reading.any_listed(*found, "mentions.documents") and not sentence.switch("noun_gerund")
    return found if with_ or written else None


def _cited(sentence: Sentence, at: int) -> Stretch | None:
    """Who is quoted: `The Courier quoted | Ada Roy | as saying`, `Ada Roy | was quoted as saying`."""
    as_ = sentence.reading.listed(at, "as_words")
    quoting = [cue for cue in sentence.cues if cue.last <= at and _quotes(sentence, cue)] if as_ else []
    found = speaker(sentence, quoting[-1]) if quoting else None
    paper = found is not None and found[1] <= quoting[-1].first and quoting[-1].form != "passive"
    return (quoting[-1].last, at) if paper else found  # quoted | one of Roy's advisers | as saying


def _opening(sentence: Sentence, cue: Cue) -> int:
    """The first token of a verb with the adverbs and pronouns before it, a comma after a mark skipped."""
    line, floor = sentence.reading.line, sentence.first
    first = _verb_words(sentence).skip_back(line, cue.first, floor)
    closed = AFTER_MARKS.skip_back(line, first, floor)
    return closed if floor < closed and line[closed - 1] == CLOSING else first


def _verb_words(sentence: Sentence) -> Pattern:
    """What may stand before a verb as its own words."""
    if sentence.switch("verb_bracket"):
        return WITH_TIMES
    return WITH_PRONOUNS if sentence.switch("clitics") else ADVERBS


def _reporter(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """Who speaks by the verb whose clause ends at an "and": `Roy dijo que el horno arde | y acusó`.

    Args:
        ceiling: the token of the "and".
    """
    line = sentence.reading.line
    if line[ceiling] != COORDINATOR or cue.form != "finite" or cue.tier > 1:
        return None
    leads = (it for it in sentence.cues if it.last < ceiling and it.form == "finite")
    told = [it for it in leads if line[it.last] == COMPLEMENTISER]
    return speaker(sentence, told[-1]) if told else None


def _shared(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject of the nearest finite reporting verb before, else of the main clause."""
    earlier = [it for it in sentence.cues if it.head < cue.head and it.form == "finite"]
    found = next(filter(None, (_teller(sentence, it) for it in reversed(earlier))), None)
    apart = sentence.reading.listed(cue.first - 1, "cleft_markers")  # È stata Roi | a dire
    found = found or (subjects.cleft(sentence.reading, sentence.first, cue.first) if apart else None)
    return found or subjects.main(sentence.reading, sentence.first, cue.first)


def _teller(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks by an earlier verb, be it the tail of its clause: `…, a dit | le maire, | ajoutant que`."""
    reading, turns = sentence.reading, cue.lemma not in sentence.words("recipient_verbs")
    tail = turns and reading.line[_opening(sentence, cue) - 1] == COMMA
    found = inverted(sentence, cue, sentence.last) if tail else None
    return found if found and speaks(reading, found) else speaker(sentence, cue)


def reaches(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether only a verb's own words stand before it: `a toutefois | précisé`, `tient à | dire`.

    Args:
        at: the token from which on nothing else may stand.
    """
    line, turned = sentence.reading.line, cue.form == "infinitive" and sentence.switch("clitic_inversion")
    if line[at - 1] == DASH and WITH_MANNER.fits(line, at, cue.first):
        return True
    return (VERB_GROUP if turned else _verb_words(sentence)).fits(line, at, cue.first)


def inverted(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """Who speaks, by what follows the verb: `dit-il`, `said the minister`, `a tenu à préciser le maire`.

    Args:
        ceiling: the token after the last that may belong to who speaks.
    """
    if cue.enclitic >= 0:
        return _glued(sentence, cue)
    if cue.form == "passive" and _quotes(sentence, cue):
        return speaker(sentence, cue)
    turns = cue.form == "finite" or (cue.form == "infinitive" and sentence.switch("clitic_inversion"))
    if not turns or not sentence.switch("inverted_tail"):
        return None
    at = cue.last
    if sentence.switch("verb_bracket") and cue.first < cue.head:
        at, ceiling = cue.first + 1, cue.head
    own = sentence.switch("verb_second") and sentence.reading.any_listed(at, at + 1, "reflexives")
    if sentence.reading.line[at : at + 1] == WORD and sentence.reading.listed(at, "verb_prefixes"):
        return None  # aus dem Bericht geht | hervor
    found = followers.after(sentence.reading, at + own, ceiling)  # erinnerte | sich | Roy
    return found or impersonal.beside(sentence, cue, ceiling)


def subjectless(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb reports without a subject: passive, or finite where the language drops pronouns.

    A verb of belief does not: `se espera que` has nobody who expects.
    """
    dropped = sentence.switch("pro_drop") and cue.lemma not in sentence.words("belief_verbs")
    return cue.form == "passive" or (cue.form == "finite" and dropped)


def opinion(sentence: Sentence, cue: Cue, source: Stretch | None) -> bool:
    """Whether the narrator only thinks: `I hope that`."""
    own = source is not None and sentence.reading.listed(source[0], "first_persons")
    return own and cue.stance == "hedging_distancing"


def denied(sentence: Sentence, cue: Cue) -> bool:
    """Whether the saying is denied: `n'a pas dit que`; not if denied twice: `n'exclut pas que`.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes import verbs
    >>> from analysis.text.quotes import reading
    >>> from analysis.text.quotes.sentence import each
    >>> read = reading.read("Roy n'a pas dit oui mais n'exclut pas que le bac parte.", lexicon.load("fr"))
    >>> [(cue.lemma, denied(one, cue)) for one in each(*verbs.find(read)) for cue in one.cues]
    [('dire', True), ('exclure', False)]
    """
    return cue.negated and cue.lemma not in sentence.words("denying_verbs")
