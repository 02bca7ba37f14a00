"""A new version of a release people already have: what they know, and what the change would tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from text_analysis.errors import ReleaseRefusedError
from text_analysis.records import Released
from text_analysis.release.cube import LAYERS, Cube, Masks
from text_analysis.release.grid import OWN, Flags, Grid
from text_analysis.settings import Settings
from text_analysis.tables import SHOWN

_COUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "response": ("responses", "n_writers"),
    "enps": ("n", "kritiker", "passiva", "ambassadorer"),
    "indices": ("n",),
    "themes": ("n_respondents",),
}
_KEYS: Final = {"indices": ("index_key",), "themes": ("theme", "stance", "enps_group")}
_EPSILON: Final = 1e-6
# The number whose presence in a shown row tells that a layer was shown.
_SIGN: Final = {
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


def known_before(cube: Cube, previous: Released | None) -> Masks:
    """The cells people know from an earlier release, with the same value, per layer.

    They cannot be taken back, so they cannot protect others either.
    """
    known: Masks = {}
    for layer, name in LAYERS.items():
        grid = cube.grids[name]
        known[layer] = np.zeros_like(grid.asked)
        if previous is not None:
            known[layer] = _same(grid, cube, getattr(previous, name), _SIGN[layer])
    return known


def _same(grid: Grid, cube: Cube, earlier: pd.DataFrame, column: str) -> Flags:
    same = np.zeros_like(grid.asked)
    place = {key: i for i, key in enumerate(grid.keys)}
    rows = earlier[earlier[column].notna() & (earlier["status"] == SHOWN)]
    if "source" in rows:
        rows = rows[rows["source"] == OWN]
    keys = rows[list(grid.key_columns)].itertuples(index=False, name=None) if grid.key_columns else ()
    columns = [place.get(key, -1) for key in keys] if grid.key_columns else [0] * len(rows)
    for wave, unit, key, value in zip(rows["wave"], rows["unit"], columns, rows[column], strict=True):
        node = cube.nodes.position.get((wave, unit), -1)
        if node >= 0 and key >= 0:
            same[node, key] = bool(np.isclose(grid[column][node, key], float(value)))
    return same


def refuse_small_change(emitted: Mapping[str, pd.DataFrame], previous: Released, settings: Settings) -> None:
    """Refuse a version in which a shown figure differs by a few people from the one people have.

    Whoever has both would know what those few answered. Theme figures are compared only where people
    came or went: a new codebook or a review changes them without anybody having answered otherwise.

    Raises
    ------
    ReleaseRefusedError : a count differs by 1 to `min_scores` − 1, or a mean by what so few can cause.
    """
    changed = False
    for name, columns in _COUNTS.items():
        pair = _pair(emitted[name], getattr(previous, name), name)
        if name == "themes" and not changed:
            continue
        for column in columns:
            change = (pair[column].astype("Float64") - pair[f"{column}_before"].astype("Float64")).abs()
            changed |= bool((change > 0).any())
            _refuse(pair, (change >= 1) & (change < settings.min_scores), name)
    _refuse_small_means(emitted["indices"], previous.indices, settings)


def _pair(now: pd.DataFrame, before: pd.DataFrame, name: str) -> pd.DataFrame:
    key = [
        "wave",
        "unit",
        *{"indices": ["index_key"], "themes": ["theme", "stance", "enps_group"]}.get(name, []),
    ]
    shown = [table[table["status"] == SHOWN] for table in (now, before)]
    return shown[0].merge(shown[1], on=key, suffixes=("", "_before"))


def _refuse_small_means(now: pd.DataFrame, before: pd.DataFrame, settings: Settings) -> None:
    from text_analysis.instruments import load_instruments

    pair = _pair(now, before, "indices")
    ranges = {d.key: d.value_range[1] - d.value_range[0] for d in load_instruments().indices}
    few = (settings.min_scores - 1) * pair["index_key"].map(ranges).astype("Float64")
    moved = ((pair["value"] - pair["value_before"]) * pair["n"]).abs()
    _refuse(pair, (moved > _EPSILON) & (moved <= few) & (pair["n"] == pair["n_before"]), "indices")


def _refuse(pair: pd.DataFrame, wrong: pd.Series[bool], name: str) -> None:
    wrong = wrong.fillna(value=False).astype(bool)
    if wrong.any():
        raise ReleaseRefusedError(
            "Den nya versionen skiljer sig med så få personer från den förra att deras svar kan räknas ut.",
            where=f"{pair.loc[wrong, 'unit'].iloc[0]}, tabellen {name}",
            expected="ingen skillnad, eller minst så många personer som gränsen",
            remedy="Behåll den förra versionen, eller vänta tills fler rättelser finns.",
        )
