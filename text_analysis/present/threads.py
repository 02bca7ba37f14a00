"""The three lists of red threads: what people are less satisfied with, ask for and want to keep."""

from __future__ import annotations

import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.present.cut import nearest, rows_of
from text_analysis.present.numbers import interval, people, percent
from text_analysis.present.views import Quote, Shown, Thread, ThreadList
from text_analysis.present.wording import STANCE_NAMES, THREAD_TITLES
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

KIND_STANCE = {"missnojd": "negativ", "forslag": "forslag", "bevara": "positiv"}
N_THREADS = 3  # as the source reports name them


def threads_shown(released: Released, wave: str, unit: str) -> Shown:
    """The thread rows of the unit, or of the nearest level above that may be shown."""
    return nearest(released.threads, wave, unit)


def thread_lists(
    released: Released, wave: str, unit: str, codebook: Codebook, *, n: int = N_THREADS
) -> tuple[ThreadList, ...]:
    """The three lists of a unit, each with its `n` largest themes; a list may be empty."""
    rows = rows_of(released.threads, wave, unit)
    rows = rows[rows["status"] == SHOWN].sort_values("rank")
    return tuple(
        ThreadList(kind, title, lead, _threads(released, rows[rows["kind"] == kind].head(n), kind, codebook))
        for kind, (title, lead) in THREAD_TITLES.items()
    )


def _threads(released: Released, rows: pd.DataFrame, kind: str, codebook: Codebook) -> tuple[Thread, ...]:
    stance = KIND_STANCE[kind]
    return tuple(
        Thread(
            rank=rank,
            theme_id=str(row["theme"]),
            name=codebook.theme(str(row["theme"])).name_sv,
            size=_size(released, row, stance),
            share=float(row["share"]),
            quote=first_quote(released, row, stance, codebook),
        )
        for rank, (_, row) in enumerate(rows.iterrows(), start=1)
    )


def _size(released: Released, row: pd.Series, stance: str) -> str:
    """People and share, with the interval where the theme table has it."""
    told = f"{people(row['n_respondents'])} · {percent(row['share'])}"
    cells = rows_of(released.themes, str(row["wave"]), str(row["unit"]))
    same = (cells["theme"] == row["theme"]) & (cells["stance"] == stance) & (cells["enps_group"] == ALL)
    cell = cells[same & (cells["status"] == SHOWN)]
    if cell.empty:
        return told
    spread = interval(cell["low"].iloc[0] * 100, cell["high"].iloc[0] * 100)
    return f"{told} ({spread})" if spread else told


def first_quote(released: Released, row: pd.Series, stance: str, codebook: Codebook) -> Quote | None:
    """The first released quote of a row's unit, wave and theme with this stance."""
    cells = rows_of(released.quotes, str(row["wave"]), str(row["unit"]))
    cells = cells[(cells["theme"] == row["theme"]) & (cells["stance"] == stance) & (cells["status"] == SHOWN)]
    if cells.empty:
        return None
    name = codebook.theme(str(row["theme"])).name_sv
    return Quote(str(cells["text"].iloc[0]), name, STANCE_NAMES[stance])


def threads_table(lists: tuple[ThreadList, ...]) -> pd.DataFrame:
    """The three lists as one table."""
    lines = [
        {"Lista": listed.title, "Plats": str(thread.rank), "Tema": thread.name, "Storlek": thread.size}
        for listed in lists
        for thread in listed.threads
    ]
    return pd.DataFrame(lines, columns=["Lista", "Plats", "Tema", "Storlek"])
