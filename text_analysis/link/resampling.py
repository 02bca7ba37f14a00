"""Uncertainty of a theme's tie to eNPS, from counts of the three eNPS groups only.

Counts are arrays with one row per unit and theme and the columns kritiker, passiva, ambassadörer.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]

SCORES: Final = np.array([-1.0, 0.0, 1.0])  # eNPS is 100 times the mean of these
DRAWS: Final = 1000
SEED: Final = 2025  # same input, same interval
BLOCK: Final = 256  # rows drawn at a time: 256 · 1000 · 6 whole numbers are 12 MB


def enps_of(counts: Counts) -> Numbers:
    """The eNPS −100..100 of each row of counts, NaN where nobody answered.

    >>> enps_of(np.array([[1, 1, 2], [0, 0, 0]])).tolist()
    [25.0, nan]
    """
    n = counts.sum(axis=-1)
    balance = counts[..., 2] - counts[..., 0]
    return np.asarray(100 * balance / np.where(n > 0, n, np.nan), dtype=float)


def impact_interval(has: Counts, lacks: Counts) -> tuple[Numbers, Numbers]:
    """95 % bootstrap interval of the unit's eNPS minus its eNPS without the theme's writers.

    People are drawn with replacement, which for counts is one multinomial draw over the six kinds of
    people (theme or not × eNPS group). NaN where nobody is left without the theme's writers.

    Parameters
    ----------
    has : the theme's writers.
    lacks : everyone else in the unit who answered eNPS.
    """
    random = np.random.default_rng(SEED)
    low, high = np.full(len(has), np.nan), np.full(len(has), np.nan)
    rows = np.flatnonzero(lacks.sum(axis=1))
    for first in range(0, len(rows), BLOCK):
        block = rows[first : first + BLOCK]
        people = np.hstack([has[block], lacks[block]])
        n = people.sum(axis=1, keepdims=True)
        drawn = random.multinomial(n, (people / n)[:, None, :], size=(len(block), DRAWS))
        impact = enps_of(drawn[..., :3] + drawn[..., 3:]) - enps_of(drawn[..., 3:])
        ends = np.nanquantile(impact, [0.025, 0.975], axis=1)
        seen = enps_of(has[block] + lacks[block]) - enps_of(lacks[block])
        low[block], high[block] = np.minimum(ends[0], seen), np.maximum(ends[1], seen)
    return low, high


def permutation_p(has: Counts, lacks: Counts) -> Numbers:
    """Two-sided p that the theme was spread at random over the writers, whatever their eNPS group.

    The mean of the theme's writers, with its exact mean and variance over all permutations and the
    normal distribution; unlike Welch's test it holds where everyone in a group answered alike. NaN where
    one of the two is empty.
    """
    from scipy.special import erfc

    p = np.full(len(has), np.nan)
    tested = (has.sum(axis=1) > 0) & (lacks.sum(axis=1) > 0)
    mine, both = has[tested], has[tested] + lacks[tested]
    n_mine, n = mine.sum(axis=1), both.sum(axis=1)
    total = both @ SCORES
    spread = (both @ SCORES**2 - total**2 / n) / (n - 1)
    error = np.sqrt(spread / n_mine * (1 - n_mine / n))
    difference = np.abs(mine @ SCORES / n_mine - total / n)
    z = np.divide(difference, error, out=np.zeros_like(error), where=error > 0)
    p[tested] = erfc(z / np.sqrt(2))
    return p
