"""Sub-themes of a theme, candidates, what is new, and the map: what was found beside the codebook."""

from __future__ import annotations

import streamlit as st

from app_pages.shared import figures, parts
from app_pages.shared.markup import element
from app_pages.shared.state import Choice
from text_analysis.present import topics
from text_analysis.present.topics import TopicLine
from text_analysis.present.translation import say


def lines(found: tuple[TopicLine, ...]) -> None:
    """Topics under one another: label, size, words and what is new."""
    items = (
        element("li", element("strong", one.label), element("span", _told(one), cls="rt-note"))
        for one in found
    )
    st.html(element("ul", *items, cls="rt-topics"))


def _told(one: TopicLine) -> str:
    words = "" if one.words.casefold() == one.label.casefold() else one.words
    return " · ".join(part for part in (one.people, words, one.since) if part)


def inside(choice: Choice, theme: str) -> None:
    """The words of a theme and its sub-themes, in the whole organisation."""
    words = topics.theme_words(choice.released, choice.wave, theme)
    found = topics.sub_themes(choice.released, choice.wave, theme)
    if not words and not found:
        return
    st.subheader(say("Delteman, hela organisationen"), anchor=False)
    if found:
        lines(found)
    parts.note(say("Ord som många använder: {words}.", words=words) if words else "")
    parts.note(say(topics.HOW_TO_READ) if found else "")


def beside(choice: Choice) -> None:
    """What is new since the wave before, the candidates, and the map of everything found."""
    new = topics.news(choice.released, choice.wave)
    if new:
        st.header(say("Nytt sedan förra mätningen"), anchor=False)
        lines(new)
    candidates = topics.candidates(choice.released, choice.wave)
    if candidates:
        st.header(say("Kandidater till nya teman"), anchor=False)
        lines(candidates)
        parts.note(
            say("En kandidat blir ett tema först när en människa gör den till det, på sidan Redigera teman.")
        )
    picture = topics.topic_map(choice.released, choice.wave)
    if picture is not None:
        st.header(say("Karta över ämnena"), anchor=False)
        figures.picture(picture, say("Karta över ämnena, hela organisationen"))
        parts.note(say(topics.HOW_TO_READ_MAP))
        parts.note(say(topics.HOW_TO_READ))
