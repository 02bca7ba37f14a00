"""What a column holds, counted once: how many answers, which numbers, which labels, free text or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from text_analysis.instruments import load_instruments
from text_analysis.read.naming import column_letters, one_line, short
from text_analysis.read.table import RawTable
from text_analysis.read.values import is_missing, parse_answer, plain

_LONG: Final = 80  # characters: no answer alternative is that long
_SENTENCE: Final = 4  # words on average: alternatives are shorter
_DISTINCT: Final = 0.5  # share of answers that differ: alternatives repeat
_LABEL_REPEATS: Final = 3  # times an answer stands before it may be shown as a label


@dataclass(frozen=True)
class Column:
    """A column's header and the counts of its cells; comments are never shown, only counted.

    Attributes
    ----------
    header, number : its header and place (the first is 1).
    n_rows, n_missing : cells, and those blank or with words such as "Vet ej".
    texts : each answer with its count, missing ones left out.
    numbers : each number with its count.
    other : answers that are no number and have no known label, with their counts.
    """

    header: str
    number: int
    n_rows: int
    n_missing: int
    texts: Mapping[str, int] = field(repr=False)
    numbers: Mapping[float, int] = field(repr=False)
    other: Mapping[str, int] = field(repr=False)

    @property
    def where(self) -> str:
        """The column as people find it: `C "eNPS"`."""
        return f'{column_letters(self.number)} "{short(self.header)}"'

    @property
    def n_answers(self) -> int:
        """Cells with an answer."""
        return self.n_rows - self.n_missing

    @property
    def is_numeric(self) -> bool:
        """True if at least half of the answers are numbers or have a known label."""
        return 0 < self.n_answers <= 2 * sum(self.numbers.values())

    @property
    def is_free_text(self) -> bool:
        """True if the answers are sentences that seldom repeat."""
        if self.is_numeric or not self.texts:
            return False
        n_words = sum(len(text.split()) * n for text, n in self.texts.items())
        long = max(len(text) for text in self.texts) > _LONG or n_words >= _SENTENCE * self.n_answers
        return long and len(self.texts) >= _DISTINCT * self.n_answers

    @property
    def labels(self) -> tuple[str, ...]:
        """Answers in words that repeat, most frequent first; what stands once may be a comment."""
        repeated = [text for text, n in self.other.items() if n >= _LABEL_REPEATS and len(text) < _LONG]
        return tuple(one_line(text) for text in sorted(repeated, key=lambda text: -self.other[text]))


def read_columns(table: RawTable) -> tuple[Column, ...]:
    """Every column of the table, in order."""
    labels = known_labels()
    cells = zip(*table.rows, strict=True)
    return tuple(
        _column(header, number, Counter(column), labels)
        for number, (header, column) in enumerate(zip(table.headers, cells, strict=True), start=1)
    )


def known_labels() -> dict[str, float]:
    """The labels of the five-point scale, in the form `values.plain` gives, with their numbers."""
    labels = load_instruments().five_point_labels
    return {plain(label): float(number) for number, label in enumerate(labels, start=1)}


def _column(header: str, number: int, cells: Counter[str], labels: Mapping[str, float]) -> Column:
    texts = {text: n for text, n in cells.items() if not is_missing(text)}
    parsed = {text: parse_answer(text, labels) for text in texts}
    numbers: Counter[float] = Counter()
    for text, value in parsed.items():
        if value is not None:
            numbers[value] += texts[text]
    return Column(
        header=header,
        number=number,
        n_rows=cells.total(),
        n_missing=cells.total() - sum(texts.values()),
        texts=texts,
        numbers=numbers,
        other={text: texts[text] for text, value in parsed.items() if value is None},
    )


def yes_words(column: Column, known: Collection[str]) -> tuple[str, ...]:
    """The column's answers, as written, that are among the known words."""
    return tuple(sorted({one_line(text) for text in column.texts if plain(text) in known}))
