"""A file as a table of text: its headers, and every row below exactly as it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from text_analysis.errors import FileError
from text_analysis.read import delimited, spreadsheet
from text_analysis.read.header_row import find_header, read_headers, width
from text_analysis.read.naming import column_letters, counted, first_of
from text_analysis.read.sniff import READ, kind_of, read_bytes


@dataclass(frozen=True)
class RawTable:
    """A file's table, every cell as text exactly as it stands.

    Attributes
    ----------
    headers : one per column, blanks collapsed; a column without header is called "(kolumn F)".
    rows : below the header, each as wide as `headers`; empty rows too, except the last ones.
    first_row : row number in the file of the first of `rows`.
    encoding : "utf-8-sig", "utf-8", "utf-16", "utf-32" or "cp1252"; "" for a workbook.
    delimiter : ";", "," or tab; "" for a workbook.
    sheet : the sheet that was read; "" for delimited text.
    sha256 : hash of the file's bytes.
    file : the file's name.
    header_row : row number in the file of the headers.
    lines : line where each row begins, if some rows hold line breaks; else empty.
    """

    headers: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(repr=False)
    first_row: int
    encoding: str
    delimiter: str
    sheet: str
    sha256: str
    file: str = ""
    header_row: int = 1
    lines: tuple[int, ...] = field(default=(), repr=False)

    def row_number(self, index: int) -> int:
        """The number of a row as a person sees it in the file, of its index in `rows`."""
        return self.lines[index] if self.lines else self.first_row + index

    def column(self, header: str) -> list[str]:
        """The cells of a column."""
        place = self.headers.index(header)
        return [row[place] for row in self.rows]

    def place_of(self, header: str) -> str:
        """The column as a message names it: `kolumn C "eNPS"`."""
        return f'kolumn {column_letters(self.headers.index(header) + 1)} "{header}"'


@dataclass(frozen=True)
class _Grid:
    """The rows of a file before the header is known, with their row numbers."""

    rows: Sequence[Sequence[str]] = field(repr=False)
    numbers: Sequence[int] = field(repr=False)
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


def read_table(path: Path) -> RawTable:
    """The table of a .csv or .xlsx file; errors as `parse_table`."""
    return parse_table(read_bytes(path), path.name)


def parse_table(data: bytes, file: str) -> RawTable:
    """The table of the bytes of a .csv or .xlsx file; nothing of them is written to disk.

    Its headers are the first row where most columns hold text.

    Parameters
    ----------
    data : the file's bytes.
    file : its name, which tells its type.

    Raises
    ------
    FileError : the file cannot be read, or has no answers below the header.
    HeaderError : there is no header row, or two columns have the same header.
    """
    kind = kind_of(data, file)
    if kind == "lines":
        raise FileError(
            "Filen är ingen tabell med en rad per svarande.",
            where=file,
            expected=", ".join(suffix for suffix, other in READ.items() if other != "lines"),
            remedy="Exportera svaren på nytt som .xlsx eller .csv.",
        )
    grid = _sheet_grid(data, file) if kind == "spreadsheet" else _text_grid(data, file)
    return _below(grid, find_header(grid.rows, file), file, hashlib.sha256(data).hexdigest())


def _below(grid: _Grid, place: int, file: str, sha256: str) -> RawTable:
    """The table whose headers stand in the row at `place`."""
    titles = grid.rows[place]
    rows, numbers = grid.rows[place + 1 :], grid.numbers[place + 1 :]
    n_columns = max(width(row[: len(titles)]) for row in grid.rows[place:])
    headers = read_headers(titles, n_columns, file)
    _check_widths(rows, numbers, n_columns, file)
    _check_answers(rows, file)
    consecutive = numbers[-1] - numbers[0] == len(numbers) - 1
    return RawTable(
        headers=headers,
        rows=[tuple(row[:n_columns]) if row else ("",) * n_columns for row in rows],
        first_row=numbers[0],
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        sha256=sha256,
        file=file,
        header_row=grid.numbers[place],
        lines=() if consecutive else tuple(numbers),
    )


def _text_grid(data: bytes, file: str) -> _Grid:
    parsed = delimited.parse(data, file)
    return _Grid(parsed.rows, parsed.lines, parsed.encoding, parsed.delimiter)


def _sheet_grid(data: bytes, file: str) -> _Grid:
    sheet = spreadsheet.parse(data, file)
    rows = sheet.rows
    while rows and not width(rows[-1]):  # formatted, but never filled
        rows.pop()
    return _Grid(rows, range(1, len(rows) + 1), sheet=sheet.name)


def _check_widths(rows: Sequence[Sequence[str]], numbers: Sequence[int], n_columns: int, file: str) -> None:
    """Refuse rows with another number of cells than the header: answers would slide into wrong columns."""
    wrong = [
        f"rad {number} ({counted(len(row), 'cell', 'celler')})"
        for row, number in zip(rows, numbers, strict=True)
        if row and (len(row) < n_columns or width(row) > n_columns)
    ]
    if wrong:
        raise FileError(
            f"{counted(len(wrong), 'rad', 'rader')} har ett annat antal celler än rubrikraden.",
            where=f"{file}: {first_of(wrong, 'rader')}",
            expected=f"{n_columns} celler per rad",
            remedy="Sätt citattecken runt svar med avgränsare eller radbrytning, eller exportera som .xlsx.",
        )


def _check_answers(rows: Sequence[Sequence[str]], file: str) -> None:
    if not any(width(row) for row in rows):
        raise FileError(
            "Filen har bara en rubrikrad och inga svar.",
            where=file,
            expected="en rad per svarande under rubrikraden",
            remedy="Exportera filen på nytt med svaren.",
        )
