"""Start: choose an analysed survey, or load one of your own."""

import streamlit as st

from app_pages.shared import cache, parts
from app_pages.shared.state import SURVEY
from text_analysis.errors import TextAnalysisError
from text_analysis.present import about, summary
from text_analysis.workspace import SurveyEntry


def survey_card(entry: SurveyEntry) -> None:
    """A survey with what it rests on and the way into it."""
    with st.container(border=True):
        st.page_link(
            "app_pages/oversikt.py", label=parts.plain(entry.name), query_params={SURVEY: entry.name}
        )
        try:
            released = cache.released(entry)
        except TextAnalysisError as error:
            parts.show_error(error)
            return
        parts.note(summary.summary_line(released))
        parts.note(about.data_line(released))


parts.heading("Röda trådar", "Fritextsvaren i en medarbetarundersökning blir teman, bredvid siffrorna. "
              "Allt sker på den här datorn.")  # fmt: skip
found = cache.surveys()
if found:
    st.header("Analyserade undersökningar", anchor=False)
    for entry in found:
        survey_card(entry)

st.header("Läs in en egen", anchor=False)
parts.note("En fil från enkätverktyget, .csv eller .xlsx, med en rad per svarande.")
st.page_link("app_pages/las_in.py", label="Läs in en undersökning")
