"""Clusters of points that come together again and again when some of the people are left out."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.nearness import Points

Labels = NDArray[np.int64]

SHARE_DRAWN: Final = 0.8
N_STARTS: Final = 10
N_RUNS: Final = 30  # clusterings a consensus is made of


def consensus_clusters(points: Points, people: Labels, size: int, seed: int) -> tuple[Labels, Points]:
    """The cluster of each point, and per cluster how often its points came together (cohesion, 0–1).

    Points are clustered many times, each time with some of the people left out; points that come together
    again and again belong together. One run of k-means on short texts depends on its start, this does not.

    Parameters
    ----------
    points : shape (n, n_dimensions); memory grows with n².
    people : the person behind each point; whole people are left out, not points.
    size : number of clusters.
    seed : steers samples and starts.

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
