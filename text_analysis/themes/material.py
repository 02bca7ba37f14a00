"""What the theme coder is trained on: coded comments, their evidence, and one-theme clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.gold import GoldText
from text_analysis.linear import Floats
from text_analysis.network import Bags
from text_analysis.records import Segment
from text_analysis.themes.features import FeatureSpace
from text_analysis.themes.model import CONTEXT, membership

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Cut = Callable[[str], Sequence[Segment]]

NONE_WEIGHT: Final = 0.5  # segments outside the evidence: some carry a theme the coder of the file left out


@dataclass(frozen=True)
class Samples:
    """Training texts of one model: themes 0/1 (n, n_themes), weight, source file, number of rows of each."""

    rows: csr_matrix
    themes: Floats
    weights: Floats
    sources: NDArray[np.str_]
    sizes: NDArray[np.int64]

    def kept(self, keep: NDArray[np.bool_]) -> Samples:
        """The texts where `keep` is true."""
        rows = self.rows[np.repeat(keep, self.sizes)]
        return Samples(rows, self.themes[keep], self.weights[keep], self.sources[keep], self.sizes[keep])

    def without(self, files: Sequence[str]) -> Samples:
        """The texts that come from other files."""
        return self.kept(~np.isin(self.sources, list(files)))

    def bags(self) -> Bags:
        """The texts as a network learns from them."""
        return Bags(self.rows, np.cumsum([0, *self.sizes]), self.themes)


@dataclass(frozen=True)
class Material:
    """What each kind of model is trained on.

    Attributes
    ----------
    segments : evidence spans, clauses and segments outside evidence.
    clauses : comments as the rows of their segments in context, evidence spans and clauses.
    wholes : comments as one row, evidence spans and clauses.
    """

    segments: Samples
    clauses: Samples
    wholes: Samples

    def without(self, files: Sequence[str]) -> Material:
        """What comes from other files."""
        return Material(self.segments.without(files), self.clauses.without(files), self.wholes.without(files))


def material_of(
    space: FeatureSpace, comments: Sequence[GoldText], phrases: Sequence[GoldText], cut: Cut
) -> Material:
    """The training texts of each kind of model; parameters as `fit.fit_themes`."""
    one = _samples(space, _spans(comments) + list(phrases))
    clauses, wholes = _comment_samples(space, comments, cut)
    return Material(
        segments=_join(one, _none_samples(space, comments, cut)),
        clauses=_join(clauses, one),
        wholes=_join(wholes, one),
    )


def themes_of(space: FeatureSpace, texts: Sequence[GoldText]) -> Floats:
    """Which themes each text has, 0/1, shape (n_texts, n_themes)."""
    rows = [[theme in text.themes for theme in space.themes] for text in texts]
    return np.array(rows, dtype=np.float32).reshape(len(texts), len(space.themes))


def _spans(comments: Sequence[GoldText]) -> list[GoldText]:
    """Each piece of evidence as a text of its own, with every theme it was given for."""
    spans = []
    for comment in comments:
        for start, end in dict.fromkeys((label.start, label.end) for label in comment.labels):
            labels = tuple(label for label in comment.labels if (label.start, label.end) == (start, end))
            spans.append(GoldText(comment.text[start:end], "", True, labels, comment.source))
    return spans


def _samples(space: FeatureSpace, texts: Sequence[GoldText], weight: float = 1.0) -> Samples:
    return Samples(
        rows=space.rows(*space.counts([text.text for text in texts])),
        themes=themes_of(space, texts),
        weights=np.full(len(texts), weight, dtype=np.float32),
        sources=np.array([text.source for text in texts]),
        sizes=np.ones(len(texts), dtype=np.int64),
    )


def _none_samples(space: FeatureSpace, comments: Sequence[GoldText], cut: Cut) -> Samples:
    """Segments of coded comments that no evidence touches."""
    outside = [
        GoldText(segment.text, "", True, (), comment.source)
        for comment in comments
        for segment in cut(comment.text)
        if all(min(segment.end, label.end) <= max(segment.start, label.start) for label in comment.labels)
    ]
    return _samples(space, outside, NONE_WEIGHT)


def _comment_samples(space: FeatureSpace, comments: Sequence[GoldText], cut: Cut) -> tuple[Samples, Samples]:
    """Comments as the rows of their segments, each with its comment's row added weakly, and as one row."""
    cuts = [cut(comment.text) for comment in comments]
    sizes = [len(segments) for segments in cuts]
    members = membership(sizes)
    parts, hits = space.counts([segment.text for segments in cuts for segment in segments])
    rows = space.rows(members @ parts, members @ hits)
    wholes = Samples(
        rows=rows,
        themes=themes_of(space, comments),
        weights=np.ones(len(comments), dtype=np.float32),
        sources=np.array([comment.source for comment in comments]),
        sizes=np.ones(len(comments), dtype=np.int64),
    )
    in_context = space.rows(parts, hits) + rows[np.repeat(np.arange(len(cuts)), sizes)] * CONTEXT
    return replace(wholes, rows=in_context.tocsr(), sizes=np.array(sizes)), wholes


def _join(first: Samples, second: Samples) -> Samples:
    from scipy.sparse import vstack

    return Samples(
        rows=vstack([first.rows, second.rows], format="csr"),
        themes=np.vstack([first.themes, second.themes]),
        weights=np.concatenate([first.weights, second.weights]),
        sources=np.concatenate([first.sources, second.sources]),
        sizes=np.concatenate([first.sizes, second.sizes]),
    )
