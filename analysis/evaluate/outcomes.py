"""What became of each gold quotation and of each prediction, an article at a time."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from analysis.evaluate import matching
from analysis.evaluate.gold import Gold
from analysis.evaluate.matching import Near
from analysis.text.words import Span, overlap

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("start", "end", "quote", "kind", "source", "source_start", "source_end", "speaker", "rule")


class Told(NamedTuple):
    """One quotation as it is compared: the columns of a quotes table, and what gold alone knows."""

    start: int
    end: int
    quote: str
    kind: str
    source: str | None
    source_start: int | None
    source_end: int | None
    speaker: str | None
    rule: str | None
    core: bool

    @property
    def trimmed(self) -> Span:
        """The span that is compared."""
        return matching.trim(self.start, self.quote)


class Outcome(NamedTuple):
    """One gold quotation, one prediction, or the pair of both.

    Fields:
        article_id: the article
        kind: of the gold quotation, else of the prediction; "negatives" and "resolved" count apart
        overlap: what counted as found, a name of matching.OVERLAPS
        rule: of the prediction
        gold: 1 where there is a gold quotation
        predicted: 1 where there is a prediction
        matched: 1 where there are both
        same_source: 1 where both mentions have the same words
        shared_source: 1 where the mentions share a word or a place, or neither quotation has one
    """

    article_id: str
    kind: str
    overlap: str
    rule: str | None = None
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    same_source: int = 0
    shared_source: int = 0


def of_articles(predicted: "pd.DataFrame", gold: Gold) -> "pd.DataFrame":
    """The outcomes of all gold articles, a row each; predictions in other articles are not looked at.

    Args:
        predicted: a quotes table; a column it lacks is taken for empty.

    Returns:
        The fields of Outcome as columns; every way to count as found has its own rows.

    >>> import pandas as pd
    >>> told = pd.DataFrame({"article_id": "a", "start": [2], "end": 5, "quote": "Oui", "kind": "direct"})
    >>> none = pd.DataFrame(columns=["article_id", "start", "end", "why"])
    >>> gold = Gold(pd.DataFrame({"article_id": ["a"]}), told, none, "made", "")
    >>> of_articles(told.assign(end=8, quote="Oui, a"), gold).set_index("overlap").matched.to_dict()
    {'exact': 0, 'gold >= 0.8': 1, 'gold >= 0.3': 1, 'union >= 0.8': 0, 'union >= 0.3': 1}
    """
    import pandas as pd

    expected, found = _by_article(gold.quotes), _by_article(predicted)
    negatives: dict[str, list[Span]] = {}
    for article_id, start, end, _ in gold.negatives.itertuples(index=False):
        negatives.setdefault(str(article_id), []).append(Span(start, end))
    rows: list[Outcome] = []
    for article_id in gold.articles["article_id"]:
        told, guessed = expected.get(article_id, []), found.get(article_id, [])
        for overlap_name, near in matching.OVERLAPS.items():
            rows += _compare(article_id, told, guessed, overlap_name, near)
        rows += _returned(article_id, negatives.get(article_id, []), guessed)
        rows += _resolved(article_id, told, guessed)
    counts = dict.fromkeys(Outcome._fields[4:], "int64")
    return pd.DataFrame(rows, columns=Outcome._fields).astype(counts)


def _by_article(table: "pd.DataFrame") -> dict[str, list[Told]]:
    """article_id → its quotations, missing cells as None."""
    known = table.reindex(columns=["article_id", *COLUMNS]).astype(object)
    known = known.where(known.notna(), None)
    core = table["core"] if "core" in table else [True] * len(table)
    found: dict[str, list[Told]] = {}
    for (article_id, *cells), is_core in zip(known.itertuples(index=False), core, strict=True):
        found.setdefault(article_id, []).append(Told._make([*cells, bool(is_core)]))
    return found


def _compare(
    article_id: str, told: Sequence[Told], guessed: Sequence[Told], overlap_name: str, near: Near
) -> Iterator[Outcome]:
    """Pairs, misses and false alarms; a prediction that fits an optional quotation is neither."""
    wanted = [quote for quote in told if quote.core]
    pairs = _pair(wanted, guessed, near)
    found, used = {g for g, _ in pairs}, {p for _, p in pairs}
    left = [quote for p, quote in enumerate(guessed) if p not in used]
    lenient = matching.OVERLAPS["union >= 0.3" if overlap_name.startswith("union") else "gold >= 0.3"]
    optional = [quote.trimmed for quote in told if not quote.core]
    excused = {p for _, p in matching.pair(optional, [quote.trimmed for quote in left], lenient)}
    for g, p in pairs:
        same, shared = _agreement(wanted[g], guessed[p])
        yield Outcome(article_id, wanted[g].kind, overlap_name, guessed[p].rule, 1, 1, 1, same, shared)
    for g, quote in enumerate(wanted):
        if g not in found:
            yield Outcome(article_id, quote.kind, overlap_name, gold=1)
    for p, quote in enumerate(left):
        if p not in excused:
            yield Outcome(article_id, quote.kind, overlap_name, quote.rule, predicted=1)


def _pair(gold: Sequence[Told], guessed: Sequence[Told], near: Near) -> list[tuple[int, int]]:
    """Pairs of indices; of equally near ones those whose sources agree."""
    spans, other = ([quote.trimmed for quote in quotes] for quotes in (gold, guessed))
    return matching.pair(spans, other, near, lambda g, p: sum(_agreement(gold[g], guessed[p])))


def _agreement(gold: Told, guessed: Told) -> tuple[bool, bool]:
    """Whether the two mentions have the same words, and whether they share a word or a place."""
    same = matching.name(gold.source) == matching.name(guessed.source)
    return same, same or _touch(gold, guessed) or matching.share_a_word(gold.source, guessed.source)


def _touch(gold: Told, guessed: Told) -> bool:
    bounds = (gold.source_start, gold.source_end, guessed.source_start, guessed.source_end)
    if None in bounds:
        return False
    return overlap(bounds[:2], bounds[2:]) > 0  # type: ignore[arg-type]  # None was ruled out a line above


def _returned(article_id: str, negatives: Sequence[Span], guessed: Sequence[Told]) -> Iterator[Outcome]:
    """Spans that must not come back: matched where a prediction lies in one with at least half of itself."""
    for start, end in negatives:
        hit = [q for q in guessed if 2 * overlap((q.start, q.end), (start, end)) >= max(1, q.end - q.start)]
        yield Outcome(
            article_id, "negatives", "half", hit[0].rule if hit else None, gold=1, matched=bool(hit)
        )


def _resolved(article_id: str, told: Sequence[Told], guessed: Sequence[Told]) -> Iterator[Outcome]:
    """Core quotations whose speaker is called otherwise than the mention: matched where a word is found."""
    asked = [quote for quote in told if quote.core and _is_beyond(quote)]
    pairs = dict(
        matching.pair(
            [q.trimmed for q in asked], [q.trimmed for q in guessed], matching.OVERLAPS["gold >= 0.3"]
        )
    )
    for g, quote in enumerate(asked):
        guess = guessed[pairs[g]] if g in pairs else None
        named = (guess.speaker or guess.source) if guess else None
        right = matching.share_a_word(quote.speaker, named, matching.RESOLVING_LINKS)
        yield Outcome(
            article_id, "resolved", "gold >= 0.3", guess.rule if guess else None, gold=1, matched=right
        )


def _is_beyond(quote: Told) -> bool:
    return quote.speaker is not None and matching.name(quote.speaker) != matching.name(quote.source)
