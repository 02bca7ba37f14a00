"""A reader with time and a solver, who has nothing but the released tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_array

from text_analysis.records import ENPS_GROUPS, STANCES, Released
from text_analysis.tables import ALL

Cell = tuple[str, ...]  # the column, wave and unit, and what else names a count
CEILING = 10_000.0  # nobody believes in a unit larger than this


@dataclass
class Attack:
    """Counts by name, where None is hidden, and the sums that everybody knows they obey."""

    counts: dict[Cell, float | None] = field(default_factory=dict)
    sums: list[tuple[Cell, list[Cell]]] = field(default_factory=list)

    def exposed(self, narrowest: float = 2.0) -> dict[Cell, tuple[float, float]]:
        """Hidden counts that can be told to within fewer people than `narrowest`, with what is told."""
        place, rows, target = self._equations()
        used = np.flatnonzero(np.abs(rows).sum(axis=0))
        if not len(used):
            return {}
        matrix = csr_array(rows[:, used])
        low, high = np.full(len(used), np.inf), np.full(len(used), -np.inf)
        draw = np.random.default_rng(0)
        anywhere = [draw.choice([-1.0, 1.0], len(used)) for _ in range(20)]
        each = [np.eye(1, len(used), i)[0] for i in range(len(used))]
        for direction in [*anywhere, *each]:
            # every solution tells about all counts, so most are known to be wide before their turn
            narrow = ~(high - low >= narrowest - 1e-6)
            if (narrow & (direction != 0)).any():
                for sign in (1.0, -1.0):
                    found = _solve(sign * direction * narrow, matrix, target)
                    low, high = np.minimum(low, found), np.maximum(high, found)
        names = {i: cell for cell, i in place.items()}
        narrow = np.flatnonzero(high - low < narrowest - 1e-6)
        return {names[int(used[i])]: (float(low[i]), float(high[i])) for i in narrow}

    def _equations(self) -> tuple[dict[Cell, int], np.ndarray, np.ndarray]:
        """Position of each hidden count, and the sums as matrix and right-hand side."""
        hidden = [cell for cell, count in self.counts.items() if count is None]
        place = {cell: i for i, cell in enumerate(hidden)}
        rows, target = np.zeros((len(self.sums), len(hidden))), np.zeros(len(self.sums))
        for number, (whole, parts) in enumerate(self.sums):
            for sign, cell in [(-1.0, whole), *((1.0, part) for part in parts)]:
                count = self.counts[cell]
                if count is None:
                    rows[number, place[cell]] += sign
                else:
                    target[number] -= sign * count
        told = np.abs(rows).sum(axis=1) > 0
        return place, rows[told], target[told]

    def determined(self) -> list[Cell]:
        """Hidden counts whose unit vector lies in the row space of the equations."""
        place, rows, _ = self._equations()
        if not rows.size:
            return []
        rest = np.eye(len(place)) - np.linalg.pinv(rows) @ rows  # what the row space leaves of each vector
        return [cell for cell, i in place.items() if np.abs(rest[i]).max() < 1e-8]


def _solve(cost: np.ndarray, matrix: csr_array, target: np.ndarray) -> np.ndarray:
    solved = linprog(cost, A_eq=matrix, b_eq=target, bounds=(0, CEILING), method="highs")
    if solved.x is None:
        raise ValueError(f"the released tables contradict each other: {solved.message}")
    return np.asarray(solved.x)


def attacks(released: Released) -> Iterator[tuple[str, Attack]]:
    """Every system of sums in the release, by name.

    An eNPS with its n tells how many more ambassadörer than kritiker there are, where groups are hidden too.
    The survey behind it has one comment a person, everybody gave an eNPS score and belongs to a unit at
    the lowest level; the reader knows that.
    """
    for column in ("responses", "n_writers", "n_writers_without_theme"):
        yield column, _over_units(released.response, {column: released.response[column]})
    groups = {name: released.enps[name] for name in ("n", *ENPS_GROUPS)}
    enps = _over_units(released.enps, groups)
    for wave, unit in zip(released.enps["wave"], released.enps["unit"], strict=True):
        enps.sums.append((("n", wave, unit), [(name, wave, unit) for name in ENPS_GROUPS]))
    for row in released.enps[released.enps["status"] == "shown"].itertuples():
        enps.counts["balans", row.wave, row.unit] = round(row.enps * row.n / 100)
        groups_by_score = [("kritiker", row.wave, row.unit), ("balans", row.wave, row.unit)]
        enps.sums.append((("ambassadorer", row.wave, row.unit), groups_by_score))
    yield "enps", enps
    for key, rows in released.indices.groupby("index_key"):
        yield str(key), _over_units(rows, {"n": rows["n"]})
    for theme, rows in released.themes.groupby("theme"):
        if (rows["status"] == "shown").any():  # sums of nothing but hidden counts tell nothing
            yield str(theme), _theme(rows)


def _over_units(rows: pd.DataFrame, columns: Mapping[str, pd.Series]) -> Attack:
    attack = Attack()
    children: dict[Cell, list[Cell]] = {}
    for name, values in columns.items():
        labels = zip(rows["wave"], rows["unit"], rows["parent"], values, strict=True)
        for wave, unit, parent, value in labels:
            attack.counts[name, wave, unit] = None if pd.isna(value) else float(value)
            if parent:
                children.setdefault((name, wave, parent), []).append((name, wave, unit))
    attack.sums += [(parent, parts) for parent, parts in children.items() if parent in attack.counts]
    return attack


def _theme(rows: pd.DataFrame) -> Attack:
    attack = Attack()
    for (stance, group), cells in rows.groupby(["stance", "enps_group"]):
        part = _over_units(cells, {f"{stance}/{group}": cells["n_respondents"]})
        attack.counts |= part.counts
        attack.sums += part.sums
    for wave, unit in sorted(set(zip(rows["wave"], rows["unit"], strict=True))):
        for stance in (ALL, *STANCES):
            parts = [(f"{stance}/{group}", wave, unit) for group in ENPS_GROUPS]
            attack.sums.append(((f"{stance}/{ALL}", wave, unit), parts))
        for group in (ALL, *ENPS_GROUPS):
            parts = [(f"{stance}/{group}", wave, unit) for stance in STANCES]
            attack.sums.append(((f"{ALL}/{group}", wave, unit), parts))
    return attack


def pool_width(rows: pd.DataFrame, parent: str, truth: Mapping[str, int]) -> dict[str, float]:
    """Width of what can be told of the value (0–100) of each hidden child, by somebody who knows the n's.

    Parameters
    ----------
    rows : one index in one wave.
    parent : the unit above, which must be shown.
    truth : number of answers in each hidden child.
    """
    above = rows[rows["unit"] == parent].iloc[0]
    shown = rows[(rows["parent"] == parent) & (rows["status"] == "shown")]
    n = float(above["n"]) - float(shown["n"].sum())
    points = float(above["n"] * above["value"]) - float((shown["n"] * shown["value"]).sum())
    found = {}
    for unit, own in truth.items():
        highest = min(100.0, points / own)
        lowest = max(0.0, (points - 100.0 * (n - own)) / own)
        found[unit] = highest - lowest
    return found
