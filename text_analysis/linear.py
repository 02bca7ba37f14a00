"""Linear models over sparse rows: fitting them, and keeping their weights small in a file."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float32]

_PASSES: Final = 20  # over the data; more changed no held-out figure
_SEED: Final = 20261122


def sigmoid(scores: Floats) -> Floats:
    """Each value as a probability of its own."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)


def bucket_rows(found: Sequence[Collection[int]], n_buckets: int) -> csr_matrix:
    """Rows of ones where a feature was found, shape (n, n_buckets)."""
    from scipy.sparse import csr_matrix

    buckets = [bucket for row in found for bucket in sorted(row)]
    ends = np.cumsum([0, *map(len, found)])
    return csr_matrix((np.ones(len(buckets)), buckets, ends), shape=(len(found), n_buckets))


def fit_margins(rows: csr_matrix, targets: Floats, weights: Floats, *, strength: float) -> Floats:
    """Weights (n_columns, n_classes) of one linear support vector machine (squared hinge) per class.

    Dual coordinate descent fits them three to five times faster than a logistic regression by L-BFGS, with
    the same F1 on held-out files (docs/decisions/2026-11-22-coder.md).

    Parameters
    ----------
    rows : features with their own constant column, shape (n, n_columns).
    targets : 0/1, shape (n, n_classes); a class nobody has gets weights 0.
    weights : how much each row counts.
    strength : inverse of the L2 penalty, as C in scikit-learn.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.svm import LinearSVC

    exact = rows.astype(np.float64)
    found = np.zeros((rows.shape[1], targets.shape[1]), dtype=np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        for number, target in enumerate(targets.T):
            if 0 < target.sum() < len(target):
                machine = LinearSVC(C=strength, fit_intercept=False, max_iter=_PASSES, random_state=_SEED)
                machine.fit(exact, target, sample_weight=weights)
                found[:, number] = machine.coef_[0]
    return found


def fit_logistic(rows: csr_matrix, targets: NDArray[np.bool_], *, strength: float) -> Floats:
    """Weights of a logistic regression with few columns, one of them constant."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=1000)
    return np.asarray(model.fit(rows, targets).coef_[0], dtype=np.float32)


def quantise(weights: Floats, steps: int = 127) -> tuple[NDArray[np.int8], Floats]:
    """Weights as whole numbers −steps..steps and one scale per class: a quarter of the size, packed less."""
    scale = np.abs(weights).max(axis=0) / steps
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.rint(weights / scale).astype(np.int8), scale


def restore(stored: NDArray[np.int8], scale: Floats) -> Floats:
    """The weights `quantise` stored, each within half a step."""
    return np.multiply(stored, scale, dtype=np.float32)
