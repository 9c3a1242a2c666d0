"""Why a sentence gave the quotations it gave, or none: what each rule proposed, and what became of it."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.grammar.verb_forms import forms
from analysis.text.lexicon import Lexicon
from analysis.text.mending import mended
from analysis.text.quotes.candidates import RULES, Candidate
from analysis.text.quotes.finding import Finding, work_through
from analysis.text.quotes.sentence import Sentence
from analysis.text.quotes.speaker import denied, opinion, speaker
from analysis.text.quotes.verbs.cues import Cue


class Explanation(NamedTuple):
    """What one rule made of one sentence, or why no rule made anything of it.

    Fields:
        start: code point in the article's text where the sentence begins
        end: code point after it
        sentence: its words
        outcome: "found", "lost" to another proposal, or "nothing"
        why: in words
        rule: the rule that proposed; missing where none did
        quote: the words it proposed
        cue: the verb or phrase of the proposal, as the language file has it
        source: who speaks by the proposal, as printed
    """

    start: int
    end: int
    sentence: str
    outcome: str
    why: str
    rule: str | None = None
    quote: str | None = None
    cue: str | None = None
    source: str | None = None


def explain(text: str, lexicon: Lexicon) -> list[Explanation]:
    """For each sentence, in order, what the rules proposed and what became of it, or why they found nothing.

    >>> from analysis.text import lexicon
    >>> text = "The ferry is late, Lee said. Lee never said why. Rain fell."
    >>> for one in explain(text, lexicon.load("en")):
    ...     print(one.outcome, "-", one.why)
    found - a verb follows or interrupts an unmarked clause
    nothing - “said” is denied
    nothing - no reporting verb, no quotation mark and no attributing phrase is known in it
    """
    made = work_through(mended(text, lexicon), lexicon)
    firsts = [made.reading.starts[one.first] for one in made.sentences]
    told: dict[int, list[Candidate]] = {}
    for candidate in _all(made):
        told.setdefault(bisect_right(firsts, candidate.start) - 1, []).append(candidate)
    return [row for at, one in enumerate(made.sentences) for row in _rows(made, one, told.get(at, []))]


def _all(made: Finding) -> list[Candidate]:
    """What was proposed or chosen, each once, in the order of the text; what was chosen as it was chosen."""
    known = {_key(candidate): candidate for candidate in (*made.proposed, *made.chosen)}
    return sorted(known.values(), key=lambda candidate: (candidate.start, candidate.end))


def _key(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.start, candidate.end, candidate.rule


def _rows(made: Finding, one: Sentence, told: list[Candidate]) -> Iterator[Explanation]:
    """The rows of one sentence."""
    start, end = made.reading.span(one.first, one.last)
    shown = start, end, made.reading.text[start:end]
    if not told:
        yield Explanation(*shown, "nothing", _why_nothing(one))
    chosen = {_key(candidate) for candidate in made.chosen}
    for candidate in told:
        found = _key(candidate) in chosen
        why = RULES[candidate.rule] if found else _why_lost(made, candidate)
        words = made.reading.text[candidate.start : candidate.end]
        cue = candidate.cue.lemma if candidate.cue else None
        source = made.reading.printed(*candidate.source) if candidate.source else None
        yield Explanation(*shown, "found" if found else "lost", why, candidate.rule, words, cue, source)


def _why_lost(made: Finding, candidate: Candidate) -> str:
    for rival in made.chosen:
        if rival.start < candidate.end and candidate.start < rival.end:
            return f"the words went to the rule {rival.rule}: {RULES[rival.rule]}"
    return "nobody near has spoken before"


def _why_nothing(one: Sentence) -> str:
    """Why no rule proposed anything for a sentence."""
    verbs = [f"“{one.reading.printed(cue.first, cue.last)}”" for cue in (*one.cues, *one.spoken)]
    if one.cues:
        return "; ".join(f"{verb} {_why_not(one, cue)}" for verb, cue in zip(verbs, one.cues, strict=False))
    if one.spoken:
        return f"{verbs[0]} stands inside quotation marks"
    if unread := _unread(one):
        return f"“{unread}” is a form of a reporting verb, but does not stand as a verb here"
    if one.marked:
        return "marked words, and no reporting verb known beside them"
    return "no reporting verb, no quotation mark and no attributing phrase is known in it"


def _why_not(one: Sentence, cue: Cue) -> str:
    """Why a reporting verb reports nothing."""
    if denied(one, cue):
        return "is denied"
    found = speaker(one, cue)
    if found is None:
        return f"is {cue.form}, and nobody is found who says it"
    name = one.reading.printed(*found)
    if opinion(one, cue, found):
        return f"is what “{name}”, the narrator, only thinks"
    return f"has “{name}” as its speaker, but no clause, marked words or colon that it reports"


def _unread(one: Sentence) -> str | None:
    """A word of the sentence that could be a reporting verb and was not read as one."""
    reading, known = one.reading, forms(one.reading.lexicon)
    for at in range(one.first, one.last):
        if any(len(form.words) == 1 for form in known.get(reading.lows[at], ())):
            return reading.printed(at, at + 1)
    return None
