"""The answers to a closed question: on its scale, missing, or not an answer at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from text_analysis.errors import ScaleError
from text_analysis.instruments import load_instruments
from text_analysis.read.columns import known_labels
from text_analysis.read.mapping import Mapping
from text_analysis.read.naming import first_of
from text_analysis.read.table import RawTable
from text_analysis.read.values import is_missing, parse_answer, plain, spoken
from text_analysis.read.vocabulary import NO_ANSWER, YES_NO_LABELS
from text_analysis.records import Item

ENPS_SCALE: Final = (0, 10)
YES_OR_NO: Final = (0, 1)
OWN_SCALE: Final = (1, 5)  # of an organisation's own OSA questions, as of all OSA questions


@dataclass(frozen=True)
class Answers:
    """A question's answers, one per row of the table.

    Attributes
    ----------
    header : the column.
    key : "enps" or the item's key.
    scale : lowest and highest number in the data.
    numbers : on the item's own scale; None where there is no answer.
    missing : True where the cell says "Vet ej" or the like.
    invalid : True where the cell is no answer on the scale.
    """

    header: str
    key: str
    scale: tuple[int, int]
    numbers: list[float | None] = field(repr=False)
    missing: list[bool] = field(repr=False)
    invalid: list[bool] = field(repr=False)


def item_of(key: str, header: str) -> Item:
    """The item with this key: a known one, or an own one whose wording is the header."""
    for item in load_instruments().items:
        if item.key == key:
            return item
    return Item(key, key.rpartition(".")[0], header, OWN_SCALE)


def read_answers(table: RawTable, mapping: Mapping) -> list[Answers]:
    """The answers of the eNPS column, if there is one, and of every item column."""
    asked = [(mapping.enps, "enps", ENPS_SCALE)] if mapping.enps else []
    asked += [(header, key, item_of(key, header).scale) for header, key in mapping.items.items()]
    return [_read(table.column(header), header, key, scale, mapping) for header, key, scale in asked]


def _read(cells: Sequence[str], header: str, key: str, scale: tuple[int, int], mapping: Mapping) -> Answers:
    words = NO_ANSWER | {plain(word) for word in mapping.missing}
    given = mapping.scales.get(header, scale)
    different = set(cells)
    missing = {text: bool(text.strip()) and is_missing(text, words) for text in different}
    number = _number_reader(given, scale, mapping)
    values = {text: None if is_missing(text, words) else number(text) for text in different}
    return Answers(
        header,
        key,
        (min(given), max(given)),
        [values[text] for text in cells],
        [missing[text] for text in cells],
        [values[text] is None and not is_missing(text, words) for text in cells],
    )


def _number_reader(
    given: tuple[int, int], scale: tuple[int, int], mapping: Mapping
) -> Callable[[str], float | None]:
    """What takes a cell to a number on the question's scale, from the scale it is given in."""
    named = {OWN_SCALE: known_labels(), YES_OR_NO: YES_NO_LABELS}.get(scale, {})
    labels = {plain(label): number for label, number in mapping.answers.items()}

    def read(text: str) -> float | None:
        known = named.get(plain(text)) if plain(text) not in labels else None
        if known is not None:  # the label means this, whichever way the figures run
            return known
        number = parse_answer(text, labels)
        if number is None or not number.is_integer() or not min(given) <= number <= max(given):
            return None
        return scale[0] + (number - given[0]) / (given[1] - given[0]) * (scale[1] - scale[0])

    return read


def refuse_invalid(table: RawTable, answers: Sequence[Answers], rows: Sequence[int]) -> None:
    """Nothing, if no answer in these rows is outside its scale.

    Raises
    ------
    ScaleError : names each column with its first rows. Only figures are repeated: words may be a comment.
    """
    wrong = [(column, [row for row in rows if column.invalid[row]]) for column in answers]
    wrong = [(column, places) for column, places in wrong if places]
    if not wrong:
        return
    n = sum(len(places) for _, places in wrong)
    shown = {spoken(table.column(column.header)[row]) for column, places in wrong for row in places}
    where = [
        f"{table.place_of(column.header)}, rad {first_of([table.row_number(row) for row in places], 'rader')}"
        for column, places in wrong
    ]
    scales = sorted({column.scale for column, _ in wrong})
    raise ScaleError(
        f"{n} svar ligger inte på skalan: {first_of(sorted(shown), 'olika')}.",
        where="; ".join(filter(None, [table.file, first_of(where, "kolumner")])),
        expected=f"hela tal {first_of([f'{low}–{high}' for low, high in scales])}",
        remedy='Rätta svaren. Eller skriv i mappningen invalid_rows = "leave_out" för att utelämna raderna, '
        "missing för ord som betyder inget svar, eller skalan under [scales].",
        field="enps" if all(column.key == "enps" for column, _ in wrong) else "items",
    )
