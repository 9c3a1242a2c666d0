"""The rules of resolution by the form of the mention; each answer carries the name of its rule."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from analysis.text.grammar.word_lists import switch, words
from analysis.text.quotes import Quote
from analysis.text.resolve.cast import may_agree
from analysis.text.resolve.descriptions import ONE_PERSON, described
from analysis.text.resolve.heard import Answer, Asked, Heard, Spoken, agreeing, ask, full_name, spelt_out
from analysis.text.resolve.names import bare
from analysis.text.resolve.order import preceding

RIGHT_AFTER = re.compile(r"\W{0,2}")
"""What may stand between a name and its relative pronoun."""

NOBODY = (("resolution.impersonal", "impersonal pronoun"), ("resolution.narrator", "narrator"))
"""List of pronouns that mean nobody in the article, and the reason."""


def resolve(heard: Heard, quote: Quote) -> Answer:
    """Who speaks a quotation; notes it for those that follow.

    Args:
        heard: of heard.read().
        quote: with or without a source.

    >>> from analysis.text import lexicon, quotes
    >>> from analysis.text.resolve import heard
    >>> text = "Ada Roy arrive. « Oui », a dit Roy."
    >>> told = quotes.find(text, lexicon.load("fr"))
    >>> read = heard.read(text, told, lexicon.load("fr"))
    >>> resolve(read, told[0]), read.said[0].speaker
    (Answer(speaker='Ada Roy', speaker_rule='fuller name'), 'Ada Roy')
    """
    if not quote.source or quote.source_start is None:
        return _left_out(heard, quote)
    asked = ask(heard, quote.source, quote.source_start, quote.source_form or "name")
    answer = RULES.get(asked.mention.form, described)(heard, asked)
    if answer.speaker:
        heard.said.append(_spoken(heard, asked, answer.speaker))
    return answer


def _spoken(heard: Heard, asked: Asked, speaker: str) -> Spoken:
    """Whoever speaks, for the mentions that follow; keeps the gender that a first mention tells."""
    mention = asked.mention
    gender = heard.genders[speaker] = heard.genders.get(speaker) or mention.gender
    thing = asked.naming is not None and asked.naming.thing
    person = mention.form in ("name", "role", "pronoun") and not thing
    role = None if mention.form == "name" else asked.role
    gender = "n" if mention.form == "document" else gender
    return Spoken(mention.start, speaker, gender, mention.number == "plural", person, role)


def _left_out(heard: Heard, quote: Quote) -> Answer:
    """A verb without its subject, in a language that drops it: whoever spoke last goes on."""
    if switch(heard.lexicon, "pro_drop") and quote.cue_start is not None and heard.said:
        cue = bisect_left(heard.tokens.starts, quote.cue_start)
        if not heard.tokens.any_listed(cue - 1, cue, "resolution.impersonal"):  # "se informó"
            return Answer(heard.said[-1].speaker, "subject left out")
    return Answer(None, "no source")


def named(heard: Heard, asked: Asked) -> Answer:
    """A name in its fullest form; of a body the whole phrase: "Société suisse de l'industrie du gaz".

    Args:
        heard: of heard.read().
        asked: the mention.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard
    >>> read = heard.read("Ada Roy est là. Roy rit.", [], lexicon.load("fr"))
    >>> named(read, ask(read, "Roy", 16, "name"))
    Answer(speaker='Ada Roy', speaker_rule='fuller name')
    """
    naming = asked.naming
    if naming is None or naming.tied:
        return described(heard, asked)
    if naming.body:
        phrase = bare(asked.phrase.text, heard.lexicon)
        speaker = spelt_out(heard, phrase)
        return Answer(speaker, "name" if speaker == phrase else "abbreviation")
    speaker = full_name(heard, naming)
    return Answer(speaker, "name" if speaker == naming.name else "fuller name")


def pronoun(heard: Heard, asked: Asked) -> Answer:
    """Who a pronoun means: the last one before it that agrees in gender and number.

    Args:
        heard: of heard.read().
        asked: the pronoun.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard
    >>> read = heard.read("Ada Roy est élue. Elle rit.", [], lexicon.load("fr"))
    >>> pronoun(read, ask(read, "Elle", 18, "pronoun"))
    Answer(speaker='Ada Roy', speaker_rule='pronoun')
    """
    low = asked.phrase.text.lower().replace("’", "'")
    for name, reason in NOBODY:
        if low in words(heard.lexicon, name):
            return Answer(None, reason)
    if low in words(heard.lexicon, "words.relatives"):
        meant = _antecedent(heard, asked.mention.start)
    else:
        meant = next((one.speaker for one in agreeing(heard, asked.mention)), None)
    return Answer(meant, "pronoun" if meant else "pronoun without antecedent")


def _antecedent(heard: Heard, start: int) -> str | None:
    """Whom a relative pronoun means: the name right before it."""
    near = preceding(heard.namings, start)
    right = [one for one in near if RIGHT_AFTER.fullmatch(heard.tokens.text, one.end, start)]
    return full_name(heard, right[0]) if right else None


RULES: dict[str, Callable[[Heard, Asked], Answer]] = {
    "name": named,
    "metonym": named,
    "pronoun": pronoun,
}
"""Form of the mention → its rule; other forms are described."""


def place(quote: Quote) -> int:
    """The code point where the speaker of a quotation is mentioned, or where it begins.

    >>> told = Quote(2, 5, "Oui", "direct", 0, 1)
    >>> place(told), place(told._replace(source="Roy", source_start=14))
    (2, 14)
    """
    return quote.start if quote.source_start is None else quote.source_start


def named_after(heard: Heard, quotes: Sequence[Quote], answers: Mapping[int, Answer]) -> dict[str, Answer]:
    """Offices whose holder is named by the next who "goes on": "a dit le ministre. … a ajouté Ada Roy".

    Only where the name has not stood before the office, and genders do not contradict.

    Args:
        heard: of heard.read().
        quotes: in the order of their mentions.
        answers: utterance → who speaks it.

    Returns:
        Speaker as resolved so far → who it is.

    >>> from analysis.text import lexicon, quotes
    >>> from analysis.text.resolve import heard
    >>> text, french = "« Oui », a dit le ministre. « Demain », a ajouté Luc Arnel.", lexicon.load("fr")
    >>> told = quotes.find(text, french)
    >>> answers = {0: Answer("ministre", "own words"), 1: Answer("Luc Arnel", "name")}
    >>> named_after(heard.read(text, told, french), told, answers)
    {'ministre': Answer(speaker='Luc Arnel', speaker_rule='named after')}
    """
    continuing = words(heard.lexicon, "resolution.continuing")
    first: dict[str, int] = {}
    found: dict[str, Answer] = {}
    for quote, after in pairwise(quote for quote in quotes if quote.source):
        (office, told), (name, rule) = answers[quote.utterance], answers[after.utterance]
        if office and told == "own words" and quote.source_form in ONE_PERSON:
            first.setdefault(office, place(quote))
        goes_on = not continuing.isdisjoint((after.cue or "").lower().split())
        if goes_on and office in first and name in heard.people and rule in ("name", "fuller name"):
            agree = may_agree(heard.genders.get(office, ""), heard.genders.get(name, ""))
            if agree and heard.people[name][0].start > first[office]:
                found[office] = Answer(name, "named after")
    return found
