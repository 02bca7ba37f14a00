"""What is hidden, to a fixed point: limits, what follows from them, and what the audit finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from text_analysis.errors import ReleaseRefusedError
from text_analysis.release.audit import Interval, intervals, is_exposed
from text_analysis.release.closure import close
from text_analysis.release.complement import TreeLayer, protect_tree
from text_analysis.release.cube import LAYERS, Cube, Masks
from text_analysis.release.equations import System, count_systems
from text_analysis.release.grid import NO_PARENT, Indices, Numbers
from text_analysis.release.limits import limit_of, primaries, score_tells_groups
from text_analysis.release.pools import COUNT_WIDTH, pool_tests
from text_analysis.release.theme_equations import theme_systems
from text_analysis.release.theme_plan import plan_themes
from text_analysis.release.versions import Before
from text_analysis.settings import Settings

COUNT_LAYERS: Final = ("response", "writers", "untagged", "enps_spread", "indices")
# A layer whose cells are parts of another's: where nothing of it is left to hide, the whole goes.
WHOLE_OF: Final = {"enps_spread": "enps"}
# People that the groups of a unit must be able to vary by, for hiding them to protect another's.
PROTECTING: Final = 4 * COUNT_WIDTH
Seen = list[tuple[System, list[Interval]]]


@dataclass(frozen=True)
class Decision:
    """What is hidden, at which stage it was hidden, and what the audit saw.

    Attributes
    ----------
    primary, complementary, final : masks after the limits, after complementary suppression, in the end.
    n_systems, n_tested : systems of equations and hidden counts in the last round of the audit.
    narrowest : per layer, the width in people of the narrowest interval a reader can reach.
    """

    primary: Masks = field(repr=False)
    complementary: Masks = field(repr=False)
    final: Masks = field(repr=False)
    n_systems: int
    n_tested: int
    narrowest: Mapping[str, float]


def decide(cube: Cube, settings: Settings, before: Before) -> Decision:
    """What is hidden in a survey: scores by hiding until nothing is told, themes by showing while safe.

    Parameters
    ----------
    cube : the survey.
    settings : the limits.
    before : what people know from an earlier version.

    Raises
    ------
    ReleaseRefusedError : a hidden cell stays exposed whatever else is hidden.
    """
    first, locked = primaries(cube, settings), before.known
    start = {layer: hidden | before.kept[layer] for layer, hidden in first.items()}
    settled = settle(start, cube, settings, locked, first)
    scores = _until_safe(settled, cube, settings, locked, first)
    final = settle(plan_themes(scores, cube, settings, locked), cube, settings, locked, first)
    seen = _audit(cube, final, locked, {}, themes=True)
    if exposed := _exposed(seen):
        raise _refusal(cube, *exposed[0])
    widths: dict[str, list[float]] = {}
    for system, found in seen:
        widths.setdefault(system.layer, []).extend(interval.high - interval.low for interval in found)
    narrowest = {layer: min(each) for layer, each in widths.items() if each}
    complementary = settled | {layer: final[layer] for layer in ("themes", "links")}
    n_tested = sum(map(len, widths.values()))
    return Decision(first, complementary, final, len(seen), n_tested, narrowest)


def settle(start: Masks, cube: Cube, settings: Settings, locked: Masks, first: Masks) -> Masks:
    """The hidden cells with everything that must be hidden beside them, to a fixed point.

    Themes only follow what is hidden in other tables: `plan_themes` keeps their own tree and breakdowns.

    Parameters
    ----------
    start : what is hidden already.
    cube, settings : as for `decide`.
    locked : cells that people know from an earlier version and that cannot protect others.
    first : primary suppression, whose cells are protected against a reader who knows their size.
    """
    masks = {layer: hidden.copy() for layer, hidden in start.items()}
    while True:
        before = _n_hidden(masks)
        close(masks, cube)
        for layer in LAYERS:
            if layer == "themes":
                continue
            people = cube.people(layer)
            tree = TreeLayer(
                people=np.where(np.isfinite(people), people, 0.0),
                cost=_cost(layer, cube),
                need=limit_of(layer, cube, settings),
                locked=locked[layer],
                tests=pool_tests(layer, cube, first, masks, settings),
            )
            masks[layer] = protect_tree(masks[layer], tree, cube.nodes)
        if _n_hidden(masks) == before:
            return masks


def _cost(layer: str, cube: Cube) -> Numbers:
    """What is lost with each cell: the size of its unit, so that the same unit gives way in every table.

    eNPS groups that the score nearly tells hide little beside them, so they give way last.
    """
    size = cube.people("response")
    if layer == "enps_spread":
        size = size + np.where(score_tells_groups(cube, PROTECTING), size.max(), 0.0)
    return np.broadcast_to(size, cube.grid(layer).asked.shape)


def _n_hidden(masks: Masks) -> int:
    return sum(int(hidden.sum()) for hidden in masks.values())


def _until_safe(settled: Masks, cube: Cube, settings: Settings, locked: Masks, first: Masks) -> Masks:
    """The masks with more scores hidden until the audit finds none exposed."""
    masks, known = settled, dict[bytes, list[Interval]]()
    while exposed := _exposed(_audit(cube, masks, locked, known, themes=False)):
        masks = {layer: hidden.copy() for layer, hidden in masks.items()}
        _hide_more(exposed, cube, masks, locked)
        masks = settle(masks, cube, settings, locked, first)
    return masks


def _audit(
    cube: Cube, masks: Masks, locked: Masks, known: dict[bytes, list[Interval]], *, themes: bool
) -> Seen:
    """Every system with what a reader can tell; those already `known` are not solved again."""
    unknown = {layer: hidden & ~locked[layer] for layer, hidden in masks.items()}
    return [(system, _solved(system, known)) for system in _systems(cube, unknown, themes=themes)]


def _systems(cube: Cube, unknown: Masks, *, themes: bool) -> Iterator[System]:
    for layer in COUNT_LAYERS:
        yield from count_systems(cube, unknown, layer)
    if themes:
        yield from theme_systems(cube, unknown)


def _solved(system: System, known: dict[bytes, list[Interval]]) -> list[Interval]:
    same = system.fingerprint()
    if same not in known:
        known[same] = intervals(system)
    return known[same]


def _exposed(seen: Seen) -> list[tuple[str, Interval]]:
    return [(system.layer, interval) for system, found in seen for interval in found if is_exposed(interval)]


def _hide_more(exposed: list[tuple[str, Interval]], cube: Cube, masks: Masks, locked: Masks) -> None:
    """Hide, for each exposed cell, the smallest shown cell that shares an equation with it.

    A cell that has got a newly hidden neighbour already waits for the next round of the audit.

    Raises
    ------
    ReleaseRefusedError : there is nothing left to hide.
    """
    new: set[tuple[str, int, int]] = set()
    for layer, interval in exposed:
        if any((layer, *cell) in new for cell in _neighbours(interval, cube)):
            continue
        for at, ring in _rings(layer, interval, cube, masks):
            closed = masks[at] | locked[at]
            free = [cell for cell in ring if not closed[cell]]
            if free:
                cost = _cost(at, cube)
                chosen = min(free, key=lambda cell: (cost[cell], cell))
                masks[at][chosen] = True
                new.add((layer, *chosen))
                break
    if not new:
        raise _refusal(cube, *exposed[0])


def _rings(
    layer: str, interval: Interval, cube: Cube, masks: Masks
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Cells whose hiding may help, nearest first, with their layer.

    What the cell is a part of comes late, but first where that is hidden too: then it is other wholes that
    tell.
    """
    near, wave = _neighbours(interval, cube), _same_wave(interval, cube)
    whole, cell = WHOLE_OF.get(layer, layer), (interval.node, interval.column)
    order = [whole, layer] if masks[whole][cell] else [layer, whole]
    for at in order:
        if at != layer:
            yield at, [cell]
        yield at, near
    for at in order:
        yield at, wave


def _refusal(cube: Cube, layer: str, interval: Interval) -> ReleaseRefusedError:
    return ReleaseRefusedError(
        "En dold uppgift går att räkna ut hur mycket som än döljs.",
        where=f"tabellen {LAYERS[layer]}, {cube.nodes.frame['unit'].iloc[interval.node]}",
        remedy="Slå ihop enheten med en annan, eller höj gränserna.",
    )


def _neighbours(interval: Interval, cube: Cube) -> list[tuple[int, int]]:
    """The same key in the unit's siblings, its children and its parent."""
    node, column = interval.node, interval.column
    parent = int(cube.nodes.parent[node])
    family: Indices = cube.nodes.families_of.get(parent, np.array([], dtype=np.intp))
    cells = [(int(sibling), column) for sibling in family]
    cells += [(int(child), column) for child in cube.nodes.families_of.get(node, ())]
    return cells + ([(parent, column)] if parent != NO_PARENT else [])


def _same_wave(interval: Interval, cube: Cube) -> list[tuple[int, int]]:
    wave = np.flatnonzero(cube.wave_numbers == cube.wave_numbers[interval.node])
    return [(int(node), interval.column) for node in wave]
