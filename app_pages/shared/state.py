"""What the reader has chosen: survey, wave, unit and theme, kept in the address so that it can be linked to.

These are the only keys of the session state that pages share.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app_pages.shared import cache
from text_analysis.codebook import Codebook
from text_analysis.present import cut
from text_analysis.present.translation import say, theme_name
from text_analysis.records import Released
from text_analysis.workspace import SurveyEntry

SURVEY, WAVE, UNIT, THEME = "survey", "wave", "unit", "theme"
ALL_THEMES = "Alla teman"


@dataclass(frozen=True)
class Choice:
    """The survey, wave and unit a page shows."""

    entry: SurveyEntry
    released: Released
    wave: str
    unit: str

    @property
    def link(self) -> dict[str, str]:
        """The address of this choice, for links to other pages."""
        return {SURVEY: self.entry.name, WAVE: self.wave, UNIT: cut.unit_label(self.unit)}


def choose_survey() -> SurveyEntry | None:
    """The chosen survey, or None where none has been analysed yet."""
    entries = {entry.slug: entry for entry in cache.surveys()}
    if not entries:
        return None
    names = {entry.slug: entry.name for entry in entries.values()}
    slug = st.selectbox(
        say("Undersökning"),
        list(entries),
        format_func=lambda slug: names[slug],
        key=SURVEY,
        bind="query-params",
    )
    return entries[slug]


def choose_wave(released: Released) -> str:
    """The chosen wave, the latest unless another is chosen."""
    waves = cut.waves(released)
    if len(waves) == 1:
        return waves[0]
    return st.selectbox(say("Mätning"), waves[::-1], key=WAVE, bind="query-params", width=200)


def choose_unit(released: Released, wave: str) -> str:
    """The chosen unit, the whole organisation unless another is chosen."""
    units = cut.units(released, wave)
    return st.selectbox(say("Enhet"), units, format_func=cut.unit_label, key=UNIT, bind="query-params")


def choose_theme(codebook: Codebook) -> str:
    """The id of the chosen theme, or empty for all of them."""
    names = {theme.id: theme_name(theme) for theme in codebook.themes}
    return st.selectbox(
        say("Tema"),
        ["", *names],
        format_func=lambda key: names.get(key) or say(ALL_THEMES),
        key=THEME,
        bind="query-params",
    )
