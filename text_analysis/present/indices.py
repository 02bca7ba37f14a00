"""The index values of a unit: tiles by instrument, and the answers behind them as bars (stoppljus)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.present.changes import changes
from text_analysis.present.cut import nearest, rows_of, unit_above
from text_analysis.present.kept import kept
from text_analysis.present.numbers import NBSP, decimal, interval, percent, whole
from text_analysis.present.stoppljus import lights
from text_analysis.present.translation import say
from text_analysis.present.views import Bar, Part, Shade, Shown, Tile
from text_analysis.present.wording import HIDDEN
from text_analysis.records import Item, Released
from text_analysis.tables import SHOWN

INSTRUMENT_NAMES = {
    "hme": ("HME", "Hållbart medarbetarengagemang, 0–100. Högre är bättre."),
    "hse": ("HSE", "Hållbart säkerhetsengagemang, 0–100, svarande med patientkontakt. Högre är bättre."),
    "frisk": ("Friskfaktorer", "Pulsmätningens fem påståenden, 1–10. Högre är bättre."),
    "osa": (
        "OSA",
        "Psykosocial arbetsmiljö, 0–100. För krav, konflikt och stress är ett lågt värde bättre.",
    ),
    "utveckling": ("Utvecklingsbehov", "Medarbetarnas egen utveckling, 0–100. Högre är bättre."),
    "chef": ("Chefsfrågor", "Besvaras bara av chefer, 0–100. Högre är bättre."),
    "utsatthet": (
        "Utsatthet",
        "Andel som svarat ja på att de varit utsatta det senaste året. Visas aldrig för små grupper.",
    ),
}
SHADES: tuple[Shade, ...] = ("answer1", "answer2", "answer3", "answer4", "answer5")
N_FIELDS = 5  # fields of a bar: five answers, or ten answers two by two


MANY = 8  # more figures than this read better as rows than as tiles


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The tiles of one instrument, in the order of the instrument, with its name and how to read it."""

    key: str
    name: str
    lead: str
    tiles: tuple[Tile, ...]

    @property
    def is_long(self) -> bool:
        """Whether the figures are shown as rows."""
        return len(self.tiles) > MANY


@kept
def index_groups(
    released: Released, wave: str, unit: str, instruments: Instruments
) -> tuple[IndexGroup, ...]:
    """The unit's indices by instrument; instruments the survey did not ask are left out."""
    above = unit_above(released.indices, unit)
    near = released.indices[released.indices["unit"].isin([unit, above])]  # all that differences need
    rows = rows_of(near, wave, unit)
    asked = set(rows["index_key"])
    shown = lights(released, wave, unit, instruments)
    groups = []
    for key, (name, lead) in INSTRUMENT_NAMES.items():
        known = [index for index in _in_order(instruments, key) if index.key in asked]
        tiles = tuple(replace(_tile(near, rows, index), light=shown.get(index.key)) for index in known)
        if tiles:
            groups.append(IndexGroup(key, say(name), say(lead), tiles))
    return tuple(groups)


def indices_shown(released: Released, wave: str, unit: str) -> Shown:
    """The index rows of the unit, or of the nearest level above that may be shown."""
    return nearest(released.indices, wave, unit)


def _tile(table: pd.DataFrame, rows: pd.DataFrame, index: IndexDefinition) -> Tile:
    row = rows[rows["index_key"] == index.key].iloc[0]
    if row["status"] != SHOWN:
        return Tile(say(index.name), say(HIDDEN), hidden=True, is_whole=bool(index.part_keys))
    spread = interval(row["low"], row["high"])
    known = say("{n} svar", n=whole(row["n"])) if pd.notna(row["n"]) else say("angivet värde")
    note = say("{known}, osäkerhet {spread}", known=known, spread=spread) if spread else known
    same = table[table["index_key"] == index.key]
    low, high = index.value_range
    told = f"{decimal(row['value'])}{NBSP}%" if index.is_exposure else decimal(row["value"])
    return Tile(
        say(index.name),
        told,
        f"{note}. {say('Lägre är bättre.')}" if index.high_is_bad else note,
        changes(same, row, high_is_bad=index.high_is_bad),
        place=(float(row["value"]) - low) / (high - low),
        is_whole=bool(index.part_keys),
    )


