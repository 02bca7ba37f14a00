"""How columns and rows are named for people: column letters, headers on one line, the first of many."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

NAMED: Final = 5  # rows, columns or units named in one message; the rest are counted
SHORT: Final = 60  # characters of a header or an answer in a message


def column_letters(number: int) -> str:
    """The letters a spreadsheet gives the column; the first is 1.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of the column with these letters.

    >>> column_number("XFD")
    16384
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def one_line(text: str) -> str:
    r"""The text on one line, with single blanks (NBSP is one) and each letter one character.

    >>> one_line(" Hur trivs\u00a0du\n på jobbet? ")
    'Hur trivs du på jobbet?'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def short(text: str) -> str:
    """The text, cut with "…" if it is longer than `SHORT` characters."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def first_of(parts: Sequence[object], noun: str = "") -> str:
    """The first parts in a Swedish list, and how many more there are if they are two or more.

    >>> first_of([3, 7]), first_of(range(1, 9), "rader")
    ('3 och 7', '1, 2, 3, 4, 5 och 3 rader till')
    """
    if len(parts) <= NAMED + 1:
        named = [str(part) for part in parts]
    else:
        named = [str(part) for part in parts[:NAMED]]
        named.append(f"{len(parts) - NAMED} {noun} till".replace("  ", " "))
    return " och ".join(filter(None, [", ".join(named[:-1]), named[-1]])) if named else ""


def quoted(parts: Sequence[str], noun: str = "ord") -> str:
    """The first parts inside quotation marks, and how many more there are.

    >>> quoted(["Ja", "Nej"])
    '"Ja" och "Nej"'
    """
    return first_of([f'"{short(part)}"' for part in parts], noun)


def counted(n: int, one: str, several: str) -> str:
    """The number with its noun.

    >>> counted(1, "rad", "rader"), counted(3, "rad", "rader")
    ('1 rad', '3 rader')
    """
    return f"{grouped(n)} {one if n == 1 else several}"


def grouped(n: int) -> str:
    r"""The number with its thousands apart.

    >>> grouped(200_000)
    '200\xa0000'
    """
    return f"{n:,}".replace(",", "\N{NO-BREAK SPACE}")
