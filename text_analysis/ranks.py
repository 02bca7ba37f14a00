"""Which places in a ranking are distinguishable, given the shares and their intervals."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Places = NDArray[np.int64]


def rank_ranges(share: ArrayLike, low: ArrayLike, high: ArrayLike) -> tuple[Places, Places]:
    """Best and worst place, 1 being the largest, that each share may have.

    One share is surely before another if the 95 % interval of their difference does not reach 0. The interval
    is put together from the two intervals (MOVER, Zou and Donner 2008), which is narrower than asking that
    they do not meet and takes the shares as independent.

    >>> [place.tolist() for place in rank_ranges([0.5, 0.2, 0.18], [0.45, 0.15, 0.13], [0.55, 0.25, 0.23])]
    [[1, 2, 2], [1, 3, 3]]
    """
    shares, lows, highs = (np.asarray(value, dtype=np.float64) for value in (share, low, high))
    below, above = (shares - lows) ** 2, (highs - shares) ** 2
    before = shares[:, None] - shares[None, :] > np.sqrt(below[:, None] + above[None, :])
    return 1 + before.sum(axis=0), len(shares) - before.sum(axis=1)
