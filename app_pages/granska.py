"""Granska: comments the masking or the coder is unsure of, one at a time, and what the answers change."""

from itertools import chain, repeat
from pathlib import Path

import streamlit as st

from app_pages.shared import cache, figures, parts, rerun, review_labels, review_parts
from app_pages.shared.review_parts import KEYS_ON, KIND, WHO, button
from text_analysis import review
from text_analysis.codebook import load_codebook
from text_analysis.edits import Confirm, Decide, Move, read_edits
from text_analysis.errors import TextAnalysisError
from text_analysis.present import edit_log
from text_analysis.present.translation import say, theme_name
from text_analysis.present.wording import STANCE_NAMES
from text_analysis.records import STANCES, Decision
from text_analysis.review import ReviewComment, ReviewLabel

LEAD = "Kommentarer som maskeringen eller kodaren är osäker på eller inte fann något i, en i taget."
# Streamlit keeps C and R to itself, and L adds a theme. Right is a digit, wrong a letter under the digits;
# labels after the eighth have their buttons, but no keys.
KEYS = tuple(zip("12345678", "ASDFGHJK", strict=True))
DECISIONS: tuple[tuple[Decision, str, str], ...] = (
    ("keep", "Behåll", "B"),
    ("mask", "Maskera", "M"),
    ("hold", "Håll inne", "I"),
)


def masking(folder: Path, comment: ReviewComment) -> None:
    """The three decisions about a comment that may point out somebody."""
    with st.container(horizontal=True):
        for decision, name, key in DECISIONS:
            action = Decide(comment.comment, decision)
            button(say(name), key, review_parts.decide, folder, (action,))
        review_parts.aside(folder, comment, queue)
    parts.note(say("Behåll: får citeras som den står. Maskera: det markerade tas också bort. "
                   "Håll inne: räknas, men citeras aldrig."))  # fmt: skip


def coding(folder: Path, comment: ReviewComment) -> None:
    """Right or wrong for each theme, another stance, a theme that is missing, and on to the next."""
    found = [label for label in comment.labels if not label.is_added]
    for label, keys in zip(found, chain(KEYS, repeat(("", ""))), strict=False):
        one_label(folder, comment, label, keys)
    for label in comment.labels:
        if label.is_added:
            review_labels.label_line(label, names[label.theme])
    if not comment.labels:
        parts.note(say("Kodaren hittade inget tema här."))
    name, unsaid = review_labels.agreed(comment)
    with st.container(horizontal=True):
        button(name, "N", review_parts.decide, folder, unsaid, kind="primary")
        review_parts.aside(folder, comment, queue)
    with st.expander(say("Ett tema saknas"), expanded=not comment.labels):
        missing_theme(folder, comment)


def one_label(folder: Path, comment: ReviewComment, label: ReviewLabel, keys: tuple[str, str]) -> None:
    """A theme of the comment with its buttons; another stance makes a right theme right in its stance too."""
    at = comment.comment
    told, stances, right, wrong = st.columns([6, 3, 1, 1], vertical_alignment="center")
    with told:
        review_labels.label_line(label, names[label.theme])
        review_labels.why(comment, label, names[label.theme])
    with stances:
        stance = st.selectbox(
            say("Hållning för {theme}", theme=parts.plain(names[label.theme])),
            STANCES,
            STANCES.index(label.stance),
            format_func=lambda key: say(STANCE_NAMES[key]),
            key=f"stance:{at}:{label.theme}",
            label_visibility="collapsed",
        )
    is_same = stance == label.stance
    action = Confirm(at, label.theme) if is_same else Move(at, label.theme, label.theme, stance)
    with right:
        button(say("Rätt"), keys[0], review_parts.decide, folder, (action,), at, about=label.theme)
    with wrong:
        wrongly = Move(at, label.theme, "")
        button(say("Fel"), keys[1], review_parts.decide, folder, (wrongly,), at, about=label.theme)


def missing_theme(folder: Path, comment: ReviewComment) -> None:
    """A theme the coder did not find, with its stance."""
    known = {label.theme for label in comment.labels if label.verdict != "wrong"}
    others = [theme for theme in names if theme not in known]
    theme = st.selectbox(say("Tema"), others, format_func=names.__getitem__, key=f"missing:{comment.comment}")
    stance = st.selectbox(
        say("Hållning"),
        STANCES,
        format_func=lambda key: say(STANCE_NAMES[key]),
        key=f"missing_stance:{comment.comment}",
    )
    action = Move(comment.comment, "", theme, stance)
    button(say("Lägg till"), "L", review_parts.decide, folder, (action,), comment.comment)


choice = parts.open_page("Granska", LEAD, by_unit=False)
themes = (*load_codebook().themes, *choice.released.codebook.themes)  # the coder's, and those of one's own
names = {theme.id: theme_name(theme) for theme in themes}
survey = choice.entry.folder
try:
    edits = read_edits(survey)
    queue = review.answered(cache.comments_to_review(choice.entry), edits)
except TextAnalysisError as error:
    parts.failure(error)

named, keyed = st.columns([3, 2], vertical_alignment="bottom")
with named:
    st.text_input(say("Ditt namn, som skrivs i loggen"), key=WHO, persist_state="session")
with keyed:
    st.toggle(say("Tangenter trycker på knapparna"), value=True, key=KEYS_ON, persist_state="session")
if not st.session_state[WHO]:
    parts.notice(say("Skriv ditt namn för att börja. Varje beslut loggas med namn och tid och kan ångras."))

kinds = [kind for kind in ("masking", "coding") if any(comment.kind == kind for comment in queue)]
if queue:
    first = next((comment.kind for comment in queue if not comment.is_done), queue[0].kind)
    st.session_state.setdefault(KIND, first)
    kind = st.segmented_control(
        say("Vad vill du granska?"),
        kinds,
        format_func=lambda k: review_parts.kind_name(k, queue),
        key=KIND,
        required=True,
    )
    done = sum(comment.is_done for comment in queue)
    st.progress(done / len(queue), text=review_parts.progress(queue))
    comment = review_parts.chosen(queue, kind or "")
    if comment is None:
        parts.notice(say("Allt här är granskat."))
        review_parts.undo(survey, queue)
    else:
        review_parts.card(comment, names)
        (masking if kind == "masking" else coding)(survey, comment)
else:
    parts.notice(say("Ingen kommentar behöver granskas."))

rerun.section(choice.entry, choice.released)

st.header(say("Logg"), anchor=False)
if edits:
    figures.as_table(
        lambda: edit_log.log_table(edits, names), say("Beslut och ändringar"), label=say("Visa loggen")
    )
else:
    parts.note(say("Inget är beslutat än."))
