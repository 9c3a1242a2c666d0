"""Lexical diversity: how varied the words of a text are, whatever its length."""

from collections.abc import Iterable, Sequence

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
    return _mattr(_distances(tokens)[0], window)


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
    since, until = _distances(tokens)
    return (_factor_length(since, len(since)) + _factor_length(reversed(until), len(until))) / 2


def both(tokens: Sequence[str]) -> tuple[float, float]:
    """MATTR and MTLD of the same words, at little more than the cost of one.

    Args:
        tokens: words in order, in lower case.

    >>> both(["a", "b", "a", "b", "a", "b"])
    (0.3333333333333333, 3.0)
    """
    since, until = _distances(tokens)
    n = len(since)
    return _mattr(since, WINDOW), (_factor_length(since, n) + _factor_length(reversed(until), n)) / 2


def _distances(tokens: Sequence[str]) -> tuple[list[int], list[int]]:
    """How far each word is from the last of its type, and from the next; without one, from the edge."""
    n = len(tokens)
    last: dict[str, int] = {}
    since, until = list(range(1, n + 1)), list(range(n, 0, -1))
    for at, token in enumerate(tokens):
        if (before := last.get(token)) is not None:
            since[at] = until[before] = at - before
        last[token] = at
    return since, until


def _mattr(since: list[int], window: int) -> float:
    size = min(window, len(since))
    if not size:
        return float("nan")
    final = len(since) - size  # where the last window begins
    # A word is the first of its type in as many windows as lie since the last one, up to all it is in.
    # Compared by hand: a call of min for each word costs five times as much.
    first = sum([gap if gap < size else size for gap in since[: final + 1]])  # noqa: FURB136
    late = enumerate(since[final + 1 :], 1)  # not in the windows past
    first += sum([(gap if gap < size else size) - past for past, gap in late if gap > past])  # noqa: FURB136
    return first / (size * (final + 1))


def _factor_length(since: Iterable[int], n: int) -> float:
    factors = 0.0
    length = types = 0
    for gap in since:
        length += 1
        if gap >= length:  # the last of its type was before this factor; a new type cannot lower the ratio
            types += 1
        elif types < THRESHOLD * length:
            factors += 1
            length = types = 0
    if length:
        factors += (1 - types / length) / (1 - THRESHOLD)
    return n / factors if factors else float("nan")
