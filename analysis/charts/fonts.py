"""Letters that the font of the charts lacks: another installed font has them, or a box stands for them."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text

BOXES = "Last Resort"
"""A font that has a box for every letter: what is drawn where no other font is left."""
SHOWN = 20
"""Letters that a warning lists."""


def fit(figure: "Figure") -> str:
    """Let each text of a figure fall back to installed fonts that have its letters.

    Args:
        figure: laid out, so that all its texts are there.

    Returns:
        The letters that no installed font has; boxes stand for them.

    >>> from matplotlib.figure import Figure
    >>> figure = Figure()
    >>> _ = figure.suptitle("Le Fanal: 3 articles")
    >>> fit(figure)
    ''
    """
    from matplotlib.text import Text

    lacking: set[str] = set()
    for text in figure.findobj(Text):
        lacking |= _fitted(text)
    return "".join(sorted(lacking))


def _fitted(text: "Text") -> set[str]:
    """The letters of one text that no installed font has."""
    families = text.get_fontfamily()
    found = {letter: _font_with(letter) for letter in _lacking(text.get_text(), families)}
    if more := sorted({font for font in found.values() if font}):
        text.set_fontfamily([*families, *more])
    return {letter for letter, font in found.items() if not font}


def _lacking(text: str, families: Iterable[str]) -> set[str]:
    letters = {letter for letter in text if letter not in "\n\r\t"}
    for path in (_paths().get(family) for family in families):
        letters -= {letter for letter in letters if path and ord(letter) in _letters(path)}
    return letters


@cache
def _font_with(letter: str) -> str:
    """The family of an installed font that has a letter, the first by name; nothing where none has."""
    return next((name for name, path in sorted(_paths().items()) if ord(letter) in _letters(path)), "")


@cache
def _paths() -> dict[str, str]:
    """Family → the file of its plainest face."""
    from matplotlib.font_manager import fontManager

    faces = sorted(fontManager.ttflist, key=lambda face: (face.style != "normal", str(face.weight) != "400"))
    return {face.name: face.fname for face in reversed(faces) if not face.name.startswith(BOXES)}


@cache
def _letters(path: str) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    try:
        return frozenset(FT2Font(path).get_charmap())
    except (OSError, RuntimeError):  # a file that is no font, or gone since they were listed
        return frozenset()


def told(letters: str) -> str:
    """What a warning says of the letters that no font has.

    >>> told("\u671d\u65b0")
    'no font here has 2 letters of a chart (朝 新): boxes stand for them. Install one that has them, ...'
    """
    some = " ".join(letter if letter.isprintable() else repr(letter) for letter in letters[:SHOWN])
    said = f"no font here has {len(letters)} letters of a chart ({some}): boxes stand for them."
    return f"{said} Install one that has them, such as Noto Sans of that script"
