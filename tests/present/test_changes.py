"""Differences in words, coloured only where they are more than chance."""

from __future__ import annotations

import pandas as pd
import pytest

from text_analysis.present.changes import changes
from text_analysis.present.views import Change


def table(low: float, high: float, difference: float, *, other: tuple[float, float] | None) -> pd.DataFrame:
    """An index of a unit in two waves: 60 now, and 60 − difference before or given from outside."""
    before = {"source": "svar" if other else "angiven"} | {
        "value": 60 - difference,
        "low": other and other[0],
        "high": other and other[1],
    }
    rows = [
        {"wave": "2024", "diff_previous": None} | before,
        {"wave": "2025", "value": 60.0, "low": low, "high": high, "diff_previous": difference},
    ]
    shared = {"unit": "Akuten", "level": 0, "parent": "", "status": "shown", "diff_parent": None}
    return pd.DataFrame([row | shared for row in rows])


@pytest.mark.parametrize(
    ("found", "bad", "expected"),
    [
        pytest.param(
            table(59, 61, 4.0, other=(55, 57)),
            False,
            Change("▲ 4,0 sedan 2024 (+2,6 till +5,4)", "better"),
            id="better",
        ),
        pytest.param(
            table(59, 61, 4.0, other=(55, 57)),
            True,
            Change("▲ 4,0 sedan 2024 (+2,6 till +5,4)", "worse"),
            id="more-stress",
        ),
        pytest.param(
            table(59, 61, -4.0, other=(63, 65)),
            False,
            Change("▼ 4,0 sedan 2024 (−5,4 till −2,6)", "worse"),
            id="worse",
        ),
        pytest.param(
            table(56, 64, 4.0, other=(52, 60)),
            False,
            Change("▲ 4,0 sedan 2024 (−1,7 till +9,7, osäker skillnad)"),
            id="overlap",
        ),
        pytest.param(
            table(59, 61, 4.0, other=None),
            False,
            Change("▲ 4,0 sedan 2024 (+3,0 till +5,0)", "better"),
            id="given-point",
        ),
        pytest.param(
            table(59, 61, 0.02, other=(59, 61)), False, Change("ingen skillnad sedan 2024"), id="unchanged"
        ),
    ],
)
def test_change_is_told_with_its_certainty(found: pd.DataFrame, bad: bool, expected: Change) -> None:
    """The sign says the way, the tone says better or worse, and only beyond chance."""
    assert changes(found, found.iloc[1], high_is_bad=bad) == (expected,)


def test_a_difference_to_a_protected_interval_is_uncertain() -> None:
    """The score before is shown without its interval, so the change may be chance."""
    found = table(59, 61, 4.0, other=(55, 57))
    found.loc[0, ["low", "high"]] = None
    assert changes(found, found.iloc[1]) == (Change("▲ 4,0 sedan 2024 (osäker skillnad)"),)
