"""The classes of words and signs that rules are written in: one table, each class by its name."""

from typing import NamedTuple


class WordClass(NamedTuple):
    """What a token may be to a rule.

    Fields:
        name: as patterns and rules write it
        letter: what stands for it in the line of a text, one letter a token
        holds: what belongs to it
        filled_by: the list in the language file, "" where a shape, a sign or its place tells it
        example: tokens of it
    """

    name: str
    letter: str
    holds: str
    filled_by: str
    example: str


NAME, WORD, NUMBER, ADVERB, FINITE = "A", "w", "n", "a", "f"
POSSESSIVE, ENCLITIC, REPORTING = "g", "e", "v"
COMPLEMENTISER, INTERROGATIVE, RELATIVE, SUBORDINATOR, COORDINATOR = "k", "q", "r", "s", "c"
SUBJECT, OBJECT, DETERMINER, PREPOSITION, TIME = "u", "o", "d", "p", "t"
BE, HAVE, MODAL, NEGATION = "b", "h", "m", "!"
COMMA, SEMICOLON, COLON, STOP, DASH, BREAK = ",", ";", ":", ".", "-", "¶"
BRACKET, UNBRACKET, QUOTE_MARK, OPENING, CLOSING, SIGN = "(", ")", '"', "<", ">", "y"

CLASSES = (
    # A word of several lists gets the first of these classes.
    WordClass("COMPLEMENTISER", COMPLEMENTISER, "opens a report", "words.complementisers", "that, que"),
    WordClass("INTERROGATIVE", INTERROGATIVE, "opens a question", "words.interrogatives", "whether, who"),
    WordClass("RELATIVE", RELATIVE, "a relative pronoun", "words.relatives", "who, qui"),
    WordClass("SUBJECT", SUBJECT, "a pronoun that is a subject", "words.subjects", "she, ils"),
    WordClass("BE", BE, "a form of be", "words.be", "was, est"),
    WordClass("HAVE", HAVE, "a form of have", "words.have", "had, ont"),
    WordClass("MODAL", MODAL, "a modal verb", "words.modals", "will, peut"),
    WordClass("NEGATION", NEGATION, "a word that denies", "words.negations", "not, ne"),
    WordClass("DETERMINER", DETERMINER, "an article or its like", "words.determiners", "the, cette"),
    WordClass("OBJECT", OBJECT, "a pronoun that is an object", "words.objects", "him, leur"),
    WordClass("COORDINATOR", COORDINATOR, "joins clauses or phrases", "words.coordinators", "and, mais"),
    WordClass("SUBORDINATOR", SUBORDINATOR, "opens any other clause", "words.subordinators", "because"),
    WordClass("TIME", TIME, "a day, a month, a part of the day", "words.times", "Monday, hier"),
    WordClass("PREPOSITION", PREPOSITION, "a preposition", "words.prepositions", "of, pour"),
    WordClass("ADVERB", ADVERB, "an adverb, by its list or its ending", "words.adverbs", "also, surtout"),
    WordClass("FINITE", FINITE, "a finite verb that is no auxiliary", "words.finite", "came, fait"),
    WordClass("NAME", NAME, "a word of no list with a capital", "", "Roy, Paris"),
    WordClass("WORD", WORD, "any other word of no list", "", "minister, capitaine"),
    WordClass("NUMBER", NUMBER, "what begins with a figure", "", "1,000, 10h"),
    WordClass("POSSESSIVE", POSSESSIVE, "the sign of a possessor", "tokens.possessives", "'s"),
    WordClass("ENCLITIC", ENCLITIC, "a pronoun glued to its verb", "tokens.enclitics", "-t-il"),
    WordClass("REPORTING", REPORTING, "the head of a reporting verb, once these are known", "", "said"),
    WordClass("COMMA", COMMA, "a comma", "", ","),
    WordClass("SEMICOLON", SEMICOLON, "a semicolon", "", ";"),
    WordClass("COLON", COLON, "a colon", "", ":"),
    WordClass("STOP", STOP, "what ends a sentence", "", ". ? ! …"),
    WordClass("DASH", DASH, "a dash", "", "— –"),
    WordClass("BREAK", BREAK, "a line break", "", "\\n"),
    WordClass("BRACKET", BRACKET, "an opening bracket", "", "( ["),
    WordClass("UNBRACKET", UNBRACKET, "a closing bracket", "", ") ]"),
    WordClass("OPENING", OPENING, "a mark that opens a quotation", "", "«"),
    WordClass("CLOSING", CLOSING, "a mark that closes a quotation", "", "»"),
    WordClass("QUOTE_MARK", QUOTE_MARK, "any other quotation mark", "", "”"),
    WordClass("SIGN", SIGN, "any other sign", "", "% &"),
)

