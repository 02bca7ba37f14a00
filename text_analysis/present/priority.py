"""Five areas to prioritise: themes many criticise and whose writers pull the unit's eNPS down."""

from __future__ import annotations

import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.present import charts
from text_analysis.present.charts import Picture
from text_analysis.present.cut import rows_of
from text_analysis.present.numbers import decimal, interval, people, signed
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

N_AREAS = 5  # the source report asks for the five most important areas
CRITICAL = ("negativ", "forslag")


def areas(released: Released, wave: str, unit: str, codebook: Codebook) -> pd.DataFrame:
    """The themes with what the order rests on, most pressing first.

    The order is by impact (eNPS points the unit would gain without the theme's writers), which grows
    with how many they are and how low they score; themes nobody criticises are left out.

    Returns
    -------
    Columns theme, name, n_critical, impact, low, high, rank, is_first.
    """
    links = rows_of(released.links, wave, unit)
    links = links[(links["status"] == SHOWN) & links["impact"].notna()].drop_duplicates("theme")
    cells = rows_of(released.themes, wave, unit)
    critical = cells[
        cells["stance"].isin(CRITICAL) & (cells["enps_group"] == ALL) & (cells["status"] == SHOWN)
    ]
    n_critical = critical.groupby("theme")["n_respondents"].sum().rename("n_critical").reset_index()
    found = links[["theme", "impact", "low", "high"]].merge(n_critical, on="theme")
    found = found[found["n_critical"] > 0]
    found = found.sort_values(["impact", "theme"]).reset_index(drop=True)
    return found.assign(
        name=[codebook.theme(str(theme)).name_sv for theme in found["theme"]],
        rank=range(1, len(found) + 1),
        is_first=[place < N_AREAS and impact < 0 for place, impact in enumerate(found["impact"])],
    )


def picture(found: pd.DataFrame) -> Picture | None:
    """The areas as a picture: how many are critical, and how eNPS hangs together with them."""
    if found.empty:
        return None
    first = found[found["is_first"]]
    frame = found[["name", "n_critical", "impact", "is_first"]].astype({"n_critical": float, "impact": float})
    alt = f"Teman efter antal kritiska och betydelse för eNPS. Först: {', '.join(first['name'])}."
    return Picture(charts.priority(frame), alt, _table(found))


def _table(found: pd.DataFrame) -> pd.DataFrame:
    lines = [
        {
            "Plats": str(row["rank"]),
            "Tema": row["name"],
            "Kritik eller förslag": people(row["n_critical"]),
            "Betydelse för eNPS": f"{signed(row['impact'])} ({interval(row['low'], row['high'], sign=True)})",
        }
        for _, row in found.iterrows()
    ]
    return pd.DataFrame(lines)


def first_areas(found: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """The areas to begin with: name and why, in words."""
    first = found[found["is_first"]]
    return tuple(
        (
            str(row["name"]),
            f"{people(row['n_critical'])} med kritik eller förslag. Enhetens eNPS är "
            f"{decimal(-row['impact'])} lägre med dem än utan dem "
            f"({interval(-row['high'], -row['low'])}).",
        )
        for _, row in first.iterrows()
    )
