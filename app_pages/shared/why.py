"""Why the coder gave a comment a theme: worked out only for somebody who asks."""

from __future__ import annotations

import streamlit as st

from app_pages.shared import language
from app_pages.shared.markup import element
from app_pages.shared.parts import note, plain
from text_analysis.coding import explain
from text_analysis.present.evidence import entries
from text_analysis.present.translation import say
from text_analysis.present.why import words_told
from text_analysis.records import Label
from text_analysis.review import ReviewComment, ReviewLabel

MOST_ENTRIES = 5  # of the lexicon


@st.fragment
def why(comment: ReviewComment, label: ReviewLabel, name: str) -> None:
    """A switch that tells which words and lexicon entries of a label weighed most."""
    language.keep()
    asked = say("Varför {theme}?", theme=plain(name))
    if not st.toggle(asked, key=f"why:{comment.comment}:{label.theme}"):
        return
    found = Label(label.theme, label.stance, label.score, label.start, label.end)
    words = explain(comment.text, found)
    known = entries(comment.text[label.start : label.end], label.theme)[:MOST_ENTRIES]
    _line(say("Säkerhet utan ordet"), words_told(words, label.score))
    _line(say("Ur lexikonet"), ", ".join(known))
    note("" if words else say("Inget ord avgör ensamt."))
    note(say("Räknat utan de rättningar som gjorts."))


def _line(title: str, words: str) -> None:
    """Words of the comment or the lexicon after their title; nothing where there are none."""
    if words:
        st.html(element("p", f"{title}: ", element("span", words, lang="sv"), cls="rt-note"))
