"""eNPS and response rate of a unit: the headline figures of a survey."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from text_analysis.present.changes import changes
from text_analysis.present.cut import nearest, previous_wave, shown_row, unit_name
from text_analysis.present.numbers import interval, part_of, percent, signed, whole
from text_analysis.present.translation import say
from text_analysis.present.views import Bar, Change, Part, Shown, Tile
from text_analysis.present.wording import FEW_ANSWERS, HIDDEN
from text_analysis.records import ENPS_GROUPS, EnpsGroup, Released
from text_analysis.tables import HIDDEN as HIDDEN_STATUS
from text_analysis.tables import SHOWN
from text_analysis.units import ancestors

GROUP_NAMES = {"kritiker": "Kritiker", "passiva": "Passiva", "ambassadorer": "Ambassadörer"}
GROUP_SCORES = {"kritiker": "0–6", "passiva": "7–8", "ambassadorer": "9–10"}
# An eNPS interval wider than this says little; n = 60 with spread answers is about ±20.
WIDE_INTERVAL = 40.0


def enps_shown(released: Released, wave: str, unit: str) -> Shown:
    """The row of the unit, or of the nearest level above, whose three groups may be shown."""
    told = released.enps["kritiker"].notna()
    return nearest(
        released.enps.assign(status=released.enps["status"].where(told, HIDDEN_STATUS)), wave, unit
    )


def enps_tile(released: Released, wave: str, unit: str) -> Tile:
    """The unit's eNPS with interval, answers, differences and earlier waves, or that it is hidden."""
    row = shown_row(released.enps, wave, unit)
    if row is None:
        return Tile("eNPS", say(HIDDEN), hidden=True)
    spread = interval(row["low"], row["high"], sign=True)
    few = f". {say(FEW_ANSWERS)}" if _is_wide(row) else ""
    note = (
        say("{n} svar, osäkerhet {spread}", n=whole(row["n"]), spread=spread) + few
        if spread
        else say("{n} svar", n=whole(row["n"]))
    )
    told = (*changes(released.enps, row), *_told(enps_history(released, wave, unit)))
    return Tile("eNPS", signed(row["enps"]), note, told)


def _told(history: str) -> tuple[Change, ...]:
    return (Change(history),) if history else ()


def _is_wide(row: pd.Series) -> bool:
    return bool(pd.notna(row["low"]) and row["high"] - row["low"] > WIDE_INTERVAL)


def enps_bar(released: Released, wave: str, unit: str) -> Bar | None:
    """The three groups of a unit as shares with counts, or None where they are hidden."""
    row = shown_row(released.enps, wave, unit)
    if row is None or pd.isna(row["kritiker"]):
        return None
    return _bar(row, say("Så fördelar sig svaren på frågan om rekommendation (eNPS)"))


def earlier_bars(released: Released, wave: str, unit: str) -> tuple[Bar, ...]:
    """The groups in the waves before this one, the latest first, where they may be shown."""
    rows = _shown_up_to(released.enps, wave, unit)
    rows = rows[(rows["wave"] < wave) & rows["kritiker"].notna()]
    return tuple(_bar(row, f"{row['wave']}: eNPS {signed(row['enps'])}") for _, row in rows[::-1].iterrows())


def _bar(row: pd.Series, title: str) -> Bar:
    parts = tuple(_group(row, group) for group in ENPS_GROUPS)
    told = ", ".join(f"{part.label.lower()} {part.text}" for part in parts)
    return Bar(title, parts, f"eNPS {signed(row['enps'])}: {told}.")


def _group(row: pd.Series, group: EnpsGroup) -> Part:
    share = float(row[group]) / float(row["n"])
    label = f"{say(GROUP_NAMES[group])} ({GROUP_SCORES[group]})"
    return Part(label, share, f"{percent(share)} · {whole(row[group])}", group)


def response_tile(released: Released, wave: str, unit: str) -> Tile:
    """The unit's response rate with its counts and earlier waves, or its number of answers."""
    row = shown_row(released.response, wave, unit)
    if row is None or pd.isna(row["responses"]):
        return Tile(say("Svarsfrekvens"), say(HIDDEN), hidden=True)
    if pd.isna(row["response_rate"]):
        return Tile(say("Svar"), whole(row["responses"]), say("Antal tillfrågade är inte angivet."))
    told = part_of(row["responses"], row["sent"])
    before = _told(response_history(released, wave, unit))
    return Tile(say("Svarsfrekvens"), percent(row["response_rate"]), told, before)


def comments_tile(released: Released, wave: str, unit: str) -> Tile:
    """How many of the unit wrote a comment with content."""
    row = shown_row(released.response, wave, unit)
    if row is None or pd.isna(row["n_writers"]):
        return Tile(say("Fritextsvar"), say(HIDDEN), hidden=True)
    writers, share = row["n_writers"], row["n_writers"] / row["responses"]
    return Tile(
        say("Skrev en kommentar"), whole(writers), say("{share} av dem som svarade", share=percent(share))
    )


def response_history(released: Released, wave: str, unit: str) -> str:
    """Response rates up to a wave in one line, for example "2023 68,4 % → 2024 73,5 % → 2025 74,5 %"."""
    return _history(released.response, "response_rate", wave, unit, percent)


def enps_history(released: Released, wave: str, unit: str) -> str:
    """The eNPS of each wave up to this one in one line, for example "2024 −40,8 → 2025 −36,9"."""
    return _history(released.enps, "enps", wave, unit, signed)


def _history(table: pd.DataFrame, column: str, wave: str, unit: str, told: Callable[[float], str]) -> str:
    rows = _shown_up_to(table, wave, unit)
    rows = rows[rows[column].notna()]
    if len(rows) < 2:  # noqa: PLR2004  one wave is no history
        return ""
    return " → ".join(f"{wave} {told(value)}" for wave, value in zip(rows["wave"], rows[column], strict=True))


def _shown_up_to(table: pd.DataFrame, wave: str, unit: str) -> pd.DataFrame:
    """The unit's shown rows of this wave and the ones before, in order of time."""
    rows = table[(table["unit"] == unit) & (table["wave"] <= wave) & (table["status"] == SHOWN)]
    return rows.sort_values("wave")


def enps_comparison(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """The eNPS of the unit and of each level above, this wave and the one before, as the report shows it."""
    before = previous_wave(released.enps, wave, unit)
    outside = released.enps.loc[released.enps["level"] < 0, "unit"]
    levels = [*reversed(ancestors(unit)), *sorted(outside.unique())]
    return pd.DataFrame([_comparison(released, wave, before, level) for level in levels])


def _comparison(released: Released, wave: str, before: str, unit: str) -> dict[str, str]:
    now = shown_row(released.enps, wave, unit)
    then = shown_row(released.enps, before, unit) if before else None
    line = {say("Nivå"): unit_name(unit), wave: signed(now["enps"]) if now is not None else say(HIDDEN)}
    if not before:
        return line
    line[before] = signed(then["enps"]) if then is not None else say(HIDDEN)
    known = now is not None and pd.notna(now["diff_previous"])
    return line | {say("Skillnad"): signed(now["diff_previous"]) if known and now is not None else ""}
