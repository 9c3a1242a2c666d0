"""Reporting verbs as they stand in an article: which form, of which lemma, how voiced, denied or not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from analysis.text.grammar.classes import (
    BE,
    COMMA,
    COMPLEMENTISER,
    ENCLITIC,
    HAVE,
    MODAL,
    NEGATION,
    OBJECT,
    REPORTING,
    WORD,
    any_of,
)
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.verb_forms import GAP, Form, by_two_words, forms
from analysis.text.grammar.word_lists import switch, words
from analysis.text.quotes.reading import Reading
from analysis.text.quotes.verbs.noun_forms import is_name, is_noun

BRACKET = 25
"""Tokens between the two parts of a verb, `teilte … mit`, `hat … gesagt`: bounds cost."""

REFUSED = 3
"""Tokens back from an infinitive to the verb that refuses it: `refused even to | say`."""

WALK = 6
"""Tokens that may stand between an auxiliary and its participle: bounds cost."""

HELPS = any_of("AUXILIARY NEGATION ENCLITIC TIME ADVERB")
"""What may stand before a verb and belong to it; where pronouns are clitics, an OBJECT as well."""

OF_ADVERB = pattern("PREPOSITION ADVERB")
"""An adverb in two words: `a | d'ailleurs | déclaré`."""

SET_OFF = pattern("HAVE COMMA NOT (VERB | PUNCTUATION | CLAUSE_OPENER){1,8} COMMA (ADVERB | NEGATION)*")
"""An auxiliary and what commas set off behind it: `a, à Paris, | déclaré`."""

AFTER_HAVE = any_of("HAVE ADVERB")
"""What an adverb that only its ending tells stands after: `a longuement | répété`."""

ADVERBS = pattern("ADVERB*")
UNBROKEN = pattern("NOT (STOP | SEMICOLON | OPENING | COMPLEMENTISER | BREAK)*")
"""What may stand between the two parts of a form: `teilte | die Polizei am Abend | mit`."""

FRAME = pattern(
    "(BE | HAVE) (NOT (BE | HAVE | STOP | SEMICOLON | COLON | COMMA | OPENING | CLOSING"
    " | COMPLEMENTISER | INTERROGATIVE | BREAK | NUMBER | BRACKET)"
    " | NUMBER (STOP TIME)? | BRACKET NOT (BRACKET | UNBRACKET | BREAK){1,6} UNBRACKET)*"
)
"""An auxiliary and what its participle closes: `hat der Minister am Montag | erklärt`."""

CLAUSE = pattern("COMMA? (COMPLEMENTISER | INTERROGATIVE) ANY*")
"""What a verb leads to that has `many`, `some` for its subject."""

TOLD_OF = pattern(
    "MODAL NOT (AUXILIARY | STOP | SEMICOLON | COLON | COMMA | OPENING | CLOSING | COMPLEMENTISER | BREAK)*"
)
"""A modal and what its perfect closes: `soll die Ministerin | gesagt haben`."""

AUXILIARIES = any_of("BE HAVE")
ATTRIBUTE = pattern("DETERMINER WORD? (ADVERB | TIME | PREPOSITION DETERMINER? NOUN)+ ANY NAME")
"""A participle and its noun, behind a determiner and its adjuncts: `einer gestern | gezeigten Rede`."""

ENDS_FRAME = any_of("COMMA STOP COLON SEMICOLON COORDINATOR CLOSING DASH BREAK")
JOINED = pattern("(COORDINATOR | COMMA) (ADVERB | TIME | NEGATION | OBJECT)*")
"""What stands before a verb that shares its subject: `ist da | und | erklärt`."""

OPENS_GROUP, GOVERNS = any_of("AUXILIARY"), any_of("PREPOSITION")
DETERMINED = any_of("DETERMINER POSSESSIVE")
"""What no verb stands after."""

INSIDE_PHRASE = any_of("PREPOSITION VERB WORD NAME DETERMINER NUMBER")
"""What tells that the determiner after it has a noun: `after | many disputes that`, not `Many | say that`."""

REDUCED = pattern("(STOP | BREAK | INTERROGATIVE | SUBORDINATOR) ANY | COMMA ANY INTERROGATIVE")
"""A participle that has lost its auxiliary, after what no subject can end with: `when | told that`."""


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


def find(reading: Reading) -> tuple[Reading, list[Cue]]:
    """The reporting verbs of an article, in order, and its reading with REPORTING at the head of each.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told, cues = find(read("She has also said so.", lexicon.load("en")))
    >>> told.line, [(cue.lemma, cue.form) for cue in cues]
    ('uhavs.', [('say', 'finite')])
    """
    index, lows, line = by_two_words(reading.lexicon), reading.lows, list(reading.line)
    found, free = [], 0
    for at in [at for at, low in enumerate(lows) if low in index]:
        begun, after = index[lows[at]], lows[at + 1] if at + 1 < len(lows) else ""
        form = next((it for it in begun.get(after, begun[""]) if _fits(reading, at, it.words)), None)
        if form and at >= free and (cue := _cue(reading, at, form, free)):
            found.append(cue)
            free = cue.last
            line[at] = REPORTING
            if _pronoun(reading, cue.first - 1, at):
                line[cue.first - 1] = OBJECT
    return replace(reading, line="".join(line)), found


def _fits(reading: Reading, at: int, form: tuple[str, ...]) -> bool:
    """Whether a form stands at a token; of one in two parts (`teilte … mit`) the second may come later."""
    size = _size(form)
    if tuple(reading.lows[at : at + size]) != form[:size]:
        return False
    if size == len(form):
        return True
    end = UNBROKEN.skip(reading.line, at, at + BRACKET)
    return any(_ends_verb(reading, last) for last in range(at + size, end) if reading.lows[last] == form[-1])


def _ends_verb(reading: Reading, at: int) -> bool:
    """Whether a word ends a verb in two parts: a prefix ends its clause, not `führten zum Weg | aus Lor`."""
    prefix = reading.listed(at, "verb_prefixes")
    return not prefix or at + 1 == len(reading.line) or reading.line[at + 1] in ENDS_FRAME


def _size(form: tuple[str, ...]) -> int:
    """How many words of a form stand together at its beginning."""
    return form.index(GAP) if GAP in form else len(form)


def _helpers(reading: Reading, at: int, free: int) -> Iterator[int]:
    """The auxiliaries, adverbs, negations and clitics before a verb: `n'a toutefois pas | précisé`."""
    clitics = switch(reading.lexicon, "clitics")
    for back in range(at - 1, max(free, at - WALK) - 1, -1):
        letter = reading.line[back]
        adverb = letter == WORD and reading.ends_as(back, "adverbs_after_auxiliary")
        after = adverb and reading.line[back - 1 : back] in AFTER_HAVE
        two_words = OF_ADVERB.fits(reading.line, back, back + 2)
        if letter not in HELPS and not after and not two_words and not (clitics and letter == OBJECT):
            return
        yield back


def _pronoun(reading: Reading, at: int, head: int) -> bool:
    """Whether a determiner before a verb is a pronoun: `leur | assure`, `l'| a dit`, not `l'| annonce`."""
    if at < 0 or reading.line[at] not in DETERMINED or not switch(reading.lexicon, "clitics"):
        return False
    noun = head == at + 1 and reading.listed(head, "article_nouns")
    return reading.listed(at, "words.objects") and not noun


Group = tuple[int, int, list[int], str]
"""First and last (exclusive) token of a verb with its words, its auxiliaries, how it stands."""


def _framed(reading: Reading, at: int, form: Form, group: Group, free: int) -> Group:
    """A verb's group, and how it stands, with an auxiliary that is not right before it."""
    first, last, helpers, voice = group
    if voice == "participle" and (frame := _told_of(reading, at, last, free)) < at:
        first, last, helpers, voice = frame, last + 1, [*range(frame, at)], "finite"
    elif _closes(reading, at, form, voice) and (frame := _frame(reading, at, free)) < at:
        first, helpers = frame, [*range(frame, at)]
        voice = "passive" if reading.line[frame] == BE else "finite"
    elif "participle" in form.tenses and (frame := _set_off(reading, at, free)) < at:
        first, helpers, voice = frame, [*range(frame, at)], "finite"
    elif voice == "participle" and (frame := _joined(reading, at)) < at:
        voice = "passive" if reading.line[frame] == BE else "finite"
    elif voice == "participle" and _helped(reading, last):
        last, voice = last + 1, "passive" if reading.line[last] == BE else "finite"
    if voice == "passive" and form.lemma in words(reading.lexicon, "be_verbs"):
        voice = "finite"  # ist davon ausgegangen
    return first, last, helpers, voice


