"""Differences in words: to the wave before and to the level above, coloured only beyond chance."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from text_analysis.inference import Z_95, error_of
from text_analysis.present.cut import previous_wave, shown_row, unit_above, unit_name
from text_analysis.present.numbers import decimal, interval
from text_analysis.present.translation import say
from text_analysis.present.views import Change, Tone
from text_analysis.tables import ANSWERS


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
    low, high = difference_interval(row, other, difference)
    if pd.isna(low):
        return Change(text + say(" (osäker skillnad)"))
    spread = interval(low, high, sign=True)
    if low <= 0 <= high:
        return Change(text + say(" ({spread}, osäker skillnad)", spread=spread))
    return Change(f"{text} ({spread})", _tone(difference, high_is_bad))


def _tone(difference: float, high_is_bad: bool) -> Tone:
    return "better" if (difference > 0) != high_is_bad else "worse"


def difference_interval(row: pd.Series, other: pd.Series | None, difference: float) -> tuple[float, float]:
    """The 95 % interval of a difference between two figures; missing where one's interval is protected.

    The two are taken as independent, which is cautious: people who answered both times, or belong to both
    units, make the true interval narrower. A figure given from outside has no error of its own.
    """
    half = Z_95 * float(np.hypot(_error(row), 0.0 if other is None or _is_given(other) else _error(other)))
    return difference - half, difference + half


def _is_given(row: pd.Series) -> bool:
    return bool(row.get("source", ANSWERS) != ANSWERS)


def _error(row: pd.Series) -> float:
    known = pd.notna(row["low"]) and pd.notna(row["high"])
    return float(error_of(row["low"], row["high"])) if known else float("nan")
