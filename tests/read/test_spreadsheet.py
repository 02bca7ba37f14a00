"""Workbooks: cells as people see them, and files made to harm refused while the program lives."""

import datetime
import subprocess
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.read.conftest import SHEET_HEAD, SHEET_TAIL, Write, sheet_xml, workbook
from text_analysis.errors import FileError
from text_analysis.read import read_table, spreadsheet
from text_analysis.read.zip_guard import MAX_COLUMNS, MAX_ROWS

SPARSE = sheet_xml(("A1", "x"), ("XFD1048576", "x"))
CELL = '<c t="inlineStr"><is><t>x</t></is></c>'
FULL_ROW_AND_LAST = f'{SHEET_HEAD}<row r="1">{CELL * 16384}</row><row r="1048576">{CELL}</row>{SHEET_TAIL}'


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (7, "7"),
        (7.5, "7.5"),
        (True, "SANT"),
        (datetime.date(2025, 10, 28), "2025-10-28"),
        (datetime.datetime(2025, 10, 28, 14, 5), "2025-10-28 14:05:00"),
        (datetime.time(9, 30), "09:30:00"),
        ("  Två\nrader  ", "  Två\nrader  "),
        ("=1+1", ""),
        ("007", "007"),
    ],
    ids=[
        "whole",
        "decimal",
        "true",
        "date",
        "time of day",
        "clock",
        "text kept",
        "uncounted",
        "text of digits",
    ],
)
def test_a_cell_is_the_text_a_person_sees(write_xlsx: Write, cell: object, text: str) -> None:
    """Whole numbers have no decimals, dates are ÅÅÅÅ-MM-DD, text is untouched."""
    table = read_table(write_xlsx([("Enhet", "Svar"), ("A", cell)]))
    assert table.rows == [("A", text)]


def test_rows_are_numbered_as_in_the_sheet(write_xlsx: Write) -> None:
    """Empty rows above the header count, empty formatted rows below the last answer do not."""
    table = read_table(write_xlsx([(), (), ("Enhet", "Svar"), ("A", 1), (), ("B", 2), (" ", " ")]))
    assert table.first_row == 4
    assert table.rows == [("A", "1"), ("", ""), ("B", "2")]


def test_the_first_visible_sheet_with_content_is_read(tmp_path: Path) -> None:
    """A hidden sheet and an empty one come first and are passed by; the sheet is named."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Dold", "Text"])
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("Tomt")
    answers = book.create_sheet("Svar")
    answers.append(["Enhet", "Svar"])
    answers.append(["A", 1])
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert (table.sheet, table.headers) == ("Svar", ("Enhet", "Svar"))


def test_a_workbook_without_content_is_refused(write_xlsx: Write) -> None:
    """An empty workbook has nothing to map."""
    with pytest.raises(FileError, match="inget synligt blad"):
        read_table(write_xlsx([]))


def lying(data: bytes) -> bytes:
    """The workbook with the sheet's unpacked size set to 10 bytes in the directory and its own head."""
    size = len(SPARSE).to_bytes(4, "little")
    assert data.count(size) >= 2
    return data.replace(size, (10).to_bytes(4, "little"))


HARMFUL = {
    "sparse sheet": (workbook(SPARSE), "kolumn XFD"),
    "sparse, prefixed tags": (
        workbook(SPARSE.replace("<c ", "<x:c ").replace("</c>", "</x:c>")),
        "rad 1048576",
    ),
    "too many rows": (workbook(sheet_xml(("A1", "x"), (f"A{MAX_ROWS + 1}", "x"))), f"rad {MAX_ROWS + 1}"),
    "too many columns": (workbook(sheet_xml(("A1", "x"), ("BXY1", "x"))), "kolumn BXY"),
    "bomb of 200 MB": (workbook(SPARSE, {"xl/media/a.bin": bytes(200_000_000)}), "för stor"),
    "packed too well": (workbook(SPARSE, {"xl/media/a.bin": bytes(20_000_000)}), "orimligt"),
    "10 000 members": (
        workbook(SPARSE, {f"xl/{n}.xml": b"" for n in range(10_000)}),
        "10\N{NO-BREAK SPACE}005 delar",
    ),
    "nested zip": (workbook(sheet_xml(("A1", "x")), {"xl/a.bin": workbook(SPARSE)}), "annan packad fil"),
    "document type": (workbook('<!DOCTYPE a [<!ENTITY b "c">]>' + SPARSE), "DOCTYPE"),
    "wide letters": (
        workbook(sheet_xml(("A1", "x")), {"xl/a.xml": SPARSE.encode("utf-16")}),
        "teckenkodning",
    ),
    "path outside": (workbook(sheet_xml(("A1", "x")), {"../a.xml": b"x"}), "utanför sig själv"),
    "absolute path": (workbook(sheet_xml(("A1", "x")), {"/etc/a.xml": b"x"}), "utanför sig själv"),
    "rare packing": (workbook(sheet_xml(("A1", "x")), packed=zipfile.ZIP_LZMA), "ovanligt sätt"),
    "size that lies": (lying(workbook(SPARSE)), "skadad"),
    "no sheet": (workbook("hej"), "skadad"),
}


@pytest.mark.parametrize(("data", "said"), HARMFUL.values(), ids=HARMFUL)
def test_a_harmful_workbook_is_refused_quickly(tmp_path: Path, data: bytes, said: str) -> None:
    """Each is refused in less than 2 s of this process's time, in words, by what is wrong."""
    path = tmp_path / "enkat.xlsx"
    path.write_bytes(data)
    began = time.process_time()
    with pytest.raises(FileError) as caught:
        read_table(path)
    assert time.process_time() - began < 2
    assert said in caught.value.message
    assert "enkat.xlsx" in caught.value.where


@pytest.mark.parametrize(
    "sheet",
    [SPARSE.replace('<c r="XFD', '<c hides=">" r="XFD'), FULL_ROW_AND_LAST],
    ids=["hidden by an attribute", "no references"],
)
def test_a_reader_that_aborts_takes_nobody_with_it(tmp_path: Path, sheet: str) -> None:
    """A sheet that gets past our check makes the reader ask for 512 GB; only the child dies."""
    path = tmp_path / "enkat.xlsx"
    path.write_bytes(workbook(sheet))
    with pytest.raises(FileError, match="kräver mer än 2 GB"):
        read_table(path)


def test_a_reader_that_takes_too_long_is_stopped(write_xlsx: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time limit the child is ended and the error says so."""

    def too_slow(*_: object, **options: float) -> None:
        raise subprocess.TimeoutExpired("child", options["timeout"])

    monkeypatch.setattr(spreadsheet.subprocess, "run", too_slow)
    with pytest.raises(FileError, match="på 60 sekunder"):
        read_table(write_xlsx([("Enhet", "Svar"), ("A", 1)]))


def test_many_columns_within_the_limit_are_read(write_xlsx: Write) -> None:
    """2 000 columns is an unusual export, not an attack."""
    table = read_table(write_xlsx([[f"Fråga {n}" for n in range(MAX_COLUMNS)], [1] * MAX_COLUMNS]))
    assert len(table.headers) == MAX_COLUMNS
