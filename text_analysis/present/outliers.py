"""What sticks out: units whose eNPS or index lies surely apart from the level they are seen from.

Every unit's value is first drawn towards that level as far as its own error demands, so that the noise of
small units does not rank first.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from text_analysis.inference import Z_95, error_of, shrunk
from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.present.cut import shown_row, unit_label
from text_analysis.present.kept import kept
from text_analysis.present.numbers import decimal, signed
from text_analysis.present.translation import say
from text_analysis.present.views import PairRow, pair_row
from text_analysis.records import ENPS_RANGE, UNIT_SEPARATOR, Released
from text_analysis.tables import SHOWN

N_EACH_WAY: Final = 3
N_INDICES: Final = 6


@kept
def standing_out(released: Released, wave: str, unit: str) -> tuple[PairRow, ...]:
    """The units below with the lowest and highest eNPS, surely apart from the whole's after shrinkage."""
    own = shown_row(released.enps, wave, unit)
    if own is None:
        return ()
    centre = float(own["enps"])
    apart = _apart(_below(released.enps, wave, unit), "enps", centre, ENPS_RANGE)
    lowest = apart[apart["drawn"] < centre].head(N_EACH_WAY)
    highest = apart[apart["drawn"] > centre].tail(N_EACH_WAY)
    chosen = pd.concat([lowest, highest])
    pairs = zip(chosen["unit"], chosen["enps"].astype(float), strict=True)
    return tuple(
        pair_row(unit_label(str(name)), (value, centre), (signed(value), signed(centre)), ENPS_RANGE)
        for name, value in pairs
    )


@kept
def standing_out_on_indices(
    released: Released, wave: str, unit: str, instruments: Instruments
) -> tuple[PairRow, ...]:
    """The units and indices surely apart from the whole, farthest along their scale after shrinkage first."""
    below = _below(released.indices, wave, unit)
    found = []
    for index in (index for index in instruments.indices if len(index.part_keys) != 1):
        table = released.indices[released.indices["index_key"] == index.key]
        own = shown_row(table, wave, unit)
        if own is None:
            continue
        low, high = index.value_range
        units = below[below["index_key"] == index.key]
        apart = _apart(units, "value", float(own["value"]), index.value_range)
        far = (apart["drawn"] - float(own["value"])).abs() / (high - low)
        found += [
            (-gap, index.key, name, float(value), float(own["value"]))
            for gap, name, value in zip(far, apart["unit"], apart["value"], strict=True)
        ]
    farthest = sorted(found)[:N_INDICES]
    return tuple(_index_pair(instruments.index(key), *told) for _, key, *told in farthest)


def _below(table: pd.DataFrame, wave: str, unit: str) -> pd.DataFrame:
    """The shown rows of the units below, whose number of answers may be told."""
    rows = table[(table["wave"] == wave) & (table["status"] == SHOWN) & table["n"].notna()]
    return rows[rows["unit"].str.startswith(unit + UNIT_SEPARATOR)]


def _apart(rows: pd.DataFrame, measure: str, centre: float, value_range: tuple[float, float]) -> pd.DataFrame:
    """The rows that lie surely apart, with their shrunken value `drawn`, lowest first."""
    value = rows[measure].to_numpy(dtype=np.float64)
    drawn, left = shrunk(value, _errors(rows, value, value_range), centre)
    far = (left > 0) & (np.abs(drawn - centre) > Z_95 * left)
    return rows.assign(drawn=drawn)[far].sort_values(["drawn", "unit"])


def _errors(rows: pd.DataFrame, value: np.ndarray, value_range: tuple[float, float]) -> np.ndarray:
    """Standard errors from the intervals; where that is protected, the largest that value and n allow."""
    low, high = value_range
    most = np.sqrt((value - low) * (high - value) / rows["n"].to_numpy(dtype=np.float64))
    ends = (rows[end].to_numpy(dtype=np.float64, na_value=np.nan) for end in ("low", "high"))
    known = error_of(*ends)
    # a unit that lies at the end of its scale has no interval to speak of; half a step of people then
    least = (high - low) / 100 / np.sqrt(rows["n"].to_numpy(dtype=np.float64))
    return np.asarray(np.maximum(np.where(np.isnan(known), most, known), least), dtype=np.float64)


def _index_pair(index: IndexDefinition, unit: str, value: float, centre: float) -> PairRow:
    texts = (decimal(value), decimal(centre))
    return pair_row(f"{unit_label(unit)}: {say(index.name)}", (value, centre), texts, index.value_range)
