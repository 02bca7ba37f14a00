"""What a page is given to show: strings ready to read, shares ready to draw, never a table of cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from text_analysis.present.numbers import signed

# "better" and "worse" only where the intervals show that the change is more than chance.
Tone = Literal["better", "worse", "plain"]
# Colours of the parts of a bar; the style sheet and `charts` give each its own.
Shade = Literal["kritiker", "passiva", "ambassadorer", "negativ", "forslag", "positiv", "neutral",
                "protected", "answer1", "answer2", "answer3", "answer4", "answer5"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A difference in words, for example "▲ 3,9 mot 2024"."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a bar: its name, share 0–1 of the bar, the number written in it and its colour."""

    label: str
    share: float
    text: str
    shade: Shade


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of parts that make up a whole, with a title and a sentence that says the same (`alt`)."""

    title: str
    parts: tuple[Part, ...]
    alt: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure with its name, what it rests on and how it differs from others.

    `place` is where the value lies on its scale, 0–1, for figures that are drawn on one; `is_whole` marks
    a figure that the ones after it are parts of. `light` is the stoppljus of the answers behind it.
    """

    label: str
    value: str
    note: str = ""
    changes: tuple[Change, ...] = ()
    hidden: bool = False
    place: float | None = None
    is_whole: bool = False
    light: Bar | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A released quote with the theme and stance it stands for; `marks` are where its evidence lies."""

    text: str = field(repr=False)
    theme: str
    stance: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """A theme's place in one of the three lists, with its size in words and one quote if one may be shown."""

    rank: int
    theme_id: str
    name: str
    size: str
    share: float
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ThreadList:
    """One of the three lists ("mindre nöjda över", "borde satsa på", "bevara")."""

    kind: str
    title: str
    lead: str
    threads: tuple[Thread, ...]


@dataclass(frozen=True)
class Shown:
    """A unit's rows of one table, or those of the nearest level above where the unit's own are hidden.

    Attributes
    ----------
    unit : the unit the rows are of; empty if no level has anything to show.
    asked : the unit that was asked for.
    rows : the rows of `unit`, hidden cells included.
    """

    unit: str
    asked: str
    rows: pd.DataFrame = field(repr=False)

    @property
    def is_own(self) -> bool:
        """Whether the figures are those of the unit that was asked for."""
        return self.unit == self.asked

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show at any level."""
        return self.unit == ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A field of a heat map: its text and the share 0–1 its colour is made of, None where protected."""

    text: str
    share: float | None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of a heat map."""

    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatChip:
    """A difference in a field of a heat map: in what, its number, its strength 0–1 and its direction."""

    name: str
    number: str
    strength: float
    is_better: bool


@dataclass(frozen=True, slots=True)
class HeatGrid:
    """A heat map whose fields hold any number of differences: rows by name, fields in the columns' order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[HeatChip, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two values of one thing on a shared scale: places 0–1, texts, and the difference in words."""

    name: str
    places: tuple[float, float]
    texts: tuple[str, str]
    note: str


def pair_row(
    name: str, values: tuple[float, float], texts: tuple[str, str], value_range: tuple[float, float]
) -> PairRow:
    """Two values on their scale, with how far the first lies from the second."""
    return PairRow(name, on_scale(values, value_range), texts, signed(values[0] - values[1]))


def on_scale(values: tuple[float, float], value_range: tuple[float, float]) -> tuple[float, float]:
    """The places of two values on their scale, 0–1.

    >>> on_scale((-50.0, 100.0), (-100.0, 100.0))
    (0.25, 1.0)
    """
    low, high = value_range
    return (values[0] - low) / (high - low), (values[1] - low) / (high - low)
