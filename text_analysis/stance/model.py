"""The stance of a theme in a comment, from its span, what surrounds it, and the question asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from text_analysis.linear import Floats
from text_analysis.records import STANCES, Stance
from text_analysis.stance.features import Case, StanceSpace


@dataclass(frozen=True)
class StanceModel:
    """Weights of the stance coder, (n_columns, 4), classes in the order of `records.STANCES`."""

    space: StanceSpace
    weights: Floats = field(repr=False)


def stances(model: StanceModel, cases: Sequence[Case]) -> list[Stance]:
    """One stance for each case, in the same order."""
    if not cases:
        return []
    scores = model.space.rows(cases) @ model.weights
    return [STANCES[best] for best in scores.argmax(axis=1)]
