"""What follows from a hidden cell in other tables: a figure that tells it must be hidden too."""

from __future__ import annotations

import numpy as np

from text_analysis.release.cube import LAYERS, Cube, Masks
from text_analysis.release.grid import Flags


def close(masks: Masks, cube: Cube) -> None:
    """Hide, in place, what would tell a hidden cell of the same unit and wave.

    A unit without a shown number of responses has nothing shown; an eNPS or index that is hidden hides
    its interval and distribution; an index and its parts go together, as the total tells a part.
    """
    nobody = masks["response"][:, :1]
    for layer in LAYERS:
        masks[layer] |= nobody
    masks["untagged"] |= masks["writers"]
    masks["themes"] |= masks["writers"]
    masks["indices"] = _together(masks["indices"], cube.index_groups)
    masks["index_spread"] |= masks["indices"]
    _follow_index(masks, cube)
    _close_links(masks, cube)


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
    """A link is shown only where its theme's size, its eNPS groups and the unit's eNPS are shown.

    The mean eNPS of a theme's writers tells their groups, so it may only repeat what is shown.
    """
    grid = cube.grid("links")
    if not grid.keys:
        return
    place = {theme.id: i for i, theme in enumerate(cube.codebook.themes)}
    theme = np.array([place[str(key[grid.key_columns.index("theme")])] for key in grid.keys])
    sizes = np.asarray(cube.themes_view(masks["themes"])[:, :, 0, :].any(axis=2), dtype=np.bool_)
    masks["links"] |= sizes[:, theme] | masks["enps"]
    column = cube.index_column("links")
    tied = column >= 0
    masks["links"][:, tied] |= masks["indices"][:, column[tied]]
