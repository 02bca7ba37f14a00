"""Texts to code or mask, one per row of a .jsonl, .csv or .xlsx file, in order and none dropped."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from text_analysis.errors import FileError, HeaderError
from text_analysis.read.delimited import decode
from text_analysis.read.naming import one_line, quoted
from text_analysis.read.sniff import READ, check_lines, read_bytes
from text_analysis.read.table import read_table

_BLOCK: Final = 1 << 20


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
        return list(_from_lines(path, text, id, question))
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


def stream_texts(
    path: Path, *, text: str = "text", id: str = "id", question: str = "question"
) -> Iterator[TextRow]:
    """The texts of `read_texts`, one at a time: memory stays flat for a .jsonl file of any length.

    Every line is looked at before the first text is given, so that a broken one is told at once and not when
    the rows before it have been coded. Parameters and errors as `read_texts`.
    """
    if READ.get(path.suffix.lower()) != "lines":
        return iter(read_texts(path, text=text, id=id, question=question))
    for _ in _from_lines(path, text, id, question):
        pass
    return _from_lines(path, text, id, question)


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file; one in UTF-8 is read in pieces, any other whole."""
    check_lines(path)
    if not _is_utf8(path):
        yield from decode(read_bytes(path), path.name)[0].split("\n")  # not at U+2028
        return
    with path.open("rb") as file:
        for line in file:
            yield line.removeprefix(codecs.BOM_UTF8).decode()


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _from_lines(path: Path, text: str, id_key: str, question: str) -> Iterator[TextRow]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        where = f"{path.name}, rad {number}"
        row = _object(line, where)
        if text not in row:
            raise _no_text(path, text, row, where)
        own = row.get(id_key)
        yield TextRow(
            id=str(number) if own is None or own == "" else str(own),
            text=_text(row[text], where),
            question=_text(row.get(question), where),
        )


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