def _cue(reading: Reading, at: int, form: Form, free: int) -> Cue | None:
    """The verb with its auxiliaries, unless what stands before it makes it a noun or an adjective."""
    helpers, last = list(_helpers(reading, at, free)), at + _size(form.words)
    first = min((back for back in helpers if reading.line[back] in OPENS_GROUP), default=at)
    voice = _voice(reading, at, form, helpers)
    if (
        voice is None
        or _is_attribute(reading, at)
        or is_name(reading, at)
        or (first == at and is_noun(reading, at, form))
    ):
        return None
    first, last, helpers, voice = _framed(reading, at, form, (first, last, helpers, voice), free)
    if _is_narrator(reading, at) or _is_refusal(reading, at):
        return None
    negated = any(reading.line[t] == NEGATION or reading.ends_as(t, "negative_endings") for t in helpers)
    negated = negated or (voice == "infinitive" and _is_refused(reading, first))
    hearsay = any(reading.listed(back, "hearsay") for back in helpers)
    enclitic = next(
        (t for t in (last, *helpers, *range(at, last)) if reading.line[t : t + 1] == ENCLITIC), -1
    )
    return Cue(first, at, last, form.lemma, form.stance, form.tier, voice, negated, hearsay, enclitic)


def _shares(reading: Reading, at: int) -> bool:
    """Whether an "and" or a comma joins a verb to the one before: `geprüft und gestern | angekündigt`."""
    return JOINED.skip_back(reading.line, at, max(0, at - WALK)) < at


