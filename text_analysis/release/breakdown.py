"""Complementary suppression within a unit: stances and eNPS groups of a theme add up to "alla".

Where some parts are hidden and the whole is shown, the hidden parts are a pool: it must hold at least
two parts and as many people as a shown cell.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from text_analysis.release.cube import GROUP_AXIS, STANCE_AXIS, Cube
from text_analysis.release.grid import Flags, Indices, Numbers

STANCE, GROUP = 2, 3  # axes of (nodes, themes, stances, eNPS groups)
# "alla" is given up for a stance that holds at least a third of the theme: the lists of dissatisfaction
# and proposals are ranked by stance, so a large stance is worth more than the whole it is part of.
WHOLE_IS_WORTH: Final = 1 / 3
PRICELESS: Final = 1e9  # a theme's size is never given up for one of its eNPS groups
LEAST_PARTS: Final = 2


def protect_breakdowns(hidden: Flags, cube: Cube, need: Numbers) -> Flags:
    """The hidden theme cells with what must be hidden beside them within each unit, to a fixed point.

    Parameters
    ----------
    hidden : the themes layer, shape (nodes, keys).
    cube : the survey.
    need : people a pool must hold, shape (keys,).
    """
    shape = (len(cube.nodes), -1, len(STANCE_AXIS), len(GROUP_AXIS))
    result, people = hidden.copy().reshape(shape), cube.people("themes").reshape(shape)
    limit = need[:: len(STANCE_AXIS) * len(GROUP_AXIS)][None, :, None]
    everywhere = np.ones((*people.shape[:2], 1), dtype=np.bool_)
    # a respondent may criticise and praise the same theme; where few do, the stances give "alla" away
    adds_up = np.asarray(overlap_bound(people, cube.wave_numbers) < limit[..., 0], dtype=np.bool_)[..., None]
    while True:
        before = int(result.sum())
        for axis, applies, worth in ((GROUP, everywhere, PRICELESS), (STANCE, adds_up, WHOLE_IS_WORTH)):
            _protect(np.moveaxis(result, axis, -1), np.moveaxis(people, axis, -1), limit, applies, worth)
        if int(result.sum()) == before:
            return result.reshape(hidden.shape)


def overlap_bound(people: Numbers, waves: Indices) -> Numbers:
    """How many respondents took more than one stance to a theme, at most in any unit of the wave.

    Shape (nodes, themes), the same for all nodes of a wave.
    """
    own: Numbers = people[:, :, 1:, 0].sum(axis=2) - people[:, :, 0, 0]
    bound = np.zeros_like(own)
    for wave in np.unique(waves):
        bound[waves == wave] = own[waves == wave].max(axis=0)
    return np.asarray(bound, dtype=np.float64)


def _protect(hidden: Flags, people: Numbers, need: Numbers, adds_up: Flags, whole_is_worth: float) -> None:
    """Hide, in place, parts or the whole until every pool along the last axis is safe.

    The last axis holds the whole and then its parts; `need` and `adds_up` have the shape of the others.
    """
    whole, parts = people[..., 0], people[..., 1:]
    while True:
        secret = hidden[..., 1:]
        n_secret = secret.sum(axis=-1)
        pool = whole - (parts * ~secret).sum(axis=-1)
        unsafe = ~hidden[..., 0] & (n_secret > 0) & ((n_secret < LEAST_PARTS) | (pool < need))
        told = hidden[..., 0] & (n_secret == 0)
        exposed = (unsafe | told) & adds_up
        if not exposed.any():
            return
        size = np.where(secret, np.inf, parts)
        smallest, least = size.argmin(axis=-1), size.min(axis=-1)
        give_up_whole = exposed & unsafe & (least > whole_is_worth * whole)
        hidden[..., 0] |= give_up_whole
        part = exposed & ~give_up_whole & np.isfinite(least)
        if not (give_up_whole | part).any():
            return
        at = np.nonzero(part)
        hidden[(*at, smallest[part] + 1)] = True
