"""Five areas to begin with, from size, negativity, impact and trend, every part of which is shown."""

from __future__ import annotations

from typing import Final

import pandas as pd

from text_analysis.present import charts
from text_analysis.present.charts import Picture
from text_analysis.present.cut import earlier_wave, rows_of
from text_analysis.present.kept import kept
from text_analysis.present.numbers import decimal, interval, people, percent, signed
from text_analysis.present.theme_changes import share_changes
from text_analysis.present.translation import say, theme_name
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

N_AREAS: Final = 5  # the source report asks for the five most important areas
CRITICAL: Final = ("negativ", "forslag")
MISSING: Final = "–"
ORDERS: Final = {
    "together": "Allt sammanvägt",
    "share": "Storlek",
    "negativity": "Kritik",
    "loss": "Betydelse för eNPS",
    "trend": "Förändring",
}
HOW_TO_READ: Final = (
    "Storlek är andelen av dem som skriver som tar upp temat, kritik hur många av dem som är kritiska, "
    "betydelse hur enhetens eNPS skiljer med och utan dem, och förändring hur andelen kritiska ändrats sedan "
    "förra mätningen. Sammanvägt är medelvärdet av de fyra platserna; det som är skyddat räknas som mitten. "
    "Siffrorna visar vad som hänger ihop, inte vad som orsakar vad. Ordningen är ett förslag: prioritera i "
    "dialog."
)


def order_name(order: str) -> str:
    """The name of an order, for people."""
    return say(ORDERS[order])


@kept
def areas(released: Released, wave: str, unit: str, *, order: str = "together") -> pd.DataFrame:
    """The themes somebody criticises or suggests something about, with every part, most pressing first.

    Parameters
    ----------
    order : a key of `ORDERS`; missing parts come last, equal ones in order of theme.

    Returns
    -------
    Columns theme, name, n (people with the theme), share (of the writers), negativ, forslag (people),
    n_critical (their sum: one who criticises and suggests counts twice), negativity (critics as a share of
    n), impact, low, high (eNPS points the writers of the theme add), loss (−impact), trend, trend_low,
    trend_high (change of the share of critics), together (0–1), rank, is_first. What is protected is missing.
    """
    found = _sizes(released, wave, unit)
    found = found[found["n_critical"] > 0]
    links = rows_of(released.links, wave, unit)
    links = links[(links["status"] == SHOWN) & links["impact"].notna()].drop_duplicates("theme")
    found = found.merge(links[["theme", "impact", "low", "high"]], on="theme", how="left")
    figures = ["impact", "low", "high"]
    found = found.astype(dict.fromkeys(figures, float))
    found = found.assign(loss=-found["impact"]).join(_trends(released, wave, unit, found))
    found["together"] = pd.concat([_place(found[part]) for part in list(ORDERS)[1:]], axis=1).mean(axis=1)
    found = found.sort_values([order, "theme"], ascending=[False, True], na_position="last")
    return found.reset_index(drop=True).assign(
        name=[theme_name(released.codebook.theme(str(theme))) for theme in found["theme"]],
        rank=range(1, len(found) + 1),
        is_first=[place < N_AREAS for place in range(len(found))],
    )


