"""Who stands where a speaker stands: before a reporting verb, after it, or in its main clause."""

from analysis.text.grammar.classes import NOMINAL
from analysis.text.grammar.noun_phrases import LONGEST, phrase_after, phrase_before, verb_at
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import words
from analysis.text.quotes.reading import Reading

VERBAL = frozenset("vfbhm")
OPENERS = frozenset(",ck(s<>;:-.¶")
"""What may stand before the first phrase of a clause."""


def before(reading: Reading, end: int, floor: int) -> Stretch | None:
    """The noun phrase or pronoun that ends right before a token.

    Args:
        reading: the article.
        end: the token it must end at, mostly the first of a verb.
        floor: the first token of the sentence.

    Returns:
        Its first and last (exclusive) token; None where something else stands there.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Ann Roy, head of the port, said no.", lexicon.load("en"))
    >>> told.printed(*before(told, told.lows.index("said"), 0))
    'Ann Roy, head of the port'
    """
    tags = reading.line
    at = _skip_times(reading, end - 1, floor)
    if at < floor:
        return None
    if tags[at] in "ur" or (tags[at] == "k" and at == end - 1 and at > floor and tags[at - 1] in "Aw"):
        return at, at + 1
    if tags[at] in "Awng":
        found = phrase_before(reading, at + 1, floor)
        return _titled(reading, _trim(reading, *found, floor), floor) if found else None
    if tags[at] in ",-" and at < end - 1:
        return None
    shapes = {")": _parenthesis, ",": _apposed, "-": _apposed, "d": _alone, "o": _antecedent}
    return shapes[tags[at]](reading, at, floor) if tags[at] in shapes else None


def _titled(reading: Reading, found: Stretch | None, floor: int) -> Stretch | None:
    """`Borland's prime minister, Ann Lee | said`: a name with the role that a comma sets before it."""
    if found is None or found[0] - 1 <= floor or reading.line[found[0] - 1] != ",":
        return found
    known = words(reading.lexicon, "mentions.roles") | words(reading.lexicon, "mentions.titles")
    role = phrase_before(reading, found[0] - 1, floor)
    opens = role is not None and (role[0] == floor or reading.line[role[0] - 1] in OPENERS)
    if role is None or not opens or reading.lows[role[1] - 1] not in known or reading.line[found[0]] != "A":
        return found
    return role[0], found[1]


def _alone(reading: Reading, at: int, floor: int) -> Stretch | None:
    """`some | say`: a determiner that stands for its noun."""
    pronominals = words(reading.lexicon, "pronominals")
    return (at, at + 1) if at >= floor and reading.lows[at] in pronominals else None


def _skip_times(reading: Reading, at: int, floor: int) -> int:
    """`Trump on Monday | said`, `le ministre mardi | a dit`: step over a time between subject and verb."""
    tags = reading.line
    start = at
    while at > floor and (tags[at] in "ta" or (tags[at] == "n" and at < start)):
        at -= 1
    if at != start and at > floor and tags[at] == "p":
        at -= 1
    return at


def _parenthesis(reading: Reading, closing: int, floor: int) -> Stretch | None:
    """`Ann Lee (Ohio) | said`: the phrase before a parenthesis."""
    for at in range(closing - 1, max(floor, closing - LONGEST) - 1, -1):
        if reading.line[at] == "(":
            return before(reading, at, floor) if at > floor and reading.line[at - 1] in NOMINAL else None
    return None


def _apposed(reading: Reading, closing: int, floor: int) -> Stretch | None:
    """`Ann Lee, head of the union, | said`: the phrase before an apposition, the apposition included."""
    tags, sign = reading.line, reading.line[closing]
    for at in range(closing - 1, max(floor, closing - LONGEST) - 1, -1):
        if tags[at] in "<>;:":
            return None
        if tags[at] == sign and floor < at < closing - 1 and tags[at - 1] in "Awn)" and tags[at + 1] != "c":
            head = before(reading, at, floor) if tags[at - 1] == ")" else phrase_before(reading, at, floor)
            if head and (head := _opened(reading, head, floor)):
                return (head[0], closing) if tags[at + 1] in "dAwn" and sign == "," else head
    return _leading(reading, closing, floor) if sign == "," else None


def _opened(reading: Reading, found: Stretch, floor: int) -> Stretch | None:
    """A phrase that opens its clause, alone or after a time or an adjunct: `In a statement | Ann Lee`."""
    tags, first = reading.line, found[0]
    if first == floor or tags[first - 1] in OPENERS or tags[first - 1] == "t":
        return found
    named = _trim(reading, *found, floor) if first - 1 == floor or tags[first - 2] in OPENERS else None
    return named if named and named[0] > first else None


def antecedent(reading: Reading, found: Stretch, floor: int) -> Stretch:
    """The phrase a relative pronoun stands for, or the phrase itself where it is none: `le maire, | qui`.

    Args:
        reading: the article.
        found: the tokens that before() found.
        floor: the first token of the sentence.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("La capitaine, qui a dit non, sourit.", lexicon.load("fr"))
    >>> told.printed(*antecedent(told, (3, 4), 0))
    'La capitaine'
    """
    at = found[0]
    if reading.line[at] != "r" or at <= floor + 1:
        return found
    at -= reading.line[at - 1] == ","
    return phrase_before(reading, at, floor) or found


