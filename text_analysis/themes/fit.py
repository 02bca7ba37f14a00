"""Fitting the theme coder to coded comments, evidence spans and one-theme clauses.

The models are fitted on everything. How they are weighed together, and where a score becomes a label,
is fitted on scores of comments whose files the models had not seen (cross-fitting by file).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.gold import GoldText
from text_analysis.linear import Floats, fit_logistic, sigmoid
from text_analysis.themes.features import FeatureSpace
from text_analysis.themes.material import Cut, material_of, themes_of
from text_analysis.themes.model import Evidence, Opinions, ThemeModel, blend_inputs, weigh_evidence
from text_analysis.themes.opinions import fit_opinions
from text_analysis.themes.prevalence import lift_of, spread_between

N_FOLDS: Final = 4
# Files that tell how often a score is right: those that hold the themes about as often as one another, and
# two in the proportions of real surveys. The others dwell on what the coder was weak at, or set what is only
# hinted at, and would teach it that these themes are common: they train the models alone.
NATURAL: Final = ("kommunpuls", "regionenheter")  # these alone tell how common themes are; see THRESHOLD
ORDINARY: Final = (
    *("aldreomsorg", "bevara_forslag", "engelska", "granser", "implicit", "korta", "langa", "reflektion"),
    *("region", "skola", "socialtjanst", "talsprak", "teknik_admin", "vardag"),
    *NATURAL,
)
# Chosen on the open validation set, as NATURAL was among five choices; thresholds per theme gave nothing.
THRESHOLD: Final = 0.33


def fit_themes(
    space: FeatureSpace, comments: Sequence[GoldText], phrases: Sequence[GoldText], cut: Cut
) -> tuple[ThemeModel, Evidence]:
    """The theme coder, and the cross-fitted evidence of every training comment.

    Parameters
    ----------
    space : themes and lexicon.
    comments, phrases : coded comments and one-theme clauses.
    cut : cuts a text into segments.
    """
    files = sorted({comment.source for comment in comments})
    folds = [files[fold::N_FOLDS] for fold in range(N_FOLDS)]
    opinions = fit_opinions(space, material_of(space, comments, phrases, cut), [*folds, []])
    evidence = _cross_fitted(space, comments, cut, zip(folds, opinions, strict=False))
    (whole,) = opinions  # the last: what is shipped, fitted on every file
    truth = themes_of(space, comments)
    sources = np.array([comment.source for comment in comments])
    inputs, ordinary = blend_inputs(evidence), np.isin(sources, ORDINARY)
    blend, offsets = _fit_blend(inputs[ordinary], truth[ordinary])
    scores = sigmoid(inputs @ blend + offsets)
    lift, spread = lift_and_spread(scores, truth, sources)
    model = ThemeModel(
        space=space,
        segment_weights=whole.segment_weights,
        clauses=whole.clauses,
        wholes=whole.wholes,
        blend=blend,
        offsets=offsets,
        thresholds=np.full(len(space.themes), THRESHOLD, dtype=np.float32),
        lift=lift,
        praise=_praise(space, comments),
        spread=spread,
    )
    return model, evidence


def lift_and_spread(scores: Floats, truth: Floats, sources: NDArray[np.str_]) -> tuple[Floats, Floats]:
    """What makes shares of sums of scores, and how far these go astray between kinds of text.

    Parameters
    ----------
    scores, truth : cross-fitted score and 0/1, shape (n, n_themes).
    sources : the file of each comment.
    """
    natural, ordinary = np.isin(sources, NATURAL), np.isin(sources, ORDINARY)
    lift = lift_of(scores[natural], truth[natural])
    return lift, spread_between(scores[ordinary], truth[ordinary], sources[ordinary])


def _praise(space: FeatureSpace, comments: Sequence[GoldText]) -> Floats:
    """Share of each theme's labels that praise, pulled a little towards a third."""
    told = [(theme, text.stance_of(theme)) for text in comments for theme in text.themes]
    praised = [sum(one == theme and stance == "positiv" for one, stance in told) for theme in space.themes]
    total = [sum(one == theme for one, _ in told) for theme in space.themes]
    return (np.array(praised, dtype=np.float32) + 2) / (np.array(total, dtype=np.float32) + 6)


def _cross_fitted(
    space: FeatureSpace,
    comments: Sequence[GoldText],
    cut: Cut,
    folds: Iterable[tuple[Sequence[str], Opinions]],
) -> Evidence:
    """Evidence of each comment from models that saw no comment of its file.

    Parameters
    ----------
    space, comments, cut : as `fit_themes`.
    folds : files, and models fitted without them.
    """
    cuts = [cut(comment.text) for comment in comments]
    sizes = [len(segments) for segments in cuts]
    n, k = len(comments), len(space.themes)
    found = Evidence(
        segments=np.zeros((sum(sizes), k), dtype=np.float32),
        owner=np.repeat(np.arange(n), sizes),
        clauses=np.zeros((n, k), dtype=np.float32),
        wholes=np.zeros((n, k), dtype=np.float32),
        lexicon=np.zeros((n, 2 * k), dtype=np.float32),
    )
    for left_out, opinions in folds:
        unseen = np.array([comment.source in left_out for comment in comments])
        part = weigh_evidence(opinions, [cuts[number] for number in np.flatnonzero(unseen)])
        found.segments[unseen[found.owner]] = part.segments
        found.clauses[unseen] = part.clauses
        found.wholes[unseen] = part.wholes
        found.lexicon[unseen] = part.lexicon
    return found


def _fit_blend(inputs: Floats, themes: Floats) -> tuple[Floats, Floats]:
    """Weights of `blend_inputs`, shared by all themes, and one constant per theme."""
    from scipy.sparse import csr_matrix, hstack, identity, vstack

    n, k, width = inputs.shape
    shared = csr_matrix(inputs.reshape(n * k, width))
    own = vstack([identity(k, dtype=np.float32, format="csr")] * n)
    columns = hstack([shared, own], format="csr")
    weights = fit_logistic(columns, themes.ravel() > 0, strength=10.0)
    return weights[:width], weights[width:]
