"""One sentence as a rule receives it, and the questions that several rules ask of it."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.mentions import phrase_after
from analysis.text.quotes import subjects
from analysis.text.quotes.cues import Cue
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.subjects import Stretch
from analysis.text.tokens import words

FINITE = frozenset("bhmfv")


class Sentence(NamedTuple):
    """One sentence.

    Args:
        reading: the article it stands in.
        first: its first token.
        last: the token after it.
        cues: the reporting verbs in it, outside quote marks.
        spoken: the reporting verbs in it, inside quote marks.
        marked: numbers of the marked stretches that begin in it.
    """

    reading: Reading
    first: int
    last: int
    cues: list[Cue]
    spoken: list[Cue]
    marked: list[int]

    def lists(self, name: str) -> frozenset[str]:
        """A list of the `[grammar]` table."""
        return words(self.reading.lexicon, "grammar", name)

    def grammar(self, name: str) -> bool:
        """A switch of the `[grammar]` table."""
        return bool(self.reading.lexicon.section("grammar").get(name))


def each(reading: Reading, cues: list[Cue]) -> Iterator[Sentence]:
    """The sentences of an article with their verbs and marked stretches."""
    heads = [cue.head for cue in cues]
    opens = [reading.at(mark.open) for mark in reading.marked]
    for first, last in reading.sentences:
        held = cues[bisect_left(heads, first) : bisect_left(heads, last)]
        numbers = range(bisect_left(opens, first), bisect_left(opens, last))
        told = [cue for cue in held if reading.inside[cue.head] < 0]
        spoken = [cue for cue in held if reading.inside[cue.head] >= 0]
        yield Sentence(reading, first, last, told, spoken, list(numbers))


def bounds(reading: Reading, number: int) -> tuple[int, int]:
    """First and last (exclusive) token of a marked stretch, its marks included."""
    mark = reading.marked[number]
    return reading.at(mark.open), reading.at(mark.close)


def speaker(sentence: Sentence, cue: Cue) -> Stretch | None:
    """Who speaks, wherever the language puts it: before the verb, glued to it, after it, or in the main clause."""
    if cue.form == "passive":
        return None
    if cue.enclitic >= 0:
        return cue.enclitic, cue.enclitic + 1
    reading, first = sentence.reading, _opening(sentence, cue)
    if first > sentence.first and reading.tags[first - 1] == ">" and cue.form != "gerund":
        return inverted(sentence, cue, sentence.last)
    with_noun = cue.form == "gerund" and sentence.grammar("noun_gerund") and reading.tags[first - 1] in "Aw"
    direct = cue.form == "finite" or with_noun
    found = subjects.before(reading, first, sentence.first) if direct and first > sentence.first else None
    if found:
        return found if sentence.grammar("relative_speaks") else subjects.antecedent(reading, found, sentence.first)
    if first > sentence.first and reading.tags[first - 1] == "c":
        return subjects.nearest(reading, first - 1, sentence.first)
    return _shared(sentence, cue) if cue.form in ("gerund", "infinitive") else None


def _opening(sentence: Sentence, cue: Cue) -> int:
    """The first token of a verb with the adverbs, negations and pronouns before it, a comma after a mark skipped."""
    tags, first = sentence.reading.tags, cue.first
    walked = "a!o" if sentence.grammar("clitics") else "a!"
    while first > sentence.first and tags[first - 1] in walked:
        first -= 1
    if first - 1 > sentence.first and tags[first - 1] in ",-" and tags[first - 2] == ">":
        first -= 1
    return first


def _shared(sentence: Sentence, cue: Cue) -> Stretch | None:
    """The subject of the nearest finite reporting verb before, else of the main clause."""
    for other in reversed(
        [other for other in sentence.cues if other.head < cue.head and other.form == "finite"]
    ):
        if (found := speaker(sentence, other)) is not None:
            return found
    return subjects.main(sentence.reading, sentence.first, cue.first)


def inverted(sentence: Sentence, cue: Cue, ceiling: int) -> Stretch | None:
    """Who speaks, by what follows the verb: `dit-il`, `said the minister`."""
    if cue.enclitic >= 0:
        return cue.enclitic, cue.enclitic + 1
    if not sentence.grammar("inverted_tail") or cue.form != "finite":
        return None
    return subjects.after(sentence.reading, cue.last, ceiling)


def skip_adjuncts(sentence: Sentence, cue: Cue) -> int:
    """The token after what may stand between a verb and its clause: whom it is told, times, places.

    en: told reporters | that; said on Monday | he would. fr: a indiqué mardi à la presse | que.
    """
    reading, tags, at = sentence.reading, sentence.reading.tags, cue.last
    if cue.lemma in sentence.lists("recipient_verbs"):
        at = _recipient(sentence, at)
    while at < sentence.last:
        before = at
        while at < sentence.last and tags[at] in "tae":
            at += 1
        if at < sentence.last and tags[at] == "p" and reading.lows[at] in sentence.lists("adjuncts"):
            stop = phrase_after(reading, at + 1, sentence.last)
            at = stop if stop > at + 1 else at
        if at == before:
            break
    return at


def _recipient(sentence: Sentence, at: int) -> int:
    """The token after whom something is told: a pronoun, or a phrase that a clause's own subject ends."""
    reading, tags = sentence.reading, sentence.reading.tags
    if at < sentence.last and (tags[at] in "ou" or reading.lows[at] in ("her", "you", "it")):
        return at + 1
    stop = phrase_after(reading, at, sentence.last)
    turn = next((i for i in range(at + 1, stop) if tags[i] == "A" and tags[i - 1] == "w"), stop)
    return turn


