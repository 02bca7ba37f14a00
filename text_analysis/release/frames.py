"""Where the people of a wave are: base units, what lies above them, and matrices made of that.

The audit makes thousands of systems over the same few sets of units, so what depends on the units alone is
made once, and the matrices are made of positions rather than by sparse products.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from text_analysis.release.cube import Cube
from text_analysis.release.grid import NO_PARENT, Flags, Indices, Numbers

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True)
class Places:
    """A matrix by the positions and values of what is not 0, in order of rows."""

    row: Indices
    column: Indices
    value: Numbers
    n_rows: int

    def only(self, chosen: Flags) -> Places:
        """The chosen rows, numbered anew; `chosen` has shape (n_rows,)."""
        number = np.cumsum(chosen) - 1
        kept = chosen[self.row]
        return Places(number[self.row[kept]], self.column[kept], self.value[kept], int(chosen.sum()))


def places_of(matrix: Numbers) -> Places:
    """The positions of a dense matrix."""
    row, column = np.nonzero(matrix)
    return Places(row, column, matrix[row, column], len(matrix))


def blown_up(units: Places, sums: Numbers) -> Places:
    """Every element of `units` replaced by it times `sums` (their Kronecker product).

    >>> found = blown_up(places_of(np.array([[0.0, 1.0]])), np.array([[1.0, 2.0], [0.0, 3.0]]))
    >>> found.row.tolist(), found.column.tolist(), found.value.tolist()
    ([0, 0, 1], [2, 3, 3], [1.0, 2.0, 3.0])
    """
    height, width = sums.shape
    inner = places_of(sums)
    row = (units.row[:, None] * height + inner.row).ravel()
    column = (units.column[:, None] * width + inner.column).ravel()
    value = (units.value[:, None] * inner.value).ravel()
    order = np.argsort(row, kind="stable")
    return Places(row[order], column[order], value[order], units.n_rows * height)


def stacked(parts: list[Places], n_columns: int) -> csr_array:
    """The matrices one above the other, as a sparse matrix by rows."""
    from scipy.sparse import csr_array

    heights = np.array([part.n_rows for part in parts])
    starts = np.cumsum(heights) - heights
    row = np.concatenate([part.row + start for part, start in zip(parts, starts, strict=True)])
    ends = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=int(heights.sum())))]).astype(np.int32)
    column = np.concatenate([part.column for part in parts]).astype(np.int32)
    value = np.concatenate([part.value for part in parts])
    return csr_array((value, column, ends), shape=(int(heights.sum()), n_columns))


@dataclass(frozen=True)
class Frame:
    """The base units of some kept nodes: those without kept children, and what the kept children leave.

    Attributes
    ----------
    nodes : the kept nodes.
    base_nodes : the node of each base unit.
    above : 1 where a base unit lies at or below a kept node, shape (nodes, base units).
    pools : 1 where a base unit is a pool of units that are not kept, shape (pools, base units).
    first_of_pools : the first unit of each pool.
    is_several : whether each pool stands for several units, people directly at the node counted as one.
    of_children : base unit and kept child, where the child's people are taken off the unit's.
    """

    nodes: Indices
    base_nodes: Indices
    above: Places = field(repr=False)
    pools: Places = field(repr=False)
    first_of_pools: Indices
    is_several: Flags
    of_children: tuple[Indices, Indices] = field(repr=False)

    @property
    def n_bases(self) -> int:
        """Number of base units."""
        return len(self.base_nodes)

    @property
    def each(self) -> Places:
        """Every base unit by itself."""
        every = np.arange(self.n_bases)
        return Places(every, every, np.ones(self.n_bases), self.n_bases)

    def left(self, split: Numbers) -> Numbers:
        """The base counts of each base unit, from those of every node."""
        found: Numbers = split[self.base_nodes].copy()
        np.subtract.at(found, self.of_children[0], split[self.of_children[1]])
        return found


def frame_of(cube: Cube, kept: Flags) -> Frame:
    """The frame of the kept nodes, made once for each set of them."""
    key = kept.tobytes()
    if key not in cube.frames:
        cube.frames[key] = _frame(cube, kept)
    found: Frame = cube.frames[key]
    return found


def _frame(cube: Cube, kept: Flags) -> Frame:
    nodes = np.flatnonzero(kept)
    place = {int(node): i for i, node in enumerate(nodes)}
    bases: list[int] = []
    above, pools, taken = [], [], []
    for node in place:
        children = cube.nodes.families_of.get(node, np.array([], dtype=np.intp))
        left_out = children[~kept[children]]
        direct = bool(cube.nodes.direct[node] > 0)
        if len(children) and not direct and not len(left_out):
            continue
        base = len(bases)
        bases.append(node)
        above += [(place[up], base) for up in _upwards(cube, node)]
        taken += [(base, int(child)) for child in children[kept[children]]]
        if len(left_out):
            pools.append((base, int(left_out[0]), len(left_out) + direct > 1))
    columns = [base for base, _, _ in pools]
    pooled = np.zeros((len(pools), len(bases)))
    pooled[np.arange(len(pools)), columns] = 1.0
    whole = np.zeros((len(nodes), len(bases)))
    whole[tuple(np.array(above, dtype=np.intp).reshape(-1, 2).T)] = 1.0
    from_units, children_taken = np.array(taken, dtype=np.intp).reshape(-1, 2).T
    return Frame(
        nodes,
        np.array(bases, dtype=np.intp),
        places_of(whole),
        places_of(pooled),
        np.array([first for _, first, _ in pools], dtype=np.intp),
        np.array([several for _, _, several in pools], dtype=np.bool_),
        (from_units, children_taken),
    )


def _upwards(cube: Cube, node: int) -> list[int]:
    found = []
    while node != NO_PARENT:
        found.append(node)
        node = int(cube.nodes.parent[node])
    return found
