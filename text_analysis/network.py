"""A small neural network over sparse rows in bags: words that do the same work come to share hidden units.

A bag is a text and its rows are the text's clauses. A bag has a class if one of its rows has it, so the
network learns from labels of whole texts which clause carries which (multiple-instance learning with
noisy-or: Maron and Lozano-Pérez 1998). It errs on other comments than the linear model does, so they are
better together (docs/decisions/2026-11-22-coder.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.linear import Floats, sigmoid

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

HIDDEN: Final = 192
PASSES: Final = 4  # over the data; six were worse on unseen files, three no better
INPUT_SCALE: Final = np.float32(2)  # rows of length about 1 are small beside the starting weights
LEAST_SEEN: Final = 20  # rows a column must be in; rarer ones gave nothing and fill the file
_BATCH: Final = 200
_STEP: Final = 0.05  # falls evenly to a tenth of it
_START: Final = 0.03  # spread of the starting weights
_RARE: Final = -3.0  # starting logit of a class
_EDGE: Final = 1e-4
_BLOCK: Final = 256  # rows that fit in the processor's cache together


@dataclass(frozen=True)
class Network:
    """Weights of the network: columns → hidden units (rectified) → one score per class.

    Attributes
    ----------
    places : row of `inner` of each column, 0 for columns it does not know (`places_of`).
    inner : weights of each column it knows after a row of zeros, shape (n_known + 1, HIDDEN).
    inner_bias, outer, outer_bias : of the hidden units, and from them to the classes.
    """

    places: NDArray[np.int32] = field(repr=False)
    inner: Floats = field(repr=False)
    inner_bias: Floats = field(repr=False)
    outer: Floats = field(repr=False)
    outer_bias: Floats = field(repr=False)

    def project(self, rows: csr_matrix) -> Floats:
        """What rows give the hidden units, shape (n, HIDDEN); sums of rows give sums of this."""
        known = _over_places(rows, self.places, len(self.inner))
        return np.asarray(INPUT_SCALE * (known @ self.inner), dtype=np.float32)

    def scores(self, projected: Floats) -> Floats:
        """Probability of each class, shape (n, n_classes)."""
        hidden = np.maximum(projected + self.inner_bias, 0)
        # Not `@`: a BLAS adds in an order that depends on the other rows and on the machine.
        return sigmoid(np.einsum("ij,jk->ik", hidden, self.outer) + self.outer_bias)


@dataclass(frozen=True)
class Bags:
    """Rows in bags, and the 0/1 classes of each bag, shape (n_bags, n_classes).

    Bag number b has the rows from `starts[b]` up to `starts[b + 1]`, at least one.
    """

    rows: csr_matrix
    starts: NDArray[np.int64]
    targets: Floats


def places_of(known: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Place of each known column among them, from 1, and 0 for the others.

    Half of the hashed columns are never used; weights for these alone would fill twice the memory.

    >>> places_of(np.array([False, True, True, False])).tolist()
    [0, 1, 2, 0]
    """
    return np.where(known, np.cumsum(known), 0).astype(np.int32)


def _over_places(rows: csr_matrix, places: NDArray[np.int32], n: int) -> csr_matrix:
    """The rows with places for columns."""
    from scipy.sparse import csr_matrix

    return csr_matrix((rows.data, places[rows.indices], rows.indptr), shape=(rows.shape[0], n))


def in_some_row(scores: Floats, owner: NDArray[np.int64], n: int) -> Floats:
    """Probability that some row of each of n bags has each class (noisy-or); 0 for a bag without rows.

    The bag of each row, `owner`, is in rising order.
    """
    from scipy.sparse import csr_matrix

    ends = np.searchsorted(owner, np.arange(n + 1))
    sums = csr_matrix((np.ones(len(owner)), np.arange(len(owner)), ends), shape=(n, len(owner)))
    none = sums @ np.log1p(-np.clip(scores, 0, 1 - _EDGE))
    return np.asarray(1 - np.exp(none), dtype=np.float32)


