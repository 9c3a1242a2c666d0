"""What resolution hears: an article, made ready once; a mention of it that speaks; who may be meant by it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis.text import mentions, sentences
from analysis.text.grammar.tokens import Tokens, tokenise
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import Mention
from analysis.text.quotes import Quote
from analysis.text.resolve import abbreviations, cast, roles
from analysis.text.resolve.cast import Names, Naming
from analysis.text.resolve.names import bare
from analysis.text.resolve.order import START, beside, following, inside, preceding, within
from analysis.text.resolve.roles import Role
from analysis.text.words import Span

LOOKBACK = 20
"""Sentences a pronoun looks back; further away it means nobody for sure."""


class Answer(NamedTuple):
    """Who speaks, and the rule that says so; without a speaker, the reason."""

    speaker: str | None
    speaker_rule: str


class Spoken(NamedTuple):
    """Somebody as later pronouns and offices see them.

    Fields:
        start: code point of the mention
        speaker: who it was
        gender: "f", "m" or "" where nothing in the article says
        plural: whether it is a group
        person: whether it is, as far as the mention tells, one person
        role: the office the mention tells, where it is no name
    """

    start: int
    speaker: str
    gender: str = ""
    plural: bool = False
    person: bool = True
    role: Role | None = None


class Asked(NamedTuple):
    """A mention that speaks, as its own words say it.

    Fields:
        mention: its span, form, gender and number
        phrase: its words, without apposition
        role: the office it tells
        naming: the name in it
    """

    mention: Mention
    phrase: Tokens
    role: Role | None
    naming: Naming | None

    @property
    def is_definite(self) -> bool:
        """Whether it means somebody known already: "le ministre", not "un ministre"."""
        return not self.phrase.any_listed(0, 1, "resolution.indefinite")


class Heard(NamedTuple):
    """An article ready for resolution.

    Fields:
        tokens: its tokens, with the text and the language
        mentions: those in the narrator's words, in order
        namings: all that name somebody, in order
        names: the same by their words
        people: full name → its namings, in order
        holders: those that tell an office, by the noun and the class of the office, in order
        expansions: abbreviation → full name
        sentences: their spans
        spoken: spans of the mentions that speak, in order
        genders: full name → gender, as titles, offices and pronouns tell it while the article is read
        said: who has spoken so far, in order
    """

    tokens: Tokens
    mentions: list[Mention]
    namings: list[Naming]
    names: Names
    people: dict[str, list[Naming]]
    holders: dict[str, list[Naming]]
    expansions: dict[str, str]
    sentences: list[Span]
    spoken: list[Span]
    genders: dict[str, str]
    said: list[Spoken]

    @property
    def lexicon(self) -> Lexicon:
        """Its language."""
        return self.tokens.lexicon


def read(text: str, quotes: Sequence[Quote], lexicon: Lexicon) -> Heard:
    """An article ready for resolution.

    Args:
        text: the article.
        quotes: its quotations; what stands between marks names nobody for the narrator.
        lexicon: its language.

    >>> from analysis.text.lexicon import load
    >>> made = read("Le maire Luc Arnel est là. Arnel rit.", [], load("fr"))
    >>> [(name, len(held)) for name, held in made.people.items()], made.genders
    ([('Luc Arnel', 2)], {'Luc Arnel': 'm'})
    """
    tokens, cut = tokenise(text, lexicon), sentences.split(text, lexicon)
    found, spoken = mentions.of(tokens), _sources(quotes)
    named = _with_sources(tokens, spoken, cast.namings(tokens, found, cut))
    contents = sorted(Span(quote.start, quote.end) for quote in quotes if quote.kind != "indirect")
    told = [mention for mention in found if not inside(mention.start, contents)]
    short = abbreviations.find(text)
    made = Heard(tokens, told, named, cast.index(named), {}, {}, short, cut, spoken, {}, [])
    for one in named:
        _note(made, one)
    return made


def _note(heard: Heard, one: Naming) -> None:
    """Keep a naming under its full name, and under the offices it tells."""
    full = full_name(heard, one)
    heard.people.setdefault(full, []).append(one)
    if one.gender:
        heard.genders.setdefault(full, one.gender)
    for key in {key for role in one.roles for key in (role.head, *role.offices)}:
        heard.holders.setdefault(key, []).append(one)


def _sources(quotes: Sequence[Quote]) -> list[Span]:
    """Spans of the mentions that speak, in order."""
    spans = {(quote.source_start, quote.source_end) for quote in quotes}
    return sorted(Span(start, end) for start, end in spans if start is not None and end is not None)


def _with_sources(tokens: Tokens, spoken: Sequence[Span], named: list[Naming]) -> list[Naming]:
    """The namings with those of mentions that speak: the rules may have cut them otherwise."""
    named = [one for one in named if not _swallows(tokens.text, one, spoken)]  # "a Radio Lor Ada Roy"
    starts = {one.start for one in named}
    told = (cast.naming(tokens, Mention(*span, "name"), []) for span in spoken if span.start not in starts)
    return sorted([*named, *filter(None, told)], key=START)


def _swallows(text: str, one: Naming, spoken: Sequence[Span]) -> bool:
    """Whether a name ends with all of a mention that speaks, and begins before it."""
    last = bisect_left(spoken, Span(one.end, 0)) - 1
    start, end = spoken[last] if last >= 0 else Span(one.end, one.end)
    named = text[start:end]
    return one.start < start and end == one.end and " " in named and one.name.endswith(f" {named}")


def full_name(heard: Heard, one: Naming) -> str:
    """The longest form in which the article gives a name; of an abbreviation, the full name with it.

    >>> from analysis.text.lexicon import load
    >>> made = read("Ada Roy est élue. Mme Roy sourit.", [], load("fr"))
    >>> [full_name(made, one) for one in made.namings]
    ['Ada Roy', 'Ada Roy']
    """
    return spelt_out(heard, cast.fuller(one, heard.names).name)


def spelt_out(heard: Heard, name: str) -> str:
    """A name with its abbreviation in brackets, where the article gives both; else the name.

    Args:
        heard: of read().
        name: an abbreviation, or a name that begins with what one stands for.

    >>> from analysis.text.lexicon import load
    >>> made = read("L'Agence des ponts (ADP) attend.", [], load("fr"))
    >>> spelt_out(made, "ADP"), spelt_out(made, "Ada Roy")
    ('Agence des ponts (ADP)', 'Ada Roy')
    """
    for short, full in heard.expansions.items():
        if name == short or name.casefold().startswith(full.casefold()):
            return f"{full} ({short})"
    return name


def ask(heard: Heard, source: str, start: int, form: str) -> Asked:
    """The mention of a source as its words say it; what stands beside it may be an apposition.

    Args:
        heard: of read().
        source: the mention as printed.
        start: where it begins.
        form: its form, as mentions.form() says it.

    >>> from analysis.text.lexicon import load
    >>> asked = ask(read("Ici la ministre, Ada Roy, rit.", [], load("fr")), "la ministre, Ada Roy", 4, "role")
    >>> asked.phrase.text, asked.mention.gender, asked.role.head, asked.naming.name, asked.is_definite
    ('la ministre', 'f', 'ministr', 'Ada Roy', True)
    """
    phrase = tokenise(source.partition(",")[0], heard.lexicon)
    own = mentions.describe(phrase, 0, len(phrase.line))
    role = roles.read(phrase.text, heard.lexicon)
    number = own.number or ("plural" if role and role.plural and form != "name" else "")
    mention = Mention(start, start + len(source), form, "", own.gender, number)
    return Asked(mention, phrase, role, cast.naming(heard.tokens, mention, beside(heard.mentions, mention)))


def agreeing(heard: Heard, mention: Mention) -> Iterator[Spoken]:
    """Who may be meant by a pronoun or a description, by its gender and number; likeliest first.

    Sentence by sentence backwards; in each first who spoke in it, then whom it names, in the order of the
    sentence: what comes first is more often its subject.

    >>> from analysis.text.lexicon import load
    >>> made = read("Jo Blanc entre. Mme Roy voit M. Arnel. Elle rit.", [], load("fr"))
    >>> [one.speaker for one in agreeing(made, made.mentions[-1])]
    ['Roy', 'Jo Blanc']
    """
    for start, end in reversed(preceding(heard.sentences, mention.start, LOOKBACK)):
        stretch = Span(start, min(end, mention.start))
        near = (*reversed(within(heard.said, stretch)), *_named_in(heard, stretch))
        yield from (one for one in near if _agrees(heard, one, mention))


def _agrees(heard: Heard, one: Spoken, mention: Mention) -> bool:
    """Whether gender and number agree; where a language has a pronoun for things, the others mean people."""
    things = _has_pronoun_for_things(heard.lexicon)
    if mention.gender == "n" or (things and mention.gender and not one.person):
        return mention.gender == "n" and not one.person and not one.plural
    number = one.plural == (mention.number == "plural") or not mention.number
    return number and cast.may_agree(one.gender, mention.gender)


@cache
def _has_pronoun_for_things(lexicon: Lexicon) -> bool:
    return any(gender == "n" for gender, _ in lexicon.section("pronouns").values())


def _named_in(heard: Heard, stretch: Span) -> Iterator[Spoken]:
    """The people, offices and groups that a stretch outside quotations mentions, in order."""
    people = {one.start: one for one in within(heard.namings, stretch) if not one.tied}
    for mention in within(heard.mentions, stretch):
        one, plural = people.get(mention.start), mention.number == "plural"
        if one is None and (mention.form == "group" if plural else _is_subject(heard, mention, stretch)):
            phrase = bare(heard.tokens.text[mention.start : mention.end], heard.lexicon)
            yield Spoken(mention.start, phrase, mention.gender, plural, person=not plural)
        elif one and (one.person or (not one.thing and inside(one.start, heard.spoken))):
            full = full_name(heard, one)
            yield Spoken(mention.start, full, heard.genders.get(full, ""))


def _is_subject(heard: Heard, mention: Mention, stretch: Span) -> bool:
    """Whether an office without a name opens a sentence: "Le maire sort", not "Le maire, Ada Roy"."""
    named = following(heard.namings, mention.end)
    apposed = any(cast.COMMA.fullmatch(heard.tokens.text, mention.end, one.start) for one in named)
    return mention.form == "role" and mention.start == stretch.start and not apposed
