"""The rules of resolution, by the form of the mention; each answer carries the name of its rule."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.text import mentions
from analysis.text.mentions import Mention
from analysis.text.quotes import Quote
from analysis.text.resolve import cast, roles
from analysis.text.resolve.article import LOOKBACK, START, Article, Spoken, before, full_name, place, spelt_out
from analysis.text.resolve.cast import Naming
from analysis.text.resolve.roles import Role
from analysis.text.resolve.names import is_acronym
from analysis.text.tokens import tokenise, words


class Answer(NamedTuple):
    """Who speaks, and the rule that says so; without a speaker, the reason."""

    speaker: str | None
    speaker_rule: str


def gone_on(article: Article, quotes: Sequence[Quote], answers: Mapping[int, Answer]) -> dict[str, str]:
    """Offices whose holder is named by the next who "goes on": "a dit le ministre. … a ajouté Ada Roy".

    Only where the name has not stood before the office, and genders do not contradict.

    Args:
        article: of article.read().
        quotes: in the order of their mentions.
        answers: utterance → who speaks it.

    Returns:
        Speaker as resolved so far → the name.
    """
    found: dict[str, str] = {}
    for quote, following in pairwise(quote for quote in quotes if quote.source):
        office, name = answers[quote.utterance], answers[following.utterance]
        cue = (following.cue or "").lower().split()
        goes_on = any(word in words(article.lexicon, "resolution", "continuing") for word in cue)
        if goes_on and office.speaker and name.speaker and name.speaker_rule in ("name", "fuller name"):
            if _may_be(article, office.speaker, name.speaker, quotes, answers):
                found[office.speaker] = name.speaker
    return found


def _may_be(
    article: Article, office: str, name: str, quotes: Sequence[Quote], answers: Mapping[int, Answer]
) -> bool:
    """Whether an office without a name may be the one of a person named after it for the first time."""
    spoken = [quote for quote in quotes if answers[quote.utterance].speaker == office]
    bare_office = any(
        quote.source_form in ("role", "name") and answers[quote.utterance].speaker_rule == "own words"
        for quote in spoken
    )
    first = article.people[name][0].start if name in article.people else 0
    genders = {article.genders.get(office, ""), article.genders.get(name, "")} - {""}
    return bare_office and first > min(map(place, spoken)) and len(genders) < 2


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


def resolve(article: Article, quote: Quote, said: list[Spoken]) -> Answer:
    """Who speaks a quotation; notes it for those that follow.

    Args:
        article: of article.read().
        quote: with or without a source.
        said: who has spoken before; the answer is added to it.
    """
    if not quote.source or quote.source_start is None:
        return _left_out(article, quote, said)
    asked = _ask(article, quote.source, quote.source_start, quote.source_form or "name")
    answer = RULES.get(asked.mention.form, described)(article, asked, said)
    if answer.speaker:
        said.append(_spoken(article, asked, answer.speaker))
    return answer


def _ask(article: Article, source: str, start: int, form: str) -> Asked:
    """The mention of a source as its words say it; what stands beside it in the article may be an apposition."""
    phrase = source.partition(",")[0]
    tokens = tokenise(phrase, article.lexicon)
    own = mentions.describe(tokens, 0, len(tokens.tags))
    role = roles.read(tokens, 0, len(tokens.tags)) if form != "pronoun" else None
    number = own.number or ("plural" if role and role.plural and form != "name" else "")
    mention = Mention(start, start + len(source), form, "", own.gender, number)
    if form == "pronoun":
        return Asked(mention, phrase, None, None)
    nearest = bisect_left(article.mentions, start, key=START)
    following = bisect_left(article.mentions, mention.end, key=START)
    beside = article.mentions[max(0, nearest - 1) : nearest] + article.mentions[following : following + 1]
    naming = cast.naming(article.tokens, mention, [other for other in beside if other.end <= start or other.start > start])
    return Asked(mention, phrase, role, naming)


def _spoken(article: Article, asked: Asked, speaker: str) -> Spoken:
    mention = asked.mention
    gender = article.genders.setdefault(speaker, mention.gender) or mention.gender
    if gender:
        article.genders[speaker] = gender
    thing = asked.naming is not None and asked.naming.thing
    person = mention.form in ("name", "role", "pronoun") and not thing
    role = None if mention.form == "name" else asked.role
    return Spoken(mention.start, speaker, gender, mention.number == "plural", person, role)


def _left_out(article: Article, quote: Quote, said: Sequence[Spoken]) -> Answer:
    """A verb without its subject, in a language that drops it: whoever spoke last goes on."""
    if article.lexicon.section("grammar").get("pro_drop") and quote.cue and said and not _impersonal(article, quote):
        return Answer(said[-1].speaker, "subject left out")
    return Answer(None, "no source")


def _impersonal(article: Article, quote: Quote) -> bool:
    """Whether the word before the cue makes it one that nobody says: "se informó", "si apprende"."""
    word = article.tokens.text[: quote.cue_start or 0].split()[-1:]
    return bool(word) and word[0].lower() in words(article.lexicon, "resolution", "impersonal")


def named(article: Article, asked: Asked, said: Sequence[Spoken]) -> Answer:
    """A name: in its fullest form; of a body, the whole phrase ("Société suisse de l'industrie du gaz")."""
    naming = asked.naming
    if naming is None or naming.tied:
        return described(article, asked, said)
    if naming.body:
        phrase = cast.bare(asked.phrase, article.lexicon)
        speaker = spelt_out(article, phrase)
        return Answer(speaker, "name" if speaker == phrase else "abbreviation")
    speaker = full_name(article, naming)
    return Answer(speaker, "name" if speaker == naming.name else "fuller name")


def pronoun(article: Article, asked: Asked, said: Sequence[Spoken]) -> Answer:
    """A pronoun: the last one before it that agrees in gender and number."""
    low = asked.phrase.lower().replace("’", "'")
    if low in words(article.lexicon, "resolution", "impersonal"):
        return Answer(None, "impersonal pronoun")
    if low in words(article.lexicon, "resolution", "narrator"):
        return Answer(None, "narrator")
    if low in words(article.lexicon, "words", "relatives"):
        return _relative(article, asked)
    found = _antecedent(article, asked.mention, said)
    return Answer(found, "pronoun") if found else Answer(None, "pronoun without antecedent")


def _relative(article: Article, asked: Asked) -> Answer:
    """A relative pronoun: the name right before it."""
    last = bisect_left(article.namings, asked.mention.start, key=START)
    near = [one for one in article.namings[max(0, last - 1) : last] if 0 <= asked.mention.start - one.end < 3]
    return Answer(full_name(article, near[-1]), "pronoun") if near else Answer(None, "pronoun without antecedent")


def _antecedent(article: Article, mention: Mention, said: Sequence[Spoken]) -> str | None:
    meant = (one.speaker for one in before(article, mention.start, said) if _agrees(article, one, mention))
    return next(meant, None)


def _agrees(article: Article, one: Spoken, mention: Mention) -> bool:
    """Whether somebody may be meant by a pronoun or a description of this gender and number.

    Where a language has a pronoun for things, the others mean people.
    """
    things = any(gender == "n" for gender, _ in article.lexicon.section("pronouns").values())
    if mention.gender == "n" or (things and mention.gender and not one.person):
        return mention.gender == "n" and not one.person and not one.plural
    number = one.plural == (mention.number == "plural") or not mention.number
    return number and (not one.gender or not mention.gender or one.gender == mention.gender)


def described(article: Article, asked: Asked, said: Sequence[Spoken]) -> Answer:
    """An office, a group or a document: its holder, the one mentioned before, or its own words."""
    for rule, name in DESCRIPTIONS:
        if found := rule(article, asked, said):
            return Answer(found, name)
    return Answer(spelt_out(article, cast.bare(asked.phrase, article.lexicon)), "own words")


def _holder(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """The office's holder named in the article: the last one before the mention, else the first after it."""
    if asked.role is None or not _is_definite(article, asked) or asked.mention.number == "plural":
        return None
    if asked.naming and not asked.naming.tied:
        return full_name(article, asked.naming)  # the name in apposition: "le directeur, Ada Roy"
    keys = (asked.role.head, *asked.role.offices)
    held = sorted({one for key in keys for one in article.holders.get(key, ())}, key=START)
    start, end = asked.mention.start, asked.mention.end
    able = [one for one in held if not start <= one.start < end and any(roles.same(asked.role, role) for role in one.roles)]
    earlier = [one for one in able if one.start < start]
    nearest = next(iter([*earlier[-1:], *able[:1]]), None)
    return full_name(article, nearest) if nearest and asked.mention.form in ("role", "name") else None


