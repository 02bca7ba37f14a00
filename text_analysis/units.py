"""Unit paths ("Förvaltningen > Avdelningen > Enheten"): level, parent, and one row per level.

The whole organisation is level 0. A unit known only from a comparison given from outside, such as the
region above the organisation, is level −1. Both have the parent "".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import pandas as pd

from text_analysis.errors import MappingError
from text_analysis.records import UNIT_SEPARATOR

OUTSIDE: Final = -1  # level of a unit above the organisation


def level(unit: str) -> int:
    """The number of levels above the unit within its path; the whole organisation has none.

    >>> level("Region > Sjukhus > Akuten")
    2
    """
    return unit.count(UNIT_SEPARATOR)


def parent(unit: str) -> str:
    """The path of the level above, "" for the whole organisation.

    >>> parent("Region > Sjukhus > Akuten")
    'Region > Sjukhus'
    """
    return unit.rpartition(UNIT_SEPARATOR)[0]


def ancestors(unit: str) -> tuple[str, ...]:
    """The paths from the whole organisation down to the unit itself.

    >>> ancestors("Region > Sjukhus")
    ('Region', 'Region > Sjukhus')
    """
    parts = unit.split(UNIT_SEPARATOR)
    return tuple(UNIT_SEPARATOR.join(parts[: depth + 1]) for depth in range(len(parts)))


def root(units: Iterable[str]) -> str:
    """The organisation that every unit belongs to.

    Raises
    ------
    MappingError : there is no unit, or the units do not have one organisation in common.

    >>> root(["Region > Sjukhus", "Region > Tandvård"])
    'Region'
    """
    roots = sorted({unit.partition(UNIT_SEPARATOR)[0] for unit in units})
    if len(roots) != 1 or not roots[0]:
        raise MappingError(
            "Enheterna har ingen gemensam organisation överst.",
            where=", ".join(roots[:5]) or "kolumnen för enhet",
            expected='organisation = "organisationens namn"',
            remedy="Skriv organisationens namn i mappningen, samma i varje fils.",
            field="organisation",
        )
    return roots[0]


def place(table: pd.DataFrame, organisation: str) -> pd.DataFrame:
    """The table with `level` and `parent` after its `unit`; a unit "" is the whole organisation.

    Parameters
    ----------
    table : has a column `unit` with full paths.
    organisation : path of level 0; units that are not below it get level −1 and parent "".
    """
    units = table["unit"].astype(str).where(table["unit"] != "", organisation)
    inside = {unit: unit.partition(UNIT_SEPARATOR)[0] == organisation for unit in units.unique()}
    levels = {unit: level(unit) if within else OUTSIDE for unit, within in inside.items()}
    parents = {unit: parent(unit) if within else "" for unit, within in inside.items()}
    return table.assign(
        unit=units, level=units.map(levels).astype("Int64"), parent=units.map(parents).astype("str")
    )


def expand(table: pd.DataFrame) -> pd.DataFrame:
    """One row per row and level: the unit itself and every unit above it.

    Parameters
    ----------
    table : has a column `unit` with full paths below one organisation.

    Returns
    -------
    The table's columns with `unit` replaced, and `level` and `parent`; the index is new.

    >>> expand(pd.DataFrame({"unit": ["R > A"], "n": [3]})).to_dict("records")
    [{'unit': 'R', 'n': 3, 'level': 0, 'parent': ''}, {'unit': 'R > A', 'n': 3, 'level': 1, 'parent': 'R'}]
    """
    codes, uniques = pd.factorize(table["unit"])
    paths = [ancestors(str(unit)) for unit in uniques]
    depth = np.array([len(path) for path in paths], dtype=np.intp)
    first = np.cumsum(depth) - depth  # where each unit's ancestors begin in `flat`
    flat = pd.Series([unit for path in paths for unit in path], dtype="str")
    repeats = depth[codes]
    rows = np.repeat(np.arange(len(table)), repeats)
    step = np.arange(len(rows)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    taken = first[codes][rows] + step
    expanded = table.iloc[rows].reset_index(drop=True)
    return expanded.assign(
        unit=flat.to_numpy()[taken],
        level=np.array([level(unit) for unit in flat], dtype=np.int64)[taken],
        parent=np.array([parent(unit) for unit in flat], dtype=object)[taken],
    ).astype({"unit": "str", "parent": "str"})
