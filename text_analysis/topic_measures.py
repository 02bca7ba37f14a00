"""Topics as a table: who speaks of them after the edits, and where they lie on a map. Before the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.discover import Topic, Topics
from text_analysis.edits import Edit, edited_ids, given_names
from text_analysis.records import UNIT_SEPARATOR
from text_analysis.settings import FLOOR
from text_analysis.survey_topics import SurveyTopics

DECIMALS: Final = 2  # of places on the map; more would tell no more
NAMED_BY: Final = ", "  # between words
_LEAST: Final = 1e-9

People = Mapping[str, set[str]]


def measure_topics(
    topics: SurveyTopics, comments: pd.DataFrame, assignments: pd.DataFrame, edits: Sequence[Edit] = ()
) -> pd.DataFrame:
    """Table `tables.TOPICS`: themes, sub-themes and candidates of each wave in the whole organisation.

    The people of a sub-theme are those of its theme after the edits who were placed there. A candidate that
    became a theme is no candidate; merged topics are one; what is retired is gone. A topic is new where fewer
    than five spoke of it in the wave before, or where there was none like it before the survey's first wave.

    Parameters
    ----------
    topics : what was discovered.
    comments : table `tables.COMMENTS`.
    assignments : table `tables.ASSIGNMENTS`, after the edits.
    edits : the whole log.
    """
    names, places, spots = given_names(edits), edited_ids(edits), _map(topics.found)
    placed, before = _placed(topics.found, places), _known_before(topics)
    rows = []
    for wave, written in comments.groupby("wave", sort=True):
        top = str(written["unit"].iloc[0]).split(UNIT_SEPARATOR, maxsplit=1)[0]
        own = assignments[assignments["comment_id"].isin(set(written["comment_id"]))]
        themes = {str(name): set(part["respondent_id"]) for name, part in own.groupby("theme")}
        spoken = _spoken(topics.found, places, placed, themes, set(written["respondent_id"]))
        for topic, (theme, people) in spoken.items():
            x, y = spots[topic.id]
            rows.append(
                {"wave": wave, "level": 0, "unit": top, "parent": ""}
                | {"topic": topic.id, "kind": _kind(topic), "theme": theme, "x": x, "y": y}
                | {"label": names.get(topic.id, topic.label), "words": NAMED_BY.join(topic.words)}
                | {"n_respondents": len(people), "n_theme": len(themes.get(theme, ())) if theme else None}
                | {"is_new": before is not None and topic.id not in before}
            )
        before = {topic.id for topic, (_, people) in spoken.items() if len(people) >= FLOOR}
    return tables.check(pd.DataFrame(rows, columns=list(tables.TOPICS.columns)), tables.TOPICS)


def _known_before(topics: SurveyTopics) -> set[str] | None:
    if topics.before is None:
        return None
    return {topic.id for topic in (*topics.before.topics, *topics.before.parts)}


def _kind(topic: Topic) -> str:
    if topic.candidate:
        return tables.CANDIDATE
    return tables.WHOLE_THEME if topic.id == topic.parent_theme else tables.SUB_THEME


def _placed(topics: Topics, places: Mapping[str, str]) -> dict[str, set[str]]:
    """The people of each topic and sub-theme, those of merged ones together."""
    placed: dict[str, set[str]] = {}
    for placement in topics.placements:
        for name in filter(None, (placement.topic, placement.part)):
            placed.setdefault(places.get(name, name), set()).add(placement.respondent_id)
    return placed


def _spoken(
    topics: Topics, places: Mapping[str, str], placed: People, themes: People, writers: set[str]
) -> dict[Topic, tuple[str, set[str]]]:
    """Theme and people of each topic that the edits left, in one wave."""
    spoken = {}
    for topic in (*topics.topics, *topics.parts):
        theme = places.get(topic.parent_theme, topic.parent_theme)
        is_left = topic.id not in places and (topic.candidate or theme in themes)
        if is_left:
            here = themes[theme] if theme else writers
            is_whole = _kind(topic) == tables.WHOLE_THEME
            spoken[topic] = theme, here if is_whole else here & placed.get(topic.id, set())
    return spoken


def _map(topics: Topics) -> dict[str, tuple[float, float]]:
    """Places of the topics: the first two principal components of their centres, the farthest one at 1.

    A sub-theme's centre is told from its theme, so the two are added. Each component points to where its
    heaviest theme grows, so that the same topics give the same map.
    """
    whole = {topic.id: np.array(topic.centroid) for topic in topics.topics}
    everyone = (*topics.topics, *topics.parts)
    centres = [
        np.array(t.centroid) + (whole[t.parent_theme] if _kind(t) == tables.SUB_THEME else 0)
        for t in everyone
    ]
    if not centres:
        return {}
    points = np.array(centres) - np.mean(centres, axis=0)
    axes = np.linalg.svd(points, full_matrices=False)[2][:2]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    flat = np.zeros((len(points), 2))
    flat[:, : len(axes)] = points @ axes.T
    flat = np.round(flat / max(float(np.abs(flat).max()), _LEAST), DECIMALS) + 0.0  # no minus zero
    return {topic.id: (x, y) for topic, (x, y) in zip(everyone, flat.tolist(), strict=True)}
