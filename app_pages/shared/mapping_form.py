"""The form in which a person confirms or corrects what each column means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from app_pages.shared.upload import Upload
from text_analysis.instruments import load_instruments
from text_analysis.read import Mapping

NONE = "(ingen kolumn)"
CHOOSE = "Välj kolumner"


def edit(upload: Upload, mapping: Mapping) -> Mapping:
    """The mapping as the form has it; `mapping` is where it starts."""
    headers = upload.table.headers
    why = _reasons(upload)
    units = st.multiselect(
        "Enhet, från högsta nivån och nedåt",
        headers,
        list(mapping.unit),
        help=why(*mapping.unit),
        placeholder=CHOOSE,
    )
    organisation = st.text_input(
        "Hela organisationens namn",
        mapping.organisation,
        help="Behövs där enhetskolumnerna inte börjar med den.",
    )
    wave_column, wave_value = _wave(headers, mapping, why)
    enps = _one("eNPS-frågan, 0–10", headers, mapping.enps or "", why)
    comments = st.multiselect(
        "Fritextsvar", headers, list(mapping.comments), help=why(*mapping.comments), placeholder=CHOOSE
    )
    respondent = _one("Svarandes id", headers, mapping.respondent, why)
    items = _items(upload, mapping)
    return replace(
        mapping,
        unit=tuple(units),
        organisation=organisation.strip(),
        wave=replace(mapping.wave, column=wave_column, value=wave_value),
        enps=enps or False,
        comments={header: mapping.comments.get(header, header) for header in comments},
        respondent=respondent,
        items=items,
    )


def _reasons(upload: Upload) -> Callable[..., str | None]:
    """What the proposal rests on, for the columns of a field."""

    def why(*headers: str) -> str | None:
        told = [upload.proposal.reasons[header] for header in headers if header in upload.proposal.reasons]
        return "Föreslaget därför att " + "; ".join(dict.fromkeys(told)) if told else None

    return why


def _one(label: str, headers: tuple[str, ...], chosen: str, why: Callable[..., str | None]) -> str:
    """One column or none."""
    options = [NONE, *headers]
    found = st.selectbox(label, options, options.index(chosen) if chosen in options else 0, help=why(chosen))
    return "" if found == NONE else found


def _wave(headers: tuple[str, ...], mapping: Mapping, why: Callable[..., str | None]) -> tuple[str, str]:
    """The column of the wave, or one wave for the whole file."""
    column, value = st.columns(2)
    with column:
        chosen = _one("Mätning: kolumn", headers, mapping.wave.column, why)
    with value:
        written = st.text_input(
            "Mätning: samma för hela filen", mapping.wave.value, help="Till exempel 2025 eller 2025-10."
        )
    return (chosen, "") if chosen else ("", written.strip())


def _items(upload: Upload, mapping: Mapping) -> dict[str, str]:
    """The closed questions: those that were recognised, and any column the reader pairs with one."""
    texts = {item.key: item.text for item in load_instruments().items}
    headers = st.multiselect(
        f"Frågor som känns igen ({len(mapping.items)})",
        list(mapping.items),
        list(mapping.items),
        placeholder=CHOOSE,
        help="Rubrikerna har samma ord som frågorna i HME, HSE, OSA eller friskfaktorerna.",
    )
    items = {header: mapping.items[header] for header in headers}
    if upload.proposal.unused:
        with st.expander(f"Kolumner som inte används ({len(upload.proposal.unused)})"):
            for header in upload.proposal.unused:
                key = st.selectbox(
                    header.replace("[", "(").replace("]", ")"),
                    ["", *texts],
                    format_func=lambda key: texts.get(key, "Används inte"),
                    key=f"item:{header}",
                )
                if key:
                    items[header] = key
    return items
