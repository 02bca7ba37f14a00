"""The theme coder: a model of segments, networks of clauses and of whole comments, and one that weighs them.

The first sees single clauses; the networks see clauses with a little of what stands around them, and what
clauses hide one by one. Their scores, and what the lexicon says, are weighed by a last, small model fitted on
comments the others had not seen; its score is calibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.language.hashing import unit_length
from text_analysis.linear import Floats, sigmoid
from text_analysis.network import Network, in_some_row
from text_analysis.records import Segment
from text_analysis.themes.embeddings import EmbeddingHead
from text_analysis.themes.features import FeatureSpace

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SLOPE: Final = 3.0  # a margin of 1 from a support vector machine is as sure as 0.95
CONTEXT: Final = np.float32(0.5)  # how much a network of clauses sees of the rest; 0.25 and 1 were worse
SPEAKS: Final = -1.0  # logit above which a theme counts as spoken of
EDGE: Final = 1e-4  # scores are kept this far from 0 and 1 before they are turned into logits


@dataclass(frozen=True)
class Opinions:
    """The models whose evidence is weighed.

    Attributes
    ----------
    space : turns segments into rows.
    segment_weights : (n_columns, n_themes), linear model of segments.
    clauses : network of segments in context.
    wholes : network of whole comments.
    """

    space: FeatureSpace
    segment_weights: Floats = field(repr=False)
    clauses: Network
    wholes: Network


@dataclass(frozen=True)
class Adaptation:
    """Remembered comments and how they pull others.

    Attributes
    ----------
    words : (n_remembered, n_hashed), rows of length 1.
    weights : (n_remembered, n_themes), logits added to a comment with the same words.
    """

    words: csr_matrix = field(repr=False)
    weights: Floats = field(repr=False)


@dataclass(frozen=True)
class ThemeModel(Opinions):
    """The theme coder.

    Attributes
    ----------
    blend : weights of `blend_inputs`, the same for every theme.
    offsets : one constant per theme.
    thresholds : lowest score that makes a label, per theme.
    lift : what sums of scores are multiplied by to give shares (`prevalence.lift`).
    spread : relative error of sums of scores between kinds of text, per theme.
    praise : share of each theme's labels that praise, 0–1.
    adaptation : what corrections of this organisation's comments change, if any.
    head : what a language model says, if one was trained with.
    """

    blend: Floats
    offsets: Floats
    thresholds: Floats
    lift: Floats
    spread: Floats
    praise: Floats
    adaptation: Adaptation | None = None
    head: EmbeddingHead | None = None


@dataclass(frozen=True)
class Evidence:
    """What the models say of some comments.

    Attributes
    ----------
    segments : (n_segments, n_themes), share of each segment that is about each theme.
    owner : the comment of each segment.
    clauses : (n_comments, n_themes), score that some segment, seen in context, is about each theme.
    wholes : (n_comments, n_themes), score of the whole comment.
    lexicon : (n_comments, 2 × n_themes), what the lexicon says for and against.
    """

    segments: Floats
    owner: NDArray[np.int64]
    clauses: Floats
    wholes: Floats
    lexicon: Floats


def weigh_evidence(opinions: Opinions, comments: Sequence[Sequence[Segment]]) -> Evidence:
    """Scores of segments and comments, before they are weighed together."""
    space = opinions.space
    sizes = [len(segments) for segments in comments]
    parts, hits = space.counts([segment.text for segments in comments for segment in segments])
    segment_rows = space.rows(parts, hits)
    members = membership(sizes)
    comment_rows = space.rows(members @ parts, members @ hits)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return Evidence(
        segments=sigmoid(SLOPE * (segment_rows @ opinions.segment_weights)),
        owner=owner,
        clauses=_in_context(opinions.clauses, segment_rows, comment_rows, owner),
        wholes=opinions.wholes.scores(opinions.wholes.project(comment_rows)),
        lexicon=space.sums(members @ hits),
    )


def _in_context(
    network: Network, segments: csr_matrix, comments: csr_matrix, owner: NDArray[np.int64]
) -> Floats:
    """Score that some segment of each comment is about each theme, seen with the rest of the comment."""
    projected = network.project(segments) + CONTEXT * network.project(comments)[owner]
    return in_some_row(network.scores(projected), owner, comments.shape[0])


def blend_inputs(evidence: Evidence) -> Floats:
    """What is weighed per comment and theme, shape (n_comments, n_themes, 9).

    Logits of: some segment is about the theme; the best segment; some segment in context; the whole comment.
    Then the lexicon for and against, the logarithm of the number of segments, the strongest other theme, and
    how many themes speak.
    """
    n, themes = evidence.wholes.shape
    best = np.zeros((n, themes), dtype=np.float32)
    np.maximum.at(best, evidence.owner, evidence.segments)
    some = _logit(in_some_row(evidence.segments, evidence.owner, n))
    clauses = _logit(evidence.clauses)
    sizes = np.log1p(np.bincount(evidence.owner, minlength=n)).astype(np.float32)
    speaking = (clauses > SPEAKS).sum(axis=1).astype(np.float32)
    inputs = [
        some,
        _logit(best),
        clauses,
        _logit(evidence.wholes),
        evidence.lexicon[:, :themes],
        evidence.lexicon[:, themes:],
        np.repeat(sizes[:, None], themes, axis=1),
        _strongest_other(clauses),
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


def joined(segments: Sequence[Segment]) -> str:
    """A comment as a language model reads it."""
    return " ".join(segment.text for segment in segments)


def comment_words(space: FeatureSpace, comments: Sequence[Sequence[Segment]]) -> csr_matrix:
    """The hashed words of each comment as a row of length 1."""
    parts, _ = space.counts([segment.text for segments in comments for segment in segments])
    return unit_length(membership([len(segments) for segments in comments]) @ parts)


def likeness(words: csr_matrix, others: csr_matrix) -> csr_matrix:
    """How alike comments are, 0–1: the squared cosine of their words.

    Squared, since any two comments share some "det är" and "hos oss": after a correction, 34 of 1,146 other
    comments were coded otherwise by the cosine itself, 3 by its square.
    """
    cosine = words @ others.T
    return cosine.multiply(cosine).tocsr()


def membership(sizes: Sequence[int]) -> csr_matrix:
    """Comment × segment, 1 where the segment belongs to the comment; multiplies segment counts into sums."""
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *sizes])
    total = int(ends[-1])
    return csr_matrix((np.ones(total, dtype=np.float32), np.arange(total), ends), shape=(len(sizes), total))


def _logit(shares: NDArray[np.floating]) -> Floats:
    inner = np.clip(shares, EDGE, 1 - EDGE)
    return np.asarray(np.log(inner / (1 - inner)), dtype=np.float32)
