"""The language of the pages: Swedish, or English where the address says `lang=en`."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from app_pages.shared.markup import element
from app_pages.shared.state import THEME, UNIT
from text_analysis.codebook import load_codebook
from text_analysis.present.cut import WHOLE
from text_analysis.present.translation import LANGUAGES, Language, english, speak, spoken

LANGUAGE: Final = "lang"
SWEDISH: Final[Language] = "sv"
NAMES: Final[dict[Language, str]] = {"sv": "Svenska", "en": "English"}


def use_chosen() -> None:
    """Speak the language of the address, and keep it there while the reader goes from page to page."""
    asked = st.query_params.get(LANGUAGE) or st.session_state.get(LANGUAGE, "sv")
    language = next((known for known in LANGUAGES if known == asked), SWEDISH)
    speak(language)
    st.session_state[LANGUAGE] = language
    if language != SWEDISH:
        st.query_params[LANGUAGE] = language


def keep() -> None:
    """Speak the language of the page in a part of it that runs by itself."""
    speak(st.session_state[LANGUAGE])


def switch() -> None:
    """A link to the same page in the other language; loaded anew, so that the page's own language follows."""
    other: Language = "sv" if spoken() == "en" else "en"
    address = "?" + urlencode(_address() | {LANGUAGE: other})
    link = element("a", NAMES[other], href=address, target="_self", lang=other, hreflang=other)
    st.sidebar.html(element("p", link, cls="rt-language"))


def _address() -> dict[str, str]:
    """The choices of the address, those in words in the other language."""
    choices = {name: st.query_params[name] for name in st.query_params}
    pairs = [(theme.name_sv, theme.name_en) for theme in load_codebook().themes]
    names = dict(pairs) if spoken() == "sv" else {name_en: name_sv for name_sv, name_en in pairs}
    if THEME in choices:
        choices[THEME] = names.get(choices[THEME], choices[THEME])
    if UNIT in choices:
        whole = (WHOLE, english()[WHOLE])
        here, there = whole if spoken() == "sv" else whole[::-1]
        if choices[UNIT].endswith(here):
            choices[UNIT] = choices[UNIT].removesuffix(here) + there
    return choices
