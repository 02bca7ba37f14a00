"""Counts of comments in the certificate, less those that would tell what the tables hide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from text_analysis.settings import Settings
from text_analysis.tables import ANSWERS

ALL_COMMENTS: Final = "comments"
PARTS: Final = ("non_answers", "for_review")


def told_counts(certificate: Mapping[str, Any], response: pd.DataFrame, settings: Settings) -> dict[str, Any]:
    """The certificate without the counts of comments that must not be shown.

    None is shown where the number of comments is hidden in any wave of the whole organisation, as the other
    waves would tell it; nor one of fewer than `min_scores` comments, or of all but fewer.

    Parameters
    ----------
    certificate : what made the measures.
    response : the released table.
    settings : `min_scores` is the fewest that may be told.
    """
    told = dict(certificate)
    top = response[(response["level"] == 0) & (response["source"] == ANSWERS)]
    if top["n_comments"].isna().any():
        return {name: fact for name, fact in told.items() if name not in (ALL_COMMENTS, *PARTS)}
    n = told.get(ALL_COMMENTS, 0)
    for part in PARTS:
        count = told.get(part, 0)
        if 0 < count < settings.min_scores or 0 < n - count < settings.min_scores:
            told.pop(part, None)
    return told
