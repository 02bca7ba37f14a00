"""The themes of a comment in Granska: how sure each is, what has been said of it, and why it was set."""

from __future__ import annotations

from typing import Final

import streamlit as st

from app_pages.shared import language
from app_pages.shared.markup import element
from app_pages.shared.parts import note, plain
from text_analysis.coding import explain
from text_analysis.edits import Confirm
from text_analysis.present.lexicon_entries import entries
from text_analysis.present.translation import say
from text_analysis.present.why import words_told
from text_analysis.present.wording import STANCE_NAMES
from text_analysis.records import Label
from text_analysis.review import ReviewComment, ReviewLabel

MOST_ENTRIES = 5  # of the lexicon
VERDICTS: Final = {"right": "Rätt", "wrong": "Fel"}


def label_line(label: ReviewLabel, name: str) -> None:
    """A theme of the comment: how sure the coder was, and what a person has said."""
    sure = (
        say("lades till") if label.is_added else say("säkerhet {share} %", share=f"{label.score * 100:.0f}")
    )
    said = f" · {say(VERDICTS[label.verdict])}" if label.verdict else ""
    stance = f"{say(STANCE_NAMES[label.stance])} · " if label.is_added else ""
    struck = "rt-wrong" if label.verdict == "wrong" else ""
    st.html(
        element(
            "p", element("strong", name, cls=struck), element("span", f" {stance}{sure}{said}", cls="rt-note")
        )
    )


def agreed(comment: ReviewComment) -> tuple[str, list[Confirm]]:
    """What going on to the next comment says of this one, in words and for the log."""
    unsaid = [Confirm(comment.comment, label.theme) for label in comment.labels if not label.verdict]
    if not comment.labels:
        return say("Inget tema är rätt, nästa"), [Confirm(comment.comment, "")]
    return (say("Resten är rätt, nästa") if unsaid else say("Nästa")), unsaid


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
