"""Fitting the stance coder to coded comments and one-theme clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from text_analysis.gold import GoldLabel, GoldText
from text_analysis.linear import fit_margins
from text_analysis.records import STANCES, Segment, Stance
from text_analysis.stance.features import Case, StanceSpace
from text_analysis.stance.model import StanceModel

ASKED_WEIGHT: Final = 0.3
_FITTING: Final[dict[str, tuple[Stance, ...]]] = {
    "Vad är bra?": ("positiv",),
    "Vad är du mindre nöjd med?": ("negativ",),
    "Vad behöver förbättras?": ("negativ", "forslag"),
}

Cut = Callable[[str], Sequence[Segment]]

STRENGTH: Final = 1.0
SEGMENT_WEIGHT: Final = 0.5  # the same labels once more, on the segment the theme coder would point at
PHRASE_WEIGHT: Final = 0.7  # clauses have no surroundings


def fit_stance(
    space: StanceSpace, comments: Sequence[GoldText], phrases: Sequence[GoldText], cut: Cut
) -> StanceModel:
    """The stance coder fitted to every label's evidence, and to the segment around it."""
    evidence = [
        (_case(text, label, label.start, label.end), label.stance, 1.0)
        for text in comments
        for label in text.labels
    ]
    around = [
        (_case(text, label, *_segment_of(label, cut(text.text))), label.stance, SEGMENT_WEIGHT)
        for text in comments
        for label in text.labels
    ]
    clauses = [
        (_case(text, label, label.start, label.end), label.stance, PHRASE_WEIGHT)
        for text in phrases
        for label in text.labels
    ]
    asked = [sample for text in comments for sample in _as_if_asked(text)]
    samples = evidence + around + clauses + asked
    rows = space.rows([case for case, _, _ in samples])
    targets = np.array([[told == stance for stance in STANCES] for _, told, _ in samples], np.float32)
    weights = np.array([weight for _, _, weight in samples], dtype=np.float32)
    return StanceModel(space, fit_margins(rows, targets, weights, strength=STRENGTH))


def _as_if_asked(text: GoldText) -> list[tuple[Case, Stance, float]]:
    """Labels of a comment that answered no question, as answers to questions they would fit.

    Most training comments answered none. What people answer to a question is known from what it asks.
    """
    if text.question:
        return []
    return [
        (Case(text.text, question, label.theme, label.start, label.end), label.stance, ASKED_WEIGHT)
        for label in text.labels
        for question, fitting in _FITTING.items()
        if label.stance in fitting
    ]


def _case(text: GoldText, label: GoldLabel, start: int, end: int) -> Case:
    return Case(text.text, text.question, label.theme, start, end)


def _segment_of(label: GoldLabel, segments: Sequence[Segment]) -> tuple[int, int]:
    """The segment that shares most with the evidence."""

    def shared(segment: Segment) -> float:
        overlap = min(segment.end, label.end) - max(segment.start, label.start)
        return overlap / (segment.end - segment.start + label.end - label.start)

    best = max(segments, key=shared)
    return best.start, best.end
