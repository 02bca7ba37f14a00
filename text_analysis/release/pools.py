"""What the pool of a parent's hidden children tells about one of them, in closed form.

With the sum and the number of people of a pool known, the mean of one hidden unit lies in an interval
whose ends follow from giving everybody else the highest or the lowest answer. The interval of a unit that
is hidden for its own sake is taken as if the reader knew how many answered there; for the others, from
what the release shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from text_analysis.release.complement import PoolTest
from text_analysis.release.cube import Cube, Masks
from text_analysis.release.grid import Flags, Indices, Numbers
from text_analysis.settings import Settings

COUNT_WIDTH: Final = 2  # people: a hidden count must be uncertain by at least this many
HUNDRED: Final = 100.0


def pool_tests(
    layer: str, cube: Cube, first: Masks, masks: Masks, settings: Settings
) -> tuple[PoolTest, ...]:
    """The tests a pool of this layer must pass beyond its size.

    Parameters
    ----------
    layer : name of the layer.
    cube : the survey.
    first : primary suppression, whose cells are protected against a reader who knows their size.
    masks : what is hidden now; shown numbers of responses bound the hidden ones.
    settings : the narrowest interval allowed.
    """
    if layer == "enps":
        return (_enps_test(cube, first["enps"], settings),)
    if layer == "enps_spread":
        return (_groups_test(cube),)
    if layer == "indices":
        return (_index_test(cube, first["indices"], masks["response"], settings),)
    if layer == "distribution":
        # few say yes to exposure, so a large unit's share is always narrow: only the small ones are secret
        secret = np.where(cube.exposures, first["indices"], masks["indices"])
        return (_distribution_test(cube, secret, settings),)
    return ()


def _enps_test(cube: Cube, primary: Flags, settings: Settings) -> PoolTest:
    people = cube.people("enps")

    def test(parent: int, children: Indices, secret: Flags) -> Flags:
        against, between, for_it = _pool_of_groups(cube, parent, children, secret)
        n = np.where(primary[children] & secret, people[children], np.nan)
        high = np.minimum(n, for_it) - np.maximum(0, n - for_it - between)
        low = np.maximum(0, n - against - between) - np.minimum(n, against)
        width = HUNDRED * (high - low) / np.where(n > 0, n, np.nan)
        # eNPS runs over 200 points, twice an index
        narrow = np.fmin.reduce(width, axis=0, initial=np.inf) < 2 * settings.min_index_width
        # the scores alone tell how many the pool is and its balance, and so its groups to within this many
        room = between / 2 + np.minimum(against, for_it)
        return np.asarray(narrow | (room < COUNT_WIDTH), dtype=np.bool_)

    return test


def _groups_test(cube: Cube) -> PoolTest:
    """An eNPS group with hardly anybody in the pool tells that hardly anybody in its units is in it."""

    def test(parent: int, children: Indices, secret: Flags) -> Flags:
        return np.asarray([_pool_of_groups(cube, parent, children, secret).min() < COUNT_WIDTH])

    return test


def _pool_of_groups(cube: Cube, parent: int, children: Indices, secret: Flags) -> Numbers:
    """The eNPS groups of a parent less those of its shown children, shape (3,)."""
    shown = (cube.enps_groups[children] * ~secret).sum(axis=0)
    return np.asarray(cube.enps_groups[parent] - shown, dtype=np.float64)


def _index_test(cube: Cube, primary: Flags, no_responses: Flags, settings: Settings) -> PoolTest:
    grid, ranges = cube.grids["indices"], cube.value_ranges
    n = grid.counts("n")
    scaled = HUNDRED * (np.nan_to_num(grid["value"]) - ranges[:, 0]) / (ranges[:, 1] - ranges[:, 0])
    total = n * np.where(n > 0, scaled, 0.0)
    most = np.where(no_responses, np.inf, cube.people("response"))

    def test(parent: int, children: Indices, secret: Flags) -> Flags:
        people = n[parent] - (n[children] * ~secret).sum(axis=0)
        points = total[parent] - (total[children] * ~secret).sum(axis=0)
        least = least_people(people, np.broadcast_to(most[children], secret.shape), secret)
        known = np.where(primary[children], n[children], least)
        width = mean_width(points, people, known)
        secret_with_people = secret & (n[children] > 0) & (primary[children] | ~cube.exposures)
        narrowest = np.where(secret_with_people, width, np.inf).min(axis=0, initial=np.inf)
        return np.asarray(narrowest < settings.min_index_width, dtype=np.bool_)

    return test


def least_people(pool: Numbers, most: Numbers, secret: Flags) -> Numbers:
    """The fewest people each hidden unit can have: the pool minus the most the others can have."""
    bound = np.where(secret, most, 0.0)
    n_unbounded = np.isinf(bound).sum(axis=0)
    finite = np.where(np.isinf(bound), 0.0, bound)
    others = np.where(n_unbounded - np.isinf(bound) > 0, np.inf, finite.sum(axis=0) - finite)
    return np.maximum(pool - others, 0.0)


def mean_width(points: Numbers, pool: Numbers, n: Numbers) -> Numbers:
    """Width, on 0–100, of what the mean of n people can be in a pool with this sum of points.

    >>> float(mean_width(np.array(550.0), np.array(11.0), np.array(4.0)))  # anything is possible
    100.0
    >>> float(mean_width(np.array(1078.0), np.array(11.0), np.array(4.0)))  # nearly all at the top
    5.5
    """
    counted = np.maximum(n, 1.0)
    highest = np.minimum(HUNDRED, points / counted)
    lowest = np.maximum(0.0, (points - HUNDRED * (pool - counted)) / counted)
    return np.asarray(highest - lowest, dtype=np.float64)


def _distribution_test(cube: Cube, no_index: Flags, settings: Settings) -> PoolTest:
    """The answers of the pool bound the mean of a unit whose index is hidden."""
    grid = cube.grids["distribution"]
    counts, n = grid.counts("n_answer"), grid.counts("n")
    column = cube.index_column("distribution")
    secret_mean = np.where(column >= 0, no_index[:, column], True) if len(column) else no_index[:, :0]
    items = _items(cube)

    def test(parent: int, children: Indices, secret: Flags) -> Flags:
        unsafe = np.zeros(secret.shape[1], dtype=np.bool_)
        pool = counts[parent] - (counts[children] * ~secret).sum(axis=0)
        small = secret & secret_mean[children] & (n[children] > 0)
        for columns in items:
            for child in np.flatnonzero(small[:, columns[0]]):
                size = n[children[child], columns[0]]
                if _too_narrow(pool[columns], float(size), settings):
                    unsafe[columns] = True
                    break
        return unsafe

    return test


def _items(cube: Cube) -> Sequence[Indices]:
    """The columns of each item, answers from lowest to highest."""
    grid = cube.grids["distribution"]
    item = grid.key_columns.index("item")
    columns: dict[object, list[int]] = {}
    for i, key in enumerate(grid.keys):  # keys are sorted, answers too
        columns.setdefault(key[item], []).append(i)
    return [np.array(part, dtype=np.intp) for part in columns.values()]


def _too_narrow(pool: Numbers, n: float, settings: Settings) -> bool:
    """Whether n people drawn from the pool's answers have too certain a mean, or too certain an answer."""
    steps = np.linspace(0.0, HUNDRED, len(pool))
    lowest, highest = _extreme_mean(pool, steps, n), _extreme_mean(pool[::-1], steps[::-1], n)
    surely = np.maximum(0.0, n - (pool.sum() - pool)) / n
    possibly = np.minimum(n, pool) / n
    share_width = settings.min_index_width / HUNDRED
    told = (surely > 0) & (possibly - surely < share_width)
    return bool(highest - lowest < settings.min_index_width or told.any())


def _extreme_mean(pool: Numbers, steps: Numbers, n: float) -> float:
    """The mean of the first n answers of the pool in the order given."""
    taken = np.diff(np.minimum(np.cumsum(pool), n), prepend=0.0)
    return float(taken @ steps / n)
