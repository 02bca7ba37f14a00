"""Start: choose an analysed survey, or load one of your own."""

import streamlit as st

from app_pages.shared import cache, parts
from app_pages.shared.state import SURVEY
from text_analysis.errors import TextAnalysisError
from text_analysis.places import is_view_only
from text_analysis.present import about, summary
from text_analysis.present.translation import say
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


LEAD = "Fritextsvaren i en medarbetarundersökning blir teman, bredvid siffrorna. Allt sker på den här datorn."
parts.heading("Röda trådar", say(LEAD))
found = cache.surveys()
if found:
    st.header(say("Analyserade undersökningar"), anchor=False)
    for entry in found:
        survey_card(entry)

if not is_view_only():
    st.header(say("Läs in en egen"), anchor=False)
    parts.note(say("En fil från enkätverktyget, .csv eller .xlsx, med en rad per svarande."))
    st.page_link("app_pages/las_in.py", label=say("Läs in en undersökning"))
