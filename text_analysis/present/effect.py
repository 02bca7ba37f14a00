"""What a re-run changed: the themes and the red threads of two releases of a survey side by side."""

from __future__ import annotations

import pandas as pd

from text_analysis.present.cut import rows_of, units, waves
from text_analysis.present.numbers import signed, whole
from text_analysis.present.threads import N_THREADS
from text_analysis.present.translation import say, theme_name
from text_analysis.present.wording import HIDDEN, THREAD_TITLES
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN


def theme_changes(before: Released, after: Released) -> pd.DataFrame:
    """People per theme in the whole organisation's latest wave before and after, where they differ."""
    counts = [_people(released, after) for released in (before, after)]
    lines = [
        _line(theme_name(theme), *(count.get(theme.id) for count in counts))
        for theme in after.codebook.themes
        if counts[0].get(theme.id) != counts[1].get(theme.id)
    ]
    names = [say("Tema"), say("Före"), say("Efter"), say("Skillnad")]
    return pd.DataFrame(lines, columns=names)


def _line(name: str, before: int | None, after: int | None) -> tuple[str, ...]:
    told = [say(HIDDEN) if n is None else whole(n) for n in (before, after)]
    gap = "" if before is None or after is None else signed(after - before, 0)
    return name, *told, gap


def _people(released: Released, latest: Released) -> dict[str, int]:
    cells = _whole(released.themes, latest)
    cells = cells[(cells["stance"] == ALL) & (cells["enps_group"] == ALL)]
    return {str(theme): int(n) for theme, n in zip(cells["theme"], cells["n_respondents"], strict=True)}


def _whole(table: pd.DataFrame, latest: Released) -> pd.DataFrame:
    wave = waves(latest)[-1]
    rows = rows_of(table, wave, units(latest, wave)[0])
    return rows[rows["status"] == SHOWN]


def thread_changes(before: Released, after: Released) -> pd.DataFrame:
    """The places of the three lists that another theme has taken, before and after."""
    themes = (*before.codebook.themes, *after.codebook.themes)
    names = {theme.id: theme_name(theme) for theme in themes}
    lists = [_threads(released, after) for released in (before, after)]
    lines = [
        {
            say("Lista"): say(THREAD_TITLES[kind][0]),
            say("Plats"): str(rank),
            say("Före"): names.get(lists[0].get((kind, rank), ""), "–"),
            say("Efter"): names.get(lists[1].get((kind, rank), ""), "–"),
        }
        for kind in THREAD_TITLES
        for rank in range(1, N_THREADS + 1)
        if lists[0].get((kind, rank)) != lists[1].get((kind, rank))
    ]
    return pd.DataFrame(lines)


def _threads(released: Released, latest: Released) -> dict[tuple[str, int], str]:
    rows = _whole(released.threads, latest)
    ranked = rows.sort_values("rank").groupby("kind")["theme"]
    return {
        (str(kind), rank): str(theme)
        for kind, themes in ranked
        for rank, theme in enumerate(themes, start=1)
        if rank <= N_THREADS
    }
