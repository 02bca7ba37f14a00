"""The three lists of red threads: what people are less satisfied with, ask for and want to keep."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.present.cut import nearest, rows_of
from text_analysis.present.estimates import shared_places
from text_analysis.present.kept import kept
from text_analysis.present.numbers import interval, people, percent
from text_analysis.present.translation import say, theme_name
from text_analysis.present.views import Quote, Shown, Thread, ThreadList
from text_analysis.present.wording import STANCE_NAMES, THREAD_TITLES
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

KIND_STANCE = {"missnojd": "negativ", "forslag": "forslag", "bevara": "positiv"}
N_THREADS = 3  # as the source reports name them


def threads_shown(released: Released, wave: str, unit: str) -> Shown:
    """The thread rows of the unit, or of the nearest level above that may be shown."""
    return nearest(released.threads, wave, unit)


@kept
def thread_lists(released: Released, wave: str, unit: str, *, n: int = N_THREADS) -> tuple[ThreadList, ...]:
    """The three lists of a unit, each with its `n` largest themes; a list may be empty."""
    tables = (released.threads, released.themes, released.quotes)
    rows, cells, quotes = (_shown(table, wave, unit) for table in tables)
    here = (cells, quotes)
    rows = rows.sort_values("rank")
    return tuple(
        ThreadList(
            kind,
            say(title),
            say(lead),
            _threads(here, rows[rows["kind"] == kind].head(n), kind, released.codebook),
        )
        for kind, (title, lead) in THREAD_TITLES.items()
    )


def _shown(table: pd.DataFrame, wave: str, unit: str) -> pd.DataFrame:
    rows = rows_of(table, wave, unit)
    return rows[rows["status"] == SHOWN]


def _threads(
    here: tuple[pd.DataFrame, pd.DataFrame], rows: pd.DataFrame, kind: str, codebook: Codebook
) -> tuple[Thread, ...]:
    """The themes of one list; `here` is the unit's shown theme cells and quotes."""
    cells, quotes = here
    stance = KIND_STANCE[kind]
    same = cells[(cells["stance"] == stance) & (cells["enps_group"] == ALL)]
    places = shared_places(same)
    return tuple(
        Thread(
            rank=rank,
            theme_id=str(row["theme"]),
            name=theme_name(codebook.theme(str(row["theme"]))),
            size=_size(same, row, places),
            share=float(row["share"]),
            quote=_first_quote(quotes, str(row["theme"]), stance, codebook),
        )
        for rank, (_, row) in enumerate(rows.iterrows(), start=1)
    )


def _size(same: pd.DataFrame, row: pd.Series, places: Mapping[str, str]) -> str:
    """People and share, with the interval where the theme table has it, and the place if it is shared."""
    told = f"{people(row['n_respondents'])} · {percent(row['share'])}"
    cell = same[same["theme"] == row["theme"]]
    if not cell.empty:
        spread = interval(cell["low"].iloc[0] * 100, cell["high"].iloc[0] * 100)
        told = f"{told} ({spread})" if spread else told
    place = places.get(str(row["theme"]), "")
    return f"{told} · {place}" if place else told


def _first_quote(quotes: pd.DataFrame, theme_id: str, stance: str, codebook: Codebook) -> Quote | None:
    own = quotes[(quotes["theme"] == theme_id) & (quotes["stance"] == stance)]
    if own.empty:
        return None
    return Quote(str(own["text"].iloc[0]), theme_name(codebook.theme(theme_id)), say(STANCE_NAMES[stance]))


def threads_table(lists: tuple[ThreadList, ...]) -> pd.DataFrame:
    """The three lists as one table."""
    lines = [
        {
            say("Lista"): listed.title,
            say("Plats"): str(thread.rank),
            say("Tema"): thread.name,
            say("Storlek"): thread.size,
        }
        for listed in lists
        for thread in listed.threads
    ]
    return pd.DataFrame(lines, columns=[say("Lista"), say("Plats"), say("Tema"), say("Storlek")])
