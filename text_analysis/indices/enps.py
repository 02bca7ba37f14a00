"""eNPS per wave and unit: the three groups, their balance from counts, and its interval."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from text_analysis.index_values import enps_groups
from text_analysis.indices.comparisons import add_differences, add_given
from text_analysis.inference import Z_95
from text_analysis.records import ENPS_GROUPS, Survey
from text_analysis.tables import ENPS, UNIT_COLUMNS, check
from text_analysis.units import expand

Numbers = npt.NDArray[np.float64]
# Adjusted Wald: three quarters of a person are added to each end group (3/4 + 3/2 + 3/4 = 3 in all).
# Best coverage of those compared in B. Rocks (2016), "Interval estimation for the Net Promoter Score",
# The American Statistician 70(4).
ADDED_EACH: Final = 0.75
ADDED_ALL: Final = 3


def measure_enps(survey: Survey) -> pd.DataFrame:
    """Table `tables.ENPS`: one row per wave and unit where anyone answered, and the figures given.

    eNPS = 100 · (ambassadörer − kritiker) / n, where n are those who answered the question.
    """
    respondents = survey.respondents
    group = enps_groups(respondents["enps"])
    groups = pd.DataFrame({name: (group == name).astype(int) for name in ENPS_GROUPS})
    answers = pd.concat([respondents[["wave", "unit"]], groups], axis=1)[group != ""]
    own = expand(answers).groupby(UNIT_COLUMNS, as_index=False)[list(ENPS_GROUPS)].sum()
    own = own.assign(n=own[list(ENPS_GROUPS)].sum(axis=1), index_key="enps")
    own["enps"] = 100 * (own["ambassadorer"] - own["kritiker"]) / own["n"]
    own["low"], own["high"] = enps_interval(own["kritiker"], own["ambassadorer"], own["n"])
    table = add_differences(add_given(own, survey, ["enps"], "enps"), "enps")
    return check(table.drop(columns="index_key"), ENPS)


def enps_interval(
    kritiker: npt.ArrayLike, ambassadorer: npt.ArrayLike, n: npt.ArrayLike
) -> tuple[Numbers, Numbers]:
    """The 95 % interval of eNPS by the adjusted Wald method, on −100..100.

    The value itself is always inside; for a single answer the method alone would leave it just outside.

    >>> [round(float(end[0]), 1) for end in enps_interval([3639], [1017], [7098])]
    [-38.6, -35.2]
    """
    against, for_it, all_ = (np.asarray(count, dtype=float) for count in (kritiker, ambassadorer, n))
    value: Numbers = 100 * (for_it - against) / all_
    total = all_ + ADDED_ALL
    up, down = (for_it + ADDED_EACH) / total, (against + ADDED_EACH) / total
    half = Z_95 * np.sqrt((up + down - (up - down) ** 2) / total)
    low, high = 100 * (up - down - half), 100 * (up - down + half)
    return np.maximum(np.minimum(value, low), -100), np.minimum(np.maximum(value, high), 100)
