"""Figures given from outside, and the differences to the wave before and to the level above."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from text_analysis.records import Survey
from text_analysis.tables import ANSWERS, GIVEN
from text_analysis.units import OUTSIDE, place, root
from text_analysis.waves import wave_before


def add_given(own: pd.DataFrame, survey: Survey, keys: Collection[str], value: str) -> pd.DataFrame:
    """The survey's own rows and those given from outside for the same measure.

    Where both exist for a wave and unit, the survey's own answers count.

    Parameters
    ----------
    own : rows from answers with wave, level, unit, parent, index_key and the column `value`.
    keys : which `index_key` of the comparisons belong to this measure.
    value : name of the column that takes the given value.
    """
    comparisons = survey.comparisons
    chosen = comparisons[comparisons["index_key"].isin(list(keys))]
    if chosen.empty:
        return own.assign(source=ANSWERS)
    placed = place(chosen, root(survey.respondents["unit"]))
    given = placed.rename(columns={"value": value}).assign(source=GIVEN)
    both = pd.concat([own.assign(source=ANSWERS), given], ignore_index=True)
    return both.drop_duplicates(["wave", "unit", "index_key"], ignore_index=True)


def add_differences(table: pd.DataFrame, value: str) -> pd.DataFrame:
    """The table with `diff_previous` and `diff_parent`, missing where there is nothing to compare with.

    The previous wave is the nearest earlier one (in text order: "2023-05" before "2023-09") in which
    the measure has any value; a unit without a value then has no difference. The level above the whole
    organisation is the unit given from outside, if there is exactly one in that wave.

    Parameters
    ----------
    table : one row per wave, unit and index_key, with level, parent and the column `value`.
    """
    key = ["wave", "unit", "index_key"]
    looked_up = table[[*key, value]].rename(columns={value: "other"})
    previous = _sought(table, looked_up, wave=wave_before(table), unit=table["unit"])
    above = _sought(table, looked_up, wave=table["wave"], unit=_unit_above(table))
    return table.assign(diff_previous=table[value] - previous, diff_parent=table[value] - above)


def _sought(
    table: pd.DataFrame, looked_up: pd.DataFrame, wave: pd.Series[str], unit: pd.Series[str]
) -> pd.Series[float]:
    sought = pd.DataFrame({"wave": wave, "unit": unit, "index_key": table["index_key"]})
    found = sought.merge(looked_up, how="left", on=["wave", "unit", "index_key"])["other"]
    return found.set_axis(table.index)


def _unit_above(table: pd.DataFrame) -> pd.Series[str]:
    outside = table.loc[table["level"] == OUTSIDE, ["wave", "index_key", "unit"]]
    single = outside.drop_duplicates(["wave", "index_key"], keep=False).rename(columns={"unit": "above"})
    found = table[["wave", "index_key"]].merge(single, how="left", on=["wave", "index_key"])["above"]
    above = found.set_axis(table.index)
    return table["parent"].where(table["level"] > 0, above.where(table["level"] == 0))
