"""The parts of Granska: the comment looked at, with its marks, and buttons of one key each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import streamlit as st

from app_pages.shared import marks
from app_pages.shared.marks import Mark
from app_pages.shared.markup import Markup, element
from app_pages.shared.parts import plain
from text_analysis import review
from text_analysis.edits import append_edits
from text_analysis.present.translation import say
from text_analysis.review import Kind, ReviewAction, ReviewComment

# Keys of the session: who reviews, whether keys press buttons, what is looked at, what was passed by.
WHO, KEYS_ON, KIND, AT, PASSED = "reviewer", "review_keys", "review_kind", "review_at", "review_passed"
ButtonKind = Literal["primary", "secondary", "tertiary"]


def chosen(queue: Sequence[ReviewComment], kind: str) -> ReviewComment | None:
    """The comment looked at: the one a person stays with, or the next that is not decided."""
    own = [comment for comment in queue if comment.kind == kind]
    left = [comment for comment in own if not comment.is_done]
    passed = st.session_state.get(PASSED, frozenset())
    staying = [comment for comment in own if comment.comment == st.session_state.get(AT)]
    ahead = [comment for comment in left if comment.comment not in passed]
    return next(iter([*staying, *ahead, *left]), None)


def button(
    label: str,
    key: str,
    press: Callable[..., None],
    *args: object,
    kind: ButtonKind = "secondary",
    about: str = "",
) -> None:
    """A button that one key presses too, while keys are on; nobody can press before giving a name.

    `about` tells buttons with the same label apart; an empty `key` is none.
    """
    st.button(
        label,
        key=f"review:{label}:{about}",
        on_click=press,
        args=args,
        shortcut=key or None if st.session_state.get(KEYS_ON, True) else None,
        type=kind,
        disabled=not st.session_state.get(WHO),
    )


def aside(folder: Path, comment: ReviewComment, queue: Sequence[ReviewComment]) -> None:
    """What can be done with every comment: leave it for later, or take back the last press."""
    button(say("Hoppa över"), "V", pass_by, comment.comment, kind="tertiary")
    undo(folder, queue)


def undo(folder: Path, queue: Sequence[ReviewComment]) -> None:
    """The button that takes back the last press."""
    kinds = {comment.comment: comment.kind for comment in queue}
    button(say("Ångra det senaste"), "Z", take_back, folder, kinds, kind="tertiary")


def decide(folder: Path, actions: Sequence[ReviewAction], stay_at: str = "") -> None:
    """Write what was pressed to the log, and stay with the comment or go to the next."""
    append_edits(folder, actions, who=st.session_state[WHO])
    st.session_state[AT] = stay_at


def pass_by(comment: str) -> None:
    """Leave a comment for later."""
    st.session_state[PASSED] = st.session_state.get(PASSED, frozenset()) | {comment}
    st.session_state[AT] = ""


def take_back(folder: Path, kinds: Mapping[str, Kind]) -> None:
    """Undo the last press and go back to its comment."""
    comment = review.undo_last(folder, who=st.session_state[WHO])
    st.session_state[AT] = comment
    if comment in kinds:
        st.session_state[KIND] = kinds[comment]


def card(comment: ReviewComment, names: Mapping[str, str]) -> None:
    """The comment as text, what it is about marked and named, and why it is here."""
    lead = " · ".join(part for part in (comment.wave, comment.question) if part)
    why = "; ".join(reason_words(reason) for reason in comment.reasons)
    told = element("figcaption", say("Här därför att: {why}", why=why)) if why else Markup("")
    text = marks.marked(comment.text, _marks(comment, names))
    head = element("p", lead, cls="rt-note")
    st.html(element("figure", head, element("blockquote", text, lang="sv"), told, cls="rt-comment"))


def _marks(comment: ReviewComment, names: Mapping[str, str]) -> list[Mark]:
    giveaways = [Mark(flag.start, flag.end, say(flag.label), "quasi") for flag in comment.quasi]
    themes = [
        Mark(label.start, label.end, names[label.theme], label.stance)
        for label in comment.labels
        if label.verdict != "wrong" and not label.is_added
    ]
    return giveaways + themes


def reason_words(reason: str) -> str:
    """Why the masking is unsure, in the language spoken; the reasons are made of a kind and its words.

    >>> reason_words("Kan peka ut någon: roll, ålder")
    'Kan peka ut någon: roll, ålder'
    """
    kind, _, words = reason.partition(": ")
    return f"{say(kind)}: {', '.join(say(word) for word in words.split(', '))}" if words else say(kind)


def progress(queue: Sequence[ReviewComment]) -> str:
    """How far the review has come, for example "12 av 48 granskade"."""
    done = sum(comment.is_done for comment in queue)
    return say("{done} av {all} granskade", done=str(done), all=str(len(queue)))


def kind_name(kind: str, queue: Sequence[ReviewComment]) -> str:
    """The part of the queue with what is left in it."""
    left = sum(not comment.is_done for comment in queue if comment.kind == kind)
    name = say("Maskering") if kind == "masking" else say("Kodning")
    return plain(say("{name}: {n} kvar", name=name, n=str(left)))
