"""Kvalitet och skydd: how good the coding is, what is protected, and the certificate of the run."""

import streamlit as st

from app_pages.shared import figures, parts
from app_pages.shared.state import Choice
from text_analysis import review
from text_analysis.edits import read_edits
from text_analysis.places import is_view_only
from text_analysis.present import about, judged, protection, wording
from text_analysis.present.translation import say, theme_name
from text_analysis.release import audit_text

LEAD = "Vad som skyddas och vad siffrorna är gjorda av."


def coding(choice: Choice) -> None:
    """How much of what people have reviewed was right, for those who review."""
    st.header(say("Kodningen"), anchor=False)
    said = review.judged(read_edits(choice.entry.folder))
    parts.note(
        judged.judged_line(said) or say("För lite är granskat i den här undersökningen för att säga något.")
    )
    by_theme = judged.judged_table(
        said, {theme.id: theme_name(theme) for theme in choice.released.codebook.themes}
    )
    if not by_theme.empty:
        figures.table(by_theme, say("Andel rätt per tema bland granskade kommentarer"))
    st.page_link("app_pages/om.py", label=say("Kodarens uppmätta kvalitet på okända kommentarer"))


choice = parts.open_page("Kvalitet och skydd", LEAD, by_unit=False)
released = choice.released

st.header(say("Skyddet"), anchor=False)
parts.note(say(wording.WHY_HIDDEN))
figures.table(protection.protection_table(released), say("Siffror som visas och skyddas"))
figures.as_table(
    lambda: about.limits_table(released), say("Minsta antal personer"), label=say("Visa gränserna")
)

if "audit" in released.certificate:
    report = audit_text(released.certificate)
    with st.expander(say("Granskningen av skyddet, i ord")):
        st.text(report)
    st.download_button(say("Spara granskningen"), report, "granskning_av_skyddet.txt")

if not is_view_only():  # it is counted from the log of what people have decided
    coding(choice)

st.header(say("Underlaget"), anchor=False)
parts.note(about.data_line(released))
left_out = about.left_out_table(released)
if not left_out.empty:
    figures.table(left_out, say("Rader som lämnats utanför"))

st.header(say("Certifikat"), anchor=False)
parts.note(say("Samma fil, kodare, kodbok och inställningar ger samma siffror, på vilken dator som helst."))
figures.table(about.certificate_table(released), say("Vad siffrorna är gjorda av"))
