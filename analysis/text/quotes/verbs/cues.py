"""Reporting verbs as they stand in an article: which form, of which lemma, how voiced, denied or not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from analysis.text.grammar.classes import REPORTING
from analysis.text.grammar.verb_forms import Form, forms
from analysis.text.grammar.word_lists import words
from analysis.text.quotes.reading import Reading

HELPING = frozenset("bhma!oet")
BRACKET = 26
"""Tokens between the two parts of a verb: `teilte … mit`, `hat … gesagt`."""

GAP = "…"
"""What stands in the language file between the two parts of a form."""

WALK = 6
"""How many words may stand between an auxiliary and its participle."""


class Cue(NamedTuple):
    """A reporting verb in the article.

    Args:
        first: its first token, auxiliaries included.
        head: the token of the verb itself.
        last: the token after it.
        lemma: of the language file.
        stance: class of the verb.
        tier: 1 newswire core, 2 common, 3 rare or ambiguous.
        form: "finite", "gerund", "infinitive", "passive" or "participle".
        negated: whether the reporting is denied.
        hearsay: whether its mood keeps the report at a distance.
        enclitic: token of a subject glued to it (dit-il), or -1.
    """

    first: int
    head: int
    last: int
    lemma: str
    stance: str
    tier: int
    form: str
    negated: bool
    hearsay: bool
    enclitic: int


def find(reading: Reading) -> tuple[Reading, list[Cue]]:
    """The reporting verbs of an article, in order, and its reading with REPORTING at the head of each.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told, cues = find(read("She has also said so.", lexicon.load("en")))
    >>> told.line, [(cue.lemma, cue.form) for cue in cues]
    ('uhavs.', [('say', 'finite')])
    """
    index, tags = forms(reading.lexicon), list(reading.line)
    found: list[Cue] = []
    for at, low in enumerate(reading.lows):
        if low in index:
            form = next((f for f in index[low] if _fits(reading, at, f.words)), None)
            if form and (cue := _cue(reading, tags, at, form)) and not (found and at < found[-1].last):
                found.append(cue)
                tags[cue.head] = REPORTING
    return replace(reading, line="".join(tags)), found


def _fits(reading: Reading, at: int, form: tuple[str, ...]) -> bool:
    """Whether a form stands at a token; of one in two parts (`teilte … mit`) the second may come later."""
    size = _size(form)
    if tuple(reading.lows[at : at + size]) != form[:size]:
        return False
    stop = next(
        (i for i in range(at, min(at + BRACKET, len(reading.line))) if reading.line[i] in ".;<k¶"),
        at + BRACKET,
    )
    return size == len(form) or form[-1] in reading.lows[at + size : stop]


def _size(form: tuple[str, ...]) -> int:
    """How many words of a form stand together at its beginning."""
    return form.index(GAP) if GAP in form else len(form)


def _free_pronoun(reading: Reading, tags: list[str], first: int, at: int) -> bool:
    """`leur assure`, `l'a expliqué`: what stands before a verb and no noun is no determiner but a pronoun."""
    lexicon, lows = reading.lexicon, reading.lows
    noun = first == at and lows[at] in words(lexicon, "article_nouns")
    before = first > 0 and tags[first - 1] == "d" and lows[first - 1] in words(lexicon, "words.objects")
    return before and not noun and bool(lexicon.section("grammar").get("clitics"))


def _cue(reading: Reading, tags: list[str], at: int, form: Form) -> Cue | None:
    """The verb with its auxiliaries, unless what stands before it makes it a noun or an adjective."""
    lows = reading.lows
    helpers = list(_helpers(reading, tags, at))
    first = min([back for back in helpers if tags[back] in "bhm"], default=at)
    if _free_pronoun(reading, tags, first, at):
        tags[first - 1] = "o"
    voice = _voice(reading, tags, at, form, {tags[back] for back in helpers if back >= first})
    if voice is None or not _plausible(reading, tags, at, form, first):
        return None
    if voice == "participle" and (bracket := _bracket(reading, tags, at)) is not None:
        first, voice = bracket, "passive" if tags[bracket] == "b" else "finite"
        helpers += range(first, at)
    last = at + _size(form.words)
    negated = any(tags[back] == "!" or lows[back].endswith("n't") for back in helpers)
    hearsay = any(lows[back] in words(reading.lexicon, "hearsay") for back in helpers)
    enclitic = next((t for t in (last, *helpers) if t < len(tags) and tags[t] == "e"), -1)
    return Cue(first, at, last, form.lemma, form.stance, form.tier, voice, negated, hearsay, enclitic)


def _bracket(reading: Reading, tags: list[str], at: int) -> int | None:
    """The auxiliary that opens the frame its participle closes: `hat | der Minister am Montag erklärt`."""
    if not reading.lexicon.section("grammar").get("verb_bracket"):
        return None
    for back in range(at - 1, max(-1, at - BRACKET), -1):
        if tags[back] in "hb":
            return back
        if tags[back] in ".;:,<>kqv¶":
            return None
    return None


def _helpers(reading: Reading, tags: list[str], at: int) -> Iterator[int]:
    """The auxiliaries, adverbs, negations and clitics before a verb: `n'a toutefois pas | précisé`."""
    lexicon = reading.lexicon
    walked = HELPING if lexicon.section("grammar").get("clitics") else HELPING - {"o"}
    after = tuple(lexicon.section("grammar").get("adverbs_after_auxiliary", ())) or ("\n",)
    for back in range(at - 1, max(-1, at - 1 - WALK), -1):
        adverb = tags[back] == "w" and reading.lows[back].endswith(after) and tags[back - 1] in "ha"
        if tags[back] not in walked and not adverb:
            return
        yield back


def _voice(reading: Reading, tags: list[str], at: int, form: Form, verbs: set[str]) -> str | None:
    """How the verb stands: finite, gerund, infinitive, passive or participle; None where it is no verb."""
    tenses, before = form.tenses, tags[at - 1] if at else "."
    if "participle" in tenses and verbs & {"b", "h"}:
        return "finite" if "h" in verbs and "b" not in verbs else _reflexive(reading, at)
    if "m" in verbs and tenses & {"pres", "infinitive"}:
        return "finite"
    if before in "dg" and not _demonstrative(reading, at - 1):
        return None
    if "gerund" in tenses:
        return "gerund"
    return _bare_voice(reading, tags, at, form, before)


def _demonstrative(reading: Reading, at: int) -> bool:
    """Whether a determiner stands for a noun before a verb: `Das | teilte die Polizei mit`."""
    lexicon = reading.lexicon
    second = lexicon.section("grammar").get("verb_second", False)
    return second and reading.lows[at] in words(lexicon, "pronominals")


def _bare_voice(reading: Reading, tags: list[str], at: int, form: Form, before: str) -> str | None:
    """How a verb without auxiliaries stands."""
    tenses = form.tenses
    marked = at > 0 and reading.lows[at - 1] in words(reading.lexicon, "infinitive_markers")
    if tenses <= {"infinitive"} or (marked and "infinitive" in tenses):
        return "infinitive"
    if "participle" in tenses and _reduced(reading, tags, at, form):
        return "passive"
    if tenses <= {"participle"}:
        return "participle"
    return None if before == "p" and "past" not in tenses else "finite"


def _reflexive(reading: Reading, at: int) -> str:
    """`s'est félicité` is active, `est accusé` passive."""
    clitics = words(reading.lexicon, "reflexives")
    return "finite" if any(low in clitics for low in reading.lows[max(0, at - 4) : at]) else "passive"


def reflexive(reading: Reading, cue: Cue) -> bool:
    """Whether the pronoun right before a verb is the verb's own: `s'exclame`; not where it may be impersonal.

    Args:
        reading: the article.
        cue: the verb.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> told = read("« Non », s'est exclamée Ada Roy. Le bac lui est promis.", lexicon.load("fr"))
    >>> [reflexive(told, cue) for cue in find(told)[1]]
    [True, False]
    """
    before = reading.lows[cue.first - 1] if cue.first and cue.form not in ("phrase", "sign") else ""
    own = before in words(reading.lexicon, "reflexives")
    return own and not reading.lexicon.section("grammar").get("pro_drop")  # se informó: nobody said so


def _reduced(reading: Reading, tags: list[str], at: int, form: Form) -> bool:
    """`Asked whether`, `when told that`: a participle without its auxiliary, where no subject can stand."""
    recipients = words(reading.lexicon, "recipient_verbs")
    asked = tags[at - 1 : at] == [","] and tags[at + 1 : at + 2] == ["q"]
    return form.lemma in recipients and (at == 0 or asked or tags[at - 1] in ".¶qs")


def _plausible(reading: Reading, tags: list[str], at: int, form: Form, first: int) -> bool:
    """Whether a form that may be a noun stands like a verb: uncapitalised, after what may be its subject."""
    lexicon, lows = reading.lexicon, reading.lows
    inner = at > 0 and tags[at - 1] not in ".¶>"
    if (
        inner
        and reading.text[reading.starts[at]].isupper()
        and lows[at] not in words(lexicon, "headline_forms")
    ):
        return False
    bare = form.tenses == {"pres", "infinitive"} and bool(words(lexicon, "noun_forms"))
    if first < at or not (bare or lows[at] in words(lexicon, "noun_forms")):
        return True
    back = next((back for back in range(at - 1, 0, -1) if tags[back] != "a"), 0)
    if lows[back] in words(lexicon, "infinitive_markers"):
        return True
    if tags[at + 1 : at + 2] and tags[at + 1] in "bhmf":
        return False
    return _plural(reading, tags, back) if bare else _singular(reading, tags, back)


def _plural(reading: Reading, tags: list[str], back: int) -> bool:
    """Whether a token may end the subject of a bare form: `experts | say`."""
    tag, low, lexicon = tags[back], reading.lows[back], reading.lexicon
    several = low.endswith("s") or low in words(lexicon, "mentions.groups")
    return (tag in "Aw" and several) or tag in "urc,)>" or low in words(lexicon, "pronominals")


def _singular(reading: Reading, tags: list[str], back: int) -> bool:
    """Whether a token may end the subject of a form that could be a plural noun: `the report | states`."""
    tag, low, lexicon = tags[back], reading.lows[back], reading.lexicon
    known = words(lexicon, "mentions.documents") | words(lexicon, "mentions.roles")
    return tag in "Aur),>." or low in known or low in words(lexicon, "pronominals")
