"""Shares are corrected for what the coder misses, and their intervals hold all that is unsure."""

from __future__ import annotations

import numpy as np
import pytest

from text_analysis.linear import Floats
from text_analysis.themes.prevalence import corrected_shares, lift_of, spread_between, together

ONE = np.ones(1, dtype=np.float32)


def test_the_share_is_the_mean_of_calibrated_scores() -> None:
    """Four comments at 0.25 are one comment with the theme."""
    scores = np.full((4, 1), 0.25, dtype=np.float32)
    assert corrected_shares(["lon"], scores, ONE, np.zeros(1, np.float32))[0].share == pytest.approx(0.25)


def width(scores: Floats, spread: float) -> float:
    """Of the interval of one theme."""
    (share,) = corrected_shares(["x"], scores, ONE, np.full(1, spread, np.float32))
    return share.high - share.low


def test_spread_and_few_comments_widen_the_interval() -> None:
    """Strange wording adds to what is unsure, more comments take from it."""
    scores = np.full((200, 1), 0.5, dtype=np.float32)
    assert width(scores, 0.0) < width(scores, 0.2)
    assert width(scores, 0.0) == pytest.approx(2 * width(np.repeat(scores, 4, axis=0), 0.0))


@pytest.mark.parametrize("sure", [0.0, 0.2, 0.39])
def test_the_interval_holds_the_true_share_as_often_as_it_says(sure: float) -> None:
    """Half of all have the theme: 95 % of the samples' intervals hold the half, and the sample's own share.

    The coder is calibrated and more or less sure: its scores are a half plus or minus what it knows.
    """
    rng, held = np.random.default_rng(1), np.zeros(2)
    for _ in range(1000):
        scores = (0.5 + sure * rng.choice([-1, 1], (300, 1))).astype(np.float32)
        (share,) = corrected_shares(["x"], scores, ONE, np.zeros(1, np.float32))
        own = (rng.random((300, 1)) < scores).mean()
        held += [share.low <= truth <= share.high for truth in (0.5, own)]
    assert (held / 1000 > 0.93).all()


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