def clause_end(sentence: Sentence, start: int, cue: Cue) -> int:
    """The token after a reported clause that begins at `start`: before the final stop, or where another begins."""
    reading, tags = sentence.reading, sentence.reading.tags
    cues = {other.first: other for other in sentence.cues if other.head > cue.head}
    at = start
    while at < sentence.last:
        if reading.inside[at] >= 0:
            at = max(at + 1, bounds(reading, reading.inside[at])[1])
            continue
        if tags[at] == ";" or (at > start and tags[at] in ",c-" and _breaks(sentence, at, cues)):
            break
        at += 1
    while at > start and tags[at - 1] in ".¶,-:c":
        at -= 1
    return at


def _breaks(sentence: Sentence, at: int, cues: dict[int, Cue]) -> bool:
    """Whether a comma, a dash or an "and" ends a reported clause: `, but`, `, adding`, `and she felt`."""
    reading, tags = sentence.reading, sentence.reading.tags
    following = at + 1
    if following >= sentence.last:
        return False
    if tags[at] == ",":
        while (
            following + 1 < sentence.last
            and tags[following] in "ac"
            and reading.lows[following] not in sentence.lists("breakers")
        ):
            following += 1
        if reading.lows[following] in sentence.lists("breakers"):
            return True
        cue = cues.get(following)
        return cue is not None and cue.form in ("gerund", "finite")
    if tags[at] == "-":
        return False
    while following < sentence.last and tags[following] == "a":
        following += 1
    if (cue := cues.get(following)) is not None:
        return cue.form == "gerund" or (cue.form == "finite" and cue.tier == 1)
    subject = (
        phrase_after(reading, following, min(following + 6, sentence.last))
        if tags[following] != "u"
        else following + 1
    )
    found = cues.get(subject)
    return found is not None and found.form == "finite"


def opinion(sentence: Sentence, cue: Cue, source: Stretch | None) -> bool:
    """Whether the narrator only thinks: `I hope that`."""
    reading = sentence.reading
    own = source is not None and reading.lows[source[0]] in sentence.lists("first_persons")
    return own and cue.stance == "hedging_distancing"


def lead(sentence: Sentence) -> int:
    """The first token of a sentence after its dateline: `PARIS, May 2 (Agency) — | The`."""
    tags = sentence.reading.tags
    for at in range(sentence.first, min(sentence.first + 16, sentence.last)):
        if tags[at] == "-" and at > sentence.first:
            return at + 1
        if tags[at] not in "A,n()ty.":
            break
    return sentence.first


def has_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch holds what looks like a finite verb of its own."""
    tags, lows = reading.tags, reading.lows
    endings = tuple(reading.lexicon.section("grammar").get("verb_endings", ()))
    return any(
        tags[at] in FINITE
        or (endings and tags[at] == "w" and lows[at].endswith(endings))
        or lows[at].endswith("n't")
        for at in range(first, last)
    )
