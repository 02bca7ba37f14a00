"""Which column is the eNPS question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from text_analysis.read.columns import Column
from text_analysis.read.headers import words
from text_analysis.read.naming import first_of, quoted
from text_analysis.read.suggestion import Doubt, Suggestion
from text_analysis.read.values import plain
from text_analysis.read.vocabulary import ENPS, ENPS_GROUPS, ENPS_STEMS

# With this many answers, some would be above 5 if the scale went to 10.
_ENOUGH: Final = 30
_FIVE: Final = 5

MISSING: Final = "Kolumnen för eNPS-frågan hittades inte bland rubrikerna."
WRITE: Final = 'Skriv enps = "kolumnens namn" i mappningen, eller enps = false om frågan saknas.'


def propose_enps(columns: Sequence[Column]) -> Suggestion:
    """The eNPS column; none or several candidates is a doubt, and so are answers that never pass 5."""
    candidates = [column for column in columns if _is_enps(column)]
    if not candidates:
        return Suggestion(doubts=(Doubt(MISSING, WRITE),))
    if len(candidates) > 1:
        return Suggestion(doubts=(_several(candidates),))
    column = candidates[0]
    return Suggestion(
        {"enps": column.header},
        {column.header: "rubriken nämner eNPS eller att rekommendera, och svaren är inte fritext"},
        _answer_doubts(column),
    )


def _is_enps(column: Column) -> bool:
    found = words(column.header)
    named = any(word in ENPS or word.startswith(ENPS_STEMS) for word in found)
    groups = bool(column.texts) and {plain(text) for text in column.texts} <= ENPS_GROUPS
    return named and not groups and not column.is_free_text


def _several(candidates: Sequence[Column]) -> Doubt:
    named = first_of([column.where for column in candidates], "kolumner")
    return Doubt(
        f"Flera kolumner kan vara eNPS-frågan: {named}.",
        f'Skriv den som gäller, till exempel enps = "{candidates[0].header}".',
        tuple(column.header for column in candidates),
    )


def _answer_doubts(column: Column) -> tuple[Doubt, ...]:
    if column.labels:
        words_only = Doubt(
            f"Kolumn {column.where} kan vara eNPS-frågan, men svaren är ord: {quoted(column.labels)}.",
            "Skriv under [answers] vilket tal 0–10 varje ord betyder, lägg dem i missing, "
            'eller skriv enps = "en annan kolumn".',
            (column.header,),
            labels=column.labels,
        )
        return (words_only,)
    n = sum(column.numbers.values())
    if n >= _ENOUGH and max(column.numbers) <= _FIVE:
        low = Doubt(
            f"Kolumn {column.where} kan vara eNPS-frågan, men inget av {n} svar är högre än {_FIVE}.",
            f'Är skalan 0–10: skriv enps = "{column.header}". Annars enps = false.',
            (column.header,),
        )
        return (low,)
    return ()