def fit_network(bags: Bags, *, seed: int) -> Network:
    """The network fitted to the bags by stochastic gradient descent with a step per weight (Adagrad).

    One thread and a fixed seed, so that the same data gives the same weights. Columns seen too seldom get
    weight 0.
    """
    from threadpoolctl import threadpool_limits

    places = places_of(np.bincount(bags.rows.indices, minlength=bags.rows.shape[1]) >= LEAST_SEEN)
    rows = _over_places(bags.rows.copy(), places, int(places.max()) + 1)
    rows.data *= INPUT_SCALE * (rows.indices > 0)
    rows.eliminate_zeros()
    random = np.random.default_rng(seed)
    learner = _Learner(rows.shape[1], bags.targets.shape[1], random)
    n = len(bags.targets)
    n_steps, step = PASSES * -(-n // _BATCH), 0
    with threadpool_limits(limits=1):
        for _ in range(PASSES):
            order = random.permutation(n)
            for first in range(0, n, _BATCH):
                chosen = _chosen(bags, order[first : first + _BATCH])
                learner.learn(rows[chosen[0]], *chosen[1:], size=_STEP * (1 - 0.9 * step / n_steps))
                step += 1
    return learner.network(places)


def _chosen(bags: Bags, batch: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Row numbers of the bags of a batch, the place in the batch each row belongs to, and the targets."""
    sizes = (bags.starts[1:] - bags.starts[:-1])[batch]
    owner = np.repeat(np.arange(len(batch)), sizes)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return bags.starts[batch][owner] + within, owner, bags.targets[batch]


class _Learner:
    """Weights on their way, and the sum of squared gradients of each.

    Only the columns of a batch are touched, which makes a step some ten times cheaper than with an optimiser
    that moves every weight.
    """

    def __init__(self, n_rows: int, n_classes: int, random: np.random.Generator) -> None:
        self._inner = random.standard_normal((n_rows, HIDDEN), dtype=np.float32) * np.float32(_START)
        self._inner[0] = 0
        outer = random.standard_normal((HIDDEN, n_classes), dtype=np.float32) / np.sqrt(np.float32(HIDDEN))
        self._rest = [np.zeros(HIDDEN, np.float32), outer, np.full(n_classes, _RARE, np.float32)]
        self._inner_squares = np.full_like(self._inner, 1e-3)
        self._rest_squares = [np.full_like(part, 1e-3) for part in self._rest]

    def learn(self, rows: csr_matrix, owner: NDArray[np.int64], targets: Floats, *, size: float) -> None:
        """One step along the gradient of the log loss of the bags."""
        columns, rows = _compact(rows)
        bias, outer, outer_bias = self._rest
        inside = rows @ self._inner[columns] + bias
        hidden = np.maximum(inside, 0)
        scores = sigmoid(hidden @ outer + outer_bias)
        some = np.maximum(in_some_row(scores, owner, len(targets)), 1e-6)
        # Of −log P(targets), where P = 1 − Π(1 − score): (P − target) / P · score for each row's logit.
        slope = ((some - targets) / some)[owner] * scores * np.float32(10 / len(targets))
        back = (slope @ outer.T) * (inside > 0)
        slopes = [back.sum(axis=0), hidden.T @ slope, slope.sum(axis=0)]
        for number, gradient in enumerate(slopes):
            self._rest_squares[number] += gradient**2
            self._rest[number] -= size * gradient / np.sqrt(self._rest_squares[number])
        self._move(columns, rows.T @ back, size)

    def _move(self, columns: NDArray[np.int64], gradient: Floats, size: float) -> None:
        """Takes the step for the rows of these columns, some at a time: a third faster than all at once."""
        for first in range(0, len(columns), _BLOCK):
            here, change = columns[first : first + _BLOCK], gradient[first : first + _BLOCK]
            squares = self._inner_squares[here]
            squares += change**2
            self._inner_squares[here] = squares
            change *= size
            change /= np.sqrt(squares)
            self._inner[here] -= change

    def network(self, places: NDArray[np.int32]) -> Network:
        """The weights as they are."""
        return Network(places, self._inner, *self._rest)


def _compact(rows: csr_matrix) -> tuple[NDArray[np.int64], csr_matrix]:
    """The columns that occur, and the rows over these alone."""
    from scipy.sparse import csr_matrix

    occurs = np.zeros(rows.shape[1], dtype=bool)
    occurs[rows.indices] = True
    columns = np.flatnonzero(occurs)
    place = np.cumsum(occurs, dtype=np.int32) - 1
    shape = (rows.shape[0], len(columns))
    return columns, csr_matrix((rows.data, place[rows.indices], rows.indptr), shape=shape)
