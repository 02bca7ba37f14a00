"""How the themes' shares differ from the wave before, in words; only where both waves show them."""

from __future__ import annotations

import pandas as pd

from text_analysis.inference import share_difference
from text_analysis.present.cut import previous_wave, rows_of
from text_analysis.present.numbers import decimal, interval
from text_analysis.present.translation import say
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

Difference = tuple[float, float, float]


def share_changes(
    released: Released, pair: tuple[str, str], unit: str, stance: str = ALL
) -> dict[str, Difference]:
    """By theme the difference of its share between two waves, earlier and later, with its 95 % interval.

    Only themes with people in both waves; shares are 0–1, of those who wrote a comment.
    """
    themes = released.themes
    cells = themes[(themes["stance"] == stance) & (themes["enps_group"] == ALL) & (themes["status"] == SHOWN)]
    cells = cells[cells["n_respondents"] > 0]
    before, now = (rows_of(cells, wave, unit) for wave in pair)
    return {
        str(both["theme"]): share_difference(*_counts(both, ""), *_counts(both, "_before"))
        for _, both in now.merge(before, on="theme", suffixes=("", "_before")).iterrows()
    }


def _counts(row: pd.Series, which: str) -> tuple[float, float]:
    """People with the theme, and the writers they are of."""
    count = float(row[f"n_respondents{which}"])
    return count, count / float(row[f"share{which}"])


def change_words(released: Released, wave: str, unit: str) -> dict[str, str]:
    """The change of each theme's share in percentage points, with its 95 % interval or as uncertain."""
    themes = released.themes
    whole = themes[(themes["stance"] == ALL) & (themes["enps_group"] == ALL)]
    before = previous_wave(whole, wave, unit)
    changes = share_changes(released, (before, wave), unit)
    return {theme: _words(*change, before) for theme, change in changes.items()}


def _words(difference: float, low: float, high: float, before: str) -> str:
    """A change of a share, 0–1.

    >>> _words(0.051, 0.012, 0.09, "2023-05")
    '▲ 5,1 procentenheter sedan 2023-05 (+1,2 till +9,0)'
    >>> _words(-0.02, -0.06, 0.02, "2023-05")
    '▼ 2,0 procentenheter sedan 2023-05 (osäkert)'
    """
    if not round(difference * 100, 1):
        return say("ingen skillnad {against}", against=say("sedan {wave}", wave=before))
    change = f"{'▲' if difference > 0 else '▼'} {decimal(abs(difference) * 100)}"
    if low <= 0 <= high:
        return say("{change} procentenheter sedan {wave} (osäkert)", change=change, wave=before)
    spread = interval(low * 100, high * 100, sign=True)
    return say("{change} procentenheter sedan {wave} ({spread})", change=change, wave=before, spread=spread)
