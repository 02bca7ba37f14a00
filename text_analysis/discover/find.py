"""Discovery: sub-themes of the codebook's themes, and candidates that no theme covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.bridge import keep_ids
from text_analysis.discover.clusters import Labels
from text_analysis.discover.describe import by_typicality, readable_label, shared_words, typical_comments
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points, unit_rows, word_nearness
from text_analysis.discover.placing import Coded, Places, place
from text_analysis.discover.representation import topic_words
from text_analysis.discover.topics import REST, DiscoverySegment, Placement, Topic, Topics
from text_analysis.discover.words import WordTable, word_table
from text_analysis.errors import TableError

DEFAULT: Final = DiscoveryLimits()


def discover(
    segments: Sequence[DiscoverySegment],
    vectors: NDArray[np.floating],
    *,
    themes: Sequence[str],
    limits: DiscoveryLimits = DEFAULT,
    previous: Topics | None = None,
    forbidden: frozenset[str] = frozenset(),
) -> Topics:
    """The topics of a survey; the same segments give the same topics, in whatever order they come.

    Parameters
    ----------
    segments : pieces of masked comments with content; non-answers are left out by the caller.
    vectors : log-odds of each theme against "no theme", shape (n_segments, n_themes).
    themes : ids of the columns of `vectors`.
    limits : thresholds.
    previous : the topics of the wave before; topics that keep most of their meaning keep their id.
    forbidden : words in lower case that must not be shown, such as parts of names.

    Raises
    ------
    TableError : `vectors` does not fit the segments and themes, or a segment has an unknown theme.
    """
    _check(segments, vectors, themes)
    order = sorted(range(len(segments)), key=lambda row: _key(segments[row]))
    ordered = [segments[row] for row in order]
    log_odds = np.asarray(vectors, dtype=np.float32)[order]
    survey = _Survey(
        ordered, log_odds, tuple(themes), word_table([s.text for s in ordered], forbidden=forbidden)
    )
    found, numbers, near = _topics(survey, limits, previous)
    ids, bridge, last = keep_ids(found, previous)
    places = [ids[found[number].id] if number >= 0 else REST for number in numbers]
    by_row = dict(zip(order, zip(places, near.tolist(), strict=True), strict=True))
    return Topics(
        topics=tuple(sorted((replace(topic, id=ids[topic.id]) for topic in found), key=_rank)),
        placements=tuple(
            Placement(s.comment_id, s.respondent_id, s.start, s.end, *by_row[row])
            for row, s in enumerate(segments)
        ),
        bridge=bridge,
        themes=tuple(themes),
        last_number=last,
    )


class _Survey:
    """The segments in a fixed order, with what every part of discovery needs of them."""

    def __init__(
        self, segments: list[DiscoverySegment], log_odds: Points, themes: tuple[str, ...], words: WordTable
    ) -> None:
        self.segments = segments
        self.log_odds = log_odds
        self.themes = themes
        self.words = words
        self.people = _numbered([segment.respondent_id for segment in segments])
        self.comments = _numbered([segment.comment_id for segment in segments])
        self.theme: Labels = np.array(
            [themes.index(segment.theme) if segment.theme else -1 for segment in segments], dtype=np.int64
        )


def _topics(
    survey: _Survey, limits: DiscoveryLimits, previous: Topics | None
) -> tuple[list[Topic], Labels, NDArray[np.bool_]]:
    """The topics with ids of their own, the topic number of each segment, and which are only near."""
    if not survey.segments:
        return [], np.empty(0, dtype=np.int64), np.empty(0, dtype=bool)
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):  # sums of several threads differ in the last digits from run to run
        word_points = word_nearness(survey.words, limits.seed)
        coded = Coded(survey.theme, survey.comments, survey.people, survey.themes, _parts_before(previous))
        places = place(coded, survey.log_odds, word_points, survey.words, limits)
        points = np.hstack([unit_rows(survey.log_odds - survey.log_odds.mean(axis=0)), word_points])
        ranked = topic_words(survey.words.texts, points, places.labels)
    found = [
        _topic(survey, places, number, points, ranked.get(number, ()), limits)
        for number in range(len(places.parents))
    ]
    return found, places.labels, places.near


def _topic(
    survey: _Survey,
    places: Places,
    number: int,
    points: Points,
    ranked: Sequence[str],
    limits: DiscoveryLimits,
) -> Topic:
    """One topic, with `theme` as id where its theme is whole and a number of its own otherwise."""
    parent = places.parents[number]
    rows = np.flatnonzero(places.labels == number)
    words = shared_words(ranked, survey.words, rows, survey.people, limits.min_people)
    holds = np.array([not set(words).isdisjoint(survey.words.texts[row].split()) for row in rows], dtype=bool)
    typical = by_typicality(points, rows, holds)
    segments = [survey.segments[row] for row in typical]
    forms = [survey.words.texts[row] for row in typical]
    centre = survey.log_odds[rows].mean(axis=0) - survey.log_odds.mean(axis=0)
    return Topic(
        id=parent if places.parents.count(parent) == 1 and parent else f"{parent}#{number}",
        parent_theme=parent,
        n=len({segment.respondent_id for segment in segments}),
        words=words,
        label=readable_label(words, segments, forms, limits.min_people),
        typical_ids=typical_comments(typical, survey.segments),
        centroid=tuple(round(float(value), 4) for value in centre),
    )


def _parts_before(previous: Topics | None) -> Counter[str]:
    """Number of sub-themes of each theme in the previous wave."""
    topics = previous.topics if previous else ()
    return Counter(
        topic.parent_theme for topic in topics if topic.parent_theme and topic.id != topic.parent_theme
    )


def _rank(topic: Topic) -> tuple[bool, int, str]:
    return topic.candidate, -topic.n, topic.id


def _numbered(names: Sequence[str]) -> Labels:
    """The same number for the same name."""
    return np.unique(names, return_inverse=True)[1].astype(np.int64)


def _key(segment: DiscoverySegment) -> tuple[str, int, int, str, str, str]:
    return (
        segment.comment_id,
        segment.start,
        segment.end,
        segment.theme,
        segment.text,
        segment.respondent_id,
    )


def _check(
    segments: Sequence[DiscoverySegment], vectors: NDArray[np.floating], themes: Sequence[str]
) -> None:
    if vectors.shape != (len(segments), len(themes)):
        raise TableError(
            "Vektorerna passar inte segmenten och temana.",
            expected=f"{len(segments)} rader, {len(themes)} kolumner",
        )
    unknown = {segment.theme for segment in segments} - set(themes) - {""}
    if unknown:
        raise TableError(f"Okända teman bland segmenten: {', '.join(sorted(unknown))}.")