def _in_order(instruments: Instruments, instrument: str) -> tuple[IndexDefinition, ...]:
    """The instrument's indices, each whole followed by its parts."""
    own = [index for index in instruments.indices if index.instrument == instrument]
    parts = {part for index in own for part in index.part_keys}
    return tuple(
        instruments.index(key) for index in own if index.key not in parts for key in _whole_and_parts(index)
    )


def _whole_and_parts(index: IndexDefinition) -> tuple[str, ...]:
    """An index and what it is made of; one that is made of a single part is that part."""
    return index.part_keys if len(index.part_keys) == 1 else (index.key, *index.part_keys)


def index_table(released: Released, wave: str, unit: str, instruments: Instruments) -> pd.DataFrame:
    """Every index of the unit as a table: name, value, interval, answers, differences."""
    groups = index_groups(released, wave, unit, instruments)
    lines = [
        {
            say("Index"): tile.label,
            say("Värde"): tile.value,
            say("Underlag"): tile.note,
            say("Skillnader"): "; ".join(change.text for change in tile.changes),
        }
        for group in groups
        for tile in group.tiles
    ]
    return pd.DataFrame(lines, columns=[say("Index"), say("Värde"), say("Underlag"), say("Skillnader")])


def distribution_shown(released: Released, wave: str, unit: str) -> Shown:
    """The answers of the unit, or of the nearest level above that may be shown."""
    return nearest(released.distribution, wave, unit)


def distribution_keys(released: Released, wave: str, unit: str, instruments: Instruments) -> dict[str, str]:
    """The indices whose answers may be shown for the unit: key → name."""
    shown = distribution_shown(released, wave, unit).rows
    keys = set(shown.loc[shown["status"] == SHOWN, "index_key"])
    return {index.key: say(index.name) for index in instruments.indices if index.key in keys}


@kept
def distribution_bars(
    released: Released, wave: str, unit: str, index_key: str, instruments: Instruments
) -> tuple[Bar, ...]:
    """One bar of answers per question of an index; questions with hidden answers are left out.

    The last colour stands for the good end: agreement, or disagreement where a high value is a problem.
    """
    rows = rows_of(released.distribution, wave, unit)
    rows = rows[rows["index_key"] == index_key]
    items = {item.key: item for item in instruments.items}
    found = ((items[str(key)], cells) for key, cells in rows.groupby("item", sort=True))
    labels = instruments.five_point_labels
    shades = SHADES[::-1] if instruments.index(index_key).high_is_bad else SHADES
    return tuple(
        _bar(item, cells, labels, shades) for item, cells in found if (cells["status"] == SHOWN).all()
    )


def _bar(
    item: Item, cells: pd.DataFrame, five_point_labels: tuple[str, ...], shades: tuple[Shade, ...]
) -> Bar:
    shares = cells.set_index("answer")["share"]
    fields = _fields(item, five_point_labels)
    ends = shades if len(fields) == len(shades) else (shades[0], shades[-1])
    parts = []
    for (name, answers), shade in zip(fields, ends, strict=True):
        share = float(shares.reindex(answers).fillna(0).sum())
        parts.append(Part(name, share, percent(share, 0), shade))
    told = ", ".join(f"{part.label.lower()} {part.text}" for part in parts)
    return Bar(item.text, tuple(parts), f"{item.text} {told}.")


def _fields(item: Item, five_point_labels: tuple[str, ...]) -> list[tuple[str, range]]:
    """The fields of an item's bar with their answers: no and yes, five answers, or ten two by two."""
    low, high = item.scale
    if high - low == 1:
        return [
            (name, range(answer, answer + 1))
            for answer, name in enumerate((say("Nej"), say("Ja")), start=low)
        ]
    width = (high - low + 1) // N_FIELDS
    starts = range(low, high + 1, width)
    named = [say(label) for label in five_point_labels]
    names = named if width == 1 else [f"{first}–{first + width - 1}" for first in starts]
    return [(name, range(first, first + width)) for name, first in zip(names, starts, strict=True)]


def distribution_table(bars: tuple[Bar, ...]) -> pd.DataFrame:
    """The same answers as a table: a question a row, an answer a column."""
    return pd.DataFrame(
        [{say("Fråga"): bar.title} | {part.label: part.text for part in bar.parts} for bar in bars]
    )
