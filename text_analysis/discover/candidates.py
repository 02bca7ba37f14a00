"""Candidate themes: what people write of when no theme covers their comment.

Comments without any theme show where the codebook has a hole; they are clustered. What is left over beside
a theme then joins the candidate it resembles more than it resembles everything else in the survey. Small
talk is spread over all comments, so a cluster of it draws leftovers without end; a theme that is missing is
gathered in the comments that no theme covers. That tells the two apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.clusters import Labels, consensus_clusters
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points, sample, theme_nearness, unit_rows
from text_analysis.discover.telling import telling_words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

N_CLUSTERS: Final = 8  # with more a removed theme fell apart, with fewer it was drowned
LEAST_PEOPLE: Final = 8  # people per cluster; with 12 a theme of few comments was not parted from small talk
LEAST_CLUSTERS: Final = 2
EVEN: Final = 0.5  # more like the candidate than like the rest
ONE_MATTER: Final = 0.3  # cosine of centres; pieces of one removed theme had 0.3–0.5
LESSONS: Final = 3  # with two, a theme told in many ways (health) came back by 55 %
STILL: Final = 0.5  # of the gathering asked of a core, asked of a candidate that has drawn what is like it
MOST_CORE: Final = 3000  # segments clustered; the rest join by likeness
ROUNDS: Final = 500  # steps of the logistic regression; it stops earlier


@dataclass(frozen=True)
class Uncovered:
    """The segments candidates are sought among.

    Attributes
    ----------
    segments : which segments no theme covers.
    core : those of comments that no theme covers at all.
    """

    segments: NDArray[np.bool_] = field(repr=False)
    core: NDArray[np.bool_] = field(repr=False)


def candidate_groups(
    log_odds: Points,
    word_points: Points,
    people: Labels,
    present: csr_matrix,
    uncovered: Uncovered,
    limits: DiscoveryLimits,
) -> list[Labels]:
    """The segments of each candidate (row numbers), the most cohesive candidate first.

    Parameters
    ----------
    log_odds : shape (n, n_themes), of every segment.
    word_points : shape (n, n_dimensions), of every segment.
    people : the person behind each segment.
    present : 0/1, (n, n_words), words or their families; compared with every other segment of the survey.
    uncovered : which segments no theme covers.
    limits : thresholds.
    """
    core = np.flatnonzero(uncovered.core)
    core = core[sample(len(core), limits.seed, MOST_CORE)]
    size = min(N_CLUSTERS, len(np.unique(people[core])) // LEAST_PEOPLE)
    if size < LEAST_CLUSTERS:
        return []
    points = np.hstack([theme_nearness(log_odds, core), word_points])
    labels, cohesion = consensus_clusters(points[core], people[core], size, limits.seed)
    clusters = [core[labels == number] for number in range(size)]
    scores = _likeness(points, clusters, uncovered, limits)
    rows = np.flatnonzero(uncovered.segments)
    drawn = [rows[scores[:, number] > EVEN] for number in range(size)]
    kept = [
        number
        for number in sorted(range(size), key=lambda number: (-cohesion[number], number))
        if cohesion[number] >= limits.candidate_cohesion
        and _gathered(len(clusters[number]) / len(core), drawn[number], people, present, uncovered, limits)
    ]
    matters = _merged([clusters[number] for number in kept], points)
    groups = _grown(matters, points, uncovered, limits)
    still = [_still_gathered(group, people, present, uncovered, limits) for group in groups]
    if not all(still):  # what small talk drew is free for the others
        groups = _grown(list(compress(matters, still)), points, uncovered, limits)
    enough = [group for group in groups if len(np.unique(people[group])) >= limits.min_people]
    return enough[: limits.max_candidates]


def _still_gathered(
    group: Labels, people: Labels, present: csr_matrix, uncovered: Uncovered, limits: DiscoveryLimits
) -> bool:
    """Whether a candidate is gathered with all it drew; removed themes had 0.8–4.7, small talk 0.1–0.2."""
    share_of_core = float(uncovered.core[group].sum() / uncovered.core.sum())
    less = replace(limits, candidate_gathering=limits.candidate_gathering * STILL)
    return _gathered(share_of_core, group, people, present, uncovered, less)


def _gathered(
    share_of_core: float,
    drawn: Labels,
    people: Labels,
    present: csr_matrix,
    uncovered: Uncovered,
    limits: DiscoveryLimits,
) -> bool:
    """Whether what a cluster draws has words in common and is gathered where no theme covers the comment."""
    if len(np.unique(people[drawn])) < limits.min_people:
        return False
    inside = np.zeros(len(people), dtype=bool)
    inside[drawn] = True
    coverage = telling_words(present, inside, people, limits.min_people).coverage
    leftovers = _share_of_leftovers(drawn, uncovered)
    return coverage >= limits.candidate_coverage and (
        coverage * share_of_core >= limits.candidate_gathering * leftovers
    )


def _merged(groups: list[Labels], points: Points) -> list[Labels]:
    """The groups, those whose centres point the same way as one: a large theme falls apart."""
    while len(groups) > 1:
        centres = unit_rows(np.array([points[group].mean(axis=0) for group in groups]))
        alike = np.triu(centres @ centres.T, k=1)
        first, second = np.unravel_index(int(alike.argmax()), alike.shape)
        if alike[first, second] < ONE_MATTER:
            break
        joined = np.union1d(groups[first], groups[second])
        groups = [joined if number == first else group for number, group in enumerate(groups)]
        del groups[int(second)]
    return groups


def _grown(
    groups: list[Labels], points: Points, uncovered: Uncovered, limits: DiscoveryLimits
) -> list[Labels]:
    """The uncovered segments of each group, learnt from its core and from what is surely like it."""
    for _ in range(LESSONS - 1):
        drawn = _drawn(groups, points, uncovered, limits, EVEN)
        groups = [np.union1d(*pair) for pair in zip(groups, drawn, strict=True)]
    return _drawn(groups, points, uncovered, limits, limits.candidate_score)


def _drawn(
    groups: list[Labels], points: Points, uncovered: Uncovered, limits: DiscoveryLimits, least: float
) -> list[Labels]:
    """The uncovered segments that are like a group by more than `least`, in the one they are most like."""
    if not groups:
        return []
    rows = np.flatnonzero(uncovered.segments)
    scores = _likeness(points, groups, uncovered, limits)
    best, sure = scores.argmax(axis=1), scores.max(axis=1) > least
    return [rows[(best == number) & sure] for number in range(len(groups))]


def _share_of_leftovers(group: Labels, uncovered: Uncovered) -> float:
    """Share of what is left over beside themes that a group draws, 0–1; 0 where nothing is left over."""
    left = uncovered.segments & ~uncovered.core
    return float(left[group].sum() / left.sum()) if left.any() else 0.0


def _likeness(
    points: Points, cores: Sequence[Labels], uncovered: Uncovered, limits: DiscoveryLimits
) -> NDArray[np.float64]:
    """How surely each uncovered segment is of each core rather than of the rest of the survey, 0–1."""
    from sklearn.linear_model import LogisticRegression

    known = np.flatnonzero(~uncovered.segments | uncovered.core)
    rows = np.flatnonzero(uncovered.segments)
    scores = np.zeros((len(rows), len(cores)))
    for column, core in enumerate(cores):
        used = np.union1d(known[sample(len(known), limits.seed)], core)
        model = LogisticRegression(class_weight="balanced", max_iter=ROUNDS, random_state=limits.seed)
        scores[:, column] = model.fit(points[used], np.isin(used, core)).predict_proba(points[rows])[:, 1]
    return scores
