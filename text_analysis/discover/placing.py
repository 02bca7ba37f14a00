"""Every segment's place: a theme and its part, a candidate, near a theme, or none ("övrigt")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.candidates import Uncovered, candidate_groups
from text_analysis.discover.clusters import Labels
from text_analysis.discover.known_parts import KnownParts
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points
from text_analysis.discover.parts import Part, theme_parts
from text_analysis.discover.words import WordTable

NOWHERE: Final = -1


@dataclass(frozen=True)
class Places:
    """Where the segments went.

    Attributes
    ----------
    labels : number of the place of each segment, `NOWHERE` for none.
    near : which segments lie near their theme without being coded with it.
    themes : the theme of each place, empty for a candidate.
    parts : the sub-themes: number of the place each lies in, and the part.
    """

    labels: Labels = field(repr=False)
    near: NDArray[np.bool_] = field(repr=False)
    themes: tuple[str, ...]
    parts: tuple[tuple[int, Part], ...] = field(repr=False)


NO_PLACES: Final = Places(np.empty(0, dtype=np.int64), np.empty(0, dtype=bool), (), ())


@dataclass(frozen=True)
class Coded:
    """What is known of the segments: theme as column number (−1 for none), comment and person."""

    theme: Labels = field(repr=False)
    comments: Labels = field(repr=False)
    people: Labels = field(repr=False)
    themes: tuple[str, ...]
    names: Mapping[str, str]


def place(
    coded: Coded,
    log_odds: Points,
    word_points: Points,
    words: WordTable,
    known: KnownParts,
    limits: DiscoveryLimits,
) -> Places:
    """The place of each segment.

    Themes with too few people are no place; their segments may still lie near another theme. Candidates
    are sought before segments are read beside their nearest theme, so that what is new is not explained away.
    """
    groups = candidate_groups(
        log_odds, word_points, coded.people, words.families, _uncovered(coded, log_odds), limits
    )
    whole = _themes_by_size(coded, limits)
    room = max(most_topics(len(np.unique(coded.people)), limits) - len(whole), 0)
    labels = np.full(len(coded.theme), NOWHERE, dtype=np.int64)
    for number, group in enumerate(groups[:room]):
        labels[group] = len(whole) + number
    home = np.where(labels == NOWHERE, _nearest_theme(coded, log_odds, limits), -1)
    parts: list[tuple[int, Part]] = []
    for number, theme in enumerate(whole):
        labels[home == theme] = number
        own = np.flatnonzero((home == theme) & (coded.theme == theme))
        name = coded.names.get(coded.themes[theme], "")
        found = theme_parts(own, coded.people, words, known, limits, name=name)
        parts += [(number, part) for part in found]
    names = [coded.themes[theme] for theme in whole] + [""] * len(groups[:room])
    return Places(labels, (home >= 0) & (coded.theme < 0), tuple(names), tuple(parts))


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
