"""The theme coder: a model of segments, two of whole comments, and one that weighs the three.

The first sees single clauses, the others what clauses hide one by one. Their scores, and what the lexicon
says, are weighed by a last, small model fitted on comments the others had not seen; its score is calibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.linear import Floats, sigmoid
from text_analysis.network import Network
from text_analysis.records import Segment
from text_analysis.themes.features import FeatureSpace

SLOPE: Final = 3.0  # a margin of 1 from a support vector machine is as sure as 0.95
SPEAKS: Final = -1.0  # logit above which a theme counts as spoken of
EDGE: Final = 1e-4  # scores are kept this far from 0 and 1 before they are turned into logits


@dataclass(frozen=True)
class Opinions:
    """The three models whose evidence is weighed.

    Attributes
    ----------
    space : turns segments into rows.
    segment_weights : (n_columns, n_themes), linear model of segments.
    comment_weights : (n_columns, n_themes), linear model of whole comments.
    network : the second model of whole comments.
    """

    space: FeatureSpace
    segment_weights: Floats = field(repr=False)
    comment_weights: Floats = field(repr=False)
    network: Network


@dataclass(frozen=True)
class ThemeModel(Opinions):
    """The theme coder.

    Attributes
    ----------
    blend : weights of `blend_inputs`, the same for every theme.
    offsets : one constant per theme.
    thresholds : lowest score that makes a label, per theme.
    spread : relative error of sums of scores between kinds of text, per theme.
    """

    blend: Floats
    offsets: Floats
    thresholds: Floats
    spread: Floats


@dataclass(frozen=True)
class Evidence:
    """What the two models say of some comments.

    Attributes
    ----------
    segments : (n_segments, n_themes), share of each segment that is about each theme.
    owner : the comment of each segment.
    comments : (n_comments, n_themes), linear score of the whole comment.
    networks : (n_comments, n_themes), score of the network.
    lexicon : (n_comments, 2 × n_themes), what the lexicon says for and against.
    """

    segments: Floats
    owner: NDArray[np.int64]
    comments: Floats
    networks: Floats
    lexicon: Floats


def weigh_evidence(opinions: Opinions, comments: Sequence[Sequence[Segment]]) -> Evidence:
    """Scores of segments and comments, before they are weighed together."""
    from scipy.sparse import csr_matrix

    space = opinions.space
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
        segments=sigmoid(SLOPE * (segment_rows @ opinions.segment_weights)),
        owner=np.repeat(np.arange(len(sizes)), sizes),
        comments=sigmoid(SLOPE * (comment_rows @ opinions.comment_weights)),
        networks=opinions.network.scores(comment_rows),
        lexicon=space.sums(members @ hits),
    )


def blend_inputs(evidence: Evidence) -> Floats:
    """What is weighed per comment and theme, shape (n_comments, n_themes, 9).

    Logits of: some segment is about the theme; the best segment; the whole comment by both models. Then the
    lexicon for and against, the logarithm of the number of segments, the strongest other theme, and how many
    themes speak.
    """
    n, themes = evidence.comments.shape
    best = np.zeros((n, themes), dtype=np.float32)
    np.maximum.at(best, evidence.owner, evidence.segments)
    none = np.zeros((n, themes), dtype=np.float64)
    np.add.at(none, evidence.owner, np.log1p(-np.clip(evidence.segments, 0, 1 - EDGE)))
    some = _logit(1 - np.exp(none))
    sizes = np.log1p(np.bincount(evidence.owner, minlength=n)).astype(np.float32)
    speaking = (some > SPEAKS).sum(axis=1).astype(np.float32)
    inputs = [
        some,
        _logit(best),
        _logit(evidence.comments),
        _logit(evidence.networks),
        evidence.lexicon[:, :themes],
        evidence.lexicon[:, themes:],
        np.repeat(sizes[:, None], themes, axis=1),
        _strongest_other(some),
        np.repeat(speaking[:, None], themes, axis=1),
    ]
    return np.stack(inputs, axis=2).astype(np.float32)


def _strongest_other(scores: Floats) -> Floats:
    """For each theme the highest score among the others."""
    ordered = np.sort(scores, axis=1)
    return np.where(scores == ordered[:, -1:], ordered[:, -2:-1], ordered[:, -1:])


def blended_logits(model: ThemeModel, evidence: Evidence) -> Floats:
    """How sure the coder is of each comment and theme, in logits."""
    return np.asarray(blend_inputs(evidence) @ model.blend + model.offsets, dtype=np.float32)


def blended_scores(model: ThemeModel, evidence: Evidence) -> Floats:
    """Calibrated score per comment and theme, 0–1."""
    return sigmoid(blended_logits(model, evidence))


def _logit(shares: NDArray[np.floating]) -> Floats:
    inner = np.clip(shares, EDGE, 1 - EDGE)
    return np.asarray(np.log(inner / (1 - inner)), dtype=np.float32)
