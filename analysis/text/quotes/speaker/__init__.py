"""Who speaks in a sentence: before a reporting verb, glued to it, after it, or in the main clause."""

from analysis.text.grammar.noun_phrases import phrase_after, phrase_before
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import words
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import after as followers
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.verbs.cues import Cue

GROUP = 5
"""Tokens of a verb group before its infinitive: `s'est contenté de | répondre`."""


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
        return cue.enclitic, cue.enclitic + 1
    if cue.head not in sentence.speakers:
        found = _agent(sentence, cue) if cue.form == "passive" else _speaker(sentence, cue)
        sentence.speakers[cue.head] = found
    return sentence.speakers[cue.head]


def _agent(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks through a passive: `précisé par | le parquet`."""
    reading, at = sentence.reading, cue.last
    if at + 1 >= sentence.last or reading.lows[at] not in sentence.words("agent_markers"):
        return None
    end = phrase_after(reading, at + 1, sentence.last)
    return (at + 1, end) if end > at + 1 else None


def _speaker(sentence: Sentence, cue: Cue) -> Stretch | None:
    reading, first = sentence.reading, _opening(sentence, cue)
    if first == sentence.first and not sentence.switch("verb_second"):
        return None
    if reading.line[first - 1] == ">" and cue.form != "gerund":
        return inverted(sentence, cue, sentence.last)
    if found := _own(sentence, cue, first):
        return found
    dropped = sentence.switch("pro_drop") and reading.line[first - 1] in "sq"
    if reading.line[first - 1] == "c" or dropped:
        return subjects.nearest(reading, first - 1, sentence.first)
    if sentence.switch("verb_second"):
        return inverted(sentence, cue, sentence.last)
    return _shared(sentence, cue) if cue.form in ("gerund", "infinitive") else None


def _own(sentence: Sentence, cue: Cue, first: int) -> Stretch | None:
    """A verb's own subject, right before it."""
    if cue.form == "gerund" and (companion := _companion(sentence, first)):
        return companion
    own = cue.form == "finite" or (cue.form == "gerund" and _named(sentence, first))
    found = subjects.before(sentence.reading, first, sentence.first) if own else None
    if found is None or sentence.switch("relative_speaks"):
        return found
    return subjects.antecedent(sentence.reading, found, sentence.first)


def _companion(sentence: Sentence, first: int) -> Stretch | None:
    """A gerund's own subject: `with one guard | shouting`, `un appel | informant que`."""
    reading, found = sentence.reading, phrase_before(sentence.reading, first, sentence.first)
    if found is None:
        return None
    with_ = found[0] > sentence.first and reading.lows[found[0] - 1] in sentence.words("companions")
    written = any(low in words(reading.lexicon, "mentions.documents") for low in reading.lows[slice(*found)])
    return found if with_ or (written and not sentence.switch("noun_gerund")) else None


def _named(sentence: Sentence, first: int) -> bool:
    """Whether a name stands right before a gerund: `Trump | saying`."""
    return sentence.switch("noun_gerund") and sentence.reading.line[first - 1] == "A"


def _opening(sentence: Sentence, cue: Cue) -> int:
    """The first token of a verb with the adverbs and pronouns before it, a comma after a mark skipped."""
    tags, first = sentence.reading.line, cue.first
    walked = "a!o" if sentence.switch("clitics") else "a!"
    while first > sentence.first and tags[first - 1] in walked:
        first -= 1
    if first - 1 > sentence.first and tags[first - 1] in ",-" and tags[first - 2] == ">":
        first -= 1
    return first


def _shared(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject of the nearest finite reporting verb before, else of the main clause."""
    for other in reversed(sentence.cues):
        if (
            other.head < cue.head
            and other.form == "finite"
            and (found := speaker(sentence, other)) is not None
        ):
            return found
    return subjects.main(sentence.reading, sentence.first, cue.first)


def reaches(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether only a verb's own words stand before it: `a toutefois | précisé`, `tient à | dire`.

    Args:
        sentence: the sentence of the verb.
        at: the token from which on nothing else may stand.
        cue: the verb.
    """
    tags = sentence.reading.line[at : cue.first]
    if cue.form == "infinitive" and sentence.switch("clitic_inversion"):
        return 0 < len(tags) <= GROUP and tags[-1] == "p" and all(tag in "ao!bhmwp" for tag in tags)
    return all(tag in ("ao!" if sentence.switch("clitics") else "a!") for tag in tags)


def inverted(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """Who speaks, by what follows the verb: `dit-il`, `said the minister`, `a tenu à préciser le maire`.

    Args:
        sentence: the sentence of the verb.
        cue: the verb.
        ceiling: the token after the last that may belong to who speaks.
    """
    if cue.enclitic >= 0:
        return cue.enclitic, cue.enclitic + 1
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
    reading = sentence.reading
    own = source is not None and reading.lows[source[0]] in sentence.words("first_persons")
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
