"""Reporting verbs as they stand in an article: which form, of which lemma, how voiced, denied or not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from analysis.text.grammar.classes import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ENCLITIC,
    HAVE,
    INTERROGATIVE,
    MODAL,
    NAME,
    NEGATION,
    NOUN,
    OBJECT,
    PREPOSITION,
    REPORTING,
    STOP,
    WORD,
    any_of,
)
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.verb_forms import Form, forms
from analysis.text.grammar.word_lists import switch, words
from analysis.text.quotes.reading import Reading

GAP = "…"
"""What stands in the language file between the two parts of a form."""

BRACKET = 25
"""Tokens between the two parts of a verb: `teilte … mit`, `hat … gesagt`."""

WALK = 6
"""Tokens that may stand between an auxiliary and its participle."""

HELPS = any_of("AUXILIARY NEGATION ENCLITIC TIME ADVERB")
"""What may stand before a verb and belong to it; where pronouns are clitics, an OBJECT as well."""

UNBROKEN = pattern("NOT (STOP | SEMICOLON | OPENING | COMPLEMENTISER | BREAK)*")
"""What may stand between the two parts of a form: `teilte | die Polizei am Abend | mit`."""

FRAME = pattern(
    "(BE | HAVE) NOT (BE | HAVE | REPORTING | STOP | SEMICOLON | COLON | COMMA | OPENING | CLOSING"
    " | COMPLEMENTISER | INTERROGATIVE | BREAK)*"
)
"""An auxiliary and what its participle closes: `hat der Minister am Montag | erklärt`."""

OPENS = any_of("STOP BREAK CLOSING")
"""What a verb with a capital may stand after."""

DETERMINED = any_of("DETERMINER POSSESSIVE")
"""What no verb stands after."""

SUBJECT_END = any_of("SUBJECT RELATIVE COMMA UNBRACKET CLOSING")
"""What may end a subject, whatever its number."""

SUBJECTLESS = any_of("STOP BREAK INTERROGATIVE SUBORDINATOR")
"""What a participle that has lost its auxiliary stands after: `when | told that`."""

VERB_FOLLOWS = any_of("AUXILIARY FINITE")
"""What tells that the word before is a noun: `the reports | were`."""


class Cue(NamedTuple):
    """A reporting verb in the article, or the phrase or sign that stands for one.

    Fields:
        first: its first token, auxiliaries included
        head: the token of the verb itself
        last: the token after it
        lemma: of the language file; of a phrase, its first word
        stance: class of the verb
        tier: 1 newswire core, 2 common, 3 rare or ambiguous
        form: "finite", "gerund", "infinitive", "passive" or "participle"; else "phrase" or "sign"
        negated: whether the reporting is denied
        hearsay: whether its mood keeps the report at a distance
        enclitic: token of a subject glued to it (dit-il), or -1
    """

    first: int
    head: int
    last: int
    lemma: str
    stance: str = "neutral"
    tier: int = 1
    form: str = "phrase"
    negated: bool = False
    hearsay: bool = False
    enclitic: int = -1


class Place(NamedTuple):
    """Where a form of a verb stands, in an article whose earlier verbs are known.

    Fields:
        reading: the article
        at: the token of the verb
        form: the form of it that stands there
        before: the letters of the tokens before it, REPORTING at the head of each verb found so far
        helpers: its auxiliaries and the adverbs, negations and pronouns among them, the nearest first
        first: its first token, auxiliaries included
    """

    reading: Reading
    at: int
    form: Form
    before: str
    helpers: list[int]
    first: int


def find(reading: Reading) -> tuple[Reading, list[Cue]]:
    """The reporting verbs of an article, in order, and its reading with REPORTING at the head of each.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told, cues = find(read("She has also said so.", lexicon.load("en")))
    >>> told.line, [(cue.lemma, cue.form) for cue in cues]
    ('uhavs.', [('say', 'finite')])
    """
    index, line = forms(reading.lexicon), list(reading.line)
    found: list[Cue] = []
    for at, low in enumerate(reading.lows):
        form = next((form for form in index.get(low, ()) if _fits(reading, at, form.words)), None)
        if form is None or (found and at < found[-1].last):
            continue
        before = "".join(line[max(0, at - BRACKET) : at])
        if cue := _cue(_place(reading, at, form, before)):
            found.append(cue)
            line[at] = REPORTING
            if _pronoun(reading, cue.first - 1, at):
                line[cue.first - 1] = OBJECT
    return replace(reading, line="".join(line)), found


def _fits(reading: Reading, at: int, form: tuple[str, ...]) -> bool:
    """Whether a form stands at a token; of one in two parts (`teilte … mit`) the second may come later."""
    size = _size(form)
    if tuple(reading.lows[at : at + size]) != form[:size]:
        return False
    return (
        size == len(form)
        or form[-1] in reading.lows[at + size : UNBROKEN.skip(reading.line, at, at + BRACKET)]
    )


def _size(form: tuple[str, ...]) -> int:
    """How many words of a form stand together at its beginning."""
    return form.index(GAP) if GAP in form else len(form)


def _place(reading: Reading, at: int, form: Form, before: str) -> Place:
    helpers = list(_helpers(reading, at, before))
    first = min((back for back in helpers if before[back - at] in AUXILIARY), default=at)
    return Place(reading, at, form, before, helpers, first)


def _helpers(reading: Reading, at: int, before: str) -> Iterator[int]:
    """The auxiliaries, adverbs, negations and clitics before a verb: `n'a toutefois pas | précisé`."""
    clitics = switch(reading.lexicon, "clitics")
    for back in range(at - 1, max(-1, at - 1 - WALK), -1):
        letter = before[back - at]
        adverb = letter == WORD and reading.ends_as(back, "adverbs_after_auxiliary")
        placed = adverb and back > 0 and reading.line[back - 1] in (HAVE, ADVERB)
        if letter not in HELPS and not placed and not (clitics and letter == OBJECT):
            return
        yield back


def _pronoun(reading: Reading, at: int, head: int) -> bool:
    """Whether a determiner before a verb is a pronoun: `leur | assure`, `l'| a dit`, not `l'| annonce`."""
    if at < 0 or reading.line[at] != DETERMINER or not switch(reading.lexicon, "clitics"):
        return False
    noun = head == at + 1 and reading.listed(head, "article_nouns")
    return reading.listed(at, "words.objects") and not noun


def _cue(place: Place) -> Cue | None:
    """The verb with its auxiliaries, unless what stands before it makes it a noun or an adjective."""
    reading, at, form, _, helpers, first = place
    voice, last = _voice(place), at + _size(form.words)
    if voice is None or not _plausible(place):
        return None
    if voice == "participle" and (frame := _frame(place)) is not None:
        first, helpers, voice = (
            frame,
            [*range(frame, at)],
            "passive" if reading.line[frame] == BE else "finite",
        )
    negated = any(reading.line[t] == NEGATION or reading.ends_as(t, "negative_endings") for t in helpers)
    hearsay = any(reading.listed(back, "hearsay") for back in helpers)
    enclitic = next((t for t in (last, *helpers) if reading.line[t : t + 1] == ENCLITIC), -1)
    return Cue(first, at, last, form.lemma, form.stance, form.tier, voice, negated, hearsay, enclitic)


def _frame(place: Place) -> int | None:
    """The auxiliary that opens the frame its participle closes: `hat | der Minister am Montag erklärt`."""
    if not switch(place.reading.lexicon, "verb_bracket"):
        return None
    size = len(place.before)
    opened = FRAME.skip_back(place.before, size, 0)
    return place.at - size + opened if opened < size else None


def _voice(place: Place) -> str | None:
    """How the verb stands: finite, gerund, infinitive, passive or participle; None where it is no verb."""
    tenses, helpers = place.form.tenses, {place.before[back - place.at] for back in place.helpers}
    if "participle" in tenses and BE in helpers:
        return "finite" if _reflexive(place) else "passive"
    if "participle" in tenses and HAVE in helpers:
        return "finite"
    if MODAL in helpers and tenses & {"pres", "infinitive"}:
        return "finite"
    if place.before[-1:] in DETERMINED and not _stands_for_noun(place):
        return None
    return "gerund" if "gerund" in tenses else _bare_voice(place)


def _reflexive(place: Place) -> bool:
    """`s'est félicité` is active, `est accusé` passive."""
    return any(place.reading.listed(back, "reflexives") for back in place.helpers)


def _stands_for_noun(place: Place) -> bool:
    """Whether a determiner stands for a noun before a verb: `Das | teilte er mit`, `Elle l'| assure`."""
    reading, at = place.reading, place.at
    demonstrative = switch(reading.lexicon, "verb_second") and reading.listed(at - 1, "pronominals")
    return demonstrative or _pronoun(reading, at - 1, at)


def _bare_voice(place: Place) -> str | None:
    """How a verb without auxiliaries stands."""
    tenses = place.form.tenses
    marked = place.at > 0 and place.reading.listed(place.at - 1, "infinitive_markers")
    if tenses <= {"infinitive"} or (marked and "infinitive" in tenses):
        return "infinitive"
    if "participle" in tenses and _reduced(place):
        return "passive"
    if tenses <= {"participle"}:
        return "participle"
    return None if place.before[-1:] == PREPOSITION and "past" not in tenses else "finite"


def _reduced(place: Place) -> bool:
    """`Asked whether`, `when told that`: a participle without its auxiliary, where no subject can stand."""
    if place.form.lemma not in words(place.reading.lexicon, "recipient_verbs"):
        return False
    asked = place.before[-1:] == COMMA and place.reading.line[place.at + 1 : place.at + 2] == INTERROGATIVE
    return not place.before or asked or place.before[-1] in SUBJECTLESS


def _plausible(place: Place) -> bool:
    """Whether a form that may be a noun stands like a verb: uncapitalised, after what may be its subject."""
    reading, at = place.reading, place.at
    capital = place.before[-1:] not in OPENS and reading.is_capital(at)
    if at and capital and not reading.listed(at, "headline_forms"):
        return False
    bare = place.form.tenses == {"pres", "infinitive"} and switch(reading.lexicon, "noun_forms")
    if place.first < at or not (bare or reading.listed(at, "noun_forms")):
        return True
    subject = place.before.rstrip(ADVERB)
    back = max(0, at - 1 - (len(place.before) - len(subject)))
    if reading.listed(back, "infinitive_markers"):
        return True
    verb_follows = reading.line[at + 1 : at + 2] in VERB_FOLLOWS
    return not verb_follows and _ends_subject(reading, back, subject[-1:] or STOP, bare)


def _ends_subject(reading: Reading, at: int, letter: str, bare: bool) -> bool:
    """Whether a token may end the subject of a bare form, else of one that could be a plural noun.

    `experts | say`, `the report | states`
    """
    if letter in SUBJECT_END or reading.listed(at, "pronominals"):
        return True
    if bare:
        several = reading.lows[at].endswith("s") or reading.listed(at, "mentions.groups")
        return letter == COORDINATOR or (letter in NOUN and several)
    written = reading.listed(at, "mentions.documents") or reading.listed(at, "mentions.roles")
    return letter in (NAME, STOP) or written


def reflexive(reading: Reading, cue: Cue) -> bool:
    """Whether the pronoun right before a verb is the verb's own: `s'exclame`; not where it may be impersonal.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », s'est exclamée Ada Roy. Le bac lui est promis.", lexicon.load("fr"))
    >>> [reflexive(told, cue) for cue in find(told)[1]]
    [True, False]
    """
    if not cue.first or cue.form in ("phrase", "sign"):
        return False
    own = reading.listed(cue.first - 1, "reflexives")
    return own and not switch(reading.lexicon, "pro_drop")  # se informó: nobody said so
