"""The order of the coding steps: clean, segment, themes, stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.clean import clean
from text_analysis.language.question import question_kind
from text_analysis.records import Assignment, Cleaned, Label, Segment, Stance
from text_analysis.segment import segments

if TYPE_CHECKING:
    from text_analysis.model_store import Coder
    from text_analysis.themes import Question, ShareEstimate

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
    return code_and_score(texts, questions, coder=coder)[0]


def code_and_score(
    texts: Sequence[str], questions: Sequence[str] | None = None, *, coder: Coder | None = None
) -> tuple[list[CodedText], NDArray[np.float32]]:
    """What `code_texts` and `theme_scores` say, for the work of one."""
    coder = coder or _shipped()
    coded: list[CodedText] = []
    scores = [np.zeros((0, len(coder.themes.space.themes)), dtype=np.float32)]
    for piece in _pieces(texts, questions):
        found, scored = _code_chunk(*piece, coder)
        coded += found
        scores.append(scored)
    return coded, np.concatenate(scores)


def theme_shares(
    texts: Sequence[str], questions: Sequence[str] | None = None, *, coder: Coder | None = None
) -> tuple[ShareEstimate, ...]:
    """Share of the texts with content that have each theme, corrected for the coder's errors.

    The intervals hold sampling and coding error; counts of labels do not (`themes.prevalence`).
    Parameters as `code_texts`.
    """
    from text_analysis.themes import corrected_shares

    model = (coder or _shipped()).themes
    kept = np.array([answer.content for answer in clean(texts)], dtype=bool)
    scores = theme_scores(texts, questions, coder=coder)[kept]
    return corrected_shares(model.space.themes, scores, model.lift, model.spread)


def theme_scores(
    texts: Sequence[str], questions: Sequence[str] | None = None, *, coder: Coder | None = None
) -> NDArray[np.float32]:
    """Calibrated score of every theme of the codebook in each text, shape (n_texts, n_themes).

    0 for texts without content. Parameters as `code_texts`.
    """
    from text_analysis.themes import score_comments

    model = (coder or _shipped()).themes
    parts = [np.zeros((0, len(model.space.themes)), dtype=np.float32)]
    for piece in _pieces(texts, questions):
        cuts, asked = _cut(*piece)[1:]
        parts.append(score_comments(model, cuts, asked))
    return np.concatenate(parts)


def explain(text: str, label: Label, *, coder: Coder | None = None) -> tuple[tuple[str, float], ...]:
    """The words of a label's span that weighed most for its theme, with weight in logits, heaviest first."""
    from text_analysis.themes import explain_theme

    model = (coder or _shipped()).themes
    return explain_theme(model, segments(text), label.theme, (label.start, label.end))


def stance_of(
    text: str, question: str, theme: str, span: tuple[int, int], *, coder: Coder | None = None
) -> Stance:
    """Stance of a theme at a span of a text, also of a theme that the coder does not know."""
    from text_analysis.stance import Case, stances

    (stance,) = stances((coder or _shipped()).stance, [Case(text, question, theme, *span)])
    return stance


def learn(corrections: Sequence[tuple[str, str, bool]], *, coder: Coder | None = None) -> Coder:
    """The coder as it codes after a person's corrections; without any, the coder as shipped.

    Parameters
    ----------
    corrections : text, theme, and whether the text has the theme; all that are to hold, in any order.
    coder : the coder to start from; the one in models/ if not given.
    """
    from text_analysis.themes import Correction, adapt

    coder = coder or _shipped()
    told = [Correction(segments(text), theme, present) for text, theme, present in corrections]
    return replace(coder, themes=adapt(coder.themes, told))


def _shipped() -> Coder:
    from text_analysis.model_store import load_coder

    return load_coder()


def _pieces(
    texts: Sequence[str], questions: Sequence[str] | None
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The texts and their questions, so many at a time that memory stays flat."""
    asked = [""] * len(texts) if questions is None else questions
    for first in range(0, len(texts), CHUNK):
        yield texts[first : first + CHUNK], asked[first : first + CHUNK]


def _code_chunk(
    texts: Sequence[str], questions: Sequence[str], coder: Coder
) -> tuple[list[CodedText], NDArray[np.float32]]:
    from text_analysis.stance import Case, stances
    from text_analysis.themes import assign

    cleaned, cuts, asked = _cut(texts, questions)
    assigned, scores = assign(coder.themes, cuts, asked)
    cases = [
        Case(text, question, found.theme, found.start, found.end)
        for text, question, themes in zip(texts, questions, assigned, strict=True)
        for found in themes
    ]
    told = iter(stances(coder.stance, cases))
    coded = [
        CodedText(kept, tuple(_label(found, next(told)) for found in themes))
        for kept, themes in zip(cleaned, assigned, strict=True)
    ]
    return coded, scores


def _label(found: Assignment, stance: Stance) -> Label:
    return Label(found.theme, stance, found.score, found.start, found.end)


def _cut(
    texts: Sequence[str], questions: Sequence[str]
) -> tuple[list[Cleaned], list[tuple[Segment, ...]], list[Question]]:
    """Content and language, segments (none without content) and question of each text."""
    from text_analysis.themes import Question

    cleaned = clean(texts)
    cuts = [segments(text) if kept.content else () for text, kept in zip(texts, cleaned, strict=True)]
    asked = {wording: Question(question_kind(wording), segments(wording)) for wording in set(questions)}
    return cleaned, cuts, [asked[wording] for wording in questions]
