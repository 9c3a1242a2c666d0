"""Who speaks in a sentence: before a reporting verb, glued to it, after it, or in the main clause."""

from analysis.text.grammar.classes import CLOSING, COMMA, COORDINATOR, NAME, any_of
from analysis.text.grammar.noun_phrases import phrase_before, subject_after
from analysis.text.grammar.patterns import Pattern, pattern
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import after as followers
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.verbs.cues import Cue

ADVERBS = pattern("(ADVERB | NEGATION)*")
WITH_PRONOUNS = pattern("(ADVERB | NEGATION | OBJECT)*")
VERB_GROUP = pattern("(ADVERB | OBJECT | NEGATION | AUXILIARY | WORD | PREPOSITION){0,4} PREPOSITION")
"""A verb before its infinitive: `s'est contenté de | répondre`."""

PAUSE = any_of("COMMA DASH")
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
        found = _agent(sentence, cue) if cue.form == "passive" else _speaker(sentence, cue)
        sentence.speakers[cue.head] = found
    return sentence.speakers[cue.head]


def _glued(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks by a pronoun glued to its verb; by an impersonal one, whom it is from, if that is told.

    fr: dit | -il; a-t-on appris auprès | du parquet.
    """
    reading, pronoun = sentence.reading, cue.enclitic
    if reading.lows[pronoun].rpartition("-")[2] not in sentence.words("resolution.impersonal"):
        return pronoun, pronoun + 1
    informed = followers.informant(reading, max(cue.last, pronoun + 1), sentence.last)
    read = cue.head < pronoun < cue.last  # peut-on lire | sur l'affiche
    if read and not informed:
        return followers.after(reading, cue.last, sentence.last)
    return informed or (pronoun, pronoun + 1)


def _agent(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks through a passive: `précisé par | le parquet`."""
    reading, at = sentence.reading, cue.last
    marked = at < sentence.last and reading.listed(at, "agent_markers")
    return subject_after(reading, at + 1, sentence.last) if marked else None


def _speaker(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks by a verb that is no passive."""
    reading, first = sentence.reading, _opening(sentence, cue)
    if first == sentence.first and not sentence.switch("verb_second"):
        return None
    before = reading.line[first - 1]
    if before == CLOSING and cue.form != "gerund":
        return inverted(sentence, cue, sentence.last)
    if found := _own(sentence, cue, first):
        return found
    if before == COORDINATOR or (before in DROPS_SUBJECT and sentence.switch("pro_drop")):
        return subjects.nearest(reading, first - 1, sentence.first)
    if sentence.switch("verb_second"):
        return inverted(sentence, cue, sentence.last)
    return _shared(sentence, cue) if cue.form in ("gerund", "infinitive") else None


def _own(sentence: Sentence, cue: Cue, first: int) -> Stretch | None:
    """A verb's own subject, right before it."""
    reading, floor = sentence.reading, sentence.first
    if cue.form == "gerund" and (companion := _companion(sentence, first)):
        return companion
    named = sentence.switch("noun_gerund") and reading.line[first - 1] == NAME  # Trump | saying
    own = cue.form == "finite" or (cue.form == "gerund" and named)
    found = subjects.before(reading, first, floor) if own else None
    speaks = sentence.switch("relative_speaks")
    return found if speaks or found is None else subjects.antecedent(reading, found, floor)


def _companion(sentence: Sentence, first: int) -> Stretch | None:
    """A gerund's own subject: `with one guard | shouting`, `un appel | informant que`."""
    reading, found = sentence.reading, phrase_before(sentence.reading, first, sentence.first)
    if found is None:
        return None
    with_ = found[0] > sentence.first and reading.listed(found[0] - 1, "companions")
    written = reading.any_listed(*found, "mentions.documents") and not sentence.switch("noun_gerund")
    return found if with_ or written else None


def _opening(sentence: Sentence, cue: Cue) -> int:
    """The first token of a verb with the adverbs and pronouns before it, a comma after a mark skipped."""
    line, floor = sentence.reading.line, sentence.first
    first = _verb_words(sentence).skip_back(line, cue.first, floor)
    return first - (first - 1 > floor and line[first - 1] in PAUSE and line[first - 2] == CLOSING)


def _verb_words(sentence: Sentence) -> Pattern:
    """What may stand before a verb as its own words."""
    return WITH_PRONOUNS if sentence.switch("clitics") else ADVERBS


def _shared(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject of the nearest finite reporting verb before, else of the main clause."""
    earlier = [it for it in sentence.cues if it.head < cue.head and it.form == "finite"]
    found = next(filter(None, (_teller(sentence, it) for it in reversed(earlier))), None)
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
    turned = cue.form == "infinitive" and sentence.switch("clitic_inversion")
    return (VERB_GROUP if turned else _verb_words(sentence)).fits(sentence.reading.line, at, cue.first)


def inverted(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """Who speaks, by what follows the verb: `dit-il`, `said the minister`, `a tenu à préciser le maire`.

    Args:
        ceiling: the token after the last that may belong to who speaks.
    """
    if cue.enclitic >= 0:
        return _glued(sentence, cue)
    turns = cue.form == "finite" or (cue.form == "infinitive" and sentence.switch("clitic_inversion"))
    if not turns or not sentence.switch("inverted_tail"):
        return None
    if sentence.switch("verb_bracket") and cue.first < cue.head:
        return followers.after(sentence.reading, cue.first + 1, cue.head)
    return followers.after(sentence.reading, cue.last, ceiling)


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
