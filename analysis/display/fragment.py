"""HTML that a notebook shows: nothing in it acts, and its dollars are money."""

from html import escape
from typing import NamedTuple

from analysis.wording import say

PLAIN = "tex2jax_ignore mathjax_ignore"
"""Classes that keep a page's dollars from being typeset as mathematics."""


class Marked(NamedTuple):
    """HTML that shows itself in a notebook.

    Fields:
        html: a fragment to put into a page; everything in it that we did not write is escaped.
    """

    html: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.html}


def answer(key: str, locale: str, **values: object) -> Marked:
    """A sentence of a locale's file filled in with what was computed, as the answer of its notebook.

    Args:
        key: the sentence's place in the file, `"answers.sources"`.
        values: what it says, under the names it uses.

    >>> answer("answers.none", "en").html
    '<p class="tex2jax_ignore mathjax_ignore" style="font-size:1.2em;...">No article is left.</p>'
    """
    said = escape(say(key, locale, **values))
    return Marked(f'<p class="{PLAIN}" style="font-size:1.2em;font-weight:bold">{said}</p>')
