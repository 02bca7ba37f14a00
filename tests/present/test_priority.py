"""Five areas to begin with: every part is shown, and the reader chooses the order."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.app import synthetic
from text_analysis.present import priority

AT = ("2025", synthetic.REGION)
PARTS = [key for key in priority.ORDERS if key != "together"]


@pytest.mark.parametrize("order", list(priority.ORDERS))
def test_areas_come_in_the_order_asked_for(order: str) -> None:
    """Most pressing first, five marked, whatever the order."""
    found = priority.areas(synthetic.region(), *AT, order=order)
    assert found[order].dropna().is_monotonic_decreasing
    assert list(found["rank"]) == list(range(1, len(found) + 1))
    assert found["is_first"].sum() == 5


def test_the_order_together_is_the_mean_of_the_places() -> None:
    """A theme first in every part is 1, one last in every part is 0; a missing part is the middle."""
    found = priority.areas(synthetic.pulse(), "2023-12", synthetic.PULSE).set_index("theme")
    places = pd.DataFrame({part: found[part].rank() for part in PARTS})
    places = (places - 1) / (places.count() - 1)
    assert found["together"].to_numpy() == pytest.approx(places.fillna(0.5).mean(axis=1).to_numpy())


def test_every_part_is_in_the_table() -> None:
    """Size, criticism, impact and trend stand beside the place they give."""
    table = priority.areas_table(priority.areas(synthetic.pulse(), "2023-12", synthetic.PULSE))
    assert list(table) == [
        "Plats", "Tema", "Storlek", "Kritik och förslag", "Kritiska av dem som tar upp det",
        "Betydelse för eNPS", "Förändring, procentenheter", "Sammanvägt, 0–100",
    ]  # fmt: skip
    assert table["Förändring, procentenheter"].str.contains(" till ").any()


def test_a_first_wave_has_no_trend() -> None:
    """With nothing before, change is missing and says so."""
    table = priority.areas_table(priority.areas(synthetic.region(), *AT))
    assert set(table["Förändring, procentenheter"]) == {"–"}


def test_areas_without_impact_have_no_picture() -> None:
    """Where impacts are protected the other parts decide, and nothing is said of eNPS."""
    region = synthetic.region()
    hidden = region.links.assign(status="hidden", impact=None)
    found = priority.areas(replace(region, links=hidden), *AT)
    assert priority.picture(found) is None
    assert "eNPS" not in priority.first_areas(found)[0][1]


def test_the_words_tell_impact_and_change() -> None:
    """The first area says how many, what eNPS is without them, and how criticism has changed."""
    found = priority.areas(synthetic.pulse(), "2023-12", synthetic.PULSE, order="loss")
    assert "lägre med dem än utan dem" in priority.first_areas(found)[0][1]
    assert any("Andelen kritiska: " in why for _, why in priority.first_areas(found))
