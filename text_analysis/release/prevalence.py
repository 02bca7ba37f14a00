"""Estimated shares of themes in the whole organisation, where the number of people is shown as well.

An estimate is a sum of how sure the coder is of each writer. It is shown for the whole organisation only, so
nothing can be subtracted from it; only beside the count, whose limits (also those of sensitive themes) it
has; and in whole per cent, so that what one writer adds to it cannot be read back. Ranks are among the themes
shown, so that they tell nothing of the others.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.ranks import rank_ranges
from text_analysis.release.cube import DETAILS, Cube, Masks

DECIMALS: Final = 2  # whole per cent
_PARTS: Final = 10**DECIMALS
_EPSILON: Final = 1e-9


def prevalence_of(prevalence: pd.DataFrame, cube: Cube, masks: Masks) -> pd.DataFrame:
    """The estimates of the release, `tables.RELEASED["prevalence"]`; a row for every wave and theme.

    Parameters
    ----------
    prevalence : `tables.PREVALENCE`; a theme without estimate is hidden.
    cube, masks : the survey and what is hidden in it.
    """
    spec, key = tables.RELEASED["prevalence"], ["wave", "unit", "theme"]
    found = tables.check(prevalence, tables.PREVALENCE)
    grid = _open_cells(cube, masks).merge(found[[*key, "share", "low", "high"]], how="left", on=key)
    shown = grid["open"] & grid["share"].notna()
    grid["status"] = np.where(shown, tables.SHOWN, tables.HIDDEN)
    figures = _rounded(grid.loc[shown])
    for name in ("share", "low", "high", "rank_low", "rank_high"):
        grid[name] = figures[name].reindex(grid.index)
    return tables.check(grid[list(spec.columns)], spec)


def _open_cells(cube: Cube, masks: Masks) -> pd.DataFrame:
    """Every theme of the codebook in the whole organisation of each wave, `open` where its count is shown.

    The first detail of a theme is all its people, of every stance and eNPS group.
    """
    themes = [theme.id for theme in cube.codebook.themes]
    tops = np.flatnonzero(cube.nodes.frame["level"].to_numpy() == 0)
    hidden = masks["themes"][tops][:, ::DETAILS]
    grid = cube.nodes.frame.loc[np.repeat(tops, len(themes)), tables.UNIT_COLUMNS].reset_index(drop=True)
    return grid.assign(theme=themes * len(tops), open=~hidden.ravel())


def _rounded(shown: pd.DataFrame) -> pd.DataFrame:
    """The estimates in whole per cent, intervals outwards, with the places they may have in their wave."""
    table = pd.DataFrame(
        {
            "wave": shown["wave"],
            "share": shown["share"].round(DECIMALS),
            "low": np.floor(shown["low"] * _PARTS + _EPSILON) / _PARTS,
            "high": np.ceil(shown["high"] * _PARTS - _EPSILON) / _PARTS,
        }
    )
    ranks = [
        pd.DataFrame(dict(zip(("rank_low", "rank_high"), _places(part), strict=True)), index=part.index)
        for _, part in table.groupby("wave")
    ]
    empty = pd.DataFrame({"rank_low": [], "rank_high": []}, dtype="Int64")
    return table.join(pd.concat(ranks) if ranks else empty)


def _places(part: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    return rank_ranges(part["share"], part["low"], part["high"])
