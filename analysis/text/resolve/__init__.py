"""Who speaks: the mention of each quotation resolved within its article, never from world knowledge."""

from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote
from analysis.text.resolve import heard, rules, together
from analysis.text.resolve.heard import Answer

__all__ = ["speakers"]


def speakers(text: str, quotes: list[Quote], lexicon: Lexicon) -> list[Quote]:
    """The quotations with `speaker` and `speaker_rule`: the mention resolved, or the reason why it is not.

    Parts of one utterance share the speaker; of several who speak together each is resolved, in `speakers`.
    A mention that nobody in the article is named for speaks for itself ("autorités kazakhes"); a quotation
    without a mention stays without a speaker.

    Args:
        text: the article.
        quotes: its quotations, with their sources.
        lexicon: its language: `[roles]`, `[resolution]`, `[pronouns]`.

    >>> from analysis.text.lexicon import load
    >>> text = "Le président kazakh Ada Roy est là. « Oui », a dit le chef de l'État."
    >>> told = Quote(38, 41, "Oui", "direct", 0, 1, cue="a dit", source="le chef de l'État",
    ...              source_start=51, source_end=68, source_form="role")
    >>> [(q.speaker, q.speaker_rule) for q in speakers(text, [told], load("fr"))]
    [('Ada Roy', 'office')]
    """
    if not quotes:
        return []
    read = heard.read(text, quotes, lexicon)
    ordered = sorted(quotes, key=rules.place)
    told: dict[int, list[Answer]] = {}
    for quote in ordered:
        if quote.utterance not in told or told[quote.utterance][0].speaker is None:
            told[quote.utterance] = together.resolve(read, quote)
    holders = rules.named_after(read, ordered, {number: each[0] for number, each in told.items()})
    final = {
        number: [holders.get(answer.speaker or "", answer) for answer in each]
        for number, each in told.items()
    }
    return [
        quote._replace(
            **final[quote.utterance][0]._asdict(), speakers=together.listed(final[quote.utterance])
        )
        for quote in quotes
    ]
