"""Themes beside eNPS and the indices."""

from __future__ import annotations

import numpy as np
import pytest

from tests.small_survey import assignments_of, comments_of, items_of, row_of, survey_of
from text_analysis.codebook import load_codebook
from text_analysis.inference import false_discovery
from text_analysis.link import measure_links
from text_analysis.link.resampling import enps_of, impact_interval, permutation_p

CODEBOOK = load_codebook()


def links_of(people, said, *, items=()):
    """Respondents in unit R > A, one comment each; `said` is respondent number, theme and stance."""
    survey = survey_of([{"unit": "R > A"} | person for person in people], items=items)
    comments = comments_of(survey, [{"by": i} for i in range(len(people))])
    return measure_links(survey, comments, assignments_of(comments, said), CODEBOOK)


def enps(*scores):
    return [{"enps": score} for score in scores]


def test_writers_with_the_theme_are_compared_with_other_writers():
    """Those who wrote about pay, beside those who wrote about something else."""
    said = [(0, "lon_formaner", "negativ"), (1, "lon_formaner", "forslag"), (2, "kollegor", "positiv")]
    row = row_of(links_of(enps(3, 9, 9, 7), said), unit="R > A", theme="lon_formaner")
    assert row[["n_with", "n_without", "enps_with", "enps_without"]].tolist() == [2, 2, 0.0, 50.0]


def test_impact_is_what_the_themes_writers_do_to_the_units_enps():
    """Everyone who answered counts, not only those who wrote."""
    survey = survey_of(enps(0, 9, 9, 7))
    comments = comments_of(survey, [{"by": 0}])
    links = measure_links(
        survey, comments, assignments_of(comments, [(0, "lon_formaner", "negativ")]), CODEBOOK
    )
    assert links.loc[0, "impact"] == pytest.approx(25 - 100 * 2 / 3)


def test_without_anyone_else_there_is_no_impact():
    """A unit where all wrote about the theme cannot be thought without them."""
    row = links_of(enps(3, 9), [(0, "lon_formaner", "negativ"), (1, "lon_formaner", "negativ")]).iloc[0]
    assert row[["impact", "low", "high", "q_value", "enps_without"]].isna().all()


def test_a_writer_without_a_score_counts_in_no_enps():
    """The writer is a writer, but gave no score."""
    row = links_of(enps(None, 9), [(0, "lon_formaner", "negativ")]).iloc[0]
    assert row[["n_with", "n_without"]].tolist() == [0, 1]
    assert row[["enps_with"]].isna().all()


def test_a_theme_stands_beside_each_index_it_is_tied_to():
    """Pay is tied to fairness: means of the writers with and without the theme, not of the silent."""
    items = items_of("osa.rattvisa")
    people = [{"osa.rattvisa.1": 1}, {"osa.rattvisa.1": 5}, {"osa.rattvisa.1": 4}, {}]
    row = row_of(links_of(people, [(0, "lon_formaner", "negativ")], items=items), unit="R")
    assert row["index_key"] == "osa.rattvisa"
    assert row[["n_index_with", "n_index_without"]].tolist() == [1, 2]
    assert row[["index_with", "index_without"]].tolist() == [0.0, 87.5]


def test_a_theme_without_an_asked_index_has_one_row_without_index():
    """The survey asks nothing about fairness, but the tie to eNPS remains."""
    table = links_of(enps(3, 9), [(0, "lon_formaner", "negativ")])
    assert table["index_key"].tolist() == ["", ""]
    assert table[["index_with", "n_index_with"]].isna().all(axis=None)


def test_a_survey_without_themes_has_an_empty_table():
    """Nothing to tie."""
    assert links_of(enps(3, 9), []).empty


def test_the_same_input_gives_the_same_interval():
    """The draws are seeded, whatever the order of the rows."""
    said = [(i, "lon_formaner", "negativ") for i in range(5)]
    people = enps(0, 3, 5, 7, 9, 9, 10, 8, 7, 3)
    survey = survey_of(people)
    comments = comments_of(survey, [{"by": i} for i in range(10)])
    assignments = assignments_of(comments, said)
    one = measure_links(survey, comments, assignments, CODEBOOK)
    other = measure_links(survey, comments[::-1], assignments[::-1], CODEBOOK)
    assert one.equals(other)


@pytest.mark.parametrize("has", [[30, 10, 5], [1, 0, 0], [0, 0, 3]], ids=["many", "one", "all alike"])
def test_the_bootstrap_interval_contains_the_impact(has):
    """Percentiles of resampled people, around what was seen."""
    with_theme, rest = np.array([has]), np.array([[100, 80, 60]])
    low, high = impact_interval(with_theme, rest)
    seen = enps_of(with_theme + rest) - enps_of(rest)
    assert low <= seen <= high


def test_the_bootstrap_interval_is_as_wide_as_theory_says():
    """Against the delta method for a large unit, within a tenth."""
    has, rest = np.array([[200, 100, 20]]), np.array([[900, 800, 600]])
    low, high = impact_interval(has, rest)
    n, share = 2620, 320 / 2620
    gap = float((enps_of(has) - enps_of(rest))[0])
    scores = np.array([-100, 0, 100])
    spread = (has[0] @ scores**2) / 320 - (has[0] @ scores / 320) ** 2
    other = (rest[0] @ scores**2) / 2300 - (rest[0] @ scores / 2300) ** 2
    variance = share**2 * (spread / 320 + other / 2300) + gap**2 * share * (1 - share) / n
    assert float((high - low)[0]) == pytest.approx(2 * 1.96 * variance**0.5, rel=0.1)


def test_no_difference_is_p_one_and_all_alike_too():
    """Where everyone answered alike no permutation differs; where one side is empty there is no test."""
    has, lacks = np.array([[2, 2, 2], [5, 0, 0], [3, 1, 0]]), np.array([[4, 4, 4], [9, 0, 0], [0, 0, 0]])
    assert permutation_p(has, lacks) == pytest.approx([1, 1, np.nan], nan_ok=True)


def test_p_agrees_with_all_permutations_drawn():
    """The normal approximation against ten thousand shuffles of forty writers."""
    has, lacks = np.array([[9, 4, 1]]), np.array([[7, 8, 11]])
    scores = np.repeat([-1, 0, 1], (has + lacks)[0])
    random = np.random.default_rng(1)
    shuffled = random.permuted(np.tile(scores, (10_000, 1)), axis=1)[:, :14].mean(axis=1)
    seen = abs(-8 / 14 - scores.mean())
    drawn = (np.abs(shuffled - scores.mean()) >= seen - 1e-9).mean()
    assert permutation_p(has, lacks)[0] == pytest.approx(drawn, abs=0.01)


def test_q_values_agree_with_scipy_within_each_unit():
    """Benjamini and Hochberg per family; a theme without a test does not count."""
    from scipy.stats import false_discovery_control

    p = np.array([0.001, 0.2, np.nan, 0.03, 0.04, 0.9])
    q = false_discovery(p, np.array([0, 0, 0, 0, 1, 1]))
    assert q[[0, 1, 3]] == pytest.approx(false_discovery_control(p[[0, 1, 3]]))
    assert q[[4, 5]] == pytest.approx(false_discovery_control(p[[4, 5]]))
    assert np.isnan(q[2])
