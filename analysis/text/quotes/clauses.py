"""Rules for reported clauses."""

from collections.abc import Iterator

from analysis.text.quotes.candidates import Candidate
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.sentence import Sentence, clause_end, subject


def that(sentence: Sentence) -> Iterator[Candidate]:
    """A clause opened by a complementiser.

    fr: Il a noté que le pays va bien. en: He said that the country was well.
    """
    reading = sentence.reading
    for cue in sentence.cues:
        opening = next((at for at in range(cue.last, min(cue.last + 12, sentence.last)) if reading.tags[at] in "k.;:<>"), None)
        if opening is None or reading.tags[opening] != "k" or (source := subject(sentence, cue)) is None:
            continue
        end = clause_end(sentence, opening)
        if end > opening + 2:
            span = reading.span(opening, end)
            yield Candidate(span.start, span.end, _kind(reading, opening, end), "that", cue, source)


def _kind(reading: Reading, first: int, last: int) -> str:
    """Indirect, or mixed where some of the clause stands between marks."""
    return "mixed" if any(number >= 0 for number in reading.inside[first:last]) else "indirect"
