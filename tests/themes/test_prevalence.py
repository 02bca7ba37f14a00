"""Shares are corrected for what the coder misses, and their intervals hold all that is unsure."""

from __future__ import annotations

import numpy as np
import pytest

from text_analysis.themes.prevalence import corrected_shares, lift_of, spread_between, together

ONE = np.ones(1, dtype=np.float32)


def test_the_share_is_the_mean_of_calibrated_scores() -> None:
    """Four comments at 0.25 are one comment with the theme."""
    scores = np.full((4, 1), 0.25, dtype=np.float32)
    assert corrected_shares(["lon"], scores, ONE, np.zeros(1, np.float32))[0].share == pytest.approx(0.25)


def test_unsure_scores_and_spread_widen_the_interval() -> None:
    """Coding error and strange wording add to sampling error."""
    none, some = np.zeros(1, np.float32), np.full(1, 0.2, np.float32)
    sure = np.repeat([[1.0], [0.0]], 100, axis=0).astype(np.float32)
    unsure = np.full((200, 1), 0.5, dtype=np.float32)
    width = [
        shares[0].high - shares[0].low
        for shares in (
            corrected_shares(["x"], sure, ONE, none),
            corrected_shares(["x"], unsure, ONE, none),
            corrected_shares(["x"], unsure, ONE, some),
        )
    ]
    assert width[0] < width[1] < width[2]


def test_a_person_has_a_theme_if_some_comment_has_it() -> None:
    """Two comments that may each have the theme make it likelier; a sure one settles it."""
    counted = np.array([[0.5, 0.2], [0.5, 1.0], [0.0, 0.3]], dtype=np.float32)
    assert together(counted, np.array([0, 0, 1])) == pytest.approx(np.array([[0.75, 1.0], [0.0, 0.3]]))


def test_groups_alike_have_the_least_spread() -> None:
    """Where every file's sum is right, only the floor is left."""
    scores = np.full((400, 1), 0.5, dtype=np.float32)
    truth = np.tile([[0.0], [1.0]], (200, 1)).astype(np.float32)
    groups = np.repeat(["a", "b"], 200)
    assert spread_between(scores, truth, groups)[0] == pytest.approx(0.05)


def test_what_small_scores_held_is_given_back() -> None:
    """Scores too small to count are left out, and the rest are lifted to the true total."""
    scores = np.array([[0.05], [0.05], [0.9]], dtype=np.float32)
    truth = np.array([[0.0], [0.0], [1.0]], dtype=np.float32)
    lift = lift_of(scores, truth)
    assert corrected_shares(["x"], scores, lift, np.zeros(1, np.float32))[0].share == pytest.approx(1 / 3)
