"""The units of a wave as a tree with their figures, and a unit beside another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from text_analysis.instruments import Instruments
from text_analysis.present.cut import nearest, shown_row, unit_label, unit_name, units
from text_analysis.present.kept import kept
from text_analysis.present.numbers import decimal, people, percent, signed, whole
from text_analysis.present.pooled import Pool, pools
from text_analysis.present.translation import say
from text_analysis.present.views import PairRow, pair_row
from text_analysis.present.wording import HIDDEN
from text_analysis.records import ENPS_RANGE, UNIT_SEPARATOR, Released
from text_analysis.tables import ALL, SHOWN
from text_analysis.units import level

HEADLINE_INDICES = ("hme", "hse")  # the totals that fit beside eNPS in the tree


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the tree: its depth, and its figures as strings in the order of `columns`.

    Where all of them are protected, `instead` says so and names the nearest level above.
    """

    unit: str
    name: str
    depth: int
    figures: tuple[str, ...]
    hidden: bool
    instead: str = ""


def columns(released: Released, instruments: Instruments) -> tuple[str, ...]:
    """The names of the figures of a row."""
    asked = set(released.indices["index_key"])
    names = [say(instruments.index(key).name) for key in HEADLINE_INDICES if key in asked]
    return (say("Svar"), say("Svarsfrekvens"), "eNPS", *names)


@kept
def unit_rows(released: Released, wave: str, instruments: Instruments) -> tuple[UnitRow, ...]:
    """Every unit of the wave in the order of the tree, and the protected ones of a level together."""
    asked = [key for key in HEADLINE_INDICES if key in set(released.indices["index_key"])]
    response = _by_unit(released.response, wave)
    enps = _by_unit(released.enps, wave)
    values = {
        key: _by_unit(released.indices[released.indices["index_key"] == key], wave)["value"] for key in asked
    }
    found = []
    for unit in units(released, wave):
        figures = (
            _figure(response["responses"], unit, whole),
            _figure(response["response_rate"], unit, percent),
            _figure(enps["enps"], unit, signed),
            *(_figure(values[key], unit, decimal) for key in asked),
        )
        hidden = all(figure in {say(HIDDEN), ""} for figure in figures)
        instead = _instead(released, wave, unit) if hidden else ""
        found.append(UnitRow(unit, unit_name(unit), level(unit), figures, hidden, instead))
    for pool in pools(released, wave, asked, instruments):
        below = [
            place for place, row in enumerate(found) if row.unit.startswith(pool.parent + UNIT_SEPARATOR)
        ]
        found.insert(below[-1] + 1, _pool_row(pool))
    return tuple(found)


def _instead(released: Released, wave: str, unit: str) -> str:
    """What stands in a protected unit's row: why, and the nearest level above with its eNPS."""
    shown = nearest(released.enps, wave, unit)
    if shown.is_empty:
        return ""
    told = {"unit": unit_name(shown.unit), "enps": signed(shown.rows["enps"].iloc[0])}
    return say("för få svar här eller i en grannenhet; närmaste nivå ovanför är {unit}, eNPS {enps}", **told)


def _pool_row(pool: Pool) -> UnitRow:
    """The row of the protected units of a level; it is no unit, so it has no path of its own."""
    name = say("Övriga enheter tillsammans ({n} st)", n=whole(pool.n_units))
    figures = (
        whole(pool.responses),
        "" if pool.response_rate is None else percent(pool.response_rate),
        say(HIDDEN) if pool.enps is None else signed(pool.enps),
        *(say(HIDDEN) if value is None else decimal(value) for value in pool.indices),
    )
    return UnitRow("", name, level(pool.parent) + 1, figures, hidden=False)


def _by_unit(table: pd.DataFrame, wave: str) -> pd.DataFrame:
    return table[(table["wave"] == wave) & (table["status"] == SHOWN)].set_index("unit")


def _figure(column: pd.Series, unit: str, write: Callable[[float], str]) -> str:
    if unit not in column.index:
        return say(HIDDEN)
    value = column[unit]
    return "" if pd.isna(value) else write(value)


@kept
def compare(
    released: Released, wave: str, unit: str, other: str, instruments: Instruments
) -> tuple[PairRow, ...]:
    """Every figure that both units may show, on the scale of the figure."""
    pairs = [_enps_pair(released, wave, unit, other)]
    both = released.indices[released.indices["unit"].isin([unit, other])]
    for index in (index for index in instruments.indices if len(index.part_keys) != 1):
        table = both[both["index_key"] == index.key]
        rows = shown_row(table, wave, unit), shown_row(table, wave, other)
        if rows[0] is not None and rows[1] is not None:
            first, second = float(rows[0]["value"]), float(rows[1]["value"])
            told = (decimal(first), decimal(second))
            pairs.append(pair_row(say(index.name), (first, second), told, index.value_range))
    return tuple(pair for pair in pairs if pair is not None)


def _enps_pair(released: Released, wave: str, unit: str, other: str) -> PairRow | None:
    first, second = shown_row(released.enps, wave, unit), shown_row(released.enps, wave, other)
    if first is None or second is None:
        return None
    values = (float(first["enps"]), float(second["enps"]))
    return pair_row("eNPS", values, (signed(values[0]), signed(values[1])), ENPS_RANGE)


@kept
def theme_units(released: Released, wave: str, unit: str, theme_id: str) -> tuple[PairRow, ...]:
    """The units below that may show a theme, the largest share first, each beside the unit itself."""
    cells = released.themes
    rows = cells[(cells["theme"] == theme_id) & (cells["wave"] == wave) & (cells["status"] == SHOWN)]
    rows = rows[(rows["stance"] == ALL) & (rows["enps_group"] == ALL)]
    own = rows.loc[rows["unit"] == unit, "share"].astype(float)
    below = rows[rows["unit"].str.startswith(unit + UNIT_SEPARATOR)]
    if own.empty:
        return ()
    whole_share = float(own.iloc[0])
    ordered = below.sort_values(["share", "unit"], ascending=[False, True])
    pairs = zip(ordered["unit"], ordered["share"].astype(float), ordered["n_respondents"], strict=True)
    return tuple(
        PairRow(
            unit_label(str(name)), (share, whole_share), (percent(share), percent(whole_share)), people(n)
        )
        for name, share, n in pairs
    )
