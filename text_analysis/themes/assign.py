"""From segments to themes: which themes a comment has, how surely, and which words carry each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from text_analysis.linear import Floats
from text_analysis.records import Assignment, Segment
from text_analysis.themes.model import ThemeModel, blended_scores, weigh_evidence


def score_comments(model: ThemeModel, comments: Sequence[Sequence[Segment]]) -> Floats:
    """Calibrated score of every theme in each comment, shape (n_comments, n_themes)."""
    if not any(comments):
        return np.zeros((len(comments), len(model.space.themes)), dtype=np.float32)
    scores = blended_scores(model, weigh_evidence(model, comments))
    scores[[not segments for segments in comments]] = 0
    return scores


def assign(model: ThemeModel, comments: Sequence[Sequence[Segment]]) -> list[tuple[Assignment, ...]]:
    """The themes of each comment, given as its segments; none is an answer.

    Parameters
    ----------
    model : the trained coder.
    comments : the segments of each comment, in order; a comment without segments has no theme.
    """
    if not any(comments):
        return [()] * len(comments)
    evidence = weigh_evidence(model, comments)
    scores = blended_scores(model, evidence)
    ends = np.searchsorted(evidence.owner, np.arange(len(comments) + 1))
    found: list[tuple[Assignment, ...]] = []
    for number, segments in enumerate(comments):
        shares = evidence.segments[ends[number] : ends[number + 1]]
        found.append(_assignments(model, scores[number], shares, segments) if segments else ())
    return found


def _assignments(
    model: ThemeModel, scores: NDArray[np.float32], shares: Floats, segments: Sequence[Segment]
) -> tuple[Assignment, ...]:
    labels = []
    for theme in np.flatnonzero(scores >= model.thresholds):
        segment = segments[int(shares[:, theme].argmax())]
        labels.append(
            Assignment(model.space.themes[theme], round(float(scores[theme]), 4), segment.start, segment.end)
        )
    return tuple(sorted(labels, key=lambda label: (label.start, label.end, label.theme)))
