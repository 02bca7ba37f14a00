"""Teman: what people wrote about, with size, stance and eNPS groups; and one theme's own view."""

import streamlit as st

from app_pages.shared import figures, parts, state, topic_parts
from app_pages.shared.state import Choice
from text_analysis.instruments import load_instruments
from text_analysis.present import cut, estimates, links, themes, tree, trend, wording
from text_analysis.present.themes import ThemeLine
from text_analysis.present.translation import say, theme_name


def theme_row(choice: Choice, line: ThemeLine, largest: float) -> None:
    """A theme in the list: name as a link, size, and stances as long as the theme is large."""
    name, size, stances = st.columns([5, 4, 6], gap="medium")
    with name:
        figures.theme_link(theme_name(line.theme), theme_name(line.theme), choice.link)
        parts.note(line.change)
        parts.note(line.groups if any(not tile.hidden for tile in line.group_tiles) else "")
    with size:
        parts.body(line.people)
        parts.note(line.detail)
        parts.note(say("uppskattat {share}", share=line.estimate) if line.estimate else "")
    with stances:
        figures.slim_bar(line.stances, line.share / largest)


def all_themes(choice: Choice, unit: str) -> None:
    """Every theme that may be shown, largest first."""
    lines = themes.theme_lines(choice.released, choice.wave, unit)
    figures.legend(themes.stance_legend())
    for line in lines:
        theme_row(choice, line, lines[0].share)
    parts.note(say(themes.HOW_TO_READ))
    parts.note(say(estimates.HOW_TO_READ) if any(line.estimate for line in lines) else "")
    figures.as_table(
        lambda: themes.themes_table(choice.released, choice.wave, unit), say("Personer per tema")
    )
    topic_parts.beside(choice)


def one_theme(choice: Choice, unit: str, theme_id: str) -> None:
    """What there is about one theme: definition, size, stances, eNPS groups and quotes."""
    theme = choice.released.codebook.theme(theme_id)
    st.header(parts.plain(theme_name(theme)), anchor=False)
    parts.note(themes.definition(theme))
    line = themes.theme_line(choice.released, choice.wave, unit, theme_id)
    if line is None:
        parts.notice(f"{say('Temat är skyddat eller inte nämnt här.')} {say(wording.WHY_HIDDEN)}")
        return
    figures.tiles(themes.theme_tiles(line), large=True)
    figures.tiles(line.group_tiles)
    figures.bar(line.stances)
    pairs = links.theme_pairs(choice.released, choice.wave, unit, theme_id, load_instruments())
    if pairs:
        st.subheader(say("Hänger ihop med"), anchor=False)
        parts.note(say("De som skriver om temat jämförda med övriga som skrivit en kommentar."))
        figures.pair_rows(pairs, (say("skriver om temat"), say("skriver om annat")))
    over_time = trend.theme_trend(choice.released, unit, theme_id)
    if over_time is not None:
        st.subheader(say("Över tid"), anchor=False)
        figures.picture(over_time, say("{name} över tid", name=theme_name(theme)))
    topic_parts.inside(choice, theme_id)
    below = tree.theme_units(choice.released, choice.wave, unit, theme_id)
    if below:
        st.subheader(say("I enheterna"), anchor=False)
        figures.pair_rows(below, (say("andel i enheten"), cut.unit_name(unit)))
    st.subheader(say("Så skriver de"), anchor=False)
    quotes = themes.theme_quotes(choice.released, choice.wave, unit, theme_id)
    figures.quotes(quotes)
    if any(quote.marks for quote in quotes):
        parts.note(say("Understruket: ord och uttryck i lexikonet som hör till temat."))
    if not quotes:
        parts.note(say("Inget citat får visas här: för få personer, eller citat som väntar på granskning."))


choice = parts.open_page("Teman", "Vad de skrev om, hur många det är och i vilken ton.")
shown = themes.themes_shown(choice.released, choice.wave, choice.unit)
if choice.released.themes.empty:
    parts.notice(say(wording.NO_COMMENTS))
    st.stop()
parts.level_notice(shown)
parts.note("" if shown.is_own else say(wording.WHY_HIDDEN))
if not shown.is_empty:
    theme_id = state.choose_theme(choice.released.codebook)
    if theme_id:
        one_theme(choice, shown.unit, theme_id)
    else:
        all_themes(choice, shown.unit)