def _is_attribute(reading: Reading, at: int) -> bool:
    """Whether what is spelt like a verb stands beside its noun: `in der bereits erwähnten Rede`."""
    bracket = switch(reading.lexicon, "verb_bracket")
    return bracket and ATTRIBUTE.skip_back(reading.line, at + 2, max(0, at - BRACKET)) < at


def _closes(reading: Reading, at: int, form: Form, voice: str) -> bool:
    """Whether a verb may close a frame: a participle, or what is spelt like one: `hat zuvor | erklärt`."""
    alike = "participle" in form.tenses and reading.line[at + 1 : at + 2] in ENDS_FRAME
    return voice == "participle" or (alike and not _shares(reading, at))


def _is_narrator(reading: Reading, at: int) -> bool:
    """Whether the narrator notes it, and nobody says it: `It should be | noted`, `Il faut aussi | dire`."""
    end, listed = ADVERBS.skip_back(reading.line, at, 0), phrases(reading.lexicon, "narrating")
    near = not listed.keys().isdisjoint(reading.lows[max(0, end - WALK) : end])
    return near and any(
        length_at(listed, reading.lows, back) == end - back for back in range(max(0, end - WALK), end)
    )


def _is_refused(reading: Reading, first: int) -> bool:
    """Whether an infinitive is what somebody refuses: `declined to | say`, `a refusé de | dire`."""
    return any(reading.listed(at, "refusals") for at in range(max(0, first - REFUSED), first))


def _is_refusal(reading: Reading, at: int) -> bool:
    """Whether a verb of denying is one of refusing: `se negó | a decir`."""
    own = at > 0 and reading.listed(at, "refusals") and reading.listed(at - 1, "reflexives")
    return own and at + 1 < len(reading.lows) and reading.listed(at + 1, "infinitive_markers")


def _frame(reading: Reading, at: int, free: int) -> int:
    """The auxiliary that opens the frame a participle closes, after the verb before; else the participle."""
    bracket = switch(reading.lexicon, "verb_bracket")
    return FRAME.skip_back(reading.line, at, max(free, at - BRACKET)) if bracket else at


def _set_off(reading: Reading, at: int, free: int) -> int:
    """The auxiliary that commas part from its participle: `a, à Paris, | déclaré`; else the participle."""
    apart = COMMA in reading.line[max(0, at - WALK) : at]
    return SET_OFF.skip_back(reading.line, at, max(free, at - BRACKET)) if apart else at


def _joined(reading: Reading, at: int) -> int:
    """The auxiliary of the participle that another is joined to: `hat es geprüft und | angekündigt`."""
    joined = switch(reading.lexicon, "verb_bracket") and _shares(reading, at)
    return FRAME.skip_back(reading.line, at, max(0, at - BRACKET)) if joined else at


