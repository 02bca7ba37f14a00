"""The released tables: grids without the numbers of hidden cells."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.records import ENPS_GROUPS
from text_analysis.release.cube import LAYERS, Cube, Masks
from text_analysis.release.grid import Flags, Grid, Nodes
from text_analysis.tables import ANSWERS, HIDDEN, SHOWN

# The layer that decides a row's status is the one with the table's name; these columns need another too.
FINER: Final = {
    "response": {"n_writers": "writers", "n_comments": "writers", "n_writers_without_theme": "untagged"},
    "enps": dict.fromkeys((*ENPS_GROUPS, "low", "high"), "enps_spread"),
    "indices": dict.fromkeys(("low", "high"), "index_spread"),
}


def emit(cube: Cube, masks: Masks) -> dict[str, pd.DataFrame]:
    """Every table of the release that is made of cells, by name, in order of wave, unit and key."""
    return {name: _table(name, cube, masks) for name in dict.fromkeys(LAYERS.values())}


def _table(name: str, cube: Cube, masks: Masks) -> pd.DataFrame:
    grid, spec = cube.grids[name], tables.RELEASED[name]
    kept = grid.asked.ravel()
    labels = _labels(grid, cube.nodes)
    hidden = masks[name]
    labels["status"] = np.where(hidden, HIDDEN, SHOWN).ravel()
    numbers = {
        column: np.where(_mask(name, column, masks), np.nan, values).ravel()
        for column, values in grid.columns.items()
        if column in spec.columns
    }
    table = pd.DataFrame({**labels, **numbers})[kept]
    if "source" in spec.columns:
        table["source"] = ANSWERS
    return tables.check(_with_given(table, grid), spec)


def _mask(name: str, column: str, masks: Masks) -> Flags:
    finer = FINER.get(name, {}).get(column)
    return masks[name] | masks[finer] if finer else masks[name]


def _labels(grid: Grid, nodes: Nodes) -> dict[str, object]:
    repeated = nodes.frame.loc[nodes.frame.index.repeat(len(grid.keys))]
    labels: dict[str, object] = {name: repeated[name].to_numpy() for name in tables.UNIT}
    for i, column in enumerate(grid.key_columns):
        labels[column] = np.tile(np.array([key[i] for key in grid.keys], dtype=object), len(nodes))
    return labels


def _with_given(table: pd.DataFrame, grid: Grid) -> pd.DataFrame:
    """The rows with the figures given from outside, which are always shown, in their place."""
    if grid.given.empty:
        return table
    given = grid.given.assign(status=SHOWN, parent=grid.given["parent"].fillna(""))
    types = grid.spec.columns
    typed = table.astype({name: types[name] for name in types if name in table})
    both = pd.concat([typed, given], ignore_index=True)
    return both.sort_values(["wave", "unit", *grid.key_columns], kind="stable", ignore_index=True)
