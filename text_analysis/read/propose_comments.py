"""Which columns are free-text answers, and what their question was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from text_analysis.read.columns import Column
from text_analysis.read.headers import words
from text_analysis.read.suggestion import Doubt, Suggestion
from text_analysis.read.vocabulary import ASKING, COMMENT_PHRASES, COMMENT_STEMS

_MIN_QUESTION: Final = 3  # words; a shorter header is a label
_LABEL: Final = re.compile(
    r"(?:(?:fritext|kommentar|comment|öppet svar|free text)\w*[\s\d]*)(?:[:\-–]\s*|$)", re.IGNORECASE
)


def propose_comments(columns: Sequence[Column]) -> Suggestion:
    """The comment columns with their questions; long text under a header that says nothing is a doubt."""
    wordings: dict[str, str] = {}
    reasons: dict[str, str] = {}
    doubts: list[Doubt] = []
    for column in columns:
        if column.is_numeric:
            continue
        if _is_named(column):
            wordings[column.header] = question_of(column.header)
            reasons[column.header] = "rubriken säger att det är fritext"
        elif column.is_free_text and _is_question(column.header):
            wordings[column.header] = question_of(column.header)
            reasons[column.header] = "rubriken är en fråga och svaren är meningar som sällan upprepas"
        elif column.is_free_text:
            doubts.append(_maybe(column))
    return Suggestion({"comments": wordings}, reasons, tuple(doubts))


def question_of(header: str) -> str:
    """The question's wording in a header, empty if the header only says "Kommentar".

    >>> question_of("Kommentar 2"), question_of("Fritext: Vad ska vi bevara?")
    ('', 'Vad ska vi bevara?')
    """
    rest = _LABEL.match(header)
    return header[rest.end() :].strip() if rest else header


def _is_named(column: Column) -> bool:
    found = words(column.header)
    line = " ".join(found)
    named = any(word.startswith(COMMENT_STEMS) for word in found) or any(
        phrase in line for phrase in COMMENT_PHRASES
    )
    return named and "antal" not in found


def _is_question(header: str) -> bool:
    found = words(header)
    return len(found) >= _MIN_QUESTION and (header.rstrip().endswith("?") or found[0] in ASKING)


def _maybe(column: Column) -> Doubt:
    return Doubt(
        f"Kolumn {column.where} innehåller långa texter och kan vara kommentarer.",
        f'Är den det: skriv "{column.header}" = "frågans ordalydelse" under [comments]. '
        "Annars lämnas kolumnen utanför.",
        (column.header,),
    )
