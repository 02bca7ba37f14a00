"""The reader's equations hold for the true counts, whatever is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.release.surveys import measures_of, scored
from tests.release.test_attacker import region
from tests.release.test_attacks import mixed
from tests.release.test_laws import FEW, SEEDS, TREES
from text_analysis.codebook import load_codebook
from text_analysis.instruments import load_instruments
from text_analysis.release.audit import intervals
from text_analysis.release.cube import LAYERS, cube_of
from text_analysis.release.equations import count_systems
from text_analysis.release.frames import blown_up, places_of, stacked
from text_analysis.release.theme_equations import theme_systems


def cube_with(survey):
    """The cube of a survey, and masks that hide nothing."""
    cube = cube_of(measures_of(survey), load_codebook(), load_instruments())
    return cube, {layer: np.zeros_like(cube.grid(layer).asked) for layer in LAYERS}


@FEW
@given(TREES, SEEDS)
def test_the_truth_solves_every_system(sizes, seed):
    """With a random half hidden, the true base counts meet every equation and make every hidden count."""
    cube, masks = cube_with(region(seed, sizes))
    draw = np.random.default_rng(seed)
    masks = {layer: draw.random(hidden.shape) < 0.5 for layer, hidden in masks.items()}
    masks["enps_spread"] |= masks["enps"]
    counts = {layer: cube.people(layer) for layer in ("response", "writers", "indices", "themes")}
    systems = [system for layer in ("response", "writers", "enps_spread", "indices")
               for system in count_systems(cube, masks, layer)]  # fmt: skip
    for system in [*systems, *theme_systems(cube, masks)]:
        told = system.rows @ system.truth
        assert (told >= system.least - 1e-9).all()
        assert (told <= system.most + 1e-9).all()
        if system.layer in counts and not system.pooled.any():
            own = counts[system.layer][tuple(system.cells.T)]
            assert (system.hidden @ system.truth)[: len(own)] == pytest.approx(own)


def test_a_score_tells_the_sum_and_balance_of_its_groups():
    """Nine answers, five kritiker and one ambassadör: kritiker are between four and six and a half."""
    cube, masks = cube_with(scored([2, 2, 2, 2, 2, 7, 7, 7, 9], "A") + scored(mixed(30), "B"))
    masks["enps_spread"][:] = True
    masks["enps"][[0, 2]] = True
    (system,) = count_systems(cube, masks, "enps_spread")
    told = [(found.low, found.high) for found in intervals(system) if found.node == 1]
    for (low, high), ends in zip(told, [(4, 6.5), (0, 5), (0, 2.5)], strict=True):
        assert ends[0] - 1e-6 <= low <= high - 2 <= ends[1] - 2 + 1e-6


@given(st.integers(0, 10_000))
def test_blowing_up_is_the_kronecker_product(seed):
    """The same matrix as numpy's, also of chosen rows."""
    draw = np.random.default_rng(seed)
    units, sums = draw.integers(0, 2, (4, 3)).astype(float), draw.integers(-1, 2, (3, 2)).astype(float)
    chosen = draw.random(4) < 0.5
    for places, dense in ((places_of(units), units), (places_of(units).only(chosen), units[chosen])):
        assert stacked([blown_up(places, sums)], 6).toarray() == pytest.approx(np.kron(dense, sums))
