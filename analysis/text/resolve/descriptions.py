"""Descriptions: an office, a group, a document, a noun for anybody; who in the article is meant by them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from analysis.text.grammar.word_lists import words
from analysis.text.resolve import roles
from analysis.text.resolve.asked import Answer, Asked, agrees, is_definite
from analysis.text.resolve.cast import Naming
from analysis.text.resolve.heard import LOOKBACK, START, Article, Spoken, before, full_name, spelt_out
from analysis.text.resolve.names import is_acronym
from analysis.text.resolve.own_words import bare
from analysis.text.resolve.roles import Role

NEAREST = 40
"""Namings looked at on either side of a mention."""


def described(article: Article, asked: Asked, said: Sequence[Spoken]) -> Answer:
    """Its holder, the one mentioned before, or the description's own words.

    Args:
        article: of article.read().
        asked: the description.
        said: who has spoken before it, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard as article, asked
    >>> read = article.read("Le maire Luc Arnel sort. Le maire rit, le juge aussi.", [], lexicon.load("fr"))
    >>> [described(read, asked.ask(read, *it, "role"), []) for it in (("Le maire", 25), ("le juge", 39))]
    [Answer(speaker='Luc Arnel', speaker_rule='office'), Answer(speaker='juge', speaker_rule='own words')]
    """
    if (
        asked.naming
        and not asked.naming.tied
        and (asked.mention.form != "document" or asked.phrase.find(asked.naming.name) < 0)
    ):
        return Answer(full_name(article, asked.naming), "name in apposition")
    for rule, name in DESCRIPTIONS:
        if found := rule(article, asked, said):
            return Answer(found, name)
    return Answer(spelt_out(article, bare(asked.phrase, article.lexicon)), "own words")


def _holder(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:  # noqa: ARG001  # as the others
    """The office's holder named in the article: the last one before the mention, else the first after it."""
    if asked.role is None or not is_definite(article, asked) or asked.mention.number == "plural":
        return None
    several = asked.role.plural or asked.mention.form not in ("role", "name")
    if several or roles.is_body(asked.role, article.lexicon):
        return None
    able = [
        one
        for one in _near(article, asked)
        if any(roles.same(asked.role, role) for role in one.roles)
        and (not one.gender or not asked.mention.gender or one.gender == asked.mention.gender)
    ]
    earlier = [one for one in able if one.start < asked.mention.start]
    nearest = max(earlier, key=START) if earlier else min(able, key=START, default=None)
    return full_name(article, nearest) if nearest else None


def _near(article: Article, asked: Asked) -> Iterator[Naming]:
    """Who holds an office of this noun or class, of each the nearest before and after the mention."""
    start, end = asked.mention.start, asked.mention.end
    for key in (asked.role.head, *asked.role.offices) if asked.role else ():
        held = article.holders.get(key, [])
        yield from held[
            max(0, bisect_left(held, start, key=START) - NEAREST) : bisect_left(held, start, key=START)
        ]
        yield from held[bisect_left(held, end, key=START) :][:NEAREST]


def _anybody(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """A noun for anybody, "la jeune femme", "le principal intéressé": as a pronoun of that gender."""
    if not is_definite(article, asked) or not _has_head(article, asked, "persons"):
        return None
    wanted = asked.mention._replace(number=asked.mention.number or "singular")
    meant = (one for one in before(article, wanted.start, said) if agrees(article, one, wanted))
    return next((one.speaker for one in meant if _is_named(article, one.speaker)), None)


def _of_a_kind(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """An office told of nobody, "la scientifique": the last person of that kind, "Ada Roy, géologue".

    Where nobody's kind is told, it is who spoke last.
    """
    role = asked.role
    if role is None or not _is_plain(article, asked, role):
        return None
    heard = before(article, asked.mention.start, said)
    people = [one for one in heard if one.person and one.role is None and agrees(article, one, asked.mention)]
    kinds = {one.speaker: _kinds(article, one.speaker, role) for one in people}
    kind = roles.kind(role, article.lexicon)
    same = [name for name, known in kinds.items() if kind and kind in known]
    last = [said[-1].speaker] if said and said[-1].speaker in kinds and not kinds[said[-1].speaker] else []
    return next(iter([*same, *last]), None)


def _kinds(article: Article, speaker: str, asked: Role) -> set[str]:
    """The types of source that the article tells of somebody; a mayor is no president, though of a kind."""
    told = [role for one in article.people.get(speaker, [])[:NEAREST] for role in one.roles]
    return {
        "another" if role.offices and asked.offices else roles.kind(role, article.lexicon) for role in told
    }


def _is_plain(article: Article, asked: Asked, role: Role) -> bool:
    """Whether a description is an article and a noun for one person: "l'avocate", not "le maire de Lor"."""
    if asked.mention.form != "role" or role.complement or role.country or role.former or role.plural:
        return False
    first = asked.phrase.lower().replace("’", "'").replace("'", "' ").split()[:1]
    known = first and first[0] in words(article.lexicon, "resolution.articles")
    return bool(known) and is_definite(article, asked) and not roles.is_body(role, article.lexicon)


def _is_named(article: Article, speaker: str) -> bool:
    """Whether a speaker is surely a person whose name the article gives: of two words, or with an office."""
    return any(one.person and (" " in speaker or one.roles) for one in article.people.get(speaker, ()))


def _any_body(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """A noun for any organisation, "l'entité": the last one that spoke or is called by its initials."""
    if not is_definite(article, asked) or not _has_head(article, asked, "bodies"):
        return None
    if asked.role and (asked.role.complement or asked.role.country):
        return None
    spoke = next(
        ((one.start, one.speaker) for one in reversed(said) if not one.person and not one.plural), None
    )
    last = bisect_left(article.namings, asked.mention.start, key=START)
    recent = article.namings[max(0, last - NEAREST) : last]
    short = [(one.start, full_name(article, one)) for one in recent if is_acronym(one.name)]
    return max([*([spoke] if spoke else []), *short[-1:]], default=(0, None))[1]


def _again(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """The same office or group without a name, spoken before: "cette source" after "une source policière"."""
    if asked.role is None or not is_definite(article, asked):
        return None
    plural = asked.mention.number == "plural"
    person = asked.mention.form in ("role", "name")
    recent = (one for one in reversed(said[-LOOKBACK:]) if one.plural == plural and one.person == person)
    return next((one.speaker for one in recent if one.role and roles.same(asked.role, one.role)), None)


def _has_head(article: Article, asked: Asked, kind: str) -> bool:
    known = words(article.lexicon, f"resolution.{kind}")
    return any(word.lower() in known or word in known for word in asked.phrase.replace("’", "'").split())


DESCRIPTIONS: tuple[tuple[Callable[[Article, Asked, Sequence[Spoken]], str | None], str], ...] = (
    (_holder, "office"),
    (_again, "mentioned before"),
    (_any_body, "any organisation"),
    (_anybody, "any person"),
    (_of_a_kind, "of that kind"),
)
"""What a description may mean, asked in this order, with the rule's name."""
