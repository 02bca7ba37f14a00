"""Statistics that several steps need: intervals, false discovery, log-odds, shrinkage, differences.

Everything works on arrays and knows nothing of surveys.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

Z_95: Final = 1.959963984540054
_STEPS: Final = 100  # halvings when the spread between units is sought; 30 give it to nine digits


def wilson(count: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Numbers, Numbers]:
    """Wilson's 95 % interval of the share count / n, on 0–1; NaN where n is 0.

    E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference".

    >>> [round(float(end[0]), 3) for end in wilson([0], [10])]
    [0.0, 0.278]
    """
    whole = np.asarray(n, dtype=np.float64)
    total = np.where(whole > 0, whole, np.nan)
    share = np.asarray(count, dtype=np.float64) / total
    scale = 1 + Z_95**2 / total
    centre = (share + Z_95**2 / (2 * total)) / scale
    half: Numbers = Z_95 / scale * np.sqrt(share * (1 - share) / total + (Z_95 / (2 * total)) ** 2)
    # in theory the ends meet 0 and 1 exactly; rounding errors must not push them past the share
    return np.minimum(share, np.maximum(centre - half, 0)), np.maximum(share, np.minimum(centre + half, 1))


def false_discovery(p: Numbers, families: npt.NDArray[np.integer]) -> Numbers:
    """Benjamini and Hochberg's q of each p within its family; NaN stays NaN and does not count.

    Y. Benjamini, Y. Hochberg (1995), "Controlling the false discovery rate".

    >>> false_discovery(np.array([0.01, 0.02, 0.5, 0.04]), np.array([0, 0, 0, 1])).tolist()
    [0.03, 0.03, 0.5, 0.04]
    """
    q = np.full_like(p, np.nan)
    for family in np.unique(families):
        members = np.flatnonzero((families == family) & ~np.isnan(p))
        order = members[np.argsort(p[members], kind="stable")]
        raw = p[order] * len(order) / np.arange(1, len(order) + 1)
        q[order] = np.minimum.accumulate(raw[::-1])[::-1]
    return q


def two_sided_p(estimate: Numbers, error: Numbers) -> Numbers:
    """Two-sided p of estimates with normal errors; 1 where both are 0.

    >>> two_sided_p(np.array([1.96, 0.0]), np.array([1.0, 0.0])).round(3).tolist()
    [0.05, 1.0]
    """
    from scipy.special import erfc

    z = np.divide(np.abs(estimate), error, out=np.zeros_like(estimate), where=error > 0)
    return np.asarray(erfc(z / np.sqrt(2)), dtype=np.float64)


def log_odds(
    count: Numbers, n: Numbers, other_count: Numbers, other_n: Numbers, prior: Numbers, prior_n: float
) -> tuple[Numbers, Numbers]:
    """The log odds ratio of one group against another, drawn towards no difference by a prior, and its error.

    Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16–20: with
    the prior's counts added to both groups a rare thing in a small group does not come first.

    Parameters
    ----------
    count, n : how many of the group have each thing, and of how many.
    other_count, other_n : the same of the other group.
    prior : share of all who have each thing, 0–1.
    prior_n : how many people the prior weighs as much as.
    """
    added = prior * prior_n
    mine, theirs = count + added, other_count + added
    rest, other_rest = n + prior_n - mine, other_n + prior_n - theirs
    error = np.sqrt(1 / mine + 1 / rest + 1 / theirs + 1 / other_rest)
    return np.log(mine / rest) - np.log(theirs / other_rest), error


def shrunk(value: Numbers, error: Numbers, centre: float) -> tuple[Numbers, Numbers]:
    """Each unit's value drawn towards the centre as far as its own error demands, and what error is left.

    Empirical Bayes: units differ from the centre with a variance that is estimated from them all (Paule and
    Mandel 1982: where the squared distances, weighed by it, sum to their number), so a small unit must lie
    far off to count and noise does not rank first.

    Parameters
    ----------
    value, error : the units' values and standard errors, above 0.
    centre : the value of the whole they are parts of.

    >>> drawn, left = shrunk(np.array([10.0, 10.0, -9.0, 0.0]), np.array([1.0, 9.0, 1.0, 1.0]), 0.0)
    >>> drawn.round(1).tolist()
    [9.8, 4.0, -8.8, 0.0]
    """
    spread = _spread_between(value, error, centre)
    kept = spread / (spread + error**2)
    return centre + kept * (value - centre), np.sqrt(kept) * error


def _spread_between(value: Numbers, error: Numbers, centre: float) -> float:
    """The variance between units, 0 where their errors explain how far from the centre they lie."""
    distance = (value - centre) ** 2

    def excess(spread: float) -> float:
        return float((distance / (spread + error**2)).sum()) - len(value)

    low, high = 0.0, float(distance.sum())
    if excess(low) <= 0:
        return 0.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) > 0 else (low, middle)
    return (low + high) / 2


def error_of(low: npt.ArrayLike, high: npt.ArrayLike) -> Numbers:
    """The standard error that a 95 % interval stands for.

    >>> error_of([-1.96], [1.96]).round(3).tolist()
    [1.0]
    """
    ends = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    return np.asarray((ends[1] - ends[0]) / (2 * Z_95), dtype=np.float64)


def share_difference(
    count: float, n: float, other_count: float, other_n: float
) -> tuple[float, float, float]:
    """The difference of two shares, with a 95 % interval.

    Agresti and Caffo (2000), "Simple and effective confidence intervals for proportions", The American
    Statistician 54(4): one yes and one no are added to each group.

    >>> [round(figure, 3) for figure in share_difference(12, 100, 5, 100)]
    [0.07, -0.011, 0.148]
    """
    shares = (count + 1) / (n + 2), (other_count + 1) / (other_n + 2)
    variances = (share * (1 - share) / (size + 2) for share, size in zip(shares, (n, other_n), strict=True))
    half = Z_95 * float(np.sqrt(sum(variances)))
    middle = shares[0] - shares[1]
    return count / n - other_count / other_n, middle - half, middle + half
