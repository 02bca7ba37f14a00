"""Who wrote something, and who mentioned which theme."""

from __future__ import annotations

from typing import Final

import pandas as pd

NO_THEME: Final = "ingen"  # the coder's answer "no theme" is counted in `response`, never as a theme


def writers(comments: pd.DataFrame) -> pd.DataFrame:
    """The respondents with at least one comment with content: respondent_id, wave, unit, enps_group."""
    content = comments[comments["content"]]
    columns = ["respondent_id", "wave", "unit", "enps_group"]
    return content[columns].drop_duplicates("respondent_id", ignore_index=True)


def mentions(comments: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Every theme in every comment with content, beside the comment's own columns.

    Parameters
    ----------
    comments : table `tables.COMMENTS`.
    assignments : table `tables.ASSIGNMENTS`.
    """
    themed = assignments[assignments["theme"] != NO_THEME].drop(columns="respondent_id")
    return themed.merge(comments[comments["content"]], how="inner", on="comment_id", validate="m:1")
