"""Which theme figures are shown: the most useful first, each only if all shown so far stay safe together.

Theme figures are many and small, so hiding from a full table until nothing can be worked out would take
the organisation's own figures to protect a small unit's. This layer is built the other way: it starts with
nothing shown and adds cells, those high up in the organisation first. A theme's links (the eNPS of its
writers) count as a cell, since they tell a sum of its eNPS groups.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import numpy as np

from text_analysis.release.audit import Interval, is_safe, told
from text_analysis.release.complement import TreeLayer, protect_tree
from text_analysis.release.cube import DETAILS, GROUP_AXIS, STANCE_AXIS, Cube, Masks
from text_analysis.release.equations import System
from text_analysis.release.grid import Flags, Numbers
from text_analysis.release.limits import limit_of
from text_analysis.release.pools import COUNT_WIDTH
from text_analysis.release.theme_equations import theme_system
from text_analysis.settings import Settings

Cell = tuple[int, int]  # node and detail: a stance and an eNPS group of the theme, or its links
Move = list[Cell]
LINKS: Final = DETAILS  # the detail after the last
# Trying cells one by one shows the most, but takes a run of the audit for each.
FEW_MOVES: Final = 6
_TOGETHER: Final = [*range(1, len(GROUP_AXIS)), LINKS]  # the eNPS groups of "alla", and the links
_STANCE, _GROUP = 1, 2  # axes of (nodes, stances, eNPS groups)


def plan_themes(masks: Masks, cube: Cube, settings: Settings, locked: Masks) -> Masks:
    """The hidden theme cells and links when as much as is safe is shown.

    Parameters
    ----------
    masks : what is hidden; its themes and links are those that may not be shown for their own sake.
    cube : the survey.
    settings : the limits.
    locked : cells people already know from an earlier release: they are shown from the start.
    """
    themes, links = np.ones_like(masks["themes"]), masks["links"].copy()
    for inside in cube.waves:
        for theme, link_columns in enumerate(cube.link_columns):
            columns = slice(theme * DETAILS, (theme + 1) * DETAILS)
            plan = _Plan(cube, masks["writers"], theme, inside, limit_of("themes", cube, settings)[columns])
            may_link = (~masks["links"][:, link_columns]).any(axis=1, keepdims=True)
            allowed = np.hstack([~masks["themes"][:, columns], may_link]) & inside[:, None]
            known = np.hstack([locked["themes"][:, columns], np.zeros_like(may_link)]) & inside[:, None]
            hidden = plan.fill(allowed, ~known)[inside]
            themes[inside, columns] = hidden[:, :LINKS]
            links[np.ix_(inside, link_columns)] |= hidden[:, [LINKS]]
    return masks | {"themes": themes, "links": links}


class _Plan:
    """One theme in one wave: tries cells and keeps what is safe."""

    def __init__(self, cube: Cube, no_writers: Flags, theme: int, inside: Flags, need: Numbers) -> None:
        columns = slice(theme * DETAILS, (theme + 1) * DETAILS)
        self._cube, self._no_writers, self._theme, self._inside = cube, no_writers, theme, inside
        self._people = cube.people("themes")[:, columns]
        nothing = np.zeros_like(self._people, dtype=np.bool_)
        self._tree = TreeLayer(self._people, self._people, need, nothing, empty_counts=True, top_down=False)

    def fill(self, allowed: Flags, hidden: Flags) -> Flags:
        """The hidden cells when the allowed ones have been shown in order of worth, as far as is safe."""
        for tier in self._tiers(allowed & hidden):
            everything = _with(hidden, [cell for move in tier for cell in move])
            if len(tier) > FEW_MOVES:
                hidden = self._as_many_as_safe(hidden, tier)
            elif self._is_safe(everything):
                hidden = everything
            else:
                for move in tier:
                    one_more = _with(hidden, move)
                    hidden = one_more if self._is_safe(one_more) else hidden
        return hidden

    def _as_many_as_safe(self, hidden: Flags, tier: list[Move]) -> Flags:
        """The hidden cells with a large tier shown but for the least of what tells a hidden cell."""
        left, seen = list(tier), dict[Cell, Interval]()
        while left:
            trial = _with(hidden, [cell for move in left for cell in move])
            exposed = self._pools_that_tell(trial) or self._equations_that_tell(trial, seen)
            if not exposed:
                return trial
            left = self._without(left, exposed)
        return hidden

    def _without(self, left: list[Move], exposed: list[Cell]) -> list[Move]:
        """The moves without the least one near each exposed cell; those with the same choice wait."""
        dropped: set[int] = set()
        parent, tops = self._cube.nodes.parent, [move[0][0] for move in left]
        for node, detail in exposed:
            family = [i for i, top in enumerate(tops) if top == node or parent[top] == parent[node]]
            same = [i for i in family if any(cell[1] == detail for cell in left[i])]
            own = [i for i in family if tops[i] == node]
            near = same or own or family or range(len(left))
            if not dropped.intersection(near):
                dropped.add(max(near))
        return [move for i, move in enumerate(left) if i not in dropped]

    def _pools_that_tell(self, hidden: Flags) -> list[Cell]:
        """Cells where a whole less its shown parts leaves too few, within a unit or over the tree."""
        counts = hidden[:, :LINKS]
        more = protect_tree(counts, self._tree, self._cube.nodes) & ~counts
        if not more.any():
            more = self._parts_that_tell(counts)
        return [(int(node), int(detail)) for node, detail in np.argwhere(more & self._inside[:, None])]

    def _equations_that_tell(self, hidden: Flags, seen: dict[Cell, Interval]) -> list[Cell]:
        """Hidden cells that the equations tell too closely; those shown in a wave of nothing tell nothing."""
        system = self._system(hidden)
        return [(found.node, found.column % DETAILS) for found in told(system, seen)]

    def _tiers(self, cells: Flags) -> Iterator[list[Move]]:
        """The cells in order of worth: by level and kind, in moves of cells that are of use together only.

        First whole themes; then their links with all three eNPS groups, which add up to the same; then links
        alone; then other groups. Among whole themes stances stand before "alla": dissatisfaction, proposals
        and praise are ranked by stance, and a large stance tells more than the whole it is part of. A unit
        and its only child are the same people, so their cells go in one move.
        """
        level = self._cube.nodes.frame["level"].to_numpy(dtype=np.int64)
        same = self._cube.nodes.same_people
        alone: dict[Cell, Move] = {}
        few = np.hstack([np.zeros_like(cells[:, :LINKS]), self._links_that_tell()[:, None]])
        for node, detail in np.argwhere(cells & ~few).tolist():
            alone.setdefault((int(same[node]), detail), []).append((node, detail))
        together: dict[int, Move] = {}
        for node in np.flatnonzero(cells[:, _TOGETHER].all(axis=1)).tolist():
            together.setdefault(int(same[node]), []).extend((node, detail) for detail in _TOGETHER)
        moves = [(_kind(detail), move) for (_, detail), move in alone.items()]
        moves += [(1, move) for move in together.values()]

        def tier(move: tuple[int, Move]) -> tuple[int, int]:
            return int(level[move[1][0][0]]), move[0]

        def order(move: tuple[int, Move]) -> tuple[tuple[int, int], bool, float, Move]:
            node, detail = move[1][0]
            return tier(move), detail < len(GROUP_AXIS), -float(self._people[node, detail % LINKS]), move[1]

        for _, group in groupby(sorted(moves, key=order), key=tier):
            yield [move for _, move in group]

    def _links_that_tell(self) -> Flags:
        """Nodes whose links alone tell the eNPS groups: their sum and balance leave too little between."""
        against, between, for_it = self._people[:, 1], self._people[:, 2], self._people[:, 3]
        return np.asarray(between / 2 + np.minimum(against, for_it) < COUNT_WIDTH, dtype=np.bool_)

    def _is_safe(self, hidden: Flags) -> bool:
        """Whether shown cells keep hidden ones apart: within a unit, over the tree, and in all equations."""
        if not (self._inside & ~hidden.all(axis=1)).any():
            return True
        return not self._pools_that_tell(hidden) and is_safe(self._system(hidden))

    def _system(self, hidden: Flags) -> System:
        counts, linked = hidden[:, :LINKS], self._inside & ~hidden[:, LINKS]
        return theme_system(self._cube, counts, linked, self._theme, self._inside, self._no_writers)

    def _parts_that_tell(self, hidden: Flags) -> Flags:
        """Wholes whose shown parts leave too few: no equations are needed to see it."""
        shape = (len(hidden), len(STANCE_AXIS), len(GROUP_AXIS))
        secret, people = hidden.reshape(shape), self._people.reshape(shape)
        # a respondent may take several stances to a theme; then the stances do not add up to the whole
        several = people[:, 1:].sum(axis=_STANCE)[self._inside] > people[self._inside, 0]
        found = np.zeros_like(secret)
        for axis in (_GROUP,) if several.any() else (_GROUP, _STANCE):
            along = [np.moveaxis(mask, axis, -1) for mask in (secret, found)]
            _mark_wholes(along[0], np.moveaxis(people, axis, -1), along[1])
        return found.reshape(hidden.shape)


def _kind(detail: int) -> int:
    """0 for a whole theme or stance, 2 for the links, 3 for an eNPS group."""
    if detail == LINKS:
        return 2
    return 0 if detail % len(GROUP_AXIS) == 0 else 3


def _mark_wholes(secret: Flags, people: Numbers, found: Flags) -> None:
    """Mark, along the last axis of a whole and then its parts, the shown wholes that give a part away."""
    pool = people[..., 0] - (people[..., 1:] * ~secret[..., 1:]).sum(axis=-1)
    found[..., 0] |= ~secret[..., 0] & secret[..., 1:].any(axis=-1) & (pool < COUNT_WIDTH)


def _with(hidden: Flags, cells: list[Cell]) -> Flags:
    result = hidden.copy()
    for cell in cells:
        result[cell] = False
    return result
