"""The header row: where it stands, and headers that name one column each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from text_analysis.errors import HeaderError
from text_analysis.read.naming import column_letters, counted, first_of, grouped, one_line, short
from text_analysis.read.values import parse_number

HEADER_SHARE: Final = 0.6  # of the widest row's cells that hold text in the header row
MAX_COLUMNS: Final = 2_000


def find_header(rows: Sequence[Sequence[str]], file: str) -> int:
    """The place of the first row where at least 60 % of the widest row's cells hold text.

    Raises
    ------
    HeaderError : there is none.

    >>> find_header([["Enkät 2025", "", ""], ["Enhet", "eNPS", "Kommentar"], ["A", "9", ""]], "a.csv")
    1
    """
    widest = max((width(row) for row in rows), default=0)
    for place, row in enumerate(rows):
        texts = sum(bool(cell.strip()) and parse_number(cell) is None for cell in row)
        if texts and texts >= HEADER_SHARE * widest:
            return place
    raise HeaderError(
        "Rubrikraden hittades inte.",
        where=file,
        expected="en rad där de flesta kolumner har en rubrik i ord",
        remedy="Lägg en rad med kolumnernas rubriker överst i filen.",
    )


def width(row: Sequence[str]) -> int:
    """The number of cells up to the last that is not blank."""
    for place in range(len(row), 0, -1):
        if row[place - 1].strip():
            return place
    return 0


def read_headers(row: Sequence[str], n_columns: int, file: str) -> tuple[str, ...]:
    """One header per column; a column without is called "(kolumn F)".

    Raises
    ------
    HeaderError : more than 2,000 columns, or several columns with the same header.
    """
    if n_columns > MAX_COLUMNS:
        raise HeaderError(
            f"Filen har {counted(n_columns, 'kolumn', 'kolumner')}.",
            where=file,
            expected=f"högst {grouped(MAX_COLUMNS)}",
            remedy="Exportera bara de kolumner som behövs.",
        )
    found = [one_line(cell) for cell in row[:n_columns]]
    _refuse_duplicates(found, file)
    return tuple(text or unnamed(number) for number, text in enumerate(found, start=1))


def unnamed(number: int) -> str:
    """What a column without header is called; the first column is 1."""
    return f"(kolumn {column_letters(number)})"


def _refuse_duplicates(headers: Sequence[str], file: str) -> None:
    repeated = [header for header, n in Counter(filter(None, headers)).items() if n > 1]
    if repeated:
        named = [f'"{short(header)}" i kolumn {_letters(headers, header)}' for header in repeated]
        n_repeated = counted(len(repeated), "rubrik", "rubriker")
        raise HeaderError(
            f"Flera kolumner har samma rubrik: {n_repeated} står mer än en gång.",
            where=f"{file}: {first_of(named, 'rubriker')}",
            expected="en egen rubrik för varje kolumn",
            remedy="Ge kolumnerna olika rubriker, till exempel genom att lägga till frågans nummer.",
        )


def _letters(headers: Sequence[str], header: str) -> str:
    places = [column_letters(number) for number, other in enumerate(headers, start=1) if other == header]
    return first_of(places, "kolumner")
