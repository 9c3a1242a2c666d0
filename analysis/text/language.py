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

AGREED = 0.25
"""What py3langid must grant a language that langdetect names too. Fitted on the same: 9 of 10 are right."""

FEW = 15
"""Letters below which two opinions that agree are no answer: on names they agree by chance."""

FOREIGN = 0.02
"""Share of letters a language does not write that rules it out: a name brings a few, a sentence more."""

# A link, a mail address, a tag; an address is looked for where a word begins, not at each of its letters.
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<![^\s>])\S+@\S+\.\w+|<[^>\n]{1,80}>")
PARAGRAPH = re.compile(r"\S.*")
LETTER = re.compile(r"[^\W\d_]")


class Detection(NamedTuple):
    """What language a text is in, and how far to trust it.

    Fields:
        lang: BCP 47 language, "und" where the opinions do not settle it
        lang_prob: the detector's own probability, 0 to 1
        lang_grade: "high" (sure), "medium" (two opinions that agree, or one of a language langdetect does not
            know) or "und"
    """

    lang: str
    lang_prob: float | None
    lang_grade: str


SPELLINGS = ("ekavian", "ijekavian", "bosnian")
UNDETERMINED = Detection("und", None, "und")


def detect(text: str) -> Detection:
    """The language of a text: py3langid, and langdetect, seeded, where py3langid is not sure.

    The policy: languages whose alphabet lacks the text's letters are out; the first of py3langid's ranking is
    believed from a probability of .6, below that only when langdetect names it too, and then "medium". A
    language langdetect does not know stays "medium" too. Serbian, Croatian and Bosnian in Latin letters are
    parted by their spelling.

    Args:
        text: any text; its first 500 characters are read. Digits alone, or nothing, are "und".

    Returns:
        The same answer for the same text, whatever was asked before.

    >>> detect("Le président a déclaré que le retrait commencera dans deux jours.")[::2]
    ('fr', 'high')
    >>> detect("12 345")
    Detection(lang='und', lang_prob=None, lang_grade='und')
    """
    plain = ADDRESS.sub(" ", text[: 4 * READ])
    sample = plain[:READ]
    letters = Counter(LETTER.findall(sample.lower()))
    if not letters:
        return UNDETERMINED
    ranking = _possible(_identifier().rank(sample), letters)
    if ranking[0][0] in _by_spelling().values() and "а" not in letters:
        return _serbo_croatian(plain, ranking)
    return _settle(sample, ranking, letters.total())


class Stretch(NamedTuple):
    """One paragraph of an article and its language.

    Fields:
        start: code point where the paragraph begins
        end: code point after it
        lang: BCP 47 language, "und" where the opinions do not settle it, as in short paragraphs
        lang_prob: the detector's own probability, 0 to 1
        lang_grade: "high", "medium" or "und"
    """

    start: int
    end: int
    lang: str
    lang_prob: float | None
    lang_grade: str


def by_paragraph(text: str) -> list[Stretch]:
    r"""The language of each paragraph: where an article mixes languages, this shows it.

    Args:
        text: an article; a line is a paragraph.

    >>> mixed = "Le maire est parti hier soir.\nThe mayor left the town last night."
    >>> [(one.start, one.lang) for one in by_paragraph(mixed)]
    [(0, 'fr'), (30, 'en')]
    """
    paragraphs = list(PARAGRAPH.finditer(text))
    answers = {
        words: detect(words) for words in {one.group() for one in paragraphs}
    }  # one that returns is asked once
    return [Stretch(one.start(), one.end(), *answers[one.group()]) for one in paragraphs]


def _possible(ranking: list[tuple[str, float]], letters: Counter[str]) -> list[tuple[str, float]]:
    few = FOREIGN * letters.total()
    foreign = shared("siblings")["foreign"]
    left = [(lang, p) for lang, p in ranking[:8] if sum(letters[c] for c in foreign.get(lang, "")) <= few]
    total = sum(p for _, p in left) or 1.0
    return [(lang, p / total) for lang, p in left] or ranking


def _settle(sample: str, ranking: list[tuple[str, float]], n_letters: int) -> Detection:
    lang, prob = ranking[0]
    known = lang in shared("siblings")["langdetect"]["languages"]
    if prob >= SURE:
        return Detection(lang, prob, "high" if known else "medium")
    if n_letters < FEW or prob < AGREED:  # what langdetect might say would settle nothing
        return UNDETERMINED
    second = ask_langdetect(sample).lang
    granted = dict(ranking).get(second, 0.0)
    if granted >= AGREED and (second == lang or not known):
        return Detection(second, granted, "medium")
    return UNDETERMINED


def _serbo_croatian(text: str, ranking: list[tuple[str, float]]) -> Detection:
    """Which of the three spells like this; none where its marks do not outnumber the others'."""
    ekavian, ijekavian, bosnian = (len(marks.findall(text.lower())) for marks in _spellings())
    known = _by_spelling()
    prob = sum(p for lang, p in ranking if lang in known.values())
    if ekavian == ijekavian or prob < SURE:
        return UNDETERMINED
    western = known["bosnian" if bosnian > 1 and bosnian * 4 > ijekavian else "ijekavian"]
    return Detection(known["ekavian"] if ekavian > ijekavian else western, prob, "medium")


def _by_spelling() -> dict[str, str]:
    """Spelling → the language that spells so."""
    found: dict[str, str] = shared("siblings")["serbo_croatian"]["languages"]
    return found


@cache
def _spellings() -> tuple[re.Pattern[str], ...]:
    """What marks a text as ekavian, as ijekavian, and among those as Bosnian."""
    table = shared("siblings")["serbo_croatian"]
    words = {name: [re.sub(" $", r"\\b", word) for word in table[name]] for name in SPELLINGS}
    patterns = {name: table.get(f"{name}_patterns", []) for name in SPELLINGS}
    return tuple(
        re.compile("|".join([rf"\b(?:{'|'.join(words[name])})", *patterns[name]])) for name in SPELLINGS
    )


def ask_langdetect(text: str) -> Detection:
    """The answer of langdetect alone, seeded so that it is the same every time.

    Args:
        text: any text; all of it is read.

    Returns:
        "und" where there are no letters; no grade above "medium", for it is sure of what it cannot know.

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
def _identifier() -> "LanguageIdentifier":
    """An identifier of our own, so that a user's settings of py3langid change no answer, nor ours theirs."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
