"""Sub-themes: a theme with enough people is parted where its segments part, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.discover.clusters import Clusters, Labels, stable_clusters
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points, theme_nearness
from text_analysis.discover.telling import telling_words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SIZES: Final = (2, 3, 4, 5)
THEME_WEIGHT: Final = 0.5  # within a theme the words tell more than the other themes do


def theme_points(log_odds: Points, word_points: Points) -> Points:
    """The points of one theme's segments: their words, and what else they are almost about."""
    return np.hstack([THEME_WEIGHT * theme_nearness(log_odds, np.arange(len(log_odds))), word_points])


def theme_parts(
    points: Points, people: Labels, present: csr_matrix, limits: DiscoveryLimits, *, before: int, at_most: int
) -> Clusters | None:
    """The sub-themes of one theme, or None where it is better left whole.

    Parameters
    ----------
    points : `theme_points` of the theme's segments.
    people : the person behind each segment.
    present : 0/1, the words of these segments.
    limits : thresholds.
    before : number of parts in the previous wave; kept where the parts still hold together, so that the
        strategist meets the same sub-themes again. 0 where there was none.
    at_most : most parts there is room for.
    """
    n_people = len(np.unique(people))
    if n_people < limits.min_split_people:
        return None
    sizes = [size for size in SIZES if size * limits.min_part_people * 2 <= n_people and size <= at_most]
    if before in sizes:
        kept = stable_clusters(points, people, [before], limits.seed)
        if _holds(kept, people, present, limits):
            return kept
    found = stable_clusters(points, people, sizes, limits.seed) if sizes else None
    stable = found is not None and found.stability >= limits.split_stability
    return found if found and stable and _holds(found, people, present, limits) else None


def _holds(found: Clusters, people: Labels, present: csr_matrix, limits: DiscoveryLimits) -> bool:
    """Whether each part has enough people and words of its own."""
    for number in range(len(found.centres)):
        group = found.labels == number
        if len(np.unique(people[group])) < limits.min_part_people:
            return False
        if len(telling_words(present, group, people, limits.min_people).columns) < 1:
            return False
    return True
