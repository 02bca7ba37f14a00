"""Discovery: sub-themes of the codebook's themes, and candidates that no theme covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.bridge import keep_ids
from text_analysis.discover.clusters import Labels
from text_analysis.discover.describe import (
    by_typicality,
    naming_words,
    readable_label,
    shared_words,
    typical_comments,
)
from text_analysis.discover.known_parts import NOTHING_KNOWN, KnownThemes, known_parts
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points, unit_rows, word_nearness
from text_analysis.discover.placing import NO_PLACES, NOWHERE, Coded, Places, place
from text_analysis.discover.representation import topic_words
from text_analysis.discover.topics import REST, DiscoverySegment, Placement, Topic, Topics
from text_analysis.discover.words import WordTable, word_table
from text_analysis.errors import REPORT, TableError

DEFAULT: Final = DiscoveryLimits()
WORDS_OF_PART: Final = 2  # in its label: the word that holds it together and one beside it


def discover(
    segments: Sequence[DiscoverySegment],
    vectors: NDArray[np.floating],
    *,
    themes: Sequence[str],
    limits: DiscoveryLimits = DEFAULT,
    previous: Topics | None = None,
    forbidden: frozenset[str] = frozenset(),
    known: KnownThemes = NOTHING_KNOWN,
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
    known : the themes' names for people, which are their topics' labels (made of words where not given), and
        what is usually told apart within them.

    Raises
    ------
    TableError : `vectors` does not fit the segments and themes, or a segment has an unknown theme.
    """
    _check(segments, vectors, themes)
    order = sorted(range(len(segments)), key=lambda row: _key(segments[row]))
    ordered = [segments[row] for row in order]
    log_odds = np.asarray(vectors, dtype=np.float32)[order]
    table = word_table([s.text for s in ordered], forbidden=forbidden)
    survey = _Survey(ordered, log_odds, tuple(themes), table, known, limits.min_people)
    topics, parts, places = _topics(survey, limits)
    ids, bridge, last = keep_ids([*topics, *parts], previous, themes)
    where = _placements(places, [ids[topic.id] for topic in topics], [ids[part.id] for part in parts])
    by_row = dict(zip(order, where, strict=True))
    return Topics(
        topics=tuple(sorted((replace(topic, id=ids[topic.id]) for topic in topics), key=_rank)),
        parts=tuple(sorted((replace(part, id=ids[part.id]) for part in parts), key=_part_rank)),
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
        self,
        segments: list[DiscoverySegment],
        log_odds: Points,
        themes: tuple[str, ...],
        words: WordTable,
        known: KnownThemes,
        min_people: int,
    ) -> None:
        self.segments = segments
        self.log_odds = log_odds
        self.themes = themes
        self.words = words
        self.names = known.names
        self.parts = known_parts(segments, known.sub_themes)
        self.min_people = min_people
        self.people = _numbered([segment.respondent_id for segment in segments])
        self.comments = _numbered([segment.comment_id for segment in segments])
        self.theme: Labels = np.array(
            [themes.index(segment.theme) if segment.theme else -1 for segment in segments], dtype=np.int64
        )


def _topics(survey: _Survey, limits: DiscoveryLimits) -> tuple[list[Topic], list[Topic], Places]:
    """Topics and sub-themes with ids of their own, and the place of each segment."""
    if not survey.segments:
        return [], [], NO_PLACES
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):  # sums of several threads differ in the last digits from run to run
        word_points = word_nearness(survey.words.texts, limits.seed)
        coded = Coded(survey.theme, survey.comments, survey.people, survey.themes, survey.names)
        places = place(coded, survey.log_odds, word_points, survey.words, survey.parts, limits)
        points = np.hstack([unit_rows(survey.log_odds - survey.log_odds.mean(axis=0)), word_points])
        ranked = topic_words(survey.words.texts, points, places.labels)
    everywhere = survey.log_odds.mean(axis=0)
    topics, centres = [], []
    for number, theme in enumerate(places.themes):
        rows = np.flatnonzero(places.labels == number)
        words = shared_words(ranked.get(number, ()), survey.words, rows, survey.people, limits)
        centres.append(survey.log_odds[rows].mean(axis=0))
        topic = _topic(survey, theme or f"#{number}", theme, rows, points, words)
        centre = _rounded(centres[-1] - everywhere)
        label = survey.names.get(theme, topic.label)
        topics.append(replace(topic, label=label, centroid=centre, is_known=bool(theme)))
    parts = []
    for place_in, (number, part) in enumerate(places.parts):
        first = "" if part.known else survey.words.words[part.column]
        others = shared_words(
            ranked.get(number, ()), survey.words, part.rows, survey.people, limits, first=first
        )
        theme = places.themes[number]
        name = part.known.id if part.known else f"{theme}#{place_in}"
        found = _topic(survey, name, theme, part.rows, points, others)
        centre = _rounded(survey.log_odds[part.rows].mean(axis=0) - centres[number])
        label = part.known.name_sv if part.known else found.label
        parts.append(replace(found, label=label, centroid=centre, is_known=part.known is not None))
    return topics, parts, places


def _topic(
    survey: _Survey, name: str, theme: str, rows: Labels, points: Points, words: tuple[str, ...]
) -> Topic:
    """One topic of the segments given, with words, label and typical comments; its centroid is not known."""
    holds = np.array([not set(words).isdisjoint(survey.words.texts[row].split()) for row in rows], dtype=bool)
    typical = by_typicality(points, rows, holds)
    segments = [survey.segments[row] for row in typical]
    naming = naming_words(words, survey.words)
    named_by = naming if theme in ("", name) else naming[:WORDS_OF_PART]
    forms = [survey.words.texts[row] for row in typical]
    return Topic(
        id=name,
        parent_theme=theme,
        n=len({segment.respondent_id for segment in segments}),
        words=words,
        label=readable_label(named_by, segments, forms, survey.min_people),
        typical_ids=typical_comments(typical, survey.segments),
        centroid=(),
    )


def _rounded(centre: Points) -> tuple[float, ...]:
    return tuple(round(float(value), 4) for value in centre)


def _placements(places: Places, topics: list[str], parts: list[str]) -> list[tuple[str, bool, str]]:
    """Topic, nearness and sub-theme of each segment."""
    inside = np.full(len(places.labels), NOWHERE, dtype=np.int64)
    for number, (_, part) in enumerate(places.parts):
        inside[part.rows] = number
    return [
        (topics[label] if label >= 0 else REST, near, parts[part] if part >= 0 else REST)
        for label, near, part in zip(
            places.labels.tolist(), places.near.tolist(), inside.tolist(), strict=True
        )
    ]


def _rank(topic: Topic) -> tuple[bool, int, str]:
    return topic.candidate, -topic.n, topic.id


def _part_rank(part: Topic) -> tuple[str, int, str]:
    return part.parent_theme, -part.n, part.id


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
            remedy=REPORT,
        )
    unknown = {segment.theme for segment in segments} - set(themes) - {""}
    if unknown:
        raise TableError(f"Okända teman bland segmenten: {', '.join(sorted(unknown))}.", remedy=REPORT)
