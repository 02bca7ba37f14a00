"""From coded comments to topics: what the coder found and left is cut, scored and handed to discover."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover import DiscoveryLimits, DiscoverySegment, KnownThemes, Topics, discover
from text_analysis.records import Segment
from text_analysis.segment import segments, sentences
from text_analysis.sub_themes import load_sub_themes

if TYPE_CHECKING:
    from text_analysis.coding import CodedText
    from text_analysis.model_store import Coder

CHUNK: Final = 4000  # segments scored at a time, so that memory does not grow with their number
EDGE: Final = 1e-4  # scores are kept this far from 0 and 1 before they become log-odds
LEAST_WORDS: Final = 2  # "se ovan" left over beside a theme says nothing


@dataclass(frozen=True, slots=True)
class CodedComment:
    """A masked comment with what the coder said of it."""

    id: str
    respondent_id: str
    text: str = field(repr=False)
    coded: CodedText


def discover_comments(
    comments: Sequence[CodedComment],
    *,
    coder: Coder,
    limits: DiscoveryLimits | None = None,
    previous: Topics | None = None,
    forbidden: frozenset[str] = frozenset(),
    without: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> Topics:
    """The topics of coded comments; comments without content are left out.

    Parameters
    ----------
    comments : masked comments with their labels.
    coder : scores the segments.
    limits, previous, forbidden : see `discover`.
    without : themes the organisation has retired from its codebook; their comments are free to come back
        as candidates.
    names : the themes' names for people.
    """
    kept = [piece for comment in comments for piece in pieces(comment, without)]
    themes = tuple(theme for theme in coder.themes.space.themes if theme not in without)
    columns = [number for number, theme in enumerate(coder.themes.space.themes) if theme in themes]
    vectors = theme_log_odds([piece.text for piece in kept], coder)[:, columns]
    return discover(
        kept,
        vectors,
        themes=themes,
        limits=limits or DiscoveryLimits(),
        previous=previous,
        forbidden=forbidden,
        known=KnownThemes(names or {}, load_sub_themes()),
    )


def pieces(comment: CodedComment, without: Collection[str] = ()) -> Iterator[DiscoverySegment]:
    """The spans that carry a theme, and what is left of each sentence beside them."""
    if not comment.coded.cleaned.content:
        return
    labels = [label for label in comment.coded.labels if label.theme not in without]
    taken = [(label.start, label.end) for label in labels]
    for label in labels:
        yield _piece(comment, label.start, label.end, label.theme)
    for start, end in _left(comment.text, taken):
        if len(comment.text[start:end].split()) >= LEAST_WORDS or not taken:
            yield _piece(comment, start, end, "")


def theme_log_odds(texts: Sequence[str], coder: Coder) -> NDArray[np.float32]:
    """Log-odds of each theme for each text, by the coder's calibrated score, shape (n_texts, n_themes)."""
    from text_analysis.themes import score_comments

    found = [np.empty((0, len(coder.themes.space.themes)), dtype=np.float32)]
    for first in range(0, len(texts), CHUNK):
        cut = [[Segment(0, len(text), text)] for text in texts[first : first + CHUNK]]
        found.append(score_comments(coder.themes, cut))
    scores = np.clip(np.concatenate(found), EDGE, 1 - EDGE)
    return np.asarray(np.log(scores / (1 - scores)), dtype=np.float32)


def _left(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of each sentence: runs of clauses that no label points at."""
    clauses = segments(text)
    for first, last in sentences(text):
        inside = [clause for clause in clauses if first <= clause.start < last]
        for free, run in groupby(inside, key=lambda clause: not _touches(clause, taken)):
            if free:
                found = list(run)
                yield found[0].start, found[-1].end


def _touches(clause: Segment, taken: Sequence[tuple[int, int]]) -> bool:
    return any(min(clause.end, end) > max(clause.start, start) for start, end in taken)


def _piece(comment: CodedComment, start: int, end: int, theme: str) -> DiscoverySegment:
    return DiscoverySegment(comment.id, comment.respondent_id, comment.text[start:end], theme, start, end)
