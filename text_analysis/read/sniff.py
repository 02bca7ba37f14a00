"""What a file is, told by its first bytes: its type must be one we read and the one its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final, Literal

from text_analysis.errors import FileError

Kind = Literal["delimited", "spreadsheet", "lines"]

# A survey of 100,000 respondents with comments is some 50 MB; more than this is not an export.
MAX_BYTES: Final = 100_000_000
# Rows of a .jsonl file are read one at a time; a million comments are some 250 MB.
MAX_STREAMED: Final = 4_000_000_000
_HEAD: Final = 65_536  # bytes that tell what a streamed file is

READ: Final[dict[str, Kind]] = {
    ".csv": "delimited",
    ".txt": "delimited",
    ".tsv": "delimited",
    ".xlsx": "spreadsheet",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
SAVE_AS: Final = "Öppna filen och spara den som Excel-arbetsbok (.xlsx) eller CSV UTF-8 (.csv)."
_OTHER_SPREADSHEETS: Final = {
    ".xls": "en äldre Excelfil (.xls)",
    ".xlsb": "en binär Excelfil (.xlsb)",
    ".xlsm": "en Excelfil med makron (.xlsm)",
    ".ods": "ett OpenDocument-kalkylark (.ods)",
}
_SIGNATURES: Final = (
    (b"%PDF", "en PDF-fil"),
    (b"\x89PNG", "en bild (PNG)"),
    (b"\xff\xd8\xff", "en bild (JPEG)"),
    (b"GIF8", "en bild (GIF)"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"\x1f\x8b", "en komprimerad fil (gzip)"),
    (b"7z\xbc\xaf", "en komprimerad fil (7-Zip)"),
    (b"Rar!", "en komprimerad fil (RAR)"),
    (b"PAR1", "en Parquet-fil"),
    (b"$FL2", "en SPSS-fil (.sav)"),
    (b"SQLite format 3", "en databas (SQLite)"),
    (b"MZ\x90\x00", "ett program"),
    (b"\x7fELF", "ett program"),
)
_ZIP_MEMBERS: Final = (  # the first that the archive holds tells what it is
    ("xl/workbook.bin", _OTHER_SPREADSHEETS[".xlsb"]),
    ("xl/vbaProject.bin", _OTHER_SPREADSHEETS[".xlsm"]),
    ("xl/workbook.xml", "en Excel-arbetsbok (.xlsx)"),
    ("word/document.xml", "ett Word-dokument"),
    ("ppt/presentation.xml", "en PowerPoint-presentation"),
    ("content.xml", "ett OpenDocument-dokument"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # container of .xls, .doc and encrypted .xlsx
_HTML: Final = (b"<!doctype", b"<html", b"<table", b"<?xml")
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16 and UTF-32
_REMEDIES: Final = {
    "en Excel-arbetsbok (.xlsx)": "Byt filändelsen till .xlsx.",
    "text": "Byt filändelsen till .csv om filen är en tabell med avgränsare.",
    "en lösenordsskyddad fil": "Öppna filen, ta bort lösenordet och spara den på nytt.",
    "en skadad eller avbruten fil": "Hämta eller exportera filen på nytt.",
}


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that may be one we read; `kind_of` tells whether it is.

    Raises
    ------
    FileError : the file is missing, empty, above 100 MB, or of a type we do not read.
    """
    _refuse_by_name(path.name, _size_of(path), MAX_BYTES)
    return path.read_bytes()


def kind_of(data: bytes, file: str) -> Kind:
    """How to read the bytes of a file, which never need to lie on disk.

    Raises
    ------
    FileError : the file is empty, above 100 MB, of a type we do not read, or of another type than its
        name says.
    """
    _refuse_by_name(file, len(data), MAX_BYTES)
    _refuse_other(file, data)
    return READ[Path(file).suffix.lower()]


def check_lines(path: Path) -> None:
    """See that a file to be read line by line is text.

    Raises
    ------
    FileError : as `kind_of`, but files may be up to 4 GB.
    """
    _refuse_by_name(path.name, _size_of(path), MAX_STREAMED)
    with path.open("rb") as file:
        _refuse_other(path.name, file.read(_HEAD))


def _size_of(path: Path) -> int:
    if not path.is_file():
        raise FileError("Filen finns inte.", where=path.name, remedy="Kontrollera namn och mapp.")
    return path.stat().st_size


def _refuse_other(file: str, data: bytes) -> None:
    """Refuse content that is not what the file's name says."""
    found = what_it_is(data)
    suffix = Path(file).suffix
    expected = "en Excel-arbetsbok (.xlsx)" if READ[suffix.lower()] == "spreadsheet" else "text"
    if found != expected:
        raise FileError(
            f"Filen heter {suffix} men är {found}.",
            where=file,
            expected=expected,
            remedy=_REMEDIES.get(found, SAVE_AS),
        )


def _refuse_by_name(file: str, size: int, most: int) -> None:
    suffix = Path(file).suffix.lower()
    if suffix not in READ:
        kind = _OTHER_SPREADSHEETS.get(suffix, f"av typen {suffix or 'utan filändelse'}")
        raise FileError(
            f"Filen är {kind} och den typen läses inte.",
            where=file,
            expected=", ".join(READ),
            remedy=SAVE_AS,
        )
    if size == 0:
        raise FileError(
            "Filen är tom (0 byte).", where=file, remedy="Exportera den på nytt ur enkätverktyget."
        )
    if size > most:
        raise FileError(
            f"Filen är {size // 1_000_000} MB och större än vad som läses.",
            where=file,
            expected=f"högst {most // 1_000_000} MB",
            remedy="Ta bort kolumner som inte behövs, eller dela filen.",
        )


def what_it_is(data: bytes) -> str:
    """The kind of content in Swedish words.

    >>> what_it_is(b"%PDF-1.7"), what_it_is(b"Enhet;eNPS")
    ('en PDF-fil', 'text')
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith(_OLE):
        return _inside_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(data)
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        return "en webbsida (HTML eller XML)"
    if b"\x00" in data and not data.startswith(_WIDE_MARKS):
        return "binär, eller UTF-16 utan byteordningsmärke"
    return "text"


def _inside_ole(data: bytes) -> str:
    encrypted = "EncryptedPackage".encode("utf-16-le") in data
    return "en lösenordsskyddad fil" if encrypted else "en äldre Office-fil (.xls eller .doc)"


def _inside_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return "en skadad eller avbruten fil"
    return next((kind for member, kind in _ZIP_MEMBERS if member in names), "en zip-fil")
