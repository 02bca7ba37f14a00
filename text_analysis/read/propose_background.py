"""Which columns tell the wave, who the respondent is, who has answered and who meets patients."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Final

from text_analysis.read.columns import Column, yes_words
from text_analysis.read.headers import words
from text_analysis.read.mapping import UNDATED, PatientContact, Status, WaveSource
from text_analysis.read.naming import counted, first_of, quoted
from text_analysis.read.suggestion import Doubt, Suggestion
from text_analysis.read.values import plain
from text_analysis.read.vocabulary import (
    ANSWERED,
    NO,
    NOT_ANSWERED,
    PATIENT_CONTACT,
    RESPONDENT,
    STATUS,
    WAVE,
    YES,
)

_MAX_WAVES: Final = 24  # more different values are dates of answering, not waves
_WAVE_WORDS: Final = 2  # longer headers are questions
_REPEATED: Final = 0.2  # share of ids that must differ: the same people answer several waves
_MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ISO: Final = re.compile(r"(?<!\d)(20\d\d)(?:[-_](0[1-9]|1[0-2])(?:[-_](0[1-9]|[12]\d|3[01]))?)?(?!\d)")


def propose_wave(columns: Sequence[Column], *, file: str, name: str) -> Suggestion:
    """The wave's column, else the date in the file's or survey's name, else "odaterad"."""
    candidates = [column for column in columns if _is_wave(column)]
    if len(candidates) > 1:
        first = f'wave = {{column = "{candidates[0].header}"}}'
        return Suggestion(
            {"wave": WaveSource(value=UNDATED)}, doubts=(_several("mätning", candidates, first),)
        )
    if candidates:
        column = candidates[0]
        reason = (
            f"rubriken betyder mätning; kolumnen har {counted(len(column.texts), 'värde', 'olika värden')}"
        )
        return Suggestion({"wave": WaveSource(column=column.header)}, {column.header: reason})
    for source, text in (("filens namn", file), ("undersökningens namn", name)):
        if date := date_in(text):
            reason = f"ingen kolumn för mätning; {date} står i {source}"
            return Suggestion({"wave": WaveSource(value=date)}, {"(mätning)": reason})
    reason = f'ingen kolumn för mätning och inget datum i filens namn; mätningen kallas "{UNDATED}"'
    return Suggestion({"wave": WaveSource(value=UNDATED)}, {"(mätning)": reason})


def date_in(text: str) -> str:
    """The one date, month or year in a name, in ISO form; empty if there is none or several.

    >>> date_in("puls_maj_2023.csv"), date_in("HSF 2025-10-28"), date_in("2024 mot 2025")
    ('2023-05', '2025-10-28', '')
    """
    found = {"-".join(filter(None, parts)) for parts in _ISO.findall(text)}
    months = {number for number, month in enumerate(_MONTHS, start=1) if month in words(text)}
    if len(found) != 1:
        return ""
    date = found.pop()
    return f"{date}-{months.pop():02}" if len(months) == 1 and date.isdigit() else date


def _is_wave(column: Column) -> bool:
    found = words(column.header)
    named = 0 < len(found) <= _WAVE_WORDS and not WAVE.isdisjoint(found) and "antal" not in found
    return named and 0 < len(column.texts) <= _MAX_WAVES and not column.is_free_text


def propose_respondent(columns: Sequence[Column]) -> Suggestion:
    """The column of the respondents' ids, if there is one."""
    candidates = [column for column in columns if " ".join(words(column.header)) in RESPONDENT]
    candidates = [column for column in candidates if len(column.texts) > _REPEATED * column.n_answers]
    if len(candidates) > 1:
        return Suggestion(
            doubts=(_several("svarandes id", candidates, f'respondent = "{candidates[0].header}"'),)
        )
    if not candidates:
        return Suggestion()
    header = candidates[0].header
    return Suggestion(
        {"respondent": header}, {header: "rubriken betyder svarandes id och värdena skiljer sig"}
    )


def propose_status(columns: Sequence[Column]) -> Suggestion:
    """The column that tells who has answered, if there is one."""
    return _by_words(
        [column for column in columns if " ".join(words(column.header)) in STATUS],
        ANSWERED,
        NOT_ANSWERED,
        lambda header, answered: {"status": Status(header, answered)},
        'status = {{column = "{}", answered = ["orden som betyder att enkäten är besvarad"]}}',
    )


def propose_patient_contact(columns: Sequence[Column]) -> Suggestion:
    """The column that tells who meets patients, if there is one."""
    joined = [(column, "".join(words(column.header))) for column in columns if not column.is_free_text]
    return _by_words(
        [column for column, name in joined if any(word in name for word in PATIENT_CONTACT)],
        YES,
        NO,
        lambda header, yes: {"patient_contact": PatientContact(header, yes)},
        'patient_contact = {{column = "{}", yes = ["orden som betyder ja"]}}',
    )


def _by_words(
    candidates: Sequence[Column],
    yes: Collection[str],
    no: Collection[str],
    fields: Callable[[str, tuple[str, ...]], dict[str, object]],
    example: str,
) -> Suggestion:
    """The column whose answers are all known words for yes and no."""
    if not candidates:
        return Suggestion()
    if len(candidates) > 1:
        first = example.format(candidates[0].header)
        return Suggestion(doubts=(_several("samma sak", candidates, first),))
    column = candidates[0]
    unknown = {plain(text) for text in column.texts} - set(yes) - set(no)
    if unknown or not column.texts:
        shown = f" ({quoted(column.labels)})" if column.labels else ""
        text = f"Kolumn {column.where} har svar som inte är kända{shown}."
        return Suggestion(doubts=(Doubt(text, f"Skriv {example.format(column.header)}.", (column.header,)),))
    meaning = yes_words(column, yes)
    reason = f"rubriken passar och alla svar är kända ord; ja är {quoted(meaning) or 'inget av dem'}"
    return Suggestion(fields(column.header, meaning), {column.header: reason})


def _several(what: str, candidates: Sequence[Column], example: str) -> Doubt:
    named = first_of([column.where for column in candidates], "kolumner")
    return Doubt(
        f"Flera kolumner kan vara {what}: {named}.",
        f"Skriv den som gäller, till exempel {example}.",
        tuple(column.header for column in candidates),
    )
