"""eNPS: groups, value from counts, interval and differences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_survey import FEW, row_of, survey_of
from text_analysis.indices import measure_enps
from text_analysis.indices.enps import enps_interval

PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "unit": st.sampled_from(["R > A", "R > A > 1", "R > B > 2", "R"]),
            "wave": st.sampled_from(["2024", "2025"]),
            "enps": st.none() | st.integers(0, 10),
        }
    ),
    min_size=1,
    max_size=30,
)


def scores(*values, unit="R", wave="2025"):
    return [{"unit": unit, "wave": wave, "enps": value} for value in values]


@pytest.mark.parametrize(
    ("score", "group"),
    [
        (0, "kritiker"),
        (6, "kritiker"),
        (7, "passiva"),
        (8, "passiva"),
        (9, "ambassadorer"),
        (10, "ambassadorer"),
    ],
)
def test_a_score_belongs_to_one_group(score, group):
    """0–6 are kritiker, 7–8 passiva and 9–10 ambassadörer."""
    row = measure_enps(survey_of(scores(score))).iloc[0]
    counts = {name: row[name] for name in ("kritiker", "passiva", "ambassadorer")}
    assert counts == {name: int(name == group) for name in counts}


def test_those_without_a_score_are_not_counted():
    """A missing score is no answer, and a unit without answers has no row."""
    table = measure_enps(survey_of([*scores(9, None, 3, unit="R > A"), *scores(None, unit="R > B")]))
    assert row_of(table, unit="R")["n"] == 2
    assert "R > B" not in set(table["unit"])


@pytest.mark.parametrize(
    ("kritiker", "ambassadorer", "n", "low", "high"),
    [
        pytest.param(3639, 1017, 7098, -38.6, -35.2, id="the region"),
        pytest.param(3, 4, 12, -31, 45, id="twelve answers"),
        pytest.param(12, 12, 40, -23, 23, id="forty answers"),
    ],
)
def test_the_interval_is_adjusted_wald(kritiker, ambassadorer, n, low, high):
    """Worked examples, as precise as they were given."""
    decimals = 1 if isinstance(low, float) else 0
    ends = enps_interval([kritiker], [ambassadorer], [n])
    assert [round(float(end[0]), decimals) for end in ends] == [low, high]


def test_the_difference_is_to_the_previous_wave_and_to_the_level_above():
    """A unit is compared with itself before and with the unit above now."""
    rows = [*scores(9, 9, wave="2024", unit="R > A"), *scores(9, 0, 0, 0, wave="2025", unit="R > A")]
    table = measure_enps(survey_of([*rows, *scores(9, 9, wave="2025", unit="R > B")]))
    now = row_of(table, wave="2025", unit="R > A")
    assert now["diff_previous"] == -50 - 100
    assert now["diff_parent"] == -50 - 0
    assert row_of(table, wave="2024", unit="R > A")[["diff_previous"]].isna().all()
    assert row_of(table, wave="2025", unit="R > B")[["diff_previous"]].isna().all()


def test_given_figures_take_part_in_the_differences():
    """Last year's figure and the figure of the level above may come from outside."""
    given_figures = [
        ("2024", "", "enps", -40.8),
        ("2024", "Hela regionen", "enps", -36.0),
        ("2025", "Hela regionen", "enps", -32.2),
    ]
    table = measure_enps(survey_of(scores(9, 0, 0, 0), comparisons=given_figures))
    own, outside = row_of(table, wave="2025", unit="R"), row_of(table, wave="2025", unit="Hela regionen")
    assert own["diff_previous"] == pytest.approx(-50 + 40.8)
    assert own["diff_parent"] == pytest.approx(-50 + 32.2)
    assert outside["diff_previous"] == pytest.approx(3.8)
    assert outside[["level", "parent", "source"]].tolist() == [-1, "", "angiven"]
    assert outside[["n", "kritiker", "low", "high"]].isna().all()


def test_two_units_above_are_no_level_above():
    """With two outside units nobody can tell which one is the level above."""
    given_figures = [("2025", "Regionen", "enps", -30.0), ("2025", "Riket", "enps", -10.0)]
    table = measure_enps(survey_of(scores(9), comparisons=given_figures))
    assert row_of(table, unit="R")[["diff_parent"]].isna().all()


def test_own_answers_count_before_a_given_figure():
    """A figure given for a wave and unit that has answers changes nothing."""
    table = measure_enps(survey_of(scores(9), comparisons=[("2025", "R", "enps", 1.0)]))
    assert table[["enps", "source"]].values.tolist() == [[100.0, "svar"]]


@FEW
@given(PEOPLE)
def test_counts_survive_and_children_never_exceed_their_parent(people):
    """The groups add up to n, n to those who answered, and a unit holds all of its children."""
    table = measure_enps(survey_of(people))
    assert (table[["kritiker", "passiva", "ambassadorer"]].sum(axis=1) == table["n"]).all()
    answered = [person for person in people if person["enps"] is not None]
    assert table.loc[table["level"] == 0, "n"].sum() == len(answered)
    for _, row in table.iterrows():
        below = table[(table["parent"] == row["unit"]) & (table["wave"] == row["wave"])]["n"].sum()
        own = sum((p["unit"], p["wave"]) == (row["unit"], row["wave"]) for p in answered)
        assert below + own == row["n"]


@FEW
@given(PEOPLE)
def test_the_interval_contains_the_value(people):
    """Also for a single answer and where all answered alike."""
    table = measure_enps(survey_of(people))
    assert ((table["low"] <= table["enps"]) & (table["enps"] <= table["high"])).all()
    assert table["low"].ge(-100).all()
    assert table["high"].le(100).all()


@FEW
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_respondents_is_irrelevant(people, random):
    """Same people, same table."""
    shuffled = random.sample(people, len(people))
    assert measure_enps(survey_of(people)).equals(measure_enps(survey_of(shuffled)))
