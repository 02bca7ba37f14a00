"""eNPS and response rate of a unit: the headline figures of a survey."""

from __future__ import annotations

import pandas as pd

from text_analysis.present.changes import changes
from text_analysis.present.cut import nearest, previous_wave, shown_row, unit_name
from text_analysis.present.numbers import interval, percent, share_of, signed, whole
from text_analysis.present.translation import say
from text_analysis.present.views import Bar, Change, Part, Shown, Tile
from text_analysis.present.wording import FEW_ANSWERS, HIDDEN
from text_analysis.records import ENPS_GROUPS, Released
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
    """The unit's eNPS with interval, answers and differences, or the word for a hidden figure."""
    row = shown_row(released.enps, wave, unit)
    if row is None:
        return Tile("eNPS", say(HIDDEN), hidden=True)
    spread = interval(row["low"], row["high"], sign=True)
    few = f" {say(FEW_ANSWERS)}" if _is_wide(row) else ""
    note = (
        say("{n} svar, osäkerhet {spread}.", n=whole(row["n"]), spread=spread) + few
        if spread
        else say("{n} svar.", n=whole(row["n"]))
    )
    return Tile("eNPS", signed(row["enps"]), note, changes(released.enps, row))


def _is_wide(row: pd.Series) -> bool:
    return bool(pd.notna(row["low"]) and row["high"] - row["low"] > WIDE_INTERVAL)


def enps_bar(released: Released, wave: str, unit: str) -> Bar | None:
    """The three groups of a unit as shares with counts, or None where they are hidden."""
    row = shown_row(released.enps, wave, unit)
    if row is None or pd.isna(row["kritiker"]):
        return None
    parts = tuple(_group(row, group) for group in ENPS_GROUPS)
    told = ", ".join(f"{part.label.lower()} {part.text}" for part in parts)
    return Bar(
        say("Så fördelar sig svaren på frågan om rekommendation (eNPS)"),
        parts,
        f"eNPS {signed(row['enps'])}: {told}.",
    )


def _group(row: pd.Series, group: str) -> Part:
    share = float(row[group]) / float(row["n"])
    label = f"{say(GROUP_NAMES[group])} ({GROUP_SCORES[group]})"
    return Part(label, share, f"{percent(share)} · {whole(row[group])}", group)  # type: ignore[arg-type]


def response_tile(released: Released, wave: str, unit: str) -> Tile:
    """The unit's response rate with its counts and earlier waves, or its number of answers."""
    row = shown_row(released.response, wave, unit)
    if row is None or pd.isna(row["responses"]):
        return Tile(say("Svarsfrekvens"), say(HIDDEN), hidden=True)
    if pd.isna(row["response_rate"]):
        return Tile(say("Svar"), whole(row["responses"]), say("Antal tillfrågade är inte angivet."))
    told = share_of(row["response_rate"], row["responses"], row["sent"])
    history = response_history(released, wave, unit)
    before = (Change(history),) if history else ()
    return Tile(say("Svarsfrekvens"), percent(row["response_rate"]), told[told.index("(") + 1 : -1], before)


def comments_tile(released: Released, wave: str, unit: str) -> Tile:
    """How many of the unit wrote a comment with content, and how many comments found no theme."""
    row = shown_row(released.response, wave, unit)
    if row is None or pd.isna(row["n_writers"]):
        return Tile(say("Fritextsvar"), say(HIDDEN), hidden=True)
    writers, share = row["n_writers"], row["n_writers"] / row["responses"]
    return Tile(
        say("Skrev en kommentar"), whole(writers), say("{share} av dem som svarade", share=percent(share))
    )


def response_history(released: Released, wave: str, unit: str) -> str:
    """Response rates up to a wave in one line, for example "2023 68,4 % → 2024 73,5 % → 2025 74,5 %"."""
    rows = released.response
    rows = rows[(rows["unit"] == unit) & (rows["wave"] <= wave) & (rows["status"] == SHOWN)]
    rows = rows[rows["response_rate"].notna()].sort_values("wave")
    if len(rows) < 2:  # noqa: PLR2004  one wave is no history
        return ""
    rates = zip(rows["wave"], rows["response_rate"], strict=True)
    return " → ".join(f"{wave} {percent(rate)}" for wave, rate in rates)


def enps_table(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """The same figures as a table: groups with counts and shares."""
    row = shown_row(released.enps, wave, unit)
    if row is None or pd.isna(row["kritiker"]):
        return pd.DataFrame(columns=[say("Grupp"), say("Antal"), say("Andel")])
    lines = [
        {
            say("Grupp"): f"{say(GROUP_NAMES[group])} ({GROUP_SCORES[group]})",
            say("Antal"): whole(row[group]),
            say("Andel"): percent(row[group] / row["n"]),
        }
        for group in reversed(ENPS_GROUPS)
    ]
    return pd.DataFrame(
        [*lines, {say("Grupp"): say("Alla"), say("Antal"): whole(row["n"]), say("Andel"): percent(1)}]
    )


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
