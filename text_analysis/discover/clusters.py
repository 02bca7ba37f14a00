"""Clusters of points, as many as come back when some of the people are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.nearness import Points, sample

if TYPE_CHECKING:
    from sklearn.cluster import KMeans

Labels = NDArray[np.int64]

N_DRAWS: Final = 4  # samples of people per number of clusters
SHARE_DRAWN: Final = 0.8
N_STARTS: Final = 10
N_RUNS: Final = 30  # clusterings a consensus is made of
ALIKE: Final = 0.02  # stability within this of the best counts as equal; fewer clusters win


@dataclass(frozen=True)
class Clusters:
    """Clusters of points.

    Attributes
    ----------
    labels : the cluster of each point.
    centres : shape (n_clusters, n_dimensions).
    stability : mean agreement (ARI) with clusters of samples of the people.
    """

    labels: Labels = field(repr=False)
    centres: Points = field(repr=False)
    stability: float


def stable_clusters(points: Points, people: Labels, sizes: Sequence[int], seed: int) -> Clusters:
    """K-means with the number of clusters that agrees best between all people and samples of them.

    Parameters
    ----------
    points : shape (n, n_dimensions).
    people : the person behind each point; whole people are left out, not points.
    sizes : numbers of clusters to try, each at least 2 and at most n.
    seed : steers samples and starts.

    References
    ----------
    Lange, Roth, Braun, Buhmann: Stability-based validation of clustering solutions, Neural Computation
    16(6), 2004.
    """
    tried = [_tried(points, people, size, seed) for size in sizes]
    best = max(found.stability for found in tried)
    return next(found for found in tried if found.stability >= best - ALIKE)


def _tried(points: Points, people: Labels, size: int, seed: int) -> Clusters:
    from sklearn.metrics import adjusted_rand_score

    whole = _fit(points, size, seed)
    labels = whole.predict(points).astype(np.int64)
    random = np.random.default_rng(seed)
    everyone = np.unique(people)
    agreements = []
    for _ in range(N_DRAWS):
        drawn = random.choice(everyone, max(size, int(SHARE_DRAWN * len(everyone))), replace=False)
        part = np.isin(people, drawn)
        if part.sum() >= size:
            agreements.append(adjusted_rand_score(labels, _fit(points[part], size, seed).predict(points)))
    stability = float(np.mean(agreements or [0.0]))
    return Clusters(labels, whole.cluster_centers_.astype(np.float32), stability)


def consensus_clusters(points: Points, people: Labels, size: int, seed: int) -> tuple[Labels, Points]:
    """The cluster of each point, and per cluster how often its points came together (cohesion, 0–1).

    Points are clustered many times, each time with some of the people left out; points that come together
    again and again belong together. One run of k-means on short texts depends on its start, this does not.

    Parameters
    ----------
    points : shape (n, n_dimensions); memory grows with n².
    people, size, seed : as for `stable_clusters`, with one number of clusters.

    References
    ----------
    Fred, Jain: Combining multiple clusterings using evidence accumulation, IEEE TPAMI 27(6), 2005.
    """
    from sklearn.cluster import KMeans

    random = np.random.default_rng(seed)
    everyone = np.unique(people)
    together = np.zeros((len(points), len(points)), dtype=np.float32)
    for run in range(N_RUNS):
        drawn = random.choice(everyone, max(size, int(SHARE_DRAWN * len(everyone))), replace=False)
        part = np.isin(people, drawn)
        labels = KMeans(size, n_init=1, random_state=seed + run).fit(points[part]).predict(points)
        together += labels[:, None] == labels[None, :]
    together /= N_RUNS
    labels = KMeans(size, n_init=N_STARTS, random_state=seed).fit_predict(together).astype(np.int64)
    members = [labels == number for number in range(size)]
    return labels, np.array([together[np.ix_(inside, inside)].mean() for inside in members], dtype=np.float32)


def _fit(points: Points, size: int, seed: int) -> KMeans:
    from sklearn.cluster import KMeans

    rows = sample(len(points), seed)
    return KMeans(size, n_init=N_STARTS, random_state=seed).fit(points[rows])
