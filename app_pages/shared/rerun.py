"""Run a survey again with what people have decided, and show what that did to the figures."""

from __future__ import annotations

import streamlit as st

from app_pages.shared import cache, figures, parts, steps
from text_analysis.present import effect
from text_analysis.present.translation import say
from text_analysis.records import Released
from text_analysis.workspace import SurveyEntry

BEFORE = "rerun_before"  # slug of a survey → its release before the re-run in this session


def section(entry: SurveyEntry, released: Released) -> None:
    """The button, the steps while it runs, and the figures before and after."""
    st.header(say("Räkna om"), anchor=False)
    parts.note(
        say(
            "Besluten ändrar siffrorna först när du räknar om. "
            "Kodaren lär sig av rätt och fel, och alla mätningar kodas på nytt."
        )
    )
    if st.button(say("Räkna om"), type="primary", key="rerun"):
        kept = st.session_state.setdefault(BEFORE, {})
        kept[entry.slug] = released
        run(entry)
        released = cache.released(entry)
    before = st.session_state.get(BEFORE, {}).get(entry.slug)
    if before is not None:
        what_changed(before, released)


def run(entry: SurveyEntry) -> None:
    """Run the survey again while its steps and time are shown.

    Raises
    ------
    TextAnalysisError : the re-run or its release is refused; the figures are as they were.
    """
    from text_analysis import pipeline

    with steps.shown(say("Räknar om")) as show:
        pipeline.rerun(entry.folder, progress=show)


def what_changed(before: Released, after: Released) -> None:
    """Theme sizes and red threads that the re-run changed."""
    st.subheader(say("Det här ändrades"), anchor=False)
    threads = effect.thread_changes(before, after)
    themes = effect.theme_changes(before, after)
    if threads.empty and themes.empty:
        parts.note(say("Inga teman ändrades i hela organisationen. Enheterna kan ha ändrats."))
    if not threads.empty:
        figures.table(threads, say("Röda trådar, hela organisationen"))
    if not themes.empty:
        figures.table(themes, say("Personer per tema, hela organisationen"))
