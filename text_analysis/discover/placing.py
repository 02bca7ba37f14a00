"""Every segment's place: a theme or its part, a candidate, near a theme, or none ("övrigt")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.candidates import Uncovered, candidate_groups
from text_analysis.discover.clusters import Labels
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points
from text_analysis.discover.parts import theme_parts, theme_points
from text_analysis.discover.words import WordTable

NOWHERE: Final = -1


@dataclass(frozen=True)
class Places:
    """Where the segments went.

    Attributes
    ----------
    labels : number of the place of each segment, `NOWHERE` for none.
    near : which segments lie near their theme without being coded with it.
    parents : the theme of each place, empty for a candidate.
    """

    labels: Labels = field(repr=False)
    near: NDArray[np.bool_] = field(repr=False)
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Coded:
    """What is known of the segments: theme as column number (−1 for none), comment and person."""

    theme: Labels = field(repr=False)
    comments: Labels = field(repr=False)
    people: Labels = field(repr=False)
    themes: tuple[str, ...]
    parts_before: Mapping[str, int]


def place(
    coded: Coded, log_odds: Points, word_points: Points, words: WordTable, limits: DiscoveryLimits
) -> Places:
    """The place of each segment.

    Themes with too few people are no place; their segments may still lie near another theme. Candidates
    are sought before segments are read beside their nearest theme, so that what is new is not explained away.
    """
    groups = candidate_groups(
        log_odds, word_points, coded.people, words.present, _uncovered(coded, log_odds), limits
    )
    labels = np.full(len(coded.theme), NOWHERE, dtype=np.int64)
    parents: list[str] = []
    for group in groups:
        labels[group] = len(parents)
        parents.append("")
    home = np.where(labels == NOWHERE, _nearest_theme(coded, log_odds, limits), -1)
    whole = _themes_by_size(coded, limits)
    room = most_topics(len(np.unique(coded.people)), limits) - len(groups) - len(whole)
    for theme in whole:
        rows = np.flatnonzero(home == theme)
        points = theme_points(log_odds[rows], word_points[rows])
        parts = _parts(coded, theme, rows, points, words, limits, room=max(room, 0))
        labels[rows] = len(parents) + parts
        n_parts = int(parts.max()) + 1
        parents += [coded.themes[theme]] * n_parts
        room -= n_parts - 1
    return Places(labels, (labels != NOWHERE) & (home >= 0) & (coded.theme < 0), tuple(parents))


def _uncovered(coded: Coded, log_odds: Points) -> Uncovered:
    """The segments without theme, and those of comments where no segment has one or should have one."""
    segments = (coded.theme < 0) & (log_odds.max(axis=1) < 0)
    covered = np.unique(coded.comments[coded.theme >= 0])
    return Uncovered(segments, segments & ~np.isin(coded.comments, covered))


def most_topics(n_people: int, limits: DiscoveryLimits) -> int:
    """Most topics of a survey with so many writers.

    >>> most_topics(305, DiscoveryLimits()), most_topics(12000, DiscoveryLimits())
    (30, 60)
    """
    return limits.max_topics + int(10 * np.log2(max(n_people / limits.people_at_max, 1)))


def _themes_by_size(coded: Coded, limits: DiscoveryLimits) -> list[int]:
    """The themes that enough people have, most people first."""
    sizes = {
        theme: len(np.unique(coded.people[coded.theme == theme]))
        for theme in np.unique(coded.theme[coded.theme >= 0])
    }
    return sorted((t for t, n in sizes.items() if n >= limits.min_people), key=lambda t: (-sizes[t], t))


def _nearest_theme(coded: Coded, log_odds: Points, limits: DiscoveryLimits) -> Labels:
    """The theme a segment has or, where it has none, lies close enough to; −1 for neither."""
    open_themes = np.zeros(log_odds.shape[1], dtype=bool)
    open_themes[_themes_by_size(coded, limits)] = True
    reachable = np.where(open_themes, log_odds, -np.inf)
    nearest = np.where(reachable.max(axis=1) >= limits.near_log_odds, reachable.argmax(axis=1), -1)
    own = np.where(open_themes[coded.theme], coded.theme, -1)
    return np.where(coded.theme >= 0, own, nearest)


def _parts(
    coded: Coded,
    theme: int,
    rows: Labels,
    points: Points,
    words: WordTable,
    limits: DiscoveryLimits,
    *,
    room: int,
) -> Labels:
    """The part of each of a theme's segments, 0 throughout where the theme is left whole.

    The parts are those of the segments coded with the theme; those near it join the nearest part.
    """
    core = coded.theme[rows] == theme
    found = theme_parts(
        points[core],
        coded.people[rows[core]],
        words.present[rows[core]],
        limits,
        before=coded.parts_before.get(coded.themes[theme], 0),
        at_most=room + 1,
    )
    if found is None:
        return np.zeros(len(rows), dtype=np.int64)
    distances = ((points[:, None, :] - found.centres[None]) ** 2).sum(axis=2)
    return np.asarray(distances.argmin(axis=1), dtype=np.int64)
