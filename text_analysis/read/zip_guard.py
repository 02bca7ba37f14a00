"""What a workbook's zip must hold to be opened: no bombs, no escapes, no sheet of a billion cells."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from text_analysis.errors import FileError
from text_analysis.read.header_row import MAX_COLUMNS
from text_analysis.read.naming import column_letters, column_number, grouped

MAX_MEMBERS: Final = 200
MAX_UNPACKED: Final = 100_000_000  # bytes
MAX_RATIO: Final = 100  # unpacked over packed; answers in columns reach some 30
SMALL: Final = 1_000_000  # bytes unpacked; below this no ratio does harm
MAX_ROWS: Final = 200_000
MAX_CELLS: Final = 10_000_000

_CHUNK: Final = 1 << 20
_CELL: Final = re.compile(rb"<(?:\w+:)?c\s[^<>]*?\br\s*=\s*[\"']\$?([A-Za-z]{1,3})\$?([0-9]{1,7})[\"']")
_DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCRYPTED: Final = 0x1
_PACKED_BY: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def check_workbook(data: bytes, file: str) -> None:
    """Nothing, if the workbook is safe to hand to the Excel reader.

    Limits of members, size and ratio keep a real export of 100,000 rows far inside.

    Raises
    ------
    FileError : says which limit is passed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_directory(members, file)
            for member in members:
                _check_member(archive, member, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise FileError(
            "Excelfilen är skadad eller avbruten.", where=file, remedy="Exportera den på nytt."
        ) from error


def _check_directory(members: list[zipfile.ZipInfo], file: str) -> None:
    names = [member.filename for member in members]
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or len(set(names)) < len(names):
        raise _refused(
            f"Excelfilen består av {grouped(len(members))} delar", file, f"högst {MAX_MEMBERS}, alla olika"
        )
    if unpacked > MAX_UNPACKED:
        raise _refused("Excelfilen är för stor när den packas upp", file, f"{MAX_UNPACKED // 1_000_000} MB")
    if any(m.file_size > max(SMALL, MAX_RATIO * m.compress_size) for m in members):
        raise _refused("Excelfilen är packad på ett orimligt sätt", file, f"högst {MAX_RATIO} gånger")
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name for name in names):
        raise _refused("Excelfilen pekar på filer utanför sig själv", file)
    if any(m.flag_bits & _ENCRYPTED or m.compress_type not in _PACKED_BY for m in members):
        raise _refused("Excelfilen är krypterad eller packad på ett ovanligt sätt", file)


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> None:
    xml = member.filename.lower().endswith((".xml", ".rels"))
    for number, piece in enumerate(_pieces(archive, member)):
        if number == 0 and piece.startswith(b"PK\x03\x04"):
            raise _refused("Excelfilen innehåller en annan packad fil", file)
        if number == 0 and xml and b"\x00" in piece[:4]:
            raise _refused("Excelfilen har en ovanlig teckenkodning", file, "UTF-8")
        if xml:
            _check_xml(piece, file)


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member unpacked piece by piece; a tag cut at the end of a piece begins the next."""
    with archive.open(member) as stream:
        rest = b""
        while chunk := stream.read(_CHUNK):
            piece = rest + chunk
            tag = piece.rfind(b"<", max(0, len(piece) - _CHUNK // 2))
            cut = tag if tag > 0 and piece.find(b">", tag) < 0 else len(piece)
            yield piece[:cut]
            rest = piece[cut:]
        if rest:
            yield rest


def _check_xml(piece: bytes, file: str) -> None:
    if _DECLARATION.search(piece):
        raise _refused("Excelfilen innehåller en dokumenttyp (DOCTYPE)", file)
    cells = _CELL.findall(piece)
    rows = max(map(int, {number for _, number in cells}), default=0)
    columns = max(
        (column_number(found.decode().upper()) for found in {letters for letters, _ in cells}), default=0
    )
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise FileError(
            f"Bladet sträcker sig till rad {rows} och kolumn {column_letters(max(columns, 1))}.",
            where=file,
            expected=f"högst {grouped(MAX_ROWS)} rader, {grouped(MAX_COLUMNS)} kolumner "
            f"och {grouped(MAX_CELLS)} celler",
            remedy="Ta bort rader och kolumner utanför svaren, eller kopiera svaren till ett nytt blad.",
        )


def _refused(what: str, file: str, expected: str = "") -> FileError:
    remedy = "Öppna filen i Excel, kopiera svaren till en ny arbetsbok och spara den."
    return FileError(f"{what} och läses därför inte.", where=file, expected=expected, remedy=remedy)
