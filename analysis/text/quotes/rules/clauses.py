"""Rules for reported clauses that follow their verb."""

from collections.abc import Iterator

from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.tokens import Stretch
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import FINITE, clause_end, has_verb, skip_adjuncts
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import denied, opinion, speaker, subjectless
from analysis.text.quotes.verbs.cues import Cue

REACH = 14
"""Tokens between a verb and its complementiser."""

NEAR = 6
"""Tokens between a verb and the colon that opens its words."""


def that(sentence: Sentence) -> Iterator[Candidate]:
    """A clause opened by a complementiser.

    fr: Il a noté que le pays va bien. en: He noted that the country was well.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The captain told the bakers on Monday that no ferry runs.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('that no ferry runs', 'told', 'The captain', 'that')
    """
    for cue in sentence.cues:
        opening = _complementiser(sentence, cue)
        if opening is not None:
            yield from _opened(sentence, cue, opening, "that")


def question(sentence: Sentence) -> Iterator[Candidate]:
    """A reported question, opened by its own word.

    fr: Elle a demandé si le pays allait bien. en: She asked whether the country was well.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Les boulangers ont demandé quand le bac partirait.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ('quand le bac partirait', 'ont demandé', 'Les boulangers', 'question')
    """
    tags = sentence.reading.line
    for cue in sentence.cues:
        opening = skip_adjuncts(sentence, cue)
        opening += sentence.switch("comma_clause") and tags[opening : opening + 1] == ","
        opens = opening < sentence.last and tags[opening] == "q"
        if opens and cue.lemma not in sentence.words("label_verbs") | sentence.words("belief_verbs"):
            yield from _opened(sentence, cue, opening, "question")


def _opened(sentence: Sentence, cue: Cue, opening: int, rule: str) -> Iterator[Candidate]:
    """The clause from its opening word to its end; a passive or a dropped subject leaves no source."""
    source = speaker(sentence, cue)
    unsaid = source is None and not subjectless(sentence, cue)
    if _turned(sentence, cue) or unsaid or opinion(sentence, cue, source):
        return
    if denied(sentence, cue) and (rule == "that" or not sentence.switch("negated_questions")):
        return
    end = clause_end(sentence, opening + 1, cue)
    if end - opening >= SHORTEST:
        passive = source is None and cue.form == "passive"
        yield clause(sentence.reading, (opening, end), "passive" if passive else rule, cue, source)


