"""Five areas to prioritise: themes many criticise and whose writers pull the unit's eNPS down."""

from __future__ import annotations

import pandas as pd

from text_analysis.present import charts
from text_analysis.present.charts import Picture
from text_analysis.present.cut import rows_of
from text_analysis.present.numbers import decimal, interval, people, signed
from text_analysis.present.translation import say, theme_name
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

N_AREAS = 5  # the source report asks for the five most important areas
CRITICAL = ("negativ", "forslag")


def areas(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """The themes with what the order rests on, most pressing first; themes nobody criticises are left out.

    The order is by impact (eNPS points the unit would gain without the theme's writers), which grows
    with how many they are and how low they score. Where fewer than five themes may show an impact surely
    below zero, it is by `n_critical` instead.

    Returns
    -------
    Columns theme, name, negativ, forslag (people, missing where protected), n_critical (their sum: one who
    criticises and suggests counts twice), impact, low, high (may be missing), rank, is_first.
    """
    links = rows_of(released.links, wave, unit)
    links = links[(links["status"] == SHOWN) & links["impact"].notna()].drop_duplicates("theme")
    cells = rows_of(released.themes, wave, unit)
    critical = cells[
        cells["stance"].isin(CRITICAL) & (cells["enps_group"] == ALL) & (cells["status"] == SHOWN)
    ]
    counts = critical.pivot_table(index="theme", columns="stance", values="n_respondents", aggfunc="first")
    counts = counts.reindex(columns=list(CRITICAL)).astype(float)
    counts["n_critical"] = counts.sum(axis="columns")
    found = counts[counts["n_critical"] > 0].reset_index()
    found = found.merge(links[["theme", "impact", "low", "high"]], on="theme", how="left")
    if is_by_impact(found):
        found = found.dropna(subset="impact").sort_values(["impact", "theme"])
    else:
        found = found.sort_values(["n_critical", "theme"], ascending=[False, True])
    return found.reset_index(drop=True).assign(
        name=[theme_name(released.codebook.theme(str(theme))) for theme in found["theme"]],
        rank=range(1, len(found) + 1),
        is_first=[place < N_AREAS for place in range(len(found))],
    )


def is_by_impact(found: pd.DataFrame) -> bool:
    """Whether enough themes may show an impact that is surely below zero for the order to rest on it."""
    return int((found["high"] < 0).sum()) >= N_AREAS


def picture(found: pd.DataFrame) -> Picture | None:
    """The areas as a picture: how many are critical, and how eNPS hangs together; None without impact."""
    if not is_by_impact(found):
        return None
    first = found[found["is_first"]]
    frame = found[["name", "n_critical", "impact", "is_first"]].astype({"n_critical": float, "impact": float})
    alt = say(
        "Teman efter antal kritiska och betydelse för eNPS. Först: {names}.", names=", ".join(first["name"])
    )
    return Picture(charts.priority(frame), alt, _table(found))


def _table(found: pd.DataFrame) -> pd.DataFrame:
    lines = [
        {
            say("Plats"): str(row["rank"]),
            say("Tema"): row["name"],
            say("Kritik och förslag"): _critical(row),
            say(
                "Betydelse för eNPS"
            ): f"{signed(row['impact'])} ({interval(row['low'], row['high'], sign=True)})",
        }
        for _, row in found.iterrows()
    ]
    return pd.DataFrame(lines)


def first_areas(found: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """The areas to begin with: name and why, in words."""
    first = found[found["is_first"]]
    return tuple((str(row["name"]), _why(row)) for _, row in first.iterrows())


def _why(row: pd.Series) -> str:
    told = f"{_critical(row)}."
    if pd.isna(row["impact"]):
        return told
    way = say("lägre") if row["impact"] < 0 else say("högre")
    ends = sorted((abs(row["low"]), abs(row["high"])))
    spread = f" ({interval(ends[0], ends[1])})" if row["low"] * row["high"] > 0 else say(" (osäkert)")
    gap = decimal(abs(row["impact"]))
    effect = say("Enhetens eNPS är {gap} {way} med dem än utan dem{spread}.", gap=gap, way=way, spread=spread)
    return f"{told} {effect}"


def _critical(row: pd.Series) -> str:
    """The people behind the criticism and behind the suggestions, where they may be shown."""
    named = ((row["negativ"], say("med kritik")), (row["forslag"], say("med förslag")))
    return ", ".join(f"{people(n)} {what}" for n, what in named if pd.notna(n) and n > 0)
