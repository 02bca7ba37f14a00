"""The parts every page has: its head with the choices, notices and errors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

import streamlit as st

from app_pages.shared import cache, markup, state
from app_pages.shared.state import Choice
from text_analysis.errors import TextAnalysisError
from text_analysis.present import cut, error_words, wording
from text_analysis.present.translation import say, spoken
from text_analysis.present.views import Shown

STYLE = Path(__file__).with_name("style.css")


def plain(text: str) -> str:
    r"""The text for a label that Streamlit reads as Markdown: every sign of Markdown is only a sign.

    >>> plain("Lön & *ansvar* [1]")
    'Lön \\& \\*ansvar\\* \\[1\\]'
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def heading(title: str, lead: str, *, eyebrow: str = "") -> None:
    """The page's one h1, with the survey's name above and what the page answers below."""
    st.html(STYLE)
    if eyebrow:
        st.html(markup.element("p", eyebrow, cls="rt-eyebrow"))
    st.title(title, anchor=False)
    st.html(markup.element("p", lead, cls="rt-lead"))


def open_page(title: str, lead: str, *, by_unit: bool = True) -> Choice:
    """The head of a page about a survey, with its choices; ends the page where there is nothing to show.

    A page that is not `by_unit` is about the whole survey and offers neither wave nor unit.
    """
    title, lead = say(title), say(lead)
    with st.sidebar:
        entry = state.choose_survey()
    if entry is None:
        heading(title, lead)
        _no_surveys()
    try:
        released = cache.released(entry)
    except TextAnalysisError as error:
        heading(title, lead, eyebrow=entry.name)
        failure(error)
    heading(title, lead, eyebrow=entry.name)
    if not by_unit:
        wave = cut.waves(released)[-1]
        return Choice(entry, released, wave, cut.units(released, wave)[0])
    with st.container(horizontal=True):
        wave = state.choose_wave(released)
        unit = state.choose_unit(released, wave)
    return Choice(entry, released, wave, unit)


def _no_surveys() -> NoReturn:
    st.html(
        markup.element(
            "p",
            say("Här finns ingen analyserad undersökning än. Läs in en fil för att börja."),
            cls="rt-notice",
        )
    )
    st.page_link("app_pages/start.py", label=say("Till startsidan"))
    st.stop()


def failure(error: TextAnalysisError) -> NoReturn:
    """The error in its own words, and the end of the page."""
    show_error(error)
    st.stop()


def unexpected(error: Exception) -> TextAnalysisError:
    """An error that is a fault of ours, told by its kind only: its text may hold what somebody wrote."""
    return TextAnalysisError(
        say("Något gick fel i appen. Det är ett fel i programmet, inte i din fil."),
        where=type(error).__name__,
        remedy=say("Ladda om sidan. Kommer felet tillbaka: anmäl det med felkoden och vad du gjorde."),
    )


def show_error(error: TextAnalysisError, *, with_remedy: bool = True) -> None:
    """What is wrong, where, what was expected and what to do, with the error's code.

    In English, what kind it is of comes first; its own words stay Swedish.
    """
    remedy = error.remedy if with_remedy else ""
    lines = (("Var", error.where), ("Förväntat", error.expected), ("Gör så här", remedy))
    told = [markup.element("p", f"{label}: {text}") for label, text in lines if text]
    what = markup.element("p", markup.element("strong", error.what))
    own = markup.element("div", what, *told, lang="sv")
    code = markup.element("p", say("Felkod {code}", code=error.code), cls="rt-note")
    st.html(markup.element("div", *_kind(error), own, code, cls="rt-notice", role="alert"))


def _kind(error: TextAnalysisError) -> tuple[markup.Markup, ...]:
    """What is wrong and what to do in English, where that is spoken."""
    if spoken() == "sv":
        return ()
    what, remedy = error_words.in_english(error)
    head = markup.element("p", markup.element("strong", what))
    return (
        head,
        markup.element("p", remedy),
        markup.element("p", "In Swedish, with its place:", cls="rt-note"),
    )


def notice(text: str) -> None:
    """A sentence the reader must not miss; nothing where it is empty."""
    if text:
        st.html(markup.element("p", text, cls="rt-notice"))


def note(text: str) -> None:
    """A small grey sentence; nothing where it is empty."""
    if text:
        st.html(markup.element("p", text, cls="rt-note"))


def body(text: str) -> None:
    """A sentence of ordinary size, as text."""
    st.html(markup.element("p", text, cls="rt-body"))


def level_notice(shown: Shown) -> None:
    """Why another level's figures stand here."""
    notice(wording.instead(shown))
