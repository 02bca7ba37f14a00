"""Themes beside indices as a heat map: for every theme, the indices that measure the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pandas as pd

from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.present.cut import rows_of
from text_analysis.present.indices import INSTRUMENT_NAMES
from text_analysis.present.kept import kept
from text_analysis.present.links import tied_rows
from text_analysis.present.numbers import decimal, signed
from text_analysis.present.translation import say, theme_name
from text_analysis.present.views import HeatChip, HeatGrid
from text_analysis.records import Released

FULL: Final = 0.4  # a difference of this share of the scale has the strongest colour


@kept
def index_heat(released: Released, wave: str, unit: str, instruments: Instruments) -> HeatGrid | None:
    """A row a theme and a column an instrument, with what the theme's writers differ from other writers.

    The theme with the worst difference comes first. None where no difference may be shown.
    """
    rows = _tied(released, wave, unit, instruments)
    if rows.empty:
        return None
    asked = {instruments.index(str(key)).instrument for key in rows["index_key"]}
    columns = [key for key in INSTRUMENT_NAMES if key in asked]
    lines = [
        (theme_name(released.codebook.theme(str(theme))), _chips(own, instruments, columns))
        for theme, own in rows.groupby("theme", sort=False)
    ]
    return HeatGrid(tuple(say(INSTRUMENT_NAMES[key][0]) for key in columns), tuple(lines))


def index_table(released: Released, wave: str, unit: str, instruments: Instruments) -> pd.DataFrame:
    """The same as a table, with the values of those who write about the theme and of other writers."""
    lines = [
        {
            say("Tema"): theme_name(released.codebook.theme(str(row["theme"]))),
            say("Index"): say(instruments.index(str(row["index_key"])).name),
            say("skriver om temat"): decimal(row["index_with"]),
            say("skriver om annat"): decimal(row["index_without"]),
            say("Skillnad"): signed(row["gap"]),
        }
        for _, row in _tied(released, wave, unit, instruments).iterrows()
    ]
    return pd.DataFrame(lines)


def _tied(released: Released, wave: str, unit: str, instruments: Instruments) -> pd.DataFrame:
    """The shown links with an index, and how much better (share of the scale) the theme's writers have it."""
    rows = tied_rows(rows_of(released.links, wave, unit), instruments)
    better = [
        _better(float(gap), instruments.index(str(key)))
        for gap, key in zip(rows["gap"], rows["index_key"], strict=True)
    ]
    rows = rows.assign(better=better)
    return rows.assign(worst=rows.groupby("theme")["better"].transform("min")).sort_values(
        ["worst", "theme", "better"], kind="stable"
    )


def _better(gap: float, index: IndexDefinition) -> float:
    low, high = index.value_range
    return gap / (high - low) * (-1 if index.high_is_bad else 1)


def _chips(
    own: pd.DataFrame, instruments: Instruments, columns: Iterable[str]
) -> tuple[tuple[HeatChip, ...], ...]:
    """The differences of one theme, by instrument."""
    told = [
        (instruments.index(str(row["index_key"])), float(row["gap"]), float(row["better"]))
        for _, row in own.iterrows()
    ]
    return tuple(
        tuple(
            HeatChip(say(index.name), signed(gap), min(abs(better) / FULL, 1.0), better >= 0)
            for index, gap, better in told
            if index.instrument == instrument
        )
        for instrument in columns
    )
