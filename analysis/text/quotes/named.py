"""Marked stretches that are the name of a paper, a film, a party, a person: nobody says them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from analysis.text.grammar.classes import COMMA, DETERMINER, NAME, PREPOSITION, VERB, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.tokens import Stretch, Tokens
from analysis.text.grammar.verb_forms import forms
from analysis.text.grammar.word_lists import switch, words
from analysis.text.marks import Marked
from analysis.text.mentions import is_title

SHORT = pattern(
    "OPENING (NOT (COMMA | STOP | SEMICOLON | COLON | BREAK | DASH | OPENING | CLOSING | QUOTE_MARK)){1,6}"
    " COMMA? CLOSING"
)
"""A marked stretch that may be a name; the comma of American marks may stand inside."""

NICKNAME = pattern("OPENING DETERMINER? NAME{1,2} CLOSING")
"""What may stand in the middle of a name: `Ada | “Lucky” | Roy`."""

NOUN_IN_MARKS = pattern("OPENING WORD CLOSING (PREPOSITION | NAME)")
"""A noun in marks, which nobody says where its article opens the sentence: `El | “conseller” de Interior`."""

TITLE = pattern("OPENING DETERMINER? NAME (NOT CLOSING)* CLOSING")
"""Marked words of several that begin with a capital, or with an article and a capital."""

SINGLE = 3
"""Tokens, marks included, of one word in marks, which many may have said."""

HOLDS = any_of("DETERMINER NOUN PREPOSITION")
"""What a name in marks may stand after as part of a phrase."""

GOVERNS = any_of("DETERMINER PREPOSITION")
LINKS = any_of("PREPOSITION SUBORDINATOR INTERROGATIVE COMPLEMENTISER ADVERB WORD")
"""What may stand between a word that a name follows and the name: `known | as “Pepper”`."""

OPENS_REPORT = any_of("COMPLEMENTISER INTERROGATIVE")
TURNED = any_of("ENCLITIC SUBJECT")
SUBJECT_OPENS = any_of("DETERMINER SUBJECT NOUN")
COMMA_INSIDE = pattern("COMMA CLOSING")
PAUSE = pattern("COMMA")
FINITE = pattern("VERB")
ONE_CLAUSE = pattern("(NOT (COORDINATOR | COMMA | SEMICOLON | COLON))*")
OWN_WORDS = pattern("(ADVERB | NEGATION | OBJECT)*")


def find(
    tokens: Tokens, marked: list[Marked], edges: list[Stretch], sentences: list[Stretch]
) -> Iterator[int]:
    """The numbers of the marked stretches that are names.

    Args:
        tokens: of the article, its outer marks at OPENING and CLOSING.
        marked: the stretches between outer marks.
        edges: first and last (exclusive) token of each.
        sentences: first and last (exclusive) token of each sentence.
    """
    firsts = [first for first, _ in sentences]
    short = [
        (number, edge, tuple(tokens.lows[edge[0] + 1 : edge[1] - 1]))
        for number, edge in enumerate(edges)
        if marked[number].state == "paired" and edge[0] > 0 and SHORT.fits(tokens.line, *edge)
    ]
    times = Counter(printed for _, _, printed in short)
    for number, edge, printed in short:
        sentence, term = sentences[bisect_right(firsts, edge[0]) - 1], times[printed] > 1
        if _is_name(tokens, sentence, edge) or (term and _is_term(tokens, sentence, edge)):
            yield number


def _is_name(tokens: Tokens, sentence: Stretch, edge: Stretch) -> bool:
    """Whether short marked words are a name, by what stands around them in their sentence."""
    line, (first, last) = tokens.line, edge
    if first == sentence[0]:
        return False
    if (
        first == sentence[0] + 1
        and line[first - 1] == DETERMINER
        and NOUN_IN_MARKS.fits(line, first, last + 1)
    ):
        return True
    if NICKNAME.fits(line, first, last) and line[first - 1] == NAME == line[last : last + 1]:
        return True
    subject = line[first - 1] in GOVERNS and _verb_follows(tokens, last)
    return subject or (_is_titled(tokens, edge) and _in_phrase(tokens, sentence, edge))


def _is_term(tokens: Tokens, sentence: Stretch, edge: Stretch) -> bool:
    """Whether words that an article marks more than once are its writer's, part of the phrase around them."""
    line, (first, last) = tokens.line, edge
    held = first > sentence[0] and line[first - 1] in HOLDS and last - first > SINGLE
    return held and not _labelled(tokens, ONE_CLAUSE.skip_back(line, first, sentence[0]), first)


