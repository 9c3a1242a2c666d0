"""Mentions: names with their titles and roles, roles alone, groups, documents, pronouns."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.text.grammar.classes import DETERMINER, NAME, NOUN, any_of
from analysis.text.grammar.noun_phrases import joins_names, nouns, phrase_after
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch, Tokens, lowered, tokenise
from analysis.text.grammar.word_lists import switch, words
from analysis.text.lexicon import Lexicon

PERSONAL = any_of("SUBJECT ENCLITIC")
"""Pronouns that are a mention wherever they stand."""

PRONOUN = any_of("SUBJECT ENCLITIC OBJECT RELATIVE")
BEGINS = PERSONAL | any_of("DETERMINER NAME")
SPEAKS = any_of("NAME SUBJECT ENCLITIC RELATIVE")

HEAD = pattern("ANY NOT (PREPOSITION | COMMA | BRACKET)*")
"""A mention before its complements and appositions."""


class Mention(NamedTuple):
    """A person, body or document as the text names it.

    Fields:
        start: code point where the mention begins, its determiner, role and title included
        end: code point after it
        form: name, role, pronoun, group, metonym or document
        name: the name alone, without determiner, role, title and apposition; empty where there is none
        gender: "f", "m", "n" for a thing, "" where its words do not say
        number: "singular", "plural" or ""
    """

    start: int
    end: int
    form: str
    name: str = ""
    gender: str = ""
    number: str = ""


def find(text: str, lexicon: Lexicon) -> list[Mention]:
    """The mentions of a text, in order, none inside another.

    Args:
        text: an article.
        lexicon: `[mentions]`, `[pronouns]` and `[words]` make them.

    >>> from analysis.text import lexicon
    >>> text = "Le président Jean Dupont est venu. Il reviendra."
    >>> [(text[m.start:m.end], m.form, m.name) for m in find(text, lexicon.load("fr"))]
    [('Le président Jean Dupont', 'name', 'Jean Dupont'), ('Il', 'pronoun', '')]
    """
    return of(tokenise(text, lexicon))


def of(tokens: Tokens) -> list[Mention]:
    """The mentions of a text that is cut into tokens already, in order.

    >>> from analysis.text import lexicon
    >>> tokens = tokenise("Selon elle, la ministre Ann Lee a vu un rapport.", lexicon.load("fr"))
    >>> [(mention.form, mention.name, mention.gender) for mention in of(tokens)]
    [('pronoun', '', 'f'), ('name', 'Ann Lee', 'f'), ('document', '', 'm')]
    """
    return [describe(tokens, first, last) for first, last in _phrases(tokens)]


def _phrases(tokens: Tokens) -> Iterator[Stretch]:
    """Stretches that may be mentions: pronouns, and phrases with a name, a role, a group or a document."""
    line, lows, known, free = tokens.line, tokens.lows, nouns(tokens.lexicon), 0
    for at in [at for at, low in enumerate(lows) if line[at] in BEGINS or low in known]:
        if at >= free and line[at] in PERSONAL:
            yield at, at + 1
        elif at >= free:
            free = phrase_after(tokens, at, len(line))
            if NAME in line[at:free] or not known.isdisjoint(lows[at:free]):
                yield at, free


def describe(tokens: Tokens, first: int, last: int) -> Mention:
    """The mention that a stretch of tokens is: its form, the name in it, gender and number.

    >>> from analysis.text import lexicon
    >>> describe(tokenise("la ministre", lexicon.load("fr")), 0, 2)
    Mention(start=0, end=11, form='role', name='', gender='f', number='singular')
    """
    span, named = tokens.span(first, last), name(tokens, first, last)
    shape = _form(tokens, first, last, named)
    if shape == "pronoun":
        low = lowered(tokens.text[span.start : span.end])
        return Mention(*span, shape, "", *tokens.lexicon.section("pronouns").get(low, ("", "")))
    printed = tokens.printed(*named) if named and shape != "role" else ""
    return Mention(*span, shape, printed, *_agreement(tokens, first, last))


def _agreement(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """Gender and number as the first determiner, title or role shows each."""
    listed = tokens.lexicon.section("agreement")
    gender = number = ""
    for low in tokens.lows[first:last]:
        if low in listed:
            gender, number = gender or listed[low][0], number or listed[low][1]
    return gender, number


@cache
def _plurals(lexicon: Lexicon) -> frozenset[str]:
    """Words that show that a mention is of several."""
    return frozenset(low for low, (_, number) in lexicon.section("agreement").items() if number == "plural")


def form(tokens: Tokens, first: int, last: int) -> str:
    """What a mention is: name, role, pronoun, group, metonym or document.

    >>> from analysis.text import lexicon
    >>> form(tokenise("a spokesman for Ann Lee", lexicon.load("en")), 0, 5)
    'role'
    """
    return _form(tokens, first, last, name(tokens, first, last))


def _form(tokens: Tokens, first: int, last: int, held: Stretch | None) -> str:
    """What a mention is whose name is known."""
    if last - first == 1 and tokens.line[first] in PRONOUN:
        return "pronoun"
    stop = HEAD.skip(tokens.line, first, last)
    named = held is not None and held[0] < stop
    stop = max(stop, held[1]) if held and named else stop
    if tokens.any_listed(first, stop, "mentions.metonyms"):
        return "metonym"
    if named:
        return "name"
    if tokens.any_listed(first, stop, "mentions.documents"):
        return "document"
    plural = not _plurals(tokens.lexicon).isdisjoint(tokens.lows[first:stop])
    return "group" if plural or tokens.any_listed(first, stop, "mentions.groups") else "role"


def speaks(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether a mention is of somebody or something that can speak: a name, a pronoun, a known kind of noun.

    >>> from analysis.text import lexicon
    >>> speaks(tokenise("la ministre", lexicon.load("fr")), (0, 2))
    True
    """
    return any(
        tokens.line[at] in SPEAKS or is_office(tokens, at) or _stands_alone(tokens, at, stretch[1])
        for at in range(*stretch)
    )


