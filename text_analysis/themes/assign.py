"""From segments to themes: which themes a comment has, how surely, and which words carry each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.linear import Floats, sigmoid
from text_analysis.records import Assignment, Segment
from text_analysis.themes.judge import Question, judge
from text_analysis.themes.model import Evidence, ThemeModel

# A comment with content nearly always has a theme, so its strongest needs less to be believed
# (leave-files-out micro-F1 0.656 → 0.658).
LEADING: Final = 0.2


def score_comments(
    model: ThemeModel, comments: Sequence[Sequence[Segment]], questions: Sequence[Question] | None = None
) -> Floats:
    """Calibrated score of every theme in each comment, shape (n_comments, n_themes); 0 without segments."""
    return _judged(model, comments, questions)[0]


def assign(
    model: ThemeModel, comments: Sequence[Sequence[Segment]], questions: Sequence[Question] | None = None
) -> tuple[list[tuple[Assignment, ...]], Floats]:
    """The themes of each comment, given as its segments, and `score_comments`; no theme is an answer.

    Parameters
    ----------
    model : the trained coder.
    comments : the segments of each comment, in order; a comment without segments has no theme.
    questions : what each answers; open if not given.
    """
    scores, evidence = _judged(model, comments, questions)
    if evidence is None:
        return [()] * len(comments), scores
    ends = np.searchsorted(evidence.owner, np.arange(len(comments) + 1))
    found: list[tuple[Assignment, ...]] = []
    for number, segments in enumerate(comments):
        shares = evidence.segments[ends[number] : ends[number + 1]]
        found.append(_assignments(model, scores[number], shares, segments) if segments else ())
    return found, scores


def _judged(
    model: ThemeModel, comments: Sequence[Sequence[Segment]], questions: Sequence[Question] | None
) -> tuple[Floats, Evidence | None]:
    """Scores, and the evidence for them; none where no comment has a segment."""
    if not any(comments):
        return np.zeros((len(comments), len(model.space.themes)), dtype=np.float32), None
    logits, evidence = judge(model, comments, questions)
    scores = sigmoid(logits)
    scores[[not segments for segments in comments]] = 0
    return scores, evidence


def themes_in(model: ThemeModel, scores: Floats) -> NDArray[np.bool_]:
    """Which themes scores make labels of, shape (n_comments, n_themes)."""
    leading = (scores == scores.max(axis=1, keepdims=True)) & (scores >= LEADING)
    return np.asarray(leading | (scores >= model.thresholds), dtype=np.bool_)


def _assignments(
    model: ThemeModel, scores: NDArray[np.float32], shares: Floats, segments: Sequence[Segment]
) -> tuple[Assignment, ...]:
    labels = []
    for theme in np.flatnonzero(themes_in(model, scores[None])[0]):
        segment = segments[int(shares[:, theme].argmax())]
        labels.append(
            Assignment(model.space.themes[theme], round(float(scores[theme]), 4), segment.start, segment.end)
        )
    return tuple(sorted(labels, key=lambda label: (label.start, label.end, label.theme)))
