"""Tokens: one cut of the text into words and signs, each with the class its language file gives it."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text.grammar.conjugation import verbs
from analysis.text.lexicon import Lexicon
from analysis.text.words import Span

CLASSES = {
    "complementisers": "k",
    "interrogatives": "q",
    "relatives": "r",
    "subjects": "u",
    "be": "b",
    "have": "h",
    "modals": "m",
    "negations": "!",
    "determiners": "d",
    "objects": "o",
    "coordinators": "c",
    "subordinators": "s",
    "times": "t",
    "prepositions": "p",
    "adverbs": "a",
    "finite": "f",
}
"""List of `[words]` → the letter its words get; a word of several lists gets the first of these."""

PUNCTUATION = {
    **dict.fromkeys(",،、", ","),
    **dict.fromkeys(";", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(".?!…。！？", "."),
    **dict.fromkeys("—–―-", "-"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    "\n": "¶",
}
LETTER = r"[^\W\d_]"


Stretch = tuple[int, int]
"""First and last (exclusive) token of a stretch."""


class Tokens(NamedTuple):
    """The tokens of a text.

    Args:
        text: the text.
        lexicon: its language.
        starts: code point where each token begins.
        ends: code point after each token.
        lows: each token in lower case, its apostrophe straight.
        tags: one letter a token: A capitalised, w other word, n number, g possessive, e enclitic subject,
            " any quote mark, y any other sign, the letters of `CLASSES` and of `PUNCTUATION`.
    """

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    lows: list[str]
    tags: list[str]

    def span(self, first: int, last: int) -> Span:
        """The code points of the tokens from `first` up to, not including, `last`."""
        start = self.starts[first]
        if self.tags[first] == "e":
            start += self.text[start : self.ends[first]].rfind("-") + 1
        return Span(start, self.ends[last - 1])


@cache
def words(lexicon: Lexicon, section: str, name: str) -> frozenset[str]:
    """A list of the language file as a set.

    Args:
        lexicon: the language.
        section: a table of its file.
        name: a list in that table; where there is none, the set is empty.

    >>> from analysis.text import lexicon
    >>> sorted(words(lexicon.load("fr"), "grammar", "joiners")), words(lexicon.load("fr"), "grammar", "none")
    (['&', 'et'], frozenset())
    """
    return frozenset(lexicon.section(section).get(name, ()))


@lru_cache(maxsize=256)
def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """The tokens of a text; the next to ask for the same text gets the same ones, so nobody may change them.

    Args:
        text: any text.
        lexicon: its language; `[words]` gives the classes, `[tokens]` what is cut off a word.

    >>> from analysis.text import lexicon
    >>> "".join(tokenise("Oui, dit-elle.", lexicon.load("fr")).tags)
    'A,we.'
    """
    found = [(m.start(), m.end()) for m in pattern(lexicon).finditer(text)]
    starts, ends = [start for start, _ in found], [end for _, end in found]
    lows = [text[start:end].lower().replace("’", "'") for start, end in found]
    return Tokens(text, lexicon, starts, ends, lows, _tags(text, starts, lows, lexicon))


@cache
def pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One token: an elided word, a phrase of `[words]`, a word with its hyphens, an enclitic, a sign.

    Args:
        lexicon: the language, for its phrases, titles, elided words and enclitics.

    >>> from analysis.text import lexicon
    >>> pattern(lexicon.load("fr")).findall("En outre, l'avis de M. Roy, a-t-elle dit")
    ['En outre', ',', "l'", 'avis', 'de', 'M.', 'Roy', ',', 'a', '-t-elle', 'dit']
    """
    tokens = lexicon.section("tokens")
    titles = [title for title in lexicon.section("mentions").get("titles", ()) if title.endswith(".")]
    phrases = [word for name in CLASSES for word in lexicon.section("words").get(name, ()) if " " in word]
    enclitics = _alternatives(tokens.get("enclitics", ()))
    stop = rf"(?!(?:{enclitics})(?!\w))" if enclitics else ""
    pieces = [
        rf"(?:{_alternatives(tokens.get('proclitics', ()))})(?=\w)" if tokens.get("proclitics") else "",  # l'
        rf"(?:{enclitics})(?!\w)" if enclitics else "",  # -t-il   's
        r"(?<=s)['’](?=\s)" if "'s" in tokens.get("enclitics", ()) else "",  # the voters’ choice
        rf"(?<!\w)(?:{_alternatives(titles)})" if titles else "",  # Mr.
        rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)" if phrases else "",  # en outre
        rf"(?:{LETTER}\.){{2,}}|(?<!\w)[A-ZÀ-Þ]\.(?=[\s-]?[A-ZÀ-Þ])",  # U.S.   J. Doe
        r"\d+(?:[.,:\u202f\u00a0]\d+)*(?:\w+|\s?%)?",  # 1,000   10h   5 %
        rf"[^\W_]+(?:{stop}[-'’.&][^\W_]+)*",  # Kassym-Jomart   don’t   abc.com
        r"[^\w\s]{9,}|''|``|\n|\S",  # a ruled line is one sign
    ]
    return re.compile("|".join(piece for piece in pieces if piece), re.IGNORECASE)


