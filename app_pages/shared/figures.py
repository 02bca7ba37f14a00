"""The figures of a page: tiles, bars, quotes and tables, written from what `present` gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from app_pages.shared import bars, grids, language, marks, markup
from app_pages.shared.parts import note, plain
from app_pages.shared.state import THEME
from text_analysis.present import wording
from text_analysis.present.translation import say
from text_analysis.present.views import Bar, HeatGrid, HeatRow, PairRow, Quote, Thread, Tile

if TYPE_CHECKING:
    from text_analysis.present.charts import Picture  # Altair is only loaded by pages with charts
    from text_analysis.present.tree import UnitRow


def tiles(found: tuple[Tile, ...], *, large: bool = False) -> None:
    """A row of figures; one explanation under it where any of them is hidden."""
    st.html(markup.tiles(found, size="large" if large else ""))
    if any(tile.hidden for tile in found):
        note(say(wording.WHY_HIDDEN))


def index_rows(found: tuple[Tile, ...]) -> None:
    """Many indices under one another, each with its place on the scale."""
    st.html(markup.index_rows(found))
    if any(tile.hidden for tile in found):
        note(say(wording.WHY_HIDDEN))


def bar(found: Bar) -> None:
    """A bar with names and numbers in its fields."""
    st.html(bars.tall_bar(found))


def stacked(found: tuple[Bar, ...]) -> None:
    """Bars of the same kind under one another, with the names of their fields once."""
    if found:
        st.html(markup.joined(bars.legend(found[0]), *(bars.bar(one) for one in found)))


def earlier(found: tuple[Bar, ...]) -> None:
    """Bars under one whose fields are named, of the same kind and order."""
    if found:
        st.html(markup.joined(*(bars.bar(one) for one in found)))


def slim_bar(found: Bar, length: float) -> None:
    """A thin bar for lists, as long as its share of the longest."""
    st.html(bars.slim_bar(found, length))


def legend(found: Bar) -> None:
    """The names of a bar's fields, once for a list of bars."""
    st.html(bars.legend(found))


def quotes(found: tuple[Quote, ...]) -> None:
    """Quotes as text under the name of their stance, the words that speak of the theme marked."""
    for stance in dict.fromkeys(one.stance for one in found):
        st.html(markup.element("p", stance, cls="rt-stance"))
        st.html(markup.joined(*(marks.quote(one) for one in found if one.stance == stance)))


def theme_link(label: str, name: str, link: Mapping[str, str]) -> None:
    """A link to a theme's own view; `link` is the address of the choice it is seen from."""
    st.page_link("app_pages/teman.py", label=plain(label), query_params={**link, THEME: name})


def thread(found: Thread) -> None:
    """The size of a theme and its quote."""
    st.html(markup.thread(found))


def threads(found: tuple[Thread, ...]) -> None:
    """The themes of one of the three lists."""
    st.html(markup.threads(found))


@st.fragment
def as_table(make: Callable[[], pd.DataFrame], caption: str, *, label: str = "") -> None:
    """The same figures as a table, made only where the reader asks for it; the rest of the page stands."""
    language.keep()
    if st.toggle(label or say("Visa som tabell"), key=f"table:{caption}"):
        st.html(markup.table(make(), caption))


def table(frame: pd.DataFrame, caption: str) -> None:
    """A table that is always shown."""
    st.html(markup.table(frame, caption))


def steps(found: Sequence[tuple[str, str]]) -> None:
    """Steps in order: a verb and what is done."""
    items = (markup.element("li", markup.element("strong", verb), f" {what}") for verb, what in found)
    st.html(markup.element("ol", *items, cls="rt-steps"))


def heat(found: tuple[HeatRow, ...], columns: tuple[str, ...], caption: str) -> None:
    """A heat map that is a table: every field has its text."""
    st.html(grids.heat(found, columns, caption))


def chips(found: HeatGrid, caption: str) -> None:
    """A heat map whose fields hold any number of differences."""
    st.html(grids.chips(found, caption))


def pair_rows(found: tuple[PairRow, ...], names: tuple[str, str]) -> None:
    """Two values per row on a shared scale, with their texts."""
    st.html(grids.pair_rows(found, names))


def tree(found: tuple[UnitRow, ...], columns: tuple[str, ...], caption: str) -> None:
    """The units with their figures, each under the one it belongs to."""
    st.html(grids.tree(found, columns, caption))


def questions(found: Sequence[str]) -> None:
    """Questions to talk about."""
    items = (markup.element("li", text) for text in found)
    st.html(markup.element("ul", *items, cls="rt-questions"))


def blanks(columns: Sequence[str], *, rows: int) -> None:
    """Empty lines to write on, on paper."""
    st.html(grids.blanks(columns, rows))


def picture(found: Picture, caption: str) -> None:
    """A chart with its text alternative, and its table where the reader asks for it."""
    st.altair_chart(found.chart, width="stretch", theme=None, alt=found.alt, key=f"chart:{caption}")
    as_table(lambda: found.table, caption)


def points(title: str, found: Sequence[str]) -> None:
    """A short list under a title; nothing where it is empty."""
    if found:
        items = (markup.element("li", text) for text in found)
        head = markup.element("p", markup.element("strong", title))
        st.html(markup.element("div", head, markup.element("ul", *items), cls="rt-notice"))
