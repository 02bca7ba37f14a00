"""A file in words: how it was read, what each column holds, and what it seems to be and why."""

from __future__ import annotations

import pandas as pd

from app_pages.shared.upload import Upload
from text_analysis.present.numbers import whole
from text_analysis.present.translation import say
from text_analysis.read import ColumnPreview


def file_line(found: Upload) -> str:
    """How a file was read, in a line."""
    table = found.table
    encoding = say("teckenkodning {name}", name=encoding_name(table.encoding))
    how = say("blad {name}", name=table.sheet) if table.sheet else encoding
    size = say(
        "{rows} rader, {columns} kolumner", rows=whole(len(table.rows)), columns=str(len(table.headers))
    )
    head = say("rubriker på rad {row}", row=str(table.header_row))
    return f"{table.file}: {size}, {how}, {head}."


def encoding_name(encoding: str) -> str:
    """What people call an encoding; the byte order mark is of no concern to them.

    >>> encoding_name("utf-8-sig"), encoding_name("cp1252")
    ('UTF-8', 'Windows-1252')
    """
    return encoding.removesuffix("-sig").upper().replace("CP", "Windows-")


def columns_table(upload: Upload) -> pd.DataFrame:
    """A row per column, in the order of the file."""
    why = upload.proposal.reasons
    lines = [
        {
            say("Kolumn"): column.header,
            say("Svar"): whole(column.n_answers),
            say("Innehåll"): content(column),
            say("Verkar vara"): why.get(column.header) or say("används inte"),
        }
        for column in upload.columns
    ]
    return pd.DataFrame(lines)


def content(column: ColumnPreview) -> str:
    """The sort of answers in words."""
    match column.content:
        case "numbers":
            return say("tal från {low} till {high}", low=column.shown[0], high=column.shown[1])
        case "words":
            return say("ord: {words} …", words=", ".join(column.shown))
        case "text":
            return say("fritext")
        case "empty":
            return say("tom")
