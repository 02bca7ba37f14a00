"""Texts in csv files as a spreadsheet must read them: as texts, never as formulas."""

from __future__ import annotations

from typing import Final

# A spreadsheet runs a text that starts with one of these as a formula (fullwidth "＝" in some locales).
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "＝")


def plain(value: str) -> str:
    """The value with an apostrophe before it where a spreadsheet would run it.

    >>> plain("=1+1"), plain("Lön")
    ("'=1+1", 'Lön')
    """
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value
