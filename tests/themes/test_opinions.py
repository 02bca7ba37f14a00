"""The models of the theme coder are the same however many are fitted at a time."""

from __future__ import annotations

import numpy as np
import pytest

from text_analysis.gold import GoldLabel, GoldText
from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.segment import segments
from text_analysis.themes.features import COLUMNS, FeatureSpace
from text_analysis.themes.material import Material, material_of
from text_analysis.themes.opinions import fit_opinions

TEXTS = [("Höj lönen", "lon"), ("Bra chef", "chef"), ("Lönen är låg", "lon"), ("Chefen lyssnar", "chef")] * 5


@pytest.fixture(scope="module")
def space() -> FeatureSpace:
    """Two themes with one entry each."""
    lexicon = Lexicon([Entry("lön*", "lon", 3), Entry("chef*", "chef", 3)])
    return FeatureSpace(("chef", "lon"), lexicon, np.ones(COLUMNS, dtype=np.float32))


@pytest.fixture(scope="module")
def material(space: FeatureSpace) -> Material:
    """Comments of two files, five of each kind in all."""
    comments = [
        GoldText(text, "", True, (GoldLabel(theme, "negativ", 0, len(text)),), f"fil{number % 2}")
        for number, (text, theme) in enumerate(TEXTS)
    ]
    return material_of(space, comments, comments[:1], segments)


def test_processes_change_nothing(space: FeatureSpace, material: Material) -> None:
    """One process and two give the same weights, to the last bit, for each group of files left out."""
    one, two = (list(fit_opinions(space, material, [["fil0"], []], processes=n)) for n in (1, 2))
    assert len(one) == len(two) == 2
    for first, second in zip(one, two, strict=True):
        assert np.array_equal(first.segment_weights, second.segment_weights)
        for network, other in ((first.clauses, second.clauses), (first.wholes, second.wholes)):
            assert np.array_equal(network.inner, other.inner)
            assert np.array_equal(network.outer, other.outer)


def test_files_left_out_are_not_seen(space: FeatureSpace, material: Material) -> None:
    """Models fitted without a file differ from those fitted with it."""
    without, whole = fit_opinions(space, material, [["fil0"], []], processes=1)
    assert not np.array_equal(without.segment_weights, whole.segment_weights)
