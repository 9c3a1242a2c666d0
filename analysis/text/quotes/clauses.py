"""Rules for reported clauses."""

from collections.abc import Iterator

from analysis.text.quotes.candidates import Candidate, clause
from analysis.text.quotes.cues import Cue
from analysis.text.quotes.sentence import (
    FINITE,
    Sentence,
    clause_end,
    has_verb,
    inverted,
    skip_adjuncts,
    speaker,
)
from analysis.text.quotes.subjects import Stretch

SHORTEST = 3
"""Tokens in the shortest reported clause."""


def that(sentence: Sentence) -> Iterator[Candidate]:
    """A clause opened by a complementiser, or by the word of a reported question.

    fr: Il a noté que le pays va bien. en: He asked whether the country was well.
    """
    for cue in sentence.cues:
        opening = _complementiser(sentence, cue)
        if opening is None:
            continue
        source = speaker(sentence, cue)
        if _turned(sentence, cue) or (source is None and cue.form != "passive"):
            continue
        end = clause_end(sentence, opening + 1, cue)
        if end - opening > SHORTEST:
            rule = "that" if sentence.reading.tags[opening] == "k" else "question"
            yield clause(sentence.reading, opening, end, rule if source else "passive", cue, source)


def _turned(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb follows its words, so that what comes after it is who speaks."""
    tags, at = sentence.reading.tags, cue.first - 1
    while at > sentence.first and tags[at] in ",-a!o":
        at -= 1
    return at >= sentence.first and tags[at] == ">" and cue.form == "finite"


def _complementiser(sentence: Sentence, cue: Cue) -> int | None:
    """The token that opens a verb's clause: right after it, after an adjunct, or after an incise."""
    reading, tags = sentence.reading, sentence.reading.tags
    at = skip_adjuncts(sentence, cue)
    if at < sentence.last and tags[at] == "q" and cue.lemma not in sentence.lists("label_verbs"):
        return at
    reach = 4 if cue.form == "passive" else 14
    for opening in range(cue.last, min(cue.last + reach, sentence.last)):
        if tags[opening] == "k":
            part = reading.lows[opening - 1] in sentence.lists("conjunction_parts") and opening > cue.last
            return None if part else opening
        if tags[opening] in ".;:<>vq" or (tags[opening] in "bhmf" and opening > at):
            return None
    return None


def zero(sentence: Sentence) -> Iterator[Candidate]:
    """A clause right after its verb, without a complementiser.

    en: The minister said the country was well.
    """
    if not sentence.grammar("zero_complementiser"):
        return
    for cue in sentence.cues:
        if (
            cue.lemma in sentence.lists("label_verbs")
            or cue.form in ("passive", "participle")
            or cue.tier > 2
        ):
            continue
        opening = skip_adjuncts(sentence, cue)
        if opening >= sentence.last or _turned(sentence, cue) or not _opens(sentence, opening):
            continue
        source = speaker(sentence, cue)
        end = clause_end(sentence, opening + 1, cue)
        if source and end - opening >= SHORTEST and _is_clause(sentence, opening, end, cue):
            yield clause(sentence.reading, opening, end, "zero", cue, source)


def _is_clause(sentence: Sentence, opening: int, end: int, cue: Cue) -> bool:
    reading = sentence.reading
    relative = next((at for at in range(opening, end) if reading.tags[at] == "r"), end)
    if cue.tier == 1 and cue.stance == "neutral":
        return reading.tags[opening] == "u" or has_verb(reading, opening + 1, end)
    return reading.tags[opening] == "u" or any(tag in FINITE for tag in reading.tags[opening + 1 : relative])


def infinitive(sentence: Sentence) -> Iterator[Candidate]:
    """An infinitive that a verb of saying takes.

    fr: Le ministre affirme avoir prévenu le maire.
    """
    if not sentence.grammar("bare_infinitive"):
        return
    reading, tags = sentence.reading, sentence.reading.tags
    for cue in sentence.cues:
        at = cue.last
        while at < sentence.last and tags[at] in "!oa":
            at += 1
        if cue.form == "passive" or cue.tier > 1 or at >= sentence.last or not _infinitive(sentence, at):
            continue
        end, source = clause_end(sentence, at + 1, cue), speaker(sentence, cue)
        if source and end - cue.last >= SHORTEST:
            yield clause(reading, cue.last, end, "infinitive", cue, source)


def _infinitive(sentence: Sentence, at: int) -> bool:
    endings = tuple(sentence.reading.lexicon.section("grammar").get("infinitive_endings", ()))
    word = sentence.reading.tags[at] in "wbhmv"
    return word and bool(endings) and sentence.reading.lows[at].endswith(endings)


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a clause may begin at a token: with its own subject."""
    tags, lows = sentence.reading.tags, sentence.reading.lows
    if tags[at] == "a":
        return lows[at] == "there"
    return tags[at] in "udAwn<" and lows[at] not in ("something",)


def clause_tail(sentence: Sentence) -> Iterator[Candidate]:
    """A clause that its verb follows, or interrupts.

    fr: Le pays va bien, a indiqué le ministre. en: The country, the minister said, was well.
    """
    reading, first = sentence.reading, lead(sentence)
    for cue in sentence.cues:
        frame = _frame(sentence, cue)
        if frame is None:
            continue
        comma, source, after = frame
        opens = first < comma and reading.tags[first] not in "ps" and not _adverbial(sentence, first)
        if comma - first > 1 and (has_verb(reading, first, comma) or source[0] > cue.head):
            yield clause(reading, first, comma, "clause_tail", cue, source)
        elif opens and _continues(sentence, after, cue):
            yield clause(reading, first, comma, "clause_tail", cue, source)
        if _continues(sentence, after, cue):
            yield clause(reading, after, clause_end(sentence, after + 1, cue), "clause_tail", cue, source)


def _adverbial(sentence: Sentence, first: int) -> bool:
    """`Discussing the vote, | Lee said`: what opens like this is no reported clause."""
    return sentence.reading.lows[first].endswith(tuple(sentence.lists("gerund_endings")) or ("\n",))


def _continues(sentence: Sentence, after: int, cue: Cue) -> bool:
    """Whether the clause goes on after its verb: `…, he said, was well`."""
    reading = sentence.reading
    if after >= sentence.last or reading.tags[after] in ".rgp>" or _adverbial(sentence, after):
        return False
    end = clause_end(sentence, after + 1, cue)
    return end - after >= SHORTEST and has_verb(reading, after, end)


def _frame(sentence: Sentence, cue: Cue) -> tuple[int, Stretch, int] | None:
    """The comma before a verb in the tail, who speaks, and the token where the words go on."""
    tags, comma = sentence.reading.tags, _comma(sentence, cue)
    if comma is None or cue.form != "finite" or cue.lemma in sentence.lists("label_verbs") or cue.tier > 2:
        return None
    as_ = sentence.lists("as_words")
    turned = all(tags[at] in "ao!" or sentence.reading.lows[at] in as_ for at in range(comma + 1, cue.first))
    source = inverted(sentence, cue, sentence.last) if turned else speaker(sentence, cue)
    if source is None or not (turned or comma < source[0] <= comma + 1):
        return None
    after = _rest(sentence, max(cue.last, source[1]))
    return None if after is None else (comma, source, after)


def lead(sentence: Sentence) -> int:
    """The first token of a sentence after its dateline: `PARIS, May 2 (Agency) — | The`."""
    reading, tags = sentence.reading, sentence.reading.tags
    for at in range(sentence.first, min(sentence.first + 16, sentence.last)):
        if tags[at] == "-" and at > sentence.first:
            return at + 1
        if tags[at] not in "A,n()ty.":
            break
    return sentence.first


def _comma(sentence: Sentence, cue: Cue) -> int | None:
    """The comma before a verb and its subject, where they come after a clause."""
    tags = sentence.reading.tags
    for at in range(cue.first - 1, max(sentence.first, cue.first - 20) - 1, -1):
        if tags[at] == ",":
            return at
        as_word = sentence.reading.lows[at] in sentence.lists("as_words")
        if tags[at] in ".;:<>v¶" or (tags[at] in "kqrs" and not as_word):
            return None
    return None


def _rest(sentence: Sentence, at: int) -> int | None:
    """Where the words go on after a verb in the tail: its end, or the token after a comma; None if a clause follows."""
    tags = sentence.reading.tags
    for i in range(at, min(at + 25, sentence.last)):
        if tags[i] in ".;":
            return i
        if tags[i] in ",-":
            return i + 1
        if tags[i] in "kqubhmvf<" or (i == at and tags[i] not in "ptn(ra)"):
            return None
    return sentence.last if sentence.last - at < 25 else None
