"""The rules of resolution by the form of the mention; each answer carries the name of its rule."""

from collections.abc import Callable, Sequence

from analysis.text.grammar.word_lists import words
from analysis.text.quotes import Quote
from analysis.text.resolve.asked import Answer, Asked, ask
from analysis.text.resolve.descriptions import described
from analysis.text.resolve.heard import Article, Spoken, full_name, spelt_out
from analysis.text.resolve.own_words import bare
from analysis.text.resolve.pronouns import pronoun

BEFORE_CUE = 24
"""Code points in which the word before a cue is looked for."""


def resolve(article: Article, quote: Quote, said: list[Spoken]) -> Answer:
    """Who speaks a quotation; notes it for those that follow.

    Args:
        article: of article.read().
        quote: with or without a source.
        said: who has spoken before; the answer is added to it.

    >>> from analysis.text import lexicon, quotes
    >>> from analysis.text.resolve import heard as article
    >>> text, said = "Ada Roy arrive. « Oui », a dit Roy.", []
    >>> told = quotes.find(text, lexicon.load("fr"))
    >>> resolve(article.read(text, told, lexicon.load("fr")), told[0], said), said[0].speaker
    (Answer(speaker='Ada Roy', speaker_rule='fuller name'), 'Ada Roy')
    """
    if not quote.source or quote.source_start is None:
        return _left_out(article, quote, said)
    asked = ask(article, quote.source, quote.source_start, quote.source_form or "name")
    answer = RULES.get(asked.mention.form, described)(article, asked, said)
    if answer.speaker:
        said.append(_spoken(article, asked, answer.speaker))
    return answer


def _spoken(article: Article, asked: Asked, speaker: str) -> Spoken:
    mention = asked.mention
    gender = article.genders.setdefault(speaker, mention.gender) or mention.gender
    if gender:
        article.genders[speaker] = gender
    thing = asked.naming is not None and asked.naming.thing
    gender = "n" if mention.form == "document" else gender
    person = mention.form in ("name", "role", "pronoun") and not thing
    role = None if mention.form == "name" else asked.role
    return Spoken(mention.start, speaker, gender, mention.number == "plural", person, role)


def _left_out(article: Article, quote: Quote, said: Sequence[Spoken]) -> Answer:
    """A verb without its subject, in a language that drops it: whoever spoke last goes on."""
    drops = article.lexicon.section("grammar").get("pro_drop", False)
    if drops and quote.cue and said and not _impersonal(article, quote):
        return Answer(said[-1].speaker, "subject left out")
    return Answer(None, "no source")


def _impersonal(article: Article, quote: Quote) -> bool:
    """Whether the word before the cue makes it one that nobody says: "se informó", "si apprende"."""
    end = quote.cue_start or 0
    word = article.tokens.text[max(0, end - BEFORE_CUE) : end].split()[-1:]
    return bool(word) and word[0].lower() in words(article.lexicon, "resolution.impersonal")


def named(article: Article, asked: Asked, said: Sequence[Spoken]) -> Answer:
    """A name in its fullest form; of a body the whole phrase: "Société suisse de l'industrie du gaz".

    Args:
        article: of article.read().
        asked: the mention.
        said: who has spoken before it, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard as article
    >>> read = article.read("Ada Roy est là. Roy rit.", [], lexicon.load("fr"))
    >>> named(read, ask(read, "Roy", 16, "name"), [])
    Answer(speaker='Ada Roy', speaker_rule='fuller name')
    """
    naming = asked.naming
    if naming is None or naming.tied:
        return described(article, asked, said)
    if naming.body:
        phrase = bare(asked.phrase, article.lexicon)
        speaker = spelt_out(article, phrase)
        return Answer(speaker, "name" if speaker == phrase else "abbreviation")
    speaker = full_name(article, naming)
    return Answer(speaker, "name" if speaker == naming.name else "fuller name")


RULES: dict[str, Callable[[Article, Asked, Sequence[Spoken]], Answer]] = {
    "name": named,
    "metonym": named,
    "pronoun": pronoun,
}
"""Form of the mention → its rule; other forms are described."""
