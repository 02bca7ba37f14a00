"""The order of the coding steps: clean, segment, themes, stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from text_analysis.clean import clean
from text_analysis.records import Assignment, Cleaned, Label, Stance
from text_analysis.segment import segments

if TYPE_CHECKING:
    from text_analysis.model_store import Coder
    from text_analysis.themes import ShareEstimate

CHUNK: Final = 2000  # texts coded at a time, so that memory does not grow with their number


@dataclass(frozen=True, slots=True)
class CodedText:
    """What coding says of a text; labels in order of start, at most one a theme."""

    cleaned: Cleaned
    labels: tuple[Label, ...]


def code_texts(
    texts: Sequence[str], questions: Sequence[str] | None = None, *, coder: Coder | None = None
) -> list[CodedText]:
    """Language, content, themes and stances of each text, in the same order.

    Parameters
    ----------
    texts : comments; spans point into these very strings.
    questions : wording of the question each answers, or empty; none if not given.
    coder : the trained model; the one in models/ if not given.
    """
    coder = coder or _shipped()
    asked = [""] * len(texts) if questions is None else questions
    coded: list[CodedText] = []
    for first in range(0, len(texts), CHUNK):
        coded += _code_chunk(texts[first : first + CHUNK], asked[first : first + CHUNK], coder)
    return coded


def theme_shares(texts: Sequence[str], *, coder: Coder | None = None) -> tuple[ShareEstimate, ...]:
    """Share of the texts with content that have each theme, corrected for the coder's errors.

    The intervals hold sampling and coding error; counts of labels do not (`themes.prevalence`).
    """
    import numpy as np

    from text_analysis.themes import corrected_shares, score_comments

    coder = coder or _shipped()
    told = [text for text, kept in zip(texts, clean(texts), strict=True) if kept.content]
    parts = [
        score_comments(coder.themes, [segments(text) for text in told[first : first + CHUNK]])
        for first in range(0, len(told), CHUNK)
    ]
    if not parts:
        return ()
    return corrected_shares(coder.themes.space.themes, np.concatenate(parts), coder.themes.spread)


def explain(text: str, label: Label, *, coder: Coder | None = None) -> tuple[tuple[str, float], ...]:
    """The words of a label's span that weighed most for its theme, with weight in logits, heaviest first."""
    from text_analysis.themes import explain_theme

    model = (coder or _shipped()).themes
    return explain_theme(model, segments(text), label.theme, (label.start, label.end))


def _shipped() -> Coder:
    from text_analysis.model_store import load_coder

    return load_coder()


def _code_chunk(texts: Sequence[str], questions: Sequence[str], coder: Coder) -> list[CodedText]:
    from text_analysis.stance import Case, stances
    from text_analysis.themes import assign

    cleaned = clean(texts)
    cuts = [segments(text) if kept.content else () for text, kept in zip(texts, cleaned, strict=True)]
    assigned = assign(coder.themes, cuts)
    cases = [
        Case(text, question, found.theme, found.start, found.end)
        for text, question, themes in zip(texts, questions, assigned, strict=True)
        for found in themes
    ]
    told = iter(stances(coder.stance, cases))
    return [
        CodedText(kept, tuple(_label(found, next(told)) for found in themes))
        for kept, themes in zip(cleaned, assigned, strict=True)
    ]


def _label(found: Assignment, stance: Stance) -> Label:
    return Label(found.theme, stance, found.score, found.start, found.end)
