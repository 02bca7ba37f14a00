"""Chefens sida: one unit on one page to print, with its figures, threads and questions for the dialogue."""

import streamlit as st

from app_pages.shared import figures, own_order, parts
from text_analysis.instruments import load_instruments
from text_analysis.present import cut, dialogue, enps, indices, threads, wording
from text_analysis.present.dialogue import DialoguePart
from text_analysis.present.translation import say


def dialogue_part(part: DialoguePart) -> None:
    """A heading of the dialogue with the themes it is about, its questions, and lines to write on."""
    st.header(part.title, anchor=False)
    if part.threads.threads:
        parts.note(say("Ur kommentarerna: {title}", title=part.threads.title.lower()))
        figures.threads(part.threads.threads)
    figures.questions(part.questions)
    figures.blanks([say(field) for field in dialogue.FIELDS], rows=2)


choice = parts.open_page(
    "Chefens sida", "Underlag för dialogen i arbetsgruppen. Skriv ut eller visa på skärm."
)
released, wave, unit = choice.released, choice.wave, choice.unit
st.header(parts.plain(f"{cut.unit_name(unit)}, {wave}"), anchor=False)

level = enps.enps_shown(released, wave, unit)
parts.level_notice(level)
if not level.is_empty:
    at = (released, wave, level.unit)
    figures.tiles((enps.response_tile(*at), enps.enps_tile(*at), enps.comments_tile(*at)), large=True)
    bar = enps.enps_bar(*at)
    if bar is not None:
        figures.bar(bar)
    for group in indices.index_groups(*at, load_instruments()):
        if not group.is_long:
            st.subheader(group.name, anchor=False)
            figures.tiles(group.tiles)

own_order.show(released, choice.entry.folder, wave, unit)
shown = threads.threads_shown(released, wave, unit)
if shown.unit != level.unit:
    parts.level_notice(shown)
if shown.is_empty:
    parts.note(say(wording.NO_COMMENTS) if released.threads.empty else say(wording.WHY_HIDDEN))
for part in dialogue.dialogue(released, wave, shown.unit or unit):
    dialogue_part(part)
parts.note(say("Kommentarerna är avidentifierade och visas bara där nog många personer säger samma sak. "
           "Leta inte efter vem som har skrivit; prata om sakfrågan."))  # fmt: skip
