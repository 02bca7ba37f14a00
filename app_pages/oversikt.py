"""Översikt: how many answered, what they would recommend, the red threads, the indices."""

import streamlit as st

from app_pages.shared import figures, own_order, parts
from app_pages.shared.state import Choice
from text_analysis.instruments import Instruments, load_instruments
from text_analysis.present import about, cut, enps, indices, outliers, threads, wording
from text_analysis.present.translation import say
from text_analysis.present.views import ThreadList


def headline(choice: Choice) -> None:
    """Response rate, eNPS and comment writers, each with what it rests on."""
    at = (choice.released, choice.wave, choice.unit)
    figures.tiles((enps.response_tile(*at), enps.enps_tile(*at), enps.comments_tile(*at)), large=True)


def recommendation(choice: Choice) -> None:
    """The eNPS groups as a bar, of the nearest level that may be shown."""
    shown = enps.enps_shown(choice.released, choice.wave, choice.unit)
    parts.level_notice(shown)
    if shown.is_empty:
        return
    bar = enps.enps_bar(choice.released, choice.wave, shown.unit)
    if bar is not None:
        figures.bar(bar)
        figures.earlier(enps.earlier_bars(choice.released, choice.wave, shown.unit))
    figures.as_table(
        lambda: enps.enps_comparison(choice.released, choice.wave, choice.unit), say("eNPS med jämförelser")
    )


def red_threads(choice: Choice) -> None:
    """The three lists side by side, each theme with its size and one quote."""
    st.header(say("Röda trådar"), anchor=False)
    shown = threads.threads_shown(choice.released, choice.wave, choice.unit)
    if choice.released.threads.empty:
        parts.note(say(wording.NO_COMMENTS))
        return
    parts.level_notice(shown)
    if shown.is_empty:
        return
    lists = threads.thread_lists(choice.released, choice.wave, shown.unit)
    for column, listed in zip(st.columns(len(lists), gap="large"), lists, strict=True):
        with column:
            thread_list(choice, listed)
    parts.note(say("Storleken är personer som skrivit om temat, andel av dem som skrivit en kommentar och "
               "inom parentes 95 % osäkerhet."))  # fmt: skip
    figures.as_table(lambda: threads.threads_table(lists), say("De tre listorna"))


def thread_list(choice: Choice, listed: ThreadList) -> None:
    """One list: its title, and its themes in order."""
    st.subheader(listed.title, anchor=False)
    parts.note(listed.lead)
    if not listed.threads:
        parts.note(say("Inget tema har nog många personer bakom sig."))
        return
    for thread in listed.threads:
        figures.theme_link(f"{thread.rank}. {thread.name}", thread.name, choice.link)
        figures.thread(thread)


def sticking_out(choice: Choice, instruments: Instruments) -> None:
    """The units below whose eNPS or index is surely lower or higher."""
    at = (choice.released, choice.wave, choice.unit)
    names = (say("enheten"), cut.unit_name(choice.unit))
    found = outliers.standing_out(*at), outliers.standing_out_on_indices(*at, instruments)
    if not any(found):
        return
    st.header(say("Det här sticker ut"), anchor=False)
    parts.note(
        say("Säkra skillnader. Små enheters värden är dragna mot helheten, så att slumpen inte hamnar först.")
    )
    for title, pairs in zip((say("eNPS, lägst först"), say("Index, längst bort först")), found, strict=True):
        if pairs:
            st.subheader(title, anchor=False)
            figures.pair_rows(pairs, names)


def index_values(choice: Choice, instruments: Instruments) -> None:
    """Tiles of every instrument the survey asked."""
    shown = indices.indices_shown(choice.released, choice.wave, choice.unit)
    if choice.released.indices.empty:
        return
    st.header(say("Index"), anchor=False)
    parts.level_notice(shown)
    for group in indices.index_groups(choice.released, choice.wave, shown.unit, instruments):
        st.subheader(group.name, anchor=False)
        parts.note(group.lead)
        if group.is_long:
            figures.index_rows(group.tiles)
        else:
            figures.tiles(group.tiles)
    figures.as_table(
        lambda: indices.index_table(choice.released, choice.wave, shown.unit, instruments),
        say("Alla index med underlag"),
    )


def answers(choice: Choice, instruments: Instruments) -> None:
    """The answers behind one index, question by question."""
    at = (choice.released, choice.wave, choice.unit)
    names = indices.distribution_keys(*at, instruments)
    if not names:
        return
    st.header(say("Svaren bakom"), anchor=False)
    shown = indices.distribution_shown(*at)
    parts.level_notice(shown)
    key = st.selectbox(say("Index"), list(names), format_func=lambda key: names[key], key="index")
    bars = indices.distribution_bars(choice.released, choice.wave, shown.unit, key, instruments)
    figures.stacked(bars)
    figures.as_table(
        lambda: indices.distribution_table(bars),
        say("Andel svar per svarsalternativ, {index}", index=names[key]),
    )


choice = parts.open_page("Översikt", "Så svarade de, och det här återkommer i det de skrev.")
headline(choice)
recommendation(choice)
red_threads(choice)
own_order.show(choice.released, choice.entry.folder, choice.wave, choice.unit)
sticking_out(choice, load_instruments())
index_values(choice, load_instruments())
answers(choice, load_instruments())
parts.note(about.data_line(choice.released))
