"""Delimited text (.csv) to rows of cells: encoding and delimiter are decided by rule, never by chance."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from text_analysis.errors import FileError

DELIMITERS: Final = (";", "\t", ",")
_BOMS: Final = (  # UTF-32 first: its mark begins as that of UTF-16
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# å ä ö Å Ä Ö é in UTF-8; as cp1252 they would be "Ã¥", "Ã¤" …, which nobody writes.
_SWEDISH_UTF8: Final = re.compile(rb"\xc3[\xa5\xa4\xb6\x85\x84\x96\xa9]")
_SEP_LINE: Final = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)  # Excel's own first line
_SAMPLE: Final = 50  # rows looked at to tell the delimiter


@dataclass(frozen=True)
class Delimited:
    """Rows as they stand in the file, with the line where each begins (the first line is 1)."""

    rows: list[list[str]] = field(repr=False)
    lines: list[int] = field(repr=False)
    encoding: str
    delimiter: str


def parse(data: bytes, file: str) -> Delimited:
    """The rows of a delimited file; blank lines are empty rows, those at the end are none.

    Parameters
    ----------
    data : the file's bytes.
    file : its name, for errors.

    Raises
    ------
    FileError : the encoding cannot be told, or quotation marks do not match.
    """
    text, encoding = decode(data, file)
    directive = _SEP_LINE.match(text)
    delimiter = directive[1] if directive else find_delimiter(text)
    rows, lines = _rows(text, delimiter, file)
    if directive:
        rows, lines = rows[1:], lines[1:]
    while rows and not rows[-1]:
        rows.pop()
        lines.pop()
    return Delimited(rows, lines, encoding, delimiter)


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text and its encoding: byte order mark, else strict UTF-8, else cp1252 (Swedish Windows).

    Statistical guessing is not used: it takes Swedish cp1252 for cp1250 and writes "Vĺrd".

    >>> decode("Vård".encode("cp1252"), "enkät.csv")
    ('Vård', 'cp1252')

    Raises
    ------
    FileError : none of them fits, or the file holds both UTF-8 and cp1252.
    """
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise _unreadable(file, data, error.start, f"inte {encoding} som märket säger") from error
        if _SWEDISH_UTF8.search(data):
            raise _unreadable(file, data, error.start, "UTF-8 med andra tecken inblandade") from error
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise _unreadable(file, data, error.start, "varken UTF-8 eller Windows (cp1252)") from error


def _unreadable(file: str, data: bytes, position: int, found: str) -> FileError:
    return FileError(
        f"Filens teckenkodning är {found}.",
        where=f"{file}, rad {data.count(bytes([10]), 0, position) + 1}",
        expected="UTF-8, UTF-16 med byteordningsmärke eller Windows (cp1252)",
        remedy="Exportera filen på nytt, eller spara den som CSV UTF-8 i Excel.",
    )


def find_delimiter(text: str) -> str:
    r"""The delimiter that gives most of the first rows one and the same width; the widest if several do.

    >>> find_delimiter("Enhet;Chefen är tydlig, lyhörd och rättvis;Medel\nA;4;7,5\nB;5;8,0")
    ';'
    """
    measured = {delimiter: _evenness(text, delimiter) for delimiter in DELIMITERS}
    return max(measured, key=lambda delimiter: measured[delimiter])


def _evenness(text: str, delimiter: str) -> tuple[bool, float, int]:
    """Whether there are several columns, share of rows as wide as most are, and that width."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(reader, _SAMPLE) if row)
    except csv.Error:  # told with its line when the whole file is read
        return False, 0.0, 0
    if not widths:
        return False, 0.0, 0
    width, n = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return width > 1, n / widths.total(), width


def _rows(text: str, delimiter: str, file: str) -> tuple[list[list[str]], list[int]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    begins = 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise FileError(
            "Citattecknen går inte ihop: en cell slutar inte rätt, eller är längre än 131 072 tecken.",
            where=f"{file}, raden som börjar på rad {begins}",
            expected='citattecken i par, och dubblerade ("") inne i en cell',
            remedy="Rätta raden, eller exportera filen på nytt som Excel-arbetsbok (.xlsx).",
        ) from error
    return rows, lines
