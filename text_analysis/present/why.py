"""What made the coder set a label, in words: how sure it would be without each word, and the lexicon."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from text_analysis.present.numbers import percent

SUREST: Final = 0.9999  # a score that was rounded to 1 has no logit


def sure_without(score: float, weight: float) -> float:
    """The calibrated score (0–1) of a label without a word that weighs this much (in logits).

    >>> round(sure_without(0.9, 2.2), 2)
    0.5
    """
    sure = min(score, SUREST)
    return 1 / (1 + math.exp(weight - math.log(sure / (1 - sure))))


def words_told(words: Sequence[tuple[str, float]], score: float) -> str:
    r"""The words of a label, each with how sure the coder would be without it; the weightiest first.

    >>> words_told([("Lönen", 10.4), ("låg", 0.7)], score=0.9985)
    'Lönen 2\xa0%, låg 100\xa0%'
    """
    return ", ".join(f"{word} {percent(sure_without(score, weight), 0)}" for word, weight in words)
