"""Text that was decoded with the wrong encoding somewhere before it came to us."""

import re

import ftfy

from analysis.formats import cells
from analysis.text import words

# What UTF-8 leaves when read as Windows-1252 ("Ã©", "â€™") or Windows-1251 ("РїСЂРё"), and stray controls
SUSPECT = re.compile(
    r"""[ÃÂÐÑâРС\u0080-\u009f]  # one class first: a text without any of these is passed over quickly
    (?: (?<= [ÃÂÐÑ] ) [\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]
      | (?<= â ) €
      | (?<= [РС] ) \S (?: [РС]\S ){3}
      | (?<= [\u0080-\u009f] ) )""",
    re.VERBOSE,
)
REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,  # straight quotes would hide who speaks
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


# The first byte of each in UTF-8, then each of them alone, to tell the many sound texts quickly: a search for
# one byte or one letter is ten times faster
SIGNS = {b"\xc2": [*map(chr, range(0x80, 0xA0))], b"\xc3": ["â€", *"ÃÂÐÑ"], b"\xd0": [*"РС"]}


def _may_be(text: str) -> bool:
    try:
        raw = text.encode()
    except UnicodeEncodeError:  # half characters
        return True
    return any(lead in raw and any(sign in text for sign in signs) for lead, signs in SIGNS.items())


def repair(text: str | None) -> tuple[str | None, str | None]:
    """A text with its mojibake repaired, quotes and ligatures left as they are, and what was done to it.

    Args:
        text: any text, or None, which is handed back.

    >>> repair("L’Ã©tÃ©"), repair("L’été « ﬁni »")
    (('L’été', 'encoding: mojibake repaired'), ('L’été « ﬁni »', None))
    """
    if text is None or text.isascii():
        return text, None
    if not _may_be(text):
        return text, None
    whole = cells.whole(text)
    if whole == text and not SUSPECT.search(whole):
        return text, None
    fixed = words.normalise(ftfy.fix_text(whole, REPAIR))
    if fixed == text:
        return text, None
    return fixed, "encoding: mojibake repaired" if fixed != whole else "encoding: half characters"
