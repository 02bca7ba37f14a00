"""The three lists of red threads."""

from __future__ import annotations

import pandas as pd
import pytest

from text_analysis import tables
from text_analysis.release.threads import threads_of


def themes(*cells: tuple[str, str, int | None]) -> pd.DataFrame:
    """Released theme cells of one unit: theme, stance, respondents (None is hidden)."""
    rows = [
        {
            "wave": "2025",
            "level": 0,
            "unit": "Region",
            "parent": "",
            "status": "hidden" if n is None else "shown",
            "theme": theme,
            "stance": stance,
            "enps_group": "alla",
            "n_respondents": n,
            "share": None if n is None else n / 100,
        }
        for theme, stance, n in cells
    ]
    spec = tables.RELEASED["themes"]
    return tables.check(pd.DataFrame(rows).reindex(columns=list(spec.columns)), spec)


@pytest.mark.parametrize(
    ("stance", "kind"), [("negativ", "missnojd"), ("forslag", "forslag"), ("positiv", "bevara")]
)
def test_each_stance_has_its_list(stance, kind):
    """Criticism, proposals and praise are never merged."""
    assert threads_of(themes(("bemanning", stance, 9)))["kind"].tolist() == [kind]


def test_threads_are_ranked_by_people_then_by_theme():
    """The most people first; equal sizes in the order of the theme's id."""
    table = threads_of(
        themes(("kollegor", "negativ", 7), ("bemanning", "negativ", 7), ("lon_formaner", "negativ", 12))
    )
    assert table["theme"].tolist() == ["lon_formaner", "bemanning", "kollegor"]
    assert table["rank"].tolist() == [1, 2, 3]


def test_hidden_and_neutral_cells_are_no_threads():
    """Only shown cells with a stance that says something make a thread."""
    table = threads_of(
        themes(("kollegor", "negativ", None), ("bemanning", "neutral", 20), ("kompetens", "alla", 30))
    )
    assert table.empty


def test_a_list_has_ten_threads_at_most():
    """The eleventh theme is left to the page of themes."""
    cells = [(f"tema_{i:02}", "negativ", 30 - i) for i in range(12)]
    assert len(threads_of(themes(*cells))) == 10
