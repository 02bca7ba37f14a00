"""How many wrote about each theme, by stance and eNPS group, in every unit and wave."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from text_analysis.link.mentions import UNIT, mentions, writers
from text_analysis.records import ENPS_GROUPS, STANCES, Survey
from text_analysis.tables import ALL, THEMES, check
from text_analysis.units import expand

Numbers = npt.NDArray[np.float64]

Z_95: Final = 1.959963984540054
CELL = ["theme", "stance", "enps_group"]


def measure_themes(survey: Survey, comments: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Table `tables.THEMES`: respondents, not rows, per unit, theme, stance and eNPS group.

    Every unit with a writer has every cell of the themes found in the survey, those with nobody too.
    A respondent who criticises and praises a theme counts once in each stance and once in "alla"; one
    without an eNPS score counts in the group "alla" only. `share` is of all writers of the unit and
    wave, whatever their group; its interval is Wilson's, 95 %.

    Parameters
    ----------
    survey : the survey the comments belong to.
    comments : table `tables.COMMENTS`.
    assignments : table `tables.ASSIGNMENTS`.
    """
    people = writers(comments).merge(survey.respondents[["respondent_id"]], on="respondent_id")
    units = expand(people).groupby(UNIT, as_index=False).size().rename(columns={"size": "n_writers"})
    found = _cells(mentions(comments, assignments))
    counts = expand(found).groupby([*UNIT, *CELL], as_index=False).size()
    grid = units.merge(_grid(found), how="cross")
    table = grid.merge(counts.rename(columns={"size": "n_respondents"}), how="left", on=[*UNIT, *CELL])
    table["n_respondents"] = table["n_respondents"].fillna(0).astype(int)
    table["share"] = table["n_respondents"] / table["n_writers"]
    table["low"], table["high"] = wilson(table["n_respondents"], table["n_writers"])
    return check(table, THEMES)


def wilson(count: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Numbers, Numbers]:
    """Wilson's 95 % interval of the share count / n, on 0–1.

    E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference".

    >>> [round(float(end[0]), 3) for end in wilson([0], [10])]
    [0.0, 0.278]
    """
    total = np.asarray(n, dtype=float)
    share = np.asarray(count, dtype=float) / total
    scale = 1 + Z_95**2 / total
    centre = (share + Z_95**2 / (2 * total)) / scale
    half: Numbers = Z_95 / scale * np.sqrt(share * (1 - share) / total + (Z_95 / (2 * total)) ** 2)
    # in theory the ends meet 0 and 1 exactly; rounding errors must not push them past the share
    return np.minimum(share, np.maximum(centre - half, 0)), np.maximum(share, np.minimum(centre + half, 1))


def _cells(mentioned: pd.DataFrame) -> pd.DataFrame:
    """One row per respondent and cell the respondent counts in."""
    said = mentioned[["respondent_id", "wave", "unit", *CELL]]
    stances = pd.concat([said, said.assign(stance=ALL)], ignore_index=True)
    in_groups = stances[stances["enps_group"] != ""]
    both = pd.concat([in_groups, stances.assign(enps_group=ALL)], ignore_index=True)
    return both.drop_duplicates(["respondent_id", *CELL], ignore_index=True)


def _grid(cells: pd.DataFrame) -> pd.DataFrame:
    levels = [sorted(cells["theme"].unique()), [ALL, *STANCES], [ALL, *ENPS_GROUPS]]
    return pd.MultiIndex.from_product(levels, names=CELL).to_frame(index=False)
