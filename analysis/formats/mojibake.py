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


# The same in the bytes of UTF-8, roughly: Ã Â Ð Ñ, â€, Р С, controls; a text without any is told quickly
SIGNS = re.compile(rb"\xc3(?:[\x82\x83\x90\x91]|\xa2\xe2\x82\xac)|\xd0[\xa0\xa1]|\xc2[\x80-\x9f]")


def _may_be(text: str) -> bool:
    try:
        return SIGNS.search(text.encode()) is not None
    except UnicodeEncodeError:  # half characters
        return True


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
