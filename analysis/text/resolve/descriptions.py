"""Descriptions: an office, a group, a document, a noun for anybody; who in the article is meant by them."""

from collections.abc import Callable, Iterator

from analysis.text.grammar.word_lists import words
from analysis.text.resolve import roles
from analysis.text.resolve.cast import Naming, last_before, may_agree
from analysis.text.resolve.heard import Answer, Asked, Heard, agreeing, full_name, spelt_out
from analysis.text.resolve.names import bare, is_acronym
from analysis.text.resolve.order import following, preceding
from analysis.text.resolve.roles import Role

NEAREST = 40
"""Namings, and speakers, looked at on either side of a mention; bounds cost."""

ONE_PERSON = ("role", "name")
"""Forms of mentions that describe one person."""


def described(heard: Heard, asked: Asked) -> Answer:
    """Its holder, the one mentioned before, or the description's own words.

    Args:
        heard: of heard.read().
        asked: the description.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard
    >>> read = heard.read("Le maire Luc Arnel sort. Le maire rit, le juge aussi.", [], lexicon.load("fr"))
    >>> [described(read, heard.ask(read, *it, "role")) for it in (("Le maire", 25), ("le juge", 39))]
    [Answer(speaker='Luc Arnel', speaker_rule='office'), Answer(speaker='juge', speaker_rule='own words')]
    """
    naming, document = asked.naming, asked.mention.form == "document"
    if naming and not naming.tied and not (document and naming.name in asked.phrase.text):
        return Answer(full_name(heard, naming), "name in apposition")
    for rule, name in DESCRIPTIONS if asked.is_definite else ():
        if found := rule(heard, asked):
            return Answer(found, name)
    return Answer(spelt_out(heard, bare(asked.phrase.text, heard.lexicon)), "own words")


def _holder(heard: Heard, asked: Asked) -> str | None:
    """The office's holder named in the article: the last one before the mention, else the first after it."""
    role, mention = asked.role, asked.mention
    if role is None or role.plural or mention.number == "plural" or mention.form not in ONE_PERSON:
        return None
    if roles.is_body(role, heard.lexicon):
        return None
    held = (one for one in _near(heard, asked, role) if may_agree(one.gender, mention.gender))
    able = (one for one in held if any(roles.same(role, other) for other in one.roles))
    nearest = last_before(able, mention.start)
    return full_name(heard, nearest) if nearest else None


def _near(heard: Heard, asked: Asked, role: Role) -> Iterator[Naming]:
    """Who holds an office of this noun or class, of each the nearest before and after the mention."""
    for key in (role.head, *role.offices):
        held = heard.holders.get(key, [])
        yield from preceding(held, asked.mention.start, NEAREST)
        yield from following(held, asked.mention.end, NEAREST)


def _anybody(heard: Heard, asked: Asked) -> str | None:
    """A noun for anybody, "la jeune femme", "le principal intéressé": as a pronoun of that gender."""
    if not _has_head(asked, "persons"):
        return None
    meant = (one.speaker for one in agreeing(heard, asked.mention))
    return next((name for name in meant if _is_named(heard, name)), None)


def _of_a_kind(heard: Heard, asked: Asked) -> str | None:
    """An office told of nobody, "la scientifique": the last person of that kind, "Ada Roy, géologue".

    Where nobody's kind is told, it is who spoke last.
    """
    role = asked.role
    if role is None or not _is_plain(asked, role):
        return None
    people = (one for one in agreeing(heard, asked.mention) if one.person and one.role is None)
    kinds = {one.speaker: _kinds(heard, one.speaker, role) for one in people}
    kind = roles.kind(role, heard.lexicon)
    same = [name for name, known in kinds.items() if kind and kind in known]
    last = [one.speaker for one in heard.said[-1:] if kinds.get(one.speaker) == set()]
    return next(iter([*same, *last]), None)


def _kinds(heard: Heard, speaker: str, asked: Role) -> set[str]:
    """The types of source that the article tells of somebody; a mayor is no president, though of a kind."""
    told = (role for one in heard.people.get(speaker, [])[:NEAREST] for role in one.roles)
    return {"another" if role.offices and asked.offices else roles.kind(role, heard.lexicon) for role in told}


def _is_plain(asked: Asked, role: Role) -> bool:
    """Whether a description is an article and a noun for one person: "l'avocate", not "le maire de Lor"."""
    more = role.complement or role.country or role.former or role.plural
    return asked.mention.form == "role" and not more and asked.phrase.any_listed(0, 1, "resolution.articles")


def _is_named(heard: Heard, speaker: str) -> bool:
    """Whether a speaker is surely a person whose name the article gives: of two words, or with an office."""
    return any(one.person and (" " in speaker or one.roles) for one in heard.people.get(speaker, ()))


def _any_body(heard: Heard, asked: Asked) -> str | None:
    """A noun for any organisation, "cette entité": the last one that spoke or is called by its initials."""
    role = asked.role
    if not _has_head(asked, "bodies") or (role and (role.complement or role.country)):
        return None
    spoke = [(one.start, one.speaker) for one in heard.said[-NEAREST:] if not one.person and not one.plural]
    recent = preceding(heard.namings, asked.mention.start, NEAREST)
    short = [(one.start, full_name(heard, one)) for one in recent if is_acronym(one.name)]
    return max([*spoke[-1:], *short[-1:]], default=(0, None))[1]


def _again(heard: Heard, asked: Asked) -> str | None:
    """The same office or group without a name, spoken before: "cette source" after "une source policière"."""
    if asked.role is None:
        return None
    kind = (asked.mention.number == "plural", asked.mention.form in ONE_PERSON)
    recent = (one for one in reversed(heard.said[-NEAREST:]) if (one.plural, one.person) == kind)
    return next((one.speaker for one in recent if one.role and roles.same(asked.role, one.role)), None)


def _has_head(asked: Asked, kind: str) -> bool:
    """Whether a description has a word of a list; one with a capital there, "le Français", asks for it."""
    known = words(asked.phrase.lexicon, f"resolution.{kind}")
    return any(word.lower() in known or word in known for word in asked.phrase.text.replace("’", "'").split())


DESCRIPTIONS: tuple[tuple[Callable[[Heard, Asked], str | None], str], ...] = (
    (_holder, "office"),
    (_again, "mentioned before"),
    (_any_body, "any organisation"),
    (_anybody, "any person"),
    (_of_a_kind, "of that kind"),
)
"""What a description may mean, asked in this order, with the rule's name."""
