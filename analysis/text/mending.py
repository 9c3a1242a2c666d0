"""An article as it is read: as long as printed, without what layout and damage put between its words."""

import re
from functools import cache

from analysis.text.grammar.word_lists import alternatives, words
from analysis.text.lexicon import Lexicon
from analysis.text.wrapping import unwrapped

MARK = "[«»“”„\"‘’'‹›]"
OLD_OPENING = re.compile(r"(?:,,|``)(?<![\w,`]..)(?=\w)")  # ,,Ja"   ``Yes''
EMPHASIS = re.compile(rf"[*_]{{1,3}}(?={MARK})|(?<={MARK})[*_]{{1,3}}")  # **“…”**
NOTE = re.compile(r"(?:(?<=»)|(?<=\S[”“\"’'«‹‘]))([,.;]?\s?)((?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])++)")  # “…,”[1]   »¹
APART = re.compile(r"['’](?:(?<=\s.)|(?=\s))")
"""An apostrophe with a space beside it: without one there is nothing to close up."""

CLOSED = r"[^'’\n]{0,60}['’](?!\w)"
"""What tells that a mark before a word opens a stretch: un 'no' secco, not un 'altra."""


def mended(text: str, lexicon: Lexicon) -> str:
    """A text as long as before: unwrapped, notes and emphasis at quote marks blank, apostrophes closed up.

    Every offset holds for the text as printed; what stands between two offsets there is the content.

    >>> from analysis.text import lexicon
    >>> mended("**“Oui”** et « non »[1], dit-il de l 'été.", lexicon.load("fr"))
    "  “Oui”   et « non »   , dit-il de l' été."
    """
    text = OLD_OPENING.sub(lambda found: " „" if found.group() == ",," else " “", unwrapped(text))
    if "*" in text or "_" in text:
        text = EMPHASIS.sub(lambda found: " " * len(found.group()), text)
    text = NOTE.sub(lambda found: found[1] + " " * len(found[2]), text)
    if APART.search(text):
        for apart, order in _apostrophes(lexicon):
            text = apart.sub(order, text)
    return text


@cache
def _apostrophes(lexicon: Lexicon) -> list[tuple[re.Pattern[str], str]]:
    """Apostrophes with a space beside them, and where it goes: `l 'été` → `l' été`, `it 's` → `it's `."""
    own, spaced = words(lexicon, "marks.apostrophes"), []
    heads = alternatives(w[:-1] for w in own | words(lexicon, "tokens.proclitics") if w.endswith("'"))
    tails = alternatives(
        word.partition("'")[2]
        for word in words(lexicon, "tokens.enclitics") | words(lexicon, "negative_endings")
        if "'" in word
    )
    if heads:
        apart = rf"\b({heads})(?:(\s)(['’])(\s)|()(['’])(\s)|(\s)(['’])()(?!{CLOSED}))(?=\w)"
        spaced.append((re.compile(apart, re.IGNORECASE), r"\1\3\6\9\2\4\5\7\8"))
    if tails:
        apart = rf"(?<=\w)(\s?)(['’])(\s?)(?<!\w\2)({tails})(?!['’]?\w)"
        spaced.append((re.compile(apart, re.IGNORECASE), r"\2\4\1\3"))
    return spaced
