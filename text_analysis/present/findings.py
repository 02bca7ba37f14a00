"""What comments and indices say together: the same, the opposite, or only one of them anything at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pandas as pd

from text_analysis.codebook import Theme
from text_analysis.inference import Z_95, error_of
from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.present.cut import earlier_wave, rows_of, shown_row
from text_analysis.present.kept import kept
from text_analysis.present.numbers import percent, signed
from text_analysis.present.theme_changes import share_changes
from text_analysis.present.translation import say, theme_name
from text_analysis.records import Released
from text_analysis.tables import ALL, SHOWN

MUCH: Final = 0.1  # share of the writers from which a theme is much written about
CRITICAL: Final = "negativ"


@kept
def findings(
    released: Released, wave: str, unit: str, instruments: Instruments
) -> tuple[tuple[str, str], ...]:
    """Findings of a unit, each a heading and a sentence: what moves, and what nobody asks about.

    A theme's criticism and an index tied to it are told where both have surely changed since the wave
    before (95 % intervals that do not cover 0). Made of shown figures only.
    """
    moved = _moved(released, wave, unit, instruments)
    return (*moved, *_unasked(released, wave, unit))


def _unasked(released: Released, wave: str, unit: str) -> Iterator[tuple[str, str]]:
    asked = set(released.indices["index_key"])
    rows = rows_of(released.themes, wave, unit)
    rows = rows[(rows["stance"] == ALL) & (rows["enps_group"] == ALL) & (rows["status"] == SHOWN)]
    rows = rows[rows["share"] >= MUCH].sort_values("share", ascending=False)
    for name, share in zip(rows["theme"], rows["share"].astype(float), strict=True):
        theme = released.codebook.theme(str(name))
        if asked.isdisjoint(theme.index_keys):
            told = say(
                "{share} av dem som skriver tar upp det, men inget index mäter det.", share=percent(share)
            )
            yield theme_name(theme), told


def _moved(released: Released, wave: str, unit: str, instruments: Instruments) -> Iterator[tuple[str, str]]:
    pair = earlier_wave(released, wave), wave
    known = {index.key: index for index in instruments.indices}
    criticised = share_changes(released, pair, unit, CRITICAL)
    for theme in released.codebook.themes:
        criticism, low, high = criticised.get(theme.id, (0.0, 0.0, 0.0))
        if low <= 0 <= high:
            continue
        for key in theme.index_keys:
            change = _index_change(released, pair, unit, known[key]) if key in known else None
            if change is not None:
                yield _told(theme, criticism, known[key], change, pair[0])


def _index_change(
    released: Released, pair: tuple[str, str], unit: str, index: IndexDefinition
) -> float | None:
    """The change of the index towards what is good, if it is sure."""
    table = released.indices[released.indices["index_key"] == index.key]
    before, now = (shown_row(table, wave, unit) for wave in pair)
    if before is None or now is None or pd.isna(now["diff_previous"]):
        return None
    errors = error_of([before["low"], now["low"]], [before["high"], now["high"]])
    change = float(now["diff_previous"])
    sure = abs(change) > Z_95 * float((errors**2).sum() ** 0.5)  # False where an interval is protected
    return (-change if index.high_is_bad else change) if sure else None


def _told(
    theme: Theme, criticism: float, index: IndexDefinition, better: float, before: str
) -> tuple[str, str]:
    alike = (criticism > 0) == (better < 0)
    names = {"theme": theme_name(theme), "index": say(index.name)}
    heading = say(
        "{theme} och {index} pekar åt samma håll" if alike else "{theme} och {index} går isär", **names
    )
    told = say(
        "Indexet är {way} ({change} sedan {before}). Andelen som är kritiska till temat har ändrats med "
        "{points} procentenheter.",
        way=say("bättre" if better > 0 else "sämre"),
        change=signed(-better if index.high_is_bad else better),
        before=before,
        points=signed(criticism * 100),
    )
    return heading, told
