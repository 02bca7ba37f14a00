"""Themes special for a unit or an eNPS group, by log-odds with a prior, so that rare themes do not win.

Made of shown figures only, so nothing here tells more than the release.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from text_analysis.inference import Z_95, false_discovery, log_odds, two_sided_p
from text_analysis.present.cut import rows_of
from text_analysis.present.enps import GROUP_NAMES
from text_analysis.present.kept import kept
from text_analysis.present.numbers import decimal, percent
from text_analysis.present.translation import say, theme_name
from text_analysis.present.views import PairRow
from text_analysis.records import ENPS_GROUPS, UNIT_SEPARATOR, Released
from text_analysis.tables import ALL, SHOWN
from text_analysis.units import parent

SURE: Final = 0.05  # share of false finds accepted among those told (Benjamini and Hochberg)
# How many people the prior weighs as much as: with 50, a theme of one in twenty adds two and a half people
# to each side, so four people in a unit of twelve are no find.
PRIOR_PEOPLE: Final = 50.0


@kept
def special_for_unit(released: Released, wave: str, unit: str) -> tuple[PairRow, ...]:
    """Themes surely written about more or less here than in the rest of the level above, surest first.

    Compares the unit's writers with the other writers of the level above; the prior is the whole
    organisation's share of the theme.
    """
    above = parent(unit)
    if not above:
        return ()
    whole = unit.split(UNIT_SEPARATOR, maxsplit=1)[0]
    here, there, everywhere = (_sizes(released, wave, place) for place in (unit, above, whole))
    both = here.join(there, rsuffix="_above", how="inner")
    both["prior"] = everywhere["share"].reindex(both.index).fillna(both["share_above"])
    rest = both[["count_above", "n_above"]].to_numpy() - both[["count", "n"]].to_numpy()
    both = both.assign(rest=rest[:, 0], n_rest=rest[:, 1])
    both = both[(both["rest"] >= 0) & (both["n_rest"] > both["rest"])]
    odds, error, q = _compared(both)
    found = both.assign(odds=odds, error=error, q=q, z=-np.abs(odds) / error)
    found = found[found["q"] < SURE].sort_values("z")
    return tuple(
        PairRow(
            theme_name(released.codebook.theme(str(theme))),
            (float(row["share"]), float(row["share_above"])),
            (percent(row["share"]), percent(row["share_above"])),
            f"{say('mer här') if row['odds'] > 0 else say('mindre här')} ({_ratio(row)})",
        )
        for theme, row in found.iterrows()
    )


@kept
def special_for_groups(released: Released, wave: str, unit: str) -> tuple[PairRow, ...]:
    """Themes that an eNPS group surely takes up more or less than the other two, surest first.

    Of all that the group brings up, how much is this theme: a person counts once for each theme. Themes
    of which any group is protected are left out.
    """
    counts = _by_group(released, wave, unit)
    if counts.empty:
        return ()
    total = float(counts.to_numpy().sum())
    rows = [
        pd.DataFrame(
            {
                "theme": counts.index,
                "group": group,
                "count": counts[group].to_numpy(),
                "n": float(counts[group].sum()),
                "rest": (counts.sum(axis=1) - counts[group]).to_numpy(),
                "n_rest": total - float(counts[group].sum()),
                "prior": (counts.sum(axis=1) / total).to_numpy(),
            }
        )
        for group in ENPS_GROUPS
    ]
    both = pd.concat(rows, ignore_index=True)
    odds, error, q = _compared(both)
    found = both.assign(odds=odds, error=error, q=q, z=-np.abs(odds) / error)
    found = found[found["q"] < SURE].sort_values(["z", "theme", "group"])
    return tuple(_group_pair(released, row) for _, row in found.iterrows())


def _compared(both: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    count, n, rest, n_rest, prior = both[["count", "n", "rest", "n_rest", "prior"]].to_numpy(dtype=float).T
    odds, error = log_odds(count, n, rest, n_rest, prior, PRIOR_PEOPLE)
    return odds, error, false_discovery(two_sided_p(odds, error), np.zeros(len(both), dtype=np.intp))


def _group_pair(released: Released, row: pd.Series) -> PairRow:
    shares = float(row["count"] / row["n"]), float(row["rest"] / row["n_rest"])
    theme = theme_name(released.codebook.theme(str(row["theme"])))
    more = say("oftare") if row["odds"] > 0 else say("mer sällan")
    return PairRow(
        f"{theme}: {say(GROUP_NAMES[str(row['group'])]).lower()}",
        shares,
        (percent(shares[0]), percent(shares[1])),
        f"{more} ({_ratio(row)})",
    )


def _ratio(row: pd.Series) -> str:
    """The odds ratio with its 95 % interval."""
    ends = (float(np.exp(row["odds"] + z * row["error"])) for z in (0.0, -Z_95, Z_95))
    ratio, low, high = (decimal(end) for end in ends)
    return say("oddskvot {ratio}, osäkerhet {low} till {high}", ratio=ratio, low=low, high=high)


def _sizes(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """People with each theme, of how many writers, and the share; shown themes only, by theme."""
    rows = rows_of(released.themes, wave, unit)
    rows = rows[(rows["stance"] == ALL) & (rows["enps_group"] == ALL) & (rows["status"] == SHOWN)]
    rows = rows[rows["n_respondents"] > 0].set_index("theme")[["n_respondents", "share"]].astype(float)
    rows = rows.rename(columns={"n_respondents": "count"})
    return rows.assign(n=(rows["count"] / rows["share"]).round())


def _by_group(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """People of each eNPS group with each theme, for themes that show all three."""
    rows = rows_of(released.themes, wave, unit)
    rows = rows[(rows["stance"] == ALL) & (rows["status"] == SHOWN)]
    counts = rows.pivot_table(index="theme", columns="enps_group", values="n_respondents", aggfunc="first")
    counts = counts.reindex(columns=list(ENPS_GROUPS)).dropna().astype(float)
    return counts[counts.sum(axis=1) > 0]
