"""Theme shares corrected for what the coder is known to miss and to add.

A count of labels is wrong in two ways: the threshold drops unsure comments, and some labels are mistakes.
The sum of calibrated scores counts each comment by how sure the coder is, which undoes both on average
("probabilistic classify and count", Bella et al. 2010). Scores below `LEAST` say little but how common a
theme was in training, so they are left out and the rest lifted to the same total. What calibration cannot
know, how much a new organisation's wording differs, is measured as the spread between the training files
the coder had not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.inference import Z_95
from text_analysis.linear import Floats

LEAST: Final = 0.1


@dataclass(frozen=True, slots=True)
class ShareEstimate:
    """A theme's share of the comments with content, 0–1, with its 95 % interval."""

    theme: str
    share: float
    low: float
    high: float


def corrected_shares(
    themes: Sequence[str], scores: Floats, lift: Floats, spread: Floats
) -> tuple[ShareEstimate, ...]:
    """Share of comments with each theme, corrected, in the order of themes.

    Parameters
    ----------
    themes : names of the columns.
    scores : calibrated score per comment with content and theme, shape (n, n_themes).
    lift : true labels per sum of counted scores (`lift_of`).
    spread : relative error of the sums between kinds of text, per theme (`spread_between`).
    """
    return estimate_shares(themes, corrected_counts(scores, lift), spread)


def estimate_shares(themes: Sequence[str], counted: Floats, spread: Floats) -> tuple[ShareEstimate, ...]:
    """Share with each theme of those that the rows of corrected counts are of, in the order of themes.

    Parameters
    ----------
    themes, spread : as `corrected_shares`.
    counted : what each comment or person adds to the count (`corrected_counts`), shape (n, n_themes).

    Notes
    -----
    The interval holds sampling (the rows are a sample of what people would say), coding (each count p is a
    coin with chance p) and the spread. A share's binomial variance holds the first two, since the variance of
    what is true is that of p and the mean of p (1 − p); the spread is independent of them and is added.
    """
    n = len(counted)
    if n == 0:
        return ()
    shares = np.clip(counted.mean(axis=0, dtype=np.float64), 0, 1)
    reach = Z_95 * np.sqrt(shares * (1 - shares) / n + (shares * spread) ** 2)
    return tuple(
        ShareEstimate(theme, float(share), float(max(share - r, 0)), float(min(share + r, 1)))
        for theme, share, r in zip(themes, shares, reach, strict=True)
    )


def together(counted: Floats, owner: NDArray[np.integer]) -> Floats:
    """Corrected counts of people from those of their comments: the chance that some comment has the theme.

    Parameters
    ----------
    counted : corrected counts of comments, shape (n_comments, n_themes).
    owner : number of the person who wrote each, 0 to n_people − 1.
    """
    none = np.ones((int(owner.max(initial=-1)) + 1, counted.shape[1]), dtype=np.float32)
    np.multiply.at(none, owner, 1 - np.clip(counted, 0, 1))
    return 1 - none


def lift_of(scores: Floats, truth: Floats) -> Floats:
    """True labels per sum of counted scores, over all themes; an array of one number."""
    return np.array([truth.sum() / _counted(scores).sum()], dtype=np.float32)


def corrected_counts(scores: Floats, lift: Floats) -> Floats:
    """What each comment adds to the corrected count of each theme; the means are the corrected shares."""
    return np.asarray(_counted(scores) * lift, dtype=np.float32)


def _counted(scores: Floats) -> Floats:
    return np.where(scores >= LEAST, scores, np.float32(0))


def spread_between(scores: Floats, truth: Floats, groups: NDArray[np.str_]) -> Floats:
    """Relative error of the sums of scores between groups of comments, per theme.

    Parameters
    ----------
    scores, truth : cross-fitted score and 0/1, shape (n, n_themes).
    groups : the file of each comment.

    Returns
    -------
    Standard deviation of log(true / expected) over the groups, less what chance alone gives, at least 0.05.
    """
    names = sorted(set(groups.tolist()))
    counted = _counted(scores) * lift_of(scores, truth)
    expected = np.array([counted[groups == name].sum(axis=0) for name in names], dtype=np.float64)
    true = np.array([truth[groups == name].sum(axis=0) for name in names], dtype=np.float64)
    ratios = np.log((true + 1) / (expected + 1))
    chance = (1 / (expected + 1)).mean(axis=0)
    spread: Floats = np.sqrt(np.maximum(ratios.var(axis=0) - chance, 0.05**2)).astype(np.float32)
    return spread
