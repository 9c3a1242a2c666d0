"""Reporting verbs as they stand in an article: which form, of which lemma, how voiced, denied or not."""

from functools import cache
from typing import NamedTuple

from analysis.text.lexicon import Lexicon
from analysis.text.quotes.reading import Reading
from analysis.text.tokens import pattern, words

TENSES = (
    "pres",
    "impf",
    "past_simple",
    "past",
    "future",
    "conditional",
    "subjunctive",
    "participle",
    "gerund",
    "infinitive",
)
WALK = 6
"""How many words may stand between an auxiliary and its participle."""


class Form(NamedTuple):
    """One inflected form of a reporting verb."""

    words: tuple[str, ...]
    lemma: str
    stance: str
    tier: int
    tenses: frozenset[str]


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


@cache
def forms(lexicon: Lexicon) -> dict[str, list[Form]]:
    """First word → the forms that begin with it, the longest first."""
    found: dict[tuple[tuple[str, ...], str], set[str]] = {}
    facts = {}
    for lemma, entry in lexicon.section("verbs").items():
        facts[lemma] = (entry["stance"], entry["tier"])
        for tense in TENSES:
            for form in entry.get(tense, ()):
                found.setdefault((_words(form, lexicon), lemma), set()).add(tense)
        found.setdefault((_words(lemma, lexicon), lemma), set()).add("infinitive")
    index: dict[str, list[Form]] = {}
    for (words, lemma), tenses in found.items():
        index.setdefault(words[0], []).append(Form(words, lemma, *facts[lemma], frozenset(tenses)))
    for listed in index.values():
        listed.sort(key=lambda form: (-len(form.words), form.tier))
    return index


def _words(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in pattern(lexicon).findall(form))


def find(reading: Reading) -> list[Cue]:
    """The reporting verbs of an article, in order.

    >>> from analysis.text import lexicon
    >>> from analysis.text.quotes.reading import read
    >>> [(cue.lemma, cue.form) for cue in find(read("She has also said so.", lexicon.load("en")))]
    [('say', 'finite')]
    """
    index, lows = forms(reading.lexicon), reading.lows
    found: list[Cue] = []
    for at, low in enumerate(lows):
        if low in index:
            form = next((f for f in index[low] if tuple(lows[at : at + len(f.words)]) == f.words), None)
            if form:
                _free_pronouns(reading, at)
            if form and (cue := _cue(reading, at, form)) and not (found and at < found[-1].last):
                found.append(cue)
                reading.tags[cue.head] = "v"
    return found


def _free_pronouns(reading: Reading, at: int) -> None:
    """`leur assure`, `l'explique`: what stands before a verb form and no noun is no determiner but a pronoun."""
    lexicon, lows = reading.lexicon, reading.lows
    if at and reading.tags[at - 1] == "d" and lows[at] not in words(lexicon, "grammar", "article_nouns"):
        if lows[at - 1] in words(lexicon, "words", "objects"):
            reading.tags[at - 1] = "o"


def _cue(reading: Reading, at: int, form: Form) -> Cue | None:
    """The verb with its auxiliaries, unless what stands before it makes it a noun or an adjective."""
    tags, lows = reading.tags, reading.lows
    first, helpers = at, []
    for back in range(at - 1, max(-1, at - 1 - WALK), -1):
        if not _helps(reading, back):
            break
        helpers.append(back)
        if tags[back] in "bhm":
            first = back
    verbs = {tags[back] for back in helpers if back >= first}
    before = tags[at - 1] if at else ""
    voice = _form(reading, at, form, verbs, before)
    if voice is None or not _plausible(reading, at, form, first):
        return None
    negated = any(tags[back] == "!" or lows[back].endswith("n't") for back in helpers)
    last = at + len(form.words)
    enclitic = next((t for t in (last, *helpers) if t < len(tags) and tags[t] == "e"), -1)
    moods = reading.lexicon.section("grammar").get("hearsay", ())
    hearsay = any(lows[back] in moods for back in helpers)
    return Cue(first, at, last, form.lemma, form.stance, form.tier, voice, negated, hearsay, enclitic)


def _helps(reading: Reading, back: int) -> bool:
    tag = reading.tags[back]
    return tag in "bhma!oet" or (
        tag == "w" and reading.lows[back].endswith("ment") and reading.tags[back - 1] in "ha"
    )


def _reduced(reading: Reading, at: int, form: Form) -> bool:
    """`Asked whether`, `when told that`: a participle without its auxiliary, where no subject can stand."""
    recipients = words(reading.lexicon, "grammar", "recipient_verbs")
    asked = reading.tags[at - 1 : at] == [","] and reading.tags[at + 1 : at + 2] == ["q"]
    return form.lemma in recipients and (at == 0 or asked or reading.tags[at - 1] in ".¶qs")


def _plausible(reading: Reading, at: int, form: Form, first: int) -> bool:
    """Whether a form that may be a noun stands like a verb: not capitalised, after what may be its subject."""
    tags, lows = reading.tags, reading.lows
    if (
        reading.text[reading.starts[at]].isupper()
        and at
        and tags[at - 1] not in ".¶>"
        and lows[at] not in words(reading.lexicon, "grammar", "headline_forms")
    ):
        return False
    bare = form.tenses == {"pres", "infinitive"}
    if first < at or not (bare or lows[at] in words(reading.lexicon, "grammar", "noun_forms")):
        return True
    back = at - 1
    while back > 0 and tags[back] == "a":
        back -= 1
    low, tag = lows[back], tags[back]
    if lows[back] in words(reading.lexicon, "grammar", "infinitive_markers"):
        return True
    if tags[at + 1 : at + 2] and tags[at + 1] in "bhmf":
        return False
    plural = low.endswith("s") or low in words(reading.lexicon, "mentions", "groups")
    if not bare:
        return tag in "Aur)," or low in words(reading.lexicon, "mentions", "documents") | words(
            reading.lexicon, "mentions", "roles"
        )
    return (
        (tag in "Aw" and plural)
        or tag in "urc,)>"
        or low in ("some", "many", "most", "others", "all", "both")
    )


def _form(reading: Reading, at: int, form: Form, verbs: set[str], before: str) -> str | None:
    """How the verb stands: finite, gerund, infinitive, passive; None where it is no verb."""
    tenses = form.tenses
    if "gerund" in tenses:
        return "gerund" if before not in "dg" else None
    if verbs == {"b"} and "participle" in tenses:
        return "passive"
    if "h" in verbs and "participle" in tenses:
        return "passive" if "b" in verbs else "finite"
    if "m" in verbs and tenses & {"pres", "infinitive"}:
        return "finite"
    if before and before in "dg":
        return None
    if tenses <= {"infinitive"} or reading.lows[at - 1 : at] == [
        reading.lexicon.section("grammar").get("infinitive_marker")
    ]:
        return "infinitive" if tenses & {"infinitive", "pres"} else None
    if "participle" in tenses and _reduced(reading, at, form):
        return "passive"
    if tenses <= {"participle"}:
        return "participle"
    if before == "p" and "past" not in tenses:
        return None
    return "finite"
