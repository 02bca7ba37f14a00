"""The rows of a table: who answered, when, where, what, and which rows are left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from text_analysis.errors import MappingError
from text_analysis.read.answers import Answers, read_answers, refuse_invalid
from text_analysis.read.mapping import Mapping
from text_analysis.read.naming import first_of, one_line, short
from text_analysis.read.propose_enps import MISSING, WRITE
from text_analysis.read.table import RawTable
from text_analysis.read.unit_paths import row_levels, unit_path
from text_analysis.read.values import is_missing, plain
from text_analysis.records import UNIT_SEPARATOR, Rejection

EMPTY: Final = "tom rad"
NOT_ANSWERED: Final = "ej besvarad"
NO_WAVE: Final = "saknar mätning"
NO_UNIT: Final = "saknar enhet"
INVALID: Final = "ogiltigt svar"
DUPLICATE: Final = "dubblett av svarande"


@dataclass(frozen=True)
class Rows:
    """A table read by its mapping; every list has one entry per row of the table.

    Attributes
    ----------
    table, mapping : what was read, and by which mapping.
    waves, units, own_ids : empty text where the row does not tell.
    contact : patient contact; None where the row does not tell.
    answers : the closed questions.
    comments : wording and cells of each comment column, in the order of the file.
    rejected : the rows left out, by their index.
    """

    table: RawTable
    mapping: Mapping
    waves: list[str] = field(repr=False)
    units: list[str] = field(repr=False)
    own_ids: list[str] = field(repr=False)
    contact: list[bool | None] = field(repr=False)
    answers: list[Answers] = field(repr=False)
    comments: list[tuple[str, list[str]]] = field(repr=False)
    rejected: dict[int, Rejection] = field(repr=False)

    @property
    def kept(self) -> list[int]:
        """Indices of the rows that are respondents."""
        return [index for index in range(len(self.table.rows)) if index not in self.rejected]


def read_rows(table: RawTable, mapping: Mapping, *, name: str) -> Rows:
    """Every row of a table, read by its mapping; people who answered twice are left to the caller.

    Parameters
    ----------
    name : the organisation's name where neither units nor the mapping give it.

    Raises
    ------
    MappingError : the mapping names a column the table lacks, or leaves something open.
    ScaleError : an answer is outside its scale and the mapping does not say to leave such rows out.
    """
    _check_columns(table, mapping)
    ordered = [header for header in table.headers if header in mapping.comments]
    contact = mapping.patient_contact
    rows = Rows(
        table,
        mapping,
        waves=_waves(table, mapping),
        units=_units(table, mapping, name),
        own_ids=_tidy(table, mapping.respondent),
        contact=_yes(table, contact.column, contact.yes) if contact else [None] * len(table.rows),
        answers=read_answers(table, mapping),
        comments=[(mapping.comments[header], table.column(header)) for header in ordered],
        rejected={},
    )
    _leave_out(rows)
    return rows


def _check_columns(table: RawTable, mapping: Mapping) -> None:
    if mapping.enps is None:
        raise MappingError(MISSING, where=table.file, remedy=WRITE, field="enps")
    missing = [f'"{header}"' for header in mapping.columns if header not in table.headers]
    if missing:
        raise MappingError(
            f"Mappningen nämner kolumner som inte finns i filen: {first_of(missing, 'kolumner')}.",
            where=table.file,
            expected=first_of([f'"{short(header)}"' for header in table.headers], "kolumner"),
            remedy="Skriv rubriken som den står i filen.",
        )


def _waves(table: RawTable, mapping: Mapping) -> list[str]:
    if mapping.wave.column:
        return _tidy(table, mapping.wave.column)
    return [mapping.wave.value] * len(table.rows)


def _tidy(table: RawTable, header: str) -> list[str]:
    """The cells of a column on one line; empty texts without a column."""
    return [one_line(cell) for cell in table.column(header)] if header else [""] * len(table.rows)


def _yes(table: RawTable, header: str, words: Sequence[str]) -> list[bool | None]:
    meaning = {plain(word) for word in words}
    cells = table.column(header)
    return [None if is_missing(cell) else plain(cell) in meaning for cell in cells]


def _units(table: RawTable, mapping: Mapping, name: str) -> list[str]:
    """The full path of each row's unit."""
    if not mapping.unit:
        return [mapping.organisation or name] * len(table.rows)
    cells = list(zip(*(table.column(header) for header in mapping.unit), strict=True))
    levels = {row: row_levels(row, mapping) for row in set(cells)}
    for row, names in levels.items():
        if any(UNIT_SEPARATOR in unit for unit in names):
            raise MappingError(
                f'Enhetsnamn innehåller "{UNIT_SEPARATOR.strip()}", som skiljer nivåer åt.',
                where=f"{table.file}, rad {table.row_number(cells.index(row))}",
                expected="namn på en enda nivå i varje kolumn",
                remedy=f'Håller kolumnen hela vägen: skriv unit_separator = "{UNIT_SEPARATOR}".',
                field="unit",
            )
    return [unit_path(levels[row], mapping.organisation) for row in cells]


def _leave_out(rows: Rows) -> None:
    """Fill in the rejections; refuse invalid answers unless the mapping says to leave the rows out."""
    facts = zip(_filled(rows), _answered(rows), _has_answer(rows), rows.waves, rows.units, strict=True)
    reasons = (EMPTY, NOT_ANSWERED, EMPTY, NO_WAVE, NO_UNIT)
    for index, holds in enumerate(facts):
        reason = next((reason for reason, fact in zip(reasons, holds, strict=True) if not fact), "")
        if reason:
            rows.rejected[index] = Rejection(rows.table.row_number(index), reason)
    kept = rows.kept
    if rows.mapping.invalid_rows == "stop":
        refuse_invalid(rows.table, rows.answers, kept)
    for column in rows.answers:
        for index in kept:
            if column.invalid[index]:
                rejection = Rejection(rows.table.row_number(index), INVALID, column.header)
                rows.rejected.setdefault(index, rejection)


def _filled(rows: Rows) -> list[bool]:
    return [any(cell.strip() for cell in cells) for cells in rows.table.rows]


def _answered(rows: Rows) -> list[bool]:
    status = rows.mapping.status
    if status is None:
        return [True] * len(rows.table.rows)
    words = {plain(word) for word in status.answered}
    return [plain(cell) in words for cell in rows.table.column(status.column)]


def _has_answer(rows: Rows) -> list[bool]:
    """Whether a row has anything in a closed question ("Vet ej" too) or a comment."""
    columns = [rows.table.column(column.header) for column in rows.answers]
    columns += [cells for _, cells in rows.comments]
    return [any(cell.strip() for cell in cells) for cells in zip(*columns, strict=True)]
