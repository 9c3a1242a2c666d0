"""The phrases by which an article describes somebody who speaks, the nearest to the quotation first."""

import re
from collections.abc import Iterator

from analysis.text.grammar.classes import COMMA, DETERMINER, RELATIVE, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Tokens, tokenise
from analysis.text.lexicon import Lexicon
from analysis.text.quotes import Quote
from analysis.text.resolve.names import ties_of

APPOSITION = re.compile(r"\s*,\s*([^,.;:!?«»“”\"()\n—–]{3,120})")
"""What stands after a comma, up to the next sign; how long it may be bounds cost."""

CLAUSE = pattern("ANY{0,2} AUXILIARY")
"""What has a verb among its first three words is no apposition."""

OPENS_PHRASE = any_of("DETERMINER NOUN NUMBER")
PHRASE = pattern("(DETERMINER | NOUN | NUMBER | PREPOSITION)+")
FIRST_PLACES = 3
"""Where a name is looked for: at its first three places."""

WINDOW = 90
"""Code points before a name that may hold title and office; bounds cost."""


def of(text: str, own: list[Quote], lexicon: Lexicon) -> list[Tokens]:
    """The phrases that describe a speaker, as tokens.

    Args:
        text: the article.
        own: the speaker's quotations.
        lexicon: the article's language.

    >>> from analysis.text.lexicon import load
    >>> text = "Ada Roy, maire de Lor, arrive. « Oui », a dit Roy."
    >>> told = Quote(33, 36, "Oui", "direct", 0, 1, source="Roy", source_start=46, source_end=49)
    >>> told = told._replace(speaker="Ada Roy")
    >>> [phrase.text for phrase in of(text, [told], load("fr"))]
    ['Roy', 'maire de Lor']
    """
    spoken = [quote for quote in own if quote.source and quote.source_form != "pronoun"]
    found = [quote.source for quote in spoken if quote.source]
    found += [beside for quote in spoken for beside in _apposed(text, quote.source_end or 0, lexicon)]
    found += _around_name(text, own[0].speaker or "", lexicon)
    return [tokenise(phrase, lexicon) for phrase in dict.fromkeys(found) if phrase.strip()]


def _apposed(text: str, end: int, lexicon: Lexicon) -> Iterator[str]:
    """What follows a mention between commas, where it begins as a noun phrase does."""
    found = APPOSITION.match(text, end)
    if found and _is_apposition(tokenise(found[1], lexicon)):
        yield found[1].strip()


def _is_apposition(tokens: Tokens) -> bool:
    """Whether words after a comma begin as a noun phrase does, or say of what body somebody is or is head."""
    if tokens.line[:1] == RELATIVE:
        return tokens.any_listed(1, 3, "resolution.leading")  # "qui préside le syndicat"
    if not tokens.line or CLAUSE.skip(tokens.line, 0, len(tokens.line)):
        return False
    if tokens.lows[0] in ties_of(tokens.lexicon):
        return tokens.listed(0, "resolution.members")
    return tokens.line[0] in OPENS_PHRASE


def _around_name(text: str, name: str, lexicon: Lexicon) -> list[str]:
    """Title and apposition where the name stands first."""
    found: list[str] = []
    at = text.find(name) if name[:1].isupper() else -1
    for _ in range(FIRST_PLACES):
        if at >= 0:
            found += [_before(text, at, lexicon), *_apposed(text, at + len(name), lexicon)]
            at = text.find(name, at + len(name))
    return found


def _before(text: str, at: int, lexicon: Lexicon) -> str:
    """The noun phrase right before a name, or before the comma before it: "le maire Roy", "la maire, Roy"."""
    tokens = tokenise(text[max(0, at - WINDOW) : at], lexicon)
    parted = tokens.line[-1:] == COMMA
    last = len(tokens.line) - parted
    first = PHRASE.skip_back(tokens.line, last, 0)
    return "" if parted and tokens.line[first] != DETERMINER else tokens.printed(first, last)
