"""Mentions: names with their titles and roles, roles alone, groups, documents, pronouns."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.text.grammar.noun_phrases import phrase_after
from analysis.text.grammar.tokens import Tokens, tokenise
from analysis.text.grammar.word_lists import words
from analysis.text.lexicon import Lexicon


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
        lexicon: its language; `[mentions]`, `[pronouns]` and `[words]` make them.

    >>> from analysis.text import lexicon
    >>> text = "Le président Jean Dupont est venu. Il reviendra."
    >>> [(text[m.start:m.end], m.form, m.name) for m in find(text, lexicon.load("fr"))]
    [('Le président Jean Dupont', 'name', 'Jean Dupont'), ('Il', 'pronoun', '')]
    """
    return of(tokenise(text, lexicon))


def of(tokens: Tokens) -> list[Mention]:
    """The mentions of a text that is cut into tokens already, in order.

    Args:
        tokens: of an article.

    >>> from analysis.text import lexicon
    >>> tokens = tokenise("Selon elle, la ministre Ann Lee a vu un rapport.", lexicon.load("fr"))
    >>> [(mention.form, mention.name, mention.gender) for mention in of(tokens)]
    [('pronoun', '', 'f'), ('name', 'Ann Lee', 'f'), ('document', '', 'm')]
    """
    return [describe(tokens, first, last) for first, last in _phrases(tokens)]


