"""The measures as arrays: one row a unit and wave (a node), one column a cell key.

A grid is complete: a unit has a row for every key that was asked in its wave, also where nobody answered.
Otherwise the mere presence of a hidden row would tell that somebody is behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from text_analysis.errors import REPORT, TableError
from text_analysis.tables import ANSWERS, TableSpec, check

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]
Key = tuple[object, ...]

NO_PARENT: Final = -1


@dataclass(frozen=True)
class Nodes:
    """Every unit and wave that has answers of its own, parents known by position.

    Attributes
    ----------
    frame : wave, level, unit, parent; sorted by wave and unit.
    parent : position of the parent, `NO_PARENT` for the top.
    direct : number of responses that belong to the unit itself and to none of its children.
    """

    frame: pd.DataFrame = field(repr=False)
    parent: Indices
    direct: Numbers

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def families(self) -> tuple[tuple[int, Indices], ...]:
        """Each parent with its children, deepest parents first."""
        depth = self.frame["level"].to_numpy(dtype=np.int64)
        parents = [int(p) for p in np.unique(self.parent[self.parent != NO_PARENT])]
        parents.sort(key=lambda p: (-int(depth[p]), p))
        return tuple((p, np.flatnonzero(self.parent == p)) for p in parents)

    @cached_property
    def families_of(self) -> dict[int, Indices]:
        """The children of each parent."""
        return dict(self.families)

    @cached_property
    def top_down(self) -> Indices:
        """Positions ordered so that a parent stands before its children."""
        return np.argsort(self.frame["level"].to_numpy(dtype=np.int64), kind="stable")

    @cached_property
    def same_people(self) -> Indices:
        """For each node, the highest node with exactly the same people (its parent, if an only child)."""
        same = np.arange(len(self), dtype=np.intp)
        for node in self.top_down:
            parent = int(self.parent[node])
            if parent != NO_PARENT and len(self.families_of[parent]) == 1 and self.direct[parent] == 0:
                same[node] = same[parent]
        return same

    @cached_property
    def position(self) -> dict[Key, int]:
        """Position of a wave and unit."""
        return {
            (wave, unit): i
            for i, (wave, unit) in enumerate(zip(self.frame["wave"], self.frame["unit"], strict=True))
        }


def nodes_of(response: pd.DataFrame) -> Nodes:
    """The nodes of a checked response table (its own rows, not the given ones)."""
    own = response[response["source"] == ANSWERS]
    frame = own[["wave", "level", "unit", "parent", "responses"]].copy()
    frame["parent"] = frame["parent"].fillna("")
    frame = frame.sort_values(["wave", "unit"], kind="stable", ignore_index=True)
    place = {pair: i for i, pair in enumerate(zip(frame["wave"], frame["unit"], strict=True))}
    pairs = zip(frame["wave"], frame["parent"], strict=True)
    parent = np.array([place.get(pair, NO_PARENT) for pair in pairs], dtype=np.intp)
    responses = frame["responses"].to_numpy(dtype=np.float64, na_value=0.0)
    below = np.zeros(len(frame))
    np.add.at(below, parent[parent != NO_PARENT], responses[parent != NO_PARENT])
    is_parent = np.isin(np.arange(len(frame)), parent)
    return Nodes(frame.drop(columns="responses"), parent, np.where(is_parent, responses - below, 0.0))


@dataclass(frozen=True)
class Grid:
    """A table as arrays of shape (nodes, keys); absent numbers are NaN.

    Attributes
    ----------
    spec : the measures table's specification.
    key_columns : names of the parts of a key.
    keys : the cell keys, in order.
    columns : the numbers, by column.
    asked : whether the key exists in the node's wave.
    given : rows given from outside (comparisons), as they came.
    """

    spec: TableSpec
    key_columns: tuple[str, ...]
    keys: tuple[Key, ...]
    columns: dict[str, Numbers] = field(repr=False)
    asked: Flags = field(repr=False)
    given: pd.DataFrame = field(repr=False)

    def __getitem__(self, column: str) -> Numbers:
        return self.columns[column]

    def counts(self, column: str) -> Numbers:
        """A column of counts; nobody is 0."""
        return np.nan_to_num(self.columns[column])


def grid_of(table: pd.DataFrame, spec: TableSpec, nodes: Nodes, keys: Sequence[Key] | None = None) -> Grid:
    """The table as a complete grid over the nodes.

    Parameters
    ----------
    table : a measures table.
    spec : its specification.
    nodes : the units and waves of the response table.
    keys : every key there can be, in order; those of the table, sorted, if None.

    Raises
    ------
    TableError : the table has a unit without a response row, or an unknown key.
    """
    checked = check(table, spec)
    key_columns = tuple(name for name in spec.key if name not in {"wave", "unit"})
    if spec.name == "distribution":
        key_columns = ("index_key", *key_columns)
    own = checked[checked["source"] == ANSWERS] if "source" in checked else checked
    pairs = _tuples(own, ["wave", "unit"])
    found = _tuples(own, key_columns) if key_columns else []
    ordered = tuple(keys) if keys is not None else tuple(sorted(set(found))) if key_columns else ((),)
    row = _positions(pairs, nodes.position, spec)
    column = _positions(found or [()] * len(own), {key: i for i, key in enumerate(ordered)}, spec)
    shape = (len(nodes), len(ordered))
    asked = _asked(nodes, row, column, shape, keys is not None)
    numbers = [name for name in spec.columns if name not in {*_LABELS, *key_columns}]
    columns = {name: _spread(own[name], row, column, shape) for name in numbers}
    return Grid(spec, key_columns, ordered, columns, asked, checked.drop(own.index))


def _tuples(table: pd.DataFrame, columns: Sequence[str]) -> list[Key]:
    """The rows of some columns; by way of numpy, as pandas' strings are slow to step through."""
    parts = [table[name].fillna("").to_numpy(dtype=object).tolist() for name in columns]
    return list(zip(*parts, strict=True))


_LABELS: Final = frozenset({"wave", "level", "unit", "parent", "source"})


def _positions(wanted: Sequence[Key], places: Mapping[Key, int], spec: TableSpec) -> Indices:
    missing = [key for key in wanted if key not in places]
    if missing:
        raise TableError(
            f"Tabellen {spec.name} har rader som saknar enhet i svarstabellen eller har okänd nyckel.",
            where=str(missing[0]),
            remedy=REPORT,
        )
    return np.array([places[key] for key in wanted], dtype=np.intp)


def _asked(nodes: Nodes, row: Indices, column: Indices, shape: tuple[int, int], whole: bool) -> Flags:
    """A key is asked in a wave if any unit has a row for it (or for any key, where keys are a fixed list)."""
    waves, wave = np.unique(nodes.frame["wave"].to_numpy(dtype=object).astype(str), return_inverse=True)
    asked = np.zeros((len(waves), shape[1]), dtype=np.bool_)
    asked[wave[row], column] = True
    if whole:
        asked[:] = asked.any(axis=1, keepdims=True)
    return np.asarray(asked[wave], dtype=np.bool_)


def _spread(values: pd.Series[float], row: Indices, column: Indices, shape: tuple[int, int]) -> Numbers:
    spread = np.full(shape, np.nan)
    spread[row, column] = values.to_numpy(dtype=np.float64, na_value=np.nan)
    return spread
