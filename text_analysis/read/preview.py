"""What each column holds, for the person who says what it means; free text is only counted."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from text_analysis.read.columns import Column, read_columns
from text_analysis.read.table import RawTable

N_SHOWN: Final = 3  # of the answers in words

Content = Literal["numbers", "words", "text", "empty"]


class ColumnPreview(NamedTuple):
    """A column's header, its number of answers, the sort of them, and lowest and highest or the commonest."""

    header: str
    n_answers: int
    content: Content
    shown: tuple[str, ...]


def preview_columns(table: RawTable) -> tuple[ColumnPreview, ...]:
    """Every column of a table, in order; an answer in words is shown only if it repeats."""
    return tuple(_preview(column) for column in read_columns(table))


def _preview(column: Column) -> ColumnPreview:
    if not column.texts:
        return ColumnPreview(column.header, 0, "empty", ())
    if column.is_numeric:
        ends = (f"{min(column.numbers):g}", f"{max(column.numbers):g}")
        return ColumnPreview(column.header, column.n_answers, "numbers", ends)
    if column.is_free_text or not column.labels:
        return ColumnPreview(column.header, column.n_answers, "text", ())
    return ColumnPreview(column.header, column.n_answers, "words", column.labels[:N_SHOWN])
