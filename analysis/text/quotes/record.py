"""Quotations: a rule yields content, cue and source together."""

import re
from typing import NamedTuple

CLOSING = re.compile(r"\s?[»”“\"]")


class Quote(NamedTuple):
    """One contiguous stretch of reported speech.

    Fields:
        start: code point in the article's text where the content begins, the marks around it excluded
        end: code point after the content
        quote: the content, `text[start:end]`
        kind: direct (marked), mixed (marked words inside a reported clause) or indirect
        utterance: number of the utterance in its article; parts of an interrupted one share it
        n_words: words in this stretch
        cue: the reporting word as printed
        cue_start: code point where the cue begins
        cue_end: code point after the cue
        stance: class of the cue: neutral, assertive, hedging_distancing, factive, challenge, concede,
            directive_commissive or expressive
        polarity: "negated" where the reporting itself is denied
        mood: "hearsay" where the report is kept at a distance ("is said to have said"), "hypothetical" where
            nobody has said it yet ("if she says", "may say")
        source: the mention that speaks, as printed
        source_start: code point where the mention begins
        source_end: code point after the mention
        source_form: name, role, pronoun, group, metonym, document or none
        rule: the rule that found and attributed it
        speaker: the mention resolved within the article; of several who speak together, the first
        speaker_rule: the rule that resolved it, or why none could
        named_status: named_person, named_institution, role_only, collective_unnamed, anonymous_explicit
            or impersonal
        anonymity: from 0, impersonal, to 5, named
        source_type: a type of source_types.toml; "unspecified" rather than knowledge of the world
        type_cue: the words that told the type
        country: ISO 3166-1 alpha-2, from the article's own words
        via: through whom it came ("told Reuters")
        speakers: all who speak the utterance, as a JSON list: `["Ada Roy", "Jan Lind"]`
    """

    start: int
    end: int
    quote: str
    kind: str
    utterance: int
    n_words: int
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    stance: str | None = None
    polarity: str | None = None
    mood: str | None = None
    source: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    source_form: str | None = None
    rule: str | None = None
    speaker: str | None = None
    speaker_rule: str | None = None
    named_status: str | None = None
    anonymity: int | None = None
    source_type: str | None = None
    type_cue: str | None = None
    country: str | None = None
    via: str | None = None
    speakers: str | None = None


def as_printed(quote: Quote, text: str) -> Quote:
    r"""A quotation of a text that was read unwrapped and mended, with its words as the article prints them.

    >>> as_printed(Quote(0, 9, "The ferry", "direct", 0, 2), "The\nferry is late").quote
    'The\nferry'
    """
    source, end = None, quote.source_end
    if quote.source_start is not None and end is not None:
        end = _closed(text, quote.source_start, end)
        source = text[quote.source_start : end]
    cue = None if quote.cue_start is None else text[quote.cue_start : quote.cue_end]
    return quote._replace(quote=text[quote.start : quote.end], cue=cue, source=source, source_end=end)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a mention, after the mark that closes one it holds: `the baker “Ada Roy | ”`."""
    closing = CLOSING.match(text, end)
    opened = re.search(r"[«“„\"][^«»“”„\"]*\Z", text[start:end])
    return closing.end() if closing and opened else end