def _phrases(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Stretches that may be mentions: pronouns, and phrases with a name, a role, a group or a document."""
    tags, at, nouns = tokens.line, 0, _nouns(tokens.lexicon)
    while at < len(tags):
        if tags[at] in "ue":
            yield at, at + 1
            at += 1
        elif tags[at] in "dA" or tokens.lows[at] in nouns:
            end = phrase_after(tokens, at, len(tags))
            if end > at and _tells(tokens, at, end):
                yield at, end
            at = end if end > at else at + 1
        else:
            at += 1


def _noun(tokens: Tokens, at: int) -> bool:
    return tokens.lows[at] in _nouns(tokens.lexicon)


@cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    lists = (words(lexicon, f"mentions.{name}") for name in ("roles", "groups", "documents", "titles"))
    return frozenset().union(*lists)


def _tells(tokens: Tokens, first: int, last: int) -> bool:
    return "A" in tokens.line[first:last] or not _nouns(tokens.lexicon).isdisjoint(tokens.lows[first:last])


def describe(tokens: Tokens, first: int, last: int) -> Mention:
    """The mention that a stretch of tokens is: its form, the name in it, gender and number.

    Args:
        tokens: of the text.
        first: its first token.
        last: the token after it.

    >>> from analysis.text import lexicon
    >>> describe(tokenise("la ministre", lexicon.load("fr")), 0, 2)
    Mention(start=0, end=11, form='role', name='', gender='f', number='singular')
    """
    span, named = tokens.span(first, last), name(tokens, first, last)
    shape = _form(tokens, first, last, named)
    if shape == "pronoun":
        low = tokens.text[span.start : span.end].lower().replace("’", "'")
        gender, number = tokens.lexicon.section("pronouns").get(low, ("", ""))
        return Mention(*span, shape, "", gender, number)
    printed = (
        tokens.text[tokens.starts[named[0]] : tokens.ends[named[1] - 1]] if named and shape != "role" else ""
    )
    return Mention(*span, shape, printed, *_agreement(tokens, first, last))


def _agreement(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """Gender and number as determiners, titles and roles show them."""
    agreement = tokens.lexicon.section("agreement")
    gender = number = ""
    for low in tokens.lows[first:last]:
        if low in agreement:
            gender, number = gender or agreement[low][0], number or agreement[low][1]
    return gender, number


def form(tokens: Tokens, first: int, last: int) -> str:
    """What a mention is: name, role, pronoun, group, metonym or document.

    Args:
        tokens: of the text.
        first: its first token.
        last: the token after it.

    >>> from analysis.text import lexicon
    >>> form(tokenise("a spokesman for Ann Lee", lexicon.load("en")), 0, 5)
    'role'
    """
    return _form(tokens, first, last, name(tokens, first, last))


def _form(tokens: Tokens, first: int, last: int, held: tuple[int, int] | None) -> str:
    """The form of a mention in which `held` is the first name."""
    if last - first == 1 and tokens.line[first] in "ueor":
        return "pronoun"
    stop = _stop(tokens, first, last, held)
    named = held is not None and held[0] < stop
    lows = tokens.lows[first:stop]
    if not words(tokens.lexicon, "mentions.metonyms").isdisjoint(lows):
        return "metonym"
    if named:
        return "name"
    if not words(tokens.lexicon, "mentions.documents").isdisjoint(lows):
        return "document"
    agreement = tokens.lexicon.section("agreement")
    plural = any(low in agreement and agreement[low][1] == "plural" for low in lows)
    collective = not words(tokens.lexicon, "mentions.groups").isdisjoint(lows)
    return "group" if plural or collective else "role"


def speaks(tokens: Tokens, stretch: tuple[int, int]) -> bool:
    """Whether a mention is of somebody or something that can speak: a name, a pronoun, a known kind of noun.

    Args:
        tokens: of the text.
        stretch: first and last (exclusive) token of the mention.

    >>> from analysis.text import lexicon
    >>> speaks(tokenise("la ministre", lexicon.load("fr")), (0, 2))
    True
    """
    endings = tuple(words(tokens.lexicon, "mentions.role_endings")) or ("\n",)
    pronominal = words(tokens.lexicon, "pronominals")
    return any(
        tokens.line[at] in "Auer" or _noun(tokens, at) or low in pronominal or low.endswith(endings)
        for at, low in enumerate(tokens.lows[slice(*stretch)], stretch[0])
    )


def _stop(tokens: Tokens, first: int, last: int, held: tuple[int, int] | None) -> int:
    """Where complements and appositions begin: at the first preposition or comma that is not in the name."""
    stop = first + 1
    while stop < last and tokens.line[stop] not in "p,(":
        stop += 1
    return held[1] if held and held[0] < stop < held[1] else stop


def name(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the first name in a stretch: capitalised words with particles between, titles left out.

    Args:
        tokens: of the text.
        first: the first token of the stretch.
        last: the token after it.

    Returns:
        The first token of the name and the token after it, None where there is no name.

    >>> from analysis.text import lexicon
    >>> name(tokenise("M. Charles de Gaulle", lexicon.load("fr")), 0, 4)
    (1, 4)
    """
    titled, particles = _titled(tokens.lexicon), words(tokens.lexicon, "mentions.particles")
    start = first
    while start < last and (
        tokens.line[start] != "A" or tokens.lows[start] in titled or _common(tokens, start)
    ):
        start += 1
    if start >= last:
        return None
    end = start + 1
    while end < last:
        step = 1 if tokens.line[end] == "A" else 2
        if step == 2 and (
            tokens.lows[end] not in particles or end + 1 >= last or tokens.line[end + 1] != "A"
        ):
            break
        end += step
    return start, end


def _common(tokens: Tokens, at: int) -> bool:
    """Whether all nouns have capitals and this is one: `die | Delegierte`, `Konzernchef | Anna`."""
    mentions = tokens.lexicon.section("mentions")
    if not mentions.get("capitalised_nouns"):
        return False
    determined = at > 0 and tokens.line[at - 1] == "d"
    return determined or _noun(tokens, at) or tokens.lows[at].endswith(tuple(mentions["role_endings"]))


@cache
def _titled(lexicon: Lexicon) -> frozenset[str]:
    """Words that are no name, capital or not."""
    return words(lexicon, "mentions.titles") | words(lexicon, "mentions.roles")
