"""The number of people asked, and figures given from outside, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

import pandas as pd

from text_analysis import tables
from text_analysis.errors import MappingError, SurveyError
from text_analysis.read.mapping import Sent
from text_analysis.read.naming import first_of
from text_analysis.read.rows import DUPLICATE, Rows
from text_analysis.records import UNIT_SEPARATOR
from text_analysis.units import ancestors

Place = tuple[str, str]  # wave and unit
Key = TypeVar("Key", bound=tuple[str, ...])
Number = TypeVar("Number", int, float)


def sent_table(parts: Sequence[Rows], *, organisation: str, sent: int | None) -> pd.DataFrame:
    """Table `tables.SENT` from the mappings, the rows of those who have not answered, and `sent`.

    Counted from rows, every unit on the way up has its number; those given stand as given.

    Raises
    ------
    SurveyError : `sent` with several waves.
    MappingError : an unknown wave or unit, or two different numbers for the same.
    """
    waves = _waves(parts)
    units = known_units(parts)
    found: dict[Place, int] = dict(_counted(parts))
    given = [entry for rows in parts for entry in rows.mapping.sent]
    if sent is not None:
        if len(waves) != 1:
            raise SurveyError(
                f"Antalet tillfrågade gäller en mätning, men undersökningen har {len(waves)}.",
                where=first_of(waves, "mätningar"),
                remedy="Skriv antalet för varje mätning under [[sent]] i mappningen.",
                field="sent",
            )
        given.append(Sent(waves[0], "", sent))
    for entry in given:
        if entry.wave not in waves:
            raise _unknown("mätningen", entry.wave, waves)
        unit = full_path(entry.unit, organisation, units)
        if unit.split(UNIT_SEPARATOR)[0] != organisation:
            raise _unknown("enheten", entry.unit, sorted(units))
        _add(found, (entry.wave, unit), entry.n)
    table = pd.DataFrame([(*place, n) for place, n in sorted(found.items())], columns=[*tables.SENT.columns])
    return tables.check(table, tables.SENT)


def comparison_table(parts: Sequence[Rows], *, organisation: str) -> pd.DataFrame:
    """Table `tables.COMPARISONS`; a unit the survey does not have is one above it, as the region is.

    Raises
    ------
    MappingError : two different values for the same wave, unit and index.
    """
    units = known_units(parts)
    found: dict[tuple[str, str, str], float] = {}
    for entry in (entry for rows in parts for entry in rows.mapping.comparisons):
        unit = full_path(entry.unit, organisation, units)
        _add(found, (entry.wave, unit, entry.index_key), entry.value)
    rows = [(*key, value) for key, value in sorted(found.items())]
    return tables.check(pd.DataFrame(rows, columns=[*tables.COMPARISONS.columns]), tables.COMPARISONS)


def full_path(unit: str, organisation: str, units: Iterable[str]) -> str:
    """The full path of a unit written with or without the organisation; "" is the organisation.

    >>> full_path("Akuten", "Region", {"Region", "Region > Akuten"})
    'Region > Akuten'
    """
    below = f"{organisation}{UNIT_SEPARATOR}{unit}"
    return (below if below in set(units) else unit) if unit else organisation


def known_units(parts: Sequence[Rows]) -> set[str]:
    """Every unit that a row belongs to, and every unit above one."""
    return {above for rows in parts for unit in set(rows.units) if unit for above in ancestors(unit)}


def _waves(parts: Sequence[Rows]) -> list[str]:
    return sorted({rows.waves[index] for rows in parts for index in rows.kept})


def _counted(parts: Sequence[Rows]) -> Counter[Place]:
    """Rows per wave and unit where the export has rows for those who have not answered too."""
    counts: Counter[Place] = Counter()
    for rows in parts:
        if rows.mapping.status is None:
            continue
        for index, (wave, unit) in enumerate(zip(rows.waves, rows.units, strict=True)):
            rejection = rows.rejected.get(index)
            if wave and unit and not (rejection and rejection.reason == DUPLICATE):
                counts.update((wave, above) for above in ancestors(unit))
    return counts


def _add(found: dict[Key, Number], key: Key, value: Number) -> None:
    """Put a figure in its place, which may be named twice but only with one value."""
    if found.setdefault(key, value) != value:
        raise MappingError(
            f"Två olika tal anges för samma sak: {found[key]:g} och {value:g}.",
            where=", ".join(str(part) for part in key),
            remedy="Behåll ett av dem.",
        )


def _unknown(what: str, name: str, known: Sequence[str]) -> MappingError:
    return MappingError(
        f'Mappningen anger antal tillfrågade för {what} "{name}", som inte finns i svaren.',
        where="[[sent]]",
        expected=first_of(known, "till"),
        remedy="Skriv namnet som det står i svaren, med > mellan nivåerna.",
    )
