"""Figures as people see them on a screen: in Swedish decimal comma, U+2212 minus and NBSP thousands.

Files for other programs are written by `release`; these strings are for people only.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from text_analysis.present.translation import say, spoken

NBSP: Final = "\N{NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"
DASH: Final = "–"


def decimal(value: float, digits: int = 1) -> str:
    r"""A number with decimal comma and NBSP thousands.

    >>> decimal(-36.94), decimal(1234.5)
    ('−36,9', '1\xa0234,5')
    >>> decimal(-0.04)
    '0,0'
    """
    rounded = round(float(value), digits) + 0.0  # + 0.0 turns −0.0 into 0.0
    text = f"{rounded:,.{digits}f}"
    if spoken() == "en":
        return text.replace("-", MINUS)
    return text.replace(",", NBSP).replace(".", ",").replace("-", MINUS)


def whole(value: float) -> str:
    r"""A count or whole number.

    >>> whole(7153)
    '7\xa0153'
    """
    return decimal(value, 0)


def percent(share: float, digits: int = 1) -> str:
    r"""A share 0–1 as percent.

    >>> percent(7153 / 9597)
    '74,5\xa0%'
    """
    return f"{decimal(share * 100, digits)}{'' if spoken() == 'en' else NBSP}%"


def part_of(part: float, total: float) -> str:
    r"""A count of a larger one.

    >>> part_of(7153, 9597)
    '7\xa0153 av 9\xa0597'
    """
    return say("{part} av {total}", part=whole(part), total=whole(total))


def signed(value: float, digits: int = 1) -> str:
    """A figure that is always written with its sign, as eNPS is; zero has none.

    >>> signed(14.2), signed(-36.9), signed(0)
    ('+14,2', '−36,9', '0,0')
    """
    text = decimal(value, digits)
    return f"+{text}" if round(float(value), digits) > 0 else text


def interval(low: float, high: float, *, sign: bool = False, digits: int = 1) -> str:
    """A 95 % interval in words, or empty where there is none.

    >>> interval(-38.6, -35.2, sign=True)
    '−38,6 till −35,2'
    """
    if pd.isna(low) or pd.isna(high):
        return ""
    write = signed if sign else decimal
    return say("{low} till {high}", low=write(low, digits), high=write(high, digits))


def people(n: float) -> str:
    r"""A number of people.

    >>> people(1), people(62)
    ('1\xa0person', '62\xa0personer')
    """
    return f"{whole(n)}{NBSP}{say('person') if n == 1 else say('personer')}"
