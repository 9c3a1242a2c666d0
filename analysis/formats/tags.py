"""The attributes of a tag, counted as a browser counts them before any parser sees the page."""

import re

MOST_ATTRIBUTES = 1_000  # of a tag; the time that libxml2 takes for them grows with their square
# A name, and the value it may have: HTML Living Standard, 13.2.5.32 "Before attribute name state" and on
ATTRIBUTE = r"""[\s/]*+ [^\s/>] [^\s/>=]*+
    (?: \s*+ = \s*+ (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>]*+ ) )?+"""
RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
# What a browser takes for one piece: a comment, an element whose content is no markup, a tag
PIECE = re.compile(
    rf"""<!-- (?: -?> | .*? (?: --!?> | \Z ))
    | <({RAW}) \b (?P<raw>(?:{ATTRIBUTE})*+) .*? (?=</\1 | \Z)
    | <[a-z] [^\s/>]*+ (?P<tag>(?:{ATTRIBUTE})*+)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
PIECE_OF_XML = re.compile(
    rf"""<!-- .*? (?: --> | \Z ) | <!\[CDATA\[ .*? (?: \]\]> | \Z )
    | <[^\s!?/<>] [^\s/>]*+ (?P<tag>(?:{ATTRIBUTE})*+)""",
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTES = re.compile(ATTRIBUTE, re.VERBOSE)


def check(source: str, piece_of: re.Pattern[str] = PIECE) -> None:
    """Raise a ValueError for a page with a tag of more attributes than are read in time.

    Args:
        source: of the page, decoded; what a browser takes for a comment or a script has no tags in it.
        piece_of: what it consists of, PIECE_OF_XML for a document of XML.

    >>> check("<p " + "a=1 " * 2000 + ">")
    Traceback (most recent call last):
    ...
    ValueError: too large: a tag with more than 1000 attributes
    """
    for piece in piece_of.finditer(source) if len(source) > MOST_ATTRIBUTES else ():
        held = piece[piece.lastgroup] if piece.lastgroup else ""
        if len(held) > MOST_ATTRIBUTES and sum(1 for _ in ATTRIBUTES.finditer(held)) > MOST_ATTRIBUTES:
            raise ValueError(f"too large: a tag with more than {MOST_ATTRIBUTES} attributes")
