"""The protected units under a level, together: what the level has beyond the units that are shown.

Any reader can subtract, so nothing new is told; and the gate has seen to it that what is left is at least
two units and as many people as a shown figure needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from text_analysis.instruments import Instruments
from text_analysis.records import Released
from text_analysis.settings import FLOOR
from text_analysis.tables import SHOWN

MIN_UNITS = 2  # one protected unit is shown by the level above or not at all


@dataclass(frozen=True, slots=True)
class Pool:
    """The protected units of a level together; a figure that cannot be told is None."""

    parent: str
    n_units: int
    responses: float
    response_rate: float | None
    enps: float | None
    indices: tuple[float | None, ...]


def pools(
    released: Released, wave: str, index_keys: Sequence[str], instruments: Instruments
) -> tuple[Pool, ...]:
    """One pool for every unit with at least two children of which some figure is protected.

    Parameters
    ----------
    index_keys : indices to tell beside responses and eNPS.
    """
    response, enps = (_of(table, wave) for table in (released.response, released.enps))
    asked = _with_parts(index_keys, instruments)
    indices = {key: _of(released.indices[released.indices["index_key"] == key], wave) for key in asked}
    tables = [response, enps, *indices.values()]
    told = [_shown(table) for table in tables if not table.empty]
    found = []
    for parent, children in response.groupby("parent").groups.items():
        secret = [child for child in children if not all(child in units for units in told)]
        open_units = [child for child in children if child not in secret]
        pool = _left(response, str(parent), open_units, "responses")
        if len(secret) < MIN_UNITS or pool is None or pool < _least(released):
            continue
        at = (str(parent), open_units)
        sent = _left(response, *at, "sent")
        values = {key: _mean(table, *at, "value", _least(released)) for key, table in indices.items()}
        found.append(
            Pool(
                parent=str(parent),
                n_units=len(secret),
                responses=pool,
                response_rate=pool / sent if sent else None,
                enps=_mean(enps, *at, "enps", _least(released)),
                indices=tuple(_index(key, values, instruments) for key in index_keys),
            )
        )
    return tuple(found)


def _with_parts(index_keys: Sequence[str], instruments: Instruments) -> list[str]:
    """The indices that can be pooled: those themselves, and the parts of those that are made of parts."""
    return [part for key in index_keys for part in instruments.index(key).part_keys or (key,)]


def _index(key: str, values: dict[str, float | None], instruments: Instruments) -> float | None:
    parts = [values[part] for part in instruments.index(key).part_keys or (key,)]
    known = [value for value in parts if value is not None]
    return sum(known) / len(known) if len(known) == len(parts) else None


def _of(table: pd.DataFrame, wave: str) -> pd.DataFrame:
    rows = table[(table["wave"] == wave) & (table["level"] >= 0)]
    return rows.set_index("unit")


def _shown(table: pd.DataFrame) -> frozenset[str]:
    return frozenset(table.index[table["status"] == SHOWN])


def _left(table: pd.DataFrame, parent: str, shown: Sequence[object], column: str) -> float | None:
    """A count of the parent less that of its shown children; None where one of them is not known."""
    values = table[column].reindex([parent, *shown]).to_numpy(dtype=float, na_value=float("nan"))
    left = float(values[0] - values[1:].sum())
    return None if pd.isna(left) else left


def _mean(table: pd.DataFrame, parent: str, shown: Sequence[object], column: str, least: int) -> float | None:
    """The mean of those left, from sums; None where they are fewer than a shown figure needs."""
    if parent not in _shown(table):
        return None
    sums = table.assign(total=table[column].astype("Float64") * table["n"])
    n, total = _left(sums, parent, shown, "n"), _left(sums, parent, shown, "total")
    return total / n if n is not None and total is not None and n >= least else None


def _least(released: Released) -> int:
    settings = released.certificate.get("settings")
    return int(settings.get("min_scores", FLOOR)) if isinstance(settings, dict) else FLOOR
