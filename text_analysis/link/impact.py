"""How each theme hangs together with eNPS and with the indices the codebook ties it to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.index_values import enps_groups, index_values
from text_analysis.inference import false_discovery
from text_analysis.instruments import load_instruments
from text_analysis.link.mentions import mentions, writers
from text_analysis.link.resampling import Counts, enps_of, impact_interval, permutation_p
from text_analysis.records import ENPS_GROUPS, Survey
from text_analysis.tables import LINKS, UNIT_COLUMNS, check
from text_analysis.units import expand

GROUPS: Final = list(ENPS_GROUPS)
PAIR: Final = [*UNIT_COLUMNS, "theme"]


def measure_links(
    survey: Survey, comments: pd.DataFrame, assignments: pd.DataFrame, codebook: Codebook
) -> pd.DataFrame:
    """Table `tables.LINKS`: one row per unit, theme with a writer, and index tied to the theme.

    Compares writers with the theme and other writers (respondents with a comment with content), in eNPS
    and in the mean of their own index values. `impact` is the eNPS of everyone who answered in the unit
    minus what it is without the theme's writers, with a 95 % bootstrap interval; negative where the
    theme's writers lower it. `q_value` is a permutation test of the difference in eNPS between the two
    kinds of writers, corrected by Benjamini and Hochberg over the unit's themes. `index_key` is empty
    where the survey asks none of the theme's indices.

    Parameters
    ----------
    survey : the survey the comments belong to.
    comments : table `tables.COMMENTS`.
    assignments : table `tables.ASSIGNMENTS`.
    codebook : says which indices each theme is tied to.
    """
    mentioned = mentions(comments, assignments).drop_duplicates(["respondent_id", "theme"])
    if mentioned.empty:
        return LINKS.empty()
    people = _people(survey)
    keys = [str(name) for name in people.columns if name not in {"respondent_id", "wave", "unit", *GROUPS}]
    with_theme = expand(mentioned[["respondent_id", "theme"]].merge(people, on="respondent_id"))
    wrote = expand(writers(comments)[["respondent_id"]].merge(people, on="respondent_id"))
    # a block of columns per kind of people, all with the rows of `pairs`
    pairs = with_theme.groupby(PAIR)[[*GROUPS, *keys]].sum().reset_index()
    n_with = _aligned(with_theme.groupby(PAIR)[keys].count(), pairs, PAIR)
    other = (
        _aligned(wrote.groupby(UNIT_COLUMNS)[[*GROUPS, *keys]].sum(), pairs, UNIT_COLUMNS)
        - pairs[[*GROUPS, *keys]]
    )
    n_other = _aligned(wrote.groupby(UNIT_COLUMNS)[keys].count(), pairs, UNIT_COLUMNS) - n_with
    everyone = _aligned(
        expand(people[["wave", "unit", *GROUPS]]).groupby(UNIT_COLUMNS)[GROUPS].sum(), pairs, UNIT_COLUMNS
    )
    table = _with_enps(pairs, other, everyone)
    rows = [
        _index_rows(table, key, themes, (pairs, n_with, other, n_other))
        for key, themes in _tied(codebook, keys).items()
    ]
    return check(pd.concat(rows, ignore_index=True).sort_values([*PAIR, "index_key"]), LINKS)


def _people(survey: Survey) -> pd.DataFrame:
    """Respondents with one 0/1 column per eNPS group and one column per index."""
    group = enps_groups(survey.respondents["enps"])
    groups = pd.DataFrame({name: (group == name).astype(int) for name in GROUPS})
    values = index_values(survey.respondents, survey.items, load_instruments())
    return pd.concat([survey.respondents[["respondent_id", "wave", "unit"]], groups, values], axis=1)


def _aligned(table: pd.DataFrame, pairs: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    return table.reindex(pd.MultiIndex.from_frame(pairs[list(key)])).reset_index(drop=True)


def _with_enps(pairs: pd.DataFrame, other: pd.DataFrame, everyone: pd.DataFrame) -> pd.DataFrame:
    has, lacks, total = (_counts(frame) for frame in (pairs, other, everyone))
    table = pairs[PAIR].assign(
        n_with=has.sum(axis=1),
        n_without=lacks.sum(axis=1),
        enps_with=enps_of(has),
        enps_without=enps_of(lacks),
        impact=enps_of(total) - enps_of(total - has),
    )
    table["low"], table["high"] = impact_interval(has, total - has)
    families = table.groupby(["wave", "unit"]).ngroup().to_numpy()
    return table.assign(q_value=false_discovery(permutation_p(has, lacks), families))


def _counts(table: pd.DataFrame) -> Counts:
    return table[GROUPS].to_numpy(dtype=np.int64)


def _tied(codebook: Codebook, asked: Sequence[str]) -> dict[str, list[str]]:
    """Which themes are shown beside each asked index; "" for the themes beside none."""
    tied: dict[str, list[str]] = {}
    for theme in codebook.themes:
        for key in [key for key in theme.index_keys if key in asked] or [""]:
            tied.setdefault(key, []).append(theme.id)
    return tied


def _index_rows(
    table: pd.DataFrame,
    key: str,
    themes: Sequence[str],
    sums: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame],
) -> pd.DataFrame:
    """The rows of these themes with the index's means among writers with and without the theme."""
    chosen = table["theme"].isin(list(themes))
    rows = table[chosen].assign(index_key=key)
    columns = ("n_index_with", "n_index_without", "index_with", "index_without")
    if not key:
        return rows.reindex(columns=[*rows.columns, *columns])
    total, n, other_total, n_other = (frame.loc[chosen, key] for frame in sums)
    means = (total / n.where(n > 0), other_total / n_other.where(n_other > 0))
    return rows.assign(**dict(zip(columns, (n, n_other, *means), strict=True)))
