"""The statistics that steps share, against what other programs and theory say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from text_analysis.inference import log_odds, share_difference, shrunk, two_sided_p

VALUES = st.lists(st.tuples(st.floats(-100, 100), st.floats(0.5, 30)), min_size=2, max_size=30).map(
    lambda pairs: tuple(np.array(column) for column in zip(*pairs, strict=True))
)


@given(VALUES)
def test_shrinkage_moves_towards_the_centre_and_never_past_it(units):
    """A drawn value lies between the centre and what was measured, with no more error than before."""
    value, error = units
    drawn, left = shrunk(value, error, 0.0)
    assert (np.abs(drawn) <= np.abs(value) + 1e-9).all()
    assert (drawn * value >= -1e-9).all()
    assert (left <= error + 1e-9).all()


def test_of_two_alike_the_less_certain_is_drawn_more():
    """The order of shrunken values is not the order of noise."""
    value, error = np.array([20.0, 20.0, -15.0, 5.0]), np.array([2.0, 15.0, 2.0, 2.0])
    drawn, _ = shrunk(value, error, 0.0)
    assert drawn[1] < drawn[0] / 1.5


def test_units_that_differ_by_chance_alone_are_drawn_to_the_centre():
    """Where errors explain everything nothing is left of the differences."""
    drawn, left = shrunk(np.array([1.0, -1.0, 0.5]), np.array([3.0, 3.0, 3.0]), 0.0)
    assert drawn.tolist() == left.tolist() == [0, 0, 0]


def test_shrunken_values_are_nearer_the_truth():
    """Over many made-up organisations the shrunken values err less than the measured ones."""
    draw = np.random.default_rng(0)
    measured, shrunken = [], []
    for _ in range(200):
        truth, error = draw.normal(0, 5, 30), draw.uniform(2, 20, 30)
        value = truth + draw.normal(0, error)
        measured.append(((value - truth) ** 2).mean())
        shrunken.append(((shrunk(value, error, 0.0)[0] - truth) ** 2).mean())
    assert np.mean(shrunken) < 0.3 * np.mean(measured)


def test_the_prior_holds_a_rare_theme_in_a_small_group_back():
    """Three of ten is no find beside thirty of a hundred more, though its ratio is larger."""
    count, n = np.array([3.0, 60.0]), np.array([10.0, 100.0])
    other = np.array([10.0, 300.0]), np.array([1000.0, 1000.0])
    odds, error = log_odds(count, n, *other, np.array([0.013, 0.33]), 50.0)
    assert np.log((3 / 7) / (10 / 990)) > np.log((60 / 40) / (300 / 700))
    assert (odds / error)[0] < (odds / error)[1]


@given(st.integers(1, 40), st.integers(41, 200), st.integers(1, 40), st.integers(41, 200))
def test_log_odds_turn_their_sign_with_the_groups(count, n, other, other_n):
    """Comparing the other way round gives the same with the other sign."""
    counts = [np.array([float(x)]) for x in (count, n, other, other_n)]
    prior = np.array([0.1])
    there, error = log_odds(*counts, prior, 50.0)
    back, same = log_odds(*counts[2:], *counts[:2], prior, 50.0)
    assert there[0] == pytest.approx(-back[0])
    assert error[0] == pytest.approx(same[0])


def test_p_is_that_of_the_normal_distribution():
    """Two-sided, as scipy has it."""
    z = np.array([0.3, 1.0, 2.5, 4.0])
    assert two_sided_p(z, np.ones(4)) == pytest.approx(2 * norm.sf(z))


def test_intervals_of_differences_hold_the_truth_nineteen_times_of_twenty():
    """Coverage of the Agresti–Caffo interval, also for rare themes."""
    draw = np.random.default_rng(0)
    hits = []
    for _ in range(2000):
        n, other_n = draw.integers(20, 200, 2)
        shares = draw.uniform(0.03, 0.4, 2)
        counts = draw.binomial([n, other_n], shares)
        _, low, high = share_difference(counts[0], n, counts[1], other_n)
        hits.append(low <= shares[0] - shares[1] <= high)
    assert np.mean(hits) > 0.93
