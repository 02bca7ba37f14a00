"""The demo surveys' files, the same bytes each time: a csv, a plain xlsx and their mappings."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import tomli_w

Cell = int | str
Rows = Sequence[Sequence[Cell]]

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
PARTS = {
    "[Content_Types].xml": f"""{XML}<Types xmlns="{SCHEMAS}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""{XML}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">
<Relationship Id="rId1" Type="{SCHEMAS}/officeDocument/2006/relationships/officeDocument" \
Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""{XML}<workbook xmlns="{SCHEMAS}/spreadsheetml/2006/main" \
xmlns:r="{SCHEMAS}/officeDocument/2006/relationships">
<sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""{XML}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">
<Relationship Id="rId1" Type="{SCHEMAS}/officeDocument/2006/relationships/worksheet" \
Target="worksheets/sheet1.xml"/></Relationships>""",
}


def csv_bytes(header: Sequence[str], rows: Rows) -> bytes:
    """A csv file as Swedish Excel wants it: UTF-8 with BOM, semicolon, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([header, *rows])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(header: Sequence[str], rows: Rows) -> bytes:
    """A workbook with one sheet, written by hand: the libraries put today's date into theirs."""
    lines = [_row(number, cells) for number, cells in enumerate([header, *rows], start=1)]
    sheet = f'{XML}<worksheet xmlns="{SCHEMAS}/spreadsheetml/2006/main"><sheetData>{"".join(lines)}'
    parts = PARTS | {"xl/worksheets/sheet1.xml": f"{sheet}</sheetData></worksheet>"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content)
    return buffer.getvalue()


def _row(number: int, cells: Sequence[Cell]) -> str:
    written = [_cell(f"{column_name(i)}{number}", cell) for i, cell in enumerate(cells) if cell != ""]
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell(place: str, cell: Cell) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'


def column_name(index: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_name(0), column_name(26)
    ('A', 'AA')
    """
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def write_mapping(path: Path, mapping: Mapping[str, object]) -> None:
    """The mapping as TOML."""
    path.write_bytes(tomli_w.dumps(mapping).encode("utf-8"))
