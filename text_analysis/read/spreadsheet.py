"""Excel workbooks (.xlsx) to rows of cells, read in a child process with limited memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from text_analysis.errors import FileError
from text_analysis.read.zip_guard import check_workbook

TIMEOUT_SECONDS: Final = 60
_CHILD: Final = Path(__file__).with_name("spreadsheet_child.py")
_WORDS: Final = {
    "password": ("Excelfilen är lösenordsskyddad.", "Ta bort lösenordet och spara filen på nytt."),
    "damaged": ("Excelfilen är skadad eller avbruten.", "Exportera den på nytt."),
    "empty": ("Excelfilen har inget synligt blad med innehåll.", "Lägg svaren i det första bladet."),
}


@dataclass(frozen=True)
class Sheet:
    """The first visible sheet with content: rows from A1 on, all equally wide."""

    name: str
    rows: list[list[str]] = field(repr=False)


def parse(data: bytes, file: str) -> Sheet:
    """The first visible sheet with content.

    Parameters
    ----------
    data : the file's bytes.
    file : its name, for errors.

    Raises
    ------
    FileError : the workbook is damaged, protected, empty, unsafe, or too large to read.
    """
    check_workbook(data, file)
    answer = json.loads(_ask_child(data, file))
    if "error" in answer:
        what, remedy = _WORDS[answer["error"]]
        raise FileError(what, where=file, remedy=remedy)
    return Sheet(answer["sheet"], answer["rows"])


def _ask_child(data: bytes, file: str) -> bytes:
    """What the child wrote; -I keeps the user's own modules and settings out of it."""
    what = "Excelfilen gick inte att läsa"
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "RUST_BACKTRACE": "0"},
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(f"{what} på {TIMEOUT_SECONDS} sekunder.", file) from error
    except subprocess.CalledProcessError as error:
        raise _too_much(f"{what}; den är skadad eller kräver mer än 2 GB minne.", file) from error
    return done.stdout


def _too_much(what: str, file: str) -> FileError:
    remedy = "Kopiera svaren till en ny arbetsbok, eller spara bladet som CSV UTF-8."
    return FileError(what, where=file, remedy=remedy)
