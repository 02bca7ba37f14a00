"""A small neural network over sparse rows: words that do the same work come to share hidden units.

One hidden layer, stopped early. It errs on other comments than the linear models do, so they are better
together (docs/decisions/2026-11-22-coder.md).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.linear import Floats, sigmoid

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

HIDDEN: Final = 64
PASSES: Final = 4  # over the data; from the fifth on, held-out files got worse
INPUT_SCALE: Final = np.float32(2)  # rows of length about 1 are small beside the starting weights
_BATCH: Final = 200
_STEP: Final = 0.003


@dataclass(frozen=True)
class Network:
    """Weights of the network: columns → hidden units (rectified) → one score per class."""

    inner: Floats = field(repr=False)
    inner_bias: Floats = field(repr=False)
    outer: Floats = field(repr=False)
    outer_bias: Floats = field(repr=False)

    def scores(self, rows: csr_matrix) -> Floats:
        """Probability of each class, shape (n, n_classes)."""
        hidden = np.maximum(INPUT_SCALE * (rows @ self.inner) + self.inner_bias, 0)
        # Not `@`: a BLAS adds in an order that depends on the other rows and on the machine.
        return sigmoid(np.einsum("ij,jk->ik", hidden, self.outer) + self.outer_bias)


def fit_network(rows: csr_matrix, targets: Floats, *, seed: int) -> Network:
    """The network fitted to 0/1 targets (n, n_classes); columns seen fewer than four times get weight 0.

    One thread and a fixed seed, so that the same data gives the same weights.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    seen = np.flatnonzero(np.bincount(rows.indices, minlength=rows.shape[1]) >= 4)  # noqa: PLR2004  # said above
    machine = MLPClassifier(
        (HIDDEN,),
        alpha=1e-5,
        batch_size=_BATCH,
        learning_rate_init=_STEP,
        max_iter=PASSES,
        n_iter_no_change=PASSES,
        random_state=seed,
    )
    with warnings.catch_warnings(), threadpool_limits(limits=1):
        warnings.simplefilter("ignore", ConvergenceWarning)
        machine.fit(rows[:, seen] * INPUT_SCALE, targets)
    inner = np.zeros((rows.shape[1], HIDDEN), dtype=np.float32)
    inner[seen] = machine.coefs_[0]
    outer = [np.asarray(part, dtype=np.float32) for part in machine.coefs_[1:] + machine.intercepts_]
    return Network(inner, outer[1], outer[0], outer[2])
