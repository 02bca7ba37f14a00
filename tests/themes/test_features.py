"""Rows of features: rare word parts count for more, and the row's length does not depend on the text's."""

from __future__ import annotations

import numpy as np
import pytest

from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.themes.features import COLUMNS, ENTRY_SCALE, FeatureSpace, rarity_of

TEXTS = ["lönen är låg", "lönen är bra", "chefen är bra", "schemat är bra"]


@pytest.fixture
def space() -> FeatureSpace:
    """Two themes with one entry each."""
    entries = [Entry("lön*", "lon_formaner", 3), Entry("chef*", "narmaste_chef", 3)]
    return FeatureSpace(("lon_formaner", "narmaste_chef"), Lexicon(entries), rarity_of(TEXTS))


def test_what_few_texts_have_counts_for_more() -> None:
    """A column of every text weighs less than one of a single text; the mean over all columns is 1."""
    rarity = rarity_of(TEXTS)
    assert rarity.mean() == pytest.approx(1, abs=1e-2)
    everywhere = rarity_of(["är"] * 4)
    assert everywhere.min() == 0
    assert rarity.shape == (COLUMNS,)


def test_the_hashed_part_of_a_row_has_length_one(space: FeatureSpace) -> None:
    """A short and a long text have hashed parts of the same length."""
    rows = space.rows(*space.counts(["lönen är låg", "lönen är låg och chefen är bra " * 5]))
    lengths = np.linalg.norm(rows[:, :COLUMNS].toarray(), axis=1)
    assert lengths == pytest.approx([1, 1], abs=1e-5)


def test_an_entry_marks_its_own_column_and_its_theme(space: FeatureSpace) -> None:
    """A hit adds its weight to the theme's sum and marks the entry; another theme's columns stay empty."""
    parts, hits = space.counts(["lönen är låg"])
    assert space.sums(hits).tolist() == [[3, 0, 0, 0]]
    entries = space.rows(parts, hits)[:, -3:-1].toarray()
    assert entries.ravel() == pytest.approx([ENTRY_SCALE, 0])
