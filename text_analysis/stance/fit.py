"""Fitting the stance coder to coded comments and one-theme clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from text_analysis.gold import GoldText
from text_analysis.linear import fit_margins
from text_analysis.records import STANCES
from text_analysis.stance.features import Case, StanceSpace
from text_analysis.stance.model import StanceModel

STRENGTH: Final = 0.5
PHRASE_WEIGHT: Final = 0.7  # clauses have no surroundings


def fit_stance(space: StanceSpace, comments: Sequence[GoldText], phrases: Sequence[GoldText]) -> StanceModel:
    """The stance coder fitted to every label's evidence."""
    labelled = [(text, label, 1.0) for text in comments for label in text.labels]
    labelled += [(text, label, PHRASE_WEIGHT) for text in phrases for label in text.labels]
    cases = [
        Case(text.text, text.question, label.theme, label.start, label.end) for text, label, _ in labelled
    ]
    targets = np.array(
        [[label.stance == stance for stance in STANCES] for _, label, _ in labelled], np.float32
    )
    weights = np.array([weight for _, _, weight in labelled], dtype=np.float32)
    rows = space.rows(cases)
    return StanceModel(space, fit_margins(rows, targets, weights, strength=STRENGTH))
