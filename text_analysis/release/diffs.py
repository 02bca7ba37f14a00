"""Differences to the wave before and to the level above: shown only where both ends are."""

from __future__ import annotations

import numpy as np
import pandas as pd

from text_analysis.release.cube import Cube, Masks
from text_analysis.release.grid import NO_PARENT, Flags, Grid, Indices, Nodes, Numbers
from text_analysis.settings import Settings

_NO_WAVE = -1


def blank_diffs(cube: Cube, masks: Masks, settings: Settings) -> None:
    """Blank, in the grids of eNPS and indices, the differences that may not be shown.

    The other end must be shown, or given from outside. In a small unit no change is shown where the
    number of answers differs by one up to the limit: the change would be about those who came or left.
    """
    previous = previous_nodes(cube.nodes)
    for layer in ("enps", "indices"):
        grid = cube.grid(layer)
        given = _given(grid)
        known = ~masks[layer]
        before = _at(known, previous) | _earlier_given(given, grid, cube.nodes, previous)
        newcomers = _few_newcomers(cube.people(layer), previous, settings)
        above = _at(known, cube.nodes.parent) | _given_above(given, grid, cube.nodes)
        grid.columns["diff_previous"] = np.where(before & ~newcomers, grid["diff_previous"], np.nan)
        grid.columns["diff_parent"] = np.where(above, grid["diff_parent"], np.nan)


def previous_nodes(nodes: Nodes) -> Indices:
    """For each node the same unit in the nearest earlier wave it has answers in; −1 if there is none."""
    previous = np.full(len(nodes), _NO_WAVE, dtype=np.intp)
    latest: dict[str, int] = {}
    for i, unit in enumerate(nodes.frame["unit"]):  # sorted by wave
        previous[i] = latest.get(unit, _NO_WAVE)
        latest[unit] = i
    return previous


def _at(known: Flags, place: Indices) -> Flags:
    return np.asarray(known[place] & (place >= 0)[:, None], dtype=np.bool_)


def _few_newcomers(people: Numbers, previous: Indices, settings: Settings) -> Flags:
    before = np.where((previous >= 0)[:, None], people[previous], np.nan)
    change = np.abs(people - before)
    small = np.fmin(people, before) < settings.min_change
    return np.asarray((change >= 1) & (change < settings.min_scores) & small, dtype=np.bool_)


def _given(grid: Grid) -> pd.DataFrame:
    """Given figures as wave, unit and column of the grid; a key the survey did not ask is left out."""
    place = {key: i for i, key in enumerate(grid.keys)}
    columns = list(grid.key_columns)
    keys = list(grid.given[columns].itertuples(index=False, name=None)) if columns else [()] * len(grid.given)
    given = grid.given[["wave", "unit"]].assign(column=[place.get(key, -1) for key in keys])
    return given[given["column"] >= 0]


def _earlier_given(given: pd.DataFrame, grid: Grid, nodes: Nodes, previous: Indices) -> Flags:
    """Whether a figure was given for the unit in a wave after the last one with its own answers."""
    found = np.zeros((len(nodes), len(grid.keys)), dtype=np.bool_)
    waves = nodes.frame["wave"].to_numpy(dtype=object)
    for wave, unit, column in given.itertuples(index=False, name=None):
        for i in np.flatnonzero((nodes.frame["unit"] == unit).to_numpy()):
            later_than_own = previous[i] < 0 or waves[previous[i]] < wave
            found[i, column] |= bool(wave < waves[i] and later_than_own)
    return found


def _given_above(given: pd.DataFrame, grid: Grid, nodes: Nodes) -> Flags:
    """Whether a figure was given in the same wave for the level above a top unit."""
    found = np.zeros((len(nodes), len(grid.keys)), dtype=np.bool_)
    top = nodes.parent == NO_PARENT
    waves = nodes.frame["wave"].to_numpy(dtype=object)
    for wave, _, column in given.itertuples(index=False, name=None):
        found[top & (waves == wave), column] = True
    return found
