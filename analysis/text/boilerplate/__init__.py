"""Lines that are not the article: share buttons, comment forms, teasers, captions of a saved page."""

from analysis.text.boilerplate.lines import Line, find, is_sentence
from analysis.text.boilerplate.phrases import key
from analysis.text.boilerplate.removal import kept, remove, to_raw

__all__ = ["Line", "find", "is_sentence", "kept", "key", "remove", "to_raw"]
