"""Tokens: one cut of the text into words and signs, each with the class its language file gives it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis.text.grammar.classes import (
    BE,
    DETERMINER,
    ENCLITIC,
    FILLED,
    HAVE,
    MODAL,
    NAME,
    PREPOSITION,
    PUNCTUATION,
    WORD,
    any_of,
    shape,
)
from analysis.text.grammar.conjugation import verbs
from analysis.text.grammar.word_lists import alternatives, endings, words
from analysis.text.lexicon import Lexicon, shared
from analysis.text.words import Span

LETTER = r"[^\W\d_]"
GLUED, GLUE = re.compile(r"\.(?<=[^\W\d_]{3}\.)(?=[A-ZÀ-ÞА-Я](?:[a-zà-ÿа-я]|['’ ][^\W\d_]))"), "。"
"""A full stop between sentences that are glued together, and the one that no word has in it: l'AFP.Dans."""

BEFORE_NAME = any_of("WORD PREPOSITION NUMBER")
APART_FROM = [NAME, NAME, NAME]
"""An agency, and the first and last name of who speaks to it."""
MAY_OPEN_NAME = any_of("OBJECT BE")
PERHAPS_NAMES = any_of("MODAL BE")
APART, DAY = any_of("COMMA BRACKET"), any_of("NUMBER")

