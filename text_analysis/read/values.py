"""Answers as people and survey tools write them: numbers, labels, "9 - Mycket troligt", "Vet ej"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from text_analysis.read.vocabulary import NO_ANSWER

LONGEST: Final = 120  # characters of an answer alternative; what is longer is free text
_MINUS: Final = str.maketrans({"\u2212": "-", "\u2012": "-", "\u2013": "-"})
_NUMBER: Final = re.compile(r"[-+]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?")
# "9 - Mycket troligt", "5 = Stämmer", "10 (mycket)", "3. Varken": never "9-10" or "5 000".
_NUMBER_AND_LABEL: Final = re.compile(r"(-?\d{1,3})\s*(?:[-=:.)(]\s*|\s)([^\W\d].*)", re.DOTALL)


def plain(text: str) -> str:
    r"""The text in lower case with single blanks, to compare answers and names with.

    >>> plain(" Vet\u00a0EJ ")
    'vet ej'
    """
    return " ".join(text.split()).casefold()


def is_missing(text: str, words: Collection[str] = NO_ANSWER) -> bool:
    """True for a blank cell and for words such as "Vet ej"."""
    return not text or text.isspace() or (len(text) <= LONGEST and plain(text) in words)


def parse_number(text: str) -> float | None:
    r"""The number, or None if the text is not one number.

    Decimal comma or point, U+2212 as minus, blanks (NBSP too) between thousands.

    >>> parse_number("−7,5"), parse_number("1\u00a0239"), parse_number("9-10")
    (-7.5, 1239.0, None)
    """
    found = " ".join(text.split()).translate(_MINUS)
    if not found.isascii() or not _NUMBER.fullmatch(found):
        return None
    return float(found.replace(" ", "").replace(",", "."))


def split_label(text: str) -> tuple[float, str] | None:
    """The number and the label of an answer that has both, or None.

    >>> split_label("9 - Mycket troligt"), split_label("5 = Stämmer mycket bra"), split_label("9-10")
    ((9.0, 'Mycket troligt'), (5.0, 'Stämmer mycket bra'), None)
    """
    found = _NUMBER_AND_LABEL.fullmatch(" ".join(text.split()).translate(_MINUS))
    return (float(found[1]), found[2].rstrip(") ")) if found else None


def parse_answer(text: str, labels: Mapping[str, float]) -> float | None:
    """The number an answer stands for, or None if it cannot be told.

    Parameters
    ----------
    text : the cell, not a missing one.
    labels : number of each label, in the form `plain` gives.

    >>> parse_answer("Stämmer  ganska bra", {"stämmer ganska bra": 4}), parse_answer("Bra", {})
    (4.0, None)
    """
    if len(text) > LONGEST:
        return None
    number = parse_number(text)
    if number is not None:
        return number
    label = labels.get(plain(text))
    if label is not None:
        return float(label)
    both = split_label(text)
    return both[0] if both else None


def spoken(text: str) -> str:
    """The answer as an error may say it: only figures are repeated, for words might be a comment.

    >>> spoken(" 9-10 "), spoken("Min chef heter Eva")
    ('9-10', 'text')
    """
    found = " ".join(text.split())
    return found if re.fullmatch(r"[-+−–.,/ \d]{1,6}", found) else "text"
