"""Unit names and paths from the cells of a row: tidy names, one organisation at the top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from text_analysis.read.mapping import Mapping
from text_analysis.read.naming import one_line
from text_analysis.read.values import plain
from text_analysis.records import UNIT_SEPARATOR


def row_levels(cells: Sequence[str], mapping: Mapping) -> tuple[str, ...]:
    """The names of a row's units from the top level down, as the mapping names them; blanks stay.

    Parameters
    ----------
    cells : the row's cells of the mapping's unit columns.
    mapping : its `unit_separator` parts a single column, its `unit_names` rename.
    """
    parts = one_line(cells[0]).split(mapping.unit_separator) if mapping.unit_separator else cells
    names = (one_line(part) for part in parts)
    return tuple(mapping.unit_names.get(name, name) for name in names)


def unit_path(levels: Sequence[str], organisation: str) -> str:
    """The full path, empty if the row does not tell its unit.

    A row may stop at a higher level, but a level may not be missing in between.

    >>> [unit_path(levels, "Region") for levels in (("Vård", "Akuten"), ("Vård", ""), ("", "Akuten"))]
    ['Region > Vård > Akuten', 'Region > Vård', '']
    """
    filled = list(levels)
    while filled and not filled[-1]:
        filled.pop()
    if not filled or not all(filled):
        return ""
    top = [] if not organisation or filled[0] == organisation else [organisation]
    return UNIT_SEPARATOR.join([*top, *filled])


def name_variants(names: Iterable[str], confirmed: Collection[str]) -> list[tuple[str, ...]]:
    """Groups of names that differ in case or blanks only and have not been confirmed in `unit_names`.

    >>> name_variants(["HSL 1", "Hsl1", "Akuten"], confirmed=[])
    [('HSL 1', 'Hsl1')]
    """
    alike: dict[str, set[str]] = defaultdict(set)
    for name in names:
        alike[plain(name).replace(" ", "")].add(name)
    groups = (tuple(sorted(group)) for group in alike.values() if len(group) > 1)
    return sorted(group for group in groups if not set(group) <= set(confirmed))
