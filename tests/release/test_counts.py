"""Counts of comments in a certificate: none that tells what the tables hide."""

from __future__ import annotations

import pandas as pd
import pytest

from text_analysis.release.counts import told_counts
from text_analysis.settings import Settings

MADE = {"input_sha256": "aa", "comments": 305, "non_answers": 30, "for_review": 12}


def response(*comments: int | None, source: str = "svar") -> pd.DataFrame:
    """The whole organisation in one wave each, with its number of comments or hidden."""
    rows = [{"level": 0, "source": source, "n_comments": n} for n in comments]
    return pd.DataFrame(rows).astype({"n_comments": "Int64"})


@pytest.mark.parametrize(
    ("counts", "table", "told"),
    [
        ({}, response(305), {"comments", "non_answers", "for_review"}),
        ({"non_answers": 0}, response(305), {"comments", "non_answers", "for_review"}),
        ({"non_answers": 1}, response(305), {"comments", "for_review"}),
        ({"for_review": 303}, response(305), {"comments", "non_answers"}),
        ({}, response(302, None), set()),
        ({}, pd.concat([response(305), response(None, source="angiven")]), set(MADE) - {"input_sha256"}),
    ],
    ids=["all", "none", "one", "all but two", "a hidden wave", "history from outside"],
)
def test_a_count_that_tells_too_much_is_left_out(
    counts: dict[str, int], table: pd.DataFrame, told: set[str]
) -> None:
    """What was read is told in all cases."""
    kept = told_counts(MADE | counts, table, Settings())
    assert set(kept) == told | {"input_sha256"}
