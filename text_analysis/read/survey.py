"""Tables and their mappings to one survey: respondents, comments, people asked, rows left out."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

import pandas as pd

from text_analysis import tables
from text_analysis.errors import MappingError, SurveyError
from text_analysis.instruments import load_instruments
from text_analysis.read.answers import item_of
from text_analysis.read.given import comparison_table, known_units, sent_table
from text_analysis.read.mapping import UNDATED, Mapping
from text_analysis.read.naming import counted, first_of, quoted
from text_analysis.read.rows import DUPLICATE, Rows, read_rows
from text_analysis.read.table import RawTable
from text_analysis.read.unit_paths import name_variants
from text_analysis.records import UNIT_SEPARATOR, Comment, Item, Rejection, Survey
from text_analysis.units import root

Ids = list[dict[int, str]]  # for each table: the respondent's id of every row that is kept


def read_survey(
    tables_and_mappings: Sequence[tuple[RawTable, Mapping]], *, name: str, sent: int | None = None
) -> Survey:
    """One survey of one or several files: waves of their own, or parts of the same wave.

    Rows read are respondents and rejections: none is lost. Ids that return in another wave get the
    wave in front, and rows without id are named by wave and row number.

    Parameters
    ----------
    tables_and_mappings : each file's table and what its columns mean.
    name : the survey's name for people.
    sent : number of people asked in the whole organisation, for a survey of one wave.

    Raises
    ------
    MappingError : a mapping leaves something open or does not fit its table.
    ScaleError : an answer is outside its scale; see `Mapping.invalid_rows`.
    SurveyError : no row is left, or `sent` is given for several waves.
    """
    parts = [read_rows(table, mapping, name=name) for table, mapping in tables_and_mappings]
    _leave_out_duplicates(parts)
    _check_some_left(parts)
    _check_dated(parts)
    organisation = root(rows.units[index] for rows in parts for index in rows.kept)
    _check_names(parts)
    ids = _respondent_ids(parts)
    items = _items(parts)
    return Survey(
        name=name,
        respondents=_respondents(parts, ids, items),
        items=items,
        comments=_comments(parts, ids),
        sent=sent_table(parts, organisation=organisation, sent=sent),
        comparisons=comparison_table(parts, organisation=organisation),
        rejections=tuple(rows.rejected[index] for rows in parts for index in sorted(rows.rejected)),
        missing_answers=_missing_answers(parts),
        n_rows=sum(len(rows.table.rows) for rows in parts),
        sha256=_sha256([rows.table.sha256 for rows in parts]),
    )


def _leave_out_duplicates(parts: Sequence[Rows]) -> None:
    """Keep a respondent's first row of a wave."""
    seen: set[tuple[str, str]] = set()
    for rows in parts:
        for index in rows.kept:
            person = (rows.waves[index], rows.own_ids[index])
            if rows.own_ids[index] and person in seen:
                number = rows.table.row_number(index)
                rows.rejected[index] = Rejection(number, DUPLICATE, rows.mapping.respondent)
            seen.add(person)


def _check_some_left(parts: Sequence[Rows]) -> None:
    if not any(rows.kept for rows in parts):
        reasons = Counter(rejection.reason for rows in parts for rejection in rows.rejected.values())
        raise SurveyError(
            "Ingen rad kunde användas.",
            where=first_of(
                [f"{reason}: {counted(n, 'rad', 'rader')}" for reason, n in reasons.most_common()]
            ),
            expected="minst en svarande med enhet och svar",
            remedy="Kontrollera att mappningen pekar på rätt kolumner.",
        )


def _check_dated(parts: Sequence[Rows]) -> None:
    undated = [rows.table.file for rows in parts if rows.mapping.wave.value == UNDATED]
    if len(parts) > 1 and undated:
        raise MappingError(
            "Filerna läses tillsammans, och då behöver varje fils mätning vara känd.",
            where=first_of(undated, "filer"),
            expected='wave = {value = "2025-10"} eller wave = {column = "kolumnens namn"}',
            remedy="Ange mätningen i varje fils mappning.",
            field="wave",
        )