def _turned(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb follows marked words, so that what comes after it is who speaks."""
    tags, at = sentence.reading.line, cue.first - 1
    while at > sentence.first and tags[at] in ",-a!o":
        at -= 1
    return at >= sentence.first and tags[at] == ">" and cue.form == "finite"


def _complementiser(sentence: Sentence, cue: Cue) -> int | None:
    """The token that opens a verb's clause: right after it, after an adjunct, or after an incise."""
    reading, tags = sentence.reading, sentence.reading.line
    near = skip_adjuncts(sentence, cue)
    if tags[near : near + 1] != "k" and _has_object(sentence, near):
        return None
    reach = 4 if cue.form == "passive" else REACH
    for opening in range(cue.last, min(cue.last + reach, sentence.last)):
        if tags[opening] == "k":
            part = opening > cue.last and reading.lows[opening - 1] in sentence.words("conjunction_parts")
            return None if part else opening
        if tags[opening] == "," and tags[opening + 1 : opening + 2] == "d":
            return None
        if tags[opening] in ".;:<>vq" or (tags[opening] in "bhmf" and opening > near):
            return None
    return None


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether the verb has an object: `found a tunnel | that started` opens a relative clause."""
    tags = sentence.reading.line
    return sentence.switch("relative_that") and at < sentence.last and tags[at] in "dwn"


def zero(sentence: Sentence) -> Iterator[Candidate]:
    """A clause right after its verb, without a complementiser.

    en: The minister said the country was well.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The harbour master told the council the ferry was late.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('the ferry was late', 'told', 'The harbour master', 'zero')
    """
    if not sentence.switch("zero_complementiser"):
        return
    for cue in sentence.cues:
        if cue.form in ("passive", "participle") or cue.tier > 2 or denied(sentence, cue):
            continue
        if cue.lemma in sentence.words("label_verbs") or _of_preposition(sentence, cue):
            continue
        opening, source = skip_adjuncts(sentence, cue), speaker(sentence, cue)
        if source is None or _turned(sentence, cue) or not _opens(sentence, opening, source):
            continue
        end = clause_end(sentence, opening + 1, cue)
        if (
            end - opening >= SHORTEST
            and _is_clause(sentence, opening, end, cue)
            and not opinion(sentence, cue, source)
        ):
            yield clause(sentence.reading, (opening, end), "zero", cue, source)


def _of_preposition(sentence: Sentence, cue: Cue) -> bool:
    """`banned from | claiming`: a gerund that a preposition makes a noun."""
    tags, lows, before = sentence.reading.line, sentence.reading.lows, cue.first - 1
    return cue.form == "gerund" and tags[before] == "p" and lows[before] not in sentence.words("gerund_leads")


def _opens(sentence: Sentence, at: int, source: Stretch) -> bool:
    """Whether a clause may begin here: with its own subject, or without in `what he said | was true`."""
    tags = sentence.reading.line
    if at >= sentence.last:
        return False
    lacking = source[0] > sentence.first and tags[source[0] - 1] in "rq"
    return tags[at] in "udAwn<" or (lacking and tags[at] in "bhm")


def _is_clause(sentence: Sentence, opening: int, end: int, cue: Cue) -> bool:
    """Whether a stretch has a finite verb; to a verb of plain saying, what looks like one will do."""
    reading = sentence.reading
    if reading.line[opening] == "u":
        return True
    if cue.tier == 1 and cue.stance == "neutral":
        return has_verb(reading, opening, end)
    stop = phrase_after(reading, opening, end)
    relative = next((at for at in range(opening, end) if reading.line[at] == "r"), end)
    return reading.line[stop] != "," and any(tag in FINITE for tag in reading.line[opening:relative])


def infinitive(sentence: Sentence) -> Iterator[Candidate]:
    """An infinitive that a verb of saying takes.

    fr: Le ministre affirme avoir prévenu le maire. Ils accusent la mairie d'avoir menti.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("Les boulangers accusent la mairie d'avoir fermé le pont.", lexicon.load("fr"))
    >>> q.quote, q.cue, q.source, q.rule
    ("d'avoir fermé le pont", 'accusent', 'Les boulangers', 'infinitive')
    """
    if not sentence.switch("bare_infinitive"):
        return
    for cue in sentence.cues:
        opening = _bare(sentence, cue) if cue.tier == 1 else None
        if opening is None and cue.lemma in sentence.words("infinitive_verbs"):
            opening = _prepositional(sentence, cue)
        if opening is None or cue.form == "passive" or denied(sentence, cue):
            continue
        end, source = clause_end(sentence, opening + 1, cue), speaker(sentence, cue)
        if (source or subjectless(sentence, cue)) and end - opening >= SHORTEST:
            yield clause(sentence.reading, (opening, end), "infinitive", cue, source)


def _bare(sentence: Sentence, cue: Cue) -> int | None:
    """`affirme | ne pas avoir prévenu`."""
    tags = sentence.reading.line
    at = next((at for at in range(cue.last, sentence.last) if tags[at] not in "!oa"), sentence.last)
    return cue.last if _infinitive(sentence, at) else None


def _prepositional(sentence: Sentence, cue: Cue) -> int | None:
    """`accuse la mairie | d'avoir menti`."""
    reading = sentence.reading
    for at in range(cue.last, min(cue.last + REACH, sentence.last)):
        if reading.line[at] in ".;:<>kv,":
            return None
        verb = next((i for i in range(at + 1, sentence.last) if reading.line[i] not in "!oa"), sentence.last)
        if reading.lows[at] in sentence.words("infinitive_markers") and _infinitive(sentence, verb):
            return at
    return None


def _infinitive(sentence: Sentence, at: int) -> bool:
    endings = tuple(sentence.words("infinitive_endings"))
    return (
        at < sentence.last
        and sentence.reading.line[at] in "wbhmv"
        and sentence.reading.lows[at].endswith(endings)
    )


def after_colon(sentence: Sentence) -> Iterator[Candidate]:
    """A clause without marks after a verb and a colon.

    fr: Le préfet prévient : il faudra attendre. en: The minister warned: nobody would be paid.

    Args:
        sentence: one sentence, with its reporting verbs.

    >>> from analysis.text import lexicon, quotes
    >>> [q] = quotes.find("The engineer warned: the dam would not hold.", lexicon.load("en"))
    >>> q.quote, q.cue, q.source, q.rule
    ('the dam would not hold', 'warned', 'The engineer', 'after_colon')
    """
    reading, tags = sentence.reading, sentence.reading.line
    for colon in range(sentence.first, sentence.last - SHORTEST):
        cue = sentence.leading(colon) if tags[colon] == ":" and tags[colon + 1] in "udAwn!" else None
        if (
            cue is None
            or colon - cue.last > NEAR
            or cue.form != "finite"
            or cue.tier > 2
            or denied(sentence, cue)
        ):
            continue
        source = speaker(sentence, cue)
        if source and not any(tag in ".;<>kqv" for tag in tags[cue.last : colon]):
            end = clause_end(sentence, colon + 1, cue)
            if end - colon > SHORTEST:
                yield clause(reading, (colon + 1, end), "after_colon", cue, source)
