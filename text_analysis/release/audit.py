"""The audit: how closely a reader who solves the equations can get at each hidden count.

A count that the equations determine (its unit vector lies in their row space) has an interval of width 0,
so linear programming finds what a rank test finds, and also what only bounds give away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from text_analysis.errors import ReleaseRefusedError
from text_analysis.release.equations import System
from text_analysis.release.grid import Flags, Indices, Numbers
from text_analysis.release.pools import COUNT_WIDTH

if TYPE_CHECKING:
    from highspy import Highs

# Random directions test many counts at once; when a round settles fewer than a tenth of those that are
# left, the rest are tested one by one.
WORTH_A_ROUND: Final = 0.9
SEED: Final = 2025  # any: the directions decide how soon an interval is found, not how wide it is
_BEYOND: Final = 100.0  # people above the truth: far more than any width that matters
_SOLVER: Final = 1e-6  # precision of the solver
# Only costs change between runs, so the last point stays feasible and the primal simplex goes on from it.
_OPTIONS: Final[dict[str, Any]] = {
    "output_flag": False,
    "threads": 1,
    "presolve": "off",
    "solver": "simplex",
    "simplex_strategy": 4,
}


@dataclass(frozen=True)
class Interval:
    """What a reader can tell of one hidden count: it lies in [low, high]."""

    node: int
    column: int
    low: float
    high: float


class Reader:
    """Somebody who knows the equations, and the lowest and highest of each hidden count found so far.

    One model is kept and only its costs change, so each direction starts where the last one ended; that is
    ten times as fast as a new model for each.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self.high = system.hidden @ system.truth
        self.low = np.where(system.pooled, 0.0, self.high)
        self._solver = _solver_of(system)
        self._columns = np.arange(len(system.truth), dtype=np.int32)
        self._cost_of = system.hidden.T.tocsr()

    def go(self, direction: Numbers) -> None:
        """Go as far as the equations allow, there and back, and remember where every count ended up."""
        from highspy import HighsModelStatus

        cost = np.asarray(self._cost_of @ direction, dtype=np.float64)
        for towards in (-cost, cost):
            self._solver.changeColsCost(len(self._columns), self._columns, towards)
            self._solver.run()
            if self._solver.getModelStatus() != HighsModelStatus.kOptimal:
                raise ReleaseRefusedError(
                    "Granskningen kunde inte räkna ut vad en läsare kan sluta sig till.",
                    where=f"tabellagret {self._system.layer}",
                    remedy="Kontrollera att enheternas antal stämmer med nivån ovanför.",
                )
            counts = self._system.hidden @ np.array(self._solver.getSolution().col_value)
            self.low = np.minimum(self.low, counts)
            self.high = np.maximum(self.high, counts)


def _solver_of(system: System) -> Highs:
    """The equations as a HiGHS model without costs."""
    from highspy import Highs, HighsLp, MatrixFormat

    matrix = system.rows
    upper = np.minimum(system.upper, system.truth.max(initial=0.0) + _BEYOND)
    program = HighsLp()
    program.num_row_, program.num_col_ = matrix.shape
    program.col_cost_ = np.zeros(len(upper))
    program.col_lower_, program.col_upper_ = np.zeros(len(upper)), upper
    program.row_lower_, program.row_upper_ = system.least, system.most
    program.a_matrix_.format_ = MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_ = matrix.indptr, matrix.indices
    program.a_matrix_.value_ = matrix.data
    solver = Highs()  # type: ignore[no-untyped-call]  # the solver has no types
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.passModel(program)
    return solver


def intervals(system: System) -> list[Interval]:
    """The interval of each hidden count; exact where it is narrower than `COUNT_WIDTH`, else at least that.

    Raises
    ------
    ReleaseRefusedError : the equations cannot be solved.
    """
    reader = Reader(system)
    for _ in _one_by_one(reader, system):
        pass
    return [
        Interval(int(node), int(column), float(low), float(high))
        for (node, column), low, high in zip(system.cells, reader.low, reader.high, strict=True)
    ]


def told(system: System, seen: dict[tuple[int, int], Interval]) -> list[Interval]:
    """The hidden counts that can be told closer than `COUNT_WIDTH` people.

    Parameters
    ----------
    system : the equations.
    seen : intervals found when more was shown, by cell; they still hold, and this call adds its own.

    Raises
    ------
    ReleaseRefusedError : the equations cannot be solved.
    """
    reader = Reader(system)
    cells = [(int(node), int(column)) for node, column in system.cells]
    for i, cell in enumerate(cells):
        if cell in seen:
            reader.low[i] = min(reader.low[i], seen[cell].low)
            reader.high[i] = max(reader.high[i], seen[cell].high)
    for _ in _one_by_one(reader, system):
        pass
    ends = zip(cells, reader.low.tolist(), reader.high.tolist(), strict=True)
    seen |= {cell: Interval(*cell, low, high) for cell, low, high in ends}
    return [seen[cell] for cell in cells if is_exposed(seen[cell])]


def is_safe(system: System) -> bool:
    """Whether no hidden count can be told closer than `COUNT_WIDTH` people; stops at the first that can.

    Raises
    ------
    ReleaseRefusedError : the equations cannot be solved.
    """
    return all(_one_by_one(Reader(system), system))


def _one_by_one(reader: Reader, system: System) -> Iterator[bool]:
    """Find every interval; for each count that random directions leave narrow, whether it is wide enough."""
    for count in _narrow_after_rounds(reader, system):
        if _is_narrow(reader)[count]:
            reader.go((np.arange(len(system.cells)) == count).astype(np.float64))
        yield not _is_narrow(reader)[count]


def _narrow_after_rounds(reader: Reader, system: System) -> Indices:
    """The counts still narrow when another round of random directions is not worth its while."""
    draw, n_before = np.random.default_rng(SEED), np.inf
    while True:
        narrow = np.flatnonzero(_is_narrow(reader))
        if not len(narrow) or len(narrow) > WORTH_A_ROUND * n_before:
            return narrow
        n_before = len(narrow)
        direction = np.zeros(len(system.cells))
        direction[narrow] = draw.choice([-1.0, 1.0], len(narrow))
        reader.go(direction)


def _is_narrow(reader: Reader) -> Flags:
    return np.asarray(reader.high - reader.low < COUNT_WIDTH - _SOLVER, dtype=np.bool_)


def is_exposed(interval: Interval) -> bool:
    """Whether a reader gets closer to the count than `COUNT_WIDTH` people."""
    return interval.high - interval.low < COUNT_WIDTH - _SOLVER