def _stands_alone(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word for some people has no noun: `alguns`, `alguns dos sócios`, not `vários botes`."""
    determines = at + 1 < end and tokens.line[at + 1] in NOUN
    return tokens.listed(at, "pronominals") and not determines


def is_office(tokens: Tokens, at: int) -> bool:
    """Whether a token is a known kind of noun, or has the ending of one: `Konzernchef`.

    >>> from analysis.text import lexicon
    >>> cut = tokenise("the minister and the tide", lexicon.load("en"))
    >>> [is_office(cut, at) for at in (1, 4)]
    [True, False]
    """
    return tokens.lows[at] in nouns(tokens.lexicon) or tokens.ends_as(at, "mentions.role_endings")


def name(tokens: Tokens, first: int, last: int) -> Stretch | None:
    """The tokens of the first name in a stretch: capitalised words with particles between, titles left out.

    Returns:
        The first token of the name and the token after it, None where there is no name.

    >>> from analysis.text import lexicon
    >>> name(tokenise("M. Charles de Gaulle", lexicon.load("fr")), 0, 4)
    (1, 4)
    """
    line, start = tokens.line, tokens.line.find(NAME, first, last)
    while start >= 0 and _is_common(tokens, start):
        start = line.find(NAME, start + 1, last)
    if start < 0:
        return None
    end = start + 1
    while end < last and (line[end] == NAME or _is_particle(tokens, end, last)):
        end += 1
    return start, end


def _is_particle(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a token stands between two parts of a name: `Charles | de | Gaulle`."""
    between = at + 1 < last and tokens.line[at + 1] == NAME and tokens.listed(at, "mentions.particles")
    return between and not joins_names(tokens, at)


def _is_common(tokens: Tokens, at: int) -> bool:
    """Whether a capital makes no name: a title, a role; where all nouns have it, `die | Delegierte`."""
    if is_title(tokens, at) or tokens.listed(at, "report_nouns"):
        return True
    capitalised = switch(tokens.lexicon, "mentions.capitalised_nouns")
    return capitalised and ((at > 0 and tokens.line[at - 1] == DETERMINER) or is_office(tokens, at))


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether a token is a title or a role.

    >>> from analysis.text import lexicon
    >>> cut = tokenise("Mr. Roy, captain", lexicon.load("en"))
    >>> [is_title(cut, at) for at in range(4)]
    [True, False, False, True]
    """
    return tokens.lows[at] in _titles(tokens.lexicon)


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return words(lexicon, "mentions.titles") | words(lexicon, "mentions.roles")
