"""The sums the audit relies on must hold in the measures; otherwise nothing is released."""

from __future__ import annotations

import unicodedata
from typing import Final

import numpy as np

from text_analysis.errors import REPORT, ReleaseRefusedError
from text_analysis.release.cube import Cube
from text_analysis.release.grid import Flags, Nodes

_EPSILON: Final = 1e-6


def check_sums(cube: Cube) -> None:
    """Refuse measures that do not add up.

    Raises
    ------
    ReleaseRefusedError : units overlap, there are several organisations, two units differ by case or
        spaces only, eNPS groups do not sum to n, or a figure lies outside its scale.
    """
    _one_tree(cube.nodes)
    _distinct_names(cube.nodes)
    for layer in ("response", "writers", "enps", "indices", "themes"):
        _children_fit(cube, layer)
    _enps_adds_up(cube)
    _values_in_range(cube)


def _one_tree(nodes: Nodes) -> None:
    tops = nodes.frame[nodes.parent < 0]
    if tops.duplicated("wave").any():
        raise ReleaseRefusedError(
            "En mätning har flera enheter överst, till exempel två indelningar av samma personer.",
            where=", ".join(tops["unit"].head(3)),
            expected="en organisation överst och en indelning",
            remedy="Analysera en indelning i taget; två som skiljer sig åt röjer enskilda svar.",
        )


def _distinct_names(nodes: Nodes) -> None:
    plain = nodes.frame["unit"].map(_plain)
    twins = nodes.frame.assign(plain=plain).duplicated(["wave", "plain"], keep=False)
    if twins.any():
        raise ReleaseRefusedError(
            "Två enheter skiljer sig bara åt i mellanslag eller stora bokstäver.",
            where=" och ".join(nodes.frame.loc[twins, "unit"].head(2)),
            remedy="Ge dem samma namn i filen, så att de räknas som en enhet.",
        )


def _plain(unit: str) -> str:
    r"""A unit's name without case and spaces.

    >>> _plain("Region > HSL 1 ") == _plain("Region > Hsl\N{NO-BREAK SPACE}1")
    True
    """
    return "".join(unicodedata.normalize("NFKC", unit).casefold().split())


def _children_fit(cube: Cube, layer: str) -> None:
    people = cube.people(layer)
    for parent, children in cube.nodes.families:
        if (people[children].sum(axis=0) > people[parent] + _EPSILON).any():
            raise ReleaseRefusedError(
                "Enheterna på en nivå har tillsammans fler personer än nivån ovanför.",
                where=f"{cube.nodes.frame['unit'].iloc[parent]}, tabellen {cube.grid(layer).spec.name}",
                expected="att varje person räknas i en enhet",
                remedy="Kontrollera kolumnen för enhet; överlappande indelningar kan inte redovisas ihop.",
            )


def _enps_adds_up(cube: Cube) -> None:
    grid = cube.grids["enps"]
    against, between, for_it = (grid.counts(name) for name in ("kritiker", "passiva", "ambassadorer"))
    n = grid.counts("n")
    value = np.divide(100 * (for_it - against), n, out=np.zeros_like(n), where=n > 0)
    off = np.abs(value - np.nan_to_num(grid["enps"])) > _EPSILON
    wrong = np.asarray((against + between + for_it != n) | (off & (n > 0)), dtype=np.bool_)
    _refuse(cube, wrong, "enps", "gruppernas antal")


def _values_in_range(cube: Cube) -> None:
    value, ranges = cube.grids["indices"]["value"], cube.value_ranges
    outside = (value < ranges[:, 0] - _EPSILON) | (value > ranges[:, 1] + _EPSILON)
    _refuse(cube, np.asarray(outside, dtype=np.bool_), "indices", "ett värde inom indexets skala")


def _refuse(cube: Cube, wrong: Flags, table: str, expected: str) -> None:
    if wrong.any():
        unit = cube.nodes.frame["unit"].iloc[int(np.argwhere(wrong)[0][0])]
        raise ReleaseRefusedError(
            "En uppgift stämmer inte med svaren bakom den.",
            where=f"{unit}, tabellen {table}",
            expected=expected,
            remedy=REPORT,
        )
