"""Abbreviations that an article explains: "l'Organisation mondiale de la santé (OMS)"."""

import re

ABBREVIATED = re.compile(r"\(([A-ZÀ-ÞА-Я][\w.&-]{1,9})\)")  # (OTSC)   (Codeca)
BROKEN = re.compile(r"[.!?;:()\n]")
REACH = 120
"""Code points before the bracket in which the full name is looked for; bounds cost."""


def find(text: str) -> dict[str, str]:
    """Abbreviation → the full name that stands before it.

    Each letter begins a word, or else stands in one and the first letter begins one. The second way, and how
    many words a full name may have, are those of Schwartz & Hearst 2003, "A simple algorithm for identifying
    abbreviation definitions in biomedical text".

    Args:
        text: the article; only two to ten characters in round brackets count, the first a capital.

    >>> find("L’Organisation mondiale de la santé (OMS) a alerté.")
    {'OMS': 'Organisation mondiale de la santé'}
    """
    found = {}
    for short in ABBREVIATED.finditer(text):
        before = text[max(0, short.start() - REACH) : short.start()].rstrip()
        ways = (_spelt_out(short[1], before, starts_only) for starts_only in (True, False))
        if full := next(filter(None, ways), None):
            found[short[1]] = full
    return found


def _spelt_out(short: str, before: str, starts_only: bool) -> str | None:
    """The end of `before` that gives the letters of an abbreviation, in order."""
    low, at = before.lower(), len(before)
    letters = [letter for letter in short.lower() if letter.isalnum()]
    for place, letter in reversed(list(enumerate(letters))):
        at = low.rfind(letter, 0, at)
        while at > 0 and (starts_only or place == 0) and low[at - 1].isalnum():
            at = low.rfind(letter, 0, at)
        if at < 0:
            return None
    full, most = before[at:], min(len(letters) + 5, len(letters) * 2)
    return full if 1 < len(full.split()) <= most and not BROKEN.search(full) else None