def _antecedent(reading: Reading, last: int, floor: int) -> Stretch | None:
    """`Groups that back her | say`: the phrase before a relative clause that ends with a token."""
    for at in range(last, max(floor, last + 1 - LONGEST // 2), -1):
        if reading.line[at] in "rk" and reading.line[at - 1] in NOMINAL:
            return phrase_before(reading, at, floor)
        if reading.line[at] in ",;:<>":
            return None
    return None


def _leading(reading: Reading, comma: int, floor: int) -> Stretch | None:
    """`The results published in a journal this week, | revealed`: a long subject that one comma sets off."""
    tags = reading.line
    if tags[floor] in "bhmfvpskq" or any(tag in "bhmv;:<>," for tag in tags[floor:comma]):
        return None
    end = phrase_after(reading, floor, comma)
    return (floor, end) if end > floor else None


def _trim(reading: Reading, first: int, end: int, floor: int) -> Stretch | None:
    """Drop what belongs to the clause's opening: `In a statement | Trump`; None where only that is left."""
    tags = reading.line
    while first < end and tags[first] == "g":
        first += 1
    if first >= end or _oblique(reading, first, floor):
        return None
    if first > floor and tags[first - 1] == "r" and end - first > 1 and tags[first] == "w":
        return _antecedent(reading, first - 1, floor)
    adjunct = first > floor and reading.lows[first - 1] in words(reading.lexicon, "adjuncts")
    if adjunct and tags[first] != "A":
        named = next((at for at in range(first + 1, end) if tags[at] == "A" and tags[at - 1] in "wn"), None)
        opens = first - 1 == floor or tags[first - 2] in "c,s"
        return (named, end) if named else (None if opens else (first, end))
    return first, end


def _oblique(reading: Reading, first: int, floor: int) -> bool:
    """Whether, the verb being second, a phrase is no subject: `Am Abend | sagte`, `Dem Blatt | sagte`."""
    if not reading.lexicon.section("grammar").get("verb_second"):
        return False
    governed = first > floor and reading.line[first - 1] == "p"
    return governed or reading.lows[first] in words(reading.lexicon, "oblique")


def nearest(reading: Reading, ceiling: int, floor: int) -> Stretch | None:
    """The subject that a coordinated verb shares: of the nearest verb before it that has one of its own.

    Args:
        reading: the article.
        ceiling: the token that joins the verb to the others, its "and".
        floor: the first token of the sentence.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("The mayor was ill, so the captain was alone and said no.", lexicon.load("en"))
    >>> told.printed(*nearest(told, told.lows.index("and"), 0))
    'the captain'
    """
    tags = reading.line
    for at in range(ceiling - 1, floor, -1):
        if reading.inside[at] < 0 and _verbal(reading, at) and tags[at - 1] in "Auwre)":
            found = before(reading, at, floor)
            if found and (found[0] == floor or tags[found[0] - 1] in ",c(s>;a-kt"):
                return found
    return main(reading, floor, ceiling)


def main(reading: Reading, floor: int, ceiling: int) -> Stretch | None:
    """The subject of the clause that begins at `floor`: before its first verb, else its first phrase.

    Args:
        reading: the article.
        floor: the first token of the clause.
        ceiling: the token after it.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("On Monday the mayor was ill, so the captain was alone.", lexicon.load("en"))
    >>> told.printed(*main(told, 0, len(told.lows)))
    'the mayor'
    """
    if not reading.lexicon.section("grammar").get("verb_endings"):
        return opening(reading, floor, ceiling)
    for at in range(floor + 1, ceiling):
        if _verbal(reading, at) and (found := before(reading, at, floor)):
            return found
        if reading.line[at] in "<>":
            return None
    return None


def opening(reading: Reading, floor: int, ceiling: int) -> Stretch | None:
    """The phrase or pronoun that a clause begins with, what stands before its first comma left out.

    Args:
        reading: the article.
        floor: the first token of the clause.
        ceiling: the token after it.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("Lundi, la capitaine du bac a souri.", lexicon.load("fr"))
    >>> told.printed(*opening(told, 0, len(told.lows)))
    'la capitaine du bac'
    """
    tags, at = reading.line, floor
    while at < ceiling and tags[at] in "caq":
        at += 1
    endings = tuple(words(reading.lexicon, "participle_endings")) or ("\n",)
    if at < ceiling and (tags[at] in "ps" or reading.lows[at].endswith(endings)):
        comma = next((i for i in range(at, ceiling) if tags[i] in ",<>"), ceiling)
        at = comma + 1
    if at < ceiling and tags[at] == "u":
        return at, at + 1
    end = phrase_after(reading, at, ceiling) if at < ceiling else at
    return (at, verb_at(reading, at, end)) if end > at else None


def _verbal(reading: Reading, at: int) -> bool:
    """Whether a token looks like a finite verb."""
    endings = reading.lexicon.section("grammar").get("verb_endings") or ["\n"]
    return reading.line[at] in VERBAL or (
        reading.line[at] == "w" and reading.lows[at].endswith(tuple(endings))
    )