def _sizes(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """How many take up each theme and how many of them are critical; at least the largest shown part."""
    cells = rows_of(released.themes, wave, unit)
    cells = cells[(cells["enps_group"] == ALL) & (cells["status"] == SHOWN)].astype({"share": float})
    counts = cells.pivot_table(index="theme", columns="stance", values="n_respondents", aggfunc="first")
    counts = counts.reindex(columns=[ALL, *CRITICAL]).astype(float).rename(columns={ALL: "n"})
    largest = cells.groupby("theme")["share"].max()
    return counts.assign(
        share=largest,
        n_critical=counts[list(CRITICAL)].sum(axis=1),
        negativity=counts["negativ"] / counts["n"],
    ).reset_index()


def _trends(released: Released, wave: str, unit: str, found: pd.DataFrame) -> pd.DataFrame:
    """The change of each theme's share of critics since the wave before, with its interval."""
    columns = ["trend", "trend_low", "trend_high"]
    changes = share_changes(released, (earlier_wave(released, wave), wave), unit, CRITICAL[0])
    rows = [changes.get(str(theme), (float("nan"),) * 3) for theme in found["theme"]]
    return pd.DataFrame(rows, index=found.index, columns=columns, dtype=float)


def _place(values: pd.Series) -> pd.Series:
    """Each value's place among the others, 0 for the least pressing and 1 for the most; 0.5 if missing."""
    ranks = values.rank(method="average")
    last = ranks.count() - 1
    return ((ranks - 1) / last if last > 0 else ranks * float("nan")).fillna(0.5)


def picture(found: pd.DataFrame) -> Picture | None:
    """The areas as a picture: how many are critical, and how eNPS hangs together; None for few impacts."""
    known = found[found["impact"].notna()]
    if len(known) < N_AREAS:
        return None
    first = known[known["is_first"]]
    frame = known[["name", "n_critical", "impact", "is_first", "rank"]].astype(
        {"n_critical": float, "impact": float}
    )
    frame["people"] = [people(n) for n in frame["n_critical"]]
    alt = say(
        "Teman efter antal kritiska och betydelse för eNPS. Först: {names}.", names=", ".join(first["name"])
    )
    return Picture(charts.priority(frame), alt, areas_table(found))


def areas_table(found: pd.DataFrame) -> pd.DataFrame:
    """Every area with all parts its place rests on."""
    return pd.DataFrame([_line(row) for _, row in found.iterrows()])


def _line(row: pd.Series) -> dict[str, str]:
    return {
        say("Plats"): str(row["rank"]),
        say("Tema"): str(row["name"]),
        say("Storlek"): percent(row["share"]),
        say("Kritik och förslag"): _critical(row),
        say("Kritiska av dem som tar upp det"): _known(row["negativity"], percent(row["negativity"])),
        say("Betydelse för eNPS"): _with_interval(row, "impact", "low", "high", 1.0),
        say("Förändring, procentenheter"): _with_interval(row, "trend", "trend_low", "trend_high", 100.0),
        say("Sammanvägt, 0–100"): decimal(100 * row["together"], 0),
    }


def _known(value: float, text: str) -> str:
    return MISSING if pd.isna(value) else text


def _with_interval(row: pd.Series, value: str, low: str, high: str, scale: float) -> str:
    if pd.isna(row[value]):
        return MISSING
    spread = interval(scale * row[low], scale * row[high], sign=True)
    return f"{signed(scale * row[value])} ({spread})" if spread else signed(scale * row[value])


def first_areas(found: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """The areas to begin with: name and why, in words."""
    first = found[found["is_first"]]
    return tuple((str(row["name"]), _why(row)) for _, row in first.iterrows())


def _why(row: pd.Series) -> str:
    told = [f"{_critical(row)}."]
    if pd.notna(row["impact"]):
        way = say("lägre") if row["impact"] < 0 else say("högre")
        ends = sorted((abs(row["low"]), abs(row["high"])))
        spread = f" ({interval(ends[0], ends[1])})" if row["low"] * row["high"] > 0 else say(" (osäkert)")
        gap = decimal(abs(row["impact"]))
        told.append(
            say("Enhetens eNPS är {gap} {way} med dem än utan dem{spread}.", gap=gap, way=way, spread=spread)
        )
    if pd.notna(row["trend"]):
        sure = "" if row["trend_low"] * row["trend_high"] > 0 else say(" (osäkert)")
        change = signed(100 * row["trend"])
        told.append(say("Andelen kritiska: {change} procentenheter{sure}.", change=change, sure=sure))
    return " ".join(told)


def _critical(row: pd.Series) -> str:
    """The people behind the criticism and behind the suggestions, where they may be shown."""
    named = ((row["negativ"], say("med kritik")), (row["forslag"], say("med förslag")))
    return ", ".join(f"{people(n)} {what}" for n, what in named if pd.notna(n) and n > 0)
