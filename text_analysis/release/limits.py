"""Primary suppression: cells with fewer people than their limit, and cells where all said the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from text_analysis.release.cube import DETAILS, GROUP_AXIS, LAYERS, STANCE_AXIS, Cube, Masks
from text_analysis.release.grid import Flags, Numbers
from text_analysis.release.pools import COUNT_WIDTH
from text_analysis.settings import Settings

# A sensitive theme or index (harassment, threats) needs twice the people of any other: research on
# exposure items asks for stricter limits, and twice the floor is the limit of a distribution.
SENSITIVE_FACTOR: Final = 2
_EPSILON: Final = 1e-9
_MOST_ENPS: Final = 100


def limit_of(layer: str, cube: Cube, settings: Settings) -> Numbers:
    """People each cell of a layer needs, shape (keys,)."""
    base = {
        "enps_spread": settings.min_distribution,
        "index_spread": settings.min_distribution,
        "distribution": settings.min_distribution,
        "themes": settings.min_theme_cell,
    }.get(layer, settings.min_scores)
    limits = np.where(_sensitive(layer, cube), SENSITIVE_FACTOR * base, base)
    return np.where(_exposures(layer, cube), settings.min_exposure, limits).astype(np.float64)


def _exposures(layer: str, cube: Cube) -> Flags:
    """The columns of an index, or of answers, that tell of exposure, shape (keys,)."""
    grid = cube.grid(layer)
    if layer == "links" or "index_key" not in grid.key_columns:
        return np.zeros(len(grid.keys), dtype=np.bool_)
    return np.array([cube.is_exposure(str(key[0])) for key in grid.keys], dtype=np.bool_)


def _sensitive(layer: str, cube: Cube) -> Flags:
    grid = cube.grid(layer)
    if layer == "themes":
        return np.repeat(cube.sensitive_themes, DETAILS)
    if layer == "links":
        sensitive = {t.id for t in cube.codebook.themes if t.sensitive}
        return np.array([str(key[0]) in sensitive for key in grid.keys], dtype=np.bool_)
    if "index_key" in grid.key_columns:
        return np.array([cube.is_sensitive(str(key[0])) for key in grid.keys], dtype=np.bool_)
    return np.zeros(len(grid.keys), dtype=np.bool_)


def primary(layer: str, cube: Cube, settings: Settings) -> Flags:
    """The cells of a layer that are hidden for their own sake, shape (nodes, keys)."""
    hidden = cube.people(layer) < limit_of(layer, cube, settings)
    if layer == "themes":
        too_few_writers = cube.people("writers") < settings.min_theme_writers
        hidden = hidden | too_few_writers
    return np.asarray(hidden | unanimous(layer, cube, settings) | ~cube.grid(layer).asked, dtype=np.bool_)


def primaries(cube: Cube, settings: Settings) -> Masks:
    """Primary suppression of every layer."""
    return {layer: primary(layer, cube, settings) for layer in LAYERS}


def unanimous(layer: str, cube: Cube, settings: Settings) -> Flags:
    """Group disclosure: cells that tell what each person of the group said, however many they are.

    All in one eNPS group, an index at an end of its scale, a distribution with one answer, an interval
    without width; for a sensitive theme, all but a few of those who wrote; comments where all or none
    had a theme.
    """
    tests: dict[str, Callable[[Cube, Settings], Flags]] = {
        "enps": _one_group,
        "indices": _at_an_end,
        "index_spread": _no_spread,
        "distribution": _one_answer,
        "links": _one_group_of_writers,
        "untagged": _nearly_all_tagged_or_none,
        "themes": _nearly_all_writers,
    }
    if layer not in tests:
        return np.zeros(cube.grid(layer).asked.shape, dtype=np.bool_)
    return np.asarray(tests[layer](cube, settings), dtype=np.bool_)


def _one_group(cube: Cube, settings: Settings) -> Flags:
    """All in one group; or groups that may not be shown and that the score and n tell all the same."""
    largest = cube.enps_groups.max(axis=1, keepdims=True)
    people = cube.people("enps")
    told = (people < limit_of("enps_spread", cube, settings)) & score_tells_groups(cube)
    return np.asarray((largest >= people) | told, dtype=np.bool_)


def score_tells_groups(cube: Cube, width: int = COUNT_WIDTH) -> Flags:
    """Whether eNPS and n alone tell a group to within so many people, shape (nodes, 1).

    With a balance b = ambassadörer − kritiker known, each of the two can vary by (n − |b|) / 2.
    """
    balance = np.abs(cube.enps_groups[:, 2] - cube.enps_groups[:, 0])[:, None]
    return np.asarray((cube.people("enps") - balance) / 2 < width, dtype=np.bool_)


def _at_an_end(cube: Cube, settings: Settings) -> Flags:
    value, ranges = cube.grids["indices"]["value"], cube.value_ranges
    at_an_end = (value < ranges[:, 0] + _EPSILON) | (value > ranges[:, 1] - _EPSILON)
    fewest = np.minimum(cube.n_exposed, cube.people("indices") - cube.n_exposed)
    few_exposed = (fewest < settings.min_theme_cell) & cube.exposures
    return np.asarray(at_an_end | few_exposed, dtype=np.bool_)


def _no_spread(cube: Cube, settings: Settings) -> Flags:
    grid = cube.grids["indices"]
    return np.asarray(grid["high"] - grid["low"] < _EPSILON, dtype=np.bool_)


def _one_group_of_writers(cube: Cube, settings: Settings) -> Flags:
    grid = cube.grids["links"]
    furthest = np.fmax(np.abs(grid["enps_with"]), np.abs(grid["enps_without"]))
    return np.asarray(furthest > _MOST_ENPS - _EPSILON, dtype=np.bool_)


def _nearly_all_tagged_or_none(cube: Cube, settings: Settings) -> Flags:
    return np.asarray(cube.people("writers") - cube.people("untagged") < settings.min_scores, dtype=np.bool_)


def _one_answer(cube: Cube, settings: Settings) -> Flags:
    """Every answer of an item is hidden where one answer has all, so that the row cannot be rebuilt."""
    grid = cube.grid("distribution")
    unanimous_cell = np.asarray(grid["share"] > 1 - _EPSILON, dtype=np.bool_)
    return spread_over(unanimous_cell, [key[1] for key in grid.keys])


def spread_over(hidden: Flags, names: list[object]) -> Flags:
    """Hidden everywhere a column of the same name is hidden: those columns stand or fall together."""
    result = hidden.copy()
    group = {name: i for i, name in enumerate(dict.fromkeys(names))}
    place = np.array([group[name] for name in names], dtype=np.intp)
    for i in range(len(group)):
        same = place == i
        result[:, same] = hidden[:, same].any(axis=1, keepdims=True)
    return result


def _nearly_all_writers(cube: Cube, settings: Settings) -> Flags:
    """A sensitive theme that all but a few of the writers mention tells about each of them."""
    rest = cube.people("writers") - cube.people("themes")
    sensitive = np.repeat(cube.sensitive_themes, len(STANCE_AXIS) * len(GROUP_AXIS))
    return np.asarray((rest < SENSITIVE_FACTOR * settings.min_theme_cell) & sensitive, dtype=np.bool_)
