"""The equations of one theme in one wave: stances and eNPS groups over the unit tree, and what links tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from text_analysis.records import ENPS_GROUPS, STANCES
from text_analysis.release.cube import DETAILS, GROUP_AXIS, STANCE_AXIS, Cube, Masks
from text_analysis.release.equations import Block, System
from text_analysis.release.grid import NO_PARENT, Flags, Indices, Numbers


def theme_systems(cube: Cube, masks: Masks) -> Iterator[System]:
    """A system per wave and theme that has anything shown and anything hidden."""
    hidden = masks["themes"].reshape(len(cube.nodes), -1, DETAILS)
    for inside in cube.waves:
        for theme in np.flatnonzero((~hidden[inside]).any(axis=(0, 2)) & hidden[inside].any(axis=(0, 2))):
            columns = cube.link_columns[theme]
            linked = np.asarray((~masks["links"][:, columns]).any(axis=1), dtype=np.bool_)
            yield theme_system(cube, hidden[:, theme], linked, int(theme), inside, masks["writers"])


def theme_system(
    cube: Cube, hidden: Flags, linked: Flags, theme: int, inside: Flags, no_writers: Flags
) -> System:
    """The system of one theme in one wave; units with nothing shown are pooled.

    Parameters
    ----------
    cube : the survey.
    hidden : the theme's hidden cells, shape (nodes, DETAILS).
    linked : nodes where a link is shown, which tells the theme's eNPS and how many it is of.
    theme : its number in the codebook.
    inside : the nodes of the wave.
    no_writers : where the number of writers is hidden, shape (nodes, 1).
    """
    people = cube.people("themes").reshape(len(cube.nodes), -1, DETAILS)[:, theme]
    split = base_counts(people)
    bound = split[inside].max(axis=0).reshape(len(STANCES) + 1, -1)
    counted = theme_sums(several=bool(bound[-1].any()), unscored=bool(bound[:, -1].any()))
    upper = np.full(bound.shape, np.inf)
    upper[-1, :], upper[:, -1] = bound[-1].max(), bound[:, -1].max()
    block = Block(
        "themes", people, hidden, np.arange(DETAILS) + theme * DETAILS,
        counted.sums, np.where(no_writers[:, 0], np.inf, cube.people("writers")[:, 0]), counted.sums[0],
        counted.ordered, upper.ravel()[counted.used],
    )  # fmt: skip
    kept = _with_ancestors(cube, inside & (linked | ~hidden.all(axis=1)))
    kritiker, passiva, ambassadorer = counted.sums[1 : len(GROUP_AXIS)]
    by_link = np.stack([kritiker + passiva + ambassadorer, ambassadorer - kritiker])
    return block.system(cube, kept, split[:, counted.used], (linked & inside, by_link))


def _with_ancestors(cube: Cube, chosen: Flags) -> Flags:
    kept = chosen.copy()
    for node in cube.nodes.top_down[::-1]:
        if kept[node] and cube.nodes.parent[node] != NO_PARENT:
            kept[cube.nodes.parent[node]] = True
    return kept


def base_counts(people: Numbers) -> Numbers:
    """The counts of a theme as base counts, shape (nodes, 5 · 4).

    Four stances and then those with several stances (who count less in "alla"), each by the three eNPS
    groups and then those without a score.
    """
    cells = people.reshape(len(people), len(STANCE_AXIS), len(GROUP_AXIS))
    unscored = cells[:, :, :1] - cells[:, :, 1:].sum(axis=2, keepdims=True)
    by_group = np.concatenate([cells[:, :, 1:], unscored], axis=2)
    several = by_group[:, 1:].sum(axis=1) - by_group[:, 0]
    return np.concatenate([by_group[:, 1:], several[:, None]], axis=1).reshape(len(people), -1)


@dataclass(frozen=True)
class ThemeSums:
    """The cells of a theme as sums of base counts; `used` are the base counts there are any of."""

    sums: Numbers
    ordered: Numbers
    used: Indices


def theme_sums(*, several: bool, unscored: bool) -> ThemeSums:
    """How the twenty cells of a theme in a unit are made of base counts.

    Parameters
    ----------
    several : whether anybody takes several stances to the theme in one wave.
    unscored : whether anybody wrote on the theme without giving an eNPS score.
    """
    n_stances, n_groups = len(STANCES), len(ENPS_GROUPS) + 1
    sums = np.zeros((len(STANCE_AXIS), len(GROUP_AXIS), n_stances + 1, n_groups))
    for group in range(n_groups):
        shown_in = [0, group + 1] if group < len(ENPS_GROUPS) else [0]
        for stance in range(n_stances):
            sums[np.ix_([0, stance + 1], shown_in, [stance], [group])] = 1.0
        sums[0, shown_in, n_stances, group] = -1.0
    # a stance is at most "alla": those with several stances are at most the other stances
    ordered = np.zeros((n_stances, n_groups, n_stances + 1, n_groups))
    for stance in range(n_stances):
        for group in range(n_groups):
            ordered[stance, group, :n_stances, group] = -1.0
            ordered[stance, group, stance, group] = 0.0
            ordered[stance, group, n_stances, group] = 1.0
    keep = np.ones((n_stances + 1, n_groups), dtype=np.bool_)
    keep[-1] &= several
    keep[:, -1] &= unscored
    used = np.flatnonzero(keep.ravel())
    width = (n_stances + 1) * n_groups
    rows = ordered.reshape(-1, width)[:, used] if several else np.zeros((0, len(used)))
    return ThemeSums(sums.reshape(DETAILS, width)[:, used], rows, used)
