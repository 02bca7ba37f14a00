"""What is hidden, to a fixed point: limits, what follows from them, and what the audit finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from text_analysis.errors import ReleaseRefusedError
from text_analysis.release.audit import Interval, intervals, is_exposed
from text_analysis.release.breakdown import protect_breakdowns
from text_analysis.release.closure import close
from text_analysis.release.complement import TreeLayer, protect_tree
from text_analysis.release.cube import DETAILS, GROUP_AXIS, LAYERS, STANCE_AXIS, Cube, Masks
from text_analysis.release.equations import System, count_systems, theme_systems
from text_analysis.release.grid import NO_PARENT, Indices
from text_analysis.release.limits import limit_of, primaries
from text_analysis.release.pools import pool_tests
from text_analysis.settings import Settings

COUNT_LAYERS: Final = ("response", "writers", "untagged", "enps", "indices")


@dataclass(frozen=True)
class Decision:
    """What is hidden, at which stage it was hidden, and what the audit saw.

    Attributes
    ----------
    primary, complementary, final : masks after the limits, after complementary suppression, in the end.
    n_systems, n_tested : systems of equations and hidden counts in the last round of the audit.
    narrowest : width, in people, of the narrowest interval a reader can reach.
    """

    primary: Masks = field(repr=False)
    complementary: Masks = field(repr=False)
    final: Masks = field(repr=False)
    n_systems: int
    n_tested: int
    narrowest: float


def decide(cube: Cube, settings: Settings, locked: Masks) -> Decision:
    """What is hidden in a survey.

    Parameters
    ----------
    cube : the survey.
    settings : the limits.
    locked : cells that people already know from an earlier release and that cannot protect others.

    Raises
    ------
    ReleaseRefusedError : a hidden cell stays exposed whatever else is hidden.
    """
    first = primaries(cube, settings)
    masks = settle(first, cube, settings, locked)
    complementary = {layer: hidden.copy() for layer, hidden in masks.items()}
    known: dict[bytes, list[Interval]] = {}
    while True:
        seen = list(_audit(cube, masks, locked, known))
        exposed = [
            (system.layer, interval) for system, found in seen for interval in found if is_exposed(interval)
        ]
        if not exposed:
            break
        _hide_more(exposed, cube, masks, locked)
        masks = settle(masks, cube, settings, locked, first)
    widths = [interval.high - interval.low for _, found in seen for interval in found]
    return Decision(first, complementary, masks, len(seen), len(widths), min(widths, default=np.inf))


def settle(start: Masks, cube: Cube, settings: Settings, locked: Masks, first: Masks | None = None) -> Masks:
    """The hidden cells with everything that must be hidden beside them, to a fixed point."""
    masks = {layer: hidden.copy() for layer, hidden in start.items()}
    while True:
        before = _n_hidden(masks)
        close(masks, cube)
        for layer in LAYERS:
            people = cube.people(layer)
            tree = TreeLayer(
                people=np.where(np.isfinite(people), people, 0.0),
                need=limit_of(layer, cube, settings),
                locked=locked[layer],
                empty_counts=layer == "themes",
                top_down=layer != "themes",
                tests=pool_tests(layer, cube, first or start, masks, settings),
            )
            masks[layer] = protect_tree(masks[layer], tree, cube.nodes)
        need = limit_of("themes", cube, settings)
        masks["themes"] = protect_breakdowns(masks["themes"], cube, need)
        if _n_hidden(masks) == before:
            return masks


def _n_hidden(masks: Masks) -> int:
    return sum(int(hidden.sum()) for hidden in masks.values())


def _audit(
    cube: Cube, masks: Masks, locked: Masks, known: dict[bytes, list[Interval]]
) -> Iterator[tuple[System, list[Interval]]]:
    """Every system with what a reader can tell; those already `known` are not solved again."""
    unknown = {layer: hidden & ~locked[layer] for layer, hidden in masks.items()}
    count = [system for layer in COUNT_LAYERS for system in count_systems(cube, unknown, layer)]
    for system in [*count, *theme_systems(cube, unknown)]:
        same = system.fingerprint()
        if same not in known:
            known[same] = intervals(system)
        yield system, known[same]


def _hide_more(exposed: list[tuple[str, Interval]], cube: Cube, masks: Masks, locked: Masks) -> None:
    """Hide, for each exposed cell, the smallest shown cell that shares an equation with it.

    A cell that has got a newly hidden neighbour already waits for the next round of the audit.

    Raises
    ------
    ReleaseRefusedError : there is nothing left to hide.
    """
    new: set[tuple[str, int, int]] = set()
    for layer, interval in exposed:
        near = _neighbours(layer, interval, cube)
        if any((layer, *cell) in new for cell in near):
            continue
        people, closed = cube.people(layer), masks[layer] | locked[layer]
        rings = (near, _theme_around(layer, interval, cube), _same_wave(layer, interval, cube))
        free = next(filter(None, ([cell for cell in ring if not closed[cell]] for ring in rings)), [])
        if free:
            chosen = min(free, key=lambda cell: (people[cell], cell))
            masks[layer][chosen] = True
            new.add((layer, *chosen))
    if not new:
        layer, interval = exposed[0]
        raise ReleaseRefusedError(
            "En dold uppgift går att räkna ut hur mycket som än döljs.",
            where=f"tabellen {LAYERS[layer]}, {cube.nodes.frame['unit'].iloc[interval.node]}",
            remedy="Slå ihop enheten med en annan, eller höj gränserna.",
        )


def _neighbours(layer: str, interval: Interval, cube: Cube) -> list[tuple[int, int]]:
    node, column = interval.node, interval.column
    parent = int(cube.nodes.parent[node])
    family: Indices = cube.nodes.families_of.get(parent, np.array([], dtype=np.intp))
    cells = [(int(sibling), column) for sibling in family]
    cells += [(int(child), column) for child in cube.nodes.families_of.get(node, ())]
    if parent != NO_PARENT:
        cells.append((parent, column))
    if layer == "themes":
        theme, detail = divmod(column, DETAILS)
        stance, group = divmod(detail, len(GROUP_AXIS))
        base = theme * DETAILS
        cells += [(node, base + stance * len(GROUP_AXIS) + g) for g in range(len(GROUP_AXIS))]
        cells += [(node, base + s * len(GROUP_AXIS) + group) for s in range(len(STANCE_AXIS))]
    return cells


def _theme_around(layer: str, interval: Interval, cube: Cube) -> list[tuple[int, int]]:
    """Every cell of the theme in the unit, its parent and its siblings."""
    parent = int(cube.nodes.parent[interval.node])
    nodes = [
        interval.node,
        *([parent] if parent != NO_PARENT else []),
        *cube.nodes.families_of.get(parent, ()),
    ]
    return [(int(node), column) for node in nodes for column in _columns(layer, interval)]


def _same_wave(layer: str, interval: Interval, cube: Cube) -> list[tuple[int, int]]:
    wave = np.flatnonzero(cube.wave_numbers == cube.wave_numbers[interval.node])
    return [(int(node), column) for node in wave for column in _columns(layer, interval)]


def _columns(layer: str, interval: Interval) -> range:
    """The column of the cell, or all of its theme's."""
    if layer != "themes":
        return range(interval.column, interval.column + 1)
    first = interval.column - interval.column % DETAILS
    return range(first, first + DETAILS)
