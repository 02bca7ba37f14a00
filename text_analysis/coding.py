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
    if coder is None:
        from text_analysis.model_store import load_coder

        coder = load_coder()
    asked = [""] * len(texts) if questions is None else questions
    coded: list[CodedText] = []
    for first in range(0, len(texts), CHUNK):
        coded += _code_chunk(texts[first : first + CHUNK], asked[first : first + CHUNK], coder)
    return coded


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
