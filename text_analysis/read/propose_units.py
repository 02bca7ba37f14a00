"""Which columns are the organisation's levels, in which order, and what the whole organisation is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from text_analysis.read.columns import Column
from text_analysis.read.headers import words
from text_analysis.read.naming import first_of, one_line, quoted
from text_analysis.read.suggestion import Doubt, Suggestion
from text_analysis.read.table import RawTable
from text_analysis.read.unit_paths import name_variants
from text_analysis.read.vocabulary import NOT_UNIT, UNIT_LEVELS, UNIT_PATH

SEPARATORS: Final = (" > ", ">", "|", "\\", "/")
_UNSURE_SEPARATORS: Final = ("/",)  # stands in names too ("Hemtjänst/Natt"): every value must have it
_MOST: Final = 0.8  # share of values with a separator for it to part levels
_SHARED: Final = 0.25  # share of names that may stand under several units of the level above
_SLIP: Final = 2  # rows: so few under one unit, and …
_STRAY: Final = 10  # … so many times as many under another, is a slip of somebody's
_HEADER_WORDS: Final = 4  # longer headers are questions
_LEVEL: Final = re.compile(r"(?:niv[åa]|level)\s*(\d)|(?:^|\s)(\d)\s*niv[åa]")


@dataclass(frozen=True)
class _Candidate:
    """A column that may hold units: its numbered level ("Nivå 2"), or the rank of its word; tidied cells."""

    column: Column
    level: int | None
    rank: int
    cells: list[str]

    @property
    def values(self) -> list[str]:
        """The different names in it."""
        return sorted(set(self.cells) - {""})


def propose_units(table: RawTable, columns: Sequence[Column], *, name: str) -> Suggestion:
    """The unit columns from the top down and the organisation's name.

    Without a unit column the survey is of one unit, named as the survey. Doubts: several orders are
    possible, units of a level do not stand below those above, or names differ in case and blanks only.
    """
    found = [candidate for column in columns if (candidate := _candidate(table, column))]
    if not found:
        reason = f'ingen kolumn för enhet; alla svar hör till hela organisationen, "{name}"'
        return Suggestion({"organisation": name}, {"(enhet)": reason})
    paths = {candidate.column.header: _separator(candidate) for candidate in found}
    if len(found) == 1 and paths[found[0].column.header]:
        return _one_column_of_paths(found[0], paths[found[0].column.header], name)
    ordered = sorted(found, key=_order)
    doubts = [*_path_doubts(ordered, paths), *_nesting_doubts(ordered), *_variant_doubts(ordered)]
    fields, top = _organisation(ordered[0].values, name)
    headers = tuple(candidate.column.header for candidate in ordered)
    reasons = {
        candidate.column.header: f"rubriken betyder enhet, nivå {place} av {len(ordered)} uppifrån "
        f"({len(candidate.values)} olika)"
        for place, candidate in enumerate(ordered, start=1)
    }
    return Suggestion({"unit": headers, **fields}, {**reasons, "(organisation)": top}, tuple(doubts))


def _candidate(table: RawTable, column: Column) -> _Candidate | None:
    found = words(column.header)
    line = " ".join(found)
    level = _LEVEL.search(line)
    ranks = [rank for rank, known in enumerate(UNIT_LEVELS) if not known.isdisjoint(found)]
    named = bool(level or ranks or not UNIT_PATH.isdisjoint(found))
    asks = (
        column.header.rstrip().endswith("?") or len(found) > _HEADER_WORDS or not NOT_UNIT.isdisjoint(found)
    )
    if not named or asks or not column.texts:
        return None
    number = int(level[1] or level[2]) if level else None
    cells = [one_line(cell) for cell in table.column(column.header)]
    candidate = _Candidate(column, number, max(ranks, default=len(UNIT_LEVELS)), cells)
    # Sentences under "Arbetsplats" are comments; only whole paths are as long.
    return None if column.is_free_text and not _separator(candidate) else candidate


def _order(candidate: _Candidate) -> tuple[int, int, int, int]:
    level = -1 if candidate.level is None else candidate.level
    return level, candidate.rank, len(candidate.values), candidate.column.number


def _separator(candidate: _Candidate) -> str:
    """What parts the levels within the values; empty if nothing does."""
    for separator in SEPARATORS:
        having = [value for value in candidate.values if separator in value]
        needed = 1.0 if separator in _UNSURE_SEPARATORS else _MOST
        tops = {value.split(separator)[0] for value in having}
        if len(having) > len(tops) and len(having) >= needed * len(candidate.values):
            return separator
    return ""


def _one_column_of_paths(candidate: _Candidate, separator: str, name: str) -> Suggestion:
    parts = [[one_line(part) for part in value.split(separator)] for value in candidate.values]
    fields, top = _organisation({path[0] for path in parts}, name)
    names = {part for path in parts for part in path}
    header = candidate.column.header
    reason = f'rubriken betyder enhet, och "{separator}" skiljer nivåerna åt i {len(parts)} olika enheter'
    return Suggestion(
        {"unit": (header,), "unit_separator": separator, **fields},
        {header: reason, "(organisation)": top},
        tuple(_variant_doubt(candidate.column, group) for group in name_variants(names, ())),
    )


def _organisation(tops: Collection[str], name: str) -> tuple[dict[str, str], str]:
    """The organisation's field, empty if all rows begin with the same unit, and why."""
    if len(tops) == 1:
        (top,) = tops
        return {}, f'alla rader börjar med "{top}", som därför är hela organisationen'
    return {
        "organisation": name
    }, f'enheterna har ingen gemensam enhet överst; organisationen kallas "{name}"'


