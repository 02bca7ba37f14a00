"""The stance of a theme in a comment, from its span, what surrounds it, and the question asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from text_analysis.language.question import QuestionKind, question_kind
from text_analysis.language.words import split_words
from text_analysis.linear import Floats
from text_analysis.records import STANCES, Stance
from text_analysis.stance.features import Case, StanceSpace

LONGEST_BARE: Final = 40  # characters
MOST_BARE_WORDS: Final = 2
_BARE: Final[dict[QuestionKind, Stance | None]] = {
    "praise": "positiv",
    "fault": "negativ",
    "improvement": "forslag",
    "suggestion": "forslag",
    "open": None,
}


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
    told = [STANCES[best] for best in scores.argmax(axis=1)]
    return [_asked_for(model, case) or stance for case, stance in zip(cases, told, strict=True)]


def _asked_for(model: StanceModel, case: Case) -> Stance | None:
    """What the question makes of a bare noun: "lönen" is a wish where asked what to improve."""
    words = split_words(case.text).forms if len(case.text) <= LONGEST_BARE else ()
    if not words or len(words) > MOST_BARE_WORDS or model.space.lexicon.find(words):
        return None
    return _BARE[question_kind(case.question)]
