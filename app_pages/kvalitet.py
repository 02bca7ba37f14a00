"""Kvalitet och skydd: how good the coding is, what is protected, and the certificate of the run."""

import streamlit as st

from app_pages.shared import figures, parts
from text_analysis.present import about, protection, wording

choice = parts.open_page(
    "Kvalitet och skydd", "Hur säker kodningen är, vad som skyddas och vad siffrorna är gjorda av."
)
released = choice.released

st.header("Skyddet", anchor=False)
parts.note(wording.WHY_HIDDEN)
figures.table(protection.protection_table(released), "Siffror som visas och skyddas")
figures.as_table(lambda: about.limits_table(released), "Minsta antal personer", label="Visa gränserna")

st.header("Underlaget", anchor=False)
parts.note(about.data_line(released))
left_out = about.left_out_table(released)
if not left_out.empty:
    figures.table(left_out, "Rader som lämnats utanför")

st.header("Certifikat", anchor=False)
parts.note("Samma fil, kodare, kodbok och inställningar ger samma siffror, på vilken dator som helst.")
figures.table(about.certificate_table(released), "Vad siffrorna är gjorda av")
