"""Teman och index: themes beside eNPS and the indices, and the five areas to begin with."""

import streamlit as st

from app_pages.shared import figures, own_order, parts
from text_analysis.edits import read_edits
from text_analysis.instruments import load_instruments
from text_analysis.places import is_view_only
from text_analysis.present import findings, index_heat, links, priority, special, themes, wording
from text_analysis.present.enps import GROUP_NAMES
from text_analysis.present.own_order import by_hand, order_in_force, order_line
from text_analysis.present.translation import say

BY_HAND = "by_hand"
WITH, WITHOUT = "skriver om temat", "skriver om annat"

choice = parts.open_page("Teman och index", "Hur det de skriver om hänger ihop med hur de svarar.")
shown = themes.themes_shown(choice.released, choice.wave, choice.unit)
if choice.released.themes.empty:
    parts.notice(say(wording.NO_COMMENTS))
    st.stop()
parts.level_notice(shown)
parts.note("" if shown.is_own else say(wording.WHY_HIDDEN))
if shown.is_empty:
    st.stop()
at = (choice.released, choice.wave, shown.unit)

areas = priority.areas(*at)
if not areas.empty:
    st.header(say("Fem områden att börja med"), anchor=False)
    edit = order_in_force(read_edits(choice.entry.folder), *at[1:])
    order = st.selectbox(
        say("Ordna efter"),
        [*([BY_HAND] if edit else []), *priority.ORDERS],
        format_func=lambda key: say("För hand") if key == BY_HAND else priority.order_name(key),
        key=f"areas:{edit.number if edit else 0}",
    )
    if edit is not None and order == BY_HAND:
        areas = by_hand(areas, edit)
        parts.note(order_line(edit))
    else:
        areas = priority.areas(*at, order=order)
    figures.steps(priority.first_areas(areas))
    if not is_view_only():
        own_order.change(choice.entry.folder, *at[1:], areas, edit)
    picture = priority.picture(areas)
    if picture is not None:
        figures.picture(picture, say("Prioritering"))
    else:
        figures.as_table(lambda: priority.areas_table(areas), say("Prioritering"))
    parts.note(say(priority.HOW_TO_READ))

found = findings.findings(*at, load_instruments())
if found:
    st.header(say("Kommentarer och index tillsammans"), anchor=False)
    parts.note(
        say("Säkra ändringar sedan förra mätningen, och det många skriver om fast inget index mäter det.")
    )
    figures.steps(found)

heat = links.group_heat(*at)
if heat:
    st.header(say("Vilka skriver om temat?"), anchor=False)
    parts.note(say("Andel och antal kritiker, passiva och ambassadörer bland dem som skriver om temat."))
    figures.heat(heat, tuple(say(name) for name in GROUP_NAMES.values()), say("Teman och eNPS-grupper"))

groups = special.special_for_groups(*at)
if groups:
    st.subheader(say("Säkert vanligare eller ovanligare i en grupp"), anchor=False)
    parts.note(
        say(
            "Andel av allt som gruppen tar upp, jämförd med de andra två. Av dem som visas väntas högst var "
            "tjugonde bero på slumpen (Benjamini–Hochberg)."
        )
    )
    figures.pair_rows(groups, (say("gruppen"), say("de andra")))

pairs = links.enps_pairs(*at)
if pairs:
    st.header(say("eNPS med och utan temat"), anchor=False)
    parts.note(say("De som skriver om temat jämförda med övriga som skrivit en kommentar."))
    figures.pair_rows(pairs, (say(WITH), say(WITHOUT)))

grid = index_heat.index_heat(*at, load_instruments())
if grid is not None:
    st.header(say("Index hos dem som skriver om temat"), anchor=False)
    parts.note(
        say(
            "Skillnaden mot övriga som skrivit en kommentar, i de index som mäter samma sak som temat. "
            "Rött är sämre och blått bättre, också där ett lågt värde är bättre; starkare färg är större "
            "skillnad."
        )
    )
    figures.chips(grid, say("Teman och index"))
    figures.as_table(lambda: index_heat.index_table(*at, load_instruments()), say("Index med och utan temat"))
