"""Texts to code or mask, one per row of a .jsonl, .csv or .xlsx file, in order and none dropped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from text_analysis.errors import FileError, HeaderError
from text_analysis.read.delimited import decode
from text_analysis.read.naming import one_line, quoted
from text_analysis.read.sniff import READ, read_bytes
from text_analysis.read.table import read_table


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text with its id and the question it answers, which may be empty."""

    id: str
    text: str = field(repr=False)
    question: str = ""


def read_texts(
    path: Path,
    *,
    text: str = "text",
    id: str = "id",
    question: str = "question",
) -> list[TextRow]:
    """The texts of a file, exactly as they stand.

    Parameters
    ----------
    path : .jsonl, .csv or .xlsx.
    text, id, question : columns (keys in .jsonl). Without an id column the row's number in the file is
        the id; without a question column the questions are empty.

    Raises
    ------
    FileError : the file cannot be read; a broken line is named by its number.
    HeaderError : there is no column for the text.
    """
    if READ.get(path.suffix.lower()) == "lines":
        return _from_lines(path, text, id, question)
    table = read_table(path)
    text_column, id_column, question_column = (one_line(name) for name in (text, id, question))
    if text_column not in table.headers:
        raise _no_text(path, text, table.headers)
    ids = table.column(id_column) if id_column in table.headers else [""] * len(table.rows)
    questions = table.column(question_column) if question_column in table.headers else [""] * len(table.rows)
    return [
        TextRow(own.strip() or str(table.row_number(index)), cell, asked)
        for index, (own, cell, asked) in enumerate(
            zip(ids, table.column(text_column), questions, strict=True)
        )
    ]


def _from_lines(path: Path, text: str, id_key: str, question: str) -> list[TextRow]:
    data, _ = read_bytes(path)
    lines = decode(data, path.name)[0].split("\n")  # not at U+2028
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path.name}, rad {number}"
        row = _object(line, where)
        if text not in row:
            raise _no_text(path, text, row, where)
        own = row.get(id_key)
        rows.append(
            TextRow(
                id=str(number) if own is None or own == "" else str(own),
                text=_text(row[text], where),
                question=_text(row.get(question), where),
            )
        )
    return rows


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        # Not chained: the decoder's error carries the line, which may be a comment.
        raise _broken_line("Raden är inte giltig JSON.", where) from None
    if not isinstance(found, dict):
        raise _broken_line("Raden är inget JSON-objekt.", where)
    return found


def _text(value: object, where: str) -> str:
    """The text of a value, empty for null."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _broken_line("Värdet är ingen text.", where)
    try:
        value.encode()
    except UnicodeEncodeError:  # not chained: the error carries the text
        raise _broken_line("Texten innehåller ett halvt tecken.", where) from None
    return value


def _broken_line(what: str, where: str) -> FileError:
    return FileError(
        what,
        where=where,
        expected='{"id": "…", "text": "…"} på varje rad',
        remedy="Rätta raden eller exportera filen på nytt.",
    )


def _no_text(path: Path, text: str, names: Iterable[str], where: str = "") -> HeaderError:
    return HeaderError(
        f'Kolumnen "{text}" med texterna finns inte.',
        where=where or path.name,
        expected=f"en av kolumnerna {quoted(list(names), 'kolumner')}",
        remedy="Ange kolumnens namn med --text.",
    )