Stretch = tuple[int, int]
"""First and last (exclusive) token of a stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text.

    Args:
        text: the text.
        lexicon: its language.
        starts: code point where each token begins.
        ends: code point after each token.
        lows: each token in lower case, its apostrophe straight.
        line: the letter of each token's class, see `classes`.
    """

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    lows: list[str]
    line: str

    def span(self, first: int, last: int) -> Span:
        """The code points of the tokens from `first` up to, not including, `last`; of `-il`, the pronoun."""
        start = self.starts[first]
        if self.line[first] == ENCLITIC:
            start += self.text[start : self.ends[first]].rfind("-") + 1
        return Span(start, self.ends[last - 1])

    def printed(self, first: int, last: int) -> str:
        """The text of a stretch of tokens, as it stands there."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def listed(self, at: int, name: str) -> bool:
        """Whether a token is a word of a list of the language file, as `word_lists.words` names it."""
        return self.lows[at] in words(self.lexicon, name)

    def any_listed(self, first: int, last: int, name: str) -> bool:
        """Whether a stretch holds a word of a list of the language file."""
        return not words(self.lexicon, name).isdisjoint(self.lows[first:last])

    def ends_as(self, at: int, name: str) -> bool:
        """Whether a token has one of the endings of a list of the language file."""
        return self.lows[at].endswith(endings(self.lexicon, name))

    def is_capital(self, at: int) -> bool:
        """Whether a token is printed with a capital."""
        return self.text[self.starts[at]].isupper()


def lowered(word: str) -> str:
    """A word as the language files write it: in lower case, its apostrophe straight."""
    return word.lower().replace("’", "'")


@lru_cache(maxsize=256)
def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """The tokens of a text; the next to ask for the same text gets the same ones, so nobody may change them.

    Args:
        text: any text.
        lexicon: its language; `[words]` gives the classes, `[tokens]` what is cut off a word.

    >>> from analysis.text import lexicon
    >>> tokenise("Oui, dit-elle.", lexicon.load("fr")).line
    'A,we.'
    """
    small = _in_small_letters(GLUED.sub(GLUE, text))
    found = [m.span() for m in cutting(lexicon).finditer(small)]
    straight = small.replace("’", "'")
    lows = [straight[start:end] for start, end in found]
    starts, ends = [start for start, _ in found], [end for _, end in found]
    return Tokens(text, lexicon, starts, ends, lows, _line(text, starts, lows, lexicon))


def _in_small_letters(text: str) -> str:
    """A text in lower case, letter by letter where its length would change: `İ`."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def cut(phrase: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The tokens of a phrase of the language file, lowered; of `fait savoir qu'` the last one stays elided.

    >>> from analysis.text import lexicon
    >>> cut("d'après", lexicon.load("fr")), cut("according to", lexicon.load("en"))
    (("d'", 'après'), ('according', 'to'))
    """
    elided = phrase.endswith("'")
    found = cutting(lexicon).findall(lowered(f"{phrase}x" if elided else phrase))
    return tuple(found[:-1] if elided else found)


@cache
def cutting(lexicon: Lexicon) -> re.Pattern[str]:
    """One token of a text in small letters: a word with its hyphens, what is elided or glued to it, a sign.

    >>> from analysis.text import lexicon
    >>> cutting(lexicon.load("fr")).findall("en outre, l'avis de m. roy, a-t-elle dit")
    ['en outre', ',', "l'", 'avis', 'de', 'm.', 'roy', ',', 'a', '-t-elle', 'dit']
    """
    titles = [title for title in words(lexicon, "mentions.titles") if title.endswith(".")]
    elided = words(lexicon, "tokens.proclitics")
    listed = [word for name in FILLED for word in words(lexicon, name) if word not in elided]
    phrases = alternatives(word for word in listed if " " in word or word[1:].endswith("'"))
    proclitics = alternatives(elided)
    enclitics = alternatives(words(lexicon, "tokens.enclitics"))
    no_phrase = rf"(?!{phrases}(?!\w))" if phrases else ""
    stop = rf"(?!{enclitics}(?!\w))" if enclitics else ""
    pieces = [
        # Most words have no sign in them or after them and begin no phrase: they are told at the first look,
        # as the spaces between them are below.
        rf"{no_phrase}{LETTER}[^\W_]*+(?=[ ,\n])",  # en
        rf"{proclitics}(?=[ ]{{0,2}}\w|[«“\"„‹])" if proclitics else "",  # l'   l' été, closed up by mended()
        rf"{enclitics}(?!\w)" if enclitics else "",  # -t-il   's
        r"(?<=s)['’](?=\s)" if words(lexicon, "tokens.possessives") else "",  # the voters’ choice
        rf"(?<!\w){alternatives(titles)}" if titles else "",  # Mr.
        rf"(?<!\w){phrases}(?!\w)" if phrases else "",  # en outre   e' for è
        rf"(?:{LETTER}\.){{2,}}|(?<!\w){LETTER}\.(?=(?:\s|[ ]{{2}}|-)?{LETTER})",  # U.S.   J. Doe
        r"\d+(?:[.,:\u202f\u00a0]\d+)*(?:\w+|\s?%)?",  # 1,000   10h   5 %
        rf"[^\W_]+(?:{stop}[-'’.&][^\W_]+)*",  # Kassym-Jomart   don’t   abc.com
        r"[^\w\s]{9,}|''|``|\S",  # a ruled line is one sign
    ]
    return re.compile(rf"(?=\S)(?:{'|'.join(piece for piece in pieces if piece)})|\n")


@cache
def classes(lexicon: Lexicon) -> dict[str, str]:
    """Word or sign → letter of its class, of all that lists tell.

    >>> from analysis.text import lexicon
    >>> [classes(lexicon.load("fr")).get(word) for word in ("le", "elle", "maire", "-il", "—")]
    ['d', 'u', None, 'e', '-']
    """
    lists = [(word, letter) for name, letter in FILLED.items() for word in words(lexicon, name)]
    own = dict.fromkeys(words(lexicon, "no_adverbs"), WORD)
    return PUNCTUATION | own | dict(reversed(lists))


def _line(text: str, starts: list[int], lows: list[str], lexicon: Lexicon) -> str:
    """The letters of the classes, one a token."""
    known, suffix = classes(lexicon), endings(lexicon, "adverb_endings")
    line = [
        known.get(low) or shape(text[start], low, suffix) for start, low in zip(starts, lows, strict=True)
    ]
    doubtful = _perhaps_names(lexicon)
    for at in [at for at, low in enumerate(lows) if low in doubtful]:
        if line[at : at + len(APART_FROM)] == APART_FROM and lows[at] not in words(
            lexicon, "mentions.titles"
        ):
            capitals = text[starts[at] : starts[at + 1]].isupper()
            line[at] = WORD if _is_apart(lows, at, capitals, lexicon) else NAME
        elif text[starts[at]].isupper():
            following = text[starts[at + 1]] if at + 1 < len(starts) else ""
            line[at] = _with_capital(line, lows, at, following.isupper(), lexicon)
    return "".join(line)


def _with_capital(line: list[str], lows: list[str], at: int, capital: bool, lexicon: Lexicon) -> str:
    """The letter of a word printed with a capital whose place tells what it is.

    Args:
        capital: whether the word after it has a capital as well.
    """
    low, letter = lows[at], line[at]
    if letter == HAVE and len(low) == 1:  # A Lor, not A-t-elle
        return HAVE if line[at + 1 : at + 2] == [ENCLITIC] else PREPOSITION
    if low in words(lexicon, "mentions.titles"):  # Me Arnel
        return NAME
    if letter == MODAL:  # Ann May
        return NAME if _is_name(line, lows, at, capital, lexicon) else letter
    if letter == DETERMINER and capital and line[at - 1 : at] == [NAME]:  # Ada | Le Goff
        return NAME
    if letter in MAY_OPEN_NAME and capital:  # según | Le Pen, dijo | Sean Roy
        inner = letter == BE and line[at - 1 : at] == [WORD]
        return NAME if inner or low in words(lexicon, "mentions.particles") else letter
    return letter


@cache
def _perhaps_names(lexicon: Lexicon) -> frozenset[str]:
    """Words whose place tells what they are: titles, particles, modals, be, agencies, outlets, `a`."""
    lists = ("mentions.titles", "mentions.particles", "mentions.outlets")
    listed = agencies().union(*(words(lexicon, name) for name in lists))
    known = classes(lexicon).items()
    letters = {low for low, letter in known if letter == HAVE and len(low) == 1}
    return listed.union(letters, (low for low, letter in known if letter in PERHAPS_NAMES))


def _is_apart(lows: list[str], at: int, capitals: bool, lexicon: Lexicon) -> bool:
    """Whether a name is an agency's or an outlet's, and not that of who speaks to it: `AFP | Ada Roy`."""
    outlet = capitals and lows[at] in words(lexicon, "mentions.outlets")
    agency = lows[at] in agencies()
    return (outlet or agency) and lows[at + 1] not in words(lexicon, "mentions.media")


@cache
def agencies() -> frozenset[str]:
    """The names of agencies, in small letters.

    >>> "afp" in agencies()
    True
    """
    known = shared("agencies")["agencies"].values()
    return frozenset(name.lower() for agency in known for name in agency.get("names", ()))


def _is_name(line: list[str], lows: list[str], at: int, capital: bool, lexicon: Lexicon) -> bool:
    """Whether a modal with a capital is a name: in May, Ann May, May told; not May I, Bridge May Fall."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if len(lows) == 1 or not reports(lexicon).isdisjoint(lows[at + 1 : at + 2]):
        return True
    titled = at > 0 and lows[at - 1] in words(lexicon, "mentions.titles")
    if before == [NAME]:
        return titled or not capital
    return not BEFORE_NAME.isdisjoint(before) or (not APART.isdisjoint(before) and not DAY.isdisjoint(after))


@cache
def reports(lexicon: Lexicon) -> frozenset[str]:
    """Finite forms of the verbs of reporting that no modal stands before: said, says.

    >>> from analysis.text import lexicon
    >>> sorted({"say", "says", "said"} & reports(lexicon.load("en")))
    ['said', 'says']
    """
    known = verbs(lexicon)
    tenses = ("pres", "past", "past_simple")
    finite = (form for verb in known for tense in tenses for form in verb.forms.get(tense, ()))
    return frozenset(finite).difference(verb.lemma for verb in known)
