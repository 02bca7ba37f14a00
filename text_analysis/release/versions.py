"""What people know from an earlier version of a release, and what must therefore stay hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from text_analysis.records import Released
from text_analysis.release.cube import LAYERS, Cube, Masks
from text_analysis.release.grid import Flags, Grid
from text_analysis.tables import ANSWERS, SHOWN

# The number whose presence in a shown row tells that a layer was shown.
_SIGN: Final[Mapping[str, str]] = {
    "response": "responses",
    "writers": "n_writers",
    "untagged": "n_writers_without_theme",
    "enps": "enps",
    "enps_spread": "kritiker",
    "indices": "value",
    "index_spread": "low",
    "distribution": "share",
    "themes": "n_respondents",
    "links": "enps_with",
}
_ANSWERS: Final = ("response", "enps", "indices", "distribution")  # what only answers can change
_CODED: Final = ("writers", "untagged", "themes", "links")  # what the coding decides too
# In the certificate: what the comments were coded with.
CODER: Final = ("product", "codebook_version", "model_sha256", "edits_sha256")
# In the certificate: what was read.
READ: Final = ("input_sha256", "rows", "respondents", "left_out", "missing_answers")
_ALL: Final = ("made_from", "masked_sha256", "edits_sha256")  # everything that decides a release


@dataclass(frozen=True)
class Before:
    """What an earlier version says of the cells of this one, per layer.

    Attributes
    ----------
    known : shown before, with the same value: they cannot be taken back, so they cannot protect others.
        Under another coding a theme's figure is another figure, and nothing is known of it.
    kept : hidden before, in a wave where answers have changed. They stay hidden, or the two versions
        together would tell what the first one hid: its level above less units that are shown now.
    """

    known: Masks = field(repr=False)
    kept: Masks = field(repr=False)


def before_of(cube: Cube, previous: Released | None, certificate: Mapping[str, object]) -> Before:
    """What people already have of the survey; nothing where there is no earlier version.

    Parameters
    ----------
    cube : the survey as it is now.
    previous : the version people have, if there is one.
    certificate : what the survey is made from now.
    """
    nothing = {layer: np.zeros_like(cube.grid(layer).asked) for layer in LAYERS}
    if previous is None or alike(_ALL, certificate, previous):
        return Before(nothing, nothing)  # this very version gives this very release
    shown, hidden, known = {}, {}, {}
    for layer, name in LAYERS.items():
        cells = _cells(cube, cube.grids[name], getattr(previous, name), _SIGN[layer])
        shown[layer], hidden[layer], known[layer] = cells
    if not alike(CODER, certificate, previous):
        known |= {layer: nothing[layer] for layer in _CODED}
    other = np.logical_or.reduce([(shown[layer] & ~known[layer]).any(axis=1) for layer in _ANSWERS])
    changed = np.isin(cube.wave_numbers, cube.wave_numbers[other])[:, None]
    return Before(known, {layer: hidden[layer] & changed for layer in LAYERS})


def alike(names: tuple[str, ...], certificate: Mapping[str, object], previous: Released) -> bool:
    """Whether two certificates both name some of these things and say the same of them."""
    known = [name for name in names if name in certificate]
    return bool(known) and all(previous.certificate.get(name) == certificate[name] for name in known)


def _cells(cube: Cube, grid: Grid, earlier: pd.DataFrame, column: str) -> tuple[Flags, Flags, Flags]:
    """Which cells were shown, which were hidden, and which were shown with the value they have now."""
    shown, hidden, known = (np.zeros_like(grid.asked) for _ in range(3))
    rows = earlier[earlier["source"] == ANSWERS] if "source" in earlier else earlier
    place = {key: i for i, key in enumerate(grid.keys)}
    keys = rows[list(grid.key_columns)].itertuples(index=False, name=None) if grid.key_columns else ()
    columns = [place.get(key, -1) for key in keys] if grid.key_columns else [0] * len(rows)
    nodes = [cube.nodes.position.get(pair, -1) for pair in zip(rows["wave"], rows["unit"], strict=True)]
    node, key = np.array(nodes, dtype=np.intp), np.array(columns, dtype=np.intp)
    found = (node >= 0) & (key >= 0)
    told = (rows["status"] == SHOWN).to_numpy() & rows[column].notna().to_numpy()
    value = rows[column].to_numpy(dtype=np.float64, na_value=np.nan)
    at = node[found], key[found]
    shown[at], hidden[at] = told[found], ~told[found]
    known[at] = told[found] & np.isclose(grid[column][at], value[found])
    return shown, hidden, known
