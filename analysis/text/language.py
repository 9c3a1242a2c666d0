"""The language of a text, by two opinions and the letters; where they do not settle it, no answer."""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.text.lexicon import shared

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ = 500
"""Characters that are read: more change no answer and cost time."""

SURE = 0.6
"""py3langid alone is believed from here on. Fitted on 23 languages: .998 of its sentences are right."""

AGREED = 0.2
"""What py3langid must grant a language that langdetect names too."""

FOREIGN = 0.02
"""Share of letters a language does not write that rules it out: a name brings a few, a sentence more."""

ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|<[^>\n]{1,80}>")  # a link, a mail address, a tag
LETTER = re.compile(r"[^\W\d_]")


class Detection(NamedTuple):
    """What language a text is in, and how far to trust it.

    Fields:
        lang: BCP 47 language, "und" where the opinions do not settle it
        lang_prob: the detector's own probability, 0 to 1
        lang_grade: "high" (sure, or two opinions agree), "medium" (one opinion) or "und"
    """

    lang: str
    lang_prob: float | None
    lang_grade: str


UNDETERMINED = Detection("und", None, "und")


def detect(text: str) -> Detection:
    """The language of a text: py3langid, and langdetect, seeded, where py3langid is not sure.

    The policy: languages whose alphabet lacks the text's letters are out; the first of py3langid's ranking is
    believed from a probability of .6, below that only when langdetect names it too. A language langdetect
    does not know stays "medium". Serbian, Croatian and Bosnian in Latin letters are parted by their spelling.

    Args:
        text: any text; its first 500 characters are read. Digits alone, or nothing, are "und".

    Returns:
        The same answer for the same text, whatever was asked before.

    >>> detect("Le président a déclaré que le retrait commencera dans deux jours.")[::2]
    ('fr', 'high')
    >>> detect("12 345")
    Detection(lang='und', lang_prob=None, lang_grade='und')
    """
    sample = ADDRESS.sub(" ", text[: 2 * READ])[:READ]
    letters = Counter(LETTER.findall(sample.lower()))
    if not letters:
        return UNDETERMINED
    ranking = _possible(_identifier().rank(sample), letters)
    if ranking[0][0] in {"hr", "bs", "sr"} and "а" not in letters:
        return _serbo_croatian(sample, ranking)
    return _settle(sample, ranking)


def _possible(ranking: list[tuple[str, float]], letters: Counter[str]) -> list[tuple[str, float]]:
    few = FOREIGN * letters.total()
    foreign = shared("siblings")["foreign"]
    left = [(lang, p) for lang, p in ranking[:8] if sum(letters[c] for c in foreign.get(lang, "")) <= few]
    total = sum(p for _, p in left) or 1.0
    return [(lang, p / total) for lang, p in left] or ranking


def _settle(sample: str, ranking: list[tuple[str, float]]) -> Detection:
    lang, prob = ranking[0]
    known = lang in _known()
    if prob >= SURE:
        return Detection(lang, prob, "high" if known else "medium")
    second = ask_langdetect(sample).lang
    granted = dict(ranking).get(second, 0.0)
    if granted >= AGREED and (second == lang or not known):
        return Detection(second, granted, "high")
    return UNDETERMINED


def _serbo_croatian(sample: str, ranking: list[tuple[str, float]]) -> Detection:
    """Which of the three spells like this; none, when its own words do not outnumber the others'."""
    padded = re.sub(r"\W+", " ", f" {sample.lower()} ")
    counts = [(sum(padded.count(f" {word}") for word in words), lang) for lang, words in _spellings()]
    (most, lang), (next_, _) = sorted(counts, reverse=True)[:2]
    prob = sum(p for other, p in ranking if other in {"hr", "bs", "sr"})
    return Detection(lang, prob, "medium") if most > next_ and prob >= SURE else UNDETERMINED


def _spellings() -> list[tuple[str, list[str]]]:
    return list(shared("siblings")["serbo_croatian"].items())


def ask_langdetect(text: str) -> Detection:
    """The answer of langdetect alone, seeded so that it is the same every time.

    >>> ask_langdetect("The minister said that the talks would go on for two more days.").lang
    'en'
    """
    import langdetect

    langdetect.DetectorFactory.seed = 0
    try:
        best = langdetect.detect_langs(text)[0]
    except langdetect.LangDetectException:  # no letters to judge by
        return UNDETERMINED
    return Detection(best.lang.partition("-")[0], best.prob, "medium")


@cache
def _known() -> frozenset[str]:
    """The languages langdetect has a profile of."""
    from langdetect import detector_factory

    detector_factory.init_factory()
    return frozenset(lang.partition("-")[0] for lang in detector_factory._factory.get_lang_list())


@cache
def _identifier() -> "LanguageIdentifier":
    """An identifier of our own, so that a user's settings of py3langid change no answer, nor ours theirs."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
