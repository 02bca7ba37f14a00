"""Estimated shares of themes in the whole organisation, and places that cannot be told apart, in words."""

from __future__ import annotations

import pandas as pd

from text_analysis.present.cut import rows_of
from text_analysis.present.numbers import DASH, NBSP, whole
from text_analysis.present.translation import say
from text_analysis.ranks import rank_ranges
from text_analysis.records import Released
from text_analysis.tables import SHOWN

HOW_TO_READ = (
    "Uppskattad andel finns för hela organisationen. Den räknar in det som kodaren brukar missa och ta fel "
    "på, och är ett intervall med 95 % säkerhet. Delad plats betyder att temanas ordning inte är säker."
)


def estimate_words(released: Released, wave: str, unit: str) -> dict[str, tuple[str, str]]:
    """Estimated share and place of each theme of the unit that has an estimate."""
    rows = rows_of(released.prevalence, wave, unit)
    shown = rows[rows["status"] == SHOWN]
    names = ("theme", "low", "high", "rank_low", "rank_high")
    return {
        str(theme): (_range(low, high), place_words(best, worst))
        for theme, low, high, best, worst in zip(*(shown[name] for name in names), strict=True)
    }


def _range(low: float, high: float) -> str:
    r"""An interval of shares in whole per cent.

    >>> _range(0.18, 0.24)
    '18–24\xa0%'
    """
    return f"{whole(low * 100)}{DASH}{whole(high * 100)}{NBSP}%"


def place_words(best: int, worst: int) -> str:
    """A place, or the places it may be.

    >>> place_words(1, 1), place_words(2, 4)
    ('plats 1', 'delad plats 2–4')
    """
    if best == worst:
        return say("plats {place}", place=str(best))
    return say("delad plats {places}", places=f"{best}{DASH}{worst}")


def shared_places(cells: pd.DataFrame) -> dict[str, str]:
    """The place of each theme that shares one in the list of these cells.

    Parameters
    ----------
    cells : shown theme cells of one unit, stance and eNPS group, with share, low and high.
    """
    known = cells.dropna(subset=["share", "low", "high"])
    best, worst = rank_ranges(known["share"], known["low"], known["high"])
    places = zip(known["theme"], best, worst, strict=True)
    return {str(theme): place_words(int(b), int(w)) for theme, b, w in places if b != w}
