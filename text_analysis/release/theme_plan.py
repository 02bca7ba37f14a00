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

from text_analysis.release.audit import is_safe
from text_analysis.release.complement import TreeLayer, protect_tree
from text_analysis.release.cube import DETAILS, GROUP_AXIS, STANCE_AXIS, Cube, Masks
from text_analysis.release.grid import Flags, Numbers
from text_analysis.release.limits import limit_of
from text_analysis.release.pools import COUNT_WIDTH
from text_analysis.release.theme_equations import theme_system
from text_analysis.settings import Settings

Cell = tuple[int, int]  # node and detail: a stance and an eNPS group of the theme, or its links
Move = list[Cell]
LINKS: Final = DETAILS  # the detail after the last
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
        self._tree = TreeLayer(self._people, need, nothing, empty_counts=True, top_down=False)

    def fill(self, allowed: Flags, hidden: Flags) -> Flags:
        """The hidden cells when the allowed ones have been shown in order of worth, as far as is safe."""
        for tier in self._tiers(allowed & hidden):
            everything = _with(hidden, [cell for move in tier for cell in move])
            if self._is_safe(everything):
                hidden = everything
                continue
            for move in tier:
                one_more = _with(hidden, move)
                hidden = one_more if self._is_safe(one_more) else hidden
        return hidden

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
        for node, detail in np.argwhere(cells).tolist():
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

    def _is_safe(self, hidden: Flags) -> bool:
        """Whether shown cells keep hidden ones apart: within a unit, over the tree, and in all equations."""
        if not (self._inside & ~hidden.all(axis=1)).any():
            return True
        counts, linked = hidden[:, :LINKS], self._inside & ~hidden[:, LINKS]
        pools_are_safe = np.array_equal(protect_tree(counts, self._tree, self._cube.nodes), counts)
        if self._tells_a_part(counts) or not pools_are_safe:
            return False
        system = theme_system(self._cube, counts, linked, self._theme, self._inside, self._no_writers)
        return is_safe(system)

    def _tells_a_part(self, hidden: Flags) -> bool:
        """Whether a whole less its shown parts leaves too few: no equations are needed to see it."""
        shape = (len(hidden), len(STANCE_AXIS), len(GROUP_AXIS))
        secret, people = hidden.reshape(shape), self._people.reshape(shape)
        # a respondent may take several stances to a theme; then the stances do not add up to the whole
        several = people[:, 1:].sum(axis=_STANCE)[self._inside] > people[self._inside, 0]
        axes = (_GROUP,) if several.any() else (_GROUP, _STANCE)
        return any(
            _leaves_too_few(np.moveaxis(secret, axis, -1), np.moveaxis(people, axis, -1)) for axis in axes
        )


def _kind(detail: int) -> int:
    """0 for a whole theme or stance, 2 for the links, 3 for an eNPS group."""
    if detail == LINKS:
        return 2
    return 0 if detail % len(GROUP_AXIS) == 0 else 3


def _leaves_too_few(secret: Flags, people: Numbers) -> bool:
    """Along the last axis, the whole and then its parts: whether a shown whole gives a hidden part away."""
    pool = people[..., 0] - (people[..., 1:] * ~secret[..., 1:]).sum(axis=-1)
    told = ~secret[..., 0] & secret[..., 1:].any(axis=-1) & (pool < COUNT_WIDTH)
    return bool(told.any())


def _with(hidden: Flags, cells: list[Cell]) -> Flags:
    result = hidden.copy()
    for cell in cells:
        result[cell] = False
    return result
