"""What a reader of the release knows, as equations in the smallest counts there are.

Everything is built of base counts: the people right at a unit with no unit below it, by what they
said. A count higher up, or one over all stances or eNPS groups, is a sum of them. Each shown count is an
equation, each hidden one a sum whose interval the audit measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from text_analysis.release.cube import Cube, Masks
from text_analysis.release.grid import NO_PARENT, Flags, Indices, Numbers

# What an eNPS and its n tell of kritiker, passiva and ambassadörer: how many they are and their balance.
_BY_SCORE: Final = np.array([[1.0, 1.0, 1.0], [-1.0, 0.0, 1.0]])


@dataclass(frozen=True)
class System:
    """Equations in base counts x ≥ 0, and the hidden counts as sums of them.

    Attributes
    ----------
    layer : the layer of the cells.
    shown, known : matrix and right-hand side of the equations.
    limited, most : matrix and right-hand side of what is at most so much.
    hidden : matrix of the hidden counts.
    cells : node and column of each hidden count, shape (hidden, 2).
    pooled : whether a hidden count is the sum of several units, each anything from 0 up to it.
    truth : the true base counts.
    upper : the most each can be.
    """

    layer: str
    shown: Any = field(repr=False)
    known: Numbers = field(repr=False)
    limited: Any = field(repr=False)
    most: Numbers = field(repr=False)
    hidden: Any = field(repr=False)
    cells: Indices = field(repr=False)
    pooled: Flags = field(repr=False)
    truth: Numbers = field(repr=False)
    upper: Numbers = field(repr=False)

    def fingerprint(self) -> bytes:
        """The same for systems with the same cells, equations and truth."""
        parts = (self.cells, self.known, self.most, self.truth, self.upper)
        return self.layer.encode() + b"|".join(part.tobytes() for part in parts)


@dataclass(frozen=True)
class Base:
    """People right at a node, or a pool of children that have nothing shown.

    Attributes
    ----------
    node : the node they belong to.
    members : the pooled children, if it is a pool.
    n_parts : how many units it stands for, the people directly at the node counted as one.
    """

    node: int
    members: tuple[int, ...] = ()
    n_parts: int = 1


def bases_of(cube: Cube, kept: Flags) -> list[Base]:
    """The base units: kept nodes without kept children, and for the others what their kept children leave."""
    bases = []
    for node in np.flatnonzero(kept):
        children = cube.nodes.families_of.get(int(node), np.array([], dtype=np.intp))
        if not len(children):
            bases.append(Base(int(node)))
            continue
        pooled = tuple(int(child) for child in children[~kept[children]])
        direct = int(cube.nodes.direct[node] > 0)
        if pooled or direct:
            bases.append(Base(int(node), pooled, len(pooled) + direct))
    return bases


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

    def system(
        self, cube: Cube, kept: Flags, split: Numbers, told: tuple[Flags, Numbers] | None = None
    ) -> System:
        """The system over the kept nodes.

        Parameters
        ----------
        cube : the survey.
        kept : nodes with equations of their own.
        split : true base counts of every node, shape (nodes, base counts of a unit).
        told : nodes where another table tells sums of base counts, and those sums, shape
            (sums, base counts of a unit).
        """
        from scipy.sparse import csr_array, kron, vstack

        nodes, bases = np.flatnonzero(kept), bases_of(cube, kept)
        above = csr_array(_above(cube, nodes, bases))
        cells = kron(above, self.sums).tocsr()
        is_hidden = self.hidden[nodes].ravel()
        pools = [i for i, base in enumerate(bases) if base.members]
        own = kron(csr_array(np.eye(len(bases))[pools]), self.sums).tocsr()
        limit = np.flatnonzero(np.isfinite(self.most[nodes]) & self.hidden[nodes].any(axis=1))
        every_base = csr_array(np.eye(len(bases)))
        limited = [kron(above[limit], self.total[None, :]), kron(every_base, self.ordered)]
        truth = np.array([_left(cube, split, kept, base) for base in bases]).ravel()
        in_pools = np.repeat([bases[i].n_parts > 1 for i in pools], len(self.sums)).astype(np.bool_)
        shown, known = [cells[~is_hidden]], [self.people[nodes].ravel()[~is_hidden]]
        if told is not None and told[0].any():
            shown.append(kron(above[np.flatnonzero(told[0][nodes])], told[1]))
            known.append((split[nodes[told[0][nodes]]] @ told[1].T).ravel())
        return System(
            self.layer,
            shown=vstack(shown).tocsr(),
            known=np.concatenate(known),
            limited=vstack(limited).tocsr(),
            most=np.concatenate([self.most[nodes][limit], np.zeros(len(bases) * len(self.ordered))]),
            hidden=vstack([cells[is_hidden], own]).tocsr(),
            cells=self._places(nodes, is_hidden, [bases[i].members[0] for i in pools]),
            pooled=np.concatenate([np.zeros(int(is_hidden.sum()), dtype=np.bool_), in_pools]),
            truth=truth,
            upper=np.tile(self.upper, len(bases)),
        )

    def _places(self, nodes: Indices, is_hidden: Flags, pooled: Sequence[int]) -> Indices:
        """Node and column of each hidden cell; a pool stands for its first unit."""
        every = np.array([*nodes, *pooled], dtype=np.intp)
        places = np.column_stack([np.repeat(every, len(self.columns)), np.tile(self.columns, len(every))])
        kept = np.concatenate([is_hidden, np.ones(len(pooled) * len(self.columns), np.bool_)])
        return np.asarray(places[kept], dtype=np.intp)


def _above(cube: Cube, nodes: Indices, bases: Sequence[Base]) -> Numbers:
    """1 where a base unit lies at or below a node, shape (nodes, bases)."""
    place = {int(node): i for i, node in enumerate(nodes)}
    above = np.zeros((len(nodes), len(bases)))
    for j, base in enumerate(bases):
        node = base.node
        while node != NO_PARENT:
            above[place[node], j] = 1.0
            node = int(cube.nodes.parent[node])
    return above


def _left(cube: Cube, split: Numbers, kept: Flags, base: Base) -> Numbers:
    """The base counts of a node less those of its kept children."""
    children = cube.nodes.families_of.get(base.node, np.array([], dtype=np.intp))
    left: Numbers = split[base.node] - split[children[kept[children]]].sum(axis=0)
    return left


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
    for columns, counts in blocks:
        hidden, width = masks[layer][:, columns], len(columns)
        block = Block(
            layer, counts, hidden, columns, np.eye(width), responses, np.ones(width), np.zeros((0, width)),
            np.full(width, np.inf),
        )  # fmt: skip
        for inside in cube.waves:
            asked = inside & grid.asked[:, columns[0]]
            told = (
                hidden[:, 0] & ~masks["enps"][:, 0] & asked
                if layer == "enps_spread"
                else np.zeros_like(asked)
            )
            if hidden[asked].any() and (told.any() or not hidden[asked].all()):
                yield block.system(cube, inside, counts, (told, _BY_SCORE))