def _path_doubts(ordered: Sequence[_Candidate], paths: Table[str, str]) -> list[Doubt]:
    whole = [candidate.column for candidate in ordered if paths[candidate.column.header]]
    if not whole:
        return []
    text = (
        f"Kolumn {first_of([column.where for column in whole])} verkar hålla hela vägen av enheter, "
        "men det finns andra kolumner för enhet."
    )
    write = (
        f'Skriv unit = ["{whole[0].header}"] och unit_separator = "{paths[whole[0].header]}", '
        "eller bara de andra kolumnerna i unit."
    )
    return [Doubt(text, write, tuple(column.header for column in whole))]


def _nesting_doubts(ordered: Sequence[_Candidate]) -> list[Doubt]:
    """Doubts about the order: some levels numbered and some not, or names that do not stand below."""
    headers = tuple(candidate.column.header for candidate in ordered)
    written = "unit = [" + ", ".join(f'"{header}"' for header in headers) + "]"
    doubts = []
    if len({candidate.level is None for candidate in ordered}) > 1:
        write = f"Skriv dem uppifrån och ned: {written}."
        doubts.append(Doubt("Enhetskolumnernas ordning är oklar.", write, headers))
    for above, below in pairwise(ordered):
        if split := _misplaced(above.cells, below.cells):
            text = (
                f"Kolumn {below.column.where} verkar inte ligga under {above.column.where}: "
                f"{quoted(split, 'enheter')} hör till flera enheter där."
            )
            write = f"Skriv de kolumner som gäller, uppifrån och ned: {written}."
            doubts.append(Doubt(text, write, (above.column.header, below.column.header)))
    return doubts


def _misplaced(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The lower units that speak against the order: nearly always under one upper unit, but not always.

    The same name may well stand under several ("Natt"); many such, and the columns are no levels.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for upper, lower in zip(above, below, strict=True):
        if upper and lower:
            counts[lower][upper] += 1
    several = {lower: uppers for lower, uppers in counts.items() if len(uppers) > 1}
    if len(several) > _SHARED * len(counts):
        return sorted(several)
    return sorted(lower for lower, uppers in several.items() if _has_slip(list(uppers.values())))


def _has_slip(n_rows: Sequence[int]) -> bool:
    return min(n_rows) <= _SLIP and max(n_rows) >= _STRAY * min(n_rows)


def _variant_doubts(ordered: Sequence[_Candidate]) -> list[Doubt]:
    return [
        _variant_doubt(candidate.column, group)
        for candidate in ordered
        for group in name_variants(candidate.values, ())
    ]


def _variant_doubt(column: Column, group: Sequence[str]) -> Doubt:
    return Doubt(
        f"Kolumn {column.where}: {quoted(group, 'namn')} skiljer sig bara i versaler eller mellanslag.",
        f'Är det samma enhet: skriv "{group[1]}" = "{group[0]}" under [unit_names], och så för varje namn. '
        "Är det olika enheter: skriv varje namn lika med sig självt.",
        (column.header,),
        alike=tuple(group),
    )
