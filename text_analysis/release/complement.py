"""Complementary suppression over the unit tree: a parent minus its shown children must not open a cell.

For each parent and key the hidden children are a pool that anybody can compute. It must hold at least
two units and as many people as a shown cell; otherwise the least costly shown child is hidden too, and
where none is left, the parent. Method: secondary suppression as in Glint and WorkTango, see
docs/decisions (release).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from text_analysis.release.grid import NO_PARENT, Flags, Indices, Nodes, Numbers

LEAST_UNITS: Final = 2  # hidden in a pool: one alone is the parent minus the others

# Whether the pool of a parent still tells too much: (parent, children, hidden of the children) → per key.
PoolTest = Callable[[int, Indices, Flags], Flags]


@dataclass(frozen=True)
class TreeLayer:
    """A layer as the tree rule sees it.

    Attributes
    ----------
    people : people behind each cell, shape (nodes, keys).
    cost : what is lost where a cell is hidden, shape (nodes, keys); the least goes first.
    need : people a pool must hold, shape (keys,).
    locked : cells that are known already and cannot protect anything, shape (nodes, keys).
    empty_counts : whether a hidden unit with nobody behind it counts as a second unit.
    top_down : whether a hidden unit hides everything below it.
    tests : what else a pool must hold.
    """

    people: Numbers
    cost: Numbers
    need: Numbers
    locked: Flags
    empty_counts: bool = False
    top_down: bool = True
    tests: tuple[PoolTest, ...] = ()


def protect_tree(hidden: Flags, layer: TreeLayer, nodes: Nodes) -> Flags:
    """The hidden cells with what must be hidden beside them, to a fixed point, shape (nodes, keys)."""
    result = hidden.copy()
    while True:
        before = int(result.sum())
        if layer.top_down:
            _hide_below(result, nodes)
        for parent, children in nodes.families:
            _protect_family(result, layer, nodes, parent, children)
        if int(result.sum()) == before:
            return result


def _hide_below(hidden: Flags, nodes: Nodes) -> None:
    for node in nodes.top_down:
        parent = nodes.parent[node]
        if parent != NO_PARENT:
            hidden[node] |= hidden[parent]


def _protect_family(hidden: Flags, layer: TreeLayer, nodes: Nodes, parent: int, children: Indices) -> None:
    """Hide children, the least costly first, until the pool of the hidden ones is safe; then the parent."""
    while True:
        exposed = _exposed(hidden, layer, nodes, parent, children)
        if not exposed.any():
            return
        open_cells = ~hidden[children] & ~layer.locked[children]
        cost = np.where(open_cells, layer.cost[children], np.inf)
        least = cost.argmin(axis=0)
        left = exposed & np.isfinite(cost.min(axis=0, initial=np.inf))
        hidden[children[least[left]], np.flatnonzero(left)] = True
        spent = exposed & ~left & ~hidden[parent] & ~layer.locked[parent]
        if not left.any() and not spent.any():
            return  # nothing left to hide: the audit refuses the release
        hidden[parent, spent] = True


def _exposed(hidden: Flags, layer: TreeLayer, nodes: Nodes, parent: int, children: Indices) -> Flags:
    """Keys where the parent minus its shown children tells too much, shape (keys,)."""
    secret = hidden[children] & ~layer.locked[children]
    people = layer.people[children]
    direct = np.maximum(layer.people[parent] - people.sum(axis=0), 0.0)
    n_direct = int(nodes.direct[parent] > 0)
    counted = secret if layer.empty_counts else secret & (people > 0)
    anyone = (direct > 0) | (layer.empty_counts & (n_direct > 0))
    n_secret = counted.sum(axis=0)
    pool = (people * secret).sum(axis=0) + direct
    alone = n_secret + anyone < LEAST_UNITS
    unsafe = (n_secret > 0) & (alone | (pool < layer.need))
    small_direct = (n_secret == 0) & anyone & (direct < layer.need)
    for test in layer.tests:
        unsafe |= (n_secret > 0) & test(parent, children, secret)
    shown_parent = ~hidden[parent] | layer.locked[parent]
    bottom = ~secret.any(axis=0) & (n_direct == 0) & hidden[parent] & ~layer.locked[parent]
    return np.asarray((shown_parent & (unsafe | small_direct)) | (bottom & ~layer.top_down), dtype=np.bool_)