LETTERS = {one.name: one.letter for one in CLASSES}
"""Name of a class → its letter."""

FILLED = {one.filled_by: one.letter for one in CLASSES if one.filled_by}
"""List of the language file → letter of the class its words get."""

SHORTEST_STEM = 3
"""Letters before the ending of an adverb: `vraiment`, not `ment`."""

PUNCTUATION = {
    **dict.fromkeys(",،、", COMMA),
    **dict.fromkeys(";", SEMICOLON),
    **dict.fromkeys(":：", COLON),
    **dict.fromkeys(".?!…。！？", STOP),
    **dict.fromkeys("—–―-", DASH),
    **dict.fromkeys("([{", BRACKET),
    **dict.fromkeys(")]}", UNBRACKET),
    **dict.fromkeys([*"“”„\"«»‹›‘’'`", "''", "``"], QUOTE_MARK),
    "\n": BREAK,
}
"""Sign → letter of its class."""

GROUPS = {
    "AUXILIARY": "BE HAVE MODAL",
    "VERB": "BE HAVE MODAL FINITE REPORTING",
    "NOMINAL": "NAME WORD NUMBER POSSESSIVE",
    "NOUN": "NAME WORD",
    "CLAUSE_OPENER": "COMPLEMENTISER INTERROGATIVE RELATIVE SUBORDINATOR",
    "ANY": " ".join(LETTERS),
    "PUNCTUATION": "COMMA SEMICOLON COLON STOP DASH BREAK BRACKET UNBRACKET OPENING CLOSING QUOTE_MARK SIGN",
}
"""Classes that rules often want together: name of the group → the classes in it."""

KNOWN = LETTERS | {name: "".join(LETTERS[one] for one in held.split()) for name, held in GROUPS.items()}
"""Name of a class or a group → its letters."""


def shape(first: str, low: str, adverb_endings: tuple[str, ...]) -> str:
    """The letter of a word of no list, or of a sign.

    Args:
        first: its first character, as printed.
        low: the whole of it in lower case.
        adverb_endings: of the language.

    >>> [shape("v", "vraiment", ("ment",)), shape("m", "ment", ("ment",)), shape("R", "roy", ())]
    ['a', 'w', 'A']
    """
    if first.isupper():
        return NAME
    if first.isalpha():
        return ADVERB if low[SHORTEST_STEM:].endswith(adverb_endings) else WORD
    return NUMBER if first.isdigit() else SIGN


def any_of(names: str) -> frozenset[str]:
    """The letters of some classes, for `in`.

    Args:
        names: of classes or of `GROUPS`, with a space between.

    Raises:
        ValueError: for a name that is neither.

    >>> sorted(any_of("NOUN COMMA"))
    [',', 'A', 'w']
    """
    if unknown := [name for name in names.split() if name not in KNOWN]:
        raise ValueError(f"no word class is named {unknown[0]!r}; there are {', '.join(KNOWN)}")
    return frozenset("".join(KNOWN[name] for name in names.split()))


AUXILIARY = any_of("AUXILIARY")
VERB = any_of("VERB")
NOMINAL = any_of("NOMINAL")
NOUN = any_of("NOUN")
CLAUSE_OPENER = any_of("CLAUSE_OPENER")
