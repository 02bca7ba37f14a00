"""Units that stick out: their eNPS is surely higher or lower than that of the level they are seen from."""

from __future__ import annotations

import pandas as pd

from text_analysis.present.cut import shown_row, unit_label
from text_analysis.present.numbers import signed
from text_analysis.present.views import PairRow
from text_analysis.records import UNIT_SEPARATOR, Released
from text_analysis.tables import SHOWN

N_EACH_WAY = 3
ENPS_RANGE = (-100.0, 100.0)


def standing_out(released: Released, wave: str, unit: str) -> tuple[PairRow, ...]:
    """The units below with the lowest and highest eNPS, where the 95 % intervals lie apart.

    With many units some stand apart by chance alone: about one in twenty would even if all were alike.
    """
    own = shown_row(released.enps, wave, unit)
    if own is None or pd.isna(own["low"]):
        return ()
    rows = released.enps
    below = rows["unit"].str.startswith(unit + UNIT_SEPARATOR)
    rows = rows[(rows["wave"] == wave) & below & (rows["status"] == SHOWN) & rows["low"].notna()]
    apart = rows[(rows["low"] > own["high"]) | (rows["high"] < own["low"])].sort_values(["enps", "unit"])
    lowest = apart[apart["enps"] < own["enps"]].head(N_EACH_WAY)
    highest = apart[apart["enps"] > own["enps"]].tail(N_EACH_WAY)
    chosen = pd.concat([lowest, highest])
    pairs = zip(chosen["unit"], chosen["enps"].astype(float), strict=True)
    return tuple(_pair(str(name), value, float(own["enps"])) for name, value in pairs)


def _pair(unit: str, value: float, whole: float) -> PairRow:
    low, high = ENPS_RANGE
    places = ((value - low) / (high - low), (whole - low) / (high - low))
    return PairRow(unit_label(unit), places, (signed(value), signed(whole)), signed(value - whole))
