"""A mention that speaks, as its own words say it, and the answer who it is."""

from bisect import bisect_left
from typing import NamedTuple

from analysis.text import mentions
from analysis.text.grammar.tokens import tokenise
from analysis.text.grammar.word_lists import words
from analysis.text.mentions import Mention
from analysis.text.resolve import cast, roles
from analysis.text.resolve.cast import Naming
from analysis.text.resolve.heard import START, Article, Spoken
from analysis.text.resolve.roles import Role


class Answer(NamedTuple):
    """Who speaks, and the rule that says so; without a speaker, the reason."""

    speaker: str | None
    speaker_rule: str


class Asked(NamedTuple):
    """A mention that speaks.

    Fields:
        mention: its span, form, gender and number
        phrase: its words, without apposition
        role: the office it tells
        naming: the name in it
    """

    mention: Mention
    phrase: str
    role: Role | None
    naming: Naming | None


def ask(article: Article, source: str, start: int, form: str) -> Asked:
    """The mention of a source as its words say it; what stands beside it may be an apposition.

    Args:
        article: of article.read().
        source: the mention as printed.
        start: where it begins.
        form: its form, as mentions.form() says it.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard as article
    >>> read = article.read("Ici la ministre, Ada Roy, rit.", [], lexicon.load("fr"))
    >>> asked = ask(read, "la ministre, Ada Roy", 4, "role")
    >>> asked.phrase, asked.mention.gender, asked.role.head, asked.naming.name
    ('la ministre', 'f', 'ministr', 'Ada Roy')
    """
    phrase = source.partition(",")[0]
    tokens = tokenise(phrase, article.lexicon)
    own = mentions.describe(tokens, 0, len(tokens.line))
    role = roles.read(tokens, 0, len(tokens.line)) if form != "pronoun" else None
    number = own.number or ("plural" if role and role.plural and form != "name" else "")
    mention = Mention(start, start + len(source), form, "", own.gender, number)
    if form == "pronoun":
        return Asked(mention, phrase, None, None)
    nearest = bisect_left(article.mentions, start, key=START)
    following = bisect_left(article.mentions, mention.end, key=START)
    beside = article.mentions[max(0, nearest - 1) : nearest] + article.mentions[following : following + 1]
    naming = cast.naming(
        article.tokens, mention, [other for other in beside if other.end <= start or other.start > start]
    )
    return Asked(mention, phrase, role, naming)


def is_definite(article: Article, asked: Asked) -> bool:
    """Whether a mention means somebody known already: "le ministre", not "un ministre".

    Args:
        article: of article.read(), for its language.
        asked: the mention.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard as article
    >>> read = article.read("Un maire est là, le maire rit.", [], lexicon.load("fr"))
    >>> [is_definite(read, ask(read, *it, "role")) for it in (("Un maire", 0), ("le maire", 17))]
    [False, True]
    """
    first = asked.phrase.lower().replace("’", "'").replace("'", "' ").split()[:1]
    return not first or first[0] not in words(article.lexicon, "resolution.indefinite")


def agrees(article: Article, one: Spoken, mention: Mention) -> bool:
    """Whether somebody may be meant by a pronoun or a description of this gender and number.

    Where a language has a pronoun for things, the others mean people.

    Args:
        article: of article.read().
        one: somebody named or heard before.
        mention: the pronoun or description.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard as article
    >>> read = article.read("Elle rit.", [], lexicon.load("fr"))
    >>> [agrees(read, Spoken(0, "Roy", gender), read.mentions[0]) for gender in ("f", "m", "")]
    [True, False, True]
    """
    things = any(gender == "n" for gender, _ in article.lexicon.section("pronouns").values())
    if mention.gender == "n" or (things and mention.gender and not one.person):
        return mention.gender == "n" and not one.person and not one.plural
    number = one.plural == (mention.number == "plural") or not mention.number
    return number and (not one.gender or not mention.gender or one.gender == mention.gender)
