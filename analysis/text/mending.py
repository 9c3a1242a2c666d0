"""An article as it is read: as long as printed, without what layout and damage put between its words."""

import re
from functools import cache

from analysis.text import marked_names
from analysis.text.grammar.word_lists import alternatives, words
from analysis.text.lexicon import Lexicon
from analysis.text.wrapping import unwrapped

MARK = "[«»“”„\"‘’'‹›]"
OLD_OPENING = re.compile(r"(?:,,|``)(?<![\w,`]..)(?=\w)")  # ,,Ja"   ``Yes''
EMPHASIS = re.compile(rf"[*_]{{1,3}}(?={MARK})|(?<={MARK})[*_]{{1,3}}")  # **“…”**
NOTE_OPENS = re.compile(r"[\[¹²³⁰⁴-⁹]")
NOTE = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])++")
NOTED = re.compile(r"(?:»|\S[”“\"’'«‹‘])[,.;]?\s?\Z")  # “…,”[1]   »¹
APART = re.compile(r"['’](?:(?<=\s.)|(?=\s))")
"""An apostrophe with a space beside it."""

CLOSED = re.compile(r"[^'’\n]{0,60}['’](?!\w)")
"""What tells that a mark before a word opens a stretch: un 'no' secco, not un 'altra."""

NOTHING = r"(?!)"
LONGEST = 12
"""Code points of the longest word that ends with an apostrophe, lorsqu': bounds cost."""


def mended(text: str, lexicon: Lexicon) -> str:
    """A text as long as before: unwrapped, notes and emphasis at quote marks blank, apostrophes closed up.

    Every offset holds for the text as printed; what stands between two offsets there is the content.

    >>> from analysis.text import lexicon
    >>> mended("**“Oui”** et « non »[1], dit-il de l 'été.", lexicon.load("fr"))
    "  “Oui”   et « non »   , dit-il de l' été."
    """
    text = unwrapped(text)
    if ",," in text or "``" in text:
        text = OLD_OPENING.sub(lambda found: " „" if found.group() == ",," else " “", text)
    if "*" in text or "_" in text:
        text = EMPHASIS.sub(lambda found: " " * len(found.group()), text)
    if NOTE_OPENS.search(text):
        text = NOTE.sub(_blank_note, text)
    text = _unmarked(text, lexicon)
    return _closed_up(text, lexicon) if APART.search(text) else text


def _unmarked(text: str, lexicon: Lexicon) -> str:
    """Spaces for the marks around somebody's name."""
    for start, end in marked_names.spans(text, lexicon):
        text = f"{text[:start]} {text[start + 1 : end - 1]} {text[end:]}"
    return text


def _blank_note(found: re.Match[str]) -> str:
    """Spaces for a note at a quotation mark; any other as it is."""
    note = found.group()
    noted = NOTED.search(found.string[max(0, found.start() - 4) : found.start()])
    return " " * len(note) if noted else note


def _closed_up(text: str, lexicon: Lexicon) -> str:
    """Apostrophes at the word they belong to, the space behind it: `l 'été` → `l' été`, `it 's` → `it's `."""
    heads, tails = _heads(lexicon), _tails(lexicon)
    pieces, done = [], 0
    for found in APART.finditer(text):
        at = found.start()
        left = at - text[at - 1 : at].isspace()
        right = at + 1 + text[at + 1 : at + 2].isspace()
        spaces = text[left:at] + text[at + 1 : right]
        if _elides(text, left, right, heads) and not (right == at + 1 and CLOSED.match(text, right)):
            pieces += [text[done:left], text[at], spaces]
            done = right
        elif text[left - 1 : left].isalnum() and (tail := tails.match(text, right)):
            pieces += [text[done:left], text[at], tail.group(), spaces]
            done = tail.end()
    return "".join([*pieces, text[done:]])


def _elides(text: str, left: int, right: int, heads: re.Pattern[str]) -> bool:
    """Whether an apostrophe follows a word that ends with one, and a word follows it."""
    return text[right : right + 1].isalnum() and heads.search(text[max(0, left - LONGEST) : left]) is not None


@cache
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    """The words that end with an apostrophe, without it: l, qu."""
    listed = words(lexicon, "marks.apostrophes") | words(lexicon, "tokens.proclitics")
    heads = alternatives(word[:-1] for word in listed if word.endswith("'"))
    return re.compile(rf"(?<!\w){heads}\Z" if heads else NOTHING, re.IGNORECASE)


@cache
def _tails(lexicon: Lexicon) -> re.Pattern[str]:
    """What follows the apostrophe of an ending: s, ll, t of n't."""
    listed = words(lexicon, "tokens.enclitics") | words(lexicon, "negative_endings")
    tails = alternatives(word.partition("'")[2] for word in listed if "'" in word)
    return re.compile(rf"{tails}(?!['’]?\w)" if tails else NOTHING, re.IGNORECASE)
