"""Who is named in an article, by which names, in which office."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.text.grammar.classes import NAME, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch, Tokens
from analysis.text.grammar.word_lists import switch
from analysis.text.mentions import Mention
from analysis.text.resolve.names import Called, called, is_acronym, is_no_name, ties_of
from analysis.text.resolve.order import following, inside, preceding
from analysis.text.resolve.roles import Role, read
from analysis.text.words import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
COMMA = re.compile(r"\s*[,(–—]\s*")
ENDED = ".!?…:»”\"'’)"
"""What a sentence ends with; a line that ends otherwise is a headline, where any word may have a capital."""

TOPIC = pattern("NAME COMMA (NOT (COMMA | STOP | COLON))* COLON")
"""A headline with one word for its topic, then who speaks."""

SENTENCE_ENDS = any_of("STOP BREAK COLON")
SPEECH_MARKS = pattern("(QUOTE_MARK | DASH)*")


class Naming(NamedTuple):
    """One place where somebody is named.

    Fields:
        start: code point where the mention begins
        end: code point after it
        name: the name as it stands there
        gender: "f", "m", "n" or "", by the words of the mention
        roles: what the mention and its apposition say of an office
        tied: whether the name only belongs to a noun: "un proche de Pierre Roy"
        thing: whether it has an article but no title, or capitals only: "l'Organisation", "OTSC"
        body: whether common words follow such a one: "l'Organisation mondiale"
        person: whether it is likely a person's
    """

    start: int
    end: int
    name: str
    gender: str
    roles: tuple[Role, ...] = ()
    tied: bool = False
    thing: bool = False
    body: bool = False
    person: bool = False


def namings(tokens: Tokens, found: Sequence[Mention], sentences: Sequence[Span]) -> list[Naming]:
    """The names of an article with the offices told beside them; no countries, nothing from headlines alone.

    Args:
        tokens: of the article.
        found: its mentions, in order.
        sentences: its sentences, in order.

    >>> from analysis.text.lexicon import load
    >>> from analysis.text import mentions
    >>> from analysis.text.grammar import tokens
    >>> text = "Ada Roy, maire de Lor, est là."
    >>> cut = tokens.tokenise(text, load("fr"))
    >>> made = namings(cut, mentions.find(text, load("fr")), [Span(0, len(text))])
    >>> [(one.name, [role.head for role in one.roles], one.tied) for one in made]
    [('Ada Roy', ['mair'], False), ('Lor', [], True)]
    """
    nouns = (at for at, mention in enumerate(found) if mention.form != "pronoun")
    beside = ((found[at], [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]) for at in nouns)
    known = [one for mention, near in beside if (one := naming(tokens, mention, near))]
    opening = {sentence.start for sentence in sentences}
    running = [sentence for sentence in sentences if tokens.text[sentence.end - 1] in ENDED]
    said = Counter(one.name for one in known if inside(one.start, running))
    return [_without_opening(one, said, opening) for one in known if said[one.name]]


def _without_opening(one: Naming, said: Counter[str], opening: set[int]) -> Naming:
    """A name without the word that has its capital from opening the sentence: "Using Ada Roy"."""
    rest = one.name.partition(" ")[2]
    return one._replace(name=rest) if one.start in opening and " " in rest and said[rest] else one


def naming(tokens: Tokens, mention: Mention, beside: Sequence[Mention]) -> Naming | None:
    """A mention as somebody's naming, None where it has no name.

    Args:
        tokens: of the article.
        mention: one of it.
        beside: the mention before it and the one after it, which may be appositions.

    >>> from analysis.text import lexicon, mentions
    >>> from analysis.text.grammar import tokens
    >>> cut = tokens.tokenise("le maire Ada Roy", lexicon.load("fr"))
    >>> one = naming(cut, mentions.of(cut)[0], [])
    >>> one.name, one.roles[0].head, one.person
    ('Ada Roy', 'mair', True)
    """
    found = called(tokens, *place(tokens, mention))
    name = tokens.printed(found.first, found.last) if found else ""
    if found is None or is_no_name(tokens, found, name):
        return None
    gender, offices = ("", ()) if found.tied else _told(tokens, mention, found, beside)
    thing = is_acronym(name) or _has_only_article(tokens, found)
    body = thing and found.last < found.closes and tokens.lows[found.last][0].isalpha()
    person = not thing and _is_person(tokens, found, offices)
    return Naming(mention.start, mention.end, name, gender, offices, found.tied, thing, body, person)


def _told(
    tokens: Tokens, mention: Mention, found: Called, beside: Sequence[Mention]
) -> tuple[str, tuple[Role, ...]]:
    """Gender and offices by the words before a name, and by the offices apposed to it."""
    apposed = [(other, role) for other in beside if (role := _apposed(tokens, mention, other))]
    genders = [mention.gender if found.first > found.opens else "", *(other.gender for other, _ in apposed)]
    before = tokens.printed(found.opens, found.first)
    offices = [read(before, tokens.lexicon), *(role for _, role in apposed)]
    return next(filter(None, genders), ""), tuple(filter(None, offices))


def place(tokens: Tokens, mention: Mention | Span) -> Stretch:
    """The tokens of a mention: its first, and the one after its last."""
    first = bisect_right(tokens.starts, mention.start) - 1
    return max(first, 0), bisect_left(tokens.starts, mention.end)


def _has_only_article(tokens: Tokens, found: Called) -> bool:
    """Whether an article and no title stands before a name, in a language where people have none."""
    article = found.first - found.opens == 1 and tokens.listed(found.opens, "resolution.articles")
    return article and not switch(tokens.lexicon, "resolution.article_before_name")


def _is_person(tokens: Tokens, found: Called, offices: Sequence[Role]) -> bool:
    """Whether a name is likely a person's: two words that are names, an office, or a lone subject.

    A capital at the beginning of a sentence makes no name, a preposition before it makes a place.
    """
    begin = SPEECH_MARKS.skip_back(tokens.line, found.opens, 0)
    opens = found.first == found.opens and (not begin or tokens.line[begin - 1] in SENTENCE_ENDS)
    if found.is_full:
        return tokens.line[found.first + 1] == NAME or not opens
    placed = begin > 0 and tokens.lows[begin - 1] in ties_of(tokens.lexicon)
    return bool(offices) or not (opens or placed)


def _apposed(tokens: Tokens, mention: Mention, other: Mention) -> Role | None:
    """The office that only a comma parts from the name: "Ada Roy, maire de Lor", "le maire, Ada Roy"."""
    first, second = (mention, other) if mention.start < other.start else (other, mention)
    if not COMMA.fullmatch(tokens.text, first.end, second.start):
        return None
    start, end = place(tokens, other)
    topic = other is second and TOPIC.fits(tokens.line, 0, end + 1)  # "Piena, la sindaca: «…»"
    if topic or tokens.lows[start] in ties_of(tokens.lexicon):
        return None  # "Ada Roy, au cours d'une réunion"
    own = called(tokens, start, end)
    new = other is first and tokens.listed(start, "resolution.indefinite")
    named = own is not None and not own.tied
    return None if new or named else read(tokens.printed(start, end), tokens.lexicon)


Names = dict[str, dict[str, list[Naming]]]
"""First or last word of a name → the names that have it there → their namings, in order."""


def index(everyone: Sequence[Naming]) -> Names:
    """The namings by the last word of the name, and, marked with a space after it, by the first.

    >>> sorted(index([Naming(0, 7, "Ada Roy", "")]))
    ['ada ', 'roy']
    """
    made: Names = {}
    for one in everyone:
        named = parts(one.name)
        for key in (named[-1], f"{named[0]} ") if " " in one.name else named[-1:]:
            made.setdefault(key, {}).setdefault(one.name, []).append(one)
    return made


def fuller(one: Naming, names: Names) -> Naming:
    """Where a fuller form of a name stands that this one is short for: "Tokaïev" for "Ada Tokaïev".

    Of several people with the surname, the one named last before it is meant.

    Args:
        one: a naming.
        names: of index().

    >>> everyone = [Naming(0, 7, "Ada Roy", "f"), Naming(9, 16, "Luc Roy", "m"), Naming(20, 27, "Roy", "f")]
    >>> fuller(everyone[2], index(everyone)).name
    'Ada Roy'
    """
    mine = parts(one.name)
    for key in (mine[-1], f"{mine[0]} "):
        like = names.get(key, {})
        longer = [like[other] for other in like if _extends(parts(other), mine)]
        if longer and (found := _nearest(one, longer)):
            return fuller(found, names)
    return one


def _nearest(one: Naming, longer: Sequence[Sequence[Naming]]) -> Naming | None:
    """Of those that do not contradict its title, the last before a naming, else the first after it."""
    at = one.start + 1
    near = [other for same in longer for other in (*preceding(same, at), *following(same, at))]
    return last_before((other for other in near if may_agree(one.gender, other.gender)), one.start)


def last_before(some: Iterable[Naming], at: int) -> Naming | None:
    """The last naming that begins up to a code point, else the first after it.

    >>> some = [Naming(0, 3, "Ada", ""), Naming(5, 8, "Roy", ""), Naming(9, 12, "Luc", "")]
    >>> last_before(some, 6).name, last_before(some[2:], 6).name
    ('Roy', 'Luc')
    """
    return min(some, key=lambda one: (one.start > at, abs(one.start - at)), default=None)


def may_agree(gender: str, other: str) -> bool:
    """Whether two genders do not contradict, for who has none may have any.

    >>> may_agree("f", ""), may_agree("f", "m")
    (True, False)
    """
    return not gender or not other or gender == other


def _extends(theirs: Sequence[str], mine: Sequence[str]) -> bool:
    """Whether another name ends or begins with this one, or has words between its first and its last."""
    around = (theirs[0], theirs[-1]) == (mine[0], mine[-1]) or theirs[:1] == mine
    return len(mine) < len(theirs) and (theirs[-len(mine) :] == mine or around)


@lru_cache(maxsize=10_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case.

    >>> parts("Jean-Luc d'Arnel")
    ('jean-luc', "d'arnel")
    """
    return tuple(word.lower() for word in WORD.findall(name))
