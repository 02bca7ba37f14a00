"""The parts of Redigera teman: a rule with what it finds, and the button that writes a change to the log."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from app_pages.shared import parts
from app_pages.shared.markup import element, joined
from app_pages.shared.review_parts import WHO
from text_analysis import theme_editing
from text_analysis.edits import Action, append_edits
from text_analysis.errors import TextAnalysisError
from text_analysis.present.numbers import people
from text_analysis.present.translation import say
from text_analysis.settings import FLOOR
from text_analysis.theme_editing import Preview

SAVED = "edit_saved"  # whether a change was just written


def find(folder: Path, key: str, *, theme: str = "", start: str = "") -> tuple[str, bool]:
    """A rule of words, what it finds shown below, and whether it finds anything."""
    query = st.text_area(
        say("Regel: ord och uttryck med komma emellan"),
        start,
        key=f"rule:{key}",
        height=80,
        help=say(
            "Stjärna står för valfri fortsättning (bilpool*), understreck för högst tre ord (byt* _ pass)."
        ),
    )
    if not query.strip():
        parts.note(say("Skriv minst ett ord, så visas vilka kommentarer regeln hittar."))
        return "", False
    try:
        found = theme_editing.preview(folder, query, theme=theme)
    except TextAnalysisError as error:
        parts.show_error(error)
        return query, False
    _shown(found)
    return query, found.n_people > 0


def _shown(found: Preview) -> None:
    waves = ", ".join(f"{wave}: {people(n)}" for wave, n in found.by_wave.items())
    told = say("Regeln hittar {people}", people=people(found.n_people))
    parts.note(f"{told} ({waves})." if waves else f"{told}.")
    if 0 < found.n_people < FLOOR:
        parts.notice(say("Det är färre än fem personer: temat kommer inte att visas."))
    quotes = [element("blockquote", text, lang="sv") for text in found.examples]
    if quotes:
        st.html(element("figure", joined(*quotes), cls="rt-comment"))


def save(
    folder: Path, action: Action, *, ready: bool, before: Mapping[str, str | int], label: str = ""
) -> None:
    """The button that writes a change to the log; nobody can press before giving a name."""
    who = st.session_state.get(WHO, "")
    st.button(
        label or say("Spara ändringen"),
        key=f"save:{type(action).__name__}",
        type="secondary" if label else "primary",
        disabled=not (ready and who),
        on_click=_write,
        args=(folder, action, before),
    )
    if not who:
        parts.note(say("Skriv ditt namn först: varje ändring loggas med namn och tid."))
    if not label and st.session_state.pop(SAVED, False):
        told = say("Ändringen är sparad i loggen. Siffrorna ändras när du räknar om.")
        st.html(element("p", told, cls="rt-notice", role="status"))


def _write(folder: Path, action: Action, before: Mapping[str, str | int]) -> None:
    append_edits(folder, [action], who=st.session_state[WHO], before=before)
    st.session_state[SAVED] = True  # it is said by the page, which speaks the reader's language
