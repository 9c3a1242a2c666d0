"""Which prediction is which gold quotation: trimmed spans, paired one to one."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from analysis.text.lexicon import shared
from analysis.text.words import Span, overlap

EDGE = " \t\r\n\u00a0\u202f\u2009\"'“”„«»‘’‹›`,.;:–—-…()[]"
NO_PART = shared("evaluate/matching")
COMPLEMENTISER = re.compile(NO_PART["complementiser"], re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
DETERMINERS, LINKS, RESOLVING_LINKS = (
    frozenset[str](NO_PART[name]) for name in ("determiners", "links", "resolving_links")
)

Near = Callable[[Span, Span], float]
"""Of a gold and a predicted span: how near they are, 0 where they may not be paired."""


def exact(gold: Span, predicted: Span) -> float:
    """1 for equal spans.

    Args:
        gold: the trimmed gold span, in code points.
        predicted: the trimmed predicted span.

    >>> exact(Span(0, 10), Span(0, 10)), exact(Span(0, 10), Span(0, 11))
    (1.0, 0.0)
    """
    return float(gold == predicted)


def of_gold(gold: Span, predicted: Span) -> float:
    """Share of the gold span that is found, as the Gender Gap Tracker measures; too long costs nothing.

    >>> of_gold(Span(0, 10), Span(5, 30))
    0.5
    """
    return overlap(gold, predicted) / max(1, gold.end - gold.start)


def of_union(gold: Span, predicted: Span) -> float:
    """Shared code points over those of either span: too long costs as much as too short.

    >>> of_union(Span(0, 10), Span(5, 15))
    0.3333333333333333
    """
    whole = max(gold.end, predicted.end) - min(gold.start, predicted.start)
    return overlap(gold, predicted) / max(1, whole)


def at_least(threshold: float, near: Near) -> Near:
    """The same measure, 0 below the threshold.

    Args:
        threshold: the least that counts, from 0 to 1; what reaches it counts.
        near: the measure.

    >>> half = at_least(0.5, of_gold)
    >>> half(Span(0, 10), Span(5, 30)), half(Span(0, 10), Span(6, 30))
    (0.5, 0.0)
    """
    return lambda gold, predicted: found if (found := near(gold, predicted)) >= threshold else 0.0


OVERLAPS: Mapping[str, Near] = {
    "exact": exact,
    "gold >= 0.8": at_least(0.8, of_gold),
    "gold >= 0.3": at_least(0.3, of_gold),
    "union >= 0.8": at_least(0.8, of_union),
    "union >= 0.3": at_least(0.3, of_union),
}
"""What counts as found, by name."""


def trim(start: int, quote: str) -> Span:
    """The span that is compared: without outer marks and punctuation, and without a leading "that" or "que".

    >>> trim(10, "that it rains.")
    Span(start=15, end=23)
    """
    left = quote.lstrip(EDGE)
    inner = left.rstrip(EDGE)
    begin = start + len(quote) - len(left)
    found = COMPLEMENTISER.match(inner)
    skipped = found.end() if found and found.end() < len(inner) else 0
    return Span(begin + skipped, begin + len(inner))


def name(mention: str | None) -> tuple[str, ...]:
    """The words of a mention as names are compared: no case, no determiner, cut at combining accents.

    The cut (NFKD, then letters only) is that of the reference scorer, so that figures can be compared.

    Args:
        mention: as the text has it; None has no words.

    >>> name("Le maire Jean Rémy")
    ('maire', 'jean', 're', 'my')
    """
    plain = unicodedata.normalize("NFKD", mention or "").casefold()
    return tuple(word for word in WORD.findall(plain) if word not in DETERMINERS)


def share_a_word(one: str | None, other: str | None, links: frozenset[str] = LINKS) -> bool:
    """Whether two mentions have a word in common that is more than a link.

    Args:
        links: words that count for nothing, in lower case; determiners never count.

    >>> share_a_word("M. Roy", "Ada Roy"), share_a_word("le maire de Lor", "la ville de Vaux")
    (True, False)
    """
    return bool(set(name(one)) & set(name(other)) - links)


def pair(
    gold: Sequence[Span],
    predicted: Sequence[Span],
    near: Near,
    agree: Callable[[int, int], int] | None = None,
) -> list[tuple[int, int]]:
    """The most pairs there can be, each span in one at most, the nearest ones first.

    Augmenting paths (Kuhn 1955, "The Hungarian method", in its unweighted form), edges in order of nearness.

    Args:
        gold: trimmed gold spans.
        predicted: trimmed predicted spans.
        agree: of two indices: breaks ties, larger first.

    Returns:
        (index in gold, index in predicted) of each pair.

    >>> pair([Span(0, 10), Span(10, 20)], [Span(0, 20)], OVERLAPS["gold >= 0.3"])
    [(0, 0)]
    """
    scored = [
        (near(one, other), agree(g, p) if agree else 0, g, p)
        for g, one in enumerate(gold)
        for p, other in enumerate(predicted)
        if overlap(one, other)
    ]
    edges: dict[int, list[int]] = {}
    for nearness, _, g, p in sorted(scored, key=lambda edge: edge[:2], reverse=True):
        if nearness > 0:
            edges.setdefault(g, []).append(p)
    owner: dict[int, int] = {}
    for g in edges:  # in order of each one's nearest edge
        _assign(g, edges, owner, set())
    return [(g, p) for p, g in owner.items()]


def _assign(g: int, edges: Mapping[int, list[int]], owner: dict[int, int], seen: set[int]) -> bool:
    """Give gold span g a prediction, moving others to their next best where that frees one."""
    for p in edges[g]:
        if p not in seen:
            seen.add(p)
            if p not in owner or _assign(owner[p], edges, owner, seen):
                owner[p] = g
                return True
    return False
