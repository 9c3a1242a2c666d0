"""What resolution reads of an article, made once: its mentions, names, sentences, and who has spoken so far."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.text import mentions, sentences
from analysis.text.lexicon import Lexicon
from analysis.text.mentions import Mention
from analysis.text.quotes import Quote
from analysis.text.resolve import abbreviations, cast
from analysis.text.resolve.cast import Naming
from analysis.text.resolve.roles import Role
from analysis.text.words import Span, overlap


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


class Article(NamedTuple):
    """An article ready for resolution.

    Fields:
        text: the article
        lexicon: its language
        mentions: those in the narrator's words, in order
        namings: all that name somebody, in order
        expansions: abbreviation → full name
        sentences: their spans
        spoken: spans of the mentions that speak
        genders: full name → gender, as titles, offices and pronouns tell it while the article is read
    """

    text: str
    lexicon: Lexicon
    mentions: list[Mention]
    namings: list[Naming]
    expansions: dict[str, str]
    sentences: list[Span]
    spoken: list[Span]
    genders: dict[str, str]


def read(text: str, quotes: Sequence[Quote], lexicon: Lexicon) -> Article:
    """An article ready for resolution.

    Args:
        text: the article.
        quotes: its quotations; what stands between marks names nobody for the narrator.
        lexicon: its language.
    """
    found, cut = mentions.find(text, lexicon), sentences.split(text, lexicon)
    named = _with_sources(text, quotes, cast.namings(text, found, cut, lexicon), lexicon)
    genders = {cast.fuller(naming, named).name: naming.gender for naming in named if naming.gender}
    contents = [Span(quote.start, quote.end) for quote in quotes if quote.kind != "indirect"]
    outside = [mention for mention in found if not any(overlap(mention[:2], content) for content in contents)]
    spoken = [
        Span(quote.source_start, quote.source_end)
        for quote in quotes
        if quote.source_start is not None and quote.source_end is not None
    ]
    return Article(text, lexicon, outside, named, abbreviations.find(text), cut, spoken, genders)


def _with_sources(
    text: str, quotes: Sequence[Quote], named: list[Naming], lexicon: Lexicon
) -> list[Naming]:
    """The namings with those of mentions that speak: rules may have read them otherwise."""
    starts = {one.start for one in named}
    sources = {(q.source_start, q.source_end) for q in quotes if q.source_form != "pronoun"}
    told = [Mention(start, end, "name") for start, end in sources if start is not None and end is not None]
    added = [cast.naming(text, mention, [], lexicon) for mention in told if mention.start not in starts]
    return sorted([*named, *(one for one in added if one)])


def place(quote: Quote) -> int:
    """Where the speaker of a quotation is mentioned, or where it begins."""
    return quote.start if quote.source_start is None else quote.source_start


def is_person(article: Article, naming: Naming) -> bool:
    """Whether a name is likely a person's, as far as the article tells."""
    return cast.is_person(naming, article.text, article.lexicon)


def full_name(article: Article, naming: Naming) -> str:
    """The longest form in which the article gives a name; of an abbreviation, the full name with it."""
    name = cast.fuller(naming, article.namings).name
    return spelt_out(article, name)


def spelt_out(article: Article, name: str) -> str:
    """A name with its abbreviation in brackets, where the article gives both; else the name."""
    for short, full in article.expansions.items():
        if name == short or name.casefold().startswith(full.casefold()):
            return f"{full} ({short})"
    return name


def before(article: Article, at: int, said: Sequence[Spoken]) -> Iterator[Spoken]:
    """Who may be meant by a pronoun, likeliest first: sentence by sentence backwards.

    In each sentence first who spoke in it, then whom it names, in the order of the sentence: what comes first
    is more often its subject.

    Args:
        article: of read().
        at: code point of the pronoun.
        said: who has spoken before it.
    """
    for start, end in reversed([sentence for sentence in article.sentences if sentence.start < at]):
        stretch = Span(start, min(end, at))
        yield from (one for one in reversed(said) if stretch.start <= one.start < stretch.end)
        yield from _named_in(article, stretch)


def _named_in(article: Article, stretch: Span) -> Iterator[Spoken]:
    """The people, offices and groups that a stretch outside quotations mentions, in order."""
    starts = {mention.start: mention for mention in article.mentions if stretch.start <= mention.start < stretch.end}
    people = {naming.start: naming for naming in article.namings if naming.start in starts}
    for start, mention in starts.items():
        phrase = cast.bare(article.text[start : mention.end], article.lexicon)
        if start in people and not people[start].tied:
            naming = people[start]
            if is_person(article, naming) or _speaks(article, naming):
                name = cast.fuller(naming, article.namings).name
                yield Spoken(start, name, article.genders.get(name, ""))
        elif mention.form == "group" and mention.number == "plural":
            yield Spoken(start, phrase, mention.gender, plural=True, person=False)
        elif mention.form == "role" and start == stretch.start and mention.number != "plural":
            yield Spoken(start, phrase, mention.gender)


def _speaks(article: Article, naming: Naming) -> bool:
    return any(start <= naming.start < end for start, end in article.spoken)
