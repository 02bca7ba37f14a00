"""Models are fitted the same each time and keep what they learnt in a small file."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from text_analysis.linear import Floats, fit_margins, quantise, restore
from text_analysis.network import Bags, fit_network, in_some_row


@pytest.fixture
def data() -> tuple[csr_matrix, Floats]:
    """Rows where the first column tells class 0 and the second class 1; the last is constant."""
    rng = np.random.default_rng(1)
    rows = (rng.random((400, 6)) < 0.4).astype(np.float32)
    rows[:, 5] = 1
    return csr_matrix(rows), rows[:, :2].copy()


def test_margins_are_learnt_and_the_same_each_time(data: tuple[csr_matrix, Floats]) -> None:
    """A column that tells the class gets the weight; nobody's class gets none; a second fit is equal."""
    rows, targets = data
    nobody = np.hstack([targets, np.zeros((400, 1), np.float32)])
    weights = np.ones(400, np.float32)
    first = fit_margins(rows, nobody, weights, strength=1.0)
    assert first[:, 0].argmax() == 0
    assert first[:, 1].argmax() == 1
    assert not first[:, 2].any()
    assert np.array_equal(first, fit_margins(rows, nobody, weights, strength=1.0))


def test_a_network_is_the_same_each_time(data: tuple[csr_matrix, Floats]) -> None:
    """The same data and seed give the same weights, another seed gives others."""
    bags = Bags(data[0], np.arange(401), data[1])
    first, again = fit_network(bags, seed=1), fit_network(bags, seed=1)
    assert np.array_equal(first.inner, again.inner)
    assert np.array_equal(first.outer, again.outer)
    assert not np.array_equal(first.inner, fit_network(bags, seed=2).inner)
    assert first.scores(first.project(data[0])).shape == (400, 2)


def test_a_network_learns_which_row_of_a_bag_has_the_class(data: tuple[csr_matrix, Floats]) -> None:
    """Told only which classes each pair of rows has, it scores rows with the class above rows without it."""
    rows = csr_matrix(np.tile(data[0].toarray(), (5, 1)))
    truth = np.tile(data[1], (5, 1))
    pairs = np.maximum(truth[0::2], truth[1::2])
    network = fit_network(Bags(rows, np.arange(0, 2001, 2), pairs), seed=1)
    scores = network.scores(network.project(rows))
    for number in range(2):
        has = truth[:, number] > 0
        assert scores[has, number].min() > scores[~has, number].max()


def test_a_bag_has_what_some_row_of_it_has() -> None:
    """Two rows at one half make three quarters; a bag without rows has nothing."""
    scores = np.array([[0.5], [0.5], [0.2]], dtype=np.float32)
    some = in_some_row(scores, np.array([0, 0, 2]), 3)
    assert some.ravel() == pytest.approx([0.75, 0, 0.2], abs=1e-3)


@pytest.mark.parametrize("steps", [127, 15])
def test_quantised_weights_are_within_half_a_step(steps: int) -> None:
    """Whole numbers lose at most half of a step, the largest weight of the class over the number of steps."""
    weights = np.random.default_rng(1).normal(size=(50, 3)).astype(np.float32)
    weights[:, 2] = 0
    again = restore(*quantise(weights, steps))
    assert np.all(np.abs(again - weights) <= np.abs(weights).max(axis=0) / (2 * steps) + 1e-6)
