"""How the themes' shares differ from the wave before, in words; only where both waves show them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from text_analysis.inference import share_difference
from text_analysis.present.cut import previous_wave, rows_of
from text_analysis.present.numbers import decimal, interval
from text_analysis.present.translation import say
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN


def change_words(released: Released, wave: str, unit: str) -> dict[str, str]:
    """The change of each theme's share in percentage points, with its 95 % interval or as uncertain."""
    themes = released.themes
    whole = themes[(themes["stance"] == ALL) & (themes["enps_group"] == ALL) & (themes["status"] == SHOWN)]
    before = previous_wave(whole, wave, unit)
    return dict(_told(rows_of(whole, wave, unit), rows_of(whole, before, unit), before))


def _told(now: pd.DataFrame, earlier: pd.DataFrame, before: str) -> Iterator[tuple[str, str]]:
    pairs = now.merge(earlier, on="theme", suffixes=("", "_before"))
    pairs = pairs[(pairs["n_respondents"] > 0) & (pairs["n_respondents_before"] > 0)]
    for _, pair in pairs.iterrows():
        n, n_before = float(pair["n_respondents"]), float(pair["n_respondents_before"])
        writers, writers_before = n / float(pair["share"]), n_before / float(pair["share_before"])
        yield str(pair["theme"]), _words(*share_difference(n, writers, n_before, writers_before), before)


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
