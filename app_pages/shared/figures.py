"""The figures of a page: tiles, bars, quotes and tables, written from what `present` gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from app_pages.shared import bars, markup
from app_pages.shared.parts import note
from text_analysis.present import wording
from text_analysis.present.views import Bar, Quote, Thread, Tile


def tiles(found: tuple[Tile, ...], *, large: bool = False) -> None:
    """A row of figures; one explanation under it where any of them is hidden."""
    st.html(markup.tiles(found, size="large" if large else ""))
    if any(tile.hidden for tile in found):
        note(wording.WHY_HIDDEN)


def index_rows(found: tuple[Tile, ...]) -> None:
    """Many indices under one another, each with its place on the scale."""
    st.html(markup.index_rows(found))
    if any(tile.hidden for tile in found):
        note(wording.WHY_HIDDEN)


def bar(found: Bar) -> None:
    """A bar with names and numbers in its fields."""
    st.html(bars.tall_bar(found))


def stacked(found: tuple[Bar, ...]) -> None:
    """Bars of the same kind under one another, with the names of their fields once."""
    if found:
        st.html(markup.joined(bars.legend(found[0]), *(bars.bar(one) for one in found)))


def slim_bar(found: Bar, length: float) -> None:
    """A thin bar for lists, as long as its share of the longest."""
    st.html(bars.slim_bar(found, length))


def legend(found: Bar) -> None:
    """The names of a bar's fields, once for a list of bars."""
    st.html(bars.legend(found))


def quotes(found: tuple[Quote, ...]) -> None:
    """Quotes as text."""
    if found:
        st.html(markup.joined(*(markup.quote(one) for one in found)))


def threads(found: tuple[Thread, ...]) -> None:
    """The themes of one of the three lists."""
    st.html(markup.threads(found))


def as_table(frame: pd.DataFrame, caption: str, *, label: str = "Visa som tabell") -> None:
    """The same figures as a table, where the reader asks for it."""
    if st.toggle(label, key=f"table:{caption}"):
        st.html(markup.table(frame, caption))


def table(frame: pd.DataFrame, caption: str) -> None:
    """A table that is always shown."""
    st.html(markup.table(frame, caption))


def steps(found: Sequence[tuple[str, str]]) -> None:
    """Steps in order: a verb and what is done."""
    items = (markup.element("li", markup.element("strong", verb), f" {what}") for verb, what in found)
    st.html(markup.element("ol", *items, cls="rt-steps"))


def points(title: str, found: Sequence[str]) -> None:
    """A short list under a title; nothing where it is empty."""
    if found:
        items = (markup.element("li", text) for text in found)
        head = markup.element("p", markup.element("strong", title))
        st.html(markup.element("div", head, markup.element("ul", *items), cls="rt-notice"))


def pairs(found: Mapping[str, str]) -> None:
    """Terms, each with what is said of it."""
    told = (
        markup.joined(markup.element("dt", term), markup.element("dd", text)) for term, text in found.items()
    )
    st.html(markup.element("dl", *told, cls="rt-pairs"))
