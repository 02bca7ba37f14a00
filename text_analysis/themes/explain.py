"""Why a comment got a theme: how much surer each word makes the coder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from text_analysis.language.words import split_words
from text_analysis.records import Segment
from text_analysis.themes.judge import judge
from text_analysis.themes.model import ThemeModel

MOST_WORDS: Final = 60  # words tried; a longer segment is explained by its beginning
MOST_SEGMENTS: Final = 30  # scored beside each word taken away; a longer comment is explained by its part
_LEAST: Final = 0.05  # logits; less is noise


def explain_theme(
    model: ThemeModel, segments: Sequence[Segment], theme: str, span: tuple[int, int], *, n: int = 5
) -> tuple[tuple[str, float], ...]:
    """The words of the span without which the theme would have been least sure, heaviest first.

    Each word is taken away in turn and the comment scored again, so what is shown is what the whole coder
    does, not one of its parts.

    Parameters
    ----------
    model : the trained coder.
    segments : the comment's segments.
    theme : the theme to explain.
    span : start and end of the label in the text.
    n : most words given.

    Returns
    -------
    Pairs of word and weight, the fall of the score in logits when the word is gone.
    """
    segments = _nearest(segments, span)
    chosen = [number for number, seg in enumerate(segments) if seg.start < span[1] and span[0] < seg.end]
    variants: list[list[Segment]] = [list(segments)]
    words: list[str] = []
    for number in chosen:
        segment = segments[number]
        found = split_words(segment.text)
        for start, end in list(zip(found.starts, found.ends, strict=True))[: MOST_WORDS - len(words)]:
            less = segment.text[:start] + " " + segment.text[end:]
            altered = Segment(segment.start, segment.end, less)
            variants.append([*segments[:number], altered, *segments[number + 1 :]])
            words.append(segment.text[start:end])
    place = model.space.themes.index(theme)
    scores = judge(model, variants)[0][:, place]
    falls = scores[0] - scores[1:]
    order = np.argsort(-falls, kind="stable")[:n]
    return tuple((words[i], round(float(falls[i]), 3)) for i in order if falls[i] > _LEAST)


def _nearest(segments: Sequence[Segment], span: tuple[int, int]) -> Sequence[Segment]:
    """The segments from the span on, and those right before it, at most `MOST_SEGMENTS`."""
    before = sum(segment.end <= span[0] for segment in segments)
    first = max(0, min(before - MOST_SEGMENTS // 2, len(segments) - MOST_SEGMENTS))
    return segments[first : first + MOST_SEGMENTS]
