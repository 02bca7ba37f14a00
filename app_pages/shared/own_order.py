"""The form in which people set the order of the five areas by hand, and the log of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from app_pages.shared import figures, parts
from app_pages.shared.review_parts import WHO
from text_analysis.edits import Edit, Prioritise, Undo, append_edits, read_edits
from text_analysis.present import own_order
from text_analysis.present.priority import N_AREAS
from text_analysis.present.translation import say
from text_analysis.records import Released


def show(released: Released, folder: Path, wave: str, unit: str) -> None:
    """The five areas where people have ordered them for this unit; nothing where they have not."""
    found = own_order.areas_by_hand(released, read_edits(folder), wave, unit)
    if found is None:
        return
    st.header(say("Fem områden att börja med"), anchor=False)
    parts.note(found[1])
    figures.steps(found[0])


def change(folder: Path, wave: str, unit: str, found: pd.DataFrame, edit: Edit | None) -> None:
    """Choose the areas in order, say why, and save; or go back to the order of the figures."""
    names = dict(zip(found["theme"], found["name"], strict=True))
    with st.expander(say("Ändra ordningen")), st.form("own_order", border=False):
        chosen = st.multiselect(
            say("De fem områdena, det viktigaste först"),
            list(names),
            list(found["theme"][:N_AREAS]),
            format_func=names.__getitem__,
            max_selections=N_AREAS,
            key=f"own_order:{wave}:{unit}",
        )
        reason = st.text_input(say("Varför? Skälet visas tillsammans med ordningen"))
        st.text_input(say("Ditt namn, som skrivs i loggen"), key=WHO, persist_state="session")
        saved = st.form_submit_button(say("Spara ordningen"), type="primary")
        back = edit is not None and st.form_submit_button(say("Återgå till den beräknade ordningen"))
    if saved and not (reason.strip() and st.session_state[WHO] and chosen):
        parts.notice(say("Välj minst ett område och fyll i skäl och namn."))
    elif saved:
        _append(
            folder, Prioritise(wave, unit, tuple(chosen), reason.strip()), before=found["theme"][:N_AREAS]
        )
    elif back and edit is not None:
        if st.session_state[WHO]:
            _append(folder, Undo(edit.number), before=[])
        parts.notice(say("Fyll i ditt namn, så kan ordningen ångras."))


def _append(folder: Path, action: Prioritise | Undo, *, before: Sequence[str] | pd.Series) -> None:
    was = {"themes": list(before)[:N_AREAS]}
    append_edits(folder, [action], who=st.session_state[WHO], before=was)
    st.rerun()
