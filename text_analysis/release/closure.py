"""What follows from a hidden cell in other tables: a figure that tells it must be hidden too."""

from __future__ import annotations

import numpy as np

from text_analysis.release.cube import LAYERS, Cube, Masks
from text_analysis.release.grid import Flags
from text_analysis.release.limits import score_tells_groups


def close(masks: Masks, cube: Cube) -> None:
    """Hide, in place, what would tell a hidden cell of the same unit and wave.

    A unit without a shown number of responses has nothing shown; an eNPS or index that is hidden hides
    its interval and distribution; an index and its parts go together, as the total tells a part. A theme's
    eNPS groups are parts of the unit's, so they are hidden with them.
    """
    nobody = masks["response"][:, :1]
    for layer in LAYERS:
        masks[layer] |= nobody
    masks["untagged"] |= masks["writers"]
    masks["themes"] |= masks["writers"]
    _close_enps(masks, cube)
    masks["indices"] = _together(masks["indices"], cube.index_groups)
    masks["index_spread"] |= masks["indices"]
    _follow_index(masks, cube)
    _close_links(masks, cube)


def _close_enps(masks: Masks, cube: Cube) -> None:
    masks["enps_spread"] |= masks["enps"]
    masks["enps"] |= masks["enps_spread"] & score_tells_groups(cube)
    cube.themes_view(masks["themes"])[:, :, :, 1:] |= masks["enps_spread"][:, :, None, None]


def _together(hidden: Flags, groups: np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> Flags:
    result = hidden.copy()
    for group in np.unique(groups):
        same = groups == group
        asked_hidden = hidden[:, same].any(axis=1, keepdims=True)
        result[:, same] |= asked_hidden
    return result


def _follow_index(masks: Masks, cube: Cube) -> None:
    """A distribution gives the mean, so it is hidden where its index is, all items of the index together."""
    column = cube.index_column("distribution")
    known = column >= 0
    masks["distribution"][:, known] |= masks["indices"][:, column[known]]


def _close_links(masks: Masks, cube: Cube) -> None:
    """A link repeats the unit's eNPS and an index, so it is hidden with them.

    What the eNPS of a theme's writers tells of their groups is weighed in `theme_plan`.
    """
    if not cube.grid("links").keys:
        return
    masks["links"] |= masks["enps"]
    column = cube.index_column("links")
    tied = column >= 0
    masks["links"][:, tied] |= masks["indices"][:, column[tied]]
