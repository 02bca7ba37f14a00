"""Quotes: verbatim masked clauses, from shown themes of large enough units, never one that is held.

The order must tell nothing about who wrote: quotes are chosen and listed by a hash of the text alone,
so neither the file's order nor a respondent's id has any influence, and the same survey still gives the
same bytes (a random seed thrown away would not).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from text_analysis import tables
from text_analysis.records import UNIT_SEPARATOR
from text_analysis.release.cube import Cube, Masks
from text_analysis.settings import Settings

MOST_QUOTES: Final = 3  # per unit, theme and stance: enough to understand, too few to read a style
LEAST_AUTHORS: Final = 2
SHORTEST, LONGEST = 40, 280  # characters of a quote that says something and can be read at a glance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote that may be chosen; equal texts are one candidate."""

    unit: str
    author: str = field(repr=False)
    text: str = field(repr=False)
    score: float
    start: int
    end: int


@dataclass(frozen=True)
class Chosen:
    """The released quotes, and how many comments are held back until a person decides."""

    table: pd.DataFrame = field(repr=False)
    n_held: int


def quotes_of(quotes: pd.DataFrame, cube: Cube, masks: Masks, settings: Settings) -> Chosen:
    """The quotes of the release, `tables.RELEASED["quotes"]`.

    Parameters
    ----------
    quotes : candidates, `tables.QUOTES`; those of a unit may be shown in the levels above it too.
    cube, masks : the survey and what is hidden in it.
    settings : limits.
    """
    free = tables.check(quotes, tables.QUOTES)
    held = free["held"].fillna(value=True).astype(bool)
    n_held = int(free.loc[held, "comment_id"].nunique())
    free = free[~held]
    open_cells = _open_cells(cube, masks, settings)
    rows = []
    for key, group in free.groupby(["wave", "theme", "stance"], sort=True):
        wave, theme, stance = (str(part) for part in key)
        for node in open_cells.get((wave, theme, stance), ()):
            labels = cube.nodes.frame.loc[node, tables.UNIT_COLUMNS].to_dict()
            head = labels | {"status": tables.SHOWN, "theme": theme, "stance": stance}
            for one in _choose(_candidates(group, labels["unit"]), labels["unit"]):
                rows.append(head | {"text": one.text, "start": one.start, "end": one.end})
    spec = tables.RELEASED["quotes"]
    table = pd.DataFrame(rows, columns=list(spec.columns)) if rows else spec.empty()
    order = table.sort_values(["wave", "unit", "theme", "stance"], kind="stable")
    return Chosen(tables.check(order, spec), n_held)


def _open_cells(cube: Cube, masks: Masks, settings: Settings) -> dict[tuple[str, str, str], list[int]]:
    """The nodes whose theme and stance are shown and large enough, by wave, theme and stance."""
    grid = cube.grids["themes"]
    enough = ~masks["themes"] & (grid.counts("n_respondents") >= settings.min_quote_theme)
    enough &= cube.people("writers") >= settings.min_quote_writers
    found: dict[tuple[str, str, str], list[int]] = {}
    waves = cube.nodes.frame["wave"].tolist()
    for node, column in zip(*enough.nonzero(), strict=True):
        theme, stance, group = grid.keys[column]
        if group == tables.ALL and stance != tables.ALL:
            found.setdefault((waves[node], str(theme), str(stance)), []).append(int(node))
    return found


def _candidates(group: pd.DataFrame, unit: str) -> list[Candidate]:
    """The candidates of a unit and all below it, best first; a text that occurs twice counts once."""
    inside = group[(group["unit"] == unit) | group["unit"].str.startswith(unit + UNIT_SEPARATOR)]
    columns = ("unit", "respondent_id", "text", "score", "start", "end")
    rows = zip(*(inside[column] for column in columns), strict=True)
    found = sorted((Candidate(*row) for row in rows), key=_rank)
    return list({candidate.text: candidate for candidate in reversed(found)}.values())[::-1]


def _rank(candidate: Candidate) -> tuple[bool, float, str, int, str, str]:
    """Medium length first, then the tenth of the score; a hash of the text decides the rest."""
    fits = SHORTEST <= len(candidate.text) <= LONGEST
    tenth = -round(candidate.score, 1)
    return (not fits, tenth, _digest(candidate.text), -candidate.unit.count(UNIT_SEPARATOR), candidate.unit,
            candidate.author)  # fmt: skip


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _choose(candidates: Sequence[Candidate], unit: str) -> list[Candidate]:
    """A few quotes by different people, spread over the units right below; none if one person wrote all."""
    chosen: list[Candidate] = []
    branches: set[str] = set()
    for spread_first in (True, False):
        for candidate in candidates:
            branch = _branch(candidate.unit, unit)
            taken = candidate.author in {other.author for other in chosen} or candidate in chosen
            if len(chosen) == MOST_QUOTES or taken or (spread_first and branch in branches):
                continue
            chosen.append(candidate)
            branches.add(branch)
    if len(chosen) < LEAST_AUTHORS:
        return []
    return sorted(chosen, key=lambda candidate: _digest(candidate.text))


def _branch(unit: str, top: str) -> str:
    """The unit right below `top` that a unit belongs to.

    >>> _branch("R > A > B", "R")
    'A'
    """
    return unit.removeprefix(top).removeprefix(UNIT_SEPARATOR).split(UNIT_SEPARATOR)[0]