def _is_titled(tokens: Tokens, edge: Stretch) -> bool:
    """Whether marked words begin as a title does; after a noun, not with a mere `We`."""
    line, (first, last) = tokens.line, edge
    loose = line[first - 1] in GOVERNS or _called(tokens, first - 1)
    return TITLE.fits(line, first, last) or (loose and tokens.is_capital(first + 1))


def _in_phrase(tokens: Tokens, sentence: Stretch, edge: Stretch) -> bool:
    """Whether a title is part of the phrase around it: nobody says it, no verb names anybody with it."""
    line, (first, last) = tokens.line, edge
    if _called(tokens, first - 1):
        return True
    if line[first - 1] not in HOLDS:
        return False
    if (
        line[last : last + 1] in OPENS_REPORT
        or _verb_follows(tokens, last)
        or _fronted(tokens, sentence, edge)
    ):
        return True
    held = line[first - 1] == PREPOSITION and is_title(tokens, first - 2)  # un analista de | “Le Fanal”,
    told = _labelled(tokens, ONE_CLAUSE.skip_back(line, first, sentence[0]), first)
    told = told or (_paused(tokens, edge) and not held)
    return not (told or switch(tokens.lexicon, "mentions.capitalised_nouns"))


def _called(tokens: Tokens, at: int) -> bool:
    """Whether a name follows a token; one that may report has a comma before it: `Roy, dit | « Jo »`."""
    at -= tokens.line[at] in LINKS and not tokens.listed(at, "named")
    reports = tokens.lows[at] in forms(tokens.lexicon)
    return tokens.listed(at, "named") and not (reports and tokens.line[at - 1 : at] != COMMA)


def _labelled(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a stretch holds a form of a verb that names or blames: `called Roy | “Lucky Jack”`."""
    known, labels = forms(tokens.lexicon), words(tokens.lexicon, "label_verbs")
    return any(form.lemma in labels for low in tokens.lows[first:last] for form in known.get(low, ()))


def _verb_follows(tokens: Tokens, at: int) -> bool:
    """Whether a finite verb or one of reporting stands at a token, its subject not after it."""
    line = tokens.line
    at = OWN_WORDS.skip(line, at, len(line))
    verbal = at < len(line) and (line[at] in VERB or tokens.lows[at] in forms(tokens.lexicon))
    return verbal and TURNED.isdisjoint(line[at + 1 : at + 2])


def _fronted(tokens: Tokens, sentence: Stretch, edge: Stretch) -> bool:
    """Whether a name ends what stands before the subject: `Asked by “The Lantern,” | Roy said`."""
    line, (first, last) = tokens.line, edge
    told = FINITE.within(line, sentence[0], first) or not _paused(tokens, edge)
    at = PAUSE.skip(line, last, sentence[1])
    return not told and at < sentence[1] and line[at] in SUBJECT_OPENS and not _verb_follows(tokens, at)


def _paused(tokens: Tokens, edge: Stretch) -> bool:
    """Whether a comma follows marked words, or ends them."""
    line, last = tokens.line, edge[1]
    return COMMA_INSIDE.fits(line, last - 2, last) or PAUSE.fits(line, last, last + 1)


def as_names(line: str, edges: list[Stretch], names: frozenset[int]) -> str:
    """The line of a text with the marked words that are names, and their marks, at NAME."""
    letters = list(line)
    for first, last in (edges[number] for number in names):
        comma = COMMA_INSIDE.fits(line, last - 2, last)
        letters[first:last] = [NAME] * (last - first - comma) + [line[last - 2]] * comma
    return "".join(letters)
