"""Enheter: the tree with its figures, a unit beside another, and what is special in it."""

import streamlit as st

from app_pages.shared import figures, parts
from text_analysis.instruments import load_instruments
from text_analysis.present import cut, special, tree, wording
from text_analysis.present.translation import say
from text_analysis.units import parent

choice = parts.open_page("Enheter", "Alla enheter, och den valda bredvid en annan.")
released, wave, unit = choice.released, choice.wave, choice.unit

st.header(say("Vad är särskilt i {unit}?", unit=parts.plain(cut.unit_name(unit))), anchor=False)
found = special.special_for_unit(released, wave, unit)
if not parent(unit):
    parts.note(say("Välj en enhet ovan för att se vad som skiljer den från nivån ovanför."))
elif not found:
    parts.note(say("Inget tema skiljer sig säkert från nivån ovanför, eller så är enhetens teman skyddade."))
else:
    figures.pair_rows(found, (cut.unit_name(unit), cut.unit_name(parent(unit))))

st.header(say("Jämför"), anchor=False)
others = [other for other in cut.units(released, wave) if other != unit]
if others:
    first = others.index(parent(unit)) if parent(unit) in others else 0
    other = st.selectbox(say("Jämför med"), others, first, format_func=cut.unit_label, key="other")
    pairs = tree.compare(released, wave, unit, other, load_instruments())
    if pairs:
        figures.pair_rows(pairs, (cut.unit_name(unit), cut.unit_name(other)))
    else:
        parts.notice(say("Ingen siffra får visas för båda enheterna."))
        parts.note(say(wording.WHY_HIDDEN))

st.header(say("Alla enheter"), anchor=False)
rows = tree.unit_rows(released, wave, load_instruments())
figures.tree(rows, tree.columns(released, load_instruments()), say("Enheter, mätning {wave}", wave=wave))
if any(row.hidden for row in rows):
    parts.note(
        f"{say(wording.WHY_HIDDEN)} {say('Välj enheten ovan så visas närmaste nivå ovanför i stället.')}"
    )
