"""Differences in words: to the wave before and to the level above, coloured only beyond chance."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from text_analysis.present.cut import previous_wave, shown_row, unit_above, unit_name
from text_analysis.present.numbers import decimal
from text_analysis.present.translation import say
from text_analysis.present.views import Change, Tone


def changes(table: pd.DataFrame, row: pd.Series, *, high_is_bad: bool = False) -> tuple[Change, ...]:
    """What is different since the wave before and against the level above, where the release says so.

    Parameters
    ----------
    table : released rows of the same measure, for every unit and wave (for an index: of that index).
    row : the shown row whose differences are told.
    high_is_bad : True where a rise is for the worse.
    """
    return tuple(_told(table, row, high_is_bad))


def _told(table: pd.DataFrame, row: pd.Series, high_is_bad: bool) -> Iterator[Change]:
    wave, unit = str(row["wave"]), str(row["unit"])
    before, above = previous_wave(table, wave, unit), unit_above(table, unit)
    if pd.notna(row["diff_previous"]) and before:
        other = shown_row(table, before, unit)
        against = say("sedan {wave}", wave=before)
        yield _change(float(row["diff_previous"]), row, other, against, high_is_bad)
    if pd.notna(row["diff_parent"]) and above:
        other = shown_row(table, wave, above)
        against = say("mot {unit}", unit=unit_name(above))
        yield _change(float(row["diff_parent"]), row, other, against, high_is_bad)


def _change(
    difference: float, row: pd.Series, other: pd.Series | None, against: str, high_is_bad: bool
) -> Change:
    amount = decimal(abs(difference))
    if not round(difference, 1):
        return Change(say("ingen skillnad {against}", against=against))
    text = f"{'▲' if difference > 0 else '▼'} {amount} {against}"
    if not _beyond_chance(row, other, difference):
        return Change(text + say(" (osäker skillnad)"))
    return Change(text, _tone(difference, high_is_bad))


def _tone(difference: float, high_is_bad: bool) -> Tone:
    return "better" if (difference > 0) != high_is_bad else "worse"


def _beyond_chance(row: pd.Series, other: pd.Series | None, difference: float) -> bool:
    """Whether the two 95 % intervals lie apart; stricter than a test of the difference.

    A figure given from outside has no interval and counts as a point.
    """
    if pd.isna(row["low"]) or pd.isna(row["high"]):
        return False
    measure = "enps" if "enps" in row.index else "value"
    point = float(row[measure]) - difference
    low, high = point, point
    if other is not None and pd.notna(other["low"]):
        low, high = float(other["low"]), float(other["high"])
    return bool(high < float(row["low"]) or low > float(row["high"]))
