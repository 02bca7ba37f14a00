"""What a reader of the release knows, as equations in the smallest counts there are.

Everything is built of base counts: the people right at a unit with no unit below it, by what they
said. A count higher up, or one over all stances or eNPS groups, is a sum of them. Each shown count is an
equation, each hidden one a sum whose interval the audit measures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from text_analysis.release.cube import Cube, Masks
from text_analysis.release.frames import Frame, blown_up, frame_of, stacked
from text_analysis.release.grid import Flags, Indices, Numbers

# What an eNPS and its n tell of kritiker, passiva and ambassadörer: how many they are and their balance.
_BY_SCORE: Final = np.array([[1.0, 1.0, 1.0], [-1.0, 0.0, 1.0]])


@dataclass(frozen=True)
class System:
    """Equations in base counts x ≥ 0, and the hidden counts as sums of them.

    Attributes
    ----------
    layer : the layer of the cells.
    rows, least, most : matrix of what the reader knows, and the bounds of each row: a shown count has both
        alike, what is at most so much has no least.
    hidden : matrix of the hidden counts.
    cells : node and column of each hidden count, shape (hidden, 2).
    pooled : whether a hidden count is the sum of several units, each anything from 0 up to it.
    truth : the true base counts.
    upper : the most each can be.
    """

    layer: str
    rows: Any = field(repr=False)
    least: Numbers = field(repr=False)
    most: Numbers = field(repr=False)
    hidden: Any = field(repr=False)
    cells: Indices = field(repr=False)
    pooled: Flags = field(repr=False)
    truth: Numbers = field(repr=False)
    upper: Numbers = field(repr=False)

    def fingerprint(self) -> bytes:
        """The same for systems with the same cells, equations and truth."""
        parts = (self.cells, self.least, self.most, self.truth, self.upper)
        return self.layer.encode() + b"|".join(part.tobytes() for part in parts)


@dataclass(frozen=True)
class Block:
    """Counts of one wave as a matrix of cells, each a sum of base counts.

    Attributes
    ----------
    layer : the layer the cells belong to.
    people, hidden : shape (nodes, cells).
    columns : the layer's column of each cell.
    sums : each cell as a sum of base counts, shape (cells, base counts of a unit).
    most : per node, the most its `total` can be.
    total : the sum that `most` limits, shape (base counts of a unit,).
    ordered : sums that are at most 0, shape (rows, base counts of a unit).
    upper : the most each base count can be, shape (base counts of a unit,).
    """

    layer: str
    people: Numbers
    hidden: Flags
    columns: Indices
    sums: Numbers
    most: Numbers
    total: Numbers
    ordered: Numbers
    upper: Numbers

    def system(self, cube: Cube, kept: Flags, split: Numbers, told: tuple[Flags, Numbers]) -> System:
        """The system over the kept nodes.

        Parameters
        ----------
        cube : the survey.
        kept : nodes with equations of their own.
        split : true base counts of every node, shape (nodes, base counts of a unit).
        told : nodes where another table tells sums of base counts, and those sums, shape
            (sums, base counts of a unit).
        """
        frame = frame_of(cube, kept)
        nodes, width = frame.nodes, len(self.upper)
        is_hidden = self.hidden[nodes].ravel()
        cells = blown_up(frame.above, self.sums)
        at_told = told[0][nodes]
        limit = np.isfinite(self.most[nodes]) & self.hidden[nodes].any(axis=1)
        equal = np.concatenate(
            [self.people[nodes].ravel()[~is_hidden], (split[nodes[at_told]] @ told[1].T).ravel()]
        )
        at_most = np.concatenate([self.most[nodes][limit], np.zeros(frame.n_bases * len(self.ordered))])
        known = [
            cells.only(~is_hidden),
            blown_up(frame.above.only(at_told), told[1]),
            blown_up(frame.above.only(limit), self.total[None, :]),
            blown_up(frame.each, self.ordered),
        ]
        in_pools = np.repeat(frame.is_several, len(self.sums))
        return System(
            self.layer,
            rows=stacked(known, frame.n_bases * width),
            least=np.concatenate([equal, np.full(len(at_most), -np.inf)]),
            most=np.concatenate([equal, at_most]),
            hidden=stacked([cells.only(is_hidden), blown_up(frame.pools, self.sums)], frame.n_bases * width),
            cells=self._places(frame, is_hidden),
            pooled=np.concatenate([np.zeros(int(is_hidden.sum()), dtype=np.bool_), in_pools]),
            truth=frame.left(split).ravel(),
            upper=np.tile(self.upper, frame.n_bases),
        )

    def _places(self, frame: Frame, is_hidden: Flags) -> Indices:
        """Node and column of each hidden cell; a pool stands for its first unit."""
        every = np.concatenate([frame.nodes, frame.first_of_pools])
        places = np.column_stack([np.repeat(every, len(self.columns)), np.tile(self.columns, len(every))])
        n_pooled = len(frame.first_of_pools) * len(self.columns)
        return np.asarray(places[np.concatenate([is_hidden, np.ones(n_pooled, np.bool_)])], dtype=np.intp)


def count_systems(cube: Cube, masks: Masks, layer: str) -> Iterator[System]:
    """A system per wave (and index) of a layer of counts, where anything is hidden and anything shown.

    eNPS has its three groups in one system, since together they are at most the responses; where only the
    score is shown, it tells their sum and balance.
    """
    grid, people = cube.grid(layer), cube.people(layer)
    if layer == "indices":  # how many answered on exposure is no secret, how many said yes is
        people = np.where(cube.exposures, cube.n_exposed, people)
    responses = np.where(masks["response"][:, 0], np.inf, cube.people("response")[:, 0])
    if layer == "response":
        responses = np.full_like(responses, np.inf)
    if layer == "enps_spread":
        blocks = [(np.zeros(3, dtype=np.intp), cube.enps_groups)]
    else:
        blocks = [(np.array([i]), people[:, [i]]) for i in range(people.shape[1])]
    sums = _BY_SCORE if layer == "enps_spread" else np.zeros((0, 1))
    for columns, counts in blocks:
        hidden, width = masks[layer][:, columns], len(columns)
        block = Block(
            layer, counts, hidden, columns, np.eye(width), responses, np.ones(width), np.zeros((0, width)),
            np.full(width, np.inf),
        )  # fmt: skip
        by_score = hidden[:, 0] & ~masks["enps"][:, 0] & (layer == "enps_spread")
        for inside in cube.waves:
            asked = inside & grid.asked[:, columns[0]]
            if hidden[asked].any() and (by_score[asked].any() or not hidden[asked].all()):
                yield block.system(cube, inside, counts, (by_score & asked, sums))
