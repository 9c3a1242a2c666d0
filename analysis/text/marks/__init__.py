"""Quote marks, paired and repaired paragraph by paragraph."""

from analysis.text.marks.glyphs import turns
from analysis.text.marks.pairing import Marked, outer, pair

__all__ = ["Marked", "outer", "pair", "turns"]
