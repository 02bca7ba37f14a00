"""Topics of the release: themes' words, sub-themes and candidates of the whole organisation.

A sub-theme lies inside its theme, so theme minus sub-themes is a figure too. What is not shown has no row:
that a small matter exists would be a clue in itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.records import Released
from text_analysis.release.cube import DETAILS, Cube, Masks
from text_analysis.release.limits import SENSITIVE_FACTOR
from text_analysis.release.versions import READ, alike
from text_analysis.settings import Settings

# Waves with fewer writers are not compared if a topic differs by a few people: they may be known by name.
COMPARED_FROM: Final = 30


class _Topic(NamedTuple):
    """What decides whether a topic may be shown, as in `tables.TOPICS`."""

    wave: str
    kind: str
    theme: str
    n_respondents: int
    n_theme: int


def topics_of(
    topics: pd.DataFrame,
    cube: Cube,
    masks: Masks,
    settings: Settings,
    *,
    certificate: Mapping[str, object],
    previous: Released | None = None,
) -> pd.DataFrame:
    """The topics people may see, `tables.RELEASED["topics"]`.

    Parameters
    ----------
    topics : `tables.TOPICS`.
    cube, masks : the survey and what is hidden in it.
    settings : the limits: a topic needs as many people as a theme, of as many writers.
    certificate, previous : what this version is made from, and the version people have.
    """
    found = tables.check(topics, tables.TOPICS)
    writers, themes, sensitive = _open(cube, masks, settings)
    rows = found[list(_Topic._fields)].itertuples(index=False, name=None)
    is_open = [_is_open(_Topic(*row), writers, themes, sensitive, settings.min_theme_cell) for row in rows]
    shown = found[np.array(is_open, dtype=bool)]
    shown = _with_rest(shown, settings.min_theme_cell)
    shown = _apart(shown, writers, settings.min_theme_cell)
    if previous is not None and not alike(READ, certificate, previous):
        shown = _unchanged(shown, previous.topics, settings.min_theme_cell)
    spec = tables.RELEASED["topics"]
    ordered = shown.assign(status=tables.SHOWN).sort_values(
        ["wave", "unit", "kind", "theme", "n_respondents", "topic"],
        ascending=[True, True, False, True, False, True],
        kind="stable",
    )
    return tables.check(ordered[list(spec.columns)], spec)


def _open(
    cube: Cube, masks: Masks, settings: Settings
) -> tuple[dict[str, float], set[tuple[str, str]], set[str]]:
    """Writers of each wave with enough, wave and theme of each shown theme, and the sensitive themes."""
    frame = cube.nodes.frame
    tops = np.flatnonzero(frame["level"].to_numpy() == 0)
    counts = cube.people("writers")[:, 0]
    writers = {
        str(frame["wave"].iloc[node]): float(counts[node])
        for node in tops
        if counts[node] >= settings.min_theme_writers and not masks["writers"][node].any()
    }
    names = [theme.id for theme in cube.codebook.themes]
    hidden = masks["themes"][:, ::DETAILS]
    themes = {
        (str(frame["wave"].iloc[node]), name)
        for node in tops
        for column, name in enumerate(names)
        if not hidden[node, column]
    }
    return writers, themes, {theme.id for theme in cube.codebook.themes if theme.sensitive}


def _is_open(
    topic: _Topic,
    writers: Mapping[str, float],
    themes: set[tuple[str, str]],
    sensitive: set[str],
    least: int,
) -> bool:
    """Whether a topic has enough people, of enough writers, in a theme that is shown."""
    wave, n, theme = topic.wave, topic.n_respondents, topic.theme
    if wave not in writers or (theme and (wave, theme) not in themes):
        return False
    if topic.kind == tables.WHOLE_THEME:
        return True
    need = least * SENSITIVE_FACTOR if theme in sensitive else least
    everyone = writers[wave] if not theme else topic.n_theme
    return n >= need and everyone - n >= need


def _with_rest(shown: pd.DataFrame, least: int) -> pd.DataFrame:
    """The topics without the least sub-themes where a theme less its sub-themes would leave too few.

    A person may speak of two sub-themes, so what is left is at least the theme less their sum.
    """
    kept = []
    for _, part in shown.groupby(["wave", "unit", "theme"], sort=False):
        inside = part[part["kind"] == tables.SUB_THEME].sort_values(
            ["n_respondents", "topic"], ascending=[False, True]
        )
        sums = inside["n_respondents"].cumsum()
        kept += [
            *part.index[part["kind"] != tables.SUB_THEME],
            *inside.index[inside["n_theme"] - sums >= least],
        ]
    return shown.loc[sorted(kept)]


def _apart(shown: pd.DataFrame, writers: Mapping[str, float], least: int) -> pd.DataFrame:
    """The topics without those of small waves that differ by a few people from the wave before."""
    few = set()
    waves = sorted(set(shown["wave"]))
    inner = shown[shown["kind"] != tables.WHOLE_THEME]
    for before, wave in pairwise(waves):
        if min(writers[before], writers[wave]) >= COMPARED_FROM:
            continue
        few |= _changed(
            inner[inner["wave"] == wave], inner[inner["wave"] == before], ["unit", "topic"], least
        )
    return shown.drop(index=sorted(few))


def _unchanged(shown: pd.DataFrame, before: pd.DataFrame, least: int) -> pd.DataFrame:
    """The topics without those that differ by a few people from the version people have."""
    inner = shown[shown["kind"] != tables.WHOLE_THEME]
    return shown.drop(index=sorted(_changed(inner, before, ["wave", "unit", "topic"], least)))


def _changed(now: pd.DataFrame, before: pd.DataFrame, keys: list[str], least: int) -> set[int]:
    pair = now.reset_index().merge(before[[*keys, "n_respondents"]], on=keys, suffixes=("", "_before"))
    change = (pair["n_respondents"] - pair["n_respondents_before"]).abs()
    return set(pair.loc[(change >= 1) & (change < least), "index"])
