"""The audit: how closely a reader who solves the equations can get at each hidden count.

A count that the equations determine (its unit vector lies in their row space) has an interval of width 0,
so linear programming finds what a rank test finds, and also what only bounds give away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from text_analysis.errors import ReleaseRefusedError
from text_analysis.release.equations import System
from text_analysis.release.grid import Numbers
from text_analysis.release.pools import COUNT_WIDTH

# Random directions test many counts at once; when a round settles fewer than a tenth of those that are
# left, the rest are tested one by one.
WORTH_A_ROUND: Final = 0.9
SEED: Final = 2025  # any: the directions decide how soon an interval is found, not how wide it is
_BEYOND: Final = 100.0  # people above the truth: far more than any width that matters
_SOLVER: Final = 1e-6  # precision of the solver


@dataclass(frozen=True)
class Interval:
    """What a reader can tell of one hidden count: it lies in [low, high]."""

    node: int
    column: int
    low: float
    high: float


class Reader:
    """Somebody who knows the equations, and the lowest and highest of each hidden count found so far."""

    def __init__(self, system: System) -> None:
        self._system = system
        self.high = system.hidden @ system.truth
        self.low = np.where(system.pooled, 0.0, self.high)
        upper = np.minimum(system.upper, system.truth.max(initial=0.0) + _BEYOND)
        self._known: dict[str, Any] = {
            "A_eq": system.shown,
            "b_eq": system.known,
            "A_ub": system.limited,
            "b_ub": system.most,
            "bounds": np.column_stack([np.zeros(len(upper)), upper]),
            "method": "highs-ds",
            "options": {
                "presolve": False
            },  # many small directions: preparing each costs more than solving it
        }

    def go(self, direction: Numbers) -> None:
        """Go as far as the equations allow, there and back, and remember where every count ended up."""
        from scipy.optimize import linprog

        cost = self._system.hidden.T @ direction
        for towards in (-cost, cost):
            found = linprog(towards, **self._known)
            if found.x is None:
                raise ReleaseRefusedError(
                    "Granskningen kunde inte räkna ut vad en läsare kan sluta sig till.",
                    where=f"tabellagret {self._system.layer}",
                    remedy="Kontrollera att enheternas antal stämmer med nivån ovanför.",
                )
            counts = self._system.hidden @ found.x
            self.low = np.minimum(self.low, counts)
            self.high = np.maximum(self.high, counts)


def intervals(system: System) -> list[Interval]:
    """The interval of each hidden count; exact where it is narrower than `COUNT_WIDTH`, else at least that.

    Raises
    ------
    ReleaseRefusedError : the equations cannot be solved.
    """
    reader, draw = Reader(system), np.random.default_rng(SEED)
    n_before = np.inf
    while True:
        narrow = np.flatnonzero(reader.high - reader.low < COUNT_WIDTH - _SOLVER)
        if not len(narrow) or len(narrow) > WORTH_A_ROUND * n_before:
            break
        n_before = len(narrow)
        direction = np.zeros(len(system.cells))
        direction[narrow] = draw.choice([-1.0, 1.0], len(narrow))
        reader.go(direction)
    for count in narrow:
        if reader.high[count] - reader.low[count] < COUNT_WIDTH - _SOLVER:
            reader.go((np.arange(len(system.cells)) == count).astype(np.float64))
    return [
        Interval(int(node), int(column), float(low), float(high))
        for (node, column), low, high in zip(system.cells, reader.low, reader.high, strict=True)
    ]


def is_exposed(interval: Interval) -> bool:
    """Whether a reader gets closer to the count than `COUNT_WIDTH` people."""
    return interval.high - interval.low < COUNT_WIDTH - _SOLVER
