"""Intervals of a theme's impact, rounded so that they do not tell the eNPS groups of its writers."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

# The width of the interval follows from how the theme's writers spread over the eNPS groups, by some 7 %
# for each person moved in a theme of 30. A step of a sixth of the width hides that, and is still fine
# enough to see whether the interval reaches 0.
LEAST_STEPS: Final = 6
_STEPS: Final = np.array([0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0])


def coarsen_impact(links: pd.DataFrame) -> pd.DataFrame:
    """The released links with the ends of the impact's interval rounded outwards.

    >>> rows = pd.DataFrame({"low": [-5.83, None], "high": [-0.71, None]}, dtype="Float64")
    >>> coarsen_impact(rows).iloc[0].tolist()
    [-6.0, 0.0]
    """
    low, high = (links[end].to_numpy(dtype=np.float64, na_value=np.nan) for end in ("low", "high"))
    wanted = np.nan_to_num(high - low) / LEAST_STEPS
    step = _STEPS[np.minimum(np.searchsorted(_STEPS, wanted), len(_STEPS) - 1)]
    ends = {"low": np.floor(low / step) * step, "high": np.ceil(high / step) * step}
    rounded = {end: pd.array(np.round(value, 1) + 0.0, dtype="Float64") for end, value in ends.items()}
    return links.assign(**rounded)
