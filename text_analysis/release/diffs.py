"""Differences to the wave before and to the level above: shown only where both ends are."""

from __future__ import annotations

from typing import Final

import pandas as pd

from text_analysis.settings import Settings
from text_analysis.tables import SHOWN
from text_analysis.waves import wave_before

_KEY: Final = ["wave", "unit", "index_key"]
_TOP: Final = 0


def blank_diffs(table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """The released table without the differences that may not be shown.

    The other end must be shown, or given from outside. In a small unit no change is shown where the
    number of answers differs by one up to the limit: the change would be about those who came or left.

    Parameters
    ----------
    table : released eNPS or indices.
    settings : `min_change` and `min_scores`.
    """
    keyed = table.assign(index_key="") if "index_key" not in table else table
    shown = keyed[keyed["status"] == SHOWN]
    ends = shown[[*_KEY, "n"]].assign(open=True)
    before = _end(keyed.assign(wave=wave_before(keyed)), ends)
    above = _end(keyed.assign(unit=keyed["parent"]), ends)
    few_new = _few_newcomers(keyed["n"].astype("Float64"), before["n"].astype("Float64"), settings)
    # the level above the organisation is a figure given from outside, so it is always shown
    has_above = above["open"] | (keyed["level"] <= _TOP).to_numpy(dtype=bool)
    return table.assign(
        diff_previous=table["diff_previous"].where(before["open"] & ~few_new),
        diff_parent=table["diff_parent"].where(has_above),
    )


def _end(sought: pd.DataFrame, ends: pd.DataFrame) -> pd.DataFrame:
    found = sought[_KEY].merge(ends, how="left", on=_KEY)[["n", "open"]].set_axis(sought.index)
    return found.assign(open=found["open"].notna())


def _few_newcomers(n: pd.Series[float], before: pd.Series[float], settings: Settings) -> pd.Series[bool]:
    change = (n - before).abs()
    small = (n < settings.min_change) | (before < settings.min_change)
    few = (change >= 1) & (change < settings.min_scores) & small
    return few.fillna(value=False).astype(bool)
