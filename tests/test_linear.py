"""Models are fitted the same each time and keep what they learnt in a small file."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from text_analysis.linear import Floats, fit_margins, quantise, restore
from text_analysis.network import fit_network


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
    rows, targets = data
    first, again = fit_network(rows, targets, seed=1), fit_network(rows, targets, seed=1)
    assert np.array_equal(first.inner, again.inner)
    assert not np.array_equal(first.inner, fit_network(rows, targets, seed=2).inner)
    assert first.scores(rows).shape == (400, 2)


def test_quantised_weights_are_within_half_a_step() -> None:
    """Whole numbers lose at most half of 1/127 of the largest weight of the class."""
    weights = np.random.default_rng(1).normal(size=(50, 3)).astype(np.float32)
    weights[:, 2] = 0
    again = restore(*quantise(weights))
    assert np.all(np.abs(again - weights) <= np.abs(weights).max(axis=0) / 254 + 1e-6)
