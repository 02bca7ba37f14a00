"""Response rate and writers per unit and wave."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.small_survey import row_of, survey_of
from text_analysis.errors import SurveyError
from text_analysis.indices import measure_response

NOBODY = pd.DataFrame({"respondent_id": [], "n_comments": [], "content": [], "has_theme": []}).astype(
    {"respondent_id": "str", "n_comments": int, "content": bool, "has_theme": bool}
)
PEOPLE = [{"unit": "R > A"}, {"unit": "R > A"}, {"unit": "R > B > 1"}]


def test_the_rate_is_answers_of_people_asked():
    """Where the number asked is known for the unit itself it is used."""
    table = measure_response(survey_of(PEOPLE, sent=[("2025", "R > A", 8)]), NOBODY)
    assert row_of(table, unit="R > A")[["sent", "responses", "response_rate"]].tolist() == [8, 2, 0.25]


def test_people_asked_are_summed_upwards_where_every_child_is_known():
    """The sum reaches the organisation through a level where nothing was given."""
    survey = survey_of(PEOPLE, sent=[("2025", "R > A", 8), ("2025", "R > B > 1", 4)])
    table = measure_response(survey, NOBODY)
    assert row_of(table, unit="R > B")["sent"] == 4
    assert row_of(table, unit="R")[["sent", "response_rate"]].tolist() == [12, 0.25]


def test_a_given_number_goes_before_the_sum():
    """People without a unit of their own are in the given total only."""
    survey = survey_of(PEOPLE, sent=[("2025", "R > A", 8), ("2025", "R > B", 4), ("2025", "", 20)])
    assert row_of(measure_response(survey, NOBODY), unit="R")["sent"] == 20


@pytest.mark.parametrize(
    ("people", "sent"),
    [
        pytest.param(PEOPLE, [("2025", "R > A", 8)], id="a child is unknown"),
        pytest.param([*PEOPLE, {"unit": "R"}], [("2025", "R > A", 8), ("2025", "R > B", 4)], id="own people"),
        pytest.param(PEOPLE, [], id="nothing is known"),
    ],
)
def test_an_incomplete_sum_is_no_sum(people, sent):
    """Without every part the number asked is unknown, and so is the rate."""
    row = row_of(measure_response(survey_of(people, sent=sent), NOBODY), unit="R")
    assert row[["sent", "response_rate"]].isna().all()
    assert row["responses"] == len(people)


def test_a_unit_where_nobody_answered_has_a_row():
    """Silence is a result: 0 answers of those asked."""
    table = measure_response(survey_of(PEOPLE, sent=[("2025", "R > C", 7)]), NOBODY)
    assert row_of(table, unit="R > C")[["sent", "responses", "response_rate"]].tolist() == [7, 0, 0.0]


def test_more_answers_than_people_asked_is_refused():
    """A rate above 100 % is a wrong number asked; the error names unit and wave."""
    with pytest.raises(SurveyError, match="fler svar än utskick") as error:
        measure_response(survey_of(PEOPLE, sent=[("2025", "R > A", 1)]), NOBODY)
    assert error.value.where == "R > A, mätning 2025"


def test_writers_are_counted_as_people():
    """Comments count one by one; writers and those without a theme count once each."""
    writers = pd.DataFrame(
        {
            "respondent_id": ["p0", "p1", "p2"],
            "n_comments": [3, 1, 1],
            "content": [True, True, False],
            "has_theme": [True, False, False],
        }
    )
    row = row_of(measure_response(survey_of(PEOPLE), writers), unit="R")
    assert row[["n_comments", "n_writers", "n_writers_without_theme"]].tolist() == [5, 2, 1]


def test_the_history_is_given_from_outside():
    """Earlier rates become rows of their own waves without counts."""
    survey = survey_of(PEOPLE, comparisons=[("2023", "", "response_rate", 0.684)])
    row = row_of(measure_response(survey, NOBODY), wave="2023")
    assert row[["unit", "response_rate", "source"]].tolist() == ["R", 0.684, "angiven"]
    assert row[["sent", "responses", "n_comments", "n_writers"]].isna().all()
