"""Candidate themes: what people write of when no theme covers their comment.

Comments without any theme show where the codebook has a hole; they are clustered. What is left over beside
a theme then joins the candidate it resembles more than it resembles everything else in the survey. Small
talk is spread over all comments, so a cluster of it draws leftovers without end; a theme that is missing is
gathered in the comments that no theme covers. That tells the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.clusters import Labels, consensus_clusters
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points, sample, theme_nearness
from text_analysis.discover.telling import telling_words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

N_CLUSTERS: Final = 8  # with more a removed theme fell apart, with fewer it was drowned
LEAST_PEOPLE: Final = 12  # people per cluster; fewer people are parted into fewer clusters
LEAST_CLUSTERS: Final = 2
EVEN: Final = 0.5  # more like the candidate than like the rest
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
    present : 0/1, (n, n_words); words are compared with every other segment of the survey.
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
    order = sorted(range(size), key=lambda number: (-cohesion[number], number))
    scores = _likeness(points, [core[labels == number] for number in order], uncovered, limits)
    rows = np.flatnonzero(uncovered.segments)
    kept = []
    for column, number in enumerate(order):
        group = rows[scores[:, column] > EVEN]
        drawn = _share_of_leftovers(group, uncovered) * limits.candidate_gathering
        firm = cohesion[number] >= limits.candidate_cohesion and (labels == number).mean() >= drawn
        if firm and _is_a_theme(group, people, present, limits):
            kept.append(column)
    return [rows[members] for members in _members(scores, kept[: limits.max_candidates], limits)]


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


def _members(
    scores: NDArray[np.float64], columns: list[int], limits: DiscoveryLimits
) -> Iterator[NDArray[np.bool_]]:
    """The rows of each column: those that are surest of it among the columns given."""
    if not columns:
        return
    best = np.array(columns)[scores[:, columns].argmax(axis=1)]
    sure = scores[:, columns].max(axis=1) > limits.candidate_score
    for column in columns:
        yield sure & (best == column)


def _is_a_theme(group: Labels, people: Labels, present: csr_matrix, limits: DiscoveryLimits) -> bool:
    """Whether enough people wrote it, with words in common that are clearly rarer elsewhere."""
    if len(np.unique(people[group])) < limits.min_people:
        return False
    inside = np.zeros(len(people), dtype=bool)
    inside[group] = True
    words = telling_words(present, inside, people, limits.min_people)
    return words.coverage >= limits.candidate_coverage
