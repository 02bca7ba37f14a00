"""Läs in: a file from the survey tool, what its columns mean, what is left out, and the analysis."""

from collections import Counter
from pathlib import Path

import streamlit as st

from app_pages.shared import cache, figures, mapping_form, parts, upload
from app_pages.shared.state import SURVEY
from app_pages.shared.upload import Upload
from text_analysis.errors import TextAnalysisError
from text_analysis.present.numbers import people, whole
from text_analysis.read import Mapping, mapping_text, read_survey
from text_analysis.records import Survey

READY = "survey_to_analyse"  # hash of the file and the survey read from it, until another is chosen


def choose_file() -> tuple[Upload, Mapping] | None:
    """The file and the mapping to start from: a saved one, or the proposal."""
    st.header("1. Välj fil", anchor=False)
    file = st.file_uploader("Export från enkätverktyget (.csv eller .xlsx, högst 20 MB)", ["csv", "xlsx"])
    parts.note("En rad per svarande. Filen läses på den här datorn och skickas ingenstans.")
    if file is None:
        return None
    name = st.text_input("Undersökningens namn", Path(file.name).stem.replace("_", " "))
    saved = st.file_uploader("Sparad mappning från en tidigare mätning (.toml), om du har en", ["toml"])
    found = upload.read_upload(file, name)
    table = found.table
    how = f"blad {table.sheet}" if table.sheet else f"teckenkodning {table.encoding}"
    parts.note(f"{whole(len(table.rows))} rader, {len(table.headers)} kolumner, {how}, rubriker på rad "
               f"{table.header_row}.")  # fmt: skip
    return found, upload.read_mapping(saved) if saved else found.proposal.mapping


def confirm(found: Upload, mapping: Mapping) -> None:
    """The form with the proposal; reads the survey when it is sent."""
    st.header("2. Stäm av kolumnerna", anchor=False)
    figures.points("Ta ställning till det här", found.proposal.open)
    with st.expander("Så har kolumnerna känts igen"):
        figures.pairs(found.proposal.reasons)
    with st.form("mapping"):
        edited = mapping_form.edit(found, mapping)
        sent = st.number_input("Antal tillfrågade, om du vet", min_value=0, value=0)
        settled = not found.proposal.open or st.checkbox("Jag har tagit ställning till punkterna ovan")
        asked = st.form_submit_button("Kontrollera", type="primary")
    st.download_button("Spara mappningen till nästa mätning", mapping_text(edited), "mappning.toml")
    if asked and not settled:
        parts.notice(
            "Kryssa i att du har tagit ställning till punkterna ovan, eller ändra i formuläret först."
        )
    elif asked:
        survey = read_survey([(found.table, edited)], name=edited.name, sent=sent or None)
        st.session_state[READY] = (found.table.sha256, survey)


def check_and_analyse(survey: Survey) -> None:
    """What was read and left out, and the button that starts the analysis."""
    st.header("3. Kontrollera och analysera", anchor=False)
    units = survey.respondents["unit"].nunique()
    parts.note(f"{people(len(survey.respondents))} med svar i {whole(units)} enheter, "
               f"{whole(len(survey.comments))} fritextsvar, {whole(len(survey.items))} frågor.")  # fmt: skip
    reasons = Counter(rejection.reason for rejection in survey.rejections)
    figures.points("Rader som lämnas utanför", tuple(f"{reason}: {n}" for reason, n in reasons.items()))
    if not reasons:
        parts.note("Ingen rad lämnas utanför.")
    if survey.name in {entry.name for entry in cache.surveys()}:
        parts.notice("Det finns redan en undersökning med det här namnet. Den ersätts när du analyserar.")
    if st.button("Analysera", type="primary"):
        name = upload.analyse(survey)
        st.page_link("app_pages/oversikt.py", label="Öppna översikten", query_params={SURVEY: name})


parts.heading("Läs in", "Från enkätverktygets fil till teman, i tre steg.")
try:
    chosen = choose_file()
    if chosen is not None:
        confirm(*chosen)
        file_hash, ready = st.session_state.get(READY, ("", None))
        if file_hash == chosen[0].table.sha256:
            check_and_analyse(ready)
except TextAnalysisError as error:
    parts.show_error(error)