def _alternatives(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]") for word in ordered)


@cache
def classes(lexicon: Lexicon) -> dict[str, str]:
    """Word → letter of its class.

    Args:
        lexicon: the language.

    >>> from analysis.text import lexicon
    >>> [classes(lexicon.load("fr")).get(word) for word in ("le", "elle", "maire")]
    ['d', 'u', None]
    """
    lists = lexicon.section("words")
    return {word: CLASSES[name] for name in reversed(CLASSES) for word in lists.get(name, ())}


def _tags(text: str, starts: list[int], lows: list[str], lexicon: Lexicon) -> list[str]:
    known = classes(lexicon)
    suffix = lexicon.section("grammar").get("adverb_suffix", "\n")
    known = {**dict.fromkeys(words(lexicon, "grammar", "no_adverbs"), "w"), **known}
    enclitics = dict.fromkeys(lexicon.section("tokens").get("enclitics", ()), "e")
    if "'s" in enclitics:
        enclitics |= {"'s": "g", "'": "g"}
    titles = words(lexicon, "mentions", "titles") & known.keys()
    tags = [
        known.get(low) or PUNCTUATION.get(low) or enclitics.get(low) or _shape(text[start], low, suffix)
        for start, low in zip(starts, lows, strict=True)
    ]
    for at, low in enumerate(lows):
        if (low in titles or tags[at] == "m") and text[starts[at]].isupper():
            following = text[starts[at + 1]] if at + 1 < len(starts) else ""
            if low in titles or _is_name(tags, lows, at, following.isupper(), lexicon):  # Me Arnel; Ann May
                tags[at] = "A"
    return tags


def _is_name(tags: list[str], lows: list[str], at: int, capital: bool, lexicon: Lexicon) -> bool:
    """Whether a modal with a capital is a name: in May, Ann May, May told; not May I, Bridge May Fall."""
    before, after = tags[at - 1] if at else ".", tags[at + 1] if at + 1 < len(tags) else "."
    if len(lows) == 1 or not reports(lexicon).isdisjoint(lows[at + 1 : at + 2]):
        return True
    titled = at > 0 and lows[at - 1] in words(lexicon, "mentions", "titles")
    return before in "wpn" or (before == "A" and (titled or not capital)) or (before in ",(" and after == "n")


@cache
def reports(lexicon: Lexicon) -> frozenset[str]:
    """Finite forms of the verbs of reporting that no modal stands before: said, says.

    Args:
        lexicon: the language.

    >>> from analysis.text import lexicon
    >>> sorted({"say", "says", "said"} & reports(lexicon.load("en")))
    ['said', 'says']
    """
    known = verbs(lexicon)
    tenses = ("pres", "past", "past_simple")
    finite = (form for verb in known for tense in tenses for form in verb.forms.get(tense, ()))
    return frozenset(finite).difference(verb.lemma for verb in known)


def _shape(first: str, low: str, suffix: str) -> str:
    """The letter of a word of no closed class, or of a sign."""
    if first.isalpha():
        if first.isupper():
            return "A"
        return "a" if low.endswith(suffix) and len(low) > len(suffix) + 2 else "w"
    if first.isdigit():
        return "n"
    return '"' if first in "“”„\"«»‹›‘’'`" else "y"
