"""The theme coder: a model of segments, a model of whole comments, and one that weighs the two.

The first sees single clauses, the second what they hide one by one. Both scores, and what the lexicon says,
are weighed by a third, small model fitted on comments the first two had not seen; its score is calibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.linear import Floats, sigmoid
from text_analysis.records import Segment
from text_analysis.themes.features import FeatureSpace

SLOPE: Final = 3.0  # a margin of 1 from a support vector machine is as sure as 0.95
EDGE: Final = 1e-4  # scores are kept this far from 0 and 1 before they are turned into logits


@dataclass(frozen=True)
class ThemeModel:
    """Weights of the theme coder.

    Attributes
    ----------
    space : turns segments into rows.
    segment_weights : (n_columns, n_themes).
    comment_weights : (n_columns, n_themes).
    blend : weights of `blend_inputs`, the same for every theme.
    offsets : one constant per theme.
    thresholds : lowest score that makes a label, per theme.
    """

    space: FeatureSpace
    segment_weights: Floats = field(repr=False)
    comment_weights: Floats = field(repr=False)
    blend: Floats
    offsets: Floats
    thresholds: Floats


@dataclass(frozen=True)
class Evidence:
    """What the two models say of some comments.

    Attributes
    ----------
    segments : (n_segments, n_themes), share of each segment that is about each theme.
    owner : the comment of each segment.
    comments : (n_comments, n_themes), score of the whole comment.
    lexicon : (n_comments, 2 × n_themes), what the lexicon says for and against.
    """

    segments: Floats
    owner: NDArray[np.int64]
    comments: Floats
    lexicon: Floats


def weigh_evidence(
    space: FeatureSpace,
    segment_weights: Floats,
    comment_weights: Floats,
    comments: Sequence[Sequence[Segment]],
) -> Evidence:
    """Scores of segments and comments, before they are weighed together."""
    from scipy.sparse import csr_matrix

    sizes = np.array([len(segments) for segments in comments], dtype=np.int64)
    parts, hits = space.counts([segment.text for segments in comments for segment in segments])
    segment_rows = space.rows(parts, hits)
    ends = np.concatenate([[0], np.cumsum(sizes)])
    total = int(ends[-1])
    members = csr_matrix(
        (np.ones(total, dtype=np.float32), np.arange(total), ends), shape=(len(sizes), total)
    )
    comment_rows = space.rows(members @ parts, members @ hits)
    return Evidence(
        segments=sigmoid(SLOPE * (segment_rows @ segment_weights)),
        owner=np.repeat(np.arange(len(sizes)), sizes),
        comments=sigmoid(SLOPE * (comment_rows @ comment_weights)),
        lexicon=space.sums(members @ hits),
    )


def blend_inputs(evidence: Evidence) -> Floats:
    """What is weighed per comment and theme, shape (n_comments, n_themes, 6).

    Logits of: some segment is about the theme; the best segment; the whole comment. Then the lexicon for
    and against, and the logarithm of the number of segments.
    """
    n, themes = evidence.comments.shape
    best = np.zeros((n, themes), dtype=np.float32)
    np.maximum.at(best, evidence.owner, evidence.segments)
    none = np.zeros((n, themes), dtype=np.float64)
    np.add.at(none, evidence.owner, np.log1p(-np.clip(evidence.segments, 0, 1 - EDGE)))
    sizes = np.log1p(np.bincount(evidence.owner, minlength=n)).astype(np.float32)
    inputs = [
        _logit(1 - np.exp(none)),
        _logit(best),
        _logit(evidence.comments),
        evidence.lexicon[:, :themes],
        evidence.lexicon[:, themes:],
        np.repeat(sizes[:, None], themes, axis=1),
    ]
    return np.stack(inputs, axis=2).astype(np.float32)


def blended_scores(model: ThemeModel, evidence: Evidence) -> Floats:
    """Calibrated score per comment and theme, 0–1."""
    return sigmoid(blend_inputs(evidence) @ model.blend + model.offsets)


def _logit(shares: NDArray[np.floating]) -> Floats:
    inner = np.clip(shares, EDGE, 1 - EDGE)
    return np.asarray(np.log(inner / (1 - inner)), dtype=np.float32)
