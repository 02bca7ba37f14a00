"""Results as a file of JSON lines, written wholly or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from text_analysis.errors import FileError


def write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """Write a row a line beside the target, and move them there when all are written.

    Raises
    ------
    FileError : the file cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(
            "Resultatet kan inte skrivas.",
            where=path.name,
            remedy="Kontrollera plats, utrymme och behörighet.",
        ) from error
