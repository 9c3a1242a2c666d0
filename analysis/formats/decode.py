"""Bytes to text."""

import re

from analysis.text import words

SURROGATES = re.compile("[\ud800-\udfff]")


def decode(raw: bytes) -> tuple[str, str | None]:
    """The text of bytes, normalised, and what was wrong with them."""
    try:
        return words.normalise(raw.decode("utf-8-sig")), None
    except UnicodeDecodeError as error:
        return words.normalise(raw.decode("utf-8-sig", "replace")), f"encoding: not UTF-8 at byte {error.start}"
