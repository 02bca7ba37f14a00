"""Learning from the user: corrections pull comments like the corrected ones, and leave the others alone.

Each corrected comment is remembered. What it should have scored less what it did is spread to other comments
by how alike their words are (kernel ridge regression on the coder's residuals), so a correction is learnt in
milliseconds, nothing is forgotten, and taking the correction away takes its effect away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from text_analysis.linear import Floats
from text_analysis.records import Segment
from text_analysis.themes.judge import judge
from text_analysis.themes.model import Adaptation, ThemeModel, comment_words, likeness

SURE: Final = 2.0  # logits a corrected theme gets, at least: a score of 0.88, or 0.12 where it was wrong
RIDGE: Final = 0.1  # lets two contradicting corrections of like comments meet halfway


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word that a comment has a theme, or has it not; the comment is given as its segments."""

    segments: tuple[Segment, ...] = field(repr=False)
    theme: str
    present: bool


def adapt(model: ThemeModel, corrections: Sequence[Correction]) -> ThemeModel:
    """The coder as it codes after the corrections; the same corrections in any order give the same coder.

    Corrections to a model already adapted replace the earlier ones, so give all that are to hold.
    """
    plain = replace(model, adaptation=None)
    comments = sorted({c.segments for c in corrections}, key=lambda segments: [s.text for s in segments])
    if not comments:
        return plain
    logits, _ = judge(plain, comments)
    wanted = _residuals(logits, comments, corrections, model.space.themes)
    words = comment_words(model.space, comments)
    alike = likeness(words, words).toarray()
    weights = np.linalg.solve(alike + RIDGE * np.eye(len(comments)), wanted)
    return replace(plain, adaptation=Adaptation(words, weights.astype(np.float32)))


def _residuals(
    logits: Floats,
    comments: Sequence[tuple[Segment, ...]],
    corrections: Sequence[Correction],
    themes: Sequence[str],
) -> Floats:
    """How much each corrected score must change, 0 where the coder already agrees."""
    place = {comment: number for number, comment in enumerate(comments)}
    change = np.zeros_like(logits)
    for correction in corrections:
        row, column = place[correction.segments], themes.index(correction.theme)
        now = logits[row, column]
        wanted = max(now, SURE) if correction.present else min(now, -SURE)
        change[row, column] = (wanted - now) * (1 + RIDGE)
    return change
