"""The theme coder: a model of segments, networks for whole comments, and one that weighs them.

The first sees single clauses, the networks what clauses hide one by one. Their scores, and what the lexicon
says, are weighed by a last, small model fitted on comments the others had not seen; its score is calibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.language.hashing import unit_length
from text_analysis.language.question import QuestionKind
from text_analysis.linear import Floats, sigmoid
from text_analysis.network import Network
from text_analysis.records import Segment
from text_analysis.themes.embeddings import EmbeddingHead
from text_analysis.themes.features import FeatureSpace

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SLOPE: Final = 3.0  # a margin of 1 from a support vector machine is as sure as 0.95
SPEAKS: Final = -1.0  # logit above which a theme counts as spoken of
EDGE: Final = 1e-4  # scores are kept this far from 0 and 1 before they are turned into logits


@dataclass(frozen=True)
class Opinions:
    """The models whose evidence is weighed.

    Attributes
    ----------
    space : turns segments into rows.
    segment_weights : (n_columns, n_themes), linear model of segments.
    networks : models of whole comments that differ in their seed; their mean errs less than each.
    """

    space: FeatureSpace
    segment_weights: Floats = field(repr=False)
    networks: tuple[Network, ...]


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


def weigh_evidence(opinions: Opinions, comments: Sequence[Sequence[Segment]]) -> Evidence:
    """Scores of segments and comments, before they are weighed together."""
    space = opinions.space
    sizes = [len(segments) for segments in comments]
    parts, hits = space.counts([segment.text for segments in comments for segment in segments])
    segment_rows = space.rows(parts, hits)
    members = membership(sizes)
    comment_rows = space.rows(members @ parts, members @ hits)
    return Evidence(
        segments=sigmoid(SLOPE * (segment_rows @ opinions.segment_weights)),
        owner=np.repeat(np.arange(len(sizes)), sizes),
        comments=_mean([network.scores(comment_rows) for network in opinions.networks]),
        lexicon=space.sums(members @ hits),
    )


def blend_inputs(evidence: Evidence) -> Floats:
    """What is weighed per comment and theme, shape (n_comments, n_themes, 8).

    Logits of: some segment is about the theme; the best segment; the whole comment. Then the lexicon
    for and against, the logarithm of the number of segments, the strongest other theme, and how many
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


def judge(
    model: ThemeModel, comments: Sequence[Sequence[Segment]], kinds: Sequence[QuestionKind] | None = None
) -> tuple[Floats, Evidence]:
    """Logits of every comment and theme, question and corrections included, and their evidence."""
    evidence = weigh_evidence(model, comments)
    logits = blended_logits(model, evidence)
    if model.head is not None:
        logits = model.head.mixed(logits, [joined(segments) for segments in comments])
    if kinds is not None:
        logits += np.stack([_asked(model, kind) for kind in kinds])
    if model.adaptation is not None:
        alike = likeness(comment_words(model.space, comments), model.adaptation.words)
        logits += alike @ model.adaptation.weights
    return logits, evidence


def joined(segments: Sequence[Segment]) -> str:
    """A comment as a language model reads it."""
    return " ".join(segment.text for segment in segments)


def _asked(model: ThemeModel, kind: QuestionKind) -> Floats:
    """How much likelier each theme is as an answer to the question, in logits (Bayes).

    Asked what is good, people name what is praised: colleagues more than paperwork. How often each theme is
    praised is known from the training comments.
    """
    praised = model.praise if kind == "praise" else 1 - model.praise
    if kind == "open":
        return np.zeros_like(praised)
    return np.asarray(np.log(praised / praised.mean()), dtype=np.float32)


def _mean(scores: Sequence[Floats]) -> Floats:
    return np.asarray(np.mean(scores, axis=0), dtype=np.float32)


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
