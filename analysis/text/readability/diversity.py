"""Lexical diversity: how varied the words of a text are, whatever its length."""

from collections.abc import Iterable, Sequence
from itertools import repeat

WINDOW = 50
"""Words in the moving window, as Covington and McFall propose for short texts."""

THRESHOLD = 0.72
"""Type-token ratio at which a factor is complete, as McCarthy and Jarvis fitted it."""


def mattr(tokens: Sequence[str], window: int = WINDOW) -> float:
    """Moving-average type-token ratio: the mean share of different words in every window of as many words.

    Covington, M. A. and McFall, J. D. (2010). Cutting the Gordian knot: the moving-average type-token ratio.
    Journal of Quantitative Linguistics 17(2), 94–100.

    Args:
        tokens: words in order, in lower case.
        window: words a window; a shorter text is one window.

    Returns:
        Between 0 and 1; NaN without words.

    >>> mattr(["a", "b", "a", "c"], window=3)
    0.8333333333333334
    """
    size = min(window, len(tokens))
    if not size:
        return float("nan")
    last: dict[str, int] = {}
    since = []  # words since the last of the same type: in so many windows, up to all, this one is the first
    for at, token in enumerate(tokens):
        since.append(at - last.get(token, -1))
        last[token] = at
    final = len(tokens) - size  # where the last window begins
    first = sum(map(min, since[: final + 1], repeat(size)))
    first += sum(max(0, min(gap, size) - past) for past, gap in enumerate(since[final + 1 :], 1))
    return first / (size * (final + 1))


def mtld(tokens: Sequence[str]) -> float:
    """Measure of textual lexical diversity: the mean length of stretches that keep a type-token ratio of .72.

    McCarthy, P. M. and Jarvis, S. (2010). MTLD, vocd-D, and HD-D: a validation study of sophisticated
    approaches to lexical diversity assessment. Behavior Research Methods 42(2), 381–392.

    Args:
        tokens: words in order, in lower case; the text is read forwards and backwards.

    Returns:
        Words per factor; NaN where no word ever returns, for then the text is too short to tell.

    >>> mtld(["a", "b", "a", "b", "a", "b"])
    3.0
    """
    return (_factor_length(tokens, len(tokens)) + _factor_length(reversed(tokens), len(tokens))) / 2


def _factor_length(tokens: Iterable[str], n: int) -> float:
    factors = 0.0
    seen: set[str] = set()
    length = 0
    for token in tokens:
        length += 1
        if token not in seen:  # a new word cannot lower the ratio
            seen.add(token)
        elif len(seen) < THRESHOLD * length:
            factors += 1
            seen.clear()
            length = 0
    if length:
        factors += (1 - len(seen) / length) / (1 - THRESHOLD)
    return n / factors if factors else float("nan")
