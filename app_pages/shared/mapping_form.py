"""The form in which a person confirms or corrects what each column means, with errors beside their field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app_pages.shared import parts
from app_pages.shared.column_fields import Why, one_column, reasons_of, several_columns
from app_pages.shared.upload import Upload
from text_analysis.errors import TextAnalysisError
from text_analysis.instruments import load_instruments
from text_analysis.present.translation import say
from text_analysis.read import Mapping, RawTable, WaveSource

FIELDS = ("unit", "organisation", "wave", "enps", "items", "sent")  # that an error can stand beside


def edit(
    group: Sequence[Upload], mapping: Mapping, error: TextAnalysisError | None, *, key: str
) -> list[tuple[RawTable, Mapping]]:
    """Each file of a group with the same columns, with the mapping as the form has it.

    Parameters
    ----------
    group : the files.
    mapping : where the form starts.
    error : what the last reading said, shown beside the field it concerns.
    key : tells the fields of this group, started from this mapping, from any others.
    """
    headers = group[0].table.headers
    why = reasons_of(group)
    chosen = _columns(headers, mapping, why, key, error)
    waves = _waves(group, mapping, why, key)
    beside("wave", error)
    items = _items(group, mapping, key)
    beside("items", error)
    leave = st.checkbox(
        say("Utelämna rader med svar utanför skalan, i stället för att stanna"),
        mapping.invalid_rows == "leave_out",
        key=f"leave:{key}",
    )
    made = replace(chosen, items=items, invalid_rows="leave_out" if leave else "stop")
    return [(upload.table, replace(made, wave=wave)) for upload, wave in zip(group, waves, strict=True)]


def beside(field: str, error: TextAnalysisError | None) -> None:
    """The error, where it concerns this field; the form is the remedy."""
    if error is not None and error.field == field:
        parts.show_error(error, with_remedy=False)


def _columns(
    headers: tuple[str, ...], mapping: Mapping, why: Why, key: str, error: TextAnalysisError | None
) -> Mapping:
    units = several_columns(
        say("Enhet, från högsta nivån och nedåt"), headers, mapping.unit, why, f"unit:{key}"
    )
    beside("unit", error)
    organisation = st.text_input(
        say("Hela organisationens namn"),
        mapping.organisation,
        help=say("Behövs där enhetskolumnerna inte börjar med den."),
        key=f"organisation:{key}",
    )
    beside("organisation", error)
    enps = one_column(say("eNPS-frågan, 0–10"), headers, mapping.enps or "", why, f"enps:{key}")
    beside("enps", error)
    comments = several_columns(say("Fritextsvar"), headers, tuple(mapping.comments), why, f"comments:{key}")
    respondent = one_column(say("Svarandes id"), headers, mapping.respondent, why, f"respondent:{key}")
    return replace(
        mapping,
        unit=units,
        organisation=organisation.strip(),
        enps=enps or False,
        comments={header: mapping.comments.get(header, header) for header in comments},
        respondent=respondent,
    )


def _waves(group: Sequence[Upload], mapping: Mapping, why: Why, key: str) -> list[WaveSource]:
    """Where each file's wave is found: in a column, or one wave for the whole file."""
    headers = group[0].table.headers
    column = one_column(say("Mätning: kolumn"), headers, mapping.wave.column, why, f"wave:{key}")
    waves = []
    for upload in group:
        label = say("Mätning: samma för hela filen")
        if len(group) > 1:
            label = say("Mätning i {file}", file=parts.plain(upload.table.file))
        written = st.text_input(
            label,
            upload.proposal.mapping.wave.value or mapping.wave.value,
            help=say("Till exempel 2025 eller 2025-10. Används när ingen kolumn är vald."),
            key=f"wave:{key}:{upload.table.file}",
        )
        waves.append(WaveSource(column=column) if column else WaveSource(value=written.strip()))
    return waves


def _items(group: Sequence[Upload], mapping: Mapping, key: str) -> dict[str, str]:
    """The closed questions: those that were recognised, and any column the reader pairs with one."""
    texts = {item.key: item.text for item in load_instruments().items}
    headers = st.multiselect(
        say("Frågor som känns igen ({n})", n=str(len(mapping.items))),
        list(mapping.items),
        list(mapping.items),
        placeholder=say("Välj kolumner"),
        help=say("Rubrikerna har samma ord som frågorna i HME, HSE, OSA eller friskfaktorerna."),
        key=f"items:{key}",
    )
    items = {header: mapping.items[header] for header in headers}
    unused = [header for header in group[0].table.headers if header not in mapping.columns]
    if unused:
        with st.expander(say("Kolumner som inte används ({n})", n=str(len(unused)))):
            for header in unused:
                question = st.selectbox(
                    parts.plain(header),
                    ["", *texts],
                    format_func=lambda item: texts.get(item) or say("Används inte"),
                    key=f"item:{key}:{header}",
                )
                if question:
                    items[header] = question
    return items