def _anybody(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """A noun for anybody, "la jeune femme", "le principal intéressé": as a pronoun of that gender."""
    if not _is_definite(article, asked) or not _has_head(article, asked, "persons"):
        return None
    wanted = asked.mention._replace(number=asked.mention.number or "singular")
    meant = (one for one in before(article, wanted.start, said) if _agrees(article, one, wanted))
    return next((one.speaker for one in meant if _is_named(article, one.speaker)), None)


def _is_named(article: Article, speaker: str) -> bool:
    """Whether a speaker is surely a person whose name the article gives: of two words, or with an office."""
    return any(one.person and (" " in speaker or one.roles) for one in article.people.get(speaker, ()))


def _any_body(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """A noun for any organisation, "l'entité", "l'entreprise": the last one that is named or speaks."""
    if not _is_definite(article, asked) or not _has_head(article, asked, "bodies"):
        return None
    if asked.role and (asked.role.complement or asked.role.country):
        return None
    spoke = [(one.start, one.speaker) for one in said if not one.person and not one.plural]
    short = [(one.start, full_name(article, one)) for one in article.namings if cast.is_acronym(one.name)]
    earlier = [found for found in [*spoke, *short] if found[0] < asked.mention.start]
    return max(earlier)[1] if earlier else None


def _again(article: Article, asked: Asked, said: Sequence[Spoken]) -> str | None:
    """The same office or group without a name, spoken before: "cette source" after "une source policière"."""
    if asked.role is None or not _is_definite(article, asked):
        return None
    plural = asked.mention.number == "plural"
    person = asked.mention.form in ("role", "name")
    recent = (one for one in reversed(said[-LOOKBACK:]) if one.plural == plural and one.person == person)
    return next((one.speaker for one in recent if one.role and roles.same(asked.role, one.role)), None)


def _is_definite(article: Article, asked: Asked) -> bool:
    first = asked.phrase.lower().replace("’", "'").replace("'", "' ").split()[:1]
    return not first or first[0] not in words(article.lexicon, "resolution", "indefinite")


def _has_head(article: Article, asked: Asked, kind: str) -> bool:
    known = words(article.lexicon, "resolution", kind)
    return any(word.lower() in known or word in known for word in asked.phrase.replace("’", "'").split())


Rule = Callable[[Article, Asked, Sequence[Spoken]], Answer]
Description = Callable[[Article, Asked, Sequence[Spoken]], str | None]

RULES: dict[str, Rule] = {"name": named, "metonym": named, "pronoun": pronoun}
"""Form of the mention → its rule; other forms are described."""

DESCRIPTIONS: tuple[tuple[Description, str], ...] = (
    (_holder, "office"),
    (_again, "mentioned before"),
    (_any_body, "any organisation"),
    (_anybody, "any person"),
)
"""What a description may mean, asked in this order, with the rule's name."""
