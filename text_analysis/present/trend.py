"""Waves side by side: eNPS, an index or a theme over time, only where a wave may show it."""

from __future__ import annotations

import pandas as pd

from text_analysis.instruments import Instruments
from text_analysis.present import charts
from text_analysis.present.charts import Picture
from text_analysis.present.cut import unit_name
from text_analysis.present.kept import kept
from text_analysis.present.numbers import decimal, interval, people, percent, signed, whole
from text_analysis.present.translation import say, theme_name
from text_analysis.present.views import Shown
from text_analysis.present.wording import HIDDEN
from text_analysis.records import Released
from text_analysis.tables import ALL, ANSWERS, SHOWN
from text_analysis.units import ancestors

MIN_WAVES = 2  # one wave is no trend


def trend_shown(released: Released, unit: str) -> Shown:
    """The unit if its eNPS may be shown in at least two waves, or the nearest level above that may."""
    for candidate in reversed(ancestors(unit)):
        rows = _shown(released.enps, candidate)
        if len(rows) >= MIN_WAVES:
            return Shown(candidate, unit, rows)
    return Shown("", unit, released.enps.iloc[:0])


def instead(shown: Shown) -> str:
    """Why another level's trend stands here, or empty where it is the unit's own."""
    if shown.is_own:
        return ""
    why = say(
        "{unit} har inte två mätningar som får visas: det finns bara en, eller är skyddat.",
        unit=unit_name(shown.asked),
    )
    if not shown.unit:
        return why
    above = say("Här visas närmaste nivå ovanför: {unit}.", unit=unit_name(shown.unit))
    return f"{why} {above}"


@kept
def enps_trend(released: Released, unit: str) -> Picture | None:
    """The unit's eNPS in each wave, figures given from outside included; None for a single wave."""
    rows = _shown(released.enps, unit)
    points = pd.DataFrame(
        {
            "wave": rows["wave"],
            "value": rows["enps"],
            "low": rows["low"],
            "high": rows["high"],
            "label": [signed(value) for value in rows["enps"]],
            say("Underlag"): [_basis(n, source) for n, source in zip(rows["n"], rows["source"], strict=True)],
            say("Osäkerhet"): [interval(low, high, sign=True) for low, high in _ends(rows)],
        }
    )
    return _picture(points, "eNPS")


@kept
def index_trend(released: Released, unit: str, index_key: str, instruments: Instruments) -> Picture | None:
    """One index of the unit in each wave; None for a single wave."""
    rows = _shown(released.indices[released.indices["index_key"] == index_key], unit)
    points = pd.DataFrame(
        {
            "wave": rows["wave"],
            "value": rows["value"],
            "low": rows["low"],
            "high": rows["high"],
            "label": [decimal(value) for value in rows["value"]],
            say("Underlag"): [_basis(n, source) for n, source in zip(rows["n"], rows["source"], strict=True)],
            say("Osäkerhet"): [interval(low, high) for low, high in _ends(rows)],
        }
    )
    return _picture(points, say(instruments.index(index_key).name))


@kept
def theme_trend(released: Released, unit: str, theme_id: str) -> Picture | None:
    """The share who write about a theme in each wave; None for a single wave."""
    themes = released.themes
    cells = themes[(themes["theme"] == theme_id) & (themes["stance"] == ALL) & (themes["enps_group"] == ALL)]
    rows = _shown(cells, unit)
    points = pd.DataFrame(
        {
            "wave": rows["wave"],
            "value": rows["share"] * 100,
            "low": rows["low"] * 100,
            "high": rows["high"] * 100,
            "label": [percent(share) for share in rows["share"]],
            say("Underlag"): [people(n) for n in rows["n_respondents"]],
            say("Osäkerhet"): [interval(low * 100, high * 100) for low, high in _ends(rows)],
        }
    )
    return _picture(
        points, theme_name(released.codebook.theme(theme_id)), axis=say("Andel av dem som skrivit")
    )


def _shown(table: pd.DataFrame, unit: str) -> pd.DataFrame:
    rows = table[(table["unit"] == unit) & (table["status"] == SHOWN)]
    return rows.sort_values("wave").reset_index(drop=True)


def _ends(rows: pd.DataFrame) -> list[tuple[float, float]]:
    return list(zip(rows["low"], rows["high"], strict=True))


def _basis(n: object, source: str) -> str:
    return say("{n} svar", n=whole(float(str(n)))) if source == ANSWERS else say("angivet värde")


def _picture(points: pd.DataFrame, name: str, *, axis: str = "") -> Picture | None:
    if len(points) < MIN_WAVES:
        return None
    told = ", ".join(f"{wave} {label}" for wave, label in zip(points["wave"], points["label"], strict=True))
    table = points.rename(columns={"wave": say("Mätning"), "label": name})
    shown = table[[say("Mätning"), name, say("Osäkerhet"), say("Underlag")]]
    return Picture(
        charts.trend(points, title=axis or name), say("{name} över tid: {told}.", name=name, told=told), shown
    )


def trend_keys(released: Released, unit: str, instruments: Instruments) -> dict[str, str]:
    """The indices that at least two waves may show for the unit: key → name."""
    rows = _shown(released.indices, unit)
    n_waves = rows.groupby("index_key")["wave"].nunique()
    often = set(n_waves[n_waves >= MIN_WAVES].index)
    return {index.key: say(index.name) for index in instruments.indices if index.key in often}


@kept
def theme_waves(released: Released, unit: str) -> pd.DataFrame:
    """Every theme's share in each wave, largest in the latest first; "skyddat" where it is hidden."""
    themes = released.themes
    cells = themes[(themes["unit"] == unit) & (themes["stance"] == ALL) & (themes["enps_group"] == ALL)]
    shares = cells[cells["status"] == SHOWN].pivot_table(index="theme", columns="wave", values="share")
    waves = sorted(shares.columns)
    ordered = shares.sort_values(waves[::-1], ascending=False) if waves else shares
    lines = [
        {say("Tema"): theme_name(released.codebook.theme(str(theme)))}
        | {wave: say(HIDDEN) if pd.isna(row[wave]) else percent(row[wave]) for wave in waves}
        for theme, row in ordered.iterrows()
    ]
    return pd.DataFrame(lines, columns=[say("Tema"), *waves])
