"""How many people wrote about each theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_survey import FEW, assignments_of, comments_of, row_of, survey_of
from text_analysis.inference import wilson
from text_analysis.link import measure_themes

SURVEY = survey_of(
    [
        {"unit": "R > A", "enps": 3},
        {"unit": "R > A", "enps": 9},
        {"unit": "R > B", "enps": None},
        {"unit": "R > B", "enps": 3},
    ]
)
MENTIONS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["lon_formaner", "kollegor"]),
        st.sampled_from(["negativ", "positiv"]),
    ),
    unique_by=lambda mention: mention[:2],
    max_size=12,
)


def themes_of(written, said):
    comments = comments_of(SURVEY, written)
    return measure_themes(SURVEY, comments, assignments_of(comments, said))


def n_of(table, **where):
    cell = {"unit": "R", "theme": "lon_formaner", "stance": "alla", "enps_group": "alla"} | where
    return row_of(table, **cell)["n_respondents"]


def test_people_are_counted_and_not_comments():
    """Two comments about pay by one respondent are one respondent."""
    said = [(0, "lon_formaner", "negativ"), (1, "lon_formaner", "negativ")]
    table = themes_of([{"by": 0}, {"by": 0}], said)
    assert n_of(table) == n_of(table, stance="negativ") == 1
    assert set(table["n_writers"]) == {1}


def test_two_stances_count_once_in_each_and_once_in_all():
    """Criticism in one comment and praise in another stay apart, and the writer stays one."""
    said = [(0, "lon_formaner", "negativ"), (1, "lon_formaner", "positiv")]
    table = themes_of([{"by": 0}, {"by": 0}], said)
    counts = {stance: n_of(table, stance=stance) for stance in ("alla", "negativ", "positiv", "forslag")}
    assert counts == {"alla": 1, "negativ": 1, "positiv": 1, "forslag": 0}


def test_groups_add_up_except_for_those_without_a_score():
    """A writer without eNPS counts in the group alla only, and shares are of all writers."""
    said = [(i, "lon_formaner", "negativ") for i in range(3)]
    table = themes_of([{"by": 0}, {"by": 1}, {"by": 2}, {"by": 3}], said)
    groups = {
        group: n_of(table, enps_group=group) for group in ("alla", "kritiker", "passiva", "ambassadorer")
    }
    assert groups == {"alla": 3, "kritiker": 1, "passiva": 0, "ambassadorer": 1}
    cell = row_of(table, unit="R", theme="lon_formaner", stance="alla", enps_group="kritiker")
    assert cell[["n_writers", "share"]].tolist() == [4, 0.25]


def test_writers_without_a_theme_count_in_the_share():
    """The answer "no theme" is no theme, and its writers are in the denominator."""
    table = themes_of([{"by": 0}, {"by": 1}], [(0, "lon_formaner", "negativ"), (1, "ingen", "neutral")])
    assert set(table["theme"]) == {"lon_formaner"}
    assert row_of(table, unit="R", stance="alla", enps_group="alla")["share"] == 0.5


def test_non_answers_are_not_counted():
    """Someone who wrote "nej" is no writer, whatever the coder made of it."""
    said = [(0, "lon_formaner", "negativ"), (1, "lon_formaner", "negativ")]
    table = themes_of([{"by": 0}, {"by": 3, "content": False}], said)
    assert set(table["unit"]) == {"R", "R > A"}
    assert n_of(table) == 1


def test_every_unit_with_writers_has_every_cell():
    """Nobody is a figure too: themes of the survey that nobody in the unit mentions are 0."""
    table = themes_of([{"by": 0}, {"by": 3}], [(0, "lon_formaner", "negativ"), (1, "kollegor", "positiv")])
    assert table.groupby("unit").size().tolist() == [2 * 5 * 4] * 3
    assert n_of(table, unit="R > B") == 0


def test_a_survey_without_comments_has_an_empty_table():
    """Scores alone are a survey too."""
    assert themes_of([], []).empty


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (20, 305, 0.0428, 0.0991), (1, 2, 0.0945, 0.9055)],
)
def test_the_interval_is_wilsons(count, n, low, high):
    """Values of the closed form, also at the ends."""
    assert [float(end[0]) for end in wilson([count], [n])] == pytest.approx([low, high], abs=1e-4)


@FEW
@given(MENTIONS)
def test_shares_lie_in_their_intervals_and_parents_hold_their_children(said):
    """Shares are within 0–1 and their interval; every cell of a parent is the sum of its units."""
    table = themes_of([{"by": i} for i in (0, 0, 1, 2, 3, 3)], said)
    for low, high in (("low", "share"), ("share", "high")):
        assert (table[low] <= table[high]).all()
    assert table["low"].ge(0).all()
    assert table["high"].le(1).all()
    cell = ["theme", "stance", "enps_group"]
    units = table[table["level"] == 1].groupby(cell)[["n_respondents", "n_writers"]].sum()
    roots = table[table["level"] == 0].set_index(cell)[["n_respondents", "n_writers"]]
    assert units.eq(roots.sort_index()).all(axis=None)
