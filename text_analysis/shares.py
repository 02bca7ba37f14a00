"""The share of writers with each theme in the whole organisation, corrected for the coder's errors.

Counted labels stand in the table of themes. What is estimated here is how many would be counted by somebody
who read every comment (`themes.prevalence`); a person's own corrections count as read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.records import UNIT_SEPARATOR
from text_analysis.themes import corrected_counts, estimate_shares, together

if TYPE_CHECKING:
    from text_analysis.linear import Floats
    from text_analysis.themes import ThemeModel

Corrections = Sequence[tuple[str, str, bool]]


def measure_prevalence(
    comments: pd.DataFrame,
    scores: Floats,
    model: ThemeModel,
    *,
    corrections: Corrections = (),
    left_out: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """Table `tables.PREVALENCE`: per wave, the estimated share of the organisation's writers per theme.

    Parameters
    ----------
    comments : table `tables.COMMENTS`.
    scores : calibrated scores of the comments, in the same order, shape (n_comments, n_themes).
    model : the coder that gave them.
    corrections : comment (its hash), theme and whether the comment has it, as a person said.
    left_out : themes that merging or splitting has given another meaning than the coder's.
    """
    themes = model.space.themes
    counted = corrected_counts(scores, model.lift)
    _as_corrected(counted, comments, corrections, themes)
    written = comments["content"].to_numpy(dtype=bool)
    tops = comments["unit"].str.split(UNIT_SEPARATOR, regex=False).str[0]
    rows = []
    for (wave, top), part in comments[written].groupby([comments["wave"], tops], sort=True):
        people = pd.factorize(part["respondent_id"])[0]
        known = together(counted[part.index.to_numpy()], people)
        rows += [
            {"wave": wave, "level": 0, "unit": top, "parent": "", "theme": estimate.theme}
            | {"share": estimate.share, "low": estimate.low, "high": estimate.high}
            for estimate in estimate_shares(themes, known, model.spread)
            if estimate.theme not in left_out
        ]
    return tables.check(pd.DataFrame(rows, columns=list(tables.PREVALENCE.columns)), tables.PREVALENCE)


def redefined_themes(
    coded: pd.DataFrame, assignments: pd.DataFrame, comments: pd.DataFrame, corrections: Corrections
) -> frozenset[str]:
    """Themes that edits have changed in comments nobody corrected: merged, split, retired or own themes.

    Parameters
    ----------
    coded, assignments : tables `tables.ASSIGNMENTS` before and after the edits.
    comments : table `tables.COMMENTS`.
    corrections : as `measure_prevalence`.
    """
    before, after = (set(zip(t["comment_id"], t["theme"], strict=True)) for t in (coded, assignments))
    name = dict(zip(comments["comment_id"], comments["text_hash"], strict=True))
    told = {(comment, theme) for comment, theme, _ in corrections}
    return frozenset(theme for comment, theme in before ^ after if (name[comment], theme) not in told)


def _as_corrected(
    counted: Floats, comments: pd.DataFrame, corrections: Corrections, themes: Sequence[str]
) -> None:
    """Put what a person said of a comment in place of the estimate."""
    hashes = comments["text_hash"].to_numpy()
    for comment, theme, present in corrections:
        if theme in themes:
            counted[np.flatnonzero(hashes == comment), themes.index(theme)] = present