def _helped(reading: Reading, last: int) -> bool:
    """Whether an auxiliary ends a verb at the end of its clause: `nachdem sie das mitgeteilt | hatte`."""
    return switch(reading.lexicon, "verb_bracket") and reading.line[last : last + 1] in AUXILIARIES


def _told_of(reading: Reading, at: int, last: int, free: int) -> int:
    """The modal that frames what somebody is said to have said: `soll am Montag | gesagt haben`."""
    told = switch(reading.lexicon, "verb_bracket") and reading.line[last : last + 1] == HAVE
    return TOLD_OF.skip_back(reading.line, at, max(free, at - BRACKET)) if told else at


def _voice(reading: Reading, at: int, form: Form, helpers: list[int]) -> str | None:
    """How the verb stands: finite, gerund, infinitive, passive or participle; None where it is no verb."""
    tenses, letters = form.tenses, {reading.line[back] for back in helpers}
    if "participle" in tenses and BE in letters:
        reflexive = any(reading.listed(back, "reflexives") for back in helpers)
        return "finite" if reflexive else "passive"  # s'est félicité, est accusé
    if "participle" in tenses and HAVE in letters:
        return _perfect(reading, helpers)
    if MODAL in letters and tenses & {"pres", "infinitive"}:
        return "finite"
    noun = tenses <= {"participle"} or not _stands_for_noun(reading, at)  # gli accusati
    if reading.line[at - 1 : at] in DETERMINED and noun:
        return None
    if "gerund" in tenses:
        return "finite" if BE in letters else "gerund"  # are saying
    return _bare_voice(reading, at, form)


def _perfect(reading: Reading, helpers: list[int]) -> str:
    """How a participle and "have" stand: `a dit`, `pourrait avoir dit`; `après avoir dit`, `ayant dit`."""
    have = next(back for back in helpers if reading.line[back] == HAVE)
    if any(reading.line[back] == MODAL for back in helpers):
        return "finite"
    if reading.ends_as(have, "gerund_endings"):
        return "gerund"
    infinitive = reading.ends_as(have, "infinitive_endings") and not switch(reading.lexicon, "verb_bracket")
    return "infinitive" if infinitive else "finite"


def _stands_for_noun(reading: Reading, at: int) -> bool:
    """Whether what stands before a verb is no determiner: `Certains | disent`, `Elle l'| assure`."""
    line = reading.line
    noun = (
        switch(reading.lexicon, "noun_forms")
        and not _is_third_person(reading, at)
        and (line[at - 2 : at - 1] in INSIDE_PHRASE or line[at + 1 : at + 2] != COMPLEMENTISER)
    )
    noun = noun or reading.listed(at, "article_nouns")
    return (reading.listed(at - 1, "pronominals") and not noun) or _pronoun(reading, at - 1, at)


def _is_third_person(reading: Reading, at: int) -> bool:
    """Whether a form can only be a verb, of one who speaks: `Another | says`, not `another | claims`."""
    tenses = {tense for form in forms(reading.lexicon).get(reading.lows[at], ()) for tense in form.tenses}
    return tenses == {"pres"} and not reading.listed(at, "noun_forms")


def _bare_voice(reading: Reading, at: int, form: Form) -> str | None:
    """How a verb without auxiliaries stands."""
    tenses, line = form.tenses, reading.line
    marked = at > 0 and reading.listed(at - 1, "infinitive_markers")
    if tenses <= {"infinitive"} or (marked and "infinitive" in tenses):
        return "infinitive"
    told = "participle" in tenses and form.lemma in words(reading.lexicon, "recipient_verbs")
    if told and (at == 0 or REDUCED.skip(line, at - 1, at + 2) > at):
        return "passive"
    if tenses <= {"participle"}:
        return "passive" if _is_account(reading, at) else "participle"
    governed = at > 0 and line[at - 1] in GOVERNS and "past" not in tenses
    return None if governed else "finite"


def _is_account(reading: Reading, at: int) -> bool:
    """Whether a bare participle says whose account it is: `secondo quanto | riferito dalla questura`."""
    opened = at > 0 and reading.listed(at - 1, "as_words")
    return opened and at + 1 < len(reading.lows) and reading.listed(at + 1, "agent_markers")


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
