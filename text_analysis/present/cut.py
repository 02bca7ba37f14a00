"""Rows of a release: its waves, its units, and a unit's rows or those of the nearest level above."""

from __future__ import annotations

import pandas as pd

from text_analysis.present.translation import say
from text_analysis.present.views import Shown
from text_analysis.records import UNIT_SEPARATOR, Released
from text_analysis.tables import ANSWERS, SHOWN
from text_analysis.units import ancestors, parent

WHOLE = " (hela)"  # after the name of the whole organisation in a list of units


def waves(released: Released) -> tuple[str, ...]:
    """The waves with answers of their own, oldest first."""
    own = released.response.loc[released.response["source"] == ANSWERS, "wave"]
    return tuple(sorted(own.unique()))


def units(released: Released, wave: str) -> tuple[str, ...]:
    """The units of a wave as full paths, the whole organisation first, then in the order of the tree."""
    rows = released.response
    own = rows[(rows["wave"] == wave) & (rows["source"] == ANSWERS)]
    return tuple(sorted(own["unit"].unique(), key=lambda path: path.split(UNIT_SEPARATOR)))


def unit_name(unit: str) -> str:
    """The unit's own name, the last part of its path.

    >>> unit_name("HSF > NSV Umeå > Akuten")
    'Akuten'
    """
    return unit.rsplit(UNIT_SEPARATOR, 1)[-1]


def unit_label(unit: str) -> str:
    """The unit as a list of choices shows it: the path below the whole organisation.

    >>> unit_label("HSF > NSV Umeå > Akuten"), unit_label("HSF")
    ('NSV Umeå › Akuten', 'HSF (hela)')
    """
    below = unit.split(UNIT_SEPARATOR)[1:]
    return " › ".join(below) if below else unit + say(WHOLE)


def rows_of(table: pd.DataFrame, wave: str, unit: str) -> pd.DataFrame:
    """The rows of one unit and wave."""
    return table[(table["wave"] == wave) & (table["unit"] == unit)]


def nearest(table: pd.DataFrame, wave: str, unit: str) -> Shown:
    """The unit's rows if at least one is shown, or those of the nearest level above that has one."""
    for candidate in reversed(ancestors(unit)):
        rows = rows_of(table, wave, candidate)
        if (rows["status"] == SHOWN).any():
            return Shown(candidate, unit, rows)
    return Shown("", unit, table.iloc[:0])


def shown_row(table: pd.DataFrame, wave: str, unit: str) -> pd.Series | None:
    """The one shown row of a unit and wave in a table with one row each, or None."""
    rows = rows_of(table, wave, unit)
    rows = rows[rows["status"] == SHOWN]
    return None if rows.empty else rows.iloc[0]


def earlier_wave(released: Released, wave: str) -> str:
    """The survey's wave before this one; empty for its first."""
    return max((name for name in waves(released) if name < wave), default="")


def previous_wave(table: pd.DataFrame, wave: str, unit: str) -> str:
    """The latest earlier wave in which the unit has a shown row, or empty."""
    earlier = table[(table["unit"] == unit) & (table["wave"] < wave) & (table["status"] == SHOWN)]
    return "" if earlier.empty else str(earlier["wave"].max())


def unit_above(table: pd.DataFrame, unit: str) -> str:
    """The level above: the parent, or for the whole organisation the outside unit given for comparison."""
    if parent(unit):
        return parent(unit)
    outside = sorted(table.loc[table["level"] < 0, "unit"].unique())
    return outside[0] if outside else ""
