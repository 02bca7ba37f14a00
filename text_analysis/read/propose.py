"""The proposed mapping of a table: what each column seems to be, why, and what a person must decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import Any

from text_analysis.read.columns import Column, read_columns
from text_analysis.read.header_row import unnamed
from text_analysis.read.mapping import Mapping
from text_analysis.read.naming import short
from text_analysis.read.propose_background import (
    propose_patient_contact,
    propose_respondent,
    propose_status,
    propose_wave,
)
from text_analysis.read.propose_comments import propose_comments
from text_analysis.read.propose_enps import propose_enps
from text_analysis.read.propose_questions import propose_items
from text_analysis.read.propose_units import propose_units
from text_analysis.read.suggestion import Doubt, Suggestion
from text_analysis.read.table import RawTable


@dataclass(frozen=True)
class Proposal:
    """A proposed mapping; it may be used as it is only if nothing is open.

    Attributes
    ----------
    mapping : what is proposed, as far as it goes.
    doubts : the points that are open.
    reasons : header to the Swedish reason for its meaning; "(mätning)" and the like concern no column.
    unused : headers that got no meaning.
    """

    mapping: Mapping
    doubts: tuple[Doubt, ...]
    reasons: Table[str, str]
    unused: tuple[str, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """The open points as sentences: the column, what is unclear and what to write in the mapping."""
        return tuple(f"{doubt.text} {doubt.write}" for doubt in self.doubts)


def propose_mapping(table: RawTable, *, name: str) -> Proposal:
    """The mapping that a table's headers and answers suggest; nothing is guessed silently.

    Parameters
    ----------
    table : the export.
    name : the survey's name for people, and the organisation's if the export does not name it.
    """
    columns = read_columns(table)
    found = [_file(table)]
    parts: tuple[Callable[[Sequence[Column]], Suggestion], ...] = (
        propose_items,
        propose_enps,
        propose_patient_contact,
        lambda left: propose_wave(left, file=table.file, name=name),
        propose_respondent,
        propose_status,
        lambda left: propose_units(table, left, name=name),
        _unnamed_with_answers,
        propose_comments,
    )
    for part in parts:
        taken = frozenset().union(*(suggestion.headers for suggestion in found))
        found.append(part([column for column in columns if column.header not in taken]))
    fields: dict[str, Any] = {key: value for suggestion in found for key, value in suggestion.fields.items()}
    taken = frozenset().union(*(suggestion.headers for suggestion in found))
    return Proposal(
        mapping=Mapping(name=name, **fields),
        doubts=tuple(doubt for suggestion in found for doubt in suggestion.doubts),
        reasons={header: why for suggestion in found for header, why in suggestion.reasons.items()},
        unused=tuple(header for header in table.headers if header not in taken),
    )


def _file(table: RawTable) -> Suggestion:
    """How the file was read, where that was a choice: its sheet, encoding, delimiter and header row."""
    reasons = {}
    if table.sheet:
        reasons["(blad)"] = f'det första synliga bladet med innehåll, "{short(table.sheet)}"'
    else:
        mark = {";": "semikolon", ",": "komma", "\t": "tabb"}[table.delimiter]
        reasons["(fil)"] = f"teckenkodning {table.encoding}, {mark} mellan kolumnerna"
    if table.header_row > 1:
        reasons["(rubrikrad)"] = f"rad {table.header_row} är den första där de flesta kolumner har text"
    return Suggestion(reasons=reasons)


def _unnamed_with_answers(columns: Sequence[Column]) -> Suggestion:
    nameless = [column for column in columns if column.header == unnamed(column.number) and column.texts]
    return Suggestion(
        doubts=tuple(
            Doubt(
                f"Kolumn {column.where} saknar rubrik men har {column.n_answers} svar.",
                "Ge den en rubrik i filen, eller ta bort kolumnen.",
                (column.header,),
            )
            for column in nameless
        )
    )
