"""Who stands after a reporting verb: `said the minister`, `a déclaré mardi à la presse le ministre`."""

from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.tokens import Stretch
from analysis.text.grammar.word_lists import words
from analysis.text.quotes.reading import Reading


def after(reading: Reading, start: int, ceiling: int) -> Stretch | None:
    """The noun phrase or pronoun that follows a verb, with its apposition.

    Args:
        reading: the article.
        start: the token after the verb.
        ceiling: the token after the sentence.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », a déclaré mardi à la presse la mairesse, cheffe du port.", lexicon.load("fr"))
    >>> told.printed(*after(told, told.lows.index("mardi"), len(told.lows)))
    'la mairesse, cheffe du port'
    """
    tags = reading.line
    at = _skip_places(reading, _skip_words(reading, start, ceiling), ceiling)
    if at < ceiling and tags[at] == "u":
        return at, at + 1
    end = phrase_after(reading, at, ceiling)
    return (at, _apposition(reading, end, ceiling)) if end > at else None


def _skip_words(reading: Reading, at: int, ceiling: int) -> int:
    """Step over adverbs and dates between a verb and its subject: `a déclaré mardi 3 mai | le ministre`."""
    tags, start = reading.line, at
    while at < ceiling and (
        tags[at] in "tae" or (tags[at] == "n" and (at > start or tags[at + 1 : at + 2] == "t"))
    ):
        at += 1
    return at


def _skip_places(reading: Reading, at: int, ceiling: int) -> int:
    """Step over whom it is told or when: `a dit aux élus | le maire`, `, lors d'un débat, | le maire`."""
    tags = reading.line
    first = at + 1 if at + 1 < ceiling and tags[at] == "," else at
    if first > at and (stop := _aside(reading, first, ceiling)):
        return stop
    if first >= ceiling or not _opens_place(reading, first):
        return at
    noun = next((i for i in range(first + 1, ceiling) if tags[i] != "p"), ceiling)
    end = phrase_after(reading, noun, ceiling)
    stop = _skip_words(reading, end, ceiling)
    if first > at and stop < ceiling and tags[stop] == ",":
        stop += 1
    if end > noun and stop < ceiling and tags[stop] in "dA":
        return stop
    return next((i for i in range(noun + 1, end) if _named(reading, i)), end if end > noun else at)


def _opens_place(reading: Reading, at: int) -> bool:
    """Whether a token opens a place: a preposition, alone or contracted with an article (`aux élus`)."""
    low, lexicon = reading.lows[at], reading.lexicon
    contracted = reading.line[at] == "d" and low in words(lexicon, "ties")
    return (reading.line[at] == "p" or contracted) and low in words(lexicon, "adjuncts")


def _aside(reading: Reading, first: int, ceiling: int) -> int | None:
    """The token after a few words between commas: `a lâché, amer, | le défenseur`."""
    tags = reading.line
    comma = next((i for i in range(first, min(first + 4, ceiling)) if tags[i] == ","), None)
    if comma is None or comma + 1 >= ceiling or tags[comma + 1] not in "dA":
        return None
    return comma + 1 if all(tag in "wa" for tag in tags[first:comma]) else None


def _named(reading: Reading, at: int) -> bool:
    """Whether the name of who speaks follows who is told: `à la presse | Ada Roy`; no name of a role's."""
    lexicon = reading.lexicon
    # dijo en la radio Lor: he said. Where nouns have capitals, one after an adjective is no name.
    told = not (
        lexicon.section("grammar").get("pro_drop") or lexicon.section("mentions").get("capitalised_nouns")
    )
    known = words(lexicon, "mentions.roles") | words(lexicon, "mentions.titles")
    noun = told and reading.line[at - 1 : at + 1] == "wA" and reading.lows[at - 1] not in known
    return (noun or _after_acronym(reading, at)) and not _after_acronym(reading, at + 1)


def _after_acronym(reading: Reading, at: int) -> bool:
    """Whether a name begins after an acronym: `a dit à l'AFP | Paul Vasseur`."""
    if at >= len(reading.line):
        return False
    before = reading.text[reading.starts[at - 1] : reading.ends[at - 1]]
    here = reading.text[reading.starts[at] : reading.ends[at]]
    return reading.line[at] == "A" and len(before) > 1 and before.isupper() and not here.isupper()


def _apposition(reading: Reading, end: int, ceiling: int) -> int:
    """The token after `, head of the union` where that follows a phrase and a comma or an end closes it."""
    tags = reading.line
    if end + 1 >= ceiling or tags[end] != "," or tags[end + 1] not in "dwA":
        return end
    stop = phrase_after(reading, end + 1, ceiling)
    closed = stop >= ceiling or tags[stop] in ",.<>"
    return stop if stop > end + 1 and closed and stop - end < 15 else end
