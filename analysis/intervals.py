"""Intervals by resampling whole articles: quotations of one article are no independent observations."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


RESAMPLES = 2000
"""Samples behind an interval: enough for its second digit."""


def resample(n: int, seed: int) -> "np.ndarray":
    """How often each article is drawn, in samples of n articles taken with replacement.

    Returns:
        Counts of shape (n, RESAMPLES), int32; each column sums to n.

    >>> counts = resample(3, seed=0)
    >>> counts.shape, set(counts.sum(axis=0).tolist())
    ((3, 2000), {3})
    """
    import numpy as np

    if n == 0:
        return np.zeros((0, RESAMPLES), dtype=np.int32)
    drawn = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    return drawn.T.astype(np.int32)


def percentile(values: "np.ndarray") -> tuple[float, float]:
    """The middle 95 % of what the samples gave, Efron's percentile interval; NaN is left out.

    Args:
        values: one value a sample, float64.

    >>> import numpy as np
    >>> percentile(np.arange(1001.0))
    (25.0, 975.0)
    """
    import numpy as np

    known = values[~np.isnan(values)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


def share(part: "np.ndarray", whole: "np.ndarray") -> "np.ndarray":
    """Part / whole, NaN where the whole is 0.

    Returns:
        Shares from 0 to 1, float64.

    >>> import numpy as np
    >>> share(np.array([1, 0]), np.array([4, 0])).tolist()
    [0.25, nan]
    """
    import numpy as np

    empty = np.full(np.broadcast_shapes(part.shape, whole.shape), np.nan)
    np.divide(part, whole, out=empty, where=whole != 0)
    return empty
