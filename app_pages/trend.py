"""Trend: waves side by side, only what each of them may show."""

import streamlit as st

from app_pages.shared import figures, parts, state
from text_analysis.instruments import load_instruments
from text_analysis.present import trend
from text_analysis.present.translation import say, theme_name

choice = parts.open_page("Trend", "Mätningar sida vid sida, på samma teman och index.")
released = choice.released
shown = trend.trend_shown(released, choice.unit)
parts.notice(trend.instead(shown))
if shown.is_empty:
    st.stop()
unit = shown.unit

st.header("eNPS", anchor=False)
picture = trend.enps_trend(released, unit)
if picture is not None:
    figures.picture(picture, say("eNPS över tid"))
    parts.note(say("Det grå fältet är 95 % osäkerhet. Överlappar fälten kan skillnaden vara slump."))

keys = trend.trend_keys(released, unit, load_instruments())
if keys:
    st.header(say("Index"), anchor=False)
    key = st.selectbox(say("Index"), list(keys), format_func=lambda key: keys[key], key="trend_index")
    index_picture = trend.index_trend(released, unit, key, load_instruments())
    if index_picture is not None:
        figures.picture(index_picture, say("{name} över tid", name=keys[key]))

waves = trend.theme_waves(released, unit)
if len(waves.columns) > trend.MIN_WAVES:
    st.header(say("Teman"), anchor=False)
    parts.note(
        say("Andel av dem som skrivit en kommentar. Ett tema som en mätning inte får visa är skyddat där.")
    )
    theme_id = state.choose_theme(released.codebook)
    theme_picture = trend.theme_trend(released, unit, theme_id) if theme_id else None
    if theme_picture is not None:
        figures.picture(
            theme_picture, say("{name} över tid", name=theme_name(released.codebook.theme(theme_id)))
        )
    else:
        figures.table(waves, say("Andel som skriver om temat, per mätning"))
