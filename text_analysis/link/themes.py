"""How many wrote about each theme, by stance and eNPS group, in every unit and wave."""

from __future__ import annotations

import pandas as pd

from text_analysis.inference import wilson
from text_analysis.link.mentions import mentions, writers
from text_analysis.records import ENPS_GROUPS, STANCES, Survey
from text_analysis.tables import ALL, THEMES, UNIT_COLUMNS, check
from text_analysis.units import expand

CELL = ["theme", "stance", "enps_group"]


def measure_themes(survey: Survey, comments: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Table `tables.THEMES`: respondents, not rows, per unit, theme, stance and eNPS group.

    Every unit with a writer has every cell of the themes found in the survey, those with nobody too.
    A respondent who criticises and praises a theme counts once in each stance and once in "alla"; one
    without an eNPS score counts in the group "alla" only. `share` is of all writers of the unit and
    wave, whatever their group; its interval is Wilson's, 95 %.

    Parameters
    ----------
    survey : the survey the comments belong to.
    comments : table `tables.COMMENTS`.
    assignments : table `tables.ASSIGNMENTS`.
    """
    people = writers(comments).merge(survey.respondents[["respondent_id"]], on="respondent_id")
    units = expand(people).groupby(UNIT_COLUMNS, as_index=False).size().rename(columns={"size": "n_writers"})
    found = _cells(mentions(comments, assignments))
    counts = expand(found).groupby([*UNIT_COLUMNS, *CELL], as_index=False).size()
    grid = units.merge(_grid(found), how="cross")
    table = grid.merge(
        counts.rename(columns={"size": "n_respondents"}), how="left", on=[*UNIT_COLUMNS, *CELL]
    )
    table["n_respondents"] = table["n_respondents"].fillna(0).astype(int)
    table["share"] = table["n_respondents"] / table["n_writers"]
    table["low"], table["high"] = wilson(table["n_respondents"], table["n_writers"])
    return check(table, THEMES)


def _cells(mentioned: pd.DataFrame) -> pd.DataFrame:
    """One row per respondent and cell the respondent counts in."""
    said = mentioned[["respondent_id", "wave", "unit", *CELL]]
    stances = pd.concat([said, said.assign(stance=ALL)], ignore_index=True)
    in_groups = stances[stances["enps_group"] != ""]
    both = pd.concat([in_groups, stances.assign(enps_group=ALL)], ignore_index=True)
    return both.drop_duplicates(["respondent_id", *CELL], ignore_index=True)


def _grid(cells: pd.DataFrame) -> pd.DataFrame:
    levels = [sorted(cells["theme"].unique()), [ALL, *STANCES], [ALL, *ENPS_GROUPS]]
    return pd.MultiIndex.from_product(levels, names=CELL).to_frame(index=False)
