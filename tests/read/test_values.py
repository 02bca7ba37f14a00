"""Answers in the forms people and survey tools write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.read.values import is_missing, parse_answer, parse_number, spoken

NUMBERS = {
    "whole": ("7", 7.0),
    "decimal comma": ("7,5", 7.5),
    "decimal point": ("7.5", 7.5),
    "minus sign": ("−1", -1.0),
    "hyphen minus": ("-36,9", -36.9),
    "nbsp thousands": ("1\u00a0239", 1239.0),
    "narrow thousands": ("9\u202f597", 9597.0),
    "blanks around": (" 9 ", 9.0),
    "range": ("9-10", None),
    "range with dash": ("9–10", None),
    "words": ("nio", None),
    "two numbers": ("9 10", None),
    "percent": ("74,5 %", None),
    "empty": ("", None),
    "infinity": ("inf", None),
    "power": ("1e3", None),
    "other digits": ("٣", None),
    "date": ("2025-10-28", None),
}


@pytest.mark.parametrize(("text", "number"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_read_as_swedes_write_them(text: str, number: float | None) -> None:
    """What is not one number is none."""
    assert parse_number(text) == number


LABELS = {"stämmer mycket bra": 5.0, "10": 3.0}
ANSWERS = {
    "label": ("Stämmer mycket bra", 5.0),
    "label in capitals with nbsp": ("STÄMMER\u00a0MYCKET BRA ", 5.0),
    "hyphen": ("9 - Mycket troligt", 9.0),
    "dash": ("10 – Mycket troligt", 10.0),
    "equals": ("5 = Stämmer mycket bra", 5.0),
    "dot": ("3. Varken bra eller dåligt", 3.0),
    "parenthesis": ("0 (Inte alls troligt)", 0.0),
    "blank only": ("1 Stämmer mycket dåligt", 1.0),
    "number before label": ("10", 10.0),
    "unknown label": ("Bra", None),
    "range": ("9-10", None),
    "date": ("1 - 2", None),
    "sentence": ("Jag vet inte vad jag ska svara på den frågan. " * 5, None),
}


@pytest.mark.parametrize(("text", "number"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_its_number_or_its_label(text: str, number: float | None) -> None:
    """Numbers, known labels and numbers with a label are understood, nothing else is."""
    assert parse_answer(text, LABELS) == number


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "-", "–", "Vet ej", "VET INTE", "vill\u00a0ej svara", "N/A"]
)
def test_words_for_no_answer_are_missing(text: str) -> None:
    """Blank cells and the usual words count as no answer whatever their letters."""
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "Nej", "Vet ej om jag stannar", "--9"])
def test_answers_are_not_missing(text: str) -> None:
    """Zero, no and sentences that begin like a missing word are answers."""
    assert not is_missing(text)


@given(st.integers(-999_999, 999_999), st.integers(0, 99))
def test_swedish_numbers_read_back(whole: int, decimals: int) -> None:
    """A number written with NBSP, decimal comma and U+2212 is the same number."""
    written = f"{whole:,},{decimals:02}".replace(",", "\u00a0", f"{whole:,}".count(",")).replace("-", "−")
    expected = float(f"{whole}.{decimals:02}")
    assert parse_number(written) == expected


@pytest.mark.parametrize("text", ["Min chef Eva", "0701234567", "eva@kommunen.se", "19800101-1234"])
def test_only_short_figures_are_repeated_in_errors(text: str) -> None:
    """A name or number in a wrong column never reaches an error."""
    assert spoken(text) == "text"
