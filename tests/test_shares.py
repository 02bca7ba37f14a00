"""Estimated shares count people, hold what a person has corrected, and leave out what edits redefined."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.small_survey import assignments_of, comments_of, row_of, survey_of
from text_analysis.linear import Floats
from text_analysis.model_store import load_coder
from text_analysis.shares import measure_prevalence, redefined_themes
from text_analysis.themes import ThemeModel

THEMES = load_coder().themes.space.themes
PAY, PEERS = THEMES.index("lon_formaner"), THEMES.index("kollegor")


@pytest.fixture(scope="module")
def model() -> ThemeModel:
    """The shipped coder, its scores taken as they are."""
    return replace(load_coder().themes, lift=np.ones(1, np.float32))


def scores_of(*rows: dict[int, float]) -> Floats:
    """Scores of comments: 0 but where given by theme number."""
    scores = np.zeros((len(rows), len(THEMES)), dtype=np.float32)
    for number, row in enumerate(rows):
        for theme, score in row.items():
            scores[number, theme] = score
    return scores


@pytest.fixture
def comments() -> pd.DataFrame:
    """Two people wrote, one of them twice; a third left a dash; a fourth wrote in the next wave."""
    survey = survey_of(
        [{"unit": "R > A"}, {"unit": "R > B"}, {"unit": "R"}, {"unit": "R > A", "wave": "2026"}]
    )
    rows = [{"by": 0}, {"by": 0}, {"by": 1}, {"by": 2, "content": False}, {"by": 3}]
    return comments_of(survey, [row | {"text_hash": f"h{i}"} for i, row in enumerate(rows)])


SCORES = scores_of({PAY: 0.5}, {PAY: 0.5}, {PAY: 0.25}, {PAY: 0.9}, {PEERS: 1.0})


def test_people_are_counted_with_all_they_wrote(comments: pd.DataFrame, model: ThemeModel) -> None:
    """Two comments of one person are one person; a dash is nobody; each wave has its own share."""
    table = measure_prevalence(comments, SCORES, model)
    pay = row_of(table, wave="2025", theme="lon_formaner")
    assert pay["share"] == pytest.approx((0.75 + 0.25) / 2)
    assert (pay["level"], pay["unit"], pay["parent"]) == (0, "R", "")
    assert row_of(table, wave="2026", theme="kollegor")["share"] == pytest.approx(1)
    assert row_of(table, wave="2026", theme="lon_formaner")["share"] == 0


def test_what_a_person_said_counts_as_read(comments: pd.DataFrame, model: ThemeModel) -> None:
    """A comment said to have the theme counts whole, one said not to have it not at all."""
    said = [("h2", "lon_formaner", True), ("h0", "lon_formaner", False), ("h1", "lon_formaner", False)]
    table = measure_prevalence(comments, SCORES, model, corrections=[*said, ("h2", "egen.parkering", True)])
    assert row_of(table, wave="2025", theme="lon_formaner")["share"] == pytest.approx(0.5)


def test_a_redefined_theme_has_no_estimate(comments: pd.DataFrame, model: ThemeModel) -> None:
    """The coder knows nothing of how it errs on a theme that was merged."""
    table = measure_prevalence(comments, SCORES, model, left_out=frozenset({"kollegor"}))
    assert set(table["theme"]) == set(THEMES) - {"kollegor"}


def test_corrections_redefine_nothing_but_a_merge_does(comments: pd.DataFrame) -> None:
    """A label taken from one comment leaves the theme what it was; labels moved by rule do not."""
    coded = assignments_of(comments, [(0, "kollegor", "positiv"), (2, "rattvisa", "negativ")])
    corrected = coded[coded["theme"] != "kollegor"]
    merged = coded.assign(theme=coded["theme"].replace("rattvisa", "lon_formaner"))
    said = [("h0", "kollegor", False)]
    assert redefined_themes(coded, corrected, comments, said) == frozenset()
    assert redefined_themes(coded, corrected, comments, []) == {"kollegor"}
    assert redefined_themes(coded, merged, comments, said) == {"rattvisa", "lon_formaner"}


def test_nobody_wrote_and_nothing_is_estimated(comments: pd.DataFrame, model: ThemeModel) -> None:
    """A survey of dashes has an empty table of the right kind."""
    assert measure_prevalence(comments.assign(content=False), SCORES, model).empty
