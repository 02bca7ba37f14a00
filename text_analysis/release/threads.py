"""The red threads of a unit: what people are dissatisfied with, what they ask for, what to keep."""

from __future__ import annotations

from typing import Final

import pandas as pd

from text_analysis import tables

KINDS: Final = {"negativ": "missnojd", "forslag": "forslag", "positiv": "bevara"}
MOST_THREADS: Final = 10  # per unit and kind; the source reports list three to five


def threads_of(themes: pd.DataFrame) -> pd.DataFrame:
    """The ranked lists of each unit, `tables.RELEASED["threads"]`, from shown theme cells only.

    Ranked by respondents, then by theme id, so that equal sizes always come in the same order.
    """
    spec = tables.RELEASED["threads"]
    shown = themes[
        (themes["status"] == tables.SHOWN)
        & (themes["enps_group"] == tables.ALL)
        & themes["stance"].isin(list(KINDS))
    ]
    ranked = shown.assign(kind=shown["stance"].map(KINDS)).sort_values(
        ["wave", "unit", "kind", "n_respondents", "theme"], ascending=[True, True, True, False, True]
    )
    ranked["rank"] = ranked.groupby(["wave", "unit", "kind"]).cumcount() + 1
    return tables.check(ranked.loc[ranked["rank"] <= MOST_THREADS, list(spec.columns)], spec)
