"""The scores of a text: all measures that its language allows, and why the others are missing."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.text import sentences
from analysis.text.lexicon import Lexicon, shared
from analysis.text.readability import diversity
from analysis.text.readability.counts import Counts, read, symbols_of
from analysis.text.readability.formulas import evaluate, valid_for
from analysis.text.readability.interval import bootstrap
from analysis.text.words import Span

NAN = float("nan")
FEW_WORDS, FEW_SENTENCES = 100, 5
WORD = re.compile(r"[^\W_]")
NO_SPACES = "a language written without spaces between words"
NO_WORDS = "no words"
UNKNOWN = "the language is not known"
HOPELESS = frozenset({NO_SPACES, NO_WORDS})


class Readability(NamedTuple):
    """How hard a text is to read; a measure that does not apply is missing, and `reason` says why.

    Fields:
        part: "whole", or "narration" and "quotations" apart
        lang: the language whose rules and formulas were used
        n_sentences: sentences that have a word
        n_words: words; an elided word is one, so is a number
        n_syllables: syllables, missing for a language without syllable rules
        words_per_sentence: mean length of a sentence in words
        syllables_per_word: mean length of a word in syllables
        lix: words per sentence + % of words of more than six letters; any language, higher is harder
        rix: words of more than six letters per sentence; any language, higher is harder
        mattr: share of different words in a window of 50, 0 to 1
        mtld: words it takes until words repeat, higher is more varied
        formula: the formula in column flesch, by author and year
        flesch: the language's own Flesch formula, higher is easier; never compare it across languages
        flesch_low: lower end of its 95 % interval, sentences resampled
        flesch_high: upper end of it
        lix_low: lower end of the 95 % interval of lix
        lix_high: upper end of it
        flesch_kincaid: school grade, English
        gunning_fog: school grade, English
        smog: school grade, English
        coleman_liau: school grade, English
        ari: school grade, English
        wiener: first Wiener Sachtextformel, school grade, German
        szigriszt: Szigriszt on the INFLESZ scale, higher is easier, Spanish
        gulpease: Gulpease, higher is easier, Italian
        too_short: fewer than 100 words or 5 sentences: the scores say little
        reason: why measures are missing
    """

    part: str
    lang: str | None
    n_sentences: int
    n_words: int
    n_syllables: int | None
    words_per_sentence: float | None = NAN
    syllables_per_word: float | None = NAN
    lix: float | None = NAN
    rix: float | None = NAN
    mattr: float | None = NAN
    mtld: float | None = NAN
    formula: str | None = None
    flesch: float | None = NAN
    flesch_low: float | None = NAN
    flesch_high: float | None = NAN
    lix_low: float | None = NAN
    lix_high: float | None = NAN
    flesch_kincaid: float | None = NAN
    gunning_fog: float | None = NAN
    smog: float | None = NAN
    coleman_liau: float | None = NAN
    ari: float | None = NAN
    wiener: float | None = NAN
    szigriszt: float | None = NAN
    gulpease: float | None = NAN
    too_short: bool = True
    reason: str | None = None


class SentenceScore(NamedTuple):
    """One sentence of a text, for a heat map.

    Fields:
        start: code point where the sentence begins
        end: code point after it
        n_words: its words
        lix: LIX of the sentence alone
        flesch: the language's own Flesch of the sentence alone, NaN where it has none
    """

    start: int
    end: int
    n_words: int
    lix: float
    flesch: float


def score(text: str, lexicon: Lexicon, part: str = "whole", *, interval: bool = False) -> Readability:
    """All measures of a text that its language allows.

    Args:
        text: an article, or one part of it.
        lexicon: of its language; one without formulas leaves LIX, RIX and the counts.
        part: the name of the part, kept in the result.
        interval: add 95 % intervals of flesch and lix, by resampling the sentences.

    >>> from analysis.text.lexicon import load
    >>> easy = score("The cat sat on the mat. It was glad.", load("en"))
    >>> easy.n_words, easy.n_syllables, round(easy.flesch, 1), easy.formula
    (9, 9, 117.7, 'flesch_1948')
    """
    spans = _sentences(text, lexicon)
    tokens, total = read(text, len(spans), lexicon)
    reason = _reason(tokens, lexicon)
    if reason in HOPELESS:
        return Readability(part, lexicon.code, 0, 0, 0, reason=reason)
    varied, lasting = diversity.both(tokens)
    ends = _intervals(text, spans, lexicon) if interval else {}
    return Readability(
        part,
        lexicon.code,
        **_totals(total, lexicon),
        mattr=varied,
        mtld=lasting,
        formula=next((one.name for one in valid_for(lexicon) if one.column == "flesch"), None),
        **(_scores(total, lexicon) | ends),
        too_short=total.words < FEW_WORDS or total.sentences < FEW_SENTENCES,
        reason=reason,
    )


def _sentences(text: str, lexicon: Lexicon) -> list[Span]:
    spans = sentences.split(text, lexicon)
    return [span for span in spans if text[span[0]].isalpha() or WORD.search(text, *span)]


def _reason(tokens: Sequence[object], lexicon: Lexicon) -> str | None:
    """Why measures are missing, None where none is."""
    if lexicon.code in shared("formulas")["unspaced"]:
        return NO_SPACES
    if not tokens:
        return NO_WORDS
    if lexicon.section("formulas"):
        return None
    return UNKNOWN if lexicon.code == "und" else f"no formula was fitted on the language {lexicon.code!r}"


def _totals(total: Counts, lexicon: Lexicon) -> dict[str, Any]:
    syllables = total.syllables if lexicon.section("syllables") else None
    return {
        "n_sentences": total.sentences,
        "n_words": total.words,
        "n_syllables": syllables,
        "words_per_sentence": total.words / total.sentences,
        "syllables_per_word": NAN if syllables is None else syllables / total.words,
    }


def _scores(counts: Counts, lexicon: Lexicon) -> dict[str, Any]:
    values = symbols_of(counts)
    return {formula.column: evaluate(formula, values) for formula in valid_for(lexicon)}


def _intervals(text: str, spans: Sequence[Span], lexicon: Lexicon) -> dict[str, Any]:
    """Both ends of the intervals of lix and, where the language has one, flesch."""
    each = [read(text[start:end], 1, lexicon)[1] for start, end in spans]
    asked = [formula for formula in valid_for(lexicon) if formula.column in {"flesch", "lix"}]
    ends: dict[str, Any] = {}
    for formula in asked:
        low, high = bootstrap(each, formula)
        ends |= {f"{formula.column}_low": low, f"{formula.column}_high": high}
    return ends


def by_sentence(text: str, lexicon: Lexicon) -> list[SentenceScore]:
    """The scores of each sentence alone: what a heat map colours.

    Args:
        text: an article.
        lexicon: of its language.

    Returns:
        One score for each sentence that has a word, in order.

    >>> from analysis.text.lexicon import load
    >>> text = "Il pleut. L'administration pénitentiaire réorganise ses établissements."
    >>> [(one.start, one.n_words, round(one.lix)) for one in by_sentence(text, load("fr"))]
    [(0, 2, 2), (10, 6, 73)]
    """
    return [_of_sentence(text, span, lexicon) for span in _sentences(text, lexicon)]


def _of_sentence(text: str, span: Span, lexicon: Lexicon) -> SentenceScore:
    _, counts = read(text[span.start : span.end], 1, lexicon)
    scores = _scores(counts, lexicon)
    return SentenceScore(*span, counts.words, scores["lix"], scores.get("flesch", NAN))
