"""A file is what its bytes say, and must be what its name says."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.read.conftest import sheet_xml, workbook
from text_analysis.errors import FileError
from text_analysis.read import read_table
from text_analysis.read.sniff import MAX_BYTES

CSV = b"Enhet;eNPS\nA;9\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(*names: str) -> bytes:
    """A zip with empty members of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, b"")
    return buffer.getvalue()


BROKEN = {
    "0 bytes": ("enkät.csv", b"", "tom (0 byte)"),
    "csv that is xlsx": ("enkät.csv", workbook(sheet_xml(("A1", "x"))), "är en Excel-arbetsbok"),
    "xlsx that is csv": ("enkät.xlsx", CSV, "är text"),
    "pdf": ("enkät.csv", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "png": ("enkät.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "bild (PNG)"),
    "jpeg as xlsx": ("enkät.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF", "bild (JPEG)"),
    "html as xlsx": ("enkät.xlsx", b"<html><table><tr><td>A</td></tr></table>", "webbsida"),
    "gzip": ("enkät.csv", b"\x1f\x8b\x08\x00", "gzip"),
    "spss": ("enkät.csv", b"$FL2@(#) SPSS", "SPSS"),
    "old excel by name": ("enkät.xls", OLE, "äldre Excelfil (.xls)"),
    "old excel as xlsx": ("enkät.xlsx", OLE, "äldre Office-fil"),
    "password": ("enkät.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "lösenordsskyddad"),
    "macros by name": ("enkät.xlsm", CSV, "makron"),
    "macros as xlsx": ("enkät.xlsx", archive("xl/workbook.xml", "xl/vbaProject.bin"), "makron"),
    "binary workbook": ("enkät.xlsx", archive("xl/workbook.bin"), "binär Excelfil"),
    "ods by name": ("enkät.ods", CSV, "OpenDocument"),
    "ods as xlsx": ("enkät.xlsx", archive("mimetype", "content.xml"), "OpenDocument"),
    "word as xlsx": ("enkät.xlsx", archive("word/document.xml"), "Word"),
    "cut zip": ("enkät.xlsx", workbook(sheet_xml(("A1", "x")))[:200], "skadad eller avbruten"),
    "zip": ("enkät.csv", archive("a.csv"), "zip"),
    "utf-16 without mark": ("enkät.csv", CSV.decode().encode("utf-16-le"), "UTF-16"),
    "no suffix": ("enkät", CSV, "utan filändelse"),
    "text lines": ("enkät.jsonl", b'{"text": "Bra"}\n', "ingen tabell"),
}


@pytest.mark.parametrize(("name", "data", "said"), BROKEN.values(), ids=BROKEN)
def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """The error says what the file is, names it, and tells what to do or what is expected."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_table(path)
    assert said in caught.value.what
    assert caught.value.where == name
    assert caught.value.remedy or caught.value.expected


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """A 300 MB file is refused by its size."""
    path = tmp_path / "stor.csv"
    with path.open("wb") as file:
        file.truncate(3 * MAX_BYTES)
    with pytest.raises(FileError, match="300 MB"):
        read_table(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path to nothing gives the file's name, not a traceback."""
    with pytest.raises(FileError, match="finns inte") as caught:
        read_table(tmp_path / "borta.csv")
    assert caught.value.where == "borta.csv"
