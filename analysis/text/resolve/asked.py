"""A mention that speaks, as its own words say it, and the answer who it is."""

from typing import NamedTuple

from analysis.text import mentions
from analysis.text.grammar.tokens import Tokens, tokenise
from analysis.text.mentions import Mention
from analysis.text.resolve import cast, roles
from analysis.text.resolve.cast import Naming
from analysis.text.resolve.heard import Heard
from analysis.text.resolve.roles import Role


class Answer(NamedTuple):
    """Who speaks, and the rule that says so; without a speaker, the reason."""

    speaker: str | None
    speaker_rule: str


class Asked(NamedTuple):
    """A mention that speaks.

    Fields:
        mention: its span, form, gender and number
        phrase: its words, without apposition
        role: the office it tells
        naming: the name in it
    """

    mention: Mention
    phrase: Tokens
    role: Role | None
    naming: Naming | None

    @property
    def is_definite(self) -> bool:
        """Whether it means somebody known already: "le ministre", not "un ministre"."""
        return not self.phrase.any_listed(0, 1, "resolution.indefinite")


def ask(heard: Heard, source: str, start: int, form: str) -> Asked:
    """The mention of a source as its words say it; what stands beside it may be an apposition.

    Args:
        heard: of heard.read().
        source: the mention as printed.
        start: where it begins.
        form: its form, as mentions.form() says it.

    >>> from analysis.text import lexicon
    >>> from analysis.text.resolve import heard
    >>> read = heard.read("Ici la ministre, Ada Roy, rit.", [], lexicon.load("fr"))
    >>> asked = ask(read, "la ministre, Ada Roy", 4, "role")
    >>> asked.phrase.text, asked.mention.gender, asked.role.head, asked.naming.name, asked.is_definite
    ('la ministre', 'f', 'ministr', 'Ada Roy', True)
    """
    phrase = tokenise(source.partition(",")[0], heard.lexicon)
    own = mentions.describe(phrase, 0, len(phrase.line))
    role = roles.read(phrase.text, heard.lexicon)
    number = own.number or ("plural" if role and role.plural and form != "name" else "")
    mention = Mention(start, start + len(source), form, "", own.gender, number)
    return Asked(mention, phrase, role, cast.naming(heard.tokens, mention, heard.mentions))
