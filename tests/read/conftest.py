"""Files as survey tools and people write them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from text_analysis.read import Mapping, RawTable, read_table
from text_analysis.read.mapping import WaveSource

HEADERS = ("Enhet", "eNPS", "Kommentar")
Rows = Sequence[Sequence[object]]
Write = Callable[..., Path]


def delimited(rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """The rows as a delimited file's bytes."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.fixture
def write_csv(tmp_path: Path) -> Write:
    """Writes rows as a .csv file."""

    def write(rows: Rows, name: str = "enkat.csv", delimiter: str = ";", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(delimited(rows, delimiter, encoding))
        return path

    return write


@pytest.fixture
def write_xlsx(tmp_path: Path) -> Write:
    """Writes rows as the only sheet of an .xlsx file."""

    def write(rows: Rows, name: str = "enkat.xlsx") -> Path:
        book = openpyxl.Workbook()
        for row in rows:
            book.worksheets[0].append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def table(write_csv: Write) -> Callable[..., RawTable]:
    """The table of rows given with their header row first."""
    return lambda *rows, **options: read_table(write_csv(rows, **options))


def plain_mapping(**fields: object) -> Mapping:
    """A mapping of `HEADERS` for one wave, with further fields."""
    usual: dict[str, object] = {
        "name": "Medarbetarundersökning",
        "organisation": "Kommunen",
        "wave": WaveSource(value="2025"),
        "unit": ("Enhet",),
        "enps": "eNPS",
        "comments": {"Kommentar": "Vad är bra?"},
    }
    return Mapping(**(usual | fields))  # type: ignore[arg-type]


SCHEMAS = "http://schemas.openxmlformats.org"
MAIN = f"{SCHEMAS}/spreadsheetml/2006/main"
LINKS = f"{SCHEMAS}/officeDocument/2006/relationships"
SHEET_HEAD = f'<worksheet xmlns="{MAIN}"><sheetData>'
SHEET_TAIL = "</sheetData></worksheet>"


def workbook(sheet: str, extra: dict[str, bytes] | None = None, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of an .xlsx whose only sheet has this XML, with further members."""
    members = {
        "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}/package/2006/content-types"/>',
        "_rels/.rels": _links("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packed) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _links(kind: str, target: str) -> str:
    link = f'<Relationship Id="rId1" Type="{LINKS}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{link}</Relationships>'


def sheet_xml(*cells: tuple[str, str]) -> str:
    """A sheet with these cells (reference, text), one row each."""
    rows = (f'<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>' for place, text in cells)
    return SHEET_HEAD + "".join(rows) + SHEET_TAIL
