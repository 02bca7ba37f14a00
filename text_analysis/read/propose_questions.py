"""Which columns are the closed questions of the instruments, and whether their answers fit the scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from text_analysis.instruments import load_instruments
from text_analysis.read.columns import Column, known_labels
from text_analysis.read.headers import Match, match_question
from text_analysis.read.naming import first_of, quoted
from text_analysis.read.suggestion import Doubt, Suggestion
from text_analysis.read.values import plain, split_label
from text_analysis.read.vocabulary import YES_NO_LABELS

_WHY: Final = {
    "text": "rubriken innehåller hela frågan",
    "key": "rubriken är frågans nyckel",
    "name": "rubriken är pulsfrågans namn",
    "near": "rubriken är nästan ordagrant frågan",
}
# A whole number up to here may belong to another scale; beyond it is a wrong answer.
_SCALE_TOP: Final = 10
_FIVE: Final = 5


def propose_items(columns: Sequence[Column]) -> Suggestion:
    """The columns of known questions; a question with two columns, or nearly matched, is a doubt."""
    found: dict[str, list[tuple[Column, Match]]] = {}
    doubts: list[Doubt] = []
    for column in columns:
        matches = () if column.is_free_text else match_question(column.header)
        if len(matches) == 1 and matches[0].sure:
            found.setdefault(matches[0].key, []).append((column, matches[0]))
        elif matches and column.is_numeric:
            doubts.append(_resembling(column, matches))
    single = [pairs[0] for pairs in found.values() if len(pairs) == 1]
    doubts += [_several(key, pairs) for key, pairs in found.items() if len(pairs) > 1]
    doubts += [doubt for column, match in single for doubt in _answer_doubts(column, match)]
    return Suggestion(
        {"items": {column.header: match.key for column, match in single}},
        {column.header: f'{_WHY[match.how]} "{match.text}" ({match.key})' for column, match in single},
        tuple(doubts),
    )


def _resembling(column: Column, matches: Iterable[Match]) -> Doubt:
    nearest = " eller ".join(f'"{match.text}" ({match.key})' for match in list(matches)[:2])
    first = next(iter(matches)).key
    return Doubt(
        f"Kolumn {column.where} liknar frågan {nearest} men har inte samma ord.",
        f'Är det den frågan: skriv "{column.header}" = "{first}" under [items]. '
        "Annars lämnas kolumnen utanför.",
        (column.header,),
    )


def _several(key: str, pairs: Sequence[tuple[Column, Match]]) -> Doubt:
    columns = [column for column, _ in pairs]
    return Doubt(
        f'Flera kolumner är frågan "{pairs[0][1].text}": {first_of([c.where for c in columns])}.',
        f'Skriv den som gäller under [items], till exempel "{columns[0].header}" = "{key}".',
        tuple(column.header for column in columns),
    )


def _answer_doubts(column: Column, match: Match) -> list[Doubt]:
    """What is unclear about the answers of a column: their words, their scale, its direction."""
    low, high = next(item.scale for item in load_instruments().items if item.key == match.key)
    if (low, high) == (0, 1) and {plain(text) for text in column.texts} <= set(YES_NO_LABELS):
        return []
    labels = column.labels if (low, high) == (1, _FIVE) else ()
    found = [
        _unknown_words(column) if labels or (column.n_answers and not column.is_numeric) else None,
        _other_scale(column, low, high),
        _reversed_scale(column) if (low, high) == (1, _FIVE) else None,
        _short_scale(column, high) if match.how == "name" else None,
    ]
    return [doubt for doubt in found if doubt]


def _unknown_words(column: Column) -> Doubt:
    shown = f": {quoted(column.labels)}" if column.labels else ""
    example = column.labels[0] if column.labels else "svaret som det står"
    return Doubt(
        f"Kolumn {column.where}: svaren är ord som inte är kända{shown}.",
        f'Skriv vad varje ord betyder under [answers], till exempel "{example}" = 5, eller lägg det i '
        "missing om det inte är något svar.",
        (column.header,),
        labels=column.labels,
    )


def _other_scale(column: Column, low: int, high: int) -> Doubt | None:
    outside = [n for n in column.numbers if not low <= n <= high and n.is_integer() and 0 <= n <= _SCALE_TOP]
    if not outside:
        return None
    count = sum(column.numbers[number] for number in outside)
    inside = [int(number) for number in column.numbers if 0 <= number <= _SCALE_TOP]
    scale = (min(inside), max(inside))
    return Doubt(
        f"Kolumn {column.where}: svaren går från {scale[0]} till {scale[1]} ({count} svar utanför), men "
        f"frågan har skalan {low}–{high}.",
        f'Skriv skalan under [scales], till exempel "{column.header}" = {[*scale]}, eller rätta svaren.',
        (column.header,),
        scale=scale,
    )


def _reversed_scale(column: Column) -> Doubt | None:
    known = known_labels()
    parts = [both for text in column.texts if (both := split_label(text))]
    if not any(known.get(plain(label), number) != number for number, label in parts):
        return None
    return Doubt(
        f"Kolumn {column.where}: svarens siffror och ord går åt olika håll mot den vanliga skalan.",
        f'Är skalan omvänd: skriv "{column.header}" = [5, 1] under [scales].',
        (column.header,),
        scale=(_FIVE, 1),
    )


def _short_scale(column: Column, high: int) -> Doubt | None:
    if not column.numbers or max(column.numbers) > _FIVE:
        return None
    return Doubt(
        f"Kolumn {column.where}: rubriken är en pulsfrågas namn, men inget svar är högre än {_FIVE} fast "
        f"skalan går till {high}.",
        f'Skriv skalan under [scales], till exempel "{column.header}" = [1, 5], eller ta bort kolumnen '
        "ur [items] om det är en annan fråga.",
        (column.header,),
        scale=(1, _FIVE),
    )
