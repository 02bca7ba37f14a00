"""Themes beside the numbers: eNPS groups, eNPS with and without a theme, and the indices it is tied to."""

from __future__ import annotations

import pandas as pd

from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.present.cut import rows_of
from text_analysis.present.kept import kept
from text_analysis.present.numbers import decimal, percent, signed, whole
from text_analysis.present.translation import say, theme_name
from text_analysis.present.views import HeatCell, HeatRow, PairRow, on_scale
from text_analysis.present.wording import HIDDEN
from text_analysis.records import ENPS_GROUPS, ENPS_RANGE, Released
from text_analysis.tables import ALL, SHOWN

SURE = 0.05  # false discovery rate at which a difference is called sure


@kept
def group_heat(released: Released, wave: str, unit: str) -> tuple[HeatRow, ...]:
    """Of those who write about each theme: how large a share is in each eNPS group, largest theme first.

    Themes whose groups are all protected are left out.
    """
    rows = rows_of(released.themes, wave, unit)
    rows = rows[(rows["stance"] == ALL) & (rows["status"] == SHOWN)]
    counts = rows.pivot_table(index="theme", columns="enps_group", values="n_respondents", aggfunc="first")
    counts = counts.reindex(columns=[ALL, *ENPS_GROUPS])
    counts = counts[counts[ALL] > 0].dropna(subset=list(ENPS_GROUPS), how="all")
    counts = counts.sort_values(ALL, ascending=False)
    return tuple(
        HeatRow(
            theme_name(released.codebook.theme(str(theme))),
            tuple(_heat_cell(row[group], row[ALL]) for group in ENPS_GROUPS),
        )
        for theme, row in counts.iterrows()
    )


def _heat_cell(n: float, total: float) -> HeatCell:
    if pd.isna(n):
        return HeatCell(say(HIDDEN), None)
    share = float(n) / float(total)
    return HeatCell(f"{percent(share, 0)} ({whole(n)})", share)


@kept
def enps_pairs(released: Released, wave: str, unit: str) -> tuple[PairRow, ...]:
    """The eNPS of writers with each theme and of other writers, the largest loss first."""
    rows = rows_of(released.links, wave, unit)
    rows = rows[(rows["status"] == SHOWN) & rows["enps_with"].notna() & rows["enps_without"].notna()]
    rows = rows.drop_duplicates("theme").sort_values("impact")
    return tuple(
        _enps_pair(row, theme_name(released.codebook.theme(str(row["theme"])))) for _, row in rows.iterrows()
    )


def _enps_pair(row: pd.Series, name: str) -> PairRow:
    sure = pd.notna(row["q_value"]) and row["q_value"] < SURE
    return PairRow(
        name,
        on_scale((row["enps_with"], row["enps_without"]), ENPS_RANGE),
        (signed(row["enps_with"]), signed(row["enps_without"])),
        say("säker skillnad") if sure else say("osäker skillnad"),
    )


@kept
def theme_pairs(
    released: Released, wave: str, unit: str, theme_id: str, instruments: Instruments
) -> tuple[PairRow, ...]:
    """The eNPS and the tied indices of those who write about one theme and of other writers."""
    rows = rows_of(released.links, wave, unit)
    rows = rows[(rows["theme"] == theme_id) & (rows["status"] == SHOWN)]
    enps = rows[rows["enps_with"].notna() & rows["enps_without"].notna()].head(1)
    tied = tied_rows(rows, instruments)
    return (
        *(_enps_pair(row, "eNPS") for _, row in enps.iterrows()),
        *(_index_pair(row, instruments.index(str(row["index_key"]))) for _, row in tied.iterrows()),
    )


def tied_rows(links: pd.DataFrame, instruments: Instruments) -> pd.DataFrame:
    """The shown links that have the values of a known index, and in `gap` how far the two lie apart."""
    known = [index.key for index in instruments.indices]
    rows = links[(links["status"] == SHOWN) & links["index_key"].isin(known)]
    rows = rows[rows["index_with"].notna() & rows["index_without"].notna()]
    return rows.assign(gap=rows["index_with"] - rows["index_without"])


def _index_pair(row: pd.Series, index: IndexDefinition) -> PairRow:
    return PairRow(
        say(index.name),
        on_scale((row["index_with"], row["index_without"]), index.value_range),
        (decimal(row["index_with"]), decimal(row["index_without"])),
        say("{gap} mot övriga", gap=signed(row["gap"])),
    )
