"""Figures as Swedish readers write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.present import numbers

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(numbers.signed(-36.94), "−36,9", id="enps-below-zero"),
        pytest.param(numbers.signed(14.04), "+14,0", id="enps-above-zero"),
        pytest.param(numbers.signed(0.04), "0,0", id="zero-has-no-sign"),
        pytest.param(numbers.signed(-0.04), "0,0", id="no-minus-zero"),
        pytest.param(numbers.part_of(7153, 9597), f"7{NBSP}153 av 9{NBSP}597", id="rate"),
        pytest.param(numbers.people(1), f"1{NBSP}person", id="one-person"),
        pytest.param(numbers.interval(-38.6, -35.2, sign=True), "−38,6 till −35,2", id="interval"),
        pytest.param(numbers.interval(float("nan"), 1.0), "", id="no-interval"),
    ],
)
def test_figure_is_written_as_in_swedish(told: str, expected: str) -> None:
    """Decimal comma, minus sign U+2212, no-break spaces."""
    assert told == expected


@given(st.floats(-1e9, 1e9))
def test_figure_can_be_read_back(value: float) -> None:
    """Nothing is lost but the decimals that are not shown."""
    read = numbers.decimal(value).replace(NBSP, "").replace(",", ".").replace("−", "-")
    assert abs(float(read) - value) <= 0.05 + 1e-6
    assert re.fullmatch(r"−?[\d\xa0]+,\d", numbers.decimal(value))
