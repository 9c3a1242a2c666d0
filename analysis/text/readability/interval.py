"""How far a score can be trusted: its interval when the sentences are drawn again."""

from collections.abc import Sequence

from analysis.text.readability.counts import Counts, symbols_of
from analysis.text.readability.formulas import Formula, evaluate

DRAWS = 1000
SEED = 0


def bootstrap(sentences: Sequence[Counts], formula: Formula) -> tuple[float, float]:
    """The 95 % percentile interval of a score, sentences drawn with replacement, always the same draws.

    Efron, B. and Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall.

    Args:
        sentences: the counts of each sentence.
        formula: what is computed from their sum.

    Returns:
        Lower and upper end; NaN for a single sentence, which says nothing about others.

    >>> from analysis.text.readability.formulas import formulas
    >>> lix = formulas()[0]
    >>> bootstrap([Counts(1, 10, 15, 50, 50, n, 1, 5) for n in (1, 2, 3, 2, 1)], lix)
    (22.0, 34.0)
    """
    import numpy as np

    n = len(sentences)
    if n < 2:
        return float("nan"), float("nan")
    drawn = np.random.default_rng(SEED).multinomial(n, [1 / n] * n, size=DRAWS)
    sums = Counts(*(drawn @ np.array(sentences, dtype=float)).T)
    scores = np.asarray(evaluate(formula, symbols_of(sums)))
    low, high = np.quantile(scores, [0.025, 0.975])
    return float(low), float(high)