def _check_names(parts: Sequence[Rows]) -> None:
    names = {name for unit in known_units(parts) for name in unit.split(UNIT_SEPARATOR)}
    confirmed = {name for rows in parts for name in rows.mapping.unit_names}
    groups = name_variants(names, confirmed)
    if groups:
        raise MappingError(
            "Enhetsnamn skiljer sig bara i stora bokstäver eller mellanslag.",
            where=first_of([quoted(group) for group in groups], "grupper"),
            expected=f'[unit_names] med till exempel "{groups[0][1]}" = "{groups[0][0]}"',
            remedy="Skriv i mappningen vad varje namn ska heta, eller sig självt om enheterna är olika.",
            field="unit",
        )


def _respondent_ids(parts: Sequence[Rows]) -> Ids:
    waves: dict[str, set[str]] = defaultdict(set)
    for rows in parts:
        for index in rows.kept:
            waves[rows.own_ids[index]].add(rows.waves[index])
    repeated = any(own and len(found) > 1 for own, found in waves.items())
    used: set[str] = set()
    ids: Ids = []
    for rows in parts:
        ids.append({})
        for index in rows.kept:
            own, wave = rows.own_ids[index], rows.waves[index]
            wanted = own if own and not repeated else f"{wave}-{own or rows.table.row_number(index)}"
            ids[-1][index] = _unused(wanted, used)
    return ids


def _unused(wanted: str, used: set[str]) -> str:
    """The id itself, or with a number after it if another row has it; notes it as used."""
    found, number = wanted, 1
    while found in used:
        number += 1
        found = f"{wanted}-{number}"
    used.add(found)
    return found


def _items(parts: Sequence[Rows]) -> tuple[Item, ...]:
    """The items of all tables: known ones in the order of the instruments, then own ones."""
    found: dict[str, Item] = {}
    for rows in parts:
        for header, key in rows.mapping.items.items():
            found.setdefault(key, item_of(key, header))
    order = {item.key: place for place, item in enumerate(load_instruments().items)}
    return tuple(sorted(found.values(), key=lambda item: (order.get(item.key, len(order)), item.key)))


def _respondents(parts: Sequence[Rows], ids: Ids, items: Sequence[Item]) -> pd.DataFrame:
    frames = [_frame(rows, own) for rows, own in zip(parts, ids, strict=True)]
    table = pd.concat([frame for frame in frames if len(frame)], ignore_index=True)
    if "enps" not in table.columns:
        table["enps"] = pd.Series(dtype="Int64")
    keys = [item.key for item in items]
    typed = table.astype(dict.fromkeys(keys, "Float64"))[[*tables.RESPONDENTS.columns, *keys]]
    return tables.check(typed, tables.RESPONDENTS, extra=True)


def _frame(rows: Rows, ids: dict[int, str]) -> pd.DataFrame:
    columns: dict[str, list[object]] = {
        "respondent_id": [*ids.values()],
        "wave": [rows.waves[index] for index in ids],
        "unit": [rows.units[index] for index in ids],
        "patient_contact": [rows.contact[index] for index in ids],
    }
    for answers in rows.answers:
        columns[answers.key] = [answers.numbers[index] for index in ids]
    types = {answers.key: "Float64" for answers in rows.answers} | {"patient_contact": "boolean"}
    return pd.DataFrame(columns).astype(types)


def _comments(parts: Sequence[Rows], ids: Ids) -> tuple[Comment, ...]:
    return tuple(
        Comment(f"{respondent_id}.{number}", respondent_id, cells[index], question)
        for rows, own in zip(parts, ids, strict=True)
        for index, respondent_id in own.items()
        for number, (question, cells) in enumerate(rows.comments, start=1)
        if cells[index].strip()
    )


def _missing_answers(parts: Sequence[Rows]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for rows in parts:
        for answers in rows.answers:
            counts[answers.header] += sum(answers.missing[index] for index in rows.kept)
    return {header: n for header, n in counts.items() if n}


def _sha256(hashes: Sequence[str]) -> str:
    """The file's own hash, or one over those of all files in order."""
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
